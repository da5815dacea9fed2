import type { FeeExemption } from "../../../law/index.ts";
import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import * as counting from "./counting-rows.ts";
import { type Debt, isOpen, outstanding } from "./debt.ts";
import { enter, HOUSE } from "./ledger.ts";
import { referenceOf } from "./reference.ts";
import * as rows from "./rows.ts";
import { waiveAtOnce } from "./waivers.ts";

/** A fee a dossier is asked for, more than nothing. */
export type NewDebt = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  /** The office the dossier is filed at. */
  readonly unitId: string;
  readonly feeKey: string;
  readonly title: string;
  readonly amount: Dong;
  /** A ground of the law that frees of the whole fee by what the office knows itself. */
  readonly exemption?: FeeExemption;
};

/** So often the same fee can be asked for in one dossier; more is a loop. */
const ASKED_MOST = 100;

/** Raises debts, in the order given. A reference that is taken, as by the same fee asked for before, is passed over. */
export async function raiseDebts(tx: Tx, wanted: readonly NewDebt[], at: Instant): Promise<readonly Debt[]> {
  const raised: Debt[] = wanted.map((fee) => newDebt(fee, at));
  let open = raised.map((_, place) => place);
  for (let attempt = 0; open.length > 0; attempt++) {
    if (attempt === ASKED_MOST) throw new Error("no free reference for a debt: the same fee was asked for too often");
    const tried = open.flatMap((place) => {
      const fee = raised[place];
      return fee ? [{ place, debt: withReference(fee, attempt) }] : [];
    });
    const written = await rows.insertDebts(
      tx,
      tried.map(({ debt }) => debt),
    );
    for (const { place, debt } of tried) raised[place] = debt;
    open = tried.filter(({ debt }) => !written.has(debt.id)).map(({ place }) => place);
  }
  const entries = raised.map((debt) => ({ ...bookOf(debt), kind: "debt-raised" as const, amount: debt.amount }));
  await enter(tx, entries, HOUSE, at);
  for (const [place, { exemption }] of wanted.entries()) {
    const debt = raised[place];
    if (debt && exemption) raised[place] = await waiveAtOnce(tx, debt, exemption, at);
  }
  return raised;
}

/** Where a movement about a debt stands in the books. */
const bookOf = (debt: Debt) => ({ officeProvince: debt.officeProvince, source: debt.id, unitId: debt.unitId, debt });

function newDebt(fee: NewDebt, at: Instant): Debt {
  if (fee.amount <= 0) throw new Error("a debt of nothing");
  const { officeProvince, dossierId, dossierCode, unitId, feeKey, title, amount } = fee;
  const asked = { id: newId(), officeProvince, dossierId, dossierCode, unitId, feeKey, title, amount };
  return {
    ...asked,
    paid: dong(0),
    waived: dong(0),
    reference: "",
    createdAt: at,
    cancelledAt: null,
    paidAt: null,
    refundDueAt: null,
  };
}

const withReference = (debt: Debt, attempt: number): Debt => ({
  ...debt,
  reference: referenceOf(debt.officeProvince, debt.dossierCode, debt.feeKey, attempt),
});

export type CancelDebts = {
  readonly officeProvince: string;
  readonly dossierId: string;
  /** What happens to money that was paid: the fee's own law says (Decree 118/2025/NĐ-CP art. 21 does not). */
  readonly paidFees: "give-back" | "keep";
};
export type CancelledDebts = { readonly cancelled: readonly Debt[]; readonly refundDue: readonly Debt[] };

/** Cancels what is open; what was paid becomes due back, or is kept. Asked again, it changes nothing more. */
export async function cancelDebts(tx: Tx, wanted: CancelDebts, at: Instant): Promise<CancelledDebts> {
  const { officeProvince, dossierId, paidFees } = wanted;
  await counting.holdDossier(tx, officeProvince, dossierId);
  const debts = await rows.debtsHeld(tx, officeProvince, dossierId);
  const open = debts.filter(isOpen);
  const paid = debts.filter((debt) => debt.paid > 0 && debt.refundDueAt === null);
  const back = paidFees === "give-back" ? paid : [];
  const ids = (some: readonly Debt[]) => some.map((debt) => debt.id);
  await rows.markCancelled(tx, officeProvince, ids(open), at);
  await rows.markRefundDue(tx, officeProvince, ids(back), at);
  const entries = open.map((debt) => ({ ...bookOf(debt), kind: "debt-cancelled" as const, amount: outstanding(debt) }));
  await enter(tx, entries, HOUSE, at);
  return {
    cancelled: open.map((debt) => ({ ...debt, cancelledAt: at })),
    refundDue: back.map((debt) => ({ ...debt, refundDueAt: at })),
  };
}

/** Another office answers for the dossier: what is still owed moves with it, in the transaction of the act. */
export async function moveDebts(
  tx: Tx,
  dossier: { readonly officeProvince: string; readonly dossierId: string },
  to: string,
  at: Instant,
): Promise<void> {
  const debts = (await rows.debtsHeld(tx, dossier.officeProvince, dossier.dossierId)).filter(isOpen);
  const moves = debts.flatMap((debt) => {
    const entry = { ...bookOf(debt), source: `${debt.id} ${to}`, amount: outstanding(debt) };
    return [
      { ...entry, kind: "debt-moved-out" as const },
      { ...entry, kind: "debt-moved-in" as const, unitId: to },
    ];
  });
  await enter(tx, moves, HOUSE, at);
  await counting.setUnit(tx, dossier.officeProvince, dossier.dossierId, to);
}
