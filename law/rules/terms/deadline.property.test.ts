import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../../src/kernel/calendar.ts";
import { addDays, day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { calendar } from "../calendar.ts";
import { calculate } from "../index.ts";

const SEED = 20261123;
const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day("2021-01-01"), days));
const dayUnit = fc.constantFrom("working-day", "day", "month", "year");
const lengths: Readonly<Record<string, number>> = { "working-day": 60, day: 90, month: 3, year: 1 };
const counted = dayUnit.chain((unit) =>
  fc.integer({ min: 1, max: lengths[unit] ?? 1 }).map((count) => ({ unit, count })),
);

/** The due date, or null where the calendar ends. */
function due(from: string, unit: string, count: number): string | null {
  const answer = calculate("deadline", { from, unit, count });
  if (answer.ok) return String(answer.value.value["due"]);
  expect(answer.failure.code).toBe("calendar-not-loaded");
  return null;
}

describe(`a deadline (seed ${SEED})`, () => {
  it("never falls on a day off, and lies after its beginning", () => {
    fc.assert(
      fc.property(anyDay, counted, (from, { unit, count }) => {
        const on = due(from, unit, count);
        if (on === null) return;
        expect(isWorkingDay(calendar(), on as PlainDate)).toEqual({ ok: true, value: true });
        expect(on > from).toBe(true);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("is never earlier for a later beginning or a longer time, in each unit", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), counted, (from, later, { unit, count }) => {
        const first = due(from, unit, count);
        for (const second of [due(addDays(from, later), unit, count), due(from, unit, count + 1)])
          if (first !== null && second !== null) expect(second >= first, `${from} ${unit} ${count}`).toBe(true);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("in hours ends in office hours, and never earlier for a later moment or more hours", () => {
    const moment = fc
      .tuple(anyDay, fc.integer({ min: 0, max: 86_399 }))
      .map(([on, second]) => new Date(Date.parse(`${on}T00:00:00+07:00`) + second * 1000).toISOString());
    fc.assert(
      fc.property(moment, fc.nat(200_000), fc.integer({ min: 1, max: 40 }), (from, later, count) => {
        const first = due(from, "working-hour", count);
        if (first === null) return;
        const time = first.slice(11, 19);
        expect((time > "07:30:00" && time <= "11:30:00") || (time > "13:30:00" && time <= "17:30:00"), first).toBe(
          true,
        );
        expect(isWorkingDay(calendar(), first.slice(0, 10) as PlainDate)).toEqual({ ok: true, value: true });
        const moved = new Date(Date.parse(from) + later * 1000).toISOString();
        for (const second of [due(moved, "working-hour", count), due(from, "working-hour", count + 1)])
          if (second !== null) expect(second >= first, `${from} ${count}`).toBe(true);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
