import { posix } from "node:path";
import { SaxesParser } from "saxes";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SheetFailure } from "./failures.ts";
import { HEADER_ROWS_MAX, type SheetLimits, type TextRow, type TextSheet } from "./limits.ts";
import { lookOf, type NumberLook, numberText } from "./number-text.ts";
import { openWorkbook, type Parts, SheetStopped } from "./open-workbook.ts";

/**
 * The sheets of an XLSX workbook as text. Read as a stream of tags, so that merged areas, drop-down lists, drawings,
 * macros, comments and links to other files (SpreadsheetML, ECMA-376) cost nothing and do nothing: only values are
 * taken, of formulas the result that was saved.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: SheetLimits,
): Promise<Result<readonly TextSheet[], SheetFailure>> {
  const opened = await openWorkbook(bytes, limits);
  if (!opened.ok) return opened;
  try {
    return ok(await readSheets(opened.value, limits));
  } catch (error) {
    if (error instanceof SheetStopped) return fail(error.failure);
    return fail({ kind: "broken-file" });
  }
}

const NOT_A_SHEET: SheetFailure = { kind: "not-a-sheet" };

async function readSheets(parts: Parts, limits: SheetLimits): Promise<readonly TextSheet[]> {
  const root = relationsOf(await parts.read("_rels/.rels"), "");
  const main = [...root.values()].find((relation) => relation.type.endsWith("/officeDocument"));
  const workbook = main ? await parts.read(main.target) : null;
  if (!main || !workbook) throw new SheetStopped(NOT_A_SHEET);

  const folder = posix.dirname(main.target);
  const relations = relationsOf(await parts.read(`${folder}/_rels/${posix.basename(main.target)}.rels`), folder);
  const { sheets, from1904 } = sheetsOf(workbook);
  if (sheets.length === 0) throw new SheetStopped(NOT_A_SHEET);
  const partOfType = async (type: string): Promise<Buffer | null> => {
    const relation = [...relations.values()].find((r) => r.type.endsWith(`/${type}`));
    return relation ? parts.read(relation.target) : null;
  };
  const book: Book = {
    strings: stringsOf(await partOfType("sharedStrings"), limits),
    looks: looksOf(await partOfType("styles")),
    from1904,
  };
  const read: TextSheet[] = [];
  for (const sheet of sheets) {
    const relation = relations.get(sheet.relation);
    if (!relation?.type.endsWith("/worksheet")) continue;
    const xml = await parts.read(relation.target);
    if (xml) read.push({ name: sheet.name, rows: rowsOf(xml, book, limits) });
  }
  return read;
}

type Book = { readonly strings: readonly string[]; readonly looks: readonly NumberLook[]; readonly from1904: boolean };
type Attributes = { readonly [name: string]: string };
type Listener = {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Walks an XML part. Names come without their prefix. A document type is refused: no workbook has one. */
function walk(xml: Buffer, listener: Listener): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new SheetStopped({ kind: "broken-file" });
  });
  parser.on("opentag", (tag) => {
    const attributes: { [name: string]: string } = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    listener.open?.(local(tag.name), attributes);
  });
  parser.on("closetag", (tag) => listener.close?.(local(tag.name)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.write(new TextDecoder("utf-8", { fatal: true }).decode(xml)).close();
}

function relationsOf(xml: Buffer | null, folder: string): Map<string, { type: string; target: string }> {
  const found = new Map<string, { type: string; target: string }>();
  if (!xml) return found;
  walk(xml, {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type, target });
    },
  });
  return found;
}

function sheetsOf(xml: Buffer): { sheets: { name: string; relation: string }[]; from1904: boolean } {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  walk(xml, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name === "sheet") sheets.push({ name: attributes.name ?? "", relation: attributes.id ?? "" });
    },
  });
  return { sheets, from1904 };
}

/** Shared strings; the pieces of rich text are put together, the reading aids of East Asian text (rPh) left out. */
function stringsOf(xml: Buffer | null, limits: SheetLimits): readonly string[] {
  const strings: string[] = [];
  if (!xml) return strings;
  let current = "";
  let inText = false;
  let inReadingAid = false;
  walk(xml, {
    open(name) {
      if (name === "si") current = "";
      if (name === "t") inText = true;
      if (name === "rPh") inReadingAid = true;
    },
    text(text) {
      if (inText && !inReadingAid) current = grown(current, text, limits);
    },
    close(name) {
      if (name === "si") strings.push(current);
      if (name === "t") inText = false;
      if (name === "rPh") inReadingAid = false;
    },
  });
  return strings;
}

/** How the numbers of each cell style look, by the index cells use. */
function looksOf(xml: Buffer | null): readonly NumberLook[] {
  const looks: NumberLook[] = [];
  if (!xml) return looks;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  walk(xml, {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) looks.push(lookOf(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return looks;
}

/** One character beyond the limit is kept, so that the reader of the row can tell that the cell is too long. */
const grown = (current: string, more: string, limits: SheetLimits): string =>
  current.length > limits.cellCharactersMax ? current : (current + more).slice(0, limits.cellCharactersMax + 1);

function rowsOf(xml: Buffer, book: Book, limits: SheetLimits): readonly TextRow[] {
  const rows: TextRow[] = [];
  let line = 0;
  let column = 0;
  let cells: string[] = [];
  let cell: { type: string; style: number } = { type: "n", style: 0 };
  let value = "";
  let inValue = false;
  walk(xml, {
    open(name, { r, t, s }) {
      if (name === "row") {
        line = r ? Number(r) : line + 1;
        [column, cells] = [0, []];
      } else if (name === "c") {
        column = r ? columnOf(r) : column + 1;
        cell = { type: t ?? "n", style: Number(s ?? 0) };
        value = "";
      } else if (name === "v" || name === "t") inValue = true;
    },
    text(text) {
      if (inValue) value = grown(value, text, limits);
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c" && value !== "" && column >= 1 && column <= limits.columnsMax) {
        while (cells.length < column) cells.push("");
        cells[column - 1] = shown(value, cell, book);
      } else if (name === "row" && cells.some((c) => c.trim() !== "")) {
        rows.push({ line, cells });
        if (rows.length > rowsKept(limits)) throw new SheetStopped({ kind: "too-many-rows", rowsMax: limits.rowsMax });
      }
    },
  });
  return rows;
}

/** Lists beside the data (communes of the country, 3,321) are longer than the data may be. */
const LISTS_ROWS_MAX = 20_000;
const rowsKept = (limits: SheetLimits): number => Math.max(limits.rowsMax + HEADER_ROWS_MAX, LISTS_ROWS_MAX);

function shown(value: string, cell: { type: string; style: number }, book: Book): string {
  switch (cell.type) {
    case "s":
      return book.strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(
        /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}).*)?$/,
        (_all, y, m, d, time) => `${d}/${m}/${y}${time ? ` ${time}` : ""}`,
      );
    case "n":
      return numberText(value, book.looks[cell.style] ?? "general", book.from1904);
    default:
      return value;
  }
}

/** `C12` is 3. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26 || column > 16_384) break;
    column = column * 26 + digit;
  }
  return column;
}
