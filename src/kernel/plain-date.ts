/**
 * A legal day: year, month and day, without a time or a zone. Kept as `YYYY-MM-DD`, so it sorts, stores and travels
 * as text. Using a JavaScript `Date` for such a day moves it by one whenever the server's zone differs from Vietnam's.
 */
declare const plainDate: unique symbol;
export type PlainDate = string & { readonly [plainDate]: true };

const MS_PER_DAY = 86_400_000;
/** Vietnam keeps UTC+7 all year. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day a year, month (1–12) and day name, or null where the calendar has none (31/02, year 0, years beyond 2999). */
export function dateOf(year: number, month: number, day: number): PlainDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return null;
  if (day > daysInMonth(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}` as PlainDate;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parseIsoDate(value: string): PlainDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found ? dateOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** Reads a day as people here write it: `d/m/yyyy`, also with `-` or `.`; null for anything else. */
export function parseVietnameseDate(value: string): PlainDate | null {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(value);
  return found ? dateOf(Number(found[3]), Number(found[2]), Number(found[1])) : null;
}

/** A day written in the source of the program or read back from our own database: anything else is our own mistake. */
export function day(value: string): PlainDate {
  const parsed = parseIsoDate(value);
  if (!parsed) throw new Error(`not a day of the calendar: ${value}`);
  return parsed;
}

/** `dd/mm/yyyy`. */
export const showDate = (date: PlainDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/**
 * Days since 1970-01-01 of the proleptic Gregorian calendar, and back, in whole numbers: reckoning a term passes through
 * here for each of its days, and reading or writing ISO text through `Date` took nine tenths of the time. Years are
 * shifted to begin in March, so that the leap day is their last; 400 of them have 146,097 days.
 */
function epochDay(date: PlainDate): number {
  const month = monthOf(date);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(date) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}
/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

/** @throws where `days` is no whole number */
function fromEpochDay(days: number): PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayNumber = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayNumber)}` as PlainDate;
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(epochDay(date) + days);
/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => epochDay(b) - epochDay(a);

/** The same day number `months` later, or the last day of that month (Civil Code 2015, art. 148.4). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = new Date(Date.UTC(yearOf(date), monthOf(date) - 1 + months, 1));
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  return day(`${year}-${two(month)}-${two(Math.min(dayOfMonth(date), daysInMonth(year, month)))}`);
}

/**
 * The day a person reaches an age; who was born on 29 February reaches it on 1 March of a common year. Null beyond the
 * years that dates can name.
 */
export function birthdayAt(bornOn: PlainDate, age: number): PlainDate | null {
  const year = yearOf(bornOn) + age;
  return dateOf(year, monthOf(bornOn), dayOfMonth(bornOn)) ?? dateOf(year, 3, 1);
}

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: PlainDate): number => (((epochDay(date) + 4) % 7) + 7) % 7;
export const yearOf = (date: PlainDate): number => twoDigits(date, 0) * 100 + twoDigits(date, 2);
export const monthOf = (date: PlainDate): number => twoDigits(date, 5);
export const dayOfMonth = (date: PlainDate): number => twoDigits(date, 8);

const ZERO = 48;
const twoDigits = (date: PlainDate, at: number): number =>
  (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** A moment, kept as milliseconds since 1970 UTC. The only places where it becomes a legal day are named below. */
export type Instant = number;

/** The legal day in Vietnam at a moment. */
export const dayOfInstant = (at: Instant): PlainDate => fromEpochDay(Math.floor((at + VIETNAM_OFFSET_MS) / MS_PER_DAY));

/** Minutes since midnight in Vietnam at a moment. */
export const minuteOfInstant = (at: Instant): number => {
  const local = new Date(at + VIETNAM_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
};

/** The moment of a time of day in Vietnam; minute 1440 is the end of the day. */
export const instantAt = (date: PlainDate, minuteOfDay: number): Instant =>
  epochDay(date) * MS_PER_DAY + minuteOfDay * 60_000 - VIETNAM_OFFSET_MS;

/** `HH:mm, dd/mm/yyyy` in Vietnam. */
export const showInstant = (at: Instant): string => `${showTime(at)}, ${showDate(dayOfInstant(at))}`;
/** `HH:mm` in Vietnam. */
export const showTime = (at: Instant): string =>
  `${two(Math.floor(minuteOfInstant(at) / 60))}:${two(minuteOfInstant(at) % 60)}`;
/** RFC 3339 with Vietnam's offset, seconds shown. */
export const isoInstant = (at: Instant): string =>
  `${new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;

/** A local date and time as a form gives it, `YYYY-MM-DDTHH:mm`, as a moment; null where it is not one. */
export function parseLocalDateTime(value: string): Instant | null {
  const found = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(value);
  const date = found ? parseIsoDate(found[1] ?? "") : null;
  return date && found ? instantAt(date, Number(found[2]) * 60 + Number(found[3])) : null;
}

/** A birth date of which the day, or the day and month, may be unknown, as many older papers have it. */
export type PartialDate = { readonly year: number; readonly month?: number; readonly day?: number };

/** Reads `yyyy`, `mm/yyyy` or `dd/mm/yyyy`; null for anything else. */
export function parsePartialDate(value: string): PartialDate | null {
  const full = parseVietnameseDate(value);
  if (full) return { year: yearOf(full), month: monthOf(full), day: dayOfMonth(full) };
  const monthYear = /^\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(value);
  if (monthYear) {
    const [month, year] = [Number(monthYear[1]), Number(monthYear[2])];
    return dateOf(year, month, 1) ? { year, month } : null;
  }
  const year = /^\s*(\d{4})\s*$/.exec(value);
  return year && Number(year[1]) >= 1000 ? { year: Number(year[1]) } : null;
}

/** `yyyy`, `mm/yyyy` or `dd/mm/yyyy`, as much as is known. */
export function showPartialDate(date: PartialDate): string {
  if (date.month === undefined) return String(date.year);
  if (date.day === undefined) return `${two(date.month)}/${date.year}`;
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** The earliest and latest day a partial date can mean. */
export function boundsOfPartialDate(date: PartialDate): { earliest: PlainDate; latest: PlainDate } {
  const firstMonth = date.month ?? 1;
  const lastMonth = date.month ?? 12;
  const earliest = dateOf(date.year, firstMonth, date.day ?? 1);
  const latest = dateOf(date.year, lastMonth, date.day ?? daysInMonth(date.year, lastMonth));
  if (!earliest || !latest) throw new Error("a partial date that is not one");
  return { earliest, latest };
}

/**
 * How far two birth dates agree: parts that both know must be equal; what only one of them knows leaves the answer open.
 * So `1999` and `01/01/1999`, as many older papers have it, agree in part.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): "match" | "partial-match" | "no-match" {
  const parts = ["year", "month", "day"] as const;
  if (parts.some((part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part])) return "no-match";
  const equallyKnown = parts.every((part) => (a[part] === undefined) === (b[part] === undefined));
  return equallyKnown ? "match" : "partial-match";
}

/** A period of legal days; the last day is included, null is open-ended. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate | null };
export const covers = (period: Period, on: PlainDate): boolean =>
  period.from <= on && (period.until === null || on <= period.until);
