import type { Channel, Evidence } from "../../src/engine/definition/index.ts";
import type { Dong } from "../../src/kernel/dong.ts";
import { covers, type PlainDate } from "../../src/kernel/plain-date.ts";
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
 * The fee of a day among those given, by the channel the dossier was filed through. A day without a row is a failure,
 * never the newest row: a fee nobody has entered must not be asked of anybody.
 */
export function feeAmong(fees: readonly Fee[], key: string, channel: Channel, on: PlainDate): Result<Fee, NoFee> {
  const rates = fees.filter((fee) => fee.key === key);
  const rate = rates.find((fee) => fee.channel === feeChannels[channel] && covers(fee, on));
  if (rate) return { ok: true, value: rate };
  const kind = rates.length === 0 ? "unknown-fee" : "no-rate-for-date";
  return { ok: false, failure: { kind, key, channel, on } };
}
