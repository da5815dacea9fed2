import type { AgencyHours } from "../../kernel/agency-hours.ts";
import type { Session } from "../../kernel/calendar.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of hours and outages. */

export type HoursRow = AgencyHours & {
  readonly id: string;
  readonly unit: string;
  readonly decision: string;
  readonly byName: string;
  readonly at: Instant;
  readonly endedBy: string | null;
};
type Stored = Omit<HoursRow, "sessions"> & { readonly sessions: readonly (readonly [number, number])[] };

const HOURS = `id, unit_id as unit, kind, valid_from as "from", valid_until as until, sessions, counts,
  swapped_with as "swappedWith", decision, by_name as "byName", at, ended_by as "endedBy"`;

const withSessions = ({ sessions, ...row }: Stored): HoursRow => ({
  ...row,
  sessions: sessions.map(([from, until]): Session => ({ from, until })),
});

/** What these offices have set, in the order in which they set it; rows that never held are left out. */
export const hoursOf = async (sql: Sql, units: readonly string[]): Promise<readonly HoursRow[]> =>
  (
    await sql.query<Stored>(
      "working-hours-of-units",
      `select ${HOURS} from working_hours where unit_id = any($1)
       and (valid_until is null or valid_until >= valid_from) order by at, id`,
      [units],
    )
  ).map(withSessions);

/** Everything an office has ever set, the newest first. */
export const hoursListed = async (sql: Sql, unit: string, limit: number): Promise<readonly HoursRow[]> =>
  (
    await sql.query<Stored>(
      "working-hours-listed",
      `select ${HOURS} from working_hours where unit_id = $1 order by at desc, id desc limit $2`,
      [unit, limit],
    )
  ).map(withSessions);

type By = { readonly account: string; readonly name: string };

export const insertHours = async (
  tx: Tx,
  row: AgencyHours & { readonly id: string; readonly unit: string; readonly decision: string },
  by: By,
  at: Instant,
): Promise<void> => {
  await tx.query(
    "working-hours-insert",
    `insert into working_hours (id, unit_id, kind, valid_from, valid_until, sessions, counts, swapped_with, decision,
       by_account, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.unit,
      row.kind,
      row.from,
      row.until,
      JSON.stringify(row.sessions.map(({ from, until }) => [from, until])),
      row.counts,
      row.swappedWith,
      row.decision,
      by.account,
      by.name,
      new Date(at),
    ],
  );
};

/** Sets the last day; false where it is another office's, or has ended before. */
export const endHours = async (
  tx: Tx,
  unit: string,
  id: string,
  lastDay: PlainDate,
  by: string,
  at: Instant,
): Promise<boolean> => {
  const rows = await tx.query(
    "working-hours-end",
    `update working_hours set valid_until = $3, ended_at = $5, ended_by = $4
     where id = $2 and unit_id = $1 and ended_at is null and (valid_until is null or valid_until > $3) returning id`,
    [unit, id, lastDay, by, new Date(at)],
  );
  return rows.length === 1;
};

export type Outage = {
  readonly id: string;
  readonly kind: "planned" | "fault";
  readonly from: Instant;
  /** Null while a fault lasts. */
  readonly until: Instant | null;
  readonly whatVi: string;
  readonly whatEn: string;
  readonly decision: string;
  readonly byName: string;
  readonly at: Instant;
  readonly cancelledAt: Instant | null;
};
const OUTAGE = `id, kind, from_at as "from", until_at as until, what_vi as "whatVi", what_en as "whatEn", decision,
  by_name as "byName", at, cancelled_at as "cancelledAt"`;

export const outagesListed = (sql: Sql, limit: number): Promise<readonly Outage[]> =>
  sql.query("outages-listed", `select ${OUTAGE} from outages order by from_at desc, id limit $1`, [limit]);

/** What is announced or lasts at a moment. */
export const outagesNow = (sql: Sql, at: Instant): Promise<readonly Outage[]> =>
  sql.query(
    "outages-now",
    `select ${OUTAGE} from outages
     where cancelled_at is null and (until_at is null or until_at > $1) and (kind = 'planned' or from_at <= $1)
     order by from_at limit 5`,
    [new Date(at)],
  );

/** Recorded faults that touch the time since a moment, the newest first. */
export const faultsSince = (sql: Sql, since: Instant, until: Instant): Promise<readonly Outage[]> =>
  sql.query(
    "outages-faults-since",
    `select ${OUTAGE} from outages
     where kind = 'fault' and cancelled_at is null and from_at <= $2 and (until_at is null or until_at > $1)
     order by from_at desc limit 20`,
    [new Date(since), new Date(until)],
  );

export const insertOutage = async (
  tx: Tx,
  row: Omit<Outage, "byName" | "at" | "cancelledAt">,
  by: By,
  at: Instant,
): Promise<void> => {
  await tx.query(
    "outages-insert",
    `insert into outages (id, kind, from_at, until_at, what_vi, what_en, decision, by_account, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.kind,
      new Date(row.from),
      row.until === null ? null : new Date(row.until),
      row.whatVi,
      row.whatEn,
      row.decision,
      by.account,
      by.name,
      new Date(at),
    ],
  );
};

/** The end of a fault that lasts; false where none does under this id. */
export const endFault = async (tx: Tx, id: string, until: Instant): Promise<boolean> =>
  (
    await tx.query(
      "outages-end-fault",
      `update outages set until_at = $2
       where id = $1 and kind = 'fault' and until_at is null and from_at < $2 returning id`,
      [id, new Date(until)],
    )
  ).length === 1;

/** Calls a plan off before it has begun; false where that is too late. */
export const cancelPlan = async (tx: Tx, id: string, by: string, at: Instant): Promise<boolean> =>
  (
    await tx.query(
      "outages-cancel",
      `update outages set cancelled_at = $3, cancelled_by = $2
       where id = $1 and kind = 'planned' and cancelled_at is null and from_at > $3 returning id`,
      [id, by, new Date(at)],
    )
  ).length === 1;
