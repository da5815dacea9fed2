import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import { NO_PROVINCE } from "./receiving.ts";
import { referencesIn } from "./reference.ts";
import type { Verdict } from "./verdict.ts";

/** The office's page of money: what the bank told, what became of it, what is still owed. */

/** Column and direction, as the page's links name them. A table, because a statement's text must not be composed of input. */
const ORDERS = {
  "received-desc": "n.received_at desc, n.id desc",
  "received-asc": "n.received_at, n.id",
  "paid-desc": "n.paid_at desc, n.id desc",
  "paid-asc": "n.paid_at, n.id",
  "amount-desc": "n.amount_dong desc, n.id desc",
  "amount-asc": "n.amount_dong, n.id",
} as const;
export type ReconciliationSort = keyof typeof ORDERS;
export const RECONCILIATION_SORTS = Object.keys(ORDERS) as readonly ReconciliationSort[];

export type ReconciliationQuery = {
  /** From 1. */
  readonly page: number;
  readonly sort: ReconciliationSort;
  readonly verdict?: Verdict | undefined;
  /** Part of a reference, a bank's number or a dossier code. */
  readonly search?: string | undefined;
  /** One province's money, and the money that names no debt, which may be anybody's; all provinces when absent. */
  readonly officeProvince?: string | undefined;
  /** One office's money; all that the asker sees when absent. */
  readonly unitId?: string | undefined;
};

export type ReconciliationLine = {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly bankTransaction: string;
  readonly reference: string;
  readonly amount: Dong;
  readonly paidAt: Instant;
  readonly learnedBy: "notice" | "query" | "statement";
  readonly verdict: Verdict;
  readonly dossierCode: string | null;
  readonly owed: Dong | null;
  readonly receiptNumber: string | null;
};

export type Sum = { readonly count: number; readonly amount: Dong };
export type Reconciliation = {
  readonly lines: readonly ReconciliationLine[];
  readonly page: number;
  readonly pages: number;
  /** How many lines the search found over all pages. */
  readonly found: number;
  /** Over all the office or province, whatever is searched for. */
  readonly totals: Readonly<Record<Verdict, Sum>>;
  readonly open: Sum;
  readonly refundDue: Sum;
  /** The debts open longest. */
  readonly oldestOpen: readonly {
    readonly dossierCode: string;
    readonly title: string;
    readonly amount: Dong;
    readonly reference: string;
    readonly createdAt: Instant;
  }[];
};

const RECONCILIATION_PAGE_SIZE = 50;
const OLDEST_MOST = 20;

const FROM = `from bank_notices n
  left join debts d on d.office_province = n.office_province and d.reference = n.reference
  left join payments p on p.office_province = n.office_province and p.bank_transaction = n.bank_transaction
 where ($1::text is null or n.office_province in ($1, '${NO_PROVINCE}'))
   and ($2::text is null or n.verdict = $2)
   and ($3::text is null or n.reference ilike $3 or n.bank_transaction ilike $3 or d.dossier_code ilike $3)
   and ($4::text is null or n.unit_id = $4)`;

/** Answers one page of the list; a page beyond the last is the last. */
export async function listReconciliation(sql: Sql, query: ReconciliationQuery): Promise<Reconciliation> {
  const province = query.officeProvince ?? null;
  const unit = query.unitId ?? null;
  const filter = [province, query.verdict ?? null, pattern(query.search), unit];
  const [counted] = await sql.query<{ found: number }>(
    "payments.list-count",
    `select count(*) as found ${FROM}`,
    filter,
  );
  const found = counted?.found ?? 0;
  const pages = Math.max(1, Math.ceil(found / RECONCILIATION_PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(query.page) || 1), pages);
  const lines = await linesOf(sql, query.sort, [
    ...filter,
    RECONCILIATION_PAGE_SIZE,
    (page - 1) * RECONCILIATION_PAGE_SIZE,
  ]);
  return {
    lines,
    page,
    pages,
    found,
    totals: await totalsByVerdict(sql, province, unit),
    ...(await debtSums(sql, province, unit)),
    oldestOpen: await oldestOpen(sql, province, unit),
  };
}

/** What is searched for, as a pattern without surprises. A whole reference is found however it was typed. */
function pattern(search: string | undefined): string | null {
  const wanted = search?.trim() ?? "";
  if (wanted === "") return null;
  const [reference] = referencesIn(wanted);
  return `%${(reference ?? wanted.slice(0, 100)).replace(/[\\%_]/g, "\\$&")}%`;
}

