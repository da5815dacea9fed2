import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The fact sheets, where they stand beside the project. Product code never reads them. */
const SHEETS = join(import.meta.dirname, "../../../shared/domain");

/** A sheet as text, or null where the sheets do not stand beside the project; says so once a sheet. */
export function sheet(path: string): string | null {
  const file = join(SHEETS, path);
  if (existsSync(file)) return readFileSync(file, "utf8");
  console.log(`left out: the comparison with ../shared/domain/${path}, which does not stand beside the project`);
  return null;
}

/** A row of a sheet: asked by the name of a column, it answers the cell. */
export type SheetRow = (column: string) => string;

/** The rows of a CSV sheet; cells may stand in quotes. @throws where asked for a column the first line does not name */
export function csvSheet(path: string): readonly SheetRow[] | null {
  const lines = sheet(path)?.split("\n");
  if (!lines) return null;
  const [head = [], ...rows] = lines.filter((line) => line.trim() !== "").map(cellsOf);
  return rows.map((cells) => (column) => {
    const at = head.indexOf(column);
    if (at < 0) throw new Error(`${path} has no column ${column}`);
    return cells[at] ?? "";
  });
}

function cellsOf(line: string): string[] {
  const cells = line.trimEnd().matchAll(/("((?:[^"]|"")*)"|[^,]*)(,|$)/g);
  return [...cells].map((found) => found[2]?.replaceAll('""', '"') ?? found[1] ?? "").slice(0, countOf(line));
}
/** How many cells a line has: its commas outside quotes, and one more. */
const countOf = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, "").split(",").length;

/** Words of a sheet that take a part of a row back: it was not read, or only where others quote it. */
const DOUBTS =
  /memory|secondary|quotation|not verified|by analogy|in part|partly|not compared|not established|not located/;

/**
 * What a sheet's word on a row becomes with us, the same for every sheet. `high` and `verified` are a text that was read
 * (`traffic.md` 4.3, `licences.md`), `confirmed` is found in a text that quotes it, unless it says that the text was read
 * (`people.md`); `medium`, `low` and drafts are from memory. Where the row takes a part back, it is reported.
 */
export function evidenceOf(confidence: string, note = ""): "read" | "reported" | "recalled" | "design" {
  const word = confidence.toLowerCase();
  if (word.startsWith("derived")) return "design";
  if (/^(medium|low|from memory|memory|draft table|amount from the draft|item exists)/.test(word)) return "recalled";
  if (word === "high" || word.includes("verified") || /\btexts?\b[^;]*\bread\b/.test(word))
    return DOUBTS.test(`${word}; ${note.toLowerCase()}`) ? "reported" : "read";
  return word.includes("memory") && !word.includes("confirmed") ? "recalled" : "reported";
}
