import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** The SQL of the score card, the service index, the causes of overruns, and what people enter for them. */

const DAY = "Asia/Ho_Chi_Minh";
const iso = (at: Instant): string => new Date(at).toISOString();
type Moments = { readonly from: Instant; readonly end: Instant };

/** 2 before the day, 1 up to the moment, 0 after it (Circular 01/2018/TT-VPCP, article 13). */
const points = (at: string, due: string): string => `case when ${due} is null then 2 when ${at} > ${due} then 0
  when (${at} at time zone '${DAY}')::date < (${due} at time zone '${DAY}')::date then 2 else 1 end`;

/** Sums over the dossiers that ended in the period. */
export type Scored = {
  /** The officer to whom they were assigned; empty where nobody was, or all are counted together. */
  readonly key: string;
  readonly done: number;
  readonly time: number;
  readonly agencies: number;
  readonly contacts: number;
  readonly places: number;
  readonly online: number;
  readonly onlineLate: number;
  readonly procedures: readonly string[];
};
export const scored = (sql: Sql, unit: string, { from, end }: Moments, by: "all" | "officer"): Promise<Scored[]> =>
  sql.query<Scored>(
    `score-card-${by}`,
    `with one as (
       select d.office_province, d.id, d.procedure_key, d.supplements, d.due_at, d.ended_at,
         ${by === "officer" ? "coalesce(d.assigned_to::text, '')" : "''"} as key,
         d.channel in ('online', 'api', 'kiosk') as online, ${points("d.ended_at", "d.due_at")} as time
       from dossiers d where d.unit_id = $1 and d.accepted_at is not null and d.ended_at >= $2 and d.ended_at < $3)
     select key, count(*)::int as done, sum(time)::int as time,
       sum(least(time, coalesce(asked.points, 2)))::int as agencies,
       sum(case supplements when 0 then 2 when 1 then 1 else 0 end)::int as contacts,
       sum(case when online and coalesce(given.way, 'online') = 'online' then 2 else 1 end)::int as places,
       (count(*) filter (where online))::int as online, (count(*) filter (where online and time = 0))::int as "onlineLate",
       array_agg(distinct procedure_key) as procedures
     from one
     left join lateral (
       select min(${points("coalesce(answer.at, one.ended_at)", "to_timestamp((question.data->>'dueAt')::bigint / 1000.0)")}) as points
       from acts question
       left join acts answer on answer.office_province = question.office_province
         and answer.dossier_id = question.dossier_id and answer.kind in ('consultation-answered', 'handed-back')
         and answer.data->>'id' = question.data->>'id'
       where question.office_province = one.office_province and question.dossier_id = one.id
         and question.kind in ('consulted', 'handed-over')) asked on true
     left join lateral (
       select data->>'way' as way from acts where acts.office_province = one.office_province
         and acts.dossier_id = one.id and acts.kind = 'returned' order by seq desc limit 1) given on true
     group by key order by key`,
    [unit, iso(from), iso(end)],
  );

