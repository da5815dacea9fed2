import { type Instant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";

/** How a dossier stood with its time. */
export const timings = ["early", "on-time", "late", "open-in-time", "open-late", "open-paused"] as const;
export type Timing = (typeof timings)[number];

/** By what figures are told apart. */
export const groupings = ["unit", "procedure", "officer", "day", "channel"] as const;
export type Grouping = (typeof groupings)[number];

/** Which dossiers are counted: accepted before the period's end, and not ended before it began. */
export type Question = {
  readonly units: readonly string[];
  /** Both days included, in Vietnam. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly procedures: readonly string[] | null;
  readonly officer: string | null;
  readonly channel: string | null;
};

/** How a dossier came into the period: filed electronically in it, in another way, or carried over from before. */
export const arrivals = ["online", "otherwise", "before"] as const;
export type Arrival = (typeof arrivals)[number];

/** One figure: all dossiers of the question, or those of one group and one column. */
export type Cell = {
  readonly came: Arrival | null;
  readonly timing: Timing | null;
  readonly group: { readonly by: Grouping; readonly key: string } | null;
};

/** The period as the database compares it: from its first moment to the first one after it; `now` where it has not ended yet. */
export function momentsOf(question: Question, now: Instant): { from: Instant; end: Instant } {
  const end = instantAt(question.until, 24 * 60);
  return { from: instantAt(question.from, 0), end: Math.min(end, now) };
}
