import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { nameKey } from "../../../src/kernel/vietnamese.ts";
import { provinceRows } from "../../places/provinces.ts";
import { dayCell, lazily, parseTable, rowsByKey } from "../table.ts";
import { formerProvinceRows } from "./former-provinces.ts";
import { provinceUnitRows } from "./province-units.ts";

/** A provincial unit as it was from a day until a day (included). `heldBy` is the code of the unit that has its land since 01/07/2025. */
export type ProvinceRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: "city" | "province";
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly heldBy: string;
  readonly source: string;
  readonly article: string;
  readonly evidence: "reported";
};
/** Wards, communes and special zones of a unit in a period. */
export type UnitCounts = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly units: number;
  readonly wards: number;
  readonly communes: number;
  readonly specialZones: number;
};

const dayOrNull = (cell: string): PlainDate | null => (cell === "" ? null : dayCell(cell));
const kindOf = (cell: string): "city" | "province" => (cell === "city" ? "city" : "province");

/** Every state of every unit, the 63 of before and the 34 since, in code order. */
export const provinceRowsOfAllTimes = lazily((): readonly ProvinceRow[] => [
  ...parseTable(["code", "kind", "from", "until", "heldBy", "source", "name"], formerProvinceRows).map(
    (row): ProvinceRow => ({
      ...row,
      kind: kindOf(row.kind),
      from: dayOrNull(row.from),
      until: dayOrNull(row.until),
      article: row.source === "124/2004/QĐ-TTg" ? "danh mục" : "1",
      evidence: "reported",
    }),
  ),
  ...parseTable(["code", "kind", "from", "until", "name"], provinceRows).map(
    (row): ProvinceRow => ({
      ...row,
      kind: kindOf(row.kind),
      from: dayOrNull(row.from),
      until: dayOrNull(row.until),
      heldBy: row.code,
      source: row.from === "2025-07-01" ? "19/2025/QĐ-TTg" : "30/2026/QH16",
      article: row.from === "2025-07-01" ? "danh mục" : "1",
      evidence: "reported",
    }),
  ),
]);

export const provincesByCode = lazily(() => rowsByKey(provinceRowsOfAllTimes(), (row) => row.code));
/** By the name without its kind word; encoding, case and the place of the tone make no difference. */
export const provincesByName = lazily(() => rowsByKey(provinceRowsOfAllTimes(), (row) => nameKey(row.name)));

/** The state of a list that holds on a day, or null. */
export const provinceOn = (rows: readonly ProvinceRow[], on: PlainDate): ProvinceRow | null =>
  rows.find((row) => (row.from === null || row.from <= on) && (row.until === null || on <= row.until)) ?? null;

/** The counts of a unit since 01/07/2025, by its code, each list in order of time. */
export const unitCountsByCode = lazily(() => {
  const columns = ["code", "from", "until", "wards", "communes", "zones"] as const;
  const rows = parseTable(columns, provinceUnitRows).map((row) => {
    const [wards, communes, specialZones] = [Number(row.wards), Number(row.communes), Number(row.zones)];
    const units = wards + communes + specialZones;
    return {
      code: row.code,
      from: dayCell(row.from),
      until: dayOrNull(row.until),
      units,
      wards,
      communes,
      specialZones,
    };
  });
  return rowsByKey<UnitCounts & { readonly code: string }>(rows, (row) => row.code);
});

/** The last day of the 63 units. */
export const LAST_DAY_OF_63 = dayCell("2025-06-30");
/** The units whose land another has held since 01/07/2025, as they were on the last day before, in code order, by its code. */
export const predecessorsByCode = lazily(() =>
  rowsByKey(
    provinceRowsOfAllTimes().filter((row) => row.until === LAST_DAY_OF_63),
    (row) => row.heldBy,
  ),
);
