import type { ServiceIndexRules } from "../../../law/index.ts";
import type { Text } from "../../kernel/text.ts";
import type { ScoreEntry, ServiceCounts } from "./score-rows.ts";

/**
 * The index for serving people and businesses (Decision 766/QĐ-TTg). An indicator earns its share of its weight; where the
 * weight was not found the rate is shown and counts nothing. A group with parts that no event tells is entered as a whole
 * by whoever oversees.
 */
export type ServiceRate = {
  readonly name: Text;
  /** 0 to 1; null where nothing was counted. */
  readonly rate: number | null;
  readonly part: number;
  readonly whole: number;
  readonly points: number | null;
  readonly most: number | null;
};
export type ServiceGroupScore = {
  readonly key: string;
  readonly name: Text;
  readonly most: number;
  readonly rates: readonly ServiceRate[];
  /** Points of the indicators that can be counted, and how many points those could be at most. */
  readonly counted: number;
  readonly countable: number;
  readonly entry: ScoreEntry | null;
  /** The entry, or what was counted where the whole group can be; else null. */
  readonly points: number | null;
};
export type ServiceIndex = {
  readonly groups: readonly ServiceGroupScore[];
  readonly total: number;
  /** Null until every group has its points. */
  readonly class: Text | null;
};

export function serviceIndex(
  rules: ServiceIndexRules,
  counts: ServiceCounts,
  entries: readonly ScoreEntry[],
): ServiceIndex {
  const groups = rules.groups.map(({ key, name, most }): ServiceGroupScore => {
    const rates = rules.indicators.filter(({ group }) => group === key).map((one) => rateOf(one, counts));
    const known = rates.filter((one) => one.points !== null);
    const counted = hundredths(known.reduce((sum, one) => sum + (one.points ?? 0), 0));
    const countable = known.reduce((sum, one) => sum + (one.most ?? 0), 0);
    const entry = entries.find(({ card, item }) => card === "service-index" && item === key) ?? null;
    const points = entry?.points ?? (countable === most ? counted : null);
    return { key, name, most, rates, counted, countable, entry, points };
  });
  const total = hundredths(groups.reduce((sum, { points }) => sum + (points ?? 0), 0));
  const whole = groups.every(({ points }) => points !== null);
  return { groups, total, class: whole ? (rules.classes.find(({ least }) => total >= least)?.name ?? null) : null };
}

function rateOf({ key, name, most }: ServiceIndexRules["indicators"][number], counts: ServiceCounts): ServiceRate {
  const parts: Readonly<Record<string, readonly [number, number]>> = {
    "in-time": [counts.inTime, counts.done],
    results: [counts.resultsSigned, counts.results],
    services: [counts.online, counts.done],
    payments: [counts.paidOnline, counts.paid],
    handling: [counts.satisfied, counts.answers],
  };
  const [part, whole] = parts[key] ?? [0, 0];
  const rate = whole === 0 ? null : part / whole;
  return { name, part, whole, rate, most, points: rate === null || most === null ? null : hundredths(rate * most) };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
