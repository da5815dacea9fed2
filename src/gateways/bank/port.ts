import type { Dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";

/** Money that came into an account of ours, as the bank tells it. */
export type Transfer = {
  /** The bank's own number of the transfer: the same transfer always carries the same one. */
  readonly bankTransaction: string;
  /** The content as the payer's bank sent it; our reference stands somewhere in it, or nowhere. */
  readonly reference: string;
  readonly amount: Dong;
  readonly paidAt: Instant;
  /** The account of ours that received the money. */
  readonly account: string;
  /** Who paid, where the bank says so. */
  readonly payerName?: string;
};

/** Money that leaves an account of ours. The id makes it the same order, however often it is sent. */
export type PayoutOrder = {
  readonly id: string;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  readonly amount: Dong;
  readonly content: string;
};

/** `unreachable`: no usable answer after all attempts. `refused`: our key or question. `malformed`: not what was agreed. */
export type BankFailure =
  | { readonly kind: "unreachable"; readonly cause: string }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "malformed"; readonly cause: string };

/** What the office can ask its bank. The bank tells of a transfer by itself too: see `verifyNotice`. */
export type Bank = {
  /** Transfers whose content carries the reference, or all since a moment, oldest first: for notices that got lost. */
  findTransfers(
    wanted: { readonly reference: string } | { readonly since: Instant },
  ): Promise<Result<readonly Transfer[], BankFailure>>;
  /** Pays out, once an id; answers the bank's number of the transfer. Asked again it answers the same number. */
  payOut(order: PayoutOrder): Promise<Result<{ readonly bankTransaction: string }, BankFailure>>;
};
