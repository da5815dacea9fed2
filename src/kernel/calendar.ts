import { addDays, day, type Instant, instantAt, type PlainDate, weekday, yearOf } from "./plain-date.ts";
import { fail, ok, type Result } from "./result.ts";
import type { Text } from "./text.ts";

/** A day without office hours, and why. `swapped` days are made good on a Saturday. */
export type DayOff = {
  readonly date: PlainDate;
  readonly name: Text;
  readonly kind: "statutory" | "compensatory" | "swapped";
};
/** The days of one year that differ from the week. `provisional` until the Prime Minister has fixed them. */
export type CalendarYear = {
  readonly year: number;
  readonly provisional: boolean;
  readonly daysOff: readonly DayOff[];
  readonly workingSaturdays: readonly { readonly date: PlainDate; readonly insteadOf: PlainDate }[];
};
/** Office hours, in minutes since midnight in Vietnam; the end of a session is not part of it. */
export type Session = { readonly from: number; readonly until: number };

/** One day of the years that are known, and the day after it; null at the end of what is known. */
export type CalendarDay = {
  readonly date: PlainDate;
  readonly isWorking: boolean;
  readonly off: DayOff | null;
  readonly isProvisional: boolean;
  next: CalendarDay | null;
};
export type Calendar = {
  readonly provisional: ReadonlyMap<number, boolean>;
  /** Null in a year without a calendar. */
  dayAt(on: PlainDate): CalendarDay | null;
  /** The office hours of a day that is a working day, in their order. */
  sessionsAt(on: PlainDate): readonly Session[];
};

/** A year nobody has given a calendar for: no due date can be named in it. */
export type NoCalendar = { readonly kind: "no-calendar"; readonly year: number };

/** Working days counted, and what was passed over on the way: the reasons a page or a paper shows beside the due date. */
export type WorkingDayCount = {
  readonly day: PlainDate;
  readonly skipped: readonly DayOff[];
  /** Some year on the way is provisional: the date may move by a day or two when the calendar is fixed. */
  readonly provisional: boolean;
};

/** Puts the years together once, at the first question: a term then goes from day to day without reckoning dates. */
export function openCalendar(years: readonly CalendarYear[], sessions: readonly Session[]): Calendar {
  let days: ReadonlyMap<PlainDate, CalendarDay> | null = null;
  return {
    provisional: new Map(years.map((year) => [year.year, year.provisional])),
    dayAt: (on) => {
      days ??= daysOf(years);
      return days.get(on) ?? null;
    },
    sessionsAt: () => sessions,
  };
}

function daysOf(years: readonly CalendarYear[]): ReadonlyMap<PlainDate, CalendarDay> {
  const days = new Map<PlainDate, CalendarDay>();
  for (const { year, provisional, daysOff, workingSaturdays } of years) {
    const offs = new Map(daysOff.map((off) => [off.date, off]));
    const worked = new Set(workingSaturdays.map((saturday) => saturday.date));
    for (let date = day(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
      const inWeek = weekday(date) >= 1 && weekday(date) <= 5;
      const isWorking = worked.has(date) || (inWeek && !offs.has(date));
      days.set(date, { date, isWorking, off: offs.get(date) ?? null, isProvisional: provisional, next: null });
    }
  }
  for (const one of days.values()) one.next = days.get(addDays(one.date, 1)) ?? null;
  return days;
}

/** Monday to Friday without the days off, and the Saturdays worked instead. Fails for a year without a calendar. */
export function isWorkingDay(calendar: Calendar, on: PlainDate): Result<boolean, NoCalendar> {
  const found = calendar.dayAt(on);
  return found ? ok(found.isWorking) : fail({ kind: "no-calendar", year: yearOf(on) });
}

/**
 * The `count`-th working day after `from`. The day of the event is not counted (Civil Code 2015, art. 147.2), so one
 * working day from a Monday is Tuesday. `count` is at least 1.
 */
export function countWorkingDays(
  calendar: Calendar,
  from: PlainDate,
  count: number,
): Result<WorkingDayCount, NoCalendar> {
  if (!Number.isInteger(count) || count < 1) throw new Error(`not a number of working days: ${count}`);
  const skipped: DayOff[] = [];
  let provisional = false;
  let left = count;
  let last = from;
  let at = calendar.dayAt(addDays(from, 1));
  while (at) {
    provisional ||= at.isProvisional;
    if (at.isWorking) left -= 1;
    else if (at.off) skipped.push(at.off);
    if (left === 0) return ok({ day: at.date, skipped, provisional });
    last = at.date;
    at = at.next;
  }
  return fail({ kind: "no-calendar", year: yearOf(addDays(last, 1)) });
}

/** The day alone, for those who need no reasons. */
export function addWorkingDays(calendar: Calendar, from: PlainDate, count: number): Result<PlainDate, NoCalendar> {
  const counted = countWorkingDays(calendar, from, count);
  return counted.ok ? ok(counted.value.day) : counted;
}

/**
 * The day itself where it is a working day, otherwise the next one: where a period of calendar days ends on a day of
 * rest, it ends with the next working day (Civil Code 2015, art. 148.5).
 */
export function nextWorkingDay(calendar: Calendar, on: PlainDate): Result<PlainDate, NoCalendar> {
  return addWorkingDays(calendar, addDays(on, -1), 1);
}

/** The end of office hours of a day: the time of day at which a due date falls due. */
export const closingTime = (calendar: Calendar, on: PlainDate): Instant =>
  instantAt(on, calendar.sessionsAt(on).at(-1)?.until ?? 1440);
