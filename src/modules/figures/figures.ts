import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { type Cell, type Grouping, momentsOf, type Question } from "./question.ts";
import * as rows from "./rows.ts";

/** The columns of Form II.06, counted; sums of parts are not stored but added. */
export type Line = rows.Counted & {
  readonly received: number;
  readonly done: number;
  readonly open: number;
};

export type Figures = ReturnType<typeof createFigures>;

/** In hand since less than so many days, the last class open. */
const AGE_CLASSES = [0, 2, 4, 8, 16, 31] as const;

/**
 * Figures of units that the caller has found the officer may see: row-level security would hide from a superior the
 * dossiers of subordinate offices, so it is asked as the house. No citizen's name is among what comes back.
 */
export function createFigures(deps: { readonly db: Database; readonly clock: Clock }) {
  const { db, clock } = deps;
  return {
    /** One line a group, and their sum. */
    async table(question: Question, by: Grouping): Promise<{ readonly lines: readonly Line[]; readonly total: Line }> {
      const counted = await asSystem(() => rows.countBy(db, question, momentsOf(question, clock.now()), by));
      const lines = counted.map(lineOf);
      return { lines, total: lineOf(sumOf(lines)) };
    },
    /** A page of the dossiers behind a figure. */
    list: (question: Question, cell: Cell, limit: number, offset: number): Promise<rows.ListedDossier[]> =>
      asSystem(() => rows.listCell(db, question, momentsOf(question, clock.now()), cell, limit, offset)),
    /** All of them, a page at a time, as they stand at one moment; `work` ends before the transaction does. */
    stream: (
      question: Question,
      cell: Cell,
      work: (pages: AsyncIterable<readonly rows.ListedDossier[]>) => Promise<void>,
    ): Promise<void> =>
      asSystem(() =>
        db.inTransaction((tx) => work(rows.cellPages(tx, question, momentsOf(question, clock.now()), cell))),
      ),
    /** What is in hand now, by age. */
    ages: (units: readonly string[]): Promise<rows.Age[]> =>
      asSystem(() => rows.agesOf(db, units, clock.now(), AGE_CLASSES)),
    /** Day by day through the period, up to now. */
    flow: (question: Question): Promise<rows.DayFlow[]> =>
      asSystem(() => rows.flowOf(db, question, momentsOf(question, clock.now()))),
    now: (): Instant => clock.now(),
  };
}

const ZERO: rows.Counted = {
  key: "",
  receivedOnline: 0,
  receivedOtherwise: 0,
  carriedOver: 0,
  early: 0,
  onTime: 0,
  late: 0,
  openInTime: 0,
  openLate: 0,
  openPaused: 0,
};
const COLUMNS = Object.keys(ZERO).filter((name) => name !== "key") as Exclude<keyof rows.Counted, "key">[];

/** Adds up lines; the key stays empty. */
export const sumOf = (lines: readonly rows.Counted[]): rows.Counted => {
  const sums = COLUMNS.map((name) => [name, lines.reduce((sum, line) => sum + line[name], 0)]);
  return { ...ZERO, ...Object.fromEntries(sums) };
};

export const lineOf = (counted: rows.Counted): Line => ({
  ...counted,
  received: counted.receivedOnline + counted.receivedOtherwise + counted.carriedOver,
  done: counted.early + counted.onTime + counted.late,
  open: counted.openInTime + counted.openLate + counted.openPaused,
});

/** Puts lines of procedures together under what `of` says of each key, such as its field. */
export function regroup(lines: readonly Line[], of: (key: string) => string): readonly Line[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(of(line.key), [...(groups.get(of(line.key)) ?? []), line]);
  return [...groups].map(([key, own]) => ({ ...lineOf(sumOf(own)), key })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The quarter that contains a day, as first and last day. */
export function quarterOf(day: PlainDate): { readonly from: string; readonly until: string } {
  const [year = "", month = "1"] = day.split("-");
  const quarter = Math.floor((Number(month) - 1) / 3);
  const last = ["03-31", "06-30", "09-30", "12-31"][quarter] ?? "12-31";
  return { from: `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`, until: `${year}-${last}` };
}
