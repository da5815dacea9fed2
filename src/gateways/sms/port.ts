import type { Instant } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";

/** One text to one telephone. */
export type Sms = {
  /** Made by the sender, the idempotency key: the same key sent again is the same text. It comes back in the report. */
  readonly key: string;
  readonly to: string;
  readonly text: string;
};

/**
 * `temporary`: not taken, to be tried again with the same key. `permanent`: the number is none, or takes no texts.
 * `refused`: our own key or sender; somebody must mend the settings, and the text waits.
 */
export type SmsFailure = {
  readonly kind: "temporary" | "permanent" | "refused";
  /** A status or the name of an error; never a number or the text. */
  readonly cause: string;
};

/** A provider of texts as the office uses it. Answers the provider's id of the text. */
export type SmsGateway = { send(sms: Sms): Promise<Result<{ readonly id: string }, SmsFailure>> };

/** What became of a text, as the provider reports it later. */
export type SmsReport = {
  readonly id: string;
  readonly key: string;
  readonly state: "delivered" | "undelivered";
  readonly at: Instant;
};
