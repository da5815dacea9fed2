import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import * as counting from "./counting-rows.ts";
import type { Debt, DebtWithPayment, Payment } from "./debt.ts";
import type { Verdict } from "./verdict.ts";

type DebtRow = {
  id: string;
  office_province: string;
  dossier_id: string;
  dossier_code: string;
  unit_id: string;
  fee_key: string;
  title: string;
  amount_dong: number;
  paid_dong: number;
  waived_dong: number;
  reference: string;
  created_at: Instant;
  cancelled_at: Instant | null;
  paid_at: Instant | null;
  refund_due_at: Instant | null;
};
const DEBT = [
  "d.id, d.office_province, d.dossier_id, d.dossier_code, d.fee_key, d.title, d.amount_dong, d.reference",
  "d.unit_id, d.paid_dong, d.waived_dong, d.created_at, d.cancelled_at, d.paid_at, d.refund_due_at",
].join(", ");

const debtOf = (row: DebtRow): Debt => ({
  id: row.id,
  officeProvince: row.office_province,
  dossierId: row.dossier_id,
  dossierCode: row.dossier_code,
  unitId: row.unit_id,
  feeKey: row.fee_key,
  title: row.title,
  amount: dong(row.amount_dong),
  paid: dong(row.paid_dong),
  waived: dong(row.waived_dong),
  reference: row.reference,
  createdAt: row.created_at,
  cancelledAt: row.cancelled_at,
  paidAt: row.paid_at,
  refundDueAt: row.refund_due_at,
});
const moment = (at: Instant): Date => new Date(at);

