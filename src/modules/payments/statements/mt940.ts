import { dong } from "../../../kernel/dong.ts";
import { instantAt, type PlainDate, parseIsoDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import {
  BALANCES_MISSING,
  type Entry,
  FORMATS,
  type LineFault,
  NO_AMOUNT,
  NO_DAY,
  NO_NUMBER,
  NOT_DONG,
  type NoStatement,
  plain,
  type Statement,
  transactionNumber,
  wholeAmount,
} from "./statement.ts";

/**
 * A SWIFT MT940 customer statement: fields `:20:` reference, `:25:` account, `:28C:` number, `:60F:` opening balance,
 * `:61:` entry, `:86:` its words, `:62F:` closing balance. Intermediate balances (60M, 62M) join the pages of one file.
 */
type Field = { readonly tag: string; readonly line: number; readonly value: string };

const ENTRY = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d[\d,]*)([A-Z][A-Z0-9]{3})([^\n]*)(?:\n([\s\S]*))?$/;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d[\d,]*)$/;

/** Reads an MT940 file of one account; an entry that cannot be read is a fault of its own. */
export function readMt940(content: string): Result<Statement, NoStatement> {
  const fields = fieldsOf(content);
  const first = (tag: string): string | undefined => fields.find((field) => field.tag === tag)?.value;
  const account = first("25");
  if (!account || first("20") === undefined) return fail(FORMATS);
  if (new Set(fields.filter(({ tag }) => tag === "25").map(({ value }) => value.trim())).size > 1)
    return fail(
      text("Tệp có nhiều tài khoản. Vui lòng tách từng tài khoản.", "The file has several accounts. Split it."),
    );
  const opening = balanceOf(first("60F") ?? first("60M"));
  const closing = balanceOf(lastOf(fields, ["62F", "62M"]));
  if (opening === null || closing === null) return fail(BALANCES_MISSING);

  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  for (const [n, field] of fields.entries()) {
    if (field.tag !== "61") continue;
    const next = fields[n + 1];
    const read = entryOf(field, next?.tag === "86" ? next.value : "");
    if (read.ok) entries.push(read.value);
    else faults.push(read.failure);
  }
  // The number of the statement alone begins anew each year; with the reference and the day of the balance it does not.
  const day = /^[CD](\d{6})/.exec(lastOf(fields, ["62F", "62M"]) ?? "")?.[1] ?? "";
  const reference = plain(`${first("20") ?? ""} ${first("28C") ?? ""} ${day}`, 60);
  const [from, until] = [dong(opening), dong(closing)];
  return ok({
    format: "mt940",
    account: accountOf(account),
    reference,
    opening: from,
    closing: until,
    entries,
    faults,
  });
}

/** Fields run until the next line that begins with a tag; the block's braces and its final hyphen are not part of them. */
function fieldsOf(content: string): readonly Field[] {
  const fields: { tag: string; line: number; value: string }[] = [];
  for (const [at, raw] of content.split(/\r\n|\n|\r/).entries()) {
    const line = raw.replace(/^\{4:/, "");
    const [, tag, value] = /^:(\d{2}[A-Z]?):(.*)$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (tag !== undefined) fields.push({ tag, line: at + 1, value: value ?? "" });
    else if (/^(-\}?|\{.*)$/.test(line)) fields.push({ tag: "", line: at + 1, value: "" });
    else if (last && last.tag !== "") last.value += `\n${line}`;
  }
  return fields;
}

const lastOf = (fields: readonly Field[], tags: readonly string[]): string | undefined =>
  fields.findLast(({ tag }) => tags.includes(tag))?.value;

/** `:25:` may name the bank before the account, and the currency after it. */
const accountOf = (value: string): string => (value.trim().split("/").at(-1) ?? "").replace(/(VND)$/, "").trim();

function balanceOf(value: string | undefined): number | null {
  const [, mark, , currency, amount] = BALANCE.exec(value?.trim() ?? "") ?? [];
  const whole = amount === undefined || currency !== "VND" ? null : wholeAmount(amount);
  return whole === null ? null : mark === "D" ? -whole : whole;
}

function entryOf(field: Field, words: string): Result<Entry, LineFault> {
  const { line } = field;
  const [, date = "", , mark = "", funds, digits = "", , rest = "", more = ""] = ENTRY.exec(field.value) ?? [];
  if (date === "") return fail({ line, what: text("dòng :61: không đúng dạng", "field :61: is not in its form") });
  // The third letter of the currency stands here; of VND it is D.
  if (funds !== undefined && funds !== "D") return fail({ line, what: NOT_DONG });
  const day = dayOf(date);
  if (!day) return fail({ line, what: NO_DAY });
  const amount = wholeAmount(digits);
  if (amount === null || amount === 0) return fail({ line, what: NO_AMOUNT });
  const [own = "", bank = ""] = rest.split("//");
  const number = transactionNumber(bank) ?? (own.trim() === "NONREF" ? null : transactionNumber(own));
  if (number === null) return fail({ line, what: NO_NUMBER });
  // RC takes a credit back, RD a debit.
  const sign = mark === "C" || mark === "RD" ? 1 : -1;
  const { content, payerName } = wordsOf(words || more);
  return ok({
    line,
    bankTransaction: number,
    amount: dong(sign * amount),
    content,
    payerName,
    bookedAt: instantAt(day, 0),
  });
}

/** Structured words (`?20…?29` content, `?32` `?33` name; `/REMI/`, `/ORDP/`) or free text. */
function wordsOf(value: string): { readonly content: string; readonly payerName: string } {
  const joined = value.replaceAll("\n", "");
  const parts = [...joined.matchAll(/\?(\d{2})([^?]*)/g)].map(
    ([, code = "", part = ""]) => [Number(code), part] as const,
  );
  if (parts.length > 0) {
    const of = (low: number, high: number, glue: string): string =>
      parts
        .filter(([code]) => code >= low && code <= high)
        .map(([, part]) => part)
        .join(glue);
    return { content: plain(of(20, 29, "") || joined), payerName: plain(of(32, 33, ""), 140) };
  }
  const tagged = (tag: string): string => new RegExp(`/${tag}/(.*?)(?=/[A-Z]{4}/|$)`).exec(joined)?.[1] ?? "";
  const name = /\/NAME\/(.*?)(?=\/[A-Z]{4}\/|$)/.exec(joined)?.[1] ?? tagged("ORDP");
  return { content: plain(tagged("REMI") || value.replaceAll("\n", " ")), payerName: plain(name, 140) };
}

const dayOf = (date: string): PlainDate | null =>
  parseIsoDate(`20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4, 6)}`);

/** Whether a file looks like an MT940; what is wrong in it is said when it is read. */
export const isMt940 = (content: string): boolean =>
  /^(\{1:|\{4:|:20:)/m.test(content.slice(0, 1_000)) && /^:25:/m.test(content);
