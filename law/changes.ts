import type { PlainDate } from "../src/kernel/plain-date.ts";
import type { Text } from "../src/kernel/text.ts";
import { type DatedRow, type DatedTable, LAW_FIELDS, type LawField } from "./parameters/dated-table.ts";

/**
 * What became of one key between two days. `restated`: another row, and so perhaps another text, says the same; `ended`
 * and `begun` have only one of the two rows.
 */
export type LawChange = {
  readonly kind: "begun" | "ended" | "changed" | "restated";
  readonly field: LawField;
  readonly table: string;
  readonly tableTitle: Text;
  readonly key: string;
  readonly name: Text | null;
  readonly part: Text | null;
  readonly before: DatedRow | null;
  readonly after: DatedRow | null;
};

/**
 * Everything that is otherwise on the second day than on the first: figures, editions and forms, places, rules and texts,
 * in the order of the fields and tables. What changed and changed back in between is not seen.
 */
export const changesBetween = (
  tables: readonly DatedTable[],
  first: PlainDate,
  second: PlainDate,
): readonly LawChange[] =>
  first === second
    ? []
    : tables
        .toSorted((a, b) => FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field))
        .flatMap((table) => changesOfTable(table, first, second));

const FIELD_ORDER = Object.keys(LAW_FIELDS) as readonly LawField[];

function changesOfTable(table: DatedTable, first: PlainDate, second: PlainDate): LawChange[] {
  const rows = table.rows();
  const before = rowsOn(rows, first);
  const after = rowsOn(rows, second);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): LawChange[] => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const row = is ?? was;
    if (!row || was === is) return [];
    const { id, field, title } = table;
    const { name, part } = row;
    return [{ kind: kindOf(was, is), field, table: id, tableTitle: title, key, name, part, before: was, after: is }];
  });
}

function kindOf(was: DatedRow | null, is: DatedRow | null): LawChange["kind"] {
  if (!was) return "begun";
  if (!is) return "ended";
  return was.value.vi === is.value.vi ? "restated" : "changed";
}

const rowsOn = (rows: readonly DatedRow[], on: PlainDate): ReadonlyMap<string, DatedRow> =>
  new Map(
    rows
      .filter((row) => (row.from === null || row.from <= on) && (row.until === null || on <= row.until))
      .map((row) => [row.key, row]),
  );