type LineRow = {
  id: string;
  received_at: Instant;
  bank_transaction: string;
  reference: string;
  amount_dong: number;
  paid_at: Instant;
  learned_by: "notice" | "query" | "statement";
  verdict: Verdict;
  dossier_code: string | null;
  owed_dong: number | null;
  receipt_number: string | null;
};

async function linesOf(sql: Sql, sort: ReconciliationSort, values: readonly unknown[]): Promise<ReconciliationLine[]> {
  const rows = await sql.query<LineRow>(
    `payments.list-${sort}`,
    `select n.id, n.received_at, n.bank_transaction, n.reference, n.amount_dong, n.paid_at, n.learned_by, n.verdict,
            d.dossier_code, d.amount_dong as owed_dong, p.receipt_number
     ${FROM} order by ${ORDERS[sort]} limit $5 offset $6`,
    values,
  );
  return rows.map((row) => ({
    id: row.id,
    receivedAt: row.received_at,
    bankTransaction: row.bank_transaction,
    reference: row.reference,
    amount: dong(row.amount_dong),
    paidAt: row.paid_at,
    learnedBy: row.learned_by,
    verdict: row.verdict,
    dossierCode: row.dossier_code,
    owed: row.owed_dong === null ? null : dong(row.owed_dong),
    receiptNumber: row.receipt_number,
  }));
}

async function totalsByVerdict(sql: Sql, province: string | null, unit: string | null): Promise<Record<Verdict, Sum>> {
  const rows = await sql.query<{ verdict: Verdict; count: number; amount: number }>(
    "payments.totals-by-verdict",
    `select verdict, count(*) as count, sum(amount_dong)::bigint as amount from bank_notices
      where ($1::text is null or office_province in ($1, '${NO_PROVINCE}')) and ($2::text is null or unit_id = $2)
      group by verdict`,
    [province, unit],
  );
  const of = (verdict: Verdict): Sum => {
    const row = rows.find((each) => each.verdict === verdict);
    return { count: row?.count ?? 0, amount: dong(row?.amount ?? 0) };
  };
  return {
    matched: of("matched"),
    "unknown-reference": of("unknown-reference"),
    "wrong-amount": of("wrong-amount"),
    "already-paid": of("already-paid"),
    "cancelled-debt": of("cancelled-debt"),
  };
}

async function debtSums(
  sql: Sql,
  province: string | null,
  unit: string | null,
): Promise<{ open: Sum; refundDue: Sum }> {
  const [row] = await sql.query<{ open: number; open_dong: number; refunds: number; refunds_dong: number }>(
    "payments.debt-sums",
    `select count(*) filter (where paid_at is null and cancelled_at is null) as open,
            coalesce(sum(amount_dong - paid_dong - waived_dong) filter (where paid_at is null and cancelled_at is null), 0)::bigint as open_dong,
            count(*) filter (where refund_due_at is not null) as refunds,
            coalesce(sum(paid_dong) filter (where refund_due_at is not null), 0)::bigint as refunds_dong
       from debts where ($1::text is null or office_province = $1) and ($2::text is null or unit_id = $2)`,
    [province, unit],
  );
  return {
    open: { count: row?.open ?? 0, amount: dong(row?.open_dong ?? 0) },
    refundDue: { count: row?.refunds ?? 0, amount: dong(row?.refunds_dong ?? 0) },
  };
}

async function oldestOpen(
  sql: Sql,
  province: string | null,
  unit: string | null,
): Promise<Reconciliation["oldestOpen"]> {
  const rows = await sql.query<{
    dossier_code: string;
    title: string;
    amount_dong: number;
    reference: string;
    created_at: Instant;
  }>(
    "payments.oldest-open",
    `select dossier_code, title, amount_dong - paid_dong - waived_dong as amount_dong, reference, created_at from debts
      where paid_at is null and cancelled_at is null and ($1::text is null or office_province = $1)
        and ($2::text is null or unit_id = $2)
      order by created_at, id limit ${OLDEST_MOST}`,
    [province, unit],
  );
  return rows.map((row) => ({
    dossierCode: row.dossier_code,
    title: row.title,
    amount: dong(row.amount_dong),
    reference: row.reference,
    createdAt: row.created_at,
  }));
}
