import type { Dong } from "../../kernel/dong.ts";
import { type Instant, isoInstant, type PlainDate, showDate, showInstant } from "../../kernel/plain-date.ts";

/** A cell that leaves as a list: text, a count, money, a day, a moment; null stays empty. */
export type Cell =
  | null
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "money"; readonly value: Dong }
  | { readonly kind: "day"; readonly value: PlainDate }
  | { readonly kind: "moment"; readonly value: Instant };

export const textCell = (value: string | null): Cell => (value === null ? null : { kind: "text", value });
export const countCell = (value: number | null): Cell => (value === null ? null : { kind: "count", value });
export const moneyCell = (value: Dong | null): Cell => (value === null ? null : { kind: "money", value });
export const dayCell = (value: PlainDate | null): Cell => (value === null ? null : { kind: "day", value });
export const momentCell = (value: Instant | null): Cell => (value === null ? null : { kind: "moment", value });

/** As people read it, where a format knows text alone. */
export function shownCell(cell: Cell): string {
  if (cell === null) return "";
  switch (cell.kind) {
    case "text":
      return cell.value;
    case "day":
      return showDate(cell.value);
    case "moment":
      return showInstant(cell.value);
    default:
      return String(cell.value);
  }
}

const DAY_MS = 86_400_000;
/** Days since 30/12/1899, as spreadsheets count; the hour is Vietnam's. */
export const spreadsheetDay = (
  cell: { readonly kind: "day"; readonly value: PlainDate } | { readonly kind: "moment"; readonly value: Instant },
): number =>
  Date.parse(cell.kind === "day" ? `${cell.value}T00:00:00Z` : `${isoInstant(cell.value).slice(0, 19)}Z`) / DAY_MS +
  25_569;
