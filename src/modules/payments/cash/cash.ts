import { mayHandleMoney } from "../../../engine/permission/index.ts";
import type { Actor } from "../../../engine/state/index.ts";
import { type Dong, dong } from "../../../kernel/dong.ts";
import { addDays, dayOfInstant, type Instant, type PlainDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../../platform/database/database.ts";
import { asSystem } from "../../../platform/database/scope.ts";
import { newId } from "../../../platform/ids.ts";
import * as counting from "../counting-rows.ts";
import { isOpen, outstanding } from "../debt.ts";
import { CHANGED, NOT_FOUND, TOO_MUCH, WHY } from "../faults.ts";
import { enter } from "../ledger.ts";
import * as rows from "../rows.ts";
import { type Dossier, settle } from "../settling.ts";
import * as days from "./day-rows.ts";
import * as receipts from "./receipt-rows.ts";

/** Cash at the counter: numbered receipts without a gap, a drawer that is counted every day, and what the treasury gets. */

export type CashParts = { readonly db: Database; readonly clock: Clock; readonly dossier: Dossier };

/** An officer at their counter. */
export type AtCounter = Actor & { readonly unit: string };
type Office = { readonly officeProvince: string };

export const drawerOf = ({ officeProvince }: Office, officer: AtCounter): days.Drawer => ({
  officeProvince,
  unitId: officer.unit,
  officer: officer.account,
});

/** The day an entry belongs to: today, or the day after the last one closed, where today is closed already. */
export async function bookDay(sql: Sql, drawer: days.Drawer, now: Instant): Promise<PlainDate> {
  const today = dayOfInstant(now);
  const closed = await days.lastClosed(sql, drawer);
  return closed !== null && closed >= today ? addDays(closed, 1) : today;
}

export type BookWish = Office & {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly holder: { readonly account: string; readonly name: string };
};

/** Opens a book of receipts for a cashier of the treasurer's office. An officer has one open book at a time. */
export async function openBook(parts: CashParts, actor: AtCounter, wish: BookWish): Promise<Result<string, Text>> {
  const may = mayHandleMoney("keep-accounts", actor);
  if (!may.ok) return may;
  const series = wish.series.trim().toUpperCase();
  if (!/^[A-Z0-9/-]{2,20}$/.test(series))
    return fail(
      text("Ký hiệu gồm 2 đến 20 chữ in, số, gạch nối, gạch chéo.", "A series is 2 to 20 letters, digits, - or /."),
    );
  const { from, to, officeProvince, holder } = wish;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from > 0 && to >= from && to <= 9_999_999))
    return fail(text("Số đầu và số cuối phải từ 1 đến 9.999.999.", "First and last number are from 1 to 9,999,999."));
  // Numbers are looked for in the books of every office of the province, and nothing but "taken" comes back.
  return asSystem(() =>
    parts.db.inTransaction(async (tx) => {
      await counting.holdNamed(tx, `books of ${officeProvince}`);
      if (await receipts.overlaps(tx, officeProvince, series, from, to))
        return fail(text("Dãy số này trùng với một quyển đã mở.", "These numbers stand in another book."));
      if (await receipts.openBookHeld(tx, officeProvince, actor.unit, holder.account))
        return fail(text("Người này đang giữ một quyển chưa đóng.", "This officer holds a book that is not closed."));
      const id = newId();
      await receipts.insertBook(tx, {
        ...{ officeProvince, id, unitId: actor.unit, series, from, to, next: from },
        ...{ holder: holder.account, holderName: holder.name, openedAt: parts.clock.now(), closedAt: null },
      });
      return ok(id);
    }),
  );
}

/** Closes a book; the numbers not used are never used. */
export async function closeBook(
  parts: CashParts,
  actor: AtCounter,
  book: Office & { readonly id: string },
): Promise<Result<true, Text>> {
  const may = mayHandleMoney("keep-accounts", actor);
  if (!may.ok) return may;
  return parts.db.inTransaction(async (tx) => {
    const mine = await receipts.booksOfUnit(tx, book.officeProvince, actor.unit);
    if (!mine.some(({ id }) => id === book.id)) return fail(NOT_FOUND);
    await receipts.closeBook(tx, book, parts.clock.now());
    return ok(true);
  });
}

const NO_BOOK = text(
  "Đồng chí chưa có quyển biên lai, hoặc quyển đã hết số. Đề nghị kế toán mở quyển mới.",
  "You hold no book of receipts, or it is used up. Ask the treasurer to open one.",
);

/**
 * Takes cash for all that is owed of a debt, and writes its receipt: number, payment and act of the dossier are one
 * transaction, so that no number is lost and none is given twice. A debt has one living receipt at most.
 */
