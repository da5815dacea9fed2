import { expect, test } from "vitest";
import { calendarYears, dataTermOn, officeHours } from "../../../law/index.ts";
import { openCalendar } from "../../kernel/calendar.ts";
import { day, isoInstant } from "../../kernel/plain-date.ts";
import { reckonTerm, type TermLength } from "./term.ts";

const calendar = openCalendar(calendarYears(), officeHours);
const at = (iso: string): number => Date.parse(`${iso}+07:00`);
const due = (count: number, unit: TermLength["unit"], from: string): string => {
  const ended = reckonTerm({ count, unit }, at(from), calendar);
  return ended.ok ? isoInstant(ended.value.dueAt).slice(0, 16) : ended.failure.kind;
};

test.each([
  // 24 November is a day off from 2026 on.
  [2, "working-day", "2026-11-23T09:00:00", "2026-11-26T23:59"],
  [2, "working-day", "2026-11-20T17:00:00", "2026-11-25T23:59"],
  [72, "hour", "2026-11-20T22:15:00", "2026-11-23T22:15"],
  [15, "day", "2026-11-06T08:00:00", "2026-11-23T23:59"],
  [15, "day", "2026-11-08T08:00:00", "2026-11-23T23:59"],
  [1, "month", "2026-01-31T08:00:00", "2026-03-02T23:59"],
  [5, "year", "2021-11-23T08:00:00", "2026-11-23T23:59"],
  [1, "working-hour", "2026-11-23T08:00:00", "2026-11-23T09:00"],
  [2, "working-day", "2031-01-01T08:00:00", "calendar-not-loaded"],
  [400, "day", "2027-12-01T08:00:00", "calendar-not-loaded"],
] as const)("%i %s from %s end at %s", (count, unit, from, expected) => {
  expect(due(count, unit, from)).toBe(expected);
});

test("the way there is told, holidays by name", () => {
  const ended = reckonTerm({ count: 2, unit: "working-day" }, at("2026-11-23T09:00:00"), calendar);
  const steps = ended.ok ? ended.value.steps.map(({ vi }) => vi) : [];
  expect(steps.join(" ")).toMatch(/Tính từ 09:00, 23\/11\/2026.*24\/11\/2026 nghỉ.*Hạn: 23:59, 26\/11\/2026/);
});

test("a person's request is answered by the law of its day, on both sides of the new decree", () => {
  const limit = (on: string) => dataTermOn("answer", day(on))?.limit ?? null;
  expect(limit("2023-06-30")).toBeNull();
  expect(limit("2023-07-01")).toEqual({ count: 72, unit: "hour" });
  expect(limit("2025-12-31")).toEqual({ count: 72, unit: "hour" });
  expect(limit("2026-01-01")).toEqual({ count: 2, unit: "working-day" });
  expect(dataTermOn("stop", day("2026-01-01"))?.extension).toEqual({ count: 15, unit: "day" });
  expect(dataTermOn("breach-notice", day("2026-01-01"))?.limit).toEqual({ count: 72, unit: "hour" });
});
