import type { Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import { type DossierRow, LIST_COLUMNS } from "./rows.ts";

/** The lists of an office: as quick at a million dossiers as at ten thousand, because every list walks an index and stops. */

/** What a list shows of a dossier; what was answered and sent in stands on its page. */
export type WorkRow = Omit<DossierRow, "answers" | "papers">;

export type WorkFilter = {
  readonly officeProvinces: readonly string[];
  readonly unit: string;
  /** Dossiers in any of these states; null for whatever state. */
  readonly statuses: readonly Status[] | null;
  readonly procedure: string | null;
  /** Dossiers of any of these officers; null for whoever works on them. */
  readonly assignedTo: readonly string[] | null;
  readonly open: boolean;
  /** Words of the owner's name, accents or not, or a code, or its end. */
  readonly search: string;
  readonly dueFrom: Instant | null;
  readonly dueBefore: Instant | null;
  /** Only those that nobody works on yet. */
  readonly unassigned: boolean;
  /** Accepted before this moment. */
  readonly acceptedBefore: Instant | null;
  readonly sort: "due" | "filed";
};

/** So many of the newest are looked through by a walk before the index of words is asked: common names fill a page there. */
const WALKED = 2_000;
/** Of so many words a name is rare enough for the index to be asked at once. */
const WHOLE_NAME_LEAST = 3;
/** A code's end counts from this many signs on; shorter ones are words. */
const TAIL_LEAST = 4;

const moment = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * A unit's work. Open dossiers stand by due time (what has none yet, by its filing) or newest first; lists that hold closed
 * ones too are always newest first. One row more than asked tells of a next page.
 */
export async function workOf(
  reading: Reading,
  f: WorkFilter,
  limit: number,
  offset: number,
): Promise<readonly WorkRow[]> {
  const tail = codeTail(f.search);
  const words = tail === null ? searchKey(f.search).split(" ").filter(Boolean) : [];
  const list = (name: string, within = ""): Promise<readonly WorkRow[]> =>
    reading.query<WorkRow>(
      `work-of-unit-${name}`,
      `select ${LIST_COLUMNS} from ${within}dossiers
       where office_province = any($1) and unit_id = $2 ${f.open ? "and closed_at is null" : ""}
         and ($3::text[] is null or status = any($3)) and ($4::text is null or procedure_key = $4)
         and ($5::uuid[] is null or assigned_to = any($5))
         and ($6::text[] = '{}' or string_to_array(owner_search, ' ') @> $6) and ($7::text is null or right(code, length($7)) = $7)
         and ($8::timestamptz is null or due_at < $8) and ($9::timestamptz is null or due_at >= $9)
         and (not $10::boolean or assigned_to is null) and ($11::timestamptz is null or accepted_at < $11)
       order by ${f.open && f.sort === "due" ? "due_at asc nulls last, filed_at asc" : "filed_at desc"}
       limit $12 offset $13`,
      [
        f.officeProvinces,
        f.unit,
        f.statuses,
        f.procedure,
        f.assignedTo,
        words,
        tail,
        moment(f.dueBefore),
        moment(f.dueFrom),
        f.unassigned,
        moment(f.acceptedBefore),
        limit,
        offset,
      ],
    );
  if (f.open) return list(`open-${f.sort}`);
  if (tail !== null) return list("by-tail", CODED);
  if (words.length === 0) return inOrder(reading, () => list("all"));
  if (words.length >= WHOLE_NAME_LEAST) return list("by-words", NAMED);
  const newest = await inOrder(reading, () => list("newest", NEWEST));
  return newest.length === limit ? newest : list("by-words", NAMED);
}

/**
 * Walks an index in the order of the list. Behind row security the planner takes a unit for a handful of rows, and would read
 * all of its years to sort them.
 */
async function inOrder<T>(reading: Reading, list: () => Promise<T>): Promise<T> {
  const plans = (sorting: "on" | "off") =>
    reading.query(
      "work-plans",
      "select set_config('enable_sort', $1, true), set_config('enable_bitmapscan', $1, true)",
      [sorting],
    );
  await plans("off");
  const found = await list();
  await plans("on");
  return found;
}

/** What was typed as a code or the end of one; null where it is words of a name. */
function codeTail(search: string): string | null {
  const typed = search.trim().toUpperCase();
  return /^[0-9A-Z.-]*\d[0-9A-Z.-]*$/.test(typed) && typed.length >= TAIL_LEAST ? typed : null;
}

const NEWEST = `(select * from dossiers where office_province = any($1) and unit_id = $2
  order by filed_at desc limit ${WALKED}) as `;
/**
 * Patterns are matched behind the row security of the table, never by an index of it: such an index is asked in functions that
 * see to the caller's units themselves (db/migrations/000030_search.sql). What they found is read key by key.
 */
const NAMED = keyByKey("unit_dossiers_named($2, $6)");
const CODED = keyByKey("unit_dossiers_coded($2, $7)");
function keyByKey(found: string): string {
  return `(select d.* from ${found} as k cross join lateral
    (select * from dossiers where office_province = k.office_province and id = k.id offset 0) as d) as `;
}

/** Of a unit's open dossiers in one state: how many, how many past their time, how many due before `soon`. */
export type WorkCounts = {
  readonly status: Status;
  readonly count: number;
  readonly late: number;
  readonly soon: number;
  /** Accepted, and not passed on in time. */
  readonly unforwarded: number;
};
export async function countWork(
  sql: Sql,
  officeProvinces: readonly string[],
  unit: string,
  now: Instant,
  soon: Instant,
  forwardedLateBefore: Instant | null,
): Promise<readonly WorkCounts[]> {
  return sql.query<WorkCounts>(
    "count-work",
    `select status, count(*)::int as count, (count(*) filter (where due_at < $3))::int as late,
       (count(*) filter (where due_at >= $3 and due_at < $4))::int as soon,
       (count(*) filter (where status = 'accepted' and accepted_at < $5))::int as unforwarded
     from dossiers where office_province = any($1) and unit_id = $2 and closed_at is null group by status`,
    [officeProvinces, unit, moment(now), moment(soon), moment(forwardedLateBefore)],
  );
}
