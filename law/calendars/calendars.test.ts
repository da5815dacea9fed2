import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { weekday } from "../../src/kernel/plain-date.ts";
import { sheet } from "../../tests/support/shared-sheets.ts";
import { calendarYears } from "./index.ts";

const daysOff = calendarYears().flatMap((year) => year.daysOff);
const saturdays = calendarYears().flatMap((year) => year.workingSaturdays);
const isFree = (date: string): boolean =>
  daysOff.some((row) => row.date === date) || [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

describe("days off of each year", () => {
  it("are those of Labour Code art. 112, one made good for each that falls on a day of rest", () => {
    for (const { year, daysOff: rows, workingSaturdays } of calendarYears()) {
      const statutory = rows.filter((row) => row.kind === "statutory");
      // Eleven days; Culture Day from 2026.
      expect(statutory.length, `${year}`).toBe(year >= 2026 ? 12 : 11);
      const onRest = statutory.filter((row) => [0, 6].includes(weekday(row.date)));
      expect(rows.filter((row) => row.kind === "compensatory").length, `${year}`).toBe(onRest.length);
      expect(
        rows
          .filter((row) => row.kind === "swapped")
          .map((row) => row.date)
          .sort(),
      ).toEqual(workingSaturdays.map((row) => row.insteadOf).sort());
      for (const { date } of workingSaturdays) expect(weekday(date)).toBe(6);
      expect(new Set(rows.map((row) => row.date)).size).toBe(rows.length);
    }
  });
});

const MARKS: Readonly<Record<string, string>> = { T: "read", "T*": "read", R: "reported", M: "recalled" };
const oneStop = sheet("one-stop-shop.json");
describe.skipIf(!oneStop)("beside the sheet of the one-stop shop", () => {
  type Day = { readonly date: string; readonly kind: string; readonly evidence: string };
  const sheetDays: readonly Day[] = JSON.parse(oneStop ?? "{}").publicHolidays?.days ?? [];
  it("every day, its kind, and how far it is proven", () => {
    const theirs = sheetDays.map((one) => `${one.date} ${one.kind}`).sort();
    const ours = [
      ...daysOff.map((row) => `${row.date} ${row.kind === "swapped" ? "swapped-off" : row.kind}`),
      ...saturdays.map((row) => `${row.date} swapped-working`),
    ].sort();
    expect(ours.map((one) => one.slice(0, 10))).toEqual(theirs.map((one) => one.slice(0, 10)));
    const kinds = new Map(ours.map((one) => [one.slice(0, 10), one.slice(11)]));
    for (const one of sheetDays.filter(({ kind }) => kind === "statutory" || kind === "compensatory"))
      expect(kinds.get(one.date), one.date).toBe(one.kind);
    const evidence = new Map([...daysOff, ...saturdays].map((row) => [String(row.date), row.evidence]));
    for (const one of sheetDays)
      if (MARKS[one.evidence]) expect(evidence.get(one.date), one.date).toBe(MARKS[one.evidence]);
  });
});

const FOLDER = new URL("../../../shared/vectors/calendar/", import.meta.url);
const absent = !existsSync(FOLDER);
if (absent) console.log("left out: the calendars of others, ../shared/vectors/calendar is not there");
const read = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
describe.skipIf(absent)("beside the calendars of others (they know no swaps after 2024)", () => {
  it("has each day off of 2021 to 2024, no more and no less", () => {
    const rows = parse(read("public_holidays_vacanza.csv"), { columns: true }) as { readonly date: string }[];
    for (const { year, daysOff: ours } of calendarYears().filter((one) => one.year <= 2024)) {
      const theirs = new Set(rows.map((row) => row.date).filter((date) => date.startsWith(`${year}`)));
      expect(ours.map((row) => String(row.date)).sort(), `${year}`).toEqual([...theirs].sort());
    }
    const swaps = JSON.parse(read("swapped_days_official.json")) as Readonly<Record<string, readonly string[]>>;
    const ofOurs = (dates: readonly string[] | undefined) =>
      (dates ?? []).filter((date) => date >= "2021" && date < "2025");
    expect(ofOurs(swaps["days_off_by_swap"])).toEqual(
      daysOff.filter((row) => row.kind === "swapped" && row.date < "2025").map((row) => row.date),
    );
    expect(ofOurs(swaps["saturdays_worked_instead"])).toEqual(
      saturdays.filter((row) => row.date < "2025").map((row) => row.date),
    );
  });

  it("frees every public day of date-holidays", () => {
    for (const year of [2021, 2022, 2023, 2024]) {
      const rows = JSON.parse(read(`date-holidays/VN-${year}.json`)) as readonly { date: string; type: string }[];
      const days = rows.filter((row) => row.type === "public").map((row) => row.date.slice(0, 10));
      expect(days.length).toBeGreaterThan(6);
      expect(days.filter((date) => !isFree(date))).toEqual([]);
    }
  });

  it("keeps Tết and the day of the Hùng Kings by the moon, to 2027", () => {
    const months = parse(read("lunar_months.csv"), { columns: true }) as Readonly<Record<string, string>>[];
    // The other half of the years is kept from us.
    const known = calendarYears().filter(({ year }) => months.some((one) => one["lunar_year"] === `${year}`));
    expect(known.length).toBeGreaterThan(2);
    for (const { year, daysOff: rows } of known) {
      const first = (month: string) =>
        months.find(
          (one) => one["lunar_year"] === `${year}` && one["lunar_month"] === month && one["is_leap_month"] === "0",
        )?.["first_day_gregorian"] ?? "";
      const named = (vi: string) =>
        rows.filter((row) => row.kind === "statutory" && row.name.vi === vi).map((row) => String(row.date));
      expect(named("Tết Âm lịch"), `${year}`).toContain(first("1"));
      expect(named("Tết Âm lịch")).toHaveLength(5);
      const tenth = new Date(Date.parse(`${first("3")}T00:00:00Z`) + 9 * 86_400_000).toISOString().slice(0, 10);
      expect(named("Giỗ Tổ Hùng Vương"), `${year}`).toEqual([tenth]);
    }
  });
});
