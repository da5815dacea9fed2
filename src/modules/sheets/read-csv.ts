import { CsvError, parse } from "csv-parse/sync";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SheetFailure } from "./failures.ts";
import { HEADER_ROWS_MAX, type SheetLimits, type TextRow, type TextSheet } from "./limits.ts";

const DELIMITERS = [",", ";", "\t"] as const;

/**
 * A CSV file as one sheet of text. Comma, semicolon or tab is found by asking under which of them the first rows make
 * the best header; `line` is where a row begins, also when cells hold line breaks.
 * @param headerScore how many columns of the form a row of the file names
 */
export function readCsv(
  bytes: Uint8Array,
  limits: SheetLimits,
  headerScore: (cells: readonly string[]) => number,
): Result<readonly TextSheet[], SheetFailure> {
  let content: string;
  try {
    content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail({ kind: "broken-text" });
  }
  if (content.includes("\u0000")) return fail({ kind: "not-a-sheet" });

  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: Math.max(...firstLines(content).map((line) => headerScore(line.split(delimiter)))),
  }));
  const { delimiter } = scores.reduce((best, next) => (next.score > best.score ? next : best));
  const rows = parsed(content, delimiter, limits);
  return rows.ok ? ok([{ name: "CSV", rows: rows.value }]) : rows;
}

/** Split without regard to quotes: good enough to see headings, and a broken quote further down does no harm. */
const firstLines = (content: string): readonly string[] =>
  content.slice(0, FIRST_LINES_CHARACTERS).split(/\r?\n/, HEADER_ROWS_MAX);
const FIRST_LINES_CHARACTERS = 50_000;

/** Empty lines included: ten megabytes of line breaks would otherwise keep the server busy. */
const RECORDS_MAX = 20_000;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function parsed(content: string, delimiter: string, limits: SheetLimits): Result<readonly TextRow[], SheetFailure> {
  const rows: TextRow[] = [];
  try {
    const records = parse(content, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.columnsMax * limits.cellCharactersMax,
      to: RECORDS_MAX,
    }) as unknown as readonly Parsed[];
    if (records.length === RECORDS_MAX) return fail({ kind: "too-many-rows", rowsMax: limits.rowsMax });
    let begins = 1;
    for (const { record, info } of records) {
      const cells = record.slice(0, limits.columnsMax).map((cell) => cell.slice(0, limits.cellCharactersMax + 1));
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: begins, cells });
      begins = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines = (error as { lines?: unknown }).lines;
    return fail(typeof lines === "number" ? { kind: "broken-file", line: lines } : { kind: "broken-file" });
  }
  return ok(rows);
}
