import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { amended } from "../amendments.ts";
import { amendmentCell, type Place } from "../basis.ts";
import { dayCell, lazily, numberCell, parseTable, type Row, rowsByKey } from "../table.ts";
import { decree100 } from "./decree-100.ts";
import { decree168Cars } from "./decree-168-cars.ts";
import { decree168Motorbikes } from "./decree-168-motorbikes.ts";
import { decree168Others } from "./decree-168-others.ts";

/** From a least to a most, both included: đồng or months. */
export type Bracket = { readonly least: number; readonly most: number };
export type MainPenalty = "fine" | "warning" | "confiscate-vehicle";

export const VEHICLE_NAMES = {
  car: text("Ô tô", "Car"),
  motorbike: text("Xe máy, mô tô", "Motorbike"),
  specialised: text("Xe máy chuyên dùng", "Specialised vehicle"),
  bicycle: text("Xe đạp, xe thô sơ", "Bicycle, cart"),
  pedestrian: text("Người đi bộ", "Pedestrian"),
  truck: text("Xe tải", "Lorry"),
  any: text("Mọi phương tiện", "Any vehicle"),
  "owner-car": text("Chủ xe ô tô", "Owner of a car"),
  "owner-motorbike": text("Chủ xe máy", "Owner of a motorbike"),
} as const;
export type VehicleClass = keyof typeof VEHICLE_NAMES;

/**
 * One act of a decree as it was punished from a day until a day; one code can have several rows. Amounts are for an
 * individual, for each extra person where `perExtraPerson`. `title` is ours, in everyday words; the decree's own
 * wording decides. `vehicleHeld` is null where the older decree's list was not entered.
 */
export type Violation = {
  readonly code: string;
  readonly vehicle: VehicleClass;
  readonly mainPenalty: MainPenalty;
  readonly bracket: Bracket | null;
  readonly perExtraPerson: boolean;
  readonly organisationBracket: Bracket | null;
  readonly points: number;
  readonly suspensionMonths: Bracket | null;
  readonly vehicleHeld: boolean | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** The decree that imposes it. */
  readonly source: string;
  readonly article: string;
  /** The text that gave the row its present form: number and article. */
  readonly amendedBy: Place | null;
  readonly evidence: Evidence;
  /** Key of `MEASURES` and its article. */
  readonly measure: { readonly key: string; readonly article: string } | null;
  /** Keys of `REMARKS`. */
  readonly remarks: readonly string[];
  readonly title: Text;
};

const COLUMNS = [
  "code",
  "vehicle",
  "main",
  "bracket",
  "organisationBracket",
  "points",
  "suspension",
  "held",
  "from",
  "until",
  "amendedBy",
  "evidence",
  "measure",
  "remarks",
  "vi",
  "en",
] as const;
type Cells = Row<(typeof COLUMNS)[number]>;

/** Every row of both decrees, in the order of the law. */
export const violations: () => readonly Violation[] = lazily(() =>
  amended(
    "violations",
    [decree168Cars, decree168Motorbikes, decree168Others, decree100].flatMap((rows) =>
      parseTable(COLUMNS, rows).map(violationOf),
    ),
    (row) => row.code,
  ),
);
/** The rows of each code. */
export const violationsByCode: () => ReadonlyMap<string, readonly Violation[]> = lazily(() =>
  rowsByKey(violations(), (row) => row.code),
);

function violationOf(cells: Cells): Violation {
  const [decree = "", article = "", clause = "", point] = cells.code.split("-");
  const place = {
    source: DECREES[decree] ?? "",
    article: `${article}(${clause})${point === undefined ? "" : `(${point === "dd" ? "đ" : point})`}`,
  };
  return {
    code: cells.code,
    vehicle: cells.vehicle as VehicleClass,
    mainPenalty: cells.main as MainPenalty,
    bracket: bracketCell(cells.bracket),
    perExtraPerson: cells.bracket.endsWith("*"),
    organisationBracket: bracketCell(cells.organisationBracket),
    points: numberCell(cells.points) ?? 0,
    suspensionMonths: bracketCell(cells.suspension),
    vehicleHeld: cells.held === "" ? null : cells.held === "held",
    from: dayCell(cells.from),
    until: cells.until === "" ? null : dayCell(cells.until),
    ...place,
    amendedBy: amendmentCell(cells.amendedBy, place),
    evidence: cells.evidence as Evidence,
    measure: measureCell(cells.measure),
    remarks: cells.remarks === "" ? [] : cells.remarks.split(","),
    title: text(cells.vi, cells.en),
  };
}
const DECREES: Readonly<Record<string, string>> = { "168": "168/2024/NĐ-CP", "100": "100/2019/NĐ-CP" };

/** `400000-600000`, with a star for each extra person; empty is none. */
function bracketCell(cell: string): Bracket | null {
  const [least, most] = cell.replace("*", "").split("-").map(numberCell);
  return least == null || most == null ? null : { least, most };
}
function measureCell(cell: string): Violation["measure"] {
  const [key = "", article = ""] = cell.split("@");
  return key === "" ? null : { key, article };
}

/** The fine of all extra persons together never passes this: Decree 168/2024/NĐ-CP, articles 20 and 45(3). */
export const EXTRA_PERSONS_MOST = 75_000_000;

/** Points for carrying too many people, by the excess over what the vehicle may carry: article 20(10). */
export const POINTS_BY_EXCESS = [
  { overPercent: 100, points: 10, article: "20(10)(d)" },
  { overPercent: 50, points: 4, article: "20(10)(b)" },
] as const;
/** The long route of article 20(4), in kilometres: longer than this. */
export const LONG_ROUTE_KM = 300;
