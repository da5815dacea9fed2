import type { IndicatorNumber, ScoreCardRules } from "../../../law/index.ts";
import type { Procedure } from "../../engine/definition/index.ts";
import type { Text } from "../../kernel/text.ts";
import type { Scored, ScoreEntry } from "./score-rows.ts";

/**
 * The score card of Circular 01/2018/TT-VPCP, articles 13 to 15, reckoned from the dossiers that ended in a period. What no
 * event tells is entered by whoever oversees, with a reason; an entry also stands against what events tell, and says so.
 */
export type IndicatorScore = {
  readonly number: IndicatorNumber;
  readonly name: Text;
  /** What 2, 1 and 0 points are for. */
  readonly meanings: readonly [Text, Text, Text];
  /** From events, one decimal; null where they do not tell. */
  readonly counted: number | null;
  readonly entry: ScoreEntry | null;
  /** The entry where there is one, else what was counted. */
  readonly points: number | null;
};
export type ScoreCard = {
  readonly indicators: readonly IndicatorScore[];
  readonly total: number;
  readonly most: number;
  /** Null until every indicator has its points. */
  readonly class: Text | null;
};

/** What the law of the procedures says of those that were handled. */
export type ProcedureFacts = { onTheSpot(procedure: string): boolean; online(procedure: string): boolean };

/** The facts of the editions in force last. */
export function procedureFacts(procedures: readonly Procedure[]): ProcedureFacts {
  const newest = new Map(procedures.map(({ key, editions }) => [key, editions.at(-1)]));
  return {
    onTheSpot: (key) => newest.get(key)?.deadline.unit === "immediate",
    online: (key) => newest.get(key)?.channels.includes("online") ?? false,
  };
}

/** The card of a unit: nine indicators, 18 points at most. */
export function unitCard(
  rules: ScoreCardRules,
  counted: Scored | null,
  entries: readonly ScoreEntry[],
  facts: ProcedureFacts,
): ScoreCard {
  const of = (number: IndicatorNumber): number | null =>
    counted === null ? null : (averaged(counted, number) ?? unitWide(rules, counted, facts, number));
  return cardOf(rules, "unit", of, entries);
}

/** The card of one officer: indicators 1, 2, 3, 4 and 7. */
export const officerCard = (rules: ScoreCardRules, counted: Scored): ScoreCard =>
  cardOf(rules, "officer", (number) => averaged(counted, number), []);

function cardOf(
  rules: ScoreCardRules,
  of: "unit" | "officer",
  counted: (number: IndicatorNumber) => number | null,
  entries: readonly ScoreEntry[],
): ScoreCard {
  const indicators = rules.indicators
    .filter(({ ofOfficer }) => of === "unit" || ofOfficer)
    .map(({ number, name, points }): IndicatorScore => {
      const entry = entries.find(({ card, item }) => card === "score-card" && item === String(number)) ?? null;
      const found = counted(number);
      return { number, name, meanings: points, counted: found, entry, points: entry?.points ?? found };
    });
  const known = indicators.flatMap(({ points }) => points ?? []);
  const total = oneDecimal(known.reduce((sum, points) => sum + points, 0));
  const named = rules.classes.filter((one) => one.of === of).find(({ least }) => total >= least);
  return {
    indicators,
    total,
    most: indicators.length * 2,
    class: known.length === indicators.length ? (named?.name ?? null) : null,
  };
}

/** Points of a dossier added up and divided, to one decimal (article 14). Attitude counts as time until somebody enters feedback. */
function averaged(one: Scored, number: IndicatorNumber): number | null {
  const sums: { readonly [N in IndicatorNumber]?: number } = {
    1: one.time,
    2: one.agencies,
    3: one.contacts,
    4: one.places,
    7: one.time,
  };
  const sum = sums[number];
  return sum === undefined || one.done === 0 ? null : oneDecimal(sum / one.done);
}

/** Indicators of the unit as a whole. All dossiers here come through the desk, so 5 is never below 1. */
function unitWide(rules: ScoreCardRules, one: Scored, facts: ProcedureFacts, number: IndicatorNumber): number | null {
  const { procedures } = one;
  if (number === 5) {
    const spot = share(procedures.filter((key) => facts.onTheSpot(key)).length, procedures.length);
    return spot >= rules.onTheSpotShare ? 2 : 1;
  }
  if (number !== 9) return null;
  const online = share(one.online, one.done);
  if (one.onlineLate > 0 || online < rules.onlineSharePart) return 0;
  const offered = share(procedures.filter((key) => facts.online(key)).length, procedures.length);
  return offered >= rules.onlineProceduresShare && online >= rules.onlineShareFull ? 2 : 1;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const oneDecimal = (value: number): number => Math.round(value * 10 + Number.EPSILON * 10) / 10;
