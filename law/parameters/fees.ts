import type { Channel, Evidence } from "../../src/engine/definition/index.ts";
import { type Dong, dong } from "../../src/kernel/dong.ts";
import { covers, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { Result } from "../../src/kernel/result.ts";
import { type FeeRow, type FeeUnit, feeRows } from "./fees/fee-rows.ts";
import { lazily } from "./table.ts";

/** The two ways the fee circulars know: on a public-service portal, or in person. */
export type FeeChannel = "online" | "desk";

/** A fee as it stands from a day until a day (included). */
export type Fee = {
  readonly key: string;
  readonly channel: FeeChannel;
  readonly amount: Dong;
  readonly unit: "registration" | "person" | "filing";
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};

export type NoFee = {
  readonly kind: "no-rate-for-date" | "unknown-fee";
  readonly key: string;
  readonly channel: Channel;
  readonly on: PlainDate;
};

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

/** A kiosk and the API of a trusted front file on the portal; post, telephone and mobile teams count as in person (our reading). */
const feeChannels: Readonly<Record<Channel, FeeChannel>> = {
  online: "online",
  kiosk: "online",
  api: "online",
  desk: "desk",
  post: "desk",
  mobile: "desk",
  telephone: "desk",
};

/**
 * The fee of a day, by the channel the dossier was filed through. A day without a row is a failure, never the newest row:
 * a fee nobody has entered must not be asked of anybody.
 * @example feeOn("residence-temporary", "online", day("2026-11-23")) // 7.000 đ
 */
export function feeOn(key: string, channel: Channel, on: PlainDate): Result<Fee, NoFee> {
  const rates = fees().filter((fee) => fee.key === key);
  const rate = rates.find((fee) => fee.channel === feeChannels[channel] && covers(fee, on));
  if (rate) return { ok: true, value: rate };
  const kind = rates.length === 0 ? "unknown-fee" : "no-rate-for-date";
  return { ok: false, failure: { kind, key, channel, on } };
}
