import type { Channel } from "../../src/engine/definition/index.ts";
import { dong } from "../../src/kernel/dong.ts";
import type { PlainDate } from "../../src/kernel/plain-date.ts";
import type { Result } from "../../src/kernel/result.ts";
import { type Fee, type FeeChannel, feeAmong, type NoFee } from "./fee-of-day.ts";
import { type FeeRow, type FeeUnit, feeRows } from "./fees/fee-rows.ts";
import { lazily } from "./table.ts";

export type { Fee, FeeChannel, NoFee } from "./fee-of-day.ts";

/**
 * The fees dossiers ask, by the key their procedures name and the item of the tables they are. Circular 75/2022/TT-BTC:
 * before 05/02/2023 each province set its own residence fees by resolution; none of those is entered.
 */
const items: Readonly<Record<string, string>> = {
  "residence-temporary": "residence-temporary",
  "residence-temporary-extension": "residence-temporary-extension",
  "residence-temporary-list": "residence-temporary-list",
  "residence-temporary-list-extension": "residence-temporary-list-extension",
  "stay-notification": "stay-notification",
  seal: "seal-registration",
};
const units: Readonly<Partial<Record<FeeUnit, Fee["unit"]>>> = {
  registration: "registration",
  person: "person",
  filing: "filing",
  file: "filing",
};
const ways: readonly { readonly channel: FeeChannel; readonly row: FeeRow["channel"] }[] = [
  { channel: "online", row: "online" },
  { channel: "desk", row: "counter" },
];

export const fees = lazily((): readonly Fee[] =>
  Object.entries(items).flatMap(([key, item]) =>
    (feeRows().get(item) ?? []).flatMap((row) =>
      ways
        .filter((way) => row.channel === "any" || row.channel === way.row)
        .map(({ channel }) => feeOf(key, channel, row)),
    ),
  ),
);

/** The item of the fee tables behind the fee a procedure names; null where it names none of ours. */
export const feeItem = (key: string): string | null => items[key] ?? null;

function feeOf(key: string, channel: FeeChannel, row: FeeRow): Fee {
  const [place] = row.basis;
  const unit = units[row.unit];
  if (row.amount === null || row.currency !== "VND" || !unit || !place) throw new Error(`no fee of a dossier: ${key}`);
  const { from, until, evidence } = row;
  const article = place.article.startsWith("Điều") ? place.article : `Điều ${place.article}`;
  return { key, channel, amount: dong(row.amount), unit, from, until, source: place.source, article, evidence };
}

/**
 * The fee of a day; see `feeAmong`.
 * @example feeOn("residence-temporary", "online", day("2026-11-23")) // 7.000 đ
 */
export const feeOn = (key: string, channel: Channel, on: PlainDate): Result<Fee, NoFee> =>
  feeAmong(fees(), key, channel, on);
