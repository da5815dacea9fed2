import { once } from "node:events";
import { Readable } from "node:stream";
import yazl from "yazl";
import { text } from "../../kernel/text.ts";
import { type Cell, shownCell, spreadsheetDay } from "./export-cells.ts";

/** Lists that leave as CSV or XLSX, row after row: however long they are, only a page of them is in memory. */

export type ExportFormat = "csv" | "xlsx";
export type ExportColumn = { readonly title: string; readonly width?: number };
export type ExportList = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  /** Rows in pages, as the database gives them. */
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
};
export const exportMediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The bytes of the list as they are made; whoever reads slowly slows the asking for rows. */
export const exportList = (list: ExportList, format: ExportFormat): Readable =>
  format === "csv" ? Readable.from(csvOf(list)) : xlsxOf(list);

/** With a byte order mark and semicolon-free commas: spreadsheet programs then read Vietnamese as it is. */
async function* csvOf({ columns, pages }: ExportList): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${columns.map(({ title }) => csvCell(title)).join(",")}\r\n`);
  for await (const page of pages)
    yield Buffer.from(page.map((row) => `${row.map((cell) => csvCell(csvText(cell))).join(",")}\r\n`).join(""));
}

/** A text that a spreadsheet would take for a formula is told apart (OWASP, CSV injection). */
const csvText = (cell: Cell): string => {
  const shown = shownCell(cell);
  return cell?.kind === "text" && /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown;
};
const csvCell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** So many rows a worksheet holds, its head included. */
const SHEET_ROWS_MOST = 1_048_576;

/** Worksheets as they fill; the parts that name them are written last. */
function xlsxOf(list: ExportList): Readable {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: unknown): void => void out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fail);
  const rows = rowsOf(list.pages);
  void (async () => {
    const names: string[] = [];
    for (let more = true; more; ) {
      names.push(
        names.length === 0 ? sheetName(list.name) : `${sheetName(list.name).slice(0, 27)} ${names.length + 1}`,
      );
      const sheet = { more: false };
      const content = Readable.from(worksheet(list.columns, rows, sheet));
      content.once("error", fail);
      zip.addReadStream(content, `xl/worksheets/sheet${names.length}.xml`, ZIPPED);
      await once(content, "end");
      more = sheet.more;
    }
    for (const [path, part] of Object.entries(parts(names))) zip.addBuffer(Buffer.from(part), path, ZIPPED);
    zip.end();
  })().catch(fail);
  // Whoever stops reading stops the asking for rows, and so the transaction behind it.
  out.once("close", () => void rows.return(undefined));
  return out;
}
const ZIPPED = { compress: true, mtime: new Date(Date.UTC(1980, 0, 1)) };

async function* rowsOf(pages: ExportList["pages"]): AsyncGenerator<readonly Cell[], undefined> {
  for await (const page of pages) yield* page;
  return undefined;
}

const PIECE_CHARACTERS = 64 * 1024;

/** Takes rows until the sheet is full or there are no more. */
async function* worksheet(
  columns: readonly ExportColumn[],
  rows: AsyncGenerator<readonly Cell[], undefined>,
  sheet: { more: boolean },
): AsyncGenerator<Buffer> {
  const widths = columns.map(
    ({ width = 20 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let piece = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  const head = columns.map(({ title }) => `t="inlineStr" s="${STYLES.head}"><is><t>${escaped(title)}</t></is>`);
  piece += row(1, head);
  for (let count = 1; ; count++) {
    if (count === SHEET_ROWS_MOST) {
      sheet.more = true;
      break;
    }
    const next = await rows.next();
    if (next.done) break;
    piece += row(count + 1, next.value.map(xlsxCell));
    if (piece.length > PIECE_CHARACTERS) {
      yield Buffer.from(piece);
      piece = "";
    }
  }
  yield Buffer.from(`${piece}</sheetData></worksheet>`);
}

/** Cells by what stands inside of them; an empty one is left out. */
const row = (n: number, cells: readonly (string | null)[]): string =>
  `<row r="${n}">${cells.map((inside, at) => (inside === null ? "" : `<c r="${letters(at)}${n}" ${inside}</c>`)).join("")}</row>`;

/** `A` … `Z`, `AA` …: the name of a column counted from 0. */
const letters = (at: number): string =>
  (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function xlsxCell(cell: Cell): string | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case "text":
      return `t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is>`;
    case "day":
    case "moment":
      return `s="${STYLES[cell.kind]}"><v>${spreadsheetDay(cell)}</v>`;
    default:
      return `s="${STYLES[cell.kind]}"><v>${cell.value}</v>`;
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** The places in `cellXfs` of styles.xml. */
const STYLES = { head: 1, day: 2, moment: 3, count: 4, money: 5 } as const;

/** Everything of the package but the worksheets themselves (ECMA-376, parts 1 and 2). */
function parts(names: readonly string[]): Readonly<Record<string, string>> {
  const numbered = names.map((name, at) => ({ name, n: at + 1 }));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = numbered.map(({ name, n }) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`);
  return {
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbered
      .map(({ n }) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
      .join(
        "",
      )}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm\\,\\ dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="#,##0\\ &quot;đ&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/>${[164, 165, 1, 166].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${numbered.map(({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`).join("")}</Types>`,
  };
}

const sheetName = (name: string): string =>
  name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || text("Danh sách", "List").vi;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Also without the characters that XML cannot hold. */
const escaped = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Cn}]/gu, (one) => (/[\t\n\r]/.test(one) ? one : ""))
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
