import { describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay } from "../../src/kernel/calendar.ts";
import { day, weekday } from "../../src/kernel/plain-date.ts";
import { clockCalendar, loadAmendable, withAmendments, workingCalendar } from "../index.ts";
import { year2027 } from "./2027.ts";
import { clockYears, computedYear } from "./computed.ts";

describe("a year nobody has entered (one-stop 25)", () => {
  it("is what was worked out by hand for 2027", () => {
    expect(computedYear(2027)).toEqual(year2027);
  });

  it("is provisional, with every holiday on a day of rest made good on a working day of its own", () => {
    expect(clockYears().map(({ year, provisional }) => `${year} ${provisional}`)).toEqual(
      expect.arrayContaining(["2026 false", "2027 true", "2028 true", "2030 true"]),
    );
    for (const { daysOff } of clockYears().filter(({ year }) => year > 2026)) {
      const rest = daysOff.filter(({ date }) => [0, 6].includes(weekday(date)));
      expect(daysOff.filter(({ kind }) => kind === "compensatory")).toHaveLength(rest.length);
      expect(new Set(daysOff.map(({ date }) => date)).size).toBe(daysOff.length);
    }
    // Tết of 2028: from Tuesday 25/01 to Saturday 29/01, made good on Monday.
    expect(addWorkingDays(clockCalendar(), day("2028-01-24"), 1)).toEqual({ ok: true, value: "2028-02-01" });
    expect(computedYear(2031)).toBeNull();
  });

  it("serves the clocks of dossiers alone, and gives way to what is published", async () => {
    const on = day("2028-01-25");
    expect(isWorkingDay(workingCalendar(), on)).toMatchObject({ ok: false });
    expect(isWorkingDay(clockCalendar(), on)).toEqual({ ok: true, value: false });
    const published = {
      kind: "year",
      year: 2028,
      provisional: false,
      source: "x",
      article: "1",
      evidence: "design",
    } as const;
    withAmendments([published], () => {
      expect(isWorkingDay(clockCalendar(), on)).toEqual({ ok: true, value: true });
      expect(clockCalendar().provisional.get(2028)).toBe(false);
    });
    expect(clockCalendar().provisional.get(2028)).toBe(true);
    // Clocks over a day off that was only computed are reckoned anew when the year is published.
    expect((await loadAmendable()).daysChanged([published])).toContain(on);
  });
});
