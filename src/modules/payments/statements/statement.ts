import type { Dong } from "../../../kernel/dong.ts";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";

/** What the bank says of an account over a while, whatever the form it says it in. */
export type Statement = {
  readonly format: "csv" | "mt940" | "camt.053";
  readonly account: string;
  /** The bank's own number of the statement: the same statement always carries the same one. */
  readonly reference: string;
  readonly opening: Dong;
  readonly closing: Dong;
  readonly entries: readonly Entry[];
  readonly faults: readonly LineFault[];
};
export type Entry = {
  /** The line or the place in the file, for whoever looks it up. */
  readonly line: number;
  readonly bankTransaction: string;
  /** Negative for money that left. */
  readonly amount: Dong;
  readonly content: string;
  readonly payerName: string;
  readonly bookedAt: Instant;
};
/** A line that could not be read, and why. */
export type LineFault = { readonly line: number; readonly what: Text };

/** A file that is none of the three forms, or is broken as a whole. */
export type NoStatement = Text;

export const FORMATS = text(
  "Tệp phải là CSV theo mẫu, MT940 hoặc camt.053.",
  "The file must be a CSV in our form, MT940 or camt.053.",
);
export const broken = (line: number, what: Text): Text => text(`Dòng ${line}: ${what.vi}`, `Line ${line}: ${what.en}`);

export const NO_AMOUNT = text("số tiền không đọc được hoặc không phải số đồng nguyên", "the amount is not whole đồng");
export const NO_DAY = text("ngày không đọc được", "the day cannot be read");
export const NO_NUMBER = text("thiếu số giao dịch của ngân hàng", "the bank's transaction number is missing");
export const NOT_DONG = text("không phải tiền đồng (VND)", "not in đồng (VND)");
export const BALANCES_MISSING = text(
  "Sao kê thiếu số dư đầu kỳ hoặc cuối kỳ.",
  "The opening or closing balance is missing.",
);

/** Amounts in đồng are whole and stay far below 2^53. */
export function wholeAmount(value: string): number | null {
  if (!/^\d{1,15}([.,]0{0,5})?$/.test(value)) return null;
  const amount = Number(value.split(/[.,]/)[0]);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** The first and last day of the entries; null where there are none. */
export function daysOf(
  entries: readonly Entry[],
  dayOf: (at: Instant) => PlainDate,
): readonly [PlainDate, PlainDate] | null {
  const days = entries.map(({ bookedAt }) => dayOf(bookedAt)).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? [first, last] : null;
}

/** Free text of a bank without control characters, within limits. */
export const plain = (value: string, most = 500): string =>
  value
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, most);

/** The bank's number as our notices carry it; null where it is none. */
export const transactionNumber = (value: string): string | null => {
  const number = value.trim().replaceAll("/", "-");
  return /^[A-Za-z0-9._-]{1,64}$/.test(number) ? number : null;
};
