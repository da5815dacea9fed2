import type { Actor } from "../../engine/state/index.ts";
import { type Bank, type NoticeFailure, type NoticeHeaders, verifyNotice } from "../../gateways/bank/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { VietQr } from "../../kernel/vietqr.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { type CancelDebts, type CancelledDebts, cancelDebts, type NewDebt, raiseDebts } from "./asking.ts";
import {
  type AtCounter,
  type BookWish,
  bookDay,
  cancelReceipt,
  closeBook,
  closeDay,
  drawerOf,
  handOver,
  openBook,
  takeCash,
} from "./cash/cash.ts";
import { type Beneficiary, type Debt, type DebtWithPayment, type ToPay, vietQrOf } from "./debt.ts";
import { confirmMatch, type MatchWish, suggestionsFor } from "./matching.ts";
import type { NoticeInBooks } from "./notice-rows.ts";
import { type Taken, takeIn } from "./receiving.ts";
import { type Reconciled, reconcile, sweep } from "./reconciling.ts";
import { askRefund, decideRefund, payByBank, payInCash, type RefundWish } from "./refunds.ts";
import * as rows from "./rows.ts";
import type { Dossier } from "./settling.ts";
import { enterLines, importStatement } from "./statements/importing.ts";
import { askWaiver, decideWaiver, type WaiverWish } from "./waivers.ts";

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
  /** Tells the dossier, in the transaction of what happened; when it throws, nothing did, and the bank asks again. */
  readonly dossier: Dossier;
};

/** `other-account`: the bank tells of an account that is not the office's. */
export type ReceiveFailure = NoticeFailure | { readonly kind: "other-account" };

export type Payments = ReturnType<typeof createPayments>;

/** The cashier's desk: what is owed, what came in, what is to be given back. */
export function createPayments(parts: PaymentsParts) {
  const { db, clock, bank, settings, dossier } = parts;
  const reconciling = {
    db,
    clock,
    bank,
    onPaid: dossier.paid,
    account: settings.beneficiary.account,
    askAfterMinutes: settings.askAfterMinutes ?? 15,
    askAtMost: settings.askAtMost ?? 200,
  };
  const cash = { db, clock, dossier };
  const waiving = { db, clock, onWaived: dossier.waived };
  const refunding = { db, clock, bank };

  return {
    /** Raises debts in the transaction of the acts that set the fees; the same fee may be asked for again. */
    raiseDebts: (tx: Tx, wanted: readonly NewDebt[]): Promise<readonly Debt[]> => raiseDebts(tx, wanted, clock.now()),

    /** What a dossier owes and paid, oldest first. */
    debtsOf: (sql: Sql, officeProvince: string, dossierId: string): Promise<readonly DebtWithPayment[]> =>
      rows.debtsOfDossier(sql, officeProvince, dossierId),

    /** Ends what a dossier owes, in the transaction of its withdrawal, stop or refusal. */
    cancelDebts: (tx: Tx, wanted: CancelDebts): Promise<CancelledDebts> => cancelDebts(tx, wanted, clock.now()),

    /** The QR of a debt, for the page and the paper. */
    vietQrFor: (debt: ToPay): VietQr => vietQrOf(debt, settings.beneficiary),
    beneficiary: settings.beneficiary,

    /** Takes a notice as it came over the wire. Every signed notice is entered once, whatever becomes of its money. */
    async receiveNotice(rawBody: Uint8Array, headers: NoticeHeaders): Promise<Result<Taken, ReceiveFailure>> {
      const notice = verifyNotice(rawBody, headers, settings.noticeSecret, clock.now());
      if (!notice.ok) return notice;
      if (notice.value.account !== settings.beneficiary.account) return fail({ kind: "other-account" });
      return ok(await asSystem(() => takeIn(reconciling, notice.value, "notice")));
    },

    cash: {
      openBook: (actor: AtCounter, wish: BookWish) => openBook(cash, actor, wish),
      closeBook: (actor: AtCounter, wish: { officeProvince: string; id: string }) => closeBook(cash, actor, wish),
      take: (actor: AtCounter, wish: Parameters<typeof takeCash>[2]) => takeCash(cash, actor, wish),
      cancel: (actor: AtCounter, wish: Parameters<typeof cancelReceipt>[2]) => cancelReceipt(cash, actor, wish),
      close: (actor: AtCounter, wish: Parameters<typeof closeDay>[2]) => closeDay(cash, actor, wish),
      handOver: (actor: AtCounter, wish: Parameters<typeof handOver>[2]) => handOver(cash, actor, wish),
      /** The day the next entry of the officer's drawer belongs to. */
      dayOf: (actor: AtCounter, officeProvince: string) =>
        bookDay(db, drawerOf({ officeProvince }, actor), clock.now()),
    },
    waivers: {
      ask: (actor: Actor, wish: WaiverWish) => askWaiver(waiving, actor, wish),
      decide: (actor: Actor, wish: Parameters<typeof decideWaiver>[2]) => decideWaiver(waiving, actor, wish),
    },
    refunds: {
      ask: (actor: AtCounter, wish: RefundWish) => askRefund(refunding, actor, wish),
      decide: (actor: Actor, wish: Parameters<typeof decideRefund>[2]) => decideRefund(refunding, actor, wish),
      payByBank: (actor: Actor, wish: Parameters<typeof payByBank>[2]) => payByBank(refunding, actor, wish),
      payInCash: (actor: AtCounter, wish: Parameters<typeof payInCash>[2]) => payInCash(refunding, actor, wish),
    },
    matching: {
      suggestions: (officeProvince: string, notice: NoticeInBooks) => suggestionsFor(db, officeProvince, notice),
      confirm: (actor: Actor, wish: MatchWish) => confirmMatch(reconciling, actor, wish),
    },
    statements: {
      take: (actor: Actor, officeProvince: string, bytes: Uint8Array) =>
        importStatement(reconciling, actor, officeProvince, bytes),
      /** A job: enters lines that wait, and answers how many there were. */
      enterWaiting: (most: number): Promise<number> => enterLines(reconciling, null, most),
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
