import { mayHandleMoney } from "../../engine/permission/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import type { Bank, BankFailure } from "../../gateways/bank/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { type AtCounter, bookDay, drawerOf, EMPTY, inDrawer } from "./cash/cash.ts";
import { holdDrawer } from "./cash/day-rows.ts";
import { takersOf } from "./cash/receipt-rows.ts";
import * as counting from "./counting-rows.ts";
import { CHANGED, NOT_FOUND, TOO_MUCH, WHY } from "./faults.ts";
import { enter, type Movement } from "./ledger.ts";
import { findNoticeById } from "./notice-rows.ts";
import * as refundRows from "./refund-rows.ts";
import * as rows from "./rows.ts";

/** Money that goes back: asked for by one, approved by another who took none of it, paid out once, proven. */

export type RefundParts = { readonly db: Database; readonly clock: Clock; readonly bank: Bank };
export type RefundWish = {
  readonly officeProvince: string;
  /** The paid debt, or the transfer of which something is left over. */
  readonly of: { readonly debt: string } | { readonly notice: string };
  readonly amount: Dong;
  readonly reason: string;
  readonly payeeName: string;
  readonly payee: { readonly way: "cash" } | { readonly way: "bank"; readonly bin: string; readonly account: string };
};

/** Asks for a refund, whole or in part; never more than came in and has not gone back. */
export async function askRefund(parts: RefundParts, actor: AtCounter, wish: RefundWish): Promise<Result<string, Text>> {
  const may = mayHandleMoney("ask-refund", actor);
  if (!may.ok) return may;
  if (wish.reason.trim() === "") return fail(WHY);
  if (wish.payeeName.trim() === "") return fail(text("Vui lòng ghi người nhận.", "Enter who receives it."));
  const { payee } = wish;
  if (payee.way === "bank" && !(/^\d{6}$/.test(payee.bin) && /^[0-9A-Za-z]{1,19}$/.test(payee.account)))
    return fail(
      text("Vui lòng ghi mã ngân hàng (6 chữ số) và số tài khoản.", "Enter the bank's six digits and the account."),
    );
  const { of: what } = wish;
  if ("notice" in what && !(await findNoticeById(parts.db, what.notice))) return fail(NOT_FOUND);
  // How much of a transfer is left is counted over all offices it may have paid for, which the asker does not all see.
  return asSystem(() =>
    parts.db.inTransaction(async (tx) => {
      const source =
        "debt" in what ? await paidDebt(tx, wish, what.debt, actor) : await surplus(tx, wish, what.notice, actor);
      if (!source) return fail(NOT_FOUND);
      const { left, ...of } = source;
      if (wish.amount <= 0 || wish.amount > left) return fail(TOO_MUCH);
      const id = newId();
      await refundRows.insertRefund(tx, {
        ...of,
        id,
        amount: wish.amount,
        reason: wish.reason.trim(),
        payeeName: wish.payeeName.trim(),
        way: payee.way,
        payeeBin: payee.way === "bank" ? payee.bin : "",
        payeeAccount: payee.way === "bank" ? payee.account : "",
        askedBy: actor.account,
        askedByName: actor.name,
        askedNumber: actor.number ?? null,
        askedAt: parts.clock.now(),
      });
      return ok(id);
    }),
  );
}

type Source = Pick<
  refundRows.Refund,
  "officeProvince" | "unitId" | "debtId" | "noticeProvince" | "noticeId" | "dossierCode" | "feeKey"
> & { readonly left: Dong };

async function paidDebt(tx: Tx, wish: RefundWish, id: string, actor: AtCounter): Promise<Source | null> {
  const debt = await rows.findDebtHeld(tx, wish.officeProvince, id);
  if (!debt || debt.unitId !== actor.unit) return null;
  const { officeProvince, unitId, dossierCode, feeKey } = debt;
  const left = (debt.paid - (await counting.refundsOfDebt(tx, debt))) as Dong;
  return { officeProvince, unitId, debtId: debt.id, noticeProvince: null, noticeId: null, dossierCode, feeKey, left };
}

/** What is left of a transfer; the office that gives it back takes it over from wherever it lies. */
async function surplus(tx: Tx, wish: RefundWish, id: string, actor: AtCounter): Promise<Source | null> {
  const seen = await findNoticeById(tx, id);
  if (!seen) return null;
  await counting.holdBankTransaction(tx, seen.bankTransaction);
  const notice = await findNoticeById(tx, id);
  if (!notice) return null;
  return {
    ...{ officeProvince: wish.officeProvince, unitId: actor.unit, debtId: null },
    ...{
      noticeProvince: notice.officeProvince,
      noticeId: notice.id,
      dossierCode: null,
      feeKey: null,
      left: notice.rest,
    },
  };
}

/** Approves or refuses. From approval on the money is owed to the payee. */
export async function decideRefund(
  parts: RefundParts,
  actor: Actor,
  wish: { readonly officeProvince: string; readonly id: string; readonly approve: boolean; readonly reason: string },
): Promise<Result<true, Text>> {
  if (!wish.approve && wish.reason.trim() === "") return fail(WHY);
  const now = parts.clock.now();
  const seen = await refundRows.sees(parts.db, wish.officeProvince, wish.id);
  if (!seen) return fail(NOT_FOUND);
  // Money of a transfer may come over from another office's books, into which whoever decides does not see.
  return asSystem(() =>
    parts.db.inTransaction(async (tx) => {
      const refund = await refundRows.refundHeld(tx, wish.officeProvince, wish.id);
      if (!refund || refund.unitId !== actor.unit) return fail(NOT_FOUND);
      const takers = refund.debtId ? await takersOf(tx, refund.officeProvince, refund.debtId) : [];
      const asker = { account: refund.askedBy, number: refund.askedNumber ?? undefined };
      const may = mayHandleMoney("decide-refund", actor, [asker, ...takers.map((account) => ({ account }))]);
      if (!may.ok) return may;
      if (refund.outcome !== null) return fail(CHANGED);
      const outcome = wish.approve ? "approved" : "refused";
      await refundRows.decideRefund(tx, refund, { outcome, by: actor, reason: wish.reason.trim(), at: now });
      if (wish.approve) await enter(tx, await approvalOf(tx, refund), actor, now);
      return ok(true);
    }),
  );
}

