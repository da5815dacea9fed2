import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";
import { licenceFeeRows } from "./licence-fees.ts";
import { peopleFeeRows } from "./people-fees.ts";

/** What one amount is asked for. */
export type FeeUnit =
  | "card"
  | "registration"
  | "person"
  | "filing"
  | "issue"
  | "licence"
  | "time"
  | "permit"
  | "piece"
  | "file";
const UNITS: readonly FeeUnit[] = [
  "card",
  "registration",
  "person",
  "filing",
  "issue",
  "licence",
  "time",
  "permit",
  "piece",
  "file",
];

/** A fee of the people and licences half, in a period. */
export type FeeRow = Proven & {
  readonly item: string;
  /** `any` where the way of filing makes no difference. */
  readonly channel: "any" | "counter" | "online";
  /** Null where the tariff has the item and its figure was not found. */
  readonly amount: number | null;
  readonly currency: "VND" | "USD";
  readonly unit: FeeUnit;
  /** The tier this row is for: by what, and whether `bound` still belongs to it; null bound is the last tier. */
  readonly tier: {
    readonly by: "loadTonnes" | "quantity";
    readonly bound: number | null;
    readonly included: boolean;
  } | null;
};

function unitOf(cell: string): FeeUnit {
  const unit = UNITS.find((known) => known === cell);
  if (!unit) throw new Error(`no such unit of a fee: ${cell}`);
  return unit;
}

const peopleFees = (): FeeRow[] =>
  parseTable(
    ["item", "channel", "amount", "currency", "unit", "from", "until", "basis", "evidence"],
    peopleFeeRows,
  ).map((row) => ({
    item: row.item,
    channel: row.channel === "counter" || row.channel === "online" ? row.channel : "any",
    amount: numberCell(row.amount),
    currency: row.currency === "USD" ? "USD" : "VND",
    unit: unitOf(row.unit),
    tier: null,
    ...provenCells(row),
  }));

const licenceFees = (): FeeRow[] =>
  parseTable(
    ["code", "item", "unit", "by", "below", "upTo", "amount", "from", "until", "basis", "evidence"],
    licenceFeeRows,
  ).map((row) => ({
    item: row.item,
    channel: "any",
    amount: numberCell(row.amount),
    currency: "VND",
    unit: unitOf(row.unit),
    tier:
      row.by === "loadTonnes" || row.by === "quantity"
        ? { by: row.by, bound: numberCell(row.below) ?? numberCell(row.upTo), included: row.below === "" }
        : null,
    ...provenCells(row),
  }));

/** `id-exchange / online`, `permit / quantity < 10`: what one amount is asked for. */
export function feeKey({ item, channel, tier }: FeeRow): string {
  const bound = tier ? `${tier.by} ${tier.included ? "≤" : "<"} ${tier.bound ?? "∞"}` : null;
  return [item, channel === "any" ? null : channel, bound].filter((part) => part !== null).join(" / ");
}

/** Every fee of the people and licences half, by item. */
export const feeRows = lazily(
  (): ReadonlyMap<string, readonly FeeRow[]> =>
    rowsByKey(amended("fees", [...peopleFees(), ...licenceFees()], feeKey), (row) => row.item),
);
