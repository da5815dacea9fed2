import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarYears, officeHours } from "../../law/index.ts";
import {
  addWorkingDays,
  closingTime,
  countWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  openCalendar,
} from "./calendar.ts";
import { addWorkingHours } from "./office-time.ts";
import {
  addDays,
  addMonths,
  type Instant,
  isoInstant,
  type PlainDate,
  parseIsoDate,
  parseLocalDateTime,
  weekday,
} from "./plain-date.ts";

const calendar = openCalendar(calendarYears(), officeHours);
const daysOff = new Set(calendarYears().flatMap((year) => year.daysOff.map((off) => off.date)));
const workingSaturdays = new Set(calendarYears().flatMap((year) => year.workingSaturdays.map(({ date }) => date)));
const on = (date: string): PlainDate => {
  const parsed = parseIsoDate(date);
  if (!parsed) throw new Error(date);
  return parsed;
};
const at = (moment: string): Instant => {
  const parsed = parseLocalDateTime(moment);
  if (parsed === null) throw new Error(moment);
  return parsed;
};
const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const local = (moment: Instant): string => isoInstant(moment).slice(0, 16);

describe("working days", () => {
  it.each([
    ["E15: seven days from Monday 05/10/2026", "2026-10-05", 7, "2026-10-14"],
    ["24 November is a holiday from 2026", "2026-11-23", 1, "2026-11-25"],
    ["it was none in 2025", "2025-11-21", 1, "2025-11-24"],
    ["Tết of 2026", "2026-02-13", 3, "2026-02-25"],
    ["a Saturday worked for a Monday off", "2026-08-20", 3, "2026-08-24"],
    ["the Friday after New Year, exchanged", "2025-12-31", 1, "2026-01-05"],
    ["three days of temporary residence over a weekend", "2026-10-08", 3, "2026-10-13"],
  ])("%s", (_what, from, count, due) => {
    expect(value(addWorkingDays(calendar, on(from), count))).toBe(due);
  });

  it("names what was passed over, and says when the year is provisional", () => {
    const counted = value(countWorkingDays(calendar, on("2026-11-23"), 1));
    expect(counted.skipped.map((off) => off.name.vi)).toEqual(["Ngày Văn hóa Việt Nam"]);
    expect(counted.provisional).toBe(false);
    expect(value(countWorkingDays(calendar, on("2026-12-31"), 1)).provisional).toBe(true);
  });

  it("refuses to name a day in a year without a calendar, also on the way there", () => {
    expect(isWorkingDay(calendar, on("2020-12-31"))).toEqual({
      ok: false,
      failure: { kind: "no-calendar", year: 2020 },
    });
    expect(addWorkingDays(calendar, on("2027-12-30"), 2)).toEqual({
      ok: false,
      failure: { kind: "no-calendar", year: 2028 },
    });
    expect(addWorkingDays(calendar, on("2020-12-30"), 3).ok).toBe(false);
  });

  it("moves a last day of rest to the next working day", () => {
    expect(value(nextWorkingDay(calendar, on("2026-09-02")))).toBe("2026-09-03");
    expect(value(nextWorkingDay(calendar, on("2026-09-03")))).toBe("2026-09-03");
  });

  it("counts no fraction and no zero", () => {
    expect(() => addWorkingDays(calendar, on("2026-10-05"), 0)).toThrow("working days");
    expect(() => addWorkingDays(calendar, on("2026-10-05"), 1.5)).toThrow("working days");
  });
});

describe("working hours", () => {
  it.each([
    ["2026-04-24T15:00", 8, "2026-04-28T15:00"],
    ["2026-11-23T16:30", 2, "2026-11-25T08:30"],
    ["2026-11-21T09:00", 8, "2026-11-23T17:30"],
    ["2026-10-05T11:45", 1, "2026-10-05T14:30"],
    ["2026-10-05T07:30", 4, "2026-10-05T11:30"],
  ])("from %s %i hours", (from, hours, due) => {
    expect(local(value(addWorkingHours(calendar, at(from), hours)))).toBe(due);
  });

  it("closes at 17:30", () => {
    expect(local(closingTime(calendar, on("2026-10-14")))).toBe("2026-10-14T17:30");
  });
});

describe("properties of working days", () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
  console.log(`working days: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  const days = fc.integer({ min: 0, max: 2_300 }).map((n) => addDays(on("2021-01-01"), n));
  const counts = fc.integer({ min: 1, max: 30 });
  const options = { seed, numRuns: 300 };

  it("never ends on a day off, nor on a Saturday or Sunday that is not worked", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const due = value(addWorkingDays(calendar, from, count));
        expect(value(isWorkingDay(calendar, due))).toBe(true);
        expect(daysOff.has(due)).toBe(false);
        if ([0, 6].includes(weekday(due))) expect(workingSaturdays.has(due)).toBe(true);
      }),
      options,
    );
  });

  it("is later for more days, never earlier for a later start, and adds up", () => {
    fc.assert(
      fc.property(days, counts, counts, (from, a, b) => {
        const afterA = value(addWorkingDays(calendar, from, a));
        expect(value(addWorkingDays(calendar, from, a + b)) > afterA).toBe(true);
        expect(value(addWorkingDays(calendar, addDays(from, 1), a)) >= afterA).toBe(true);
        expect(value(addWorkingDays(calendar, afterA, b))).toBe(value(addWorkingDays(calendar, from, a + b)));
      }),
      options,
    );
  });
});

const shared = new URL("../../../shared/domain/one-stop-shop.json", import.meta.url);
type Vector = { received: string; add: { n: number; unit: string }; due: string; why: string };

describe.skipIf(!existsSync(shared))(
  "the worked cases of the domain sheet (left out where ../shared is absent)",
  () => {
    const vectors: Vector[] = existsSync(shared) ? JSON.parse(readFileSync(shared, "utf8")).deadlineTestVectors : [];

    it("are all of them", () => expect(vectors.length).toBeGreaterThanOrEqual(17));

    it.each(vectors)("$received + $add.n $add.unit: $why", ({ received, add, due }) => {
      const reckon: Record<string, () => string> = {
        workingDay: () => value(addWorkingDays(calendar, on(received), add.n)),
        day: () => value(nextWorkingDay(calendar, addDays(on(received), add.n))),
        month: () => value(nextWorkingDay(calendar, addMonths(on(received), add.n))),
        workingHour: () => local(value(addWorkingHours(calendar, at(received), add.n))),
      };
      expect(reckon[add.unit]?.()).toBe(due);
    });
  },
);
