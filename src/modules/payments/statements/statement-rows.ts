import { type Dong, dong } from "../../../kernel/dong.ts";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Entry, Statement } from "./statement.ts";

/** A statement that was taken in, and how far its lines have got. */
export type Imported = {
  readonly officeProvince: string;
  readonly id: string;
  readonly account: string;
  readonly reference: string;
  readonly format: Statement["format"];
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly opening: Dong;
  readonly closing: Dong;
  readonly lines: number;
  readonly faulty: number;
  readonly done: number;
  readonly importedByName: string;
  readonly importedAt: Instant;
};

export async function findStatement(
  sql: Sql,
  officeProvince: string,
  account: string,
  reference: string,
): Promise<string | null> {
  const [row] = await sql.query<{ id: string }>(
    "payments.find-statement",
    "select id from bank_statements where office_province = $1 and account = $2 and reference = $3",
    [officeProvince, account, reference],
  );
  return row?.id ?? null;
}

export async function insertStatement(
  tx: Tx,
  id: string,
  officeProvince: string,
  statement: Statement,
  more: {
    readonly days: readonly [PlainDate, PlainDate] | null;
    readonly by: string;
    readonly byName: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx.query(
    "payments.insert-statement",
    `insert into bank_statements (office_province, id, account, reference, format, from_day, until_day, opening_dong, closing_dong,
                                  lines, faulty, imported_by, imported_by_name, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      officeProvince,
      id,
      statement.account,
      statement.reference,
      statement.format,
      more.days?.[0] ?? null,
      more.days?.[1] ?? null,
      statement.opening,
      statement.closing,
      statement.entries.length,
      statement.faults.length,
      more.by,
      more.byName,
      new Date(more.at),
    ],
  );
  await tx.query(
    "payments.insert-statement-lines",
    `insert into bank_statement_lines (office_province, statement_id, line, bank_transaction, amount_dong, content, payer_name, booked_at)
     select $1::text, $2::uuid, * from unnest($3::int[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::timestamptz[])`,
    [
      officeProvince,
      id,
      statement.entries.map((_entry, n) => n + 1),
      statement.entries.map((entry) => entry.bankTransaction),
      statement.entries.map((entry) => entry.amount),
      statement.entries.map((entry) => entry.content),
      statement.entries.map((entry) => entry.payerName),
      statement.entries.map((entry) => new Date(entry.bookedAt)),
    ],
  );
}

export type WaitingLine = Entry & {
  readonly officeProvince: string;
  readonly statementId: string;
  readonly account: string;
};

/** Lines that have not been entered yet, in order; of one statement, or of any. */
export const waitingLines = (sql: Sql, statementId: string | null, most: number): Promise<WaitingLine[]> =>
  sql.query<WaitingLine>(
    "payments.waiting-lines",
    `select l.office_province as "officeProvince", l.statement_id as "statementId", s.account, l.line,
            l.bank_transaction as "bankTransaction", l.amount_dong as amount, l.content, l.payer_name as "payerName",
            l.booked_at as "bookedAt"
       from bank_statement_lines l
       join bank_statements s on s.office_province = l.office_province and s.id = l.statement_id
      where l.outcome is null and ($1::uuid is null or l.statement_id = $1)
      order by l.statement_id, l.line limit $2`,
    [statementId, most],
  );

export async function setOutcome(sql: Sql, line: WaitingLine, outcome: string): Promise<void> {
  await sql.query(
    "payments.set-line-outcome",
    "update bank_statement_lines set outcome = $4 where office_province = $1 and statement_id = $2 and line = $3",
    [line.officeProvince, line.statementId, line.line, outcome],
  );
}

const IMPORTED = `s.office_province as "officeProvince", s.id, s.account, s.reference, s.format, s.from_day as "from",
  s.until_day as "until", s.opening_dong as opening, s.closing_dong as closing, s.lines, s.faulty,
  s.imported_by_name as "importedByName", s.imported_at as "importedAt",
  (select count(*)::int from bank_statement_lines l
    where l.office_province = s.office_province and l.statement_id = s.id and l.outcome is not null) as done`;

/** The statements taken in, latest first. */
export const statementsOf = (sql: Sql, officeProvince: string, most: number): Promise<Imported[]> =>
  sql.query<Imported>(
    "payments.statements",
    `select ${IMPORTED} from bank_statements s where s.office_province = $1 order by s.imported_at desc, s.id limit $2`,
    [officeProvince, most],
  );

export async function statementById(sql: Sql, officeProvince: string, id: string): Promise<Imported | null> {
  const [row] = await sql.query<Imported>(
    "payments.statement",
    `select ${IMPORTED} from bank_statements s where s.office_province = $1 and s.id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
}

/** What became of the lines of a statement. */
export const outcomesOf = (
  sql: Sql,
  officeProvince: string,
  id: string,
): Promise<{ readonly outcome: string; readonly count: number; readonly amount: Dong }[]> =>
  sql
    .query<{ outcome: string; count: number; amount: number }>(
      "payments.statement-outcomes",
      `select coalesce(outcome, 'waiting') as outcome, count(*)::int as count, sum(amount_dong)::bigint as amount
         from bank_statement_lines where office_province = $1 and statement_id = $2 group by 1 order by 1`,
      [officeProvince, id],
    )
    .then((rows) => rows.map((row) => ({ ...row, amount: dong(row.amount) })));
