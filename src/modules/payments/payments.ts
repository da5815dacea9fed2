import { type Bank, type NoticeFailure, type NoticeHeaders, verifyNotice } from "../../gateways/bank/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { VietQr } from "../../kernel/vietqr.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { type CancelDebts, type CancelledDebts, cancelDebts, type NewDebt, raiseDebts } from "./asking.ts";
import { type Beneficiary, type Debt, type DebtWithPayment, vietQrOf } from "./debt.ts";
import { type Paid, type Taken, takeIn } from "./receiving.ts";
import { type Reconciled, reconcile, sweep } from "./reconciling.ts";
import * as rows from "./rows.ts";

export type PaymentSettings = {
  readonly beneficiary: Beneficiary;
  /** Shared with the bank, at least 16 characters. */
  readonly noticeSecret: string;
  /** How long a debt stays open before the bank is asked about it. */
  readonly askAfterMinutes?: number;
  /** Most debts asked about in one round. */
  readonly askAtMost?: number;
};

export type PaymentsParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly bank: Bank;
  readonly settings: PaymentSettings;
  /** Tells the dossier, in the transaction of the payment; when it throws, nothing was paid and the bank asks again. */
  readonly onPaid: (tx: Tx, paid: Paid, at: Instant) => Promise<void>;
};

/** `other-account`: the bank tells of an account that is not the office's. */
export type ReceiveFailure = NoticeFailure | { readonly kind: "other-account" };

export type Payments = ReturnType<typeof createPayments>;

/** The cashier's desk: what is owed, what came in, what is to be given back. */
export function createPayments(parts: PaymentsParts) {
  const { db, clock, bank, settings, onPaid } = parts;
  const reconciling = {
    db,
    clock,
    bank,
    onPaid,
    account: settings.beneficiary.account,
    askAfterMinutes: settings.askAfterMinutes ?? 15,
    askAtMost: settings.askAtMost ?? 200,
  };

  return {
    /** Raises debts in the transaction of the acts that set the fees; the same fee may be asked for again. */
    raiseDebts: (tx: Tx, wanted: readonly NewDebt[]): Promise<readonly Debt[]> => raiseDebts(tx, wanted, clock.now()),

    /** What a dossier owes and paid, oldest first. */
    debtsOf: (sql: Sql, officeProvince: string, dossierId: string): Promise<readonly DebtWithPayment[]> =>
      rows.debtsOfDossier(sql, officeProvince, dossierId),

    /** Ends what a dossier owes, in the transaction of its withdrawal, stop or refusal. */
    cancelDebts: (tx: Tx, wanted: CancelDebts): Promise<CancelledDebts> => cancelDebts(tx, wanted, clock.now()),

    /** The QR of a debt, for the page and the paper. */
    vietQrFor: (debt: Pick<Debt, "amount" | "reference">): VietQr => vietQrOf(debt, settings.beneficiary),
    beneficiary: settings.beneficiary,

    /** Takes a notice as it came over the wire. Every signed notice is entered once, whatever becomes of its money. */
    async receiveNotice(rawBody: Uint8Array, headers: NoticeHeaders): Promise<Result<Taken, ReceiveFailure>> {
      const notice = verifyNotice(rawBody, headers, settings.noticeSecret, clock.now());
      if (!notice.ok) return notice;
      if (notice.value.account !== settings.beneficiary.account) return fail({ kind: "other-account" });
      return ok(await asSystem(() => takeIn(reconciling, notice.value, "notice")));
    },

    /** A job, every few minutes: see `reconcile`. */
    reconcile: (): Promise<Reconciled> => reconcile(reconciling),
    /** A job, every night: see `sweep`. */
    sweep: (since: Instant): Promise<Reconciled> => sweep(reconciling, since),
  };
}

/** The answer to the bank, the same for a notice's first and tenth copy: what became of the money is not its matter. */
export function answerToBank(outcome: Result<Taken, ReceiveFailure>): {
  readonly status: 200 | 400 | 401 | 422;
  readonly body: string;
} {
  if (outcome.ok) return { status: 200, body: '{"received":true}' };
  const statuses = { "bad-signature": 401, stale: 401, malformed: 400, "other-account": 422 } as const;
  const { kind } = outcome.failure;
  return { status: statuses[kind], body: JSON.stringify({ received: false, reason: kind }) };
}
