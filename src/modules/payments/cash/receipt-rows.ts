import { type Dong, dong } from "../../../kernel/dong.ts";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Hand } from "../ledger.ts";

/** A book of numbered receipts, opened for one officer of an office. */
export type ReceiptBook = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  /** The number the next receipt takes; one more than `to` when the book is used up. */
  readonly next: number;
  readonly holder: string;
  readonly holderName: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};
const BOOK = `office_province as "officeProvince", id, unit_id as "unitId", series, from_number as "from", to_number as "to",
  next_number as "next", holder, holder_name as "holderName", opened_at as "openedAt", closed_at as "closedAt"`;

/** A receipt for cash. Its number stays when it is cancelled. */
export type CashReceipt = {
  readonly officeProvince: string;
  readonly id: string;
  readonly bookId: string;
  readonly series: string;
  readonly number: number;
  readonly unitId: string;
  readonly debtId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly title: string;
  readonly payerName: string;
  readonly amount: Dong;
  readonly bookDay: PlainDate;
  readonly takenAt: Instant;
  readonly takenBy: string;
  readonly takenByName: string;
  readonly cancelledAt: Instant | null;
  readonly cancelledByName: string | null;
  readonly cancelReason: string | null;
};
const RECEIPT = `r.office_province as "officeProvince", r.id, r.book_id as "bookId", b.series, r.number, r.unit_id as "unitId",
  r.debt_id as "debtId", r.dossier_id as "dossierId", r.dossier_code as "dossierCode", r.title, r.payer_name as "payerName",
  r.amount_dong as amount, r.book_day as "bookDay", r.taken_at as "takenAt", r.taken_by as "takenBy",
  r.taken_by_name as "takenByName", r.cancelled_at as "cancelledAt", r.cancelled_by_name as "cancelledByName",
  r.cancel_reason as "cancelReason"`;
const RECEIPTS =
  "from cash_receipts r join receipt_books b on b.office_province = r.office_province and b.id = r.book_id";

/** `AB/26 0000123`. */
export const receiptLabel = (receipt: Pick<CashReceipt, "series" | "number">): string =>
  `${receipt.series} ${String(receipt.number).padStart(7, "0")}`;

/** Whether a number of the range stands in another book of the series. Books of all offices count, so the house asks. */
export async function overlaps(
  sql: Sql,
  officeProvince: string,
  series: string,
  from: number,
  to: number,
): Promise<boolean> {
  const found = await sql.query(
    "payments.book-overlaps",
    "select 1 from receipt_books where office_province = $1 and series = $2 and from_number <= $4 and to_number >= $3 limit 1",
    [officeProvince, series, from, to],
  );
  return found.length > 0;
}

export async function insertBook(tx: Tx, book: ReceiptBook): Promise<void> {
  await tx.query(
    "payments.insert-book",
    `insert into receipt_books (office_province, id, unit_id, series, from_number, to_number, next_number, holder, holder_name, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      book.officeProvince,
      book.id,
      book.unitId,
      book.series,
      book.from,
      book.to,
      book.next,
      book.holder,
      book.holderName,
      new Date(book.openedAt),
    ],
  );
}

/** The books of an office, open ones first. */
export const booksOfUnit = (sql: Sql, officeProvince: string, unitId: string): Promise<ReceiptBook[]> =>
  sql.query<ReceiptBook>(
    "payments.books-of-unit",
    `select ${BOOK} from receipt_books where office_province = $1 and unit_id = $2
      order by (closed_at is null) desc, opened_at desc limit 50`,
    [officeProvince, unitId],
  );

/** The officer's open book, held: whoever takes its next number waits here. */
export async function openBookHeld(
  tx: Tx,
  officeProvince: string,
  unitId: string,
  holder: string,
): Promise<ReceiptBook | null> {
  const [row] = await tx.query<ReceiptBook>(
    "payments.open-book-held",
    `select ${BOOK} from receipt_books
      where office_province = $1 and unit_id = $2 and holder = $3 and closed_at is null for update`,
    [officeProvince, unitId, holder],
  );
  return row ?? null;
}

export async function advanceBook(tx: Tx, book: ReceiptBook): Promise<void> {
  await tx.query(
    "payments.advance-book",
    "update receipt_books set next_number = next_number + 1 where office_province = $1 and id = $2",
    [book.officeProvince, book.id],
  );
}

export async function closeBook(tx: Tx, book: Pick<ReceiptBook, "officeProvince" | "id">, at: Instant): Promise<void> {
  await tx.query(
    "payments.close-book",
    "update receipt_books set closed_at = $3 where office_province = $1 and id = $2 and closed_at is null",
    [book.officeProvince, book.id, new Date(at)],
  );
}

export type NewReceipt = Omit<CashReceipt, "series" | "cancelledAt" | "cancelledByName" | "cancelReason"> & {
  readonly feeKey: string;
};

export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await tx.query(
    "payments.insert-receipt",
    `insert into cash_receipts (office_province, id, book_id, number, unit_id, debt_id, dossier_id, dossier_code, fee_key, title,
                                payer_name, amount_dong, book_day, taken_at, taken_by, taken_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      receipt.officeProvince,
      receipt.id,
      receipt.bookId,
      receipt.number,
      receipt.unitId,
      receipt.debtId,
      receipt.dossierId,
      receipt.dossierCode,
      receipt.feeKey,
      receipt.title,
      receipt.payerName,
      receipt.amount,
      receipt.bookDay,
      new Date(receipt.takenAt),
      receipt.takenBy,
      receipt.takenByName,
    ],
  );
}

export async function findReceipt(sql: Sql, officeProvince: string, id: string): Promise<CashReceipt | null> {
  const [row] = await sql.query<CashReceipt>(
    "payments.find-receipt",
    `select ${RECEIPT} ${RECEIPTS} where r.office_province = $1 and r.id = $2`,
    [officeProvince, id],
  );
  return row ? { ...row, amount: dong(row.amount) } : null;
}

/** Marks a receipt cancelled, unless it is. */
export async function cancelReceipt(
  tx: Tx,
  receipt: Pick<CashReceipt, "officeProvince" | "id">,
  by: Hand,
  reason: string,
  at: Instant,
): Promise<boolean> {
  const done = await tx.query(
    "payments.cancel-receipt",
    `update cash_receipts set cancelled_at = $3, cancelled_by = $4, cancelled_by_name = $5, cancel_reason = $6
      where office_province = $1 and id = $2 and cancelled_at is null returning id`,
    [receipt.officeProvince, receipt.id, new Date(at), by.account, by.name, reason],
  );
  return done.length === 1;
}

/** The receipts of an officer's day, in the order of their numbers. */
export const receiptsOfDay = (
  sql: Sql,
  officeProvince: string,
  officer: string,
  day: PlainDate,
): Promise<CashReceipt[]> =>
  sql.query<CashReceipt>(
    "payments.receipts-of-day",
    `select ${RECEIPT} ${RECEIPTS} where r.office_province = $1 and r.taken_by = $2 and r.book_day = $3
      order by r.taken_at, r.number limit 2000`,
    [officeProvince, officer, day],
  );

/** The living receipt of a debt, with whoever took its money. */
export async function takersOf(sql: Sql, officeProvince: string, debtId: string): Promise<readonly string[]> {
  const found = await sql.query<{ by: string }>(
    "payments.takers-of-debt",
    `select distinct taken_by as "by" from cash_receipts where office_province = $1 and debt_id = $2 and cancelled_at is null`,
    [officeProvince, debtId],
  );
  return found.map(({ by }) => by);
}
