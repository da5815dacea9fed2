import { fileTypeFromBuffer } from "file-type";
import type { GroupField, SimpleField } from "../../engine/definition/index.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Columns, columnsOf, headerScore, requiredFields } from "./columns.ts";
import type { SheetFailure } from "./failures.ts";
import { HEADER_ROWS_MAX, type SheetLimits, sheetLimits, type TextRow, type TextSheet } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";

/** A row of data: its number in the file and one text a field, ready for the form's `readItem`. */
export type SheetRow = { readonly line: number; readonly cells: { readonly [field: string]: string } };
/** A row that was left out, with the reason; the others go on. */
export type SheetProblem = { readonly line: number; readonly field: string; readonly text: Text };
export type SheetRows = {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
  /** Headings of columns that no field of the form asks for. */
  readonly ignoredColumns: readonly string[];
};

/**
 * Reads a list people send as XLSX or CSV into rows of text by field of the group. The file is judged by its bytes,
 * not by its name. The header is looked for in the first ten rows of every sheet; the Ministry's own workbook of
 * guests is one of the layouts that fit. Example and hint rows are passed over. Empty rows are nothing.
 */
export async function readSheet(
  bytes: Uint8Array,
  group: GroupField,
  limits: SheetLimits = sheetLimits,
): Promise<Result<SheetRows, SheetFailure>> {
  if (bytes.byteLength > limits.fileBytesMax) return fail({ kind: "too-large", bytesMax: limits.fileBytesMax });
  const read = await readText(bytes, group, limits);
  if (!read.ok) return read;

  const found = findHeader(read.value, group);
  if (!found) return fail({ kind: "no-header" });
  const columns = columnsOf(group, found.header);
  const missing = requiredFields(group).filter((field) => !columns.ofField.has(field.key));
  if (missing.length > 0) return fail({ kind: "columns-missing", columns: missing.map((field) => field.label) });

  const data = dataBelow(found.sheet, found.header);
  if (data.length > limits.rowsMax) return fail({ kind: "too-many-rows", rowsMax: limits.rowsMax });
  const rows: SheetRow[] = [];
  const problems: SheetProblem[] = [];
  for (const row of data) {
    const tooLong = group.fields.find((field) =>
      (columns.ofField.get(field.key) ?? []).some((at) => (row.cells[at] ?? "").length > limits.cellCharactersMax),
    );
    if (tooLong)
      problems.push({ line: row.line, field: tooLong.key, text: cellTooLong(tooLong.label, limits.cellCharactersMax) });
    else {
      const cells = cellsOf(row, columns, group);
      if (cells) rows.push({ line: row.line, cells });
    }
  }
  return ok({ sheet: found.sheet.name, rows, problems, ignoredColumns: columns.ignored });
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

async function readText(
  bytes: Uint8Array,
  group: GroupField,
  limits: SheetLimits,
): Promise<Result<readonly TextSheet[], SheetFailure>> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes, limits);
  // The container of .xls files, and of .xlsx files behind a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail({ kind: "old-or-locked-workbook" });
  if (await fileTypeFromBuffer(bytes)) return fail({ kind: "not-a-sheet" });
  return readCsv(bytes, limits, (cells) => headerScore(group, cells));
}

/** One matching heading may be chance, as in the lists behind the drop-downs. */
const HEADINGS_LEAST = 2;

function findHeader(sheets: readonly TextSheet[], group: GroupField): { sheet: TextSheet; header: TextRow } | null {
  const least = Math.min(HEADINGS_LEAST, group.fields.length);
  let best: { sheet: TextSheet; header: TextRow; score: number } | null = null;
  for (const sheet of sheets) {
    for (const header of sheet.rows.slice(0, HEADER_ROWS_MAX)) {
      const score = headerScore(group, header.cells);
      if (score >= least && score > (best?.score ?? 0)) best = { sheet, header, score };
    }
  }
  return best;
}

const MARK = /^\s*\[\s*(example|ví dụ|vi du|hint|gợi ý)\s*\]/iu;
const isMarked = (row: TextRow): boolean => row.cells.some((cell) => MARK.test(cell.normalize("NFC")));
/** Marks count only here: a note in the middle of the data may say what it likes. */
const MARKED_ROWS_MAX = 4;

/** Rows below the header; between the header and a marked example stand hints only, whatever they say. */
function dataBelow(sheet: TextSheet, header: TextRow): readonly TextRow[] {
  const below = sheet.rows.slice(sheet.rows.indexOf(header) + 1);
  return below.slice(below.slice(0, MARKED_ROWS_MAX).findLastIndex(isMarked) + 1);
}

/** The texts of a row by field, or null when none of the columns that are read holds anything. */
function cellsOf(row: TextRow, columns: Columns, group: GroupField): { readonly [field: string]: string } | null {
  const cells: { [field: string]: string } = {};
  for (const field of group.fields) {
    const given = (columns.ofField.get(field.key) ?? [])
      .map((at) => (row.cells[at] ?? "").trim())
      .filter((cell) => cell !== "");
    const value = together(field, given, group);
    if (value !== "") cells[field.key] = value;
  }
  if (Object.keys(cells).length === 0) return null;
  for (const field of group.fields) {
    if (field.initial !== undefined && cells[field.key] === undefined) cells[field.key] = field.initial;
  }
  return cells;
}

const LIST_CODE = /^\d{3,9}\s*-\s*/;
const HAS_TIME = /\d\s*[:hg]\s*\d{2}/i;
const TIME_AFTER_DATE = /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}),?\s+\d{1,2}:\d{2}(:\d{2})?$/;

/** Puts the cells of one field together: parts of an address by commas, a day and its hour by a space, else the first. */
function together(field: SimpleField, given: readonly string[], group: GroupField): string {
  const [first = ""] = given;
  switch (field.kind) {
    case "text":
    case "address":
      return given.length > 1 ? [...new Set(given.map((part) => part.replace(LIST_CODE, "")))].join(", ") : first;
    case "date":
    case "partial-date":
      return first.replace(TIME_AFTER_DATE, "$1");
    case "date-time": {
      const both = given.slice(0, 2).join(" ");
      const timeOfDay = group.import?.timeOfDay;
      return both !== "" && timeOfDay !== undefined && !HAS_TIME.test(both) ? `${both} ${timeOfDay}` : both;
    }
    default:
      return first;
  }
}

const cellTooLong = (label: Text, most: number): Text =>
  text(
    `${label.vi}: ô dài quá ${most} ký tự nên dòng này không được nhận.`,
    `${label.en}: the cell is longer than ${most} characters; this row was not taken.`,
  );