async function approvalOf(tx: Tx, refund: refundRows.Refund): Promise<readonly Movement[]> {
  const entry = entryOf(refund);
  const notice = refund.noticeId ? await findNoticeById(tx, refund.noticeId) : null;
  if (!notice) return [{ ...entry, kind: "refund-of-fee" }];
  const back: Movement = { ...entry, kind: "refund-of-surplus" };
  const { officeProvince, unitId } = notice;
  if (officeProvince === refund.officeProvince && unitId === refund.unitId) return [back];
  return [{ ...entry, officeProvince, unitId, kind: "bank-moved-out" }, { ...entry, kind: "bank-moved-in" }, back];
}

const entryOf = (refund: refundRows.Refund): Omit<Movement, "kind"> => ({
  officeProvince: refund.officeProvince,
  source: refund.id,
  amount: refund.amount,
  unitId: refund.unitId,
  refundId: refund.id,
  ...(refund.debtId && refund.dossierCode && refund.feeKey
    ? { debt: { id: refund.debtId, dossierCode: refund.dossierCode, feeKey: refund.feeKey } }
    : {}),
  ...(refund.noticeId ? { noticeId: refund.noticeId } : {}),
});

export type PayRefundFailure = Text;

/**
 * Sends an approved refund to the bank. The order carries the refund's id: whatever breaks between here and there, sent
 * again it is the same transfer.
 */
export async function payByBank(
  parts: RefundParts,
  actor: Actor,
  wish: { readonly officeProvince: string; readonly id: string },
): Promise<Result<string, PayRefundFailure>> {
  const may = mayHandleMoney("pay-refund-bank", actor);
  if (!may.ok) return may;
  const ready = await parts.db.inTransaction(async (tx) => {
    const refund = await refundRows.refundHeld(tx, wish.officeProvince, wish.id);
    if (refund?.outcome !== "approved" || refund.way !== "bank") return null;
    await refundRows.markSent(tx, refund, parts.clock.now());
    return refund;
  });
  if (!ready) return fail(CHANGED);
  if (ready.proof !== null) return ok(ready.proof);
  const { id, payeeBin: bin, payeeAccount: account, payeeName: holder, amount, dossierCode } = ready;
  const sent = await parts.bank.payOut({
    id,
    bin,
    account,
    holder,
    amount,
    content: `Hoan phi ${dossierCode ?? ""}`.trim(),
  });
  if (!sent.ok) return fail(bankSays(sent.failure));
  return parts.db.inTransaction(async (tx) => {
    const refund = await refundRows.refundHeld(tx, wish.officeProvince, wish.id);
    if (!refund) throw new Error("a refund that was paid is gone");
    if (refund.proof !== null) return ok(refund.proof);
    const now = parts.clock.now();
    await refundRows.markRefunded(tx, refund, actor, sent.value.bankTransaction, now);
    await enter(tx, [{ ...entryOf(refund), kind: "refund-paid-bank" }], actor, now);
    return ok(sent.value.bankTransaction);
  });
}

const bankSays = (failure: BankFailure): Text =>
  failure.kind === "refused"
    ? text(
        "Ngân hàng từ chối lệnh chi. Vui lòng kiểm tra tài khoản người nhận; chưa có tiền nào được chuyển.",
        "The bank refused the order. Check the payee's account; no money was moved.",
      )
    : text(
        "Chưa liên lạc được với ngân hàng. Vui lòng gửi lại sau; gửi lại không chi hai lần.",
        "The bank cannot be reached. Send it again later; sent again it is not paid twice.",
      );

/** Pays an approved refund out of the cashier's drawer, against the payee's signature on the voucher named. */
export async function payInCash(
  parts: RefundParts,
  actor: AtCounter,
  wish: { readonly officeProvince: string; readonly id: string; readonly voucher: string },
): Promise<Result<true, Text>> {
  const may = mayHandleMoney("pay-refund-cash", actor);
  if (!may.ok) return may;
  const voucher = wish.voucher.trim();
  if (voucher === "")
    return fail(
      text("Vui lòng ghi số phiếu chi có chữ ký người nhận.", "Enter the number of the voucher the payee signed."),
    );
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const drawer = drawerOf(wish, actor);
    const refund = await refundRows.refundHeld(tx, wish.officeProvince, wish.id);
    if (!refund || refund.unitId !== actor.unit) return fail(NOT_FOUND);
    if (refund.outcome !== "approved" || refund.way !== "cash" || refund.paidAt !== null) return fail(CHANGED);
    await holdDrawer(tx, drawer);
    const day = await bookDay(tx, drawer, now);
    if ((await inDrawer(tx, drawer, day)) < refund.amount) return fail(EMPTY);
    await refundRows.markRefunded(tx, refund, actor, voucher, now);
    const entry = { ...entryOf(refund), kind: "refund-paid-cash" as const, bookDay: day, drawer: drawer.officer };
    await enter(tx, [entry], actor, now);
    return ok(true);
  });
}
