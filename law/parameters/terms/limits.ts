import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";
import { peopleLimitRows } from "./people-limits.ts";
import { sealLimitRows } from "./seal-limits.ts";
import { securityLimitRows } from "./security-limits.ts";
import { vehicleLimitCases, vehicleLimitRows } from "./vehicle-limits.ts";
import { weaponLimitRows } from "./weapon-limits.ts";

export const LIMIT_UNITS = ["working-day", "day", "month", "year", "working-hour", "hour"] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];
/** A length of time as the law writes it. */
export type Limit = { readonly count: number; readonly unit: LimitUnit };

/** How long a procedure may take, in a period. `limit` is null where the law sets no length, or none was found. */
export type LimitRow = Proven & {
  readonly key: string;
  readonly codes: readonly string[];
  readonly limit: Limit | null;
};

const COLUMNS = ["key", "codes", "count", "unit", "from", "until", "basis", "evidence"] as const;

/** A length of time from its two cells; null where there is none, or it is not counted in such units. */
export function limitOf(count: string, unit: string): Limit | null {
  const length = numberCell(count);
  const known = LIMIT_UNITS.find((one) => one === unit);
  return length === null || !known ? null : { count: length, unit: known };
}

/** The limits of every procedure, in the order of their files. */
export const procedureLimits = lazily((): readonly LimitRow[] =>
  amended(
    "procedure-limits",
    [peopleLimitRows, securityLimitRows, vehicleLimitRows, sealLimitRows, weaponLimitRows].flatMap((lines) =>
      parseTable(COLUMNS, lines).map((row) => ({
        key: row.key,
        codes: row.codes.split(" ").filter((code) => code !== ""),
        limit: limitOf(row.count, row.unit),
        ...provenCells(row),
      })),
    ),
    (row) => row.key,
  ),
);

/** The same by key and by national code; several procedures may share a code, and then share their limit. */
export const limitsByName = lazily((): ReadonlyMap<string, readonly LimitRow[]> => {
  const byName = new Map<string, LimitRow[]>();
  for (const row of procedureLimits()) {
    for (const name of new Set([row.key, ...row.codes])) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return byName;
});

/** A limit that holds only in a case the file must tell. */
export type LimitCase = { readonly code: string; readonly name: string; readonly limit: Limit | null };
/** The other limits of vehicle procedures, by code. */
export const limitCases = lazily(() =>
  rowsByKey(
    parseTable(["code", "name", "count", "unit"], vehicleLimitCases).map(
      (row): LimitCase => ({ code: row.code, name: row.name, limit: limitOf(row.count, row.unit) }),
    ),
    (one) => one.code,
  ),
);
