import type { Evidence } from "../../src/engine/definition/index.ts";
import { day, type PlainDate } from "../../src/kernel/plain-date.ts";
import { type Text, text } from "../../src/kernel/text.ts";
import type { Basis, Place } from "./basis.ts";

/** The fields of the law, in the order a reader meets them. */
export const LAW_FIELDS = {
  texts: text("Văn bản", "Legal texts"),
  procedures: text("Thủ tục và biểu mẫu", "Procedures and forms"),
  places: text("Địa danh hành chính", "Places"),
  people: text("Cư trú, căn cước, người nước ngoài", "Residence, identity, foreigners"),
  terms: text("Thời hạn và mức phạt ngoài giao thông", "Time limits, and fines outside road traffic"),
  fees: text("Phí, lệ phí, lệ phí trước bạ", "Fees and registration tax"),
  traffic: text("Giao thông đường bộ", "Road traffic"),
  licences: text("Con dấu, ngành nghề, vũ khí", "Seals, businesses, weapons"),
  utilities: text("Y tế, hỗ trợ xã hội", "Health certificates and relief"),
  calendars: text("Lịch nghỉ", "Days off"),
} as const satisfies Readonly<Record<string, Text>>;
export type LawField = keyof typeof LAW_FIELDS;

/** One row of any table of the law, in the one form in which coverage and comparison read them all. */
export type DatedRow = {
  /** What the row sets; in one table no two rows of a key may hold on one day. */
  readonly key: string;
  /** What a reader calls it. Every row of the law has a name (a test asks each); a name of parts is null where a part has no words. */
  readonly name: Text | null;
  /** The figure, form or state as a reader compares it with another day's. */
  readonly value: Text;
  /** Null where the first day was not established. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly basis: Basis;
  readonly evidence: Evidence;
  /** The part of a long table it stands in, such as a province. */
  readonly part: Text | null;
  /** The row itself. */
  readonly of: object;
};

/** Days on which keys of a table have no row, and why that is right. Null is open. */
export type NoRule = {
  /** The keys meant: all, those named, or those of a pattern. */
  readonly keys: "all" | readonly string[] | RegExp;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly why: Text;
};

/**
 * A table of the law for coverage, comparison and the list to confirm. Every module of figures has its own in the
 * `tables.ts` of its folder, exported as `tables`; law/tables.ts lists them all, and a check sees that no dated row of
 * law/parameters stands outside.
 */
export type DatedTable = {
  readonly id: string;
  readonly field: LawField;
  readonly title: Text;
  rows(): readonly DatedRow[];
  readonly noRule: readonly NoRule[];
};

type RawRow = {
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly evidence: Evidence;
} & (
  | { readonly basis: Basis }
  | {
      readonly source: string;
      readonly article: string;
      readonly amendedBy?: Place | null;
    }
);

/** A row of any table, with what a reader calls it and what it says. */
export function datedRow(
  of: RawRow,
  key: string,
  value: Text | string,
  name: Text | null = null,
  part: Text | null = null,
): DatedRow {
  const { from, until, evidence } = of;
  return { key, name, part, value: worded(value), from, until, basis: basisOf(of), evidence, of };
}

function basisOf(row: RawRow): Basis {
  if ("basis" in row) return row.basis;
  const own = { source: row.source, article: row.article };
  return row.amendedBy ? [own, row.amendedBy] : [own];
}

/** A figure that reads alike in both languages, as a text. */
export const worded = (value: Text | string): Text => (typeof value === "string" ? text(value, value) : value);

/** Declares days without a rule. */
export const noRule = (keys: NoRule["keys"], from: string | null, until: string | null, why: Text): NoRule => ({
  keys,
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
  why,
});

/** `NOT_FOUND` stands where the tariff or list has the item and its figure was not established: asked for, it is refused. */
export const NOT_FOUND: Text = text("chưa xác định", "not established");

const UNIT_WORDS: Readonly<Record<string, Text>> = {
  "working-day": text("ngày làm việc", "working days"),
  day: text("ngày", "days"),
  month: text("tháng", "months"),
  year: text("năm", "years"),
  "working-hour": text("giờ làm việc", "working hours"),
  hour: text("giờ", "hours"),
  dong: text("đồng", "đồng"),
  percent: text("%", "%"),
  "percent-a-day": text("% một ngày", "% a day"),
  part: text("phần", "parts"),
};
/** `3 ngày làm việc`, `3 working days`. */
export function length(count: number | string, unit: string): Text {
  const words = UNIT_WORDS[unit] ?? worded(unit);
  return text(`${count} ${words.vi}`, `${count} ${words.en}`);
}

/** Several texts behind one another. */
export const joined = (texts: readonly (Text | string)[], between = "; "): Text => {
  const all = texts.map(worded);
  return text(all.map((one) => one.vi).join(between), all.map((one) => one.en).join(between));
};

/** All rows of a table that is kept by key, each with its key. */
export const entriesOf = <T>(byKey: ReadonlyMap<string, readonly T[]>): readonly (readonly [string, T])[] =>
  [...byKey].flatMap(([key, rows]) => rows.map((row) => [key, row] as const));
