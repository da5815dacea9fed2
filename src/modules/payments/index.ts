export type { CancelDebts, CancelledDebts, NewDebt } from "./asking.ts";
export {
  type Beneficiary,
  type Debt,
  type DebtState,
  type DebtWithPayment,
  debtState,
  type Payment,
} from "./debt.ts";
export { type MoneyInvariants, moneyInvariants } from "./invariants.ts";
export { countOpenDebts } from "./open-debts.ts";
export {
  answerToBank,
  createPayments,
  type PaymentSettings,
  type Payments,
  type PaymentsParts,
  type ReceiveFailure,
} from "./payments.ts";
export type { Paid, Taken } from "./receiving.ts";
export {
  listReconciliation,
  RECONCILIATION_SORTS,
  type Reconciliation,
  type ReconciliationLine,
  type ReconciliationQuery,
  type ReconciliationSort,
} from "./reconciliation-list.ts";
export type { Reconciled } from "./reconciling.ts";
export { VERDICT_NAMES, VERDICTS, type Verdict } from "./verdict.ts";
