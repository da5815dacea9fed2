import { type InputFields, type InputOf, RefusedInput } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import {
  type Bracket,
  EXTRA_PERSONS_MOST,
  POINTS_BY_EXCESS,
  type Violation,
  violationsByCode,
} from "../../parameters/traffic/index.ts";
import { notDetermined } from "../cite.ts";
import { type Net, netOf, onScale } from "./fine-scale.ts";

export const FINE_FIELDS = {
  violation: { kind: "text", needed: true, among: violationsByCode },
  offenceEndedOn: { kind: "date", needed: true },
  decidedOn: { kind: "date" },
  subject: { kind: "text", oneOf: ["individual", "organisation"] },
  mitigating: { kind: "integer", least: 0 },
  aggravating: { kind: "integer", least: 0 },
  extraPersons: { kind: "integer", least: 0 },
  capacity: { kind: "integer", least: 1 },
  routeKm: { kind: "integer", least: 0 },
} as const satisfies InputFields;
export type FineInput = InputOf<typeof FINE_FIELDS>;

/** The sanction with the rows that decided it. Amounts in đồng; null where there is none or the officer chooses. */
export type Sanction = {
  readonly violation: Violation;
  readonly bracket: Bracket | null;
  readonly net: Net;
  readonly fine: number | null;
  readonly fineAbove: number | null;
  readonly fineBelow: number | null;
  readonly points: number;
  readonly pointsArticle: string | null;
  readonly suspensionMonths: number | null;
};

/**
 * The sanction alone, without its reasons.
 * @throws RefusedInput `not-in-force`, `not-determined` for an organisation without a bracket, `out-of-range` for no
 * extra person where the bracket counts them
 */
export function sanctionOf(input: FineInput): Sanction {
  if (countsExtraPersons(input.violation) && !input.extraPersons)
    throw new RefusedInput("out-of-range", "extraPersons");
  const rows = violationsByCode().get(input.violation) ?? [];
  const violation = rowOn(rows, input.offenceEndedOn);
  if (violation === null) throw new RefusedInput("not-in-force", "offenceEndedOn");

  const net = netOf(input.mitigating ?? 0, input.aggravating ?? 0);
  const bracket = bracketFor(violation, input);
  const onFine = bracket && onScale(bracket, net);
  const pointsRow = pointsFor(violation, input);
  return {
    violation,
    bracket,
    net,
    fine: onFine?.amount ?? null,
    fineAbove: onFine?.above ?? null,
    fineBelow: onFine?.below ?? null,
    points: pointsRow.points,
    pointsArticle: pointsRow.article,
    suspensionMonths: violation.suspensionMonths && onScale(violation.suspensionMonths, net).amount,
  };
}

const NO_BRACKET_OF_ORGANISATIONS = text(
  "Nghị định không ghi khung phạt cho tổ chức về hành vi này.",
  "The decree writes no bracket for an organisation for this act.",
);

/** @throws RefusedInput `not-determined` */
function bracketFor(violation: Violation, input: FineInput): Bracket | null {
  if (input.subject === "organisation" && violation.organisationBracket === null)
    throw notDetermined("subject", [violation], NO_BRACKET_OF_ORGANISATIONS);
  const bracket = input.subject === "organisation" ? violation.organisationBracket : violation.bracket;
  if (bracket === null || !violation.perExtraPerson) return bracket;
  const all = (each: number): number => Math.min(EXTRA_PERSONS_MOST, each * (input.extraPersons ?? 0));
  return { least: all(bracket.least), most: all(bracket.most) };
}

/** Carrying too many people costs points by the excess, which only the capacity tells; an organisation has no licence. */
function pointsFor(violation: Violation, input: FineInput): { points: number; article: string | null } {
  if (input.subject === "organisation") return { points: 0, article: null };
  const { extraPersons = 0, capacity } = input;
  const byExcess =
    violation.perExtraPerson && capacity !== undefined
      ? POINTS_BY_EXCESS.find((row) => extraPersons * 100 > capacity * row.overPercent)
      : undefined;
  return byExcess ?? { points: violation.points, article: null };
}

/** Whether the bracket of that code is for each extra person, so that their number is needed. */
export const countsExtraPersons = (code: unknown): boolean =>
  typeof code === "string" && (violationsByCode().get(code) ?? []).some((row) => row.perExtraPerson);
