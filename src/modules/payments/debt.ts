import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { buildVietQr, type VietQr } from "../../kernel/vietqr.ts";

/** What a dossier owes for one fee. Its state follows from its moments: open, paid, cancelled, to be refunded. */
export type Debt = {
  readonly id: string;
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  /** The office the money is owed to. */
  readonly unitId: string;
  readonly feeKey: string;
  readonly title: string;
  readonly amount: Dong;
  /** What came in for it so far, by transfer and in cash. */
  readonly paid: Dong;
  /** What is not asked for: exempted or reduced. */
  readonly waived: Dong;
  readonly reference: string;
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly refundDueAt: Instant | null;
};

/** What is still owed. */
export const outstanding = (debt: Pick<Debt, "amount" | "paid" | "waived">): Dong =>
  dong(debt.amount - debt.paid - debt.waived);

/** Money that paid a debt, or a part of it. `bankTransaction` is empty for cash. The receipt number is the office's, one after another within a province and year. */
export type Payment = {
  readonly id: string;
  readonly way: "bank" | "cash";
  readonly debtId: string;
  readonly bankTransaction: string;
  readonly amount: Dong;
  readonly paidAt: Instant;
  readonly receiptNumber: string;
};

/** A debt as a page shows it: with the payment, once there is one. */
export type DebtWithPayment = Debt & { readonly payment: Payment | null };

export type DebtState = "open" | "part-paid" | "paid" | "waived" | "cancelled" | "refund-due";
export function debtState(debt: Debt): DebtState {
  if (debt.refundDueAt !== null) return "refund-due";
  if (debt.paidAt !== null) return "paid";
  if (debt.cancelledAt !== null) return debt.waived === debt.amount ? "waived" : "cancelled";
  return debt.paid > 0 ? "part-paid" : "open";
}

/** The account that collects fees: the bank's six digits, the account, its holder's name as the bank shows it. */
export type Beneficiary = { readonly bin: string; readonly account: string; readonly holder: string };

/** Whether anything is still to be paid. */
export const isOpen = (debt: Pick<Debt, "paidAt" | "cancelledAt">): boolean =>
  debt.paidAt === null && debt.cancelledAt === null;

/** What a QR must know; what was paid or waived already is left out of it. */
export type ToPay = Pick<Debt, "amount" | "reference"> & Partial<Pick<Debt, "paid" | "waived">>;

/** The QR a payer scans: our account, what is still owed, this reference as the content. */
export function vietQrOf(debt: ToPay, beneficiary: Beneficiary): VietQr {
  const { bin, account } = beneficiary;
  const built = buildVietQr({
    bin,
    account,
    amount: dong(debt.amount - (debt.paid ?? 0) - (debt.waived ?? 0)),
    purpose: debt.reference,
  });
  if (!built.ok) throw new Error(`the collecting account or a debt is not fit for a QR: ${built.failure.field}`);
  return built.value;
}
