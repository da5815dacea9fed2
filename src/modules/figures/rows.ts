import type { Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { pagesOf } from "../../platform/database/pages.ts";
import type { Cell, Grouping, Question, Timing } from "./question.ts";

/** The SQL of figures: one condition says which dossiers a figure counts, whether it is counted, listed or taken along. */

export type Counted = {
  readonly key: string;
  readonly receivedOnline: number;
  readonly receivedOtherwise: number;
  readonly carriedOver: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly openInTime: number;
  readonly openLate: number;
  readonly openPaused: number;
};
export type ListedDossier = {
  readonly code: string;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
  readonly status: Status;
  readonly officer: string | null;
  readonly acceptedAt: Instant;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly timing: Timing;
  readonly supplements: number;
};
type Moments = { readonly from: Instant; readonly end: Instant };

const DAY = "Asia/Ho_Chi_Minh";
/** $2 begins the period, $3 ends it: at $3 a dossier that ended later was still in hand. */
const ENDED = "(d.ended_at is not null and d.ended_at < $3)";
const TIMING = `case
  when ${ENDED} and d.due_at is null then 'early'
  when ${ENDED} and d.ended_at > d.due_at then 'late'
  when ${ENDED} and (d.ended_at at time zone '${DAY}')::date < (d.due_at at time zone '${DAY}')::date then 'early'
  when ${ENDED} then 'on-time'
  when d.due_at is null then 'open-paused'
  when d.due_at < $3 then 'open-late'
  else 'open-in-time' end`;
/** Electronic is what nobody had to type in again. */
const CAME = `case when d.accepted_at < $2 then 'before'
  when d.channel in ('online', 'api', 'kiosk') then 'online' else 'otherwise' end`;
const AMONG = `d.unit_id = any($1) and d.accepted_at is not null and d.accepted_at < $3
  and (d.ended_at is null or d.ended_at >= $2)
  and ($4::text[] is null or d.procedure_key = any($4)) and ($5::uuid is null or d.assigned_to = $5)
  and ($6::text is null or d.channel = $6)`;
/** What is in hand and what ended since: each half has an index. */
const FROM = `(select * from dossiers where unit_id = any($1) and closed_at is null
  union all select * from dossiers where unit_id = any($1) and closed_at is not null and ended_at >= $2) as d`;

const KEYS: { readonly [G in Grouping]: string } = {
  unit: "d.unit_id",
  procedure: "d.procedure_key",
  officer: "coalesce(d.assigned_to::text, '')",
  day: `to_char((d.accepted_at at time zone '${DAY}')::date, 'YYYY-MM-DD')`,
  channel: "d.channel",
};

const valuesOf = (question: Question, { from, end }: Moments): unknown[] => [
  question.units,
  iso(from),
  iso(end),
  question.procedures,
  question.officer,
  question.channel,
];
const iso = (at: Instant): string => new Date(at).toISOString();

/** Every column of every group, in one reading. */
export const countBy = (sql: Sql, question: Question, moments: Moments, by: Grouping): Promise<Counted[]> =>
  sql.query<Counted>(
    `figures-by-${by}`,
    `select key, (count(*) filter (where came = 'online'))::int as "receivedOnline",
       (count(*) filter (where came = 'otherwise'))::int as "receivedOtherwise",
       (count(*) filter (where came = 'before'))::int as "carriedOver",
       (count(*) filter (where timing = 'early'))::int as early, (count(*) filter (where timing = 'on-time'))::int as "onTime",
       (count(*) filter (where timing = 'late'))::int as late,
       (count(*) filter (where timing = 'open-in-time'))::int as "openInTime",
       (count(*) filter (where timing = 'open-late'))::int as "openLate",
       (count(*) filter (where timing = 'open-paused'))::int as "openPaused"
     from (select ${KEYS[by]} as key, ${CAME} as came, ${TIMING} as timing from ${FROM} where ${AMONG}) as one
     group by key order by key`,
    valuesOf(question, moments),
  );

const COLUMNS = `d.code, d.unit_id as unit, d.procedure_key as procedure, d.channel, d.status,
  (select a.display_name from accounts a where a.id = d.assigned_to) as officer,
  d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.ended_at as "endedAt", ${TIMING} as timing, d.supplements`;

/** $7 came, $8 timing; $9 the key of the group. */
const inCell = (by: Grouping | null): string => `${AMONG}
  and ($7::text is null or (${CAME}) = $7) and ($8::text is null or (${TIMING}) = $8)
  and ${by ? `${KEYS[by]} = $9` : "$9::text is null"}`;
const cellValues = (question: Question, moments: Moments, cell: Cell): unknown[] => [
  ...valuesOf(question, moments),
  cell.came,
  cell.timing,
  cell.group?.key ?? null,
];

/** A page of the dossiers a figure counts, the longest accepted first. */
export const listCell = (
  sql: Sql,
  question: Question,
  moments: Moments,
  cell: Cell,
  limit: number,
  offset: number,
): Promise<ListedDossier[]> =>
  sql.query<ListedDossier>(
    `figures-list-${cell.group?.by ?? "all"}`,
    `select ${COLUMNS} from ${FROM} where ${inCell(cell.group?.by ?? null)} order by d.accepted_at, d.code limit $10 offset $11`,
    [...cellValues(question, moments, cell), limit, offset],
  );

/** All of them, page by page, in no order: sorting a million would hold back the first. */
export const cellPages = (tx: Tx, question: Question, moments: Moments, cell: Cell) =>
  pagesOf<ListedDossier>(
    tx,
    `figures-export-${cell.group?.by ?? "all"}`,
    `select ${COLUMNS} from ${FROM} where ${inCell(cell.group?.by ?? null)}`,
    cellValues(question, moments, cell),
  );

export type Age = { readonly days: number; readonly inTime: number; readonly late: number; readonly paused: number };
/** What is in hand now by how many days ago it was accepted, in classes that begin at these days. */
export const agesOf = (sql: Sql, units: readonly string[], now: Instant, classes: readonly number[]): Promise<Age[]> =>
  sql.query<Age>(
    "figures-ages",
    `select c.days::int as days, (count(d.id) filter (where d.due_at >= $2))::int as "inTime",
       (count(d.id) filter (where d.due_at < $2))::int as late, (count(d.id) filter (where d.due_at is null))::int as paused
     from unnest($3::int[], $4::int[]) as c(days, next)
     left join dossiers d on d.unit_id = any($1) and d.closed_at is null and d.ended_at is null and d.accepted_at is not null
       and $2::timestamptz - d.accepted_at >= make_interval(days => c.days)
       and (c.next is null or $2::timestamptz - d.accepted_at < make_interval(days => c.next))
     group by c.days order by c.days`,
    [units, iso(now), classes, classes.map((_, at) => classes[at + 1] ?? null)],
  );

export type DayFlow = { readonly day: string; readonly received: number; readonly done: number; readonly late: number };
/** What came in, what was done and what of it late, a day. */
export const flowOf = (sql: Sql, question: Question, moments: Moments): Promise<DayFlow[]> =>
  sql.query<DayFlow>(
    "figures-flow",
    `with d as materialized (select * from ${FROM} where ${AMONG})
     select to_char(g.day, 'YYYY-MM-DD') as day,
       (select count(*)::int from d where (accepted_at at time zone '${DAY}')::date = g.day) as received,
       (select count(*)::int from d where ${ENDED} and (d.ended_at at time zone '${DAY}')::date = g.day) as done,
       (select count(*)::int from d where ${ENDED} and d.ended_at > d.due_at and (d.ended_at at time zone '${DAY}')::date = g.day) as late
     from generate_series(($2::timestamptz at time zone '${DAY}')::date, (($3::timestamptz - interval '1 ms') at time zone '${DAY}')::date, interval '1 day') as s(t)
     cross join lateral (select s.t::date as day) as g order by g.day`,
    valuesOf(question, moments),
  );
