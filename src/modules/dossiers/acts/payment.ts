import { getEdition, type Procedure } from "../../../engine/definition/index.ts";
import { type Act, deriveState, SYSTEM } from "../../../engine/state/index.ts";
import type { Instant } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { CalendarOf } from "../act.ts";
import { actsOf, appendActs, lockDossier } from "../rows.ts";
import { startClock } from "./intake.ts";

export type FeePaid = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly debtId: string;
  readonly amountDong: number;
  readonly bankTransaction: string;
  readonly paidAt: Instant;
  readonly allPaid: boolean;
};

/**
 * The bank confirmed a fee: written in the transaction of the payment. Where the edition counts from acceptance and
 * payment, and the dossier is accepted already, the clock starts now.
 */
export const recordFeePaid =
  (deps: { calendarOf: CalendarOf; getProcedure(key: string): Procedure }) =>
  async (tx: Tx, paid: FeePaid, at: Instant): Promise<void> => {
    const dossier = await lockDossier(tx, paid.officeProvince, paid.dossierId);
    if (!dossier) throw new Error("a payment for a dossier that does not exist");
    const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
    const state = deriveState(acts);
    const edition = getEdition(deps.getProcedure(dossier.procedureKey), dossier.editionId);
    const waiting =
      state.acceptedAt !== null &&
      state.clockFrom === null &&
      state.endedAt === null &&
      state.status !== "supplement-awaited" &&
      state.status !== "filed";
    const calendar = await deps.calendarOf(tx, state.unit);
    const clock = waiting ? startClock(edition, { money: "paid" }, at, calendar) : null;
    const act: Act = {
      seq: state.version + 1,
      id: newId(),
      kind: "fee-paid",
      at,
      by: SYSTEM,
      data: {
        debt: paid.debtId,
        amountDong: paid.amountDong,
        bankTransaction: paid.bankTransaction,
        paidAt: paid.paidAt,
        clockFrom: clock?.ok ? clock.value.clockFrom : null,
        dueAt: clock?.ok ? clock.value.dueAt : null,
      },
    };
    await appendActs(tx, dossier, [act], deriveState([...acts, act]));
  };