/** What events tell of the index: each a part of a whole. */
export type ServiceCounts = {
  readonly done: number;
  readonly inTime: number;
  readonly online: number;
  readonly results: number;
  readonly resultsSigned: number;
  readonly paid: number;
  readonly paidOnline: number;
  readonly answers: number;
  readonly satisfied: number;
};
export async function serviceCounts(
  sql: Sql,
  unit: string,
  { from, end }: Moments,
  months: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<ServiceCounts> {
  const [row] = await sql.query<ServiceCounts>(
    "service-index-counts",
    `with one as (select d.office_province, d.id, d.due_at, d.ended_at, d.status, d.channel from dossiers d
       where d.unit_id = $1 and d.accepted_at is not null and d.ended_at >= $2 and d.ended_at < $3),
     fees as (select exists (select from cash_receipts c where c.office_province = b.office_province
         and c.debt_id = b.id and c.cancelled_at is null) as cash
       from debts b where b.unit_id = $1 and b.paid_at >= $2 and b.paid_at < $3),
     said as (select e.value::numeric as score from survey_answers s, jsonb_each_text(s.scores) e
       where s.unit_id = $1 and s.month >= $4 and s.month <= $5 and e.value ~ '^[1-5]$')
     select (select count(*) from one)::int as done,
       (select count(*) from one where due_at is null or ended_at <= due_at)::int as "inTime",
       (select count(*) from one where channel in ('online', 'api', 'kiosk'))::int as online,
       (select count(*) from one where status in ('issued', 'returned'))::int as results,
       (select count(*) from one where status in ('issued', 'returned') and exists (select from documents p
         where p.office_province = one.office_province and p.dossier_id = one.id and p.signed_by <> '{}'
           and p.kind not in ('receipt', 'supplement-request', 'payment-receipt', 'control-sheet', 'apology')))::int
         as "resultsSigned",
       (select count(*) from fees)::int as paid, (select count(*) from fees where not cash)::int as "paidOnline",
       (select count(*) from said)::int as answers, (select count(*) from said where score >= 4)::int as satisfied`,
    [unit, iso(from), iso(end), `${months.from.slice(0, 7)}-01`, `${months.until.slice(0, 7)}-01`],
  );
  if (!row) throw new Error("counts without a row");
  return row;
}

export type OverrunCount = {
  readonly procedure: string;
  readonly cause: string;
  readonly count: number;
  readonly told: number;
};
/** Late dossiers of the period by the cause named with their apology; else a cooperating office that was late. */
export const overrunCounts = (sql: Sql, units: readonly string[], { from, end }: Moments): Promise<OverrunCount[]> =>
  sql.query<OverrunCount>(
    "overrun-causes",
    `select procedure, cause, count(*)::int as count, (count(*) filter (where apology))::int as told from (
       select d.procedure_key as procedure, said.data is not null as apology,
         coalesce(said.data->>'cause', case when exists (
           select from acts q left join acts a on a.office_province = q.office_province and a.dossier_id = q.dossier_id
             and a.kind in ('consultation-answered', 'handed-back') and a.data->>'id' = q.data->>'id'
           where q.office_province = d.office_province and q.dossier_id = d.id and q.kind in ('consulted', 'handed-over')
             and coalesce(a.at, $3) > to_timestamp((q.data->>'dueAt')::bigint / 1000.0)) then 'cooperating' else 'other' end) as cause
       from dossiers d
       left join lateral (select data from acts where acts.office_province = d.office_province
         and acts.dossier_id = d.id and acts.kind = 'reappointed' order by seq desc limit 1) said on true
       where d.unit_id = any($1) and d.accepted_at < $3 and d.due_at < coalesce(d.ended_at, $3) and d.due_at < $3
         and (d.ended_at is null or d.ended_at >= $2)) late
     group by procedure, cause order by procedure, cause`,
    [units, iso(from), iso(end)],
  );

export type ScoreEntry = {
  readonly id: string;
  readonly unit: string;
  readonly card: "score-card" | "service-index";
  readonly item: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly points: number;
  readonly reason: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Instant;
};
/** The entries of a unit for exactly this period, the latest first. */
export const entriesOf = (
  sql: Sql,
  officeProvince: string,
  unit: string,
  from: PlainDate,
  until: PlainDate,
): Promise<ScoreEntry[]> =>
  sql.query<ScoreEntry>(
    "score-entries-of",
    `select id, unit_id as unit, card, item, to_char(from_day, 'YYYY-MM-DD') as "from",
       to_char(until_day, 'YYYY-MM-DD') as until, points::float8 as points, reason, entered_by as by,
       entered_by_name as "byName", entered_at as at
     from score_entries where office_province = $1 and unit_id = $2 and from_day = $3 and until_day = $4
     order by entered_at desc, id desc`,
    [officeProvince, unit, from, until],
  );

export const insertEntry = (sql: Sql, officeProvince: string, entry: ScoreEntry): Promise<unknown> =>
  sql.query(
    "score-entries-insert",
    `insert into score_entries (office_province, id, unit_id, card, item, from_day, until_day, points, reason, entered_by,
       entered_by_name, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      officeProvince,
      entry.id,
      entry.unit,
      entry.card,
      entry.item,
      entry.from,
      entry.until,
      entry.points,
      entry.reason,
      entry.by,
      entry.byName,
      iso(entry.at),
    ],
  );
