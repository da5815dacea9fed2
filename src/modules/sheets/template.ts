import ExcelJS from "exceljs";
import type { GroupField, SimpleField } from "../../engine/definition/index.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";

/** The empty sheet people download, fill and send back. Its example and hint rows are passed over when it returns. */

const words = {
  ordinal: text("STT", "No"),
  example: text("[VÍ DỤ]", "[EXAMPLE]"),
  hint: text("[GỢI Ý]", "[HINT]"),
  title: (group: GroupField): Text =>
    text(
      `DANH SÁCH ${group.label.vi.toUpperCase()} — nhập từ dòng 5, giữ nguyên dòng tên cột; cột có dấu (*) là bắt buộc`,
      `LIST: ${group.label.en.toUpperCase()} — fill from row 5, keep the row of names; columns with (*) are required`,
    ),
  lists: "DANH_MUC",
  chooseOne: text("Vui lòng chọn một giá trị trong danh sách.", "Choose one of the values listed."),
} as const;

const kindHints: Partial<Record<SimpleField["kind"], Text>> = {
  date: text("ngày/tháng/năm", "day/month/year"),
  "partial-date": text("ngày/tháng/năm, hoặc chỉ năm", "day/month/year, or the year alone"),
  "date-time": text("ngày/tháng/năm giờ:phút", "day/month/year hour:minute"),
  choice: text("Chọn trong danh sách", "Choose from the list"),
  country: text("Mã 3 chữ, ví dụ VNM", "Three-letter code, e.g. VNM"),
};

const headingOf = (field: SimpleField, language: Language): string =>
  `${field.label[language]}${field.required !== false && field.when === undefined ? " (*)" : ""}`;
const hintOf = (field: SimpleField, language: Language): string =>
  (field.hint ?? kindHints[field.kind])?.[language] ?? "";

/** The example's cell; a choice is written in the language of the template. */
function exampleOf(group: GroupField, field: SimpleField, language: Language): string {
  const value = group.import?.example[field.key] ?? "";
  if (field.kind !== "choice") return value;
  const option = field.options.find((o) => o.value === value || o.label.vi === value || o.label.en === value);
  return option?.label[language] ?? value;
}

/** An XLSX workbook: title, names, hints, example, then empty text cells with drop-down lists for choices. */
export async function makeTemplate(group: GroupField, language: Language): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(group.import?.sheet ?? group.key.toUpperCase(), {
    views: [{ state: "frozen", ySplit: 2 }],
  });
  const lists = workbook.addWorksheet(words.lists, { state: "veryHidden" });
  sheet.addRow([words.title(group)[language]]).font = { bold: true, size: 13 };
  sheet.addRow([words.ordinal[language], ...group.fields.map((field) => headingOf(field, language))]).font = {
    bold: true,
  };
  sheet.addRow([words.hint[language], ...group.fields.map((field) => hintOf(field, language))]).font = {
    italic: true,
    color: { argb: "FF555555" },
  };
  sheet.addRow([words.example[language], ...group.fields.map((field) => exampleOf(group, field, language))]);
  for (const line of [2, 3]) sheet.getRow(line).alignment = { wrapText: true, vertical: "top" };

  group.fields.forEach((field, at) => {
    const column = at + 2;
    sheet.getColumn(column).width = Math.min(40, Math.max(14, field.label[language].length + 4));
    if (field.kind === "choice") lists.getColumn(column).values = field.options.map((option) => option.label[language]);
    const letter = lists.getColumn(column).letter;
    for (let line = FIRST_DATA_LINE; line < FIRST_DATA_LINE + Math.min(group.most, FORMATTED_ROWS_MAX); line++) {
      const cell = sheet.getCell(line, column);
      cell.numFmt = "@";
      if (field.kind !== "choice") continue;
      cell.dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`${words.lists}!$${letter}$1:$${letter}$${field.options.length}`],
        showErrorMessage: true,
        error: words.chooseOne[language],
      };
    }
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const FIRST_DATA_LINE = 5;
const FORMATTED_ROWS_MAX = 1000;

/** The same as CSV: names and the example, UTF-8 with the mark by which Excel knows it. */
export function makeCsvTemplate(group: GroupField, language: Language): Uint8Array {
  const rows = [
    [words.ordinal[language], ...group.fields.map((field) => headingOf(field, language))],
    [words.example[language], ...group.fields.map((field) => exampleOf(group, field, language))],
  ];
  const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`);
}
