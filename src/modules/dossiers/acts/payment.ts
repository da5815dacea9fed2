import { getEdition, type Procedure } from "../../../engine/definition/index.ts";
import { type Act, type DossierState, deriveState, SYSTEM } from "../../../engine/state/index.ts";
import type { Instant } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Paid, Reopened, Waived } from "../../payments/index.ts";
import type { CalendarOf } from "../act.ts";
import { actsOf, appendActs, lockDossier } from "../rows.ts";
import { startClock } from "./intake.ts";

type Deps = { readonly calendarOf: CalendarOf; getProcedure(key: string): Procedure };
type Clock = { readonly clockFrom: Instant | null; readonly dueAt: Instant | null };
type Told = { readonly officeProvince: string; readonly dossierId: string };

/** What becomes of the money of a dossier, written in the transaction that makes it true. */
export const recordMoney = (deps: Deps) => ({
  /**
   * A fee was paid in full. Where the edition counts from acceptance and payment, and the dossier is accepted already,
   * the clock starts now.
   */
  paid: (tx: Tx, paid: Paid, at: Instant): Promise<void> =>
    record(deps, tx, paid, at, paid.allPaid ? "paid" : null, (head, clock) => ({
      ...head,
      kind: "fee-paid",
      data: {
        debt: paid.debtId,
        amountDong: paid.amountDong,
        bankTransaction: paid.bankTransaction,
        paidAt: paid.paidAt,
        ...(paid.way === "cash" ? { way: "cash", receipt: paid.receiptNumber } : {}),
        ...(paid.allPaid ? {} : { allPaid: false }),
        ...clock,
      },
    })),

  /** A fee, or a part of it, is not asked for; where nothing is left to pay, the clock starts as with a payment. */
  waived: (tx: Tx, waived: Waived, at: Instant): Promise<void> =>
    record(deps, tx, waived, at, waived.leaves === "due" ? null : waived.leaves, (head, clock) => ({
      ...head,
      kind: "fee-waived",
      data: {
        debt: waived.debtId,
        amountDong: waived.amountDong,
        ground: waived.ground,
        basis: waived.basis,
        reason: waived.reason,
        leaves: waived.leaves,
        ...clock,
      },
    })),

  /** A receipt for cash was cancelled: the fee is owed again. */
  reopened: (tx: Tx, reopened: Reopened, at: Instant): Promise<void> =>
    record(deps, tx, reopened, at, null, (head) => ({
      ...head,
      kind: "fee-reopened",
      data: {
        debt: reopened.debtId,
        amountDong: reopened.amountDong,
        receipt: reopened.receipt,
        reason: reopened.reason,
      },
    })),
});

type Head = Pick<Act, "seq" | "id" | "at" | "by">;

async function record(
  { calendarOf, getProcedure }: Deps,
  tx: Tx,
  told: Told,
  moment: Instant,
  starts: DossierState["money"] | null,
  make: (head: Head, clock: Clock) => Act,
): Promise<void> {
  const dossier = await lockDossier(tx, told.officeProvince, told.dossierId);
  if (!dossier) throw new Error("money of a dossier that does not exist");
  const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
  const state = deriveState(acts);
  // Money looks at the clock before it holds the dossier, and may have waited for another act: a chain never goes back in time.
  const at = Math.max(moment, acts.at(-1)?.at ?? moment);
  const edition = getEdition(getProcedure(dossier.procedureKey), dossier.editionId);
  const waiting =
    state.acceptedAt !== null &&
    state.clockFrom === null &&
    state.endedAt === null &&
    state.status !== "supplement-awaited" &&
    state.status !== "filed";
  const clock =
    waiting && starts !== null ? startClock(edition, { money: starts }, at, await calendarOf(tx, state.unit)) : null;
  const act = make(
    { seq: state.version + 1, id: newId(), at, by: SYSTEM },
    { clockFrom: clock?.ok ? clock.value.clockFrom : null, dueAt: clock?.ok ? clock.value.dueAt : null },
  );
  await appendActs(tx, dossier, [act], deriveState([...acts, act]));
}
