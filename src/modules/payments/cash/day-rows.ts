import { type Dong, dong } from "../../../kernel/dong.ts";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";

/** One officer's cash at one office. */
export type Drawer = { readonly officeProvince: string; readonly unitId: string; readonly officer: string };

/** A day as it was counted and closed. */
export type CashDay = Drawer & {
  readonly id: string;
  readonly officerName: string;
  readonly day: PlainDate;
  readonly opening: Dong;
  readonly taken: Dong;
  readonly given: Dong;
  readonly book: Dong;
  readonly counted: Dong;
  readonly reason: string;
  readonly closedAt: Instant;
};

/** Everything that goes into or out of a drawer, and its closing, takes turns. */
export async function holdDrawer(tx: Tx, { officeProvince, unitId, officer }: Drawer): Promise<void> {
  await tx.query("payments.hold-drawer", "select pg_advisory_xact_lock(hashtextextended($1, 79))", [
    `${officeProvince} ${unitId} ${officer}`,
  ]);
}

/** The last day of the drawer that is closed; null where none is. */
export async function lastClosed(sql: Sql, { officeProvince, unitId, officer }: Drawer): Promise<PlainDate | null> {
  const [row] = await sql.query<{ day: PlainDate | null }>(
    "payments.last-closed-day",
    "select max(book_day) as day from cash_days where office_province = $1 and unit_id = $2 and officer = $3",
    [officeProvince, unitId, officer],
  );
  return row?.day ?? null;
}

/** What lay in the drawer when the day began, what came in and what went out on it. */
export async function sumsOf(
  sql: Sql,
  { officeProvince, unitId, officer }: Drawer,
  day: PlainDate,
): Promise<{ readonly opening: Dong; readonly taken: Dong; readonly given: Dong }> {
  const [row] = await sql.query<{ opening: number; taken: number; given: number }>(
    "payments.drawer-sums",
    `select coalesce(sum(case when debit = 'received-cash' then amount_dong else -amount_dong end) filter (where book_day < $4), 0)::bigint as opening,
            coalesce(sum(amount_dong) filter (where book_day = $4 and debit = 'received-cash'), 0)::bigint as taken,
            coalesce(sum(amount_dong) filter (where book_day = $4 and credit = 'received-cash'), 0)::bigint as given
       from money_movements where office_province = $1 and unit_id = $2 and drawer = $3 and book_day <= $4`,
    [officeProvince, unitId, officer, day],
  );
  return { opening: dong(row?.opening ?? 0), taken: dong(row?.taken ?? 0), given: dong(row?.given ?? 0) };
}

export async function insertDay(tx: Tx, day: CashDay): Promise<void> {
  await tx.query(
    "payments.insert-cash-day",
    `insert into cash_days (office_province, id, unit_id, officer, officer_name, book_day, opening_dong, taken_dong, given_dong,
                            book_dong, counted_dong, difference_reason, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      day.officeProvince,
      day.id,
      day.unitId,
      day.officer,
      day.officerName,
      day.day,
      day.opening,
      day.taken,
      day.given,
      day.book,
      day.counted,
      day.reason,
      new Date(day.closedAt),
    ],
  );
}

/** The closed days of an office, latest first. */
export const daysOfUnit = (sql: Sql, officeProvince: string, unitId: string, most: number): Promise<CashDay[]> =>
  sql.query<CashDay>(
    "payments.cash-days-of-unit",
    `select office_province as "officeProvince", id, unit_id as "unitId", officer, officer_name as "officerName",
            book_day as day, opening_dong as opening, taken_dong as taken, given_dong as given, book_dong as book,
            counted_dong as counted, difference_reason as reason, closed_at as "closedAt"
       from cash_days where office_province = $1 and unit_id = $2 order by book_day desc, officer_name limit $3`,
    [officeProvince, unitId, most],
  );

/** What lies in the drawers of an office, and with its part of the bank account. */
export async function held(
  sql: Sql,
  officeProvince: string,
  unitId: string,
): Promise<{ readonly drawers: readonly { officer: string; amount: Dong }[]; readonly bank: Dong }> {
  const rows = await sql.query<{ officer: string | null; amount: number }>(
    "payments.held-by-unit",
    `select drawer as officer, sum(case when debit in ('received-cash', 'received-bank') then amount_dong else -amount_dong end)::bigint as amount
       from money_movements
      where office_province = $1 and unit_id = $2
        and (debit in ('received-cash', 'received-bank') or credit in ('received-cash', 'received-bank'))
      group by drawer`,
    [officeProvince, unitId],
  );
  const bank = rows.find(({ officer }) => officer === null);
  return {
    drawers: rows.flatMap(({ officer, amount }) =>
      officer !== null && amount !== 0 ? [{ officer, amount: dong(amount) }] : [],
    ),
    bank: dong(bank?.amount ?? 0),
  };
}

export type Handover = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly way: "cash" | "bank";
  readonly drawer: string | null;
  readonly amount: Dong;
  /** The number of the treasury's slip (giấy nộp tiền). */
  readonly slip: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly byAccount: string;
  readonly byName: string;
};

/** Writes a handover, unless the slip is in the list already. */
export async function insertHandover(tx: Tx, one: Handover): Promise<void> {
  await tx.query(
    "payments.insert-handover",
    `insert into treasury_handovers (office_province, id, unit_id, way, drawer, amount_dong, slip, book_day, at, by_account, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.officeProvince,
      one.id,
      one.unitId,
      one.way,
      one.drawer,
      one.amount,
      one.slip,
      one.day,
      new Date(one.at),
      one.byAccount,
      one.byName,
    ],
  );
}

/** What the treasury was handed in a period, latest first; of one office, or of all the asker sees. */
export const handoversOf = (
  sql: Sql,
  officeProvince: string,
  unitId: string | null,
  from: PlainDate,
  until: PlainDate,
): Promise<Handover[]> =>
  sql.query<Handover>(
    "payments.handovers",
    `select office_province as "officeProvince", id, unit_id as "unitId", way, drawer, amount_dong as amount, slip,
            book_day as day, at, by_account as "byAccount", by_name as "byName"
       from treasury_handovers
      where office_province = $1 and ($2::text is null or unit_id = $2) and book_day between $3 and $4
      order by at desc, id limit 1000`,
    [officeProvince, unitId, from, until],
  );

export async function slipKnown(sql: Sql, officeProvince: string, slip: string): Promise<boolean> {
  const found = await sql.query(
    "payments.slip-known",
    "select 1 from treasury_handovers where office_province = $1 and slip = $2",
    [officeProvince, slip],
  );
  return found.length > 0;
}
