import { type DatedRow, findSource, type LegalSource, type loadAmendable } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type PlainDate, parseVietnameseDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { tidy } from "../../../kernel/vietnamese.ts";
import { SOURCE_KINDS } from "../../../modules/regulations/index.ts";
import type { DateParts } from "../../ui/index.ts";

/** Reading the boxes of a change; errors by the name of the box. */
export type Errors = Record<string, Text>;

export const NOT_A_DAY = text(
  "Vui lòng nhập một ngày có thật, gồm ngày, tháng và năm.",
  "Enter a real date: day, month and year.",
);

export const partsIn = (raw: Raw, name: string): DateParts => ({
  day: boxText(raw, `${name}.day`),
  month: boxText(raw, `${name}.month`),
  year: boxText(raw, `${name}.year`),
});
/** A day; null where all boxes are empty. A wrong one is noted. */
export function dayIn(raw: Raw, name: string, errors: Errors, needed: boolean): PlainDate | null {
  const { day = "", month = "", year = "" } = partsIn(raw, name);
  if (!needed && `${day}${month}${year}`.trim() === "") return null;
  const read = parseVietnameseDate(`${day.trim()}/${month.trim()}/${year.trim()}`);
  if (!read) errors[`${name}.day`] = NOT_A_DAY;
  return read;
}

export function lineIn(raw: Raw, name: string, most: number, errors: Errors, lacking: Text): string {
  const line = tidy(boxText(raw, name)).slice(0, most);
  if (line === "") errors[name] = lacking;
  return line;
}

/** On what a change rests: text, article, how far it is proven; the text itself where it is not entered yet. */
export function groundsIn(raw: Raw, errors: Errors) {
  const source = lineIn(raw, "source", 60, errors, text("Vui lòng ghi số văn bản.", "Give the number of the text."));
  const article = lineIn(raw, "article", 120, errors, text("Vui lòng ghi điều, khoản.", "Give the article."));
  const evidence = boxText(raw, "evidence") === "read" ? ("read" as const) : ("reported" as const);
  if (source === "" || findSource(source)) return { source, article, evidence, unknown: null };
  const title = tidy(boxText(raw, "title")).slice(0, 400);
  const kind = SOURCE_KINDS.find((known) => known === boxText(raw, "textKind"));
  const inForceFrom = dayIn(raw, "inForce", errors, true);
  if (title === "")
    errors.title = text(
      `Hệ thống chưa có văn bản “${source}”. Vui lòng ghi trích yếu, hoặc sửa lại số văn bản.`,
      `“${source}” is not entered yet. Give its title, or correct the number.`,
    );
  if (!kind) errors.textKind = text("Vui lòng chọn loại văn bản.", "Choose the kind of text.");
  const unknown: LegalSource | null = kind
    ? { id: source, number: source, title, kind, inForceFrom, inForceUntil: null, evidence }
    : null;
  return { source, article, evidence, unknown };
}

type Figure = ReturnType<Awaited<ReturnType<typeof loadAmendable>>["figuresOf"]>[number];

/** The figures typed, as rows keep them. Money may have dots; a rate a comma. */
export function figuresIn(raw: Raw, figures: readonly Figure[], errors: Errors): Record<string, number> {
  const read: Record<string, number> = {};
  for (const { path, unit, scale } of figures) {
    const typed = boxText(raw, `so.${path}`).trim();
    if (typed === "") continue;
    const plain = typed.replace(/\s|đ$/g, "");
    const value = unit === "percent" ? Number(plain.replace(",", ".")) : Number(plain.replace(/\./g, ""));
    const whole = unit === "percent" || Number.isInteger(value);
    if (!Number.isFinite(value) || value < 0 || !whole)
      errors[`so.${path}`] = text("Vui lòng ghi một số, ví dụ 14.000.000.", "Enter a number, for example 14.000.000.");
    else read[path] = Math.round(value * scale);
  }
  return read;
}

/** The row that holds on a day, or the last one. */
export const rowNear = (rows: readonly DatedRow[], on: PlainDate): DatedRow | null =>
  rows.find((row) => row.from !== null && row.from <= on && (row.until === null || on <= row.until)) ??
  rows.at(-1) ??
  null;