/** Writes debts, passing over any whose reference is taken; answers the ids of those written. */
export async function insertDebts(tx: Tx, debts: readonly Debt[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    "payments.insert-debts",
    `insert into debts (office_province, id, dossier_id, dossier_code, fee_key, title, amount_dong, reference, created_at, unit_id)
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[],
                          $9::timestamptz[], $10::text[])
     on conflict (office_province, reference) do nothing
     returning id`,
    [
      debts.map((debt) => debt.officeProvince),
      debts.map((debt) => debt.id),
      debts.map((debt) => debt.dossierId),
      debts.map((debt) => debt.dossierCode),
      debts.map((debt) => debt.feeKey),
      debts.map((debt) => debt.title),
      debts.map((debt) => debt.amount),
      debts.map((debt) => debt.reference),
      debts.map((debt) => moment(debt.createdAt)),
      debts.map((debt) => debt.unitId),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

type PaymentRow = {
  payment_id: string | null;
  way: "bank" | "cash";
  bank_transaction: string;
  payment_dong: number;
  payment_paid_at: Instant;
  receipt_number: string;
};

/** What a dossier owes and paid, in the order it was asked for; with the last of its payments, which settled it. */
export async function debtsOfDossier(sql: Sql, officeProvince: string, dossierId: string): Promise<DebtWithPayment[]> {
  const rows = await sql.query<DebtRow & PaymentRow>(
    "payments.debts-of-dossier",
    `select ${DEBT}, p.* from debts d
       left join lateral (
         select id as payment_id, 'bank' as way, bank_transaction, amount_dong as payment_dong, paid_at as payment_paid_at,
                receipt_number
           from payments where office_province = d.office_province and debt_id = d.id
         union all
         select r.id, 'cash', '', r.amount_dong, r.taken_at, b.series || ' ' || lpad(r.number::text, 7, '0')
           from cash_receipts r join receipt_books b on b.office_province = r.office_province and b.id = r.book_id
          where r.office_province = d.office_province and r.debt_id = d.id and r.cancelled_at is null
         order by payment_paid_at desc limit 1
       ) p on true
      where d.office_province = $1 and d.dossier_id = $2
      order by d.created_at, d.id`,
    [officeProvince, dossierId],
  );
  return rows.map((row) => ({ ...debtOf(row), payment: paymentOf(row) }));
}

const paymentOf = (row: DebtRow & PaymentRow): Payment | null =>
  row.payment_id === null
    ? null
    : {
        id: row.payment_id,
        way: row.way,
        debtId: row.id,
        bankTransaction: row.bank_transaction,
        amount: dong(row.payment_dong),
        paidAt: row.payment_paid_at,
        receiptNumber: row.receipt_number,
      };

/** The debts that carry one of these references, in these provinces. */
export async function debtsByReference(
  sql: Sql,
  officeProvinces: readonly string[],
  references: readonly string[],
): Promise<Debt[]> {
  const rows = await sql.query<DebtRow>(
    "payments.debts-by-reference",
    `select ${DEBT} from debts d where d.office_province = any ($1) and d.reference = any ($2)`,
    [officeProvinces, references],
  );
  return rows.map(debtOf);
}

/** The debt as it stands now, held until the transaction ends. */
export async function getDebtHeld(tx: Tx, officeProvince: string, id: string): Promise<Debt> {
  const [row] = await tx.query<DebtRow>(
    "payments.debt-held",
    `select ${DEBT} from debts d where d.office_province = $1 and d.id = $2 for update`,
    [officeProvince, id],
  );
  if (!row) throw new Error("a debt that was there is gone");
  return debtOf(row);
}

/** All debts of a dossier, held until the transaction ends. */
export async function debtsHeld(tx: Tx, officeProvince: string, dossierId: string): Promise<Debt[]> {
  const rows = await tx.query<DebtRow>(
    "payments.debts-held",
    `select ${DEBT} from debts d where d.office_province = $1 and d.dossier_id = $2 order by d.id for update`,
    [officeProvince, dossierId],
  );
  return rows.map(debtOf);
}

export async function markCancelled(
  tx: Tx,
  officeProvince: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.query(
    "payments.mark-cancelled",
    "update debts set cancelled_at = $3 where office_province = $1 and id = any ($2) and cancelled_at is null",
    [officeProvince, ids, moment(at)],
  );
}

export async function markRefundDue(
  tx: Tx,
  officeProvince: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.query(
    "payments.mark-refund-due",
    "update debts set refund_due_at = $3 where office_province = $1 and id = any ($2) and refund_due_at is null",
    [officeProvince, ids, moment(at)],
  );
}

export type Notice = {
  readonly officeProvince: string;
  readonly id: string;
  readonly receivedAt: Instant;
  readonly bankTransaction: string;
  readonly reference: string;
  readonly amount: Dong;
  readonly paidAt: Instant;
  readonly account: string;
  readonly learnedBy: "notice" | "query" | "statement";
  readonly verdict: Verdict;
  readonly unitId: string;
  readonly payerName: string;
  /** The content as it came. */
  readonly content: string;
};

/** What was said of this transfer before, whichever province it was entered under. */
export async function findNotice(
  sql: Sql,
  bankTransaction: string,
): Promise<{ verdict: Verdict; amount: Dong } | null> {
  const [row] = await sql.query<{ verdict: Verdict; amount_dong: number }>(
    "payments.find-notice",
    "select verdict, amount_dong from bank_notices where bank_transaction = $1",
    [bankTransaction],
  );
  return row ? { verdict: row.verdict, amount: dong(row.amount_dong) } : null;
}

export async function insertNotice(tx: Tx, notice: Notice): Promise<void> {
  await tx.query(
    "payments.insert-notice",
    `insert into bank_notices (office_province, id, received_at, bank_transaction, reference, amount_dong, paid_at,
                               account, learned_by, verdict, unit_id, payer_name, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      notice.officeProvince,
      notice.id,
      moment(notice.receivedAt),
      notice.bankTransaction,
      notice.reference,
      notice.amount,
      moment(notice.paidAt),
      notice.account,
      notice.learnedBy,
      notice.verdict,
      notice.unitId,
      notice.payerName,
      notice.content,
    ],
  );
}

export async function insertPayment(tx: Tx, officeProvince: string, payment: Payment, at: Instant): Promise<void> {
  await tx.query(
    "payments.insert-payment",
    `insert into payments (office_province, id, debt_id, bank_transaction, amount_dong, paid_at, receipt_number, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      officeProvince,
      payment.id,
      payment.debtId,
      payment.bankTransaction,
      payment.amount,
      moment(payment.paidAt),
      payment.receiptNumber,
      moment(at),
    ],
  );
}

/** The next receipt of a province's year, from 1; given back when the transaction does not commit, so no gap stays. */
export async function nextReceipt(tx: Tx, officeProvince: string, year: string): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    "payments.next-receipt",
    `insert into serials (office_province, unit_id, book, period, last) values ($1, $2, 'fee-receipts', $3, 1)
     on conflict (office_province, unit_id, book, period) do update set last = serials.last + 1
     returning last`,
    [officeProvince, `province-${officeProvince}`, year],
  );
  if (!row) throw new Error("no receipt number was given");
  return row.last;
}

/** Open debts raised before a moment, those longest not asked about first, so that none is left behind. */
export async function openDebtsToAskAbout(sql: Sql, before: Instant, most: number): Promise<Debt[]> {
  const rows = await sql.query<DebtRow>(
    "payments.open-debts-to-ask-about",
    `select ${DEBT} from debts d
      where d.paid_at is null and d.cancelled_at is null and coalesce(d.asked_at, d.created_at) < $1
      order by coalesce(d.asked_at, d.created_at), d.id
      limit $2`,
    [moment(before), most],
  );
  return rows.map(debtOf);
}

export async function markAsked(sql: Sql, debt: Debt, at: Instant): Promise<void> {
  await sql.query("payments.mark-asked", "update debts set asked_at = $3 where office_province = $1 and id = $2", [
    debt.officeProvince,
    debt.id,
    moment(at),
  ]);
}

/** A debt and its dossier, held until the transaction ends; null where the asker sees none. */
export async function findDebtHeld(tx: Tx, officeProvince: string, id: string): Promise<Debt | null> {
  const [row] = await tx.query<DebtRow>(
    "payments.find-debt",
    `select ${DEBT} from debts d where d.office_province = $1 and d.id = $2`,
    [officeProvince, id],
  );
  if (!row) return null;
  await counting.holdDossier(tx, officeProvince, row.dossier_id);
  return getDebtHeld(tx, officeProvince, id);
}

/** Debts by their ids, where the asker sees them. */
export async function debtsById(sql: Sql, officeProvince: string, ids: readonly string[]): Promise<Debt[]> {
  const rows = await sql.query<DebtRow>(
    "payments.debts-by-id",
    `select ${DEBT} from debts d where d.office_province = $1 and d.id = any ($2)`,
    [officeProvince, ids],
  );
  return rows.map(debtOf);
}

/** The debts of the dossier with this code, where the asker sees them. */
export async function debtsByCode(sql: Sql, officeProvince: string, code: string): Promise<Debt[]> {
  const rows = await sql.query<DebtRow>(
    "payments.debts-by-code",
    `select ${DEBT} from debts d where d.office_province = $1 and d.dossier_id =
       (select id from dossiers where office_province = $1 and code = $2) order by d.created_at, d.id`,
    [officeProvince, code],
  );
  return rows.map(debtOf);
}
