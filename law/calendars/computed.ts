import { addDays, day, type PlainDate, weekday } from "../../src/kernel/plain-date.ts";
import { lazily } from "../parameters/table.ts";
import { calendarYears } from "./index.ts";
import { calendarOf, compensatory, type HolidayKey, type HolidayYear, statutory } from "./year.ts";

/**
 * The first day of Tết and the tenth of the third lunar month, reckoned for UTC+7, of years whose calendar nobody has entered
 * yet. Without them a dossier accepted at the end of a year could not be given a due date.
 */
const LUNAR: readonly { readonly year: number; readonly tet: string; readonly hungKings: string }[] = [
  { year: 2027, tet: "2027-02-06", hungKings: "2027-04-16" },
  { year: 2028, tet: "2028-01-26", hungKings: "2028-04-04" },
  { year: 2029, tet: "2029-02-13", hungKings: "2029-04-23" },
  { year: 2030, tet: "2030-02-02", hungKings: "2030-04-12" },
];

/**
 * A year by the Labour Code alone, provisional: Tết from one day before its first to four after, National Day with the day
 * after it, each holiday on a day of rest made good on the next working day. What the Prime Minister chooses otherwise
 * and days exchanged are not known. Null for a year whose lunar days were not reckoned.
 */
export function computedYear(year: number): HolidayYear | null {
  const lunar = LUNAR.find((known) => known.year === year);
  if (!lunar) return null;
  const tet = [-1, 0, 1, 2, 3].map((after): [PlainDate, HolidayKey] => [
    addDays(day(lunar.tet), after),
    "lunarNewYear",
  ]);
  const holidays: readonly (readonly [PlainDate, HolidayKey])[] = [
    [day(`${year}-01-01`), "newYear"],
    ...tet,
    [day(lunar.hungKings), "hungKings"],
    [day(`${year}-04-30`), "victory"],
    [day(`${year}-05-01`), "labour"],
    [day(`${year}-09-02`), "national"],
    [day(`${year}-09-03`), "national"],
    [day(`${year}-11-24`), "culture"],
  ];
  const free = new Set(holidays.map(([on]) => on));
  const isRest = (on: PlainDate): boolean => weekday(on) === 0 || weekday(on) === 6;
  const inLieu = holidays
    .filter(([on]) => isRest(on))
    .map(([on, holiday]) => {
      let next = on;
      while (isRest(next) || free.has(next)) next = addDays(next, 1);
      free.add(next);
      return compensatory(next, holiday, "design");
    });
  return calendarOf(year, {
    provisional: true,
    daysOff: [...holidays.map(([on, holiday]) => statutory(on, holiday, "design")), ...inLieu].toSorted((a, b) =>
      a.date < b.date ? -1 : 1,
    ),
    workingSaturdays: [],
  });
}

/** The years by which dossiers are reckoned: those entered or published, and computed ones after them. */
export const clockYears = lazily((): readonly HolidayYear[] => {
  const entered = calendarYears();
  const known = new Set(entered.map(({ year }) => year));
  const computed = LUNAR.flatMap(({ year }) => (known.has(year) ? [] : (computedYear(year) ?? [])));
  return [...entered, ...computed].toSorted((a, b) => a.year - b.year);
});
