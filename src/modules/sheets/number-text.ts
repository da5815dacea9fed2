import { addDays, day, showDate } from "../../kernel/plain-date.ts";

/** A number of a workbook as the text a person sees: days, hours, and numbers padded with zeros by their format. */
export type NumberLook = "general" | "date" | "time" | "date-time" | { readonly zeros: number };

/** Built-in formats by number (ECMA-376 part 1, 18.8.30, with the East Asian dates). */
const BUILT_IN: Readonly<Record<number, NumberLook>> = {
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "date-time",
  27: "date",
  28: "date",
  29: "date",
  30: "date",
  31: "date",
  32: "time",
  33: "time",
  34: "time",
  35: "time",
  36: "date",
  45: "time",
  46: "time",
  47: "time",
  50: "date",
  51: "date",
  52: "date",
  53: "date",
  54: "date",
  55: "time",
  56: "time",
  57: "date",
  58: "date",
};

/** How numbers with this format look; `code` is the custom format of the workbook, where it has one. */
export function lookOf(formatId: number, code: string | undefined): NumberLook {
  if (code === undefined) return BUILT_IN[formatId] ?? "general";
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").toLowerCase();
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
  const hasDay = /[dy]/.test(bare);
  const hasTime = /[hs]/.test(bare);
  if (hasDay && hasTime) return "date-time";
  if (hasDay || /m{3,}/.test(bare)) return "date";
  return hasTime ? "time" : "general";
}

const LAST_SERIAL = 2_958_465;
const MINUTES_PER_DAY = 1440;

/** @param from1904 the workbook counts days from 1904, as old Macintosh files do. */
export function numberText(raw: string, look: NumberLook, from1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (typeof look === "object")
    return Number.isInteger(value) ? String(value).padStart(look.zeros, "0") : String(value);
  if (look === "general" || value < 0 || value > LAST_SERIAL) return plainNumber(value);
  const minutes = Math.round((value % 1) * MINUTES_PER_DAY);
  const time = clock(minutes % MINUTES_PER_DAY);
  if (look === "time" && value < 1) return time;
  const date = showDate(serialDay(Math.floor(value) + (minutes === MINUTES_PER_DAY ? 1 : 0), from1904));
  return look === "date" && minutes % MINUTES_PER_DAY === 0 ? date : `${date} ${time}`;
}

/** Serial 60 is the 29/02/1900 that never was; the days before it count from one day later. */
const serialDay = (serial: number, from1904: boolean) => {
  if (from1904) return addDays(day("1904-01-01"), serial);
  return addDays(day("1899-12-30"), serial < 60 ? serial + 1 : serial);
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Without exponent and without the noise of binary fractions. */
const plainNumber = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
