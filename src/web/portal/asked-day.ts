import {
  dayOfMonth,
  monthOf,
  type PlainDate,
  parseIsoDate,
  parseVietnameseDate,
  yearOf,
} from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import type { Ctx } from "../context.ts";
import type { DateParts } from "../ui/index.ts";

/** A day as asked for: whole in the address (`tu=2025-06-30`), or in the boxes of a form (`tu.day=30`). */
export type AskedDay<Name extends string = string> = {
  readonly name: Name;
  /** Null where none was asked for, and where what was typed is none. */
  readonly day: PlainDate | null;
  readonly parts: DateParts;
  readonly asked: boolean;
};

export const NOT_A_DAY = text(
  "Vui lòng nhập một ngày có thật, gồm ngày, tháng và năm.",
  "Enter a real date: day, month and year.",
);

export function askedDay<Name extends string>(c: Ctx, name: Name): AskedDay<Name> {
  const whole = c.req.query(name);
  if (whole !== undefined) {
    const day = parseIsoDate(whole) ?? parseVietnameseDate(whole);
    return { name, day, parts: day ? partsOf(day) : splitDay(whole), asked: true };
  }
  const part = (key: string) => (c.req.query(`${name}.${key}`) ?? "").trim().slice(0, 10);
  const parts = { day: part("day"), month: part("month"), year: part("year") };
  const asked = c.req.query(`${name}.day`) !== undefined;
  return { name, day: parseVietnameseDate(`${parts.day}/${parts.month}/${parts.year}`), parts, asked };
}

/** What stands in an address and is no day, back into the boxes: `2026-02-31`. */
function splitDay(whole: string): DateParts {
  const [year = "", month, day] = whole.slice(0, 20).split("-");
  return day === undefined ? { day: year } : { day, month, year };
}

export const partsOf = (day: PlainDate): DateParts => ({
  day: String(dayOfMonth(day)),
  month: String(monthOf(day)),
  year: String(yearOf(day)),
});
