import type { Evidence } from "../../../src/engine/definition/index.ts";
import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { amending, type Place } from "../basis.ts";
import { lazily } from "../table.ts";

/**
 * The rule of choosing an amount inside a bracket, by the day of the decision. Only the text of 02/05/2025 writes out
 * the band for a single circumstance; the older ones leave it to the officer between the middle and the end.
 */
export type ScaleRule = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly amendedBy: Place | null;
  readonly bandWritten: boolean;
  readonly evidence: Evidence;
};

export const scaleRules: () => readonly ScaleRule[] = lazily(() => [
  {
    from: day("2013-07-01"),
    until: day("2021-12-31"),
    source: "15/2012/QH13",
    article: "23(4)",
    amendedBy: null,
    bandWritten: false,
    evidence: "recalled",
  },
  {
    from: day("2022-01-01"),
    until: day("2025-05-01"),
    source: "118/2021/NĐ-CP",
    article: "9",
    amendedBy: null,
    bandWritten: false,
    evidence: "reported",
  },
  {
    from: day("2025-05-02"),
    until: null,
    source: "118/2021/NĐ-CP",
    article: "9",
    amendedBy: amending("68/2025/NĐ-CP", { source: "118/2021/NĐ-CP", article: "9" }),
    bandWritten: true,
    evidence: "recalled",
  },
]);
