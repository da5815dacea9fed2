import type { Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** The SQL of warnings. */

export type RaisedLevel = "half" | "four-fifths" | "day-before" | "late" | "unanswered";
export type NewWarning = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly level: RaisedLevel;
  readonly clockFrom: Instant;
  readonly reachedAt: Instant;
  readonly dueAt: Instant;
};

/** Writes what was not written before; answers how many were new. */
export const insertWarnings = async (sql: Sql, warnings: readonly NewWarning[], at: Instant): Promise<number> =>
  (
    await sql.query(
      "clock-warnings-insert",
      `insert into clock_warnings (office_province, dossier_id, level, clock_from, reached_at, due_at, raised_at)
       select r.province, r.dossier, r.level, to_timestamp(r.clock / 1000.0), to_timestamp(r.reached / 1000.0),
         to_timestamp(r.due / 1000.0), $2
       from jsonb_to_recordset($1::jsonb) as r(province text, dossier uuid, level text, clock numeric,
         reached numeric, due numeric)
       on conflict do nothing returning level`,
      [
        JSON.stringify(
          warnings.map((one) => ({
            province: one.officeProvince,
            dossier: one.dossierId,
            level: one.level,
            clock: one.clockFrom,
            reached: one.reachedAt,
            due: one.dueAt,
          })),
        ),
        new Date(at),
      ],
    )
  ).length;

export type Unanswered = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  /** When it was filed, or what was missing came. */
  readonly since: Instant;
};

/** Online submissions nobody has answered since before a moment, a page at a time in the order of their ids. */
export const unansweredBefore = (
  sql: Sql,
  before: Instant,
  after: { readonly officeProvince: string; readonly id: string },
  limit: number,
): Promise<Unanswered[]> =>
  sql.query(
    "clock-warnings-unanswered",
    `select d.office_province as "officeProvince", d.id, d.unit_id as "unitId", s.since
     from dossiers d cross join lateral (select max(a.at) as since from acts a
       where a.office_province = d.office_province and a.dossier_id = d.id and a.kind in ('filed', 'supplemented')) s
     where d.closed_at is null and d.status = 'filed' and d.channel in ('online', 'api', 'kiosk') and d.filed_at < $1
       and s.since < $1 and (d.office_province, d.id) > ($2, $3::uuid)
     order by d.office_province, d.id limit $4`,
    [new Date(before), after.officeProvince, after.id, limit],
  );

/** Whom warnings are for: an officer of a unit, and what the post answers for. */
export type WarnedOf = {
  readonly provinces: readonly string[];
  readonly unit: string;
  /** The officer, and whoever they stand in for. */
  readonly accounts: readonly string[];
  readonly leads: boolean;
  readonly receives: boolean;
};
export type WarningRow = {
  readonly code: string;
  readonly procedureKey: string;
  readonly status: Status;
  readonly level: RaisedLevel;
  readonly reachedAt: Instant;
  readonly dueAt: Instant;
  readonly assignedTo: string | null;
};

/** The unit's open dossiers that may concern the officer at all; read apart, or a province's whole index would be walked beside. */
const OPEN = `(select office_province, id, code, procedure_key, status, assigned_to, clock_from, due_at from dossiers
    where unit_id = $2 and closed_at is null and status <> 'issued' offset 0) as d`;
const CONCERNED =
  "d.office_province = any($1) and ($4::boolean or d.assigned_to = any($3::uuid[]) or ($5::boolean and d.status = 'filed'))";

/**
 * Warnings of one dossier that still hold and are this officer's: half and four fifths go to whoever works on it (to the
 * head while nobody does), the last day and lateness to the head too, an unanswered submission to reception and the head.
 */
const HOLDING = `clock_warnings w where w.office_province = d.office_province and w.dossier_id = d.id
    and case when w.level = 'unanswered' then d.status = 'filed' and ($4::boolean or $5::boolean)
        and not exists (select from acts a where a.office_province = d.office_province and a.dossier_id = d.id
          and a.kind = 'supplemented' and a.at > w.clock_from)
      else d.clock_from = w.clock_from and d.due_at is not null and (w.level <> 'late' or d.due_at < $6::timestamptz)
        and (d.assigned_to = any($3::uuid[]) or ($4::boolean and (d.assigned_to is null or w.level in ('day-before', 'late')))) end`;
const GRAVITY = "array_position(array['late', 'unanswered', 'day-before', 'four-fifths', 'half'], w.level)";

const params = (of: WarnedOf, now: Instant) => [
  of.provinces,
  of.unit,
  of.accounts,
  of.leads,
  of.receives,
  new Date(now),
];

/** Of each dossier its gravest warning, the gravest and most urgent first. */
export const warningsFor = (sql: Sql, of: WarnedOf, now: Instant, limit: number): Promise<readonly WarningRow[]> =>
  sql.query(
    "clock-warnings-for",
    `select d.code, d.procedure_key as "procedureKey", d.status, w.level, w.reached_at as "reachedAt",
       coalesce(d.due_at, w.due_at) as "dueAt", d.assigned_to as "assignedTo"
     from ${OPEN} cross join lateral (select w.level, w.reached_at, w.due_at, ${GRAVITY} as gravity
       from ${HOLDING} order by ${GRAVITY} limit 1) as w
     where ${CONCERNED} order by w.gravity, "dueAt", d.code limit $7`,
    [...params(of, now), limit],
  );

/** How many dossiers have such a warning; counting stops at `most`. */
export const countWarnings = async (sql: Sql, of: WarnedOf, now: Instant, most: number): Promise<number> =>
  (
    await sql.query<{ count: number }>(
      "clock-warnings-count",
      `select count(*)::int as count from (
         select from ${OPEN} where ${CONCERNED} and exists (select from ${HOLDING} offset 0) limit $7) as warned`,
      [...params(of, now), most],
    )
  )[0]?.count ?? 0;
