import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";
import { vehicleFeeRows } from "./vehicle-fees.ts";

export type FeeArea = "I" | "II" | "III";

/** A fee for registering a vehicle, in a period. */
export type VehicleFee = Proven & {
  readonly item: string;
  /** Kinds of vehicle it is asked for, as the circular groups them. */
  readonly vehicles: readonly string[];
  /** Null where the amount is one everywhere. */
  readonly area: FeeArea | null;
  readonly amount: number | null;
};

const areaOf = (cell: string): FeeArea | null => (cell === "I" || cell === "II" || cell === "III" ? cell : null);

const entered = (): VehicleFee[] =>
  parseTable(["item", "vehicle", "area", "amount", "from", "until", "basis", "evidence"], vehicleFeeRows).map(
    (row) => ({
      item: row.item,
      vehicles: row.vehicle.split("+"),
      area: areaOf(row.area),
      amount: numberCell(row.amount),
      ...provenCells(row),
    }),
  );

/** `first-registration-with-plate / car9 / I`. */
export const vehicleFeeKey = (row: VehicleFee): string =>
  [row.item, row.vehicles.join("+"), ...(row.area ? [row.area] : [])].join(" / ");

/** The fees of vehicles by item. */
export const vehicleFees = lazily(
  (): ReadonlyMap<string, readonly VehicleFee[]> =>
    rowsByKey(amended("vehicle-fees", entered(), vehicleFeeKey), (row) => row.item),
);

/** How a circular divides the country. The areas of Circular 229/2016/TT-BTC are not entered. */
export type AreaRule = Proven & {
  /** Provinces of area I, by code; all their units except those of `notAreaOne`. */
  readonly areaOne: readonly string[];
  readonly notAreaOne: readonly string[];
  /** What lies outside area I: by kind of place, or one area for all. */
  readonly elsewhere: "by-kind" | "II";
};

const proven = (from: string, until: string, source: string, evidence: string): Proven =>
  provenCells({ from, until, basis: `${source}@4`, evidence });

export const areaRules = lazily((): readonly AreaRule[] => [
  {
    areaOne: ["01", "79"],
    notAreaOne: [],
    elsewhere: "by-kind",
    ...proven("2023-10-22", "2025-12-31", "60/2023/TT-BTC", "recalled"),
  },
  {
    areaOne: ["01", "79"],
    notAreaOne: ["special-zone"],
    elsewhere: "II",
    ...proven("2026-01-01", "", "155/2025/TT-BTC", "read"),
  },
]);

/** The division of a day, or null. */
export const areaRuleOn = (on: PlainDate): AreaRule | null =>
  areaRules().find((rule) => rule.from <= on && (rule.until === null || on <= rule.until)) ?? null;

/** From this day there are only wards, communes and special zones below the province. */
export const TWO_LEVELS_FROM = day("2025-07-01");
