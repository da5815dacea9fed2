import { describe, expect, it } from "vitest";
import { addDays, day, dayOfInstant, daysBetween, daysInMonth, instantAt, weekday } from "./plain-date.ts";

const MS_PER_DAY = 86_400_000;
const first = Date.UTC(1000, 0, 1) / MS_PER_DAY;
const last = Date.UTC(2999, 11, 31) / MS_PER_DAY;
const isoOf = (days: number): string => new Date(days * MS_PER_DAY).toISOString().slice(0, 10);

describe("the days of the calendar", () => {
  it("are counted as the platform counts them, each day of two thousand years", () => {
    const epoch = day("1970-01-01");
    const wrong: string[] = [];
    for (let days = first; days <= last; days += 1) {
      const iso = isoOf(days);
      const reached = addDays(epoch, days);
      if (reached !== iso || daysBetween(epoch, reached) !== days) wrong.push(iso);
      if (weekday(reached) !== new Date(days * MS_PER_DAY).getUTCDay()) wrong.push(`weekday of ${iso}`);
    }
    expect(wrong).toEqual([]);
  });

  it("are as many in each month as the platform says", () => {
    for (const year of [1900, 2000, 2023, 2024, 2100, 2400])
      for (let month = 1; month <= 12; month += 1)
        expect([year, month, daysInMonth(year, month)]).toEqual([
          year,
          month,
          new Date(Date.UTC(year, month, 0)).getUTCDate(),
        ]);
  });

  it("begin at midnight in Vietnam", () => {
    for (const on of ["1969-12-31", "1970-01-01", "2026-11-23"].map(day)) {
      expect(dayOfInstant(instantAt(on, 0))).toBe(on);
      expect(dayOfInstant(instantAt(on, 0) - 1)).toBe(addDays(on, -1));
      expect(dayOfInstant(instantAt(on, 1440) - 0.5)).toBe(on);
    }
  });

  it("are whole: half a day further is our own mistake", () => {
    expect(() => addDays(day("2026-11-23"), 0.5)).toThrow(RangeError);
    expect(() => dayOfInstant(Number.NaN)).toThrow(RangeError);
  });
});
