import { covers, day, type PlainDate } from "../../src/kernel/plain-date.ts";
import { lawEdition } from "./amendments.ts";

/** A row of a table, cell by column; an empty cell is "". */
export type Row<Column extends string> = { readonly [column in Column]: string };

/**
 * Reads rows written one a line, cells between bars: `168-6-9-b | 18000000 | 20000000`. Lines that are empty or begin
 * with `#` are passed over. @throws where a line has not as many cells as there are columns: our own mistake.
 */
export function parseTable<const Column extends string>(columns: readonly Column[], lines: string): Row<Column>[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const cells = line.split("|");
      if (cells.length !== columns.length) throw new Error(`${columns.length} cells expected: ${line}`);
      return Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? "").trim()])) as Row<Column>;
    });
}

/**
 * Makes the value at the first question and keeps it as long as no amendment is published: a table nobody asks for costs
 * nothing at the start.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly edition: number; readonly value: T } | null = null;
  return () => {
    if (made?.edition !== lawEdition) made = { edition: lawEdition, value: make() };
    return made.value;
  };
}

/** The rows of a table by their key, each list in the table's order. */
export function rowsByKey<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const byKey = new Map<string, T[]>();
  for (const row of rows) {
    const found = byKey.get(keyOf(row));
    if (found) found.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return byKey;
}

type Dated = { readonly from: PlainDate; readonly until: PlainDate | null };
/** The row that holds on a day, or null: never the newest row instead. */
export const rowOn = <T extends Dated>(rows: readonly T[], on: PlainDate): T | null =>
  rows.find((row) => covers(row, on)) ?? null;

const checked = new Map<string, PlainDate>();
/** A day in a cell; thousands of rows name a handful of days, so each is checked once. */
export function dayCell(cell: string): PlainDate {
  const known = checked.get(cell) ?? day(cell);
  checked.set(cell, known);
  return known;
}
/** The first day of a row that holds however far back the event lies. */
export const EVER = dayCell("1000-01-01");

/** A number in a cell; an empty one is null. @throws where the cell holds anything else */
export function numberCell(cell: string): number | null {
  if (cell === "") return null;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new Error(`not a number: ${cell}`);
  return value;
}
