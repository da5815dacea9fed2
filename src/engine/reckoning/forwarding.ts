import { type Calendar, closingTime, isWorkingDay, type NoCalendar } from "../../kernel/calendar.ts";
import { lastOfficeMoment, nextOpening } from "../../kernel/office-time.ts";
import { dayOfInstant, type Instant, instantAt } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";

/**
 * By when the desk passes an accepted dossier on: the same working day; what came after the hour of the rule, or on a day
 * without office hours, at the opening of the next working day. `cutoff` is in minutes of the day; its own minute is not
 * "after" it.
 */
export function forwardBy(acceptedAt: Instant, calendar: Calendar, cutoff: number): Result<Instant, NoCalendar> {
  const on = dayOfInstant(acceptedAt);
  const working = isWorkingDay(calendar, on);
  if (!working.ok) return working;
  const closing = closingTime(calendar, on);
  const inTime = working.value && acceptedAt < instantAt(on, cutoff + 1) && acceptedAt <= closing;
  return inTime ? ok(closing) : nextOpening(calendar, on);
}

/**
 * The first moment whose dossiers are not late yet: what was accepted before it and still lies at the desk at `now` should
 * have been passed on. Lists count late files by it without reckoning each.
 */
export function forwardedLateBefore(now: Instant, calendar: Calendar, cutoff: number): Result<Instant, NoCalendar> {
  const on = dayOfInstant(now);
  const working = isWorkingDay(calendar, on);
  if (!working.ok) return working;
  const opening = working.value ? instantAt(on, calendar.sessionsAt(on)[0]?.from ?? 0) : now;
  if (working.value && now > closingTime(calendar, on)) return ok(boundary(on, calendar, cutoff));
  // Since this morning's opening everything of earlier days is late.
  if (working.value && now > opening) return ok(instantAt(on, 0));
  const before = lastOfficeMoment(calendar, Math.min(opening, now) - 1);
  return before.ok ? ok(boundary(dayOfInstant(before.value), calendar, cutoff)) : before;
}

const boundary = (on: ReturnType<typeof dayOfInstant>, calendar: Calendar, cutoff: number): Instant =>
  Math.min(instantAt(on, cutoff + 1), closingTime(calendar, on) + 1);
