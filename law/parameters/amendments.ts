import type { Evidence } from "../../src/engine/definition/index.ts";
import { addDays, covers, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { Text } from "../../src/kernel/text.ts";

/**
 * What an office has published over the law as delivered: figures, ends of figures, days off. Rows are read through
 * here, so a new figure needs no deployment. Nothing is changed in place: an amendment splits the row of its day.
 */
type Grounds = {
  /** Number of the legal text, `155/2025/TT-BTC`. */
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};
/** Other figures for a key from a day on. `until` null lasts as long as the row it stands in; otherwise that row then holds again. */
export type FigureAmendment = Grounds & {
  readonly kind: "figures";
  readonly table: string;
  readonly key: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** By the way to the figure in the row, such as `amount` or `bracket.least`. */
  readonly figures: { readonly [path: string]: number };
};
/** The row of a key ends with a day: afterwards there is no figure, and whoever asks is told so. */
export type EndAmendment = Grounds & {
  readonly kind: "end";
  readonly table: string;
  readonly key: string;
  readonly lastDay: PlainDate;
};
/** A day without office hours; one that is exchanged names the Saturday worked instead. */
export type DayOffAmendment = Grounds & {
  readonly kind: "day-off";
  readonly date: PlainDate;
  readonly name: Text;
  readonly as: "statutory" | "compensatory" | "swapped";
  readonly saturday: PlainDate | null;
};
/** A day that was off is worked after all; a Saturday given for it is free again. */
export type WorkingDayAmendment = Grounds & { readonly kind: "working-day"; readonly date: PlainDate };
/** A year's calendar is fixed, or opened where there was none. */
export type YearAmendment = Grounds & { readonly kind: "year"; readonly year: number; readonly provisional: boolean };

export type RowAmendment = FigureAmendment | EndAmendment;
export type CalendarAmendment = DayOffAmendment | WorkingDayAmendment | YearAmendment;
export type LawAmendment = RowAmendment | CalendarAmendment;

/** In the order of their publication: a later one is laid over the earlier ones. */
let published: readonly LawAmendment[] = [];
let editions = 0;
/** Another number whenever the amendments in force here are others: whatever was kept from rows is made anew. */
export let lawEdition = 0;

/** Sets the amendments in force in this process, all of them. */
export function setAmendments(amendments: readonly LawAmendment[]): void {
  published = amendments;
  editions += 1;
  lawEdition = editions;
}

export const amendments = (): readonly LawAmendment[] => published;

/** What `ask` answers with these amendments in place of those in force; nobody else sees them. */
export function withAmendments<T>(others: readonly LawAmendment[], ask: () => T): T {
  const [kept, keptEdition] = [published, lawEdition];
  setAmendments(others);
  try {
    return ask();
  } finally {
    published = kept;
    lawEdition = keptEdition;
  }
}

type Row = { readonly from: PlainDate; readonly until: PlainDate | null; readonly evidence: Evidence };

/** The rows of a table with the amendments in force; `keyOf` names a row as the table's door does. */
export function amended<T extends Row>(table: string, rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  let all = rows;
  for (const one of published) {
    if ((one.kind !== "figures" && one.kind !== "end") || one.table !== table) continue;
    const on = one.kind === "figures" ? one.from : one.lastDay;
    const at = all.findIndex((row) => covers(row, on) && keyOf(row) === one.key);
    const row = all[at];
    if (row) all = all.toSpliced(at, 1, ...split(row, one));
  }
  return all;
}

function split<T extends Row>(row: T, one: RowAmendment): T[] {
  if (one.kind === "end") return [{ ...row, until: one.lastDay }];
  // Never past the row it stands in: the next one is somebody else's figure.
  const last = row.until !== null && (one.until === null || one.until > row.until) ? row.until : one.until;
  const figures = Object.entries(one.figures).reduce<T>((all, [path, figure]) => withFigure(all, path, figure), row);
  const grounds =
    "basis" in row
      ? { basis: [{ source: one.source, article: one.article }] }
      : { source: one.source, article: one.article, ...("amendedBy" in row ? { amendedBy: null } : {}) };
  return [
    ...(row.from < one.from ? [{ ...row, until: addDays(one.from, -1) }] : []),
    { ...figures, ...grounds, evidence: one.evidence, from: one.from, until: last },
    ...(last !== null && last !== row.until ? [{ ...row, from: addDays(last, 1) }] : []),
  ];
}

/** A figure of a row by its way; null where the row has none. */
export function figureAt(row: object, path: string): number | null {
  const value = path.split(".").reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), row);
  return typeof value === "number" ? value : null;
}

function withFigure<T extends object>(row: T, path: string, figure: number): T {
  const [name = "", ...rest] = path.split(".");
  const inner = isObject(row) ? row[name] : undefined;
  return { ...row, [name]: rest.length > 0 && isObject(inner) ? withFigure(inner, rest.join("."), figure) : figure };
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null;
