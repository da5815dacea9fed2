import { type PlainDate, yearOf } from "../../src/kernel/plain-date.ts";
import { amendments, type CalendarAmendment } from "../parameters/amendments.ts";
import type { HolidayYear } from "./year.ts";

/** The years with the days off published by the office, in the order of their publication. */
export const amendedYears = (years: readonly HolidayYear[]): readonly HolidayYear[] =>
  amendments().reduce<readonly HolidayYear[]>(
    (all, one) => (one.kind === "figures" || one.kind === "end" ? all : withChange(all, one)),
    years,
  );

function withChange(years: readonly HolidayYear[], one: CalendarAmendment): readonly HolidayYear[] {
  if (one.kind === "year") {
    const { year, provisional } = one;
    const known = years.find((each) => each.year === year) ?? { year, daysOff: [], workingSaturdays: [] };
    return [...years.filter((each) => each.year !== year), { ...known, provisional }].toSorted(
      (a, b) => a.year - b.year,
    );
  }
  return years.map((year) => {
    if (year.year !== yearOf(one.date)) return year;
    const free = withoutDay(year, one.date);
    if (one.kind === "working-day") return free;
    const { date, name, as: kind, saturday, source, article, evidence } = one;
    const proven = { source, article, evidence };
    return {
      ...free,
      daysOff: [...free.daysOff, { date, name, kind, ...proven }].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      workingSaturdays:
        saturday === null
          ? free.workingSaturdays
          : [...free.workingSaturdays, { date: saturday, insteadOf: date, ...proven }],
    };
  });
}

const withoutDay = (year: HolidayYear, date: PlainDate): HolidayYear => ({
  ...year,
  daysOff: year.daysOff.filter((off) => off.date !== date),
  workingSaturdays: year.workingSaturdays.filter((worked) => worked.insteadOf !== date),
});
