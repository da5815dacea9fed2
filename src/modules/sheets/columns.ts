import type { GroupField, SimpleField } from "../../engine/definition/index.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { TextRow } from "./limits.ts";

/** Which column of a sheet fills which field. A column may serve two fields: only one of them will be asked. */
export type Columns = {
  /** Column numbers of each field in the order in which its cells are put together. */
  readonly ofField: ReadonlyMap<string, readonly number[]>;
  /** Headings nothing is done with. */
  readonly ignored: readonly string[];
};

/** A heading without accents, case, stars and brackets; what stands in a second line of the cell is a remark. */
const headingKey = (heading: string): string => searchKey(heading);

/** Headings a field answers to, best first: its label, its key, then the columns of its definition. */
const headingsOf = (field: SimpleField): readonly string[] =>
  [field.label.vi, field.label.en, field.key, ...(field.columns ?? [])].map(headingKey);

/** How many fields of the group a row of the sheet names. */
export function headerScore(group: GroupField, cells: readonly string[]): number {
  const keys = new Set(cells.map(headingKey).filter((key) => key !== ""));
  return group.fields.filter((field) => headingsOf(field).some((heading) => keys.has(heading))).length;
}

export function columnsOf(group: GroupField, header: TextRow): Columns {
  const keys = header.cells.map(headingKey);
  const ofField = new Map<string, readonly number[]>();
  const used = new Set<number>();
  for (const field of group.fields) {
    const columns = [
      ...new Set(headingsOf(field).flatMap((heading) => keys.flatMap((key, at) => (key === heading ? [at] : [])))),
    ];
    if (columns.length === 0) continue;
    ofField.set(field.key, columns);
    for (const column of columns) used.add(column);
  }
  const ignored = header.cells.filter(
    (cell, at) => cell.trim() !== "" && !used.has(at) && !ORDINAL.has(headingKey(cell)),
  );
  return { ofField, ignored };
}

/** Headings of the running number, which nobody needs to be told is not read. */
const ORDINAL = new Set(["stt", "tt", "no", "so thu tu"]);

/** Required whatever the other answers are: without such a column every row would fail. */
export const requiredFields = (group: GroupField): readonly SimpleField[] =>
  group.fields.filter((field) => field.required !== false && field.when === undefined && field.initial === undefined);
