import type { Channel, Evidence } from "../../src/engine/definition/index.ts";
import { type Dong, dong } from "../../src/kernel/dong.ts";
import { covers, day, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { Result } from "../../src/kernel/result.ts";

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

type Rate = Omit<Fee, "key" | "channel" | "amount">;
const bothWays = (key: string, online: number, desk: number, rate: Rate): readonly Fee[] => [
  { key, channel: "online", amount: dong(online), ...rate },
  { key, channel: "desk", amount: dong(desk), ...rate },
];

/** Circular 75/2022/TT-BTC. Before 05/02/2023 each province set its own fee by resolution; none of those is entered. */
const residence = (unit: Rate["unit"]): Rate => ({
  unit,
  from: day("2023-02-05"),
  until: null,
  source: "75/2022/TT-BTC",
  article: "Điều 4",
  evidence: "reported",
});

export const fees: readonly Fee[] = [
  ...bothWays("residence-temporary", 7_000, 15_000, residence("registration")),
  ...bothWays("residence-temporary-extension", 7_000, 15_000, residence("registration")),
  ...bothWays("residence-temporary-list", 5_000, 10_000, residence("person")),
  ...bothWays("residence-temporary-list-extension", 5_000, 10_000, residence("person")),
  ...bothWays("stay-notification", 0, 0, {
    unit: "filing",
    from: day("2021-07-01"),
    until: null,
    source: "68/2020/QH14",
    article: "Điều 30",
    evidence: "recalled",
  }),
  ...bothWays("seal", 0, 0, {
    unit: "filing",
    from: day("2016-07-01"),
    until: null,
    source: "99/2016/NĐ-CP",
    article: "Điều 13",
    evidence: "read",
  }),
];

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
  const rates = fees.filter((fee) => fee.key === key);
  const rate = rates.find((fee) => fee.channel === feeChannels[channel] && covers(fee, on));
  if (rate) return { ok: true, value: rate };
  const kind = rates.length === 0 ? "unknown-fee" : "no-rate-for-date";
  return { ok: false, failure: { kind, key, channel, on } };
}
