import type { Dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import * as counting from "./counting-rows.ts";
import type { Debt } from "./debt.ts";

/** What the dossier must learn in the transaction that makes it true. `allPaid`: it owes nothing more. */
export type Paid = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly debtId: string;
  readonly feeKey: string;
  /** What the debt was of, all transfers and cash together. */
  readonly amountDong: Dong;
  readonly way: "bank" | "cash";
  /** Empty for cash. */
  readonly bankTransaction: string;
  readonly paidAt: Instant;
  readonly receiptNumber: string;
  readonly allPaid: boolean;
};

/** What a dossier is told of its money besides that a fee was paid. */
export type Waived = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly debtId: string;
  readonly amountDong: Dong;
  readonly ground: string;
  readonly basis: string;
  readonly reason: string;
  readonly leaves: "due" | "paid" | "none";
};
export type Reopened = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly debtId: string;
  readonly amountDong: Dong;
  readonly receipt: string;
  readonly reason: string;
};
/** How the dossier learns; when one throws, nothing was written. */
export type Dossier = {
  paid(tx: Tx, paid: Paid, at: Instant): Promise<void>;
  waived(tx: Tx, waived: Waived, at: Instant): Promise<void>;
  reopened(tx: Tx, reopened: Reopened, at: Instant): Promise<void>;
};

export type Coming = {
  readonly way: "bank" | "cash";
  readonly amount: Dong;
  readonly bankTransaction: string;
  readonly paidAt: Instant;
  readonly receiptNumber: string;
};

/** Counts money for a debt, held with its dossier, and tells the dossier once nothing of it is left. */
export async function settle(
  tx: Tx,
  tell: Dossier["paid"],
  debt: Debt,
  coming: Coming,
  now: Instant,
): Promise<{ readonly settled: boolean }> {
  const { officeProvince, dossierId, feeKey } = debt;
  const settled = await counting.countPaid(tx, officeProvince, debt.id, coming.amount, coming.paidAt);
  if (!settled) return { settled };
  const allPaid = !(await counting.owesMore(tx, officeProvince, dossierId));
  const { way, bankTransaction, paidAt, receiptNumber } = coming;
  const amountDong = (debt.paid + coming.amount) as Dong;
  const told = { officeProvince, dossierId, debtId: debt.id, feeKey, amountDong, way, bankTransaction, paidAt };
  await tell(tx, { ...told, receiptNumber, allPaid }, now);
  return { settled };
}
