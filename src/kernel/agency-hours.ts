import type { Calendar, CalendarDay, Session } from "./calendar.ts";
import { addDays, covers, day, type PlainDate, weekday, yearOf } from "./plain-date.ts";
import { text } from "./text.ts";

/**
 * What an office has set for itself over the calendar of the law, for some days.
 * `week`: its hours from Monday to Friday, and on Saturdays worked for a day off. `saturday`: a session in which it
 * receives people; a working day for terms only where it `counts`. `day`: the hours of single days, such as a half day.
 * `swap`: a day off (`from`) made good on the day `swappedWith`.
 */
export type AgencyHours = {
  readonly kind: "week" | "saturday" | "day" | "swap";
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly sessions: readonly Session[];
  readonly counts: boolean;
  readonly swappedWith: PlainDate | null;
};

const SATURDAY = 6;

/** The calendar as one office works by it. Of rows that speak of the same day, the later in the list holds. */
export function withAgencyHours(base: Calendar, rows: readonly AgencyHours[]): Calendar {
  if (rows.length === 0) return base;
  const newest = rows.toReversed();
  const rowFor = (kind: AgencyHours["kind"], on: PlainDate): AgencyHours | null =>
    newest.find((row) => row.kind === kind && covers(row, on)) ?? null;
  const countedSaturday = (on: PlainDate): AgencyHours | null => {
    const row = weekday(on) === SATURDAY ? rowFor("saturday", on) : null;
    return row?.counts ? row : null;
  };
  const changesDays = rows.some(({ kind, counts }) => kind === "swap" || (kind === "saturday" && counts));
  let days: ReadonlyMap<PlainDate, CalendarDay> | null = null;
  return {
    provisional: base.provisional,
    dayAt: (on) => {
      if (!changesDays) return base.dayAt(on);
      days ??= ownDays(base, newest, (date) => countedSaturday(date) !== null);
      return days.get(on) ?? null;
    },
    sessionsAt: (on) => {
      const own = rowFor("day", on);
      if (own) return own.sessions;
      // A Saturday worked for another day has the hours of the week.
      const saturday = base.dayAt(on)?.isWorking ? null : countedSaturday(on);
      return saturday?.sessions ?? rowFor("week", on)?.sessions ?? base.sessionsAt(on);
    },
  };
}

function ownDays(
  base: Calendar,
  newest: readonly AgencyHours[],
  isCountedSaturday: (on: PlainDate) => boolean,
): ReadonlyMap<PlainDate, CalendarDay> {
  const swaps = newest.filter((row) => row.kind === "swap");
  const offs = new Set(swaps.map((row) => row.from));
  const worked = new Set(swaps.map((row) => row.swappedWith));
  const days = new Map<PlainDate, CalendarDay>();
  for (const year of base.provisional.keys()) {
    for (let date = day(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
      const law = base.dayAt(date);
      if (!law) continue;
      const swapped = offs.has(date);
      const isWorking =
        !swapped && (law.isWorking || worked.has(date) || (law.off === null && isCountedSaturday(date)));
      const off = swapped ? { date, name: SWAPPED, kind: "swapped" as const } : law.off;
      days.set(date, { ...law, isWorking, off, next: null });
    }
  }
  for (const one of days.values()) one.next = days.get(addDays(one.date, 1)) ?? null;
  return days;
}
const SWAPPED = text("Nghỉ hoán đổi của cơ quan", "Day exchanged by the office");
