import { addDays, day, type PlainDate } from "../src/kernel/plain-date.ts";
import type { DatedRow, DatedTable, NoRule } from "./parameters/dated-table.ts";
import type { LegalSource } from "./sources/index.ts";

/** What is wrong with a table of the law. Days are the first and last probed on which it shows. */
export type CoverageProblem = {
  readonly kind:
    | "no-rule"
    | "overlap"
    | "ends-before-it-begins"
    | "no-citation"
    | "unknown-source"
    | "no-such-key"
    | "double-table";
  readonly table: string;
  readonly key: string;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly said: string;
};
export type Coverage = {
  readonly problems: readonly CoverageProblem[];
  readonly tables: number;
  readonly rows: number;
  readonly days: number;
};

/** The years the law is kept for. */
export const COVERED = { from: day("2021-01-01"), until: day("2027-12-31") } as const;

/**
 * Looks at every key of every table on a day in each quarter of the years covered and on both sides of every day on which any row
 * begins or ends. A day without a row must be declared: by the table (`noRule`), or by the law itself, where the first
 * row begins with a text it rests on, or the last ends with one or the day before another text begins. All problems come
 * together; none means that the law answers, or says that it does not, on every day.
 */
export function lawCoverage(tables: readonly DatedTable[], sources: readonly LegalSource[]): Coverage {
  const read = tables.map((table) => ({ table, rows: table.rows() }));
  const days = probedDays(read.flatMap(({ rows }) => rows));
  const texts = new Map(sources.map((source) => [source.id, source]));
  const problems = read.flatMap(({ table, rows }) => [
    ...citationProblems(table, rows, texts),
    ...periodProblems(table, rows),
    ...[...Map.groupBy(rows, (row) => row.key)].flatMap(([key, ofKey]) => dayProblems(table, key, ofKey, days, texts)),
    ...declarationProblems(table, rows),
  ]);
  const ids = tables.map((table) => table.id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
    problems.push({ kind: "double-table", table: id, key: "", from: null, until: null, said: "two tables of one id" });
  return {
    problems,
    tables: tables.length,
    rows: read.reduce((sum, { rows }) => sum + rows.length, 0),
    days: days.length,
  };
}

/** The middle of each quarter, and the day before, the day of and the day after each beginning and end. */
export function probedDays(rows: readonly Pick<DatedRow, "from" | "until">[]): readonly PlainDate[] {
  const days = new Set<PlainDate>([COVERED.from, COVERED.until]);
  for (let year = 2021; year <= 2027; year += 1)
    for (const month of ["02", "05", "08", "11"]) days.add(day(`${year}-${month}-15`));
  for (const row of rows) {
    if (row.from) days.add(addDays(row.from, -1)).add(row.from);
    if (row.until) days.add(row.until).add(addDays(row.until, 1));
  }
  return [...days].filter((one) => COVERED.from <= one && one <= COVERED.until).sort();
}

const holdsOn = (row: DatedRow, on: PlainDate): boolean =>
  (row.from === null || row.from <= on) && (row.until === null || on <= row.until);

type Texts = ReadonlyMap<string, LegalSource>;
function dayProblems(
  table: DatedTable,
  key: string,
  rows: readonly DatedRow[],
  days: readonly PlainDate[],
  texts: Texts,
): CoverageProblem[] {
  const counted = days.map((on) => ({ on, count: rows.filter((row) => holdsOn(row, on)).length }));
  const several = spans(counted, ({ count }) => count > 1);
  const none = spans(counted, ({ on, count }) => count === 0 && !isDeclared(table, key, on) && !byLaw(rows, on, texts));
  return [
    ...several.map((span) => ({ ...span, kind: "overlap" as const, said: "two rows of one key hold" })),
    ...none.map((span) => ({ ...span, kind: "no-rule" as const, said: "no row, and nobody says why" })),
  ].map((problem) => ({ ...problem, table: table.id, key }));
}

/** Neighbouring days of a kind, put together. */
function spans<T extends { readonly on: PlainDate }>(all: readonly T[], wrong: (one: T) => boolean) {
  const found: { from: PlainDate; until: PlainDate }[] = [];
  let last: { from: PlainDate; until: PlainDate } | null = null;
  for (const one of all) {
    if (!wrong(one)) last = null;
    else if (last) last.until = one.on;
    else {
      last = { from: one.on, until: one.on };
      found.push(last);
    }
  }
  return found;
}

const meansKey = ({ keys }: NoRule, key: string): boolean =>
  keys === "all" || (keys instanceof RegExp ? keys.test(key) : keys.includes(key));
const isDeclared = (table: DatedTable, key: string, on: PlainDate): boolean =>
  table.noRule.some(
    (one) => meansKey(one, key) && (one.from === null || one.from <= on) && (one.until === null || on <= one.until),
  );

/** Before its first row a key waits for the text that begins it; after its last it ended with its text, or for another. */
function byLaw(rows: readonly DatedRow[], on: PlainDate, texts: Texts): boolean {
  const ordered = rows.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return false;
  const textsOf = (row: DatedRow) => row.basis.flatMap(({ source }) => texts.get(source) ?? []);
  if (first.from && on < first.from) return textsOf(first).some((source) => source.inForceFrom === first.from);
  if (last.until && on > last.until) {
    const next = addDays(last.until, 1);
    return (
      textsOf(last).some((source) => source.inForceUntil === last.until) ||
      [...texts.values()].some((source) => source.inForceFrom === next)
    );
  }
  return false;
}

function citationProblems(table: DatedTable, rows: readonly DatedRow[], texts: Texts): CoverageProblem[] {
  const problem = (row: DatedRow, kind: CoverageProblem["kind"], said: string): CoverageProblem => ({
    kind,
    table: table.id,
    key: row.key,
    from: row.from,
    until: row.until,
    said,
  });
  return rows.flatMap((row) => [
    ...(row.basis.length === 0 ? [problem(row, "no-citation", "names no text")] : []),
    ...row.basis
      .filter(({ article }) => article.trim() === "")
      .map(({ source }) => problem(row, "no-citation", `names no article of ${source}`)),
    ...row.basis
      .filter(({ source }) => !texts.has(source))
      .map(({ source }) => problem(row, "unknown-source", `${source} is not in law/sources`)),
  ]);
}

const periodProblems = (table: DatedTable, rows: readonly DatedRow[]): CoverageProblem[] =>
  rows
    .filter((row) => row.from !== null && row.until !== null && row.until < row.from)
    .map(({ key, from, until }) => ({
      kind: "ends-before-it-begins",
      table: table.id,
      key,
      from,
      until,
      said: "its last day comes before its first",
    }));

/** A declaration for keys that no longer exist is a leftover. */
function declarationProblems(table: DatedTable, rows: readonly DatedRow[]): CoverageProblem[] {
  const keys = new Set(rows.map((row) => row.key));
  return table.noRule
    .flatMap((one) => (one.keys === "all" || one.keys instanceof RegExp ? [] : one.keys))
    .filter((key) => !keys.has(key))
    .map((key) => ({
      kind: "no-such-key",
      table: table.id,
      key,
      from: null,
      until: null,
      said: "days without a rule are declared for a key that no row has",
    }));
}
