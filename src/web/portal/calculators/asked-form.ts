import { type Dong, parseDong } from "../../../kernel/dong.ts";
import { type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Ctx, href } from "../../context.ts";
import { searchTyped } from "../../forms.ts";
import type { DateParts } from "../../ui/index.ts";
import { askedDay, NOT_A_DAY, partsOf } from "../asked-day.ts";

const LONGEST = 200;
const YEAR_LEAST = 1900;
const TOO_EARLY = text(
  `Vui lòng nhập một ngày từ năm ${YEAR_LEAST} trở đi.`,
  `Enter a day of the year ${YEAR_LEAST} or later.`,
);

/**
 * What a person asked of a calculator, read from the address: every question reads its own part, notes what is wrong
 * with it, and keeps what was typed.
 */
export type AskedForm = {
  /** Whether anything was asked; an untouched page has no mistakes. */
  readonly asked: boolean;
  /** A sentence for each part that is wrong, in the order in which the parts were read. */
  readonly errors: Record<string, Text>;
  typed(name: string): string;
  /** A day; today where none was asked for. */
  day(name: string, today: PlainDate): { readonly day: PlainDate; readonly parts: DateParts };
  /** One of a list; `otherwise` where nothing was chosen, or an error where that is null. */
  choice<T extends string>(name: string, among: readonly T[], otherwise: T | null, error: Text): T | null;
  /** A whole number within bounds, called `what`; null where nothing was typed. */
  whole(
    name: string,
    bounds: { readonly least: number; readonly most: number },
    what: Text,
    needed?: boolean,
  ): number | null;
  /** An amount of đồng that must be given. */
  money(name: string): Dong | null;
  /** What is ticked of a list; anything else in the address is passed over. */
  ticked<T extends string>(name: string, among: readonly T[]): readonly T[];
};

/** Reads the address of a calculator whose questions are `names`. */
export function askedForm(c: Ctx, names: readonly string[]): AskedForm {
  const given = Object.keys(c.req.query());
  const asked = given.some((key) => names.includes(key.split(".")[0] ?? ""));
  const errors: Record<string, Text> = {};
  const typed = (name: string) => searchTyped(c, name, LONGEST);
  return {
    asked,
    errors,
    typed,
    day(name, today) {
      const found = askedDay(c, name);
      if (!found.asked) return { day: today, parts: partsOf(today) };
      if (found.day !== null && yearOf(found.day) >= YEAR_LEAST) return { day: found.day, parts: found.parts };
      errors[`${name}.day`] = found.day === null ? NOT_A_DAY : TOO_EARLY;
      return { day: today, parts: found.parts };
    },
    choice(name, among, otherwise, error) {
      const value = typed(name);
      const found = value === "" ? otherwise : (among.find((one) => one === value) ?? null);
      if (found === null && asked) errors[name] = error;
      return found;
    },
    whole(name, { least, most }, what, needed = false) {
      const value = typed(name);
      if (value === "" && !needed) return null;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= least && number <= most) return number;
      if (asked)
        errors[name] = text(
          `${what.vi}: vui lòng nhập số từ ${least} đến ${most}.`,
          `${what.en}: enter a number from ${least} to ${most}.`,
        );
      return null;
    },
    money(name) {
      const found = parseDong(typed(name));
      if (found !== null && found <= MONEY_MOST) return found;
      if (asked) errors[name] = NOT_MONEY;
      return null;
    },
    ticked: (name, among) => among.filter((one) => (c.req.queries(name) ?? []).includes(one)),
  };
}

const MONEY_MOST = 1_000_000_000_000;
const NOT_MONEY = text(
  "Vui lòng nhập số tiền bằng đồng, đến 1.000.000.000.000 đ. Ví dụ: 25.000.000",
  "Enter an amount in đồng, at most 1.000.000.000.000 đ. For example: 25.000.000",
);

/**
 * The short address of a question: whole days instead of boxes, nothing that was left empty. Null where the request
 * already has it.
 */
export function shortAddress(
  c: Ctx,
  path: string,
  names: readonly string[],
  days: Readonly<Record<string, PlainDate>>,
) {
  if (!Object.keys(days).some((name) => c.req.query(`${name}.day`) !== undefined)) return null;
  const query = new URLSearchParams();
  for (const name of names) {
    const day = days[name];
    if (day) query.append(name, day);
    else for (const value of c.req.queries(name) ?? []) if (value.trim() !== "") query.append(name, value.trim());
  }
  return href(c, `${path}?${query}`);
}
