import { type DatedRow, findSource, type LawAmendment, sourceName } from "../../../../law/index.ts";
import { addDays, showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";

/** A change in a sentence; figures themselves stand in the table of what it does. */
export function changeInWords(one: LawAmendment, titleOf: (table: string, key: string) => Text): Text {
  switch (one.kind) {
    case "figures": {
      const title = titleOf(one.table, one.key);
      const [vi, en] =
        one.until === null ? ["", ""] : [` đến hết ${showDate(one.until)}`, ` until ${showDate(one.until)}`];
      return text(
        `${title.vi}: mức mới từ ${showDate(one.from)}${vi}`,
        `${title.en}: new from ${showDate(one.from)}${en}`,
      );
    }
    case "end": {
      const title = titleOf(one.table, one.key);
      const from = showDate(addDays(one.lastDay, 1));
      return text(`${title.vi}: chấm dứt, từ ${from} không còn mức`, `${title.en}: ended, no figure from ${from}`);
    }
    case "day-off":
      return text(
        `${showDate(one.date)} là ngày nghỉ: ${one.name.vi}${one.saturday ? `, làm bù ${showDate(one.saturday)}` : ""}`,
        `${showDate(one.date)} is a day off: ${one.name.en}${one.saturday ? `, made good on ${showDate(one.saturday)}` : ""}`,
      );
    case "working-day":
      return text(`${showDate(one.date)} là ngày làm việc`, `${showDate(one.date)} is a working day`);
    case "year":
      return one.provisional
        ? text(`Mở lịch tạm tính năm ${one.year}`, `The provisional calendar of ${one.year} is opened`)
        : text(`Lịch năm ${one.year} là chính thức`, `The calendar of ${one.year} is fixed`);
  }
}

/** `Thông tư 155/2025/TT-BTC, Điều 4`. */
export function placeInWords({ source, article }: { readonly source: string; readonly article: string }): string {
  const text = findSource(source);
  return `${text ? sourceName(text) : source}, ${/^\d/.test(article) ? "Điều " : ""}${article}`;
}

/** `01/01/2026 – 31/12/2026`. */
export const periodInWords = ({ from, until }: Pick<DatedRow, "from" | "until">): Text =>
  text(
    `${from ? `từ ${showDate(from)}` : "…"}${until ? ` đến ${showDate(until)}` : ""}`,
    `${from ? `from ${showDate(from)}` : "…"}${until ? ` to ${showDate(until)}` : ""}`,
  );
