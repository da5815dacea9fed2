import { type Calendar, isWorkingDay, type NoCalendar, type Session } from "./calendar.ts";
import { addDays, dayOfInstant, type Instant, instantAt, type PlainDate } from "./plain-date.ts";
import { fail, ok, type Result } from "./result.ts";

/** Office time: moments and lengths that count only while the office is open. Lengths are in milliseconds. */

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** The sessions of a day, none on a day off. Fails for a year without a calendar. */
function openOn(calendar: Calendar, on: PlainDate): Result<readonly Session[], NoCalendar> {
  const working = isWorkingDay(calendar, on);
  return working.ok ? ok(working.value ? calendar.sessionsAt(on) : []) : working;
}

/**
 * The moment after so much office time. Time outside office hours is not counted; an event outside them counts from the
 * next opening. Time that ends exactly with a session ends then, not at the next opening.
 */
export function addOfficeTime(calendar: Calendar, from: Instant, length: number): Result<Instant, NoCalendar> {
  if (!(length > 0)) throw new Error(`not a length of office time: ${length}`);
  let left = length;
  let on = dayOfInstant(from);
  // Kept in milliseconds: hours run from the moment itself, seconds included.
  let passed = from - instantAt(on, 0);
  for (;;) {
    const sessions = openOn(calendar, on);
    if (!sessions.ok) return sessions;
    for (const session of sessions.value) {
      const start = Math.max(passed, session.from * MS_PER_MINUTE);
      const room = session.until * MS_PER_MINUTE - start;
      if (room <= 0) continue;
      if (left <= room) return ok(instantAt(on, 0) + start + left);
      left -= room;
    }
    on = addDays(on, 1);
    passed = 0;
  }
}

/** `addOfficeTime` in hours, as terms of the law are written. */
export const addWorkingHours = (calendar: Calendar, from: Instant, hours: number): Result<Instant, NoCalendar> =>
  addOfficeTime(calendar, from, hours * MS_PER_HOUR);

/** How long the office was open between two moments; 0 where the second is not after the first. */
export function officeTimeBetween(calendar: Calendar, from: Instant, until: Instant): Result<number, NoCalendar> {
  let open = 0;
  const last = dayOfInstant(until);
  for (let on = dayOfInstant(from); on <= last && from < until; on = addDays(on, 1)) {
    const sessions = openOn(calendar, on);
    if (!sessions.ok) return sessions;
    for (const session of sessions.value) {
      const [opens, closes] = [instantAt(on, session.from), instantAt(on, session.until)];
      open += Math.max(0, Math.min(closes, until) - Math.max(opens, from));
    }
  }
  return ok(open);
}

/** The first opening of the first working day after a day. */
export function nextOpening(calendar: Calendar, after: PlainDate): Result<Instant, NoCalendar> {
  for (let on = addDays(after, 1); ; on = addDays(on, 1)) {
    const sessions = openOn(calendar, on);
    if (!sessions.ok) return sessions;
    const first = sessions.value[0];
    if (first) return ok(instantAt(on, first.from));
  }
}

/** The moment itself where the office is open, otherwise the last closing before it. */
export function lastOfficeMoment(calendar: Calendar, at: Instant): Result<Instant, NoCalendar> {
  for (let on = dayOfInstant(at); ; on = addDays(on, -1)) {
    const sessions = openOn(calendar, on);
    if (!sessions.ok) return sessions;
    const session = sessions.value.findLast(({ from }) => instantAt(on, from) <= at);
    if (session) return ok(Math.min(at, instantAt(on, session.until)));
  }
}

/** How many working days lie after the first day, up to and with the second. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, until: PlainDate): Result<number, NoCalendar> {
  let count = 0;
  for (let on = addDays(from, 1); on <= until; on = addDays(on, 1)) {
    const working = isWorkingDay(calendar, on);
    if (!working.ok) return fail(working.failure);
    if (working.value) count += 1;
  }
  return ok(count);
}