export async function takeCash(
  parts: CashParts,
  actor: AtCounter,
  wish: Office & { readonly debtId: string; readonly amount: Dong; readonly payerName: string },
): Promise<Result<string, Text>> {
  const may = mayHandleMoney("take-cash", actor);
  if (!may.ok) return may;
  const payerName = wish.payerName.trim();
  if (payerName === "") return fail(text("Vui lòng ghi tên người nộp tiền.", "Enter who pays."));
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const drawer = drawerOf(wish, actor);
    const debt = await rows.findDebtHeld(tx, wish.officeProvince, wish.debtId);
    if (!debt || debt.unitId !== actor.unit) return fail(NOT_FOUND);
    // What the officer saw may have been paid by transfer meanwhile, in full or in part.
    if (!isOpen(debt) || outstanding(debt) !== wish.amount) return fail(CHANGED);
    await days.holdDrawer(tx, drawer);
    const book = await receipts.openBookHeld(tx, drawer.officeProvince, drawer.unitId, drawer.officer);
    if (!book || book.next > book.to) return fail(NO_BOOK);
    const day = await bookDay(tx, drawer, now);
    const id = newId();
    const { dossierId, dossierCode, feeKey, title, officeProvince } = debt;
    await receipts.insertReceipt(tx, {
      ...{ officeProvince, id, bookId: book.id, number: book.next, unitId: drawer.unitId, debtId: debt.id },
      ...{ dossierId, dossierCode, feeKey, title, payerName, amount: wish.amount, bookDay: day },
      ...{ takenAt: now, takenBy: actor.account, takenByName: actor.name },
    });
    await receipts.advanceBook(tx, book);
    await enter(
      tx,
      [
        {
          ...{ officeProvince, kind: "cash-received", source: id, amount: wish.amount, unitId: drawer.unitId },
          ...{ bookDay: day, debt, receiptId: id, drawer: drawer.officer },
        },
      ],
      actor,
      now,
    );
    const receiptNumber = receipts.receiptLabel({ series: book.series, number: book.next });
    await settle(
      tx,
      parts.dossier.paid,
      debt,
      { way: "cash", amount: wish.amount, bankTransaction: "", paidAt: now, receiptNumber },
      now,
    );
    return ok(id);
  });
}

/** Cancels a receipt the officer wrote: the money goes back over the counter, the number stays, the fee is owed again. */
export async function cancelReceipt(
  parts: CashParts,
  actor: AtCounter,
  wish: Office & { readonly id: string; readonly reason: string },
): Promise<Result<true, Text>> {
  const may = mayHandleMoney("take-cash", actor);
  if (!may.ok) return may;
  const reason = wish.reason.trim();
  if (reason === "") return fail(WHY);
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const drawer = drawerOf(wish, actor);
    const receipt = await receipts.findReceipt(tx, wish.officeProvince, wish.id);
    if (!receipt || receipt.takenBy !== actor.account || receipt.unitId !== actor.unit) return fail(NOT_FOUND);
    await counting.holdDossier(tx, receipt.officeProvince, receipt.dossierId);
    const debt = await rows.getDebtHeld(tx, receipt.officeProvince, receipt.debtId);
    await days.holdDrawer(tx, drawer);
    // A dossier that has ended asks for nothing any more; what was paid goes back as a refund.
    if (debt.cancelledAt !== null || debt.refundDueAt !== null || (await counting.refundsOfDebt(tx, debt)) > 0)
      return fail(text("Khoản này phải hoàn theo đề nghị hoàn tiền.", "This goes back as a refund."));
    const day = await bookDay(tx, drawer, now);
    if ((await inDrawer(tx, drawer, day)) < receipt.amount) return fail(EMPTY);
    if (!(await receipts.cancelReceipt(tx, receipt, actor, reason, now))) return fail(CHANGED);
    await counting.uncountPaid(tx, debt.officeProvince, debt.id, receipt.amount);
    const { officeProvince, amount, id } = receipt;
    await enter(
      tx,
      [
        {
          ...{ officeProvince, kind: "cash-cancelled", source: id, amount, unitId: drawer.unitId, bookDay: day },
          ...{ debt, receiptId: id, drawer: drawer.officer },
        },
      ],
      actor,
      now,
    );
    const label = receipts.receiptLabel(receipt);
    const told = {
      officeProvince,
      dossierId: debt.dossierId,
      debtId: debt.id,
      amountDong: amount,
      receipt: label,
      reason,
    };
    if (debt.paidAt !== null) await parts.dossier.reopened(tx, told, now);
    return ok(true);
  });
}
export const EMPTY = text("Trong quỹ không đủ tiền.", "There is not enough in the drawer.");

