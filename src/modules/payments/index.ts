export { type CancelDebts, type CancelledDebts, moveDebts, type NewDebt } from "./asking.ts";
export {
  type BehindLine,
  balances,
  eachMovement,
  FIGURE_NAMES,
  FIGURES,
  type FigureName,
  MOVED,
  movementsBehind,
  type ReportLine,
  type ReportQuery,
  reportOf,
  totalOf,
} from "./books/report.ts";
export {
  type CashDay,
  daysOfUnit,
  type Handover,
  handoversOf,
  sumsOf,
} from "./cash/day-rows.ts";
export {
  booksOfUnit,
  type CashReceipt,
  findReceipt,
  type ReceiptBook,
  receiptLabel,
  receiptsOfDay,
} from "./cash/receipt-rows.ts";
export {
  type Beneficiary,
  type Debt,
  type DebtState,
  type DebtWithPayment,
  debtState,
  isOpen,
  outstanding,
  type Payment,
} from "./debt.ts";
export { type MoneyInvariants, moneyInvariants } from "./invariants.ts";
export type { Suggestion } from "./matching.ts";
export { type NoticeInBooks, noticeFor } from "./notice-rows.ts";
export { countOpenDebts } from "./open-debts.ts";
export {
  answerToBank,
  createPayments,
  type PaymentSettings,
  type Payments,
  type PaymentsParts,
  type ReceiveFailure,
} from "./payments.ts";
export type { Taken } from "./receiving.ts";
export {
  listReconciliation,
  RECONCILIATION_SORTS,
  type Reconciliation,
  type ReconciliationLine,
  type ReconciliationQuery,
  type ReconciliationSort,
} from "./reconciliation-list.ts";
export type { Reconciled } from "./reconciling.ts";
export { type Refund, refundsDue, refundsOf } from "./refund-rows.ts";
export { debtsByCode, debtsById } from "./rows.ts";
export type { Dossier, Paid, Reopened, Waived } from "./settling.ts";
export { outcomesOf, statementById, statementsOf } from "./statements/statement-rows.ts";
export { VERDICT_NAMES, VERDICTS, type Verdict } from "./verdict.ts";
export { type Waiver, waiversOfDossier, waiversOfUnit } from "./waiver-rows.ts";
export { basisWords, groundOn, groundsFor } from "./waivers.ts";
