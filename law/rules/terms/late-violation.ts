import type { CalculationCitation } from "../../../src/engine/definition/index.ts";
import { type Dong, dong } from "../../../src/kernel/dong.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { rowOn } from "../../parameters/table.ts";
import { violationsByCode } from "../../parameters/traffic/violations.ts";
import { cited } from "../cite.ts";
import type { Offender } from "./penalty.ts";

/** The bracket of a violation of road traffic on a day for a subject, or null where none is set. */
export function violationBandOn(
  code: string,
  on: PlainDate,
  subject: Offender,
): {
  readonly band: { readonly min: Dong; readonly max: Dong };
  readonly citations: () => readonly CalculationCitation[];
} | null {
  const row = rowOn(violationsByCode().get(code) ?? [], on);
  const bracket = subject === "organisation" ? row?.organisationBracket : row?.bracket;
  if (!row || !bracket) return null;
  return { band: { min: dong(bracket.least), max: dong(bracket.most) }, citations: () => [cited(row)] };
}