/** What lies in the drawer by the books at the end of a day. */
export async function inDrawer(sql: Sql, drawer: days.Drawer, day: PlainDate): Promise<Dong> {
  const { opening, taken, given } = await days.sumsOf(sql, drawer, day);
  return dong(opening + taken - given);
}

/** Closes the day: what was counted against what the books say; a difference needs its reason and becomes an entry. */
export async function closeDay(
  parts: CashParts,
  actor: AtCounter,
  wish: Office & { readonly day: PlainDate; readonly counted: Dong; readonly reason: string },
): Promise<Result<true, Text>> {
  const may = mayHandleMoney("close-day", actor);
  if (!may.ok) return may;
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const drawer = drawerOf(wish, actor);
    await days.holdDrawer(tx, drawer);
    const day = await bookDay(tx, drawer, now);
    if (wish.day !== day || day > dayOfInstant(now)) return fail(CHANGED);
    const sums = await days.sumsOf(tx, drawer, day);
    const book = dong(sums.opening + sums.taken - sums.given);
    const reason = wish.reason.trim();
    if (wish.counted < 0) return fail(TOO_MUCH);
    if (wish.counted !== book && reason === "")
      return fail(
        text("Tiền đếm khác sổ: vui lòng nêu lý do chênh lệch.", "The count differs from the books: say why."),
      );
    const id = newId();
    const { officeProvince, unitId, officer } = drawer;
    await days.insertDay(tx, {
      ...{ officeProvince, unitId, officer, id, officerName: actor.name, day, ...sums, book },
      ...{ counted: wish.counted, reason, closedAt: now },
    });
    const over = wish.counted - book;
    const entry = { officeProvince, source: id, unitId, bookDay: addDays(day, 1), drawer: officer };
    // The closed day stays as it was; the difference is the first entry of the next one.
    await enter(
      tx,
      [{ ...entry, kind: over > 0 ? "cash-over" : "cash-short", amount: dong(Math.abs(over)) }],
      actor,
      now,
    );
    return ok(true);
  });
}

/** Hands money to the treasury: from the officer's own drawer, or, by whoever keeps the accounts, from the bank. */
export async function handOver(
  parts: CashParts,
  actor: AtCounter,
  wish: Office & { readonly way: "cash" | "bank"; readonly amount: Dong; readonly slip: string },
): Promise<Result<true, Text>> {
  const may = mayHandleMoney(wish.way === "cash" ? "close-day" : "keep-accounts", actor);
  if (!may.ok) return may;
  const slip = wish.slip.trim();
  if (slip === "") return fail(text("Vui lòng ghi số giấy nộp tiền.", "Enter the number of the slip."));
  const now = parts.clock.now();
  return parts.db.inTransaction(async (tx) => {
    const { officeProvince } = wish;
    const drawer = drawerOf(wish, actor);
    await days.holdDrawer(tx, wish.way === "cash" ? drawer : { ...drawer, officer: "bank" });
    await counting.holdNamed(tx, `slip ${officeProvince} ${slip}`);
    if (await days.slipKnown(tx, officeProvince, slip))
      return fail(text("Giấy nộp tiền này đã ghi.", "This slip is entered already."));
    const day = wish.way === "cash" ? await bookDay(tx, drawer, now) : dayOfInstant(now);
    const there =
      wish.way === "cash" ? await inDrawer(tx, drawer, day) : await bankLeft(tx, officeProvince, actor.unit);
    if (wish.amount <= 0 || wish.amount > there) return fail(TOO_MUCH);
    const id = newId();
    const cash = wish.way === "cash" ? { drawer: drawer.officer } : {};
    await days.insertHandover(tx, {
      ...{
        officeProvince,
        id,
        unitId: actor.unit,
        way: wish.way,
        drawer: cash.drawer ?? null,
        amount: wish.amount,
        slip,
        day,
      },
      ...{ at: now, byAccount: actor.account, byName: actor.name },
    });
    const kind = wish.way === "cash" ? ("handed-over-cash" as const) : ("handed-over-bank" as const);
    const entry = { officeProvince, kind, source: id, amount: wish.amount, unitId: actor.unit, bookDay: day, ...cash };
    await enter(tx, [entry], actor, now);
    return ok(true);
  });
}

/** What may leave the bank for the treasury: not what waits to be given back or matched. */
async function bankLeft(tx: Tx, officeProvince: string, unitId: string): Promise<Dong> {
  const { bank } = await days.held(tx, officeProvince, unitId);
  return dong(bank - (await counting.notToHandOver(tx, officeProvince, unitId)));
}
