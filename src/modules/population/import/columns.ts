import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";

/** What a column of an imported file holds. `read` gets a cell that is not empty, trimmed. */
export type ImportColumn<T> = {
  readonly heading: Text;
  readonly example: string;
  readonly required?: true;
  read(cell: string): Result<T, Text>;
};
export type ImportColumns = { readonly [key: string]: ImportColumn<unknown> };
/** A row with its cells understood; null where a cell is empty or its column absent. */
export type RowRead<C extends ImportColumns> = {
  readonly [K in keyof C]: (C[K] extends ImportColumn<infer T> ? T : never) | null;
};
/** Why a row was not taken: the column by its key, or null where the row as a whole is wrong. */
export type RowFault = { readonly column: string | null; readonly reason: Text };

/** Which cell belongs to which column: headings are known by key or by name in either language, accents aside. */
export function readHeader(
  columns: ImportColumns,
  cells: readonly string[],
): Result<ReadonlyMap<string, number>, Text> {
  const named = new Map<string, string>();
  for (const [key, { heading }] of Object.entries(columns))
    for (const name of [key, heading.vi, heading.en]) named.set(searchKey(name), key);
  const found = new Map<string, number>();
  const strange: string[] = [];
  cells.forEach((cell, at) => {
    const key = named.get(searchKey(cell));
    if (key === undefined && cell.trim() !== "") strange.push(cell.trim());
    if (key !== undefined && !found.has(key)) found.set(key, at);
  });
  const missing = Object.entries(columns).filter(([key, { required }]) => required && !found.has(key));
  if (missing.length > 0) {
    return fail(
      text(
        `Tệp thiếu cột bắt buộc: ${missing.map(([key, { heading }]) => `${heading.vi} (${key})`).join(", ")}. Xem tệp mẫu: --template`,
        `The file lacks required columns: ${missing.map(([key, { heading }]) => `${heading.en} (${key})`).join(", ")}. See the template: --template`,
      ),
    );
  }
  if (strange.length > 0) {
    return fail(
      text(
        `Không rõ các cột: ${strange.join(", ")}. Hãy sửa tên cột theo tệp mẫu hoặc bỏ cột đó.`,
        `Unknown columns: ${strange.join(", ")}. Name them as in the template, or leave them out.`,
      ),
    );
  }
  return ok(found);
}

const CELL_MOST = 500;

/** Understands the cells of a row; all that is wrong is told at once. */
export function readRow<C extends ImportColumns>(
  columns: C,
  header: ReadonlyMap<string, number>,
  cells: readonly string[],
): Result<RowRead<C>, readonly RowFault[]> {
  const faults: RowFault[] = [];
  const row: { [key: string]: unknown } = {};
  for (const [key, column] of Object.entries(columns)) {
    const at = header.get(key);
    const cell = at === undefined ? "" : (cells[at] ?? "").trim();
    row[key] = null;
    if (cell === "") {
      if (column.required) faults.push({ column: key, reason: EMPTY });
      continue;
    }
    const read = cell.length > CELL_MOST || cell.includes("\0") ? fail(TOO_LONG) : column.read(cell);
    if (read.ok) row[key] = read.value;
    else faults.push({ column: key, reason: read.failure });
  }
  if (cells.length > header.size && cells.slice(header.size).some((cell) => cell.trim() !== ""))
    faults.push({ column: null, reason: TOO_MANY });
  return faults.length > 0 ? fail(faults) : ok(row as RowRead<C>);
}

const EMPTY = text("Ô bắt buộc đang để trống.", "A required cell is empty.");
const TOO_LONG = text(
  `Ô dài quá ${CELL_MOST} ký tự hoặc có ký tự lạ.`,
  `The cell is longer than ${CELL_MOST} characters or holds a stray character.`,
);
const TOO_MANY = text(
  "Dòng có nhiều ô hơn dòng tên cột; có thể thiếu dấu ngoặc kép quanh một ô có dấu phẩy.",
  "The row has more cells than there are columns; perhaps a cell with a comma lacks its quotation marks.",
);

/** The template: the headings as keys, and one invented row. */
export const templateOf = (columns: ImportColumns): string =>
  `\ufeff${[Object.keys(columns), Object.values(columns).map(({ example }) => example)]
    .map((cells) => cells.map(csvCell).join(","))
    .join("\r\n")}\r\n`;

/** A cell of a CSV file; what a spreadsheet would take for a formula is kept from being one. */
export function csvCell(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
