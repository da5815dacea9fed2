import { type CalculationStep, type Reasons, RefusedInput } from "../../../src/engine/definition/index.ts";
import { countWorkingDays, type DayOff, nextWorkingDay } from "../../../src/kernel/calendar.ts";
import { addWorkingHours } from "../../../src/kernel/office-time.ts";
import {
  addDays,
  addMonths,
  dayOfInstant,
  type Instant,
  isoInstant,
  type PlainDate,
  showDate,
  yearOf,
} from "../../../src/kernel/plain-date.ts";
import type { Result } from "../../../src/kernel/result.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import type { Limit, LimitUnit } from "../../parameters/terms/limits.ts";
import { COUNT_MOST, calendar } from "../calendar.ts";
import { step } from "../cite.ts";

/** The end of a time limit, whether a year on the way has only a reckoned calendar, and what happened on the way. */
export type Ended<Due> = {
  readonly due: Due;
  readonly provisional: boolean;
  readonly steps: Reasons["steps"];
};

const HOUR_MS = 3_600_000;
const LAST_YEAR = 2_999;

/**
 * The end of a limit in hours, from a moment on.
 * @throws RefusedInput `calendar-not-loaded` at `path`, where working hours reach a year without a calendar
 */
export function endOfHours(from: Instant, { count, unit }: Limit, path: string): Ended<string> {
  if (count > COUNT_MOST) throw new RefusedInput(unit === "hour" ? "out-of-range" : "calendar-not-loaded", "count");
  if (unit === "hour") return { due: isoInstant(from + count * HOUR_MS), provisional: false, steps: () => [] };
  const due = loaded(addWorkingHours(calendar(), from, count), path);
  return {
    due: isoInstant(due),
    provisional: provisionalBetween(dayOfInstant(from), dayOfInstant(due)),
    steps: () => [],
  };
}

/**
 * The end of a limit in days, weeks, months or years; the first day is not counted. A last day on a day of rest moves to
 * the next working day where `rolls`.
 * @throws RefusedInput `calendar-not-loaded` at `path`, where the end lies in a year without a calendar
 */
export function endOfDays(from: PlainDate, { count, unit }: Limit, path: string, rolls = true): Ended<PlainDate> {
  if (count === 0) return { due: from, provisional: false, steps: () => [] };
  if (count > COUNT_MOST) throw new RefusedInput("calendar-not-loaded", path);
  if (unit === "working-day") return afterWorkingDays(from, count, path);
  const ends = calendarEnd(from, { count, unit });
  if (ends === null) throw new RefusedInput(rolls ? "calendar-not-loaded" : "out-of-range", path);
  if (!rolls) return { due: ends, provisional: false, steps: () => [] };
  const due = loaded(nextWorkingDay(calendar(), ends), path);
  return { due, provisional: provisionalBetween(from, due), steps: () => (due === ends ? [] : [moved(ends, due)]) };
}

/** The day a calendar period ends on, whatever day that is; null beyond the years that dates can name. */
export function calendarEnd(from: PlainDate, { count, unit }: Limit): PlainDate | null {
  const months = unit === "year" ? count * 12 : count;
  if (yearOf(from) + (unit === "day" ? count / 365 : months / 12) > LAST_YEAR) return null;
  return unit === "day" ? addDays(from, count) : addMonths(from, months);
}

function afterWorkingDays(from: PlainDate, count: number, path: string): Ended<PlainDate> {
  const { day: due, skipped, provisional } = loaded(countWorkingDays(calendar(), from, count), path);
  return { due, provisional, steps: () => skipped.map(dayOffStep) };
}

const dayOffStep = (off: DayOff): CalculationStep =>
  step(
    "day-off",
    `Ngày ${showDate(off.date)} nghỉ: ${off.name.vi}.`,
    `${showDate(off.date)} is a day off: ${off.name.en}.`,
    off.date,
  );

const moved = (ends: PlainDate, due: PlainDate): CalculationStep =>
  step(
    "rolls-to-working-day",
    `Ngày ${showDate(ends)} là ngày nghỉ, thời hạn kết thúc vào ngày làm việc tiếp theo, ${showDate(due)}.`,
    `${showDate(ends)} is a day of rest; the time ends on the next working day, ${showDate(due)}.`,
    due,
  );

function loaded<T>(found: Result<T, unknown>, path: string): T {
  if (!found.ok) throw new RefusedInput("calendar-not-loaded", path);
  return found.value;
}

function provisionalBetween(from: PlainDate, due: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(due); year += 1) if (calendar().provisional.get(year)) return true;
  return false;
}

const UNIT_WORDS: { readonly [unit in LimitUnit]: readonly [vi: string, one: string, many: string] } = {
  "working-day": ["ngày làm việc", "working day", "working days"],
  day: ["ngày", "day", "days"],
  month: ["tháng", "month", "months"],
  year: ["năm", "year", "years"],
  "working-hour": ["giờ làm việc", "working hour", "working hours"],
  hour: ["giờ", "hour", "hours"],
};

/** `7 ngày làm việc`, `7 working days`. */
export function showLimit({ count, unit }: Limit): Text {
  const [vi, one, many] = UNIT_WORDS[unit];
  return text(`${count} ${vi}`, `${count} ${count === 1 ? one : many}`);
}
