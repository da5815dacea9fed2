import { amended } from "../amendments.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, numberCell, parseTable, rowsByKey } from "../table.ts";
import { localRateRows } from "./local-rates.ts";
import { taxRateRows } from "./tax-rates.ts";

/** Rates are whole ten-thousandths of a percent, so that a share of a share stays exact: 12 percent is 120000. */
export const RATE_UNIT = 10_000;

/** A rate of the registration tax in a period: a rate of its own, a share (percent) of another, or a cap in đồng. */
export type TaxRate = Proven & {
  readonly key: string;
  readonly rate: number | null;
  readonly share: number | null;
  readonly cap: number | null;
};
/** The rate a provincial council has set for passenger cars, first registration. */
export type LocalRate = Proven & { readonly province: string; readonly name: string; readonly rate: number };

const rateOf = (percent: string): number | null => {
  const found = numberCell(percent);
  return found === null ? null : Math.round(found * RATE_UNIT);
};

const rates = (): TaxRate[] =>
  parseTable(["key", "percent", "share", "cap", "council", "from", "until", "basis", "evidence"], taxRateRows).map(
    (row) => ({
      key: row.key,
      rate: rateOf(row.percent),
      share: numberCell(row.share),
      cap: numberCell(row.cap),
      ...provenCells(row),
    }),
  );

/** The rates by key. */
export const taxRates = lazily(
  (): ReadonlyMap<string, readonly TaxRate[]> =>
    rowsByKey(
      amended("tax-rates", rates(), (row) => row.key),
      (row) => row.key,
    ),
);

const councilRates = (): LocalRate[] =>
  parseTable(["province", "name", "percent", "from", "until", "basis", "evidence"], localRateRows).map((row) => ({
    province: row.province,
    name: row.name,
    rate: rateOf(row.percent) ?? 0,
    ...provenCells(row),
  }));

/** `01 Hà Nội`. */
export const localRateKey = (row: LocalRate): string => `${row.province} ${row.name}`;

/** The local rates by code of the province on that day. */
export const localRates = lazily(
  (): ReadonlyMap<string, readonly LocalRate[]> =>
    rowsByKey(amended("local-tax-rates", councilRates(), localRateKey), (row) => row.province),
);
