import { addDays, dayOfInstant, type Instant, instantAt, minuteOfInstant } from "./plain-date.ts";

/** The hours of the rule, in minutes since midnight; dated in law/parameters/term.ts. */
export type StayNoticeHours = { readonly eveningMinute: number; readonly morningMinute: number };

/** 23:00 and 08:00: Residence Law 68/2020/QH14 art. 30.4, from 01/07/2026 art. 30.3 as replaced by Law 118/2025/QH15. */
export const stayNoticeHours: StayNoticeHours = { eveningMinute: 23 * 60, morningMinute: 8 * 60 };

/**
 * The moment before which a guest's stay must be notified: 23:00 of the day of arrival, or 08:00 of the next day for
 * who arrives at 23:00 or later. The law says "before 23:00", so 23:00:00 itself is after (our reading, people.md 4.2).
 * @example arrival 10/11/2026 14:20 → 10/11/2026 23:00; arrival 23:40 → 11/11/2026 08:00
 */
export function stayNoticeDue(arrivedAt: Instant, hours: StayNoticeHours = stayNoticeHours): Instant {
  const arrivedOn = dayOfInstant(arrivedAt);
  return minuteOfInstant(arrivedAt) < hours.eveningMinute
    ? instantAt(arrivedOn, hours.eveningMinute)
    : instantAt(addDays(arrivedOn, 1), hours.morningMinute);
}

/** Whether a notification came late: at the due time or after it. It is taken all the same, and marked. */
export const isStayNoticeLate = (
  arrivedAt: Instant,
  notifiedAt: Instant,
  hours: StayNoticeHours = stayNoticeHours,
): boolean => notifiedAt >= stayNoticeDue(arrivedAt, hours);
