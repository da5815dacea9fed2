import { PassThrough, type Readable } from "node:stream";
import ExcelJS from "exceljs";
import { showDate } from "../../../kernel/plain-date.ts";
import { type BehindLine, eachMovement, type ReportQuery } from "../../../modules/payments/index.ts";
import type { WebDeps } from "../../context.ts";
import { feeName, KIND_WORDS } from "./figures.ts";
import { unitName } from "./frame.tsx";

/** Every movement behind the report as a file, row by row as it is read: no size is too large. */

const HEADING = ["Ngày sổ", "Bút toán", "Đơn vị", "Khoản thu", "Mã hồ sơ", "Số tiền", "Người ghi"];

const cellsOf = (deps: WebDeps, line: BehindLine): readonly (string | number)[] => [
  showDate(line.bookDay),
  KIND_WORDS[line.kind]?.vi ?? line.kind,
  unitName(deps, line.unitId, "vi"),
  line.feeKey ? feeName(line.feeKey, "vi") : "",
  line.dossierCode ?? "",
  line.amount,
  line.byName,
];

/** As CSV, in UTF-8 with the mark that spreadsheet programs look for. */
export async function* csvOf(
  deps: WebDeps,
  query: ReportQuery,
  kinds: readonly string[],
): AsyncGenerator<string, void> {
  yield `\ufeff${HEADING.join(",")}\r\n`;
  for await (const line of eachMovement(deps.db, query, kinds))
    yield `${cellsOf(deps, line).map(csvCell).join(",")}\r\n`;
}

/** A cell that begins like a formula is kept from being one. */
function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** As XLSX; a failure on the way breaks the stream, so that nobody takes half a book for a whole one. */
export function xlsxOf(deps: WebDeps, query: ReportQuery, kinds: readonly string[]): Readable {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  const write = async (): Promise<void> => {
    const sheet = workbook.addWorksheet("So thu");
    sheet.columns = HEADING.map((header, at) => ({ header, width: at === 5 ? 16 : 24 }));
    for await (const line of eachMovement(deps.db, query, kinds)) sheet.addRow([...cellsOf(deps, line)]).commit();
    sheet.commit();
    await workbook.commit();
  };
  write().catch((cause: unknown) => stream.destroy(cause instanceof Error ? cause : new Error(String(cause))));
  return stream;
}
