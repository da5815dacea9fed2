import type { Dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { buildVietQr, type VietQr } from "../../kernel/vietqr.ts";

/** What a dossier owes for one fee. Its state follows from its moments: open, paid, cancelled, to be refunded. */
export type Debt = {
  readonly id: string;
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly feeKey: string;
  readonly title: string;
  readonly amount: Dong;
  readonly reference: string;
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly refundDueAt: Instant | null;
};

/** Money that paid a debt. The receipt number is the office's, one after another within a province and year. */
export type Payment = {
  readonly id: string;
  readonly debtId: string;
  readonly bankTransaction: string;
  readonly amount: Dong;
  readonly paidAt: Instant;
  readonly receiptNumber: string;
};

/** A debt as a page shows it: with the payment, once there is one. */
export type DebtWithPayment = Debt & { readonly payment: Payment | null };

export type DebtState = "open" | "paid" | "cancelled" | "refund-due";
export function debtState(debt: Debt): DebtState {
  if (debt.refundDueAt !== null) return "refund-due";
  if (debt.paidAt !== null) return "paid";
  return debt.cancelledAt === null ? "open" : "cancelled";
}

/** The account that collects fees: the bank's six digits, the account, its holder's name as the bank shows it. */
export type Beneficiary = { readonly bin: string; readonly account: string; readonly holder: string };

/** The QR a payer scans: our account, this amount, this reference as the content. */
export function vietQrOf(debt: Pick<Debt, "amount" | "reference">, beneficiary: Beneficiary): VietQr {
  const { bin, account } = beneficiary;
  const built = buildVietQr({ bin, account, amount: debt.amount, purpose: debt.reference });
  if (!built.ok) throw new Error(`the collecting account or a debt is not fit for a QR: ${built.failure.field}`);
  return built.value;
}
