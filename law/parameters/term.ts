import type { Evidence } from "../../src/engine/definition/index.ts";
import { covers, day, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { Result } from "../../src/kernel/result.ts";
import { amended } from "./amendments.ts";
import { lazily } from "./table.ts";

/** Terms and hours of residence and stay, as dated figures. */
export type FigureKey =
  /** Longest term of one temporary registration, in months. */
  | "temporary-residence-months-most"
  /** Days before expiry from which it can be extended. */
  | "temporary-residence-renewal-days"
  /** A stay of this many days or more needs temporary registration. */
  | "temporary-residence-days-least"
  /** Longest stay that a notification covers, in days. */
  | "stay-days-most"
  /** Minute of the day before which the arrivals of the day are notified. */
  | "stay-notice-evening-minute"
  /** Minute of the next day before which late arrivals are notified. */
  | "stay-notice-morning-minute";

export type Figure = {
  readonly key: FigureKey;
  readonly value: number;
  readonly unit: "month" | "day" | "minute-of-day";
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};
export type NoFigure = { readonly kind: "no-figure-for-date"; readonly key: FigureKey; readonly on: PlainDate };

const law = "68/2020/QH14";
const start = day("2021-07-01");
const lastOldDay = day("2026-06-30");
const newText = day("2026-07-01");

const entered: readonly Figure[] = [
  {
    key: "temporary-residence-months-most",
    value: 24,
    unit: "month",
    from: start,
    until: null,
    source: law,
    article: "Điều 27.2",
    evidence: "reported",
  },
  {
    key: "temporary-residence-renewal-days",
    value: 15,
    unit: "day",
    from: start,
    until: null,
    source: law,
    article: "Điều 28.3",
    evidence: "reported",
  },
  {
    key: "temporary-residence-days-least",
    value: 30,
    unit: "day",
    from: start,
    until: null,
    source: law,
    article: "Điều 27.1",
    evidence: "reported",
  },
  {
    key: "stay-days-most",
    value: 30,
    unit: "day",
    from: start,
    until: lastOldDay,
    source: "55/2021/TT-BCA",
    article: "Điều 15",
    evidence: "recalled",
  },
  {
    key: "stay-days-most",
    value: 30,
    unit: "day",
    from: newText,
    until: null,
    source: "116/2026/TT-BCA",
    article: "Điều 14.4",
    evidence: "read",
  },
  {
    key: "stay-notice-evening-minute",
    value: 1380,
    unit: "minute-of-day",
    from: start,
    until: lastOldDay,
    source: law,
    article: "Điều 30.4",
    evidence: "reported",
  },
  {
    key: "stay-notice-evening-minute",
    value: 1380,
    unit: "minute-of-day",
    from: newText,
    until: null,
    source: "118/2025/QH15",
    article: "Điều 4.9",
    evidence: "read",
  },
  {
    key: "stay-notice-morning-minute",
    value: 480,
    unit: "minute-of-day",
    from: start,
    until: lastOldDay,
    source: law,
    article: "Điều 30.4",
    evidence: "reported",
  },
  {
    key: "stay-notice-morning-minute",
    value: 480,
    unit: "minute-of-day",
    from: newText,
    until: null,
    source: "118/2025/QH15",
    article: "Điều 4.9",
    evidence: "read",
  },
];

export const figures = lazily((): readonly Figure[] => amended("stay-figures", entered, (row) => row.key));

/** The figure of a day with its article; a day without a row is a failure, never the newest row. */
export function figureOn(key: FigureKey, on: PlainDate): Result<Figure, NoFigure> {
  const figure = figures().find((row) => row.key === key && covers(row, on));
  return figure ? { ok: true, value: figure } : { ok: false, failure: { kind: "no-figure-for-date", key, on } };
}
