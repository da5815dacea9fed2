import type { ClockRules, Procedure } from "../../src/engine/definition/index.ts";
import { calendarYears, type HolidayYear, officeHours } from "../calendars/index.ts";
import { type Country, countries } from "../countries.ts";
import type { Fee } from "../parameters/fee-of-day.ts";
import { fees } from "../parameters/fees.ts";
import { clockRules } from "../parameters/terms/clock-rules.ts";
import { findSource, type LegalSource } from "../sources/index.ts";

/**
 * The law one procedure needs where no server can be asked: the procedure with all its editions, the fees they name, the
 * texts that it and its fees cite, the calendar of due dates, and countries where a form asks for one. Plain values, so
 * that tools/browser-law.ts can write them down: no procedure carries the law of another field.
 */
export type ProcedureLaw = {
  readonly procedure: Procedure;
  readonly fees: readonly Fee[];
  readonly sources: readonly LegalSource[];
  readonly calendarYears: readonly HolidayYear[];
  readonly officeHours: typeof officeHours;
  /** When its clock starts, stands still and begins anew. */
  readonly clockRules: ClockRules;
  readonly countries: readonly Country[];
};

export function lawOf(procedure: Procedure): ProcedureLaw {
  const named = new Set(procedure.editions.flatMap((edition) => edition.fees.map((fee) => fee.parameter)));
  const own = fees().filter((fee) => named.has(fee.key));
  return {
    procedure,
    fees: own,
    sources: [...citedIn([procedure, own, clockRules()])].map(findSource).filter((source) => source !== null),
    calendarYears: calendarYears(),
    officeHours,
    clockRules: clockRules(),
    countries: procedure.editions.some(asksForCountry) ? countries() : [],
  };
}

const asksForCountry = ({ pages }: Procedure["editions"][number]): boolean =>
  pages.some(({ fields }) =>
    fields.some((field) => (field.kind === "group" ? field.fields : [field]).some((one) => one.kind === "country")),
  );

/** Every text cited anywhere within a value, each once, in the order met. */
function citedIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  if ("source" in value && "article" in value && typeof value.source === "string") found.add(value.source);
  for (const inner of Object.values(value)) citedIn(inner, found);
  return found;
}
