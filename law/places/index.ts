import { day, type PlainDate } from "../../src/kernel/plain-date.ts";
import { lazily } from "../parameters/table.ts";
import { communeRows } from "./communes.ts";
import { numberPrefixRows } from "./number-prefixes.ts";
import { provinceRows } from "./provinces.ts";
import type { CommuneKind, CommuneState, ProvinceState } from "./titles.ts";

export * from "./titles.ts";

/** What the first three digits of a person number name. */
export type NumberPrefix = { readonly prefix: string; readonly name: string; readonly provinceCode: string };

const linesOf = (rows: string): string[][] =>
  rows
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
/** Thousands of rows name a handful of days: each is checked once. */
const checkedDays = new Map<string, PlainDate>();
function dayOf(value: string): PlainDate {
  const known = checkedDays.get(value) ?? day(value);
  checkedDays.set(value, known);
  return known;
}
const untilOf = (value: string | undefined): PlainDate | null => (value ? dayOf(value) : null);

/** Every state of every provincial unit since 01/07/2025. */
export const provinceStates: readonly ProvinceState[] = linesOf(provinceRows).map(
  ([code = "", kind, from = "", until, name = ""]) => ({
    code,
    name,
    kind: kind === "city" ? "city" : "province",
    from: dayOf(from),
    until: untilOf(until),
  }),
);

const communeKinds: Readonly<Record<string, CommuneKind>> = {
  ward: "ward",
  commune: "commune",
  "special-zone": "special-zone",
};

/**
 * Every state of every ward, commune and special zone since 01/07/2025, in the order of the codes within a province. Read
 * at the first question.
 */
export const communeStates = lazily((): readonly CommuneState[] =>
  linesOf(communeRows).map(([code = "", provinceCode = "", kind = "", office = "", from = "", until, name = ""]) => {
    const known = communeKinds[kind];
    if (!known) throw new Error(`commune ${code} is of no known kind: ${kind}`);
    return { code, provinceCode, name, kind: known, office, from: dayOf(from), until: untilOf(until) };
  }),
);

/** The 63 provinces of the number list of 2016 and the unit that holds their land today. */
export const numberPrefixes: readonly NumberPrefix[] = linesOf(numberPrefixRows).map(
  ([prefix = "", provinceCode = "", name = ""]) => ({ prefix, name, provinceCode }),
);
