import type { Bank, BankFailure, Transfer } from "../../gateways/bank/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Result } from "../../kernel/result.ts";
import { type ReceivingParts, takeIn } from "./receiving.ts";
import * as rows from "./rows.ts";
import type { Verdict } from "./verdict.ts";

/** What a round of asking the bank brought. `failure` says why it ended early; the next round goes on from there. */
export type Reconciled = {
  readonly asked: number;
  /** Transfers we had not heard of, by what became of them. */
  readonly learned: Partial<Record<Verdict, number>>;
  /** Transfers of which the bank now tells another amount than before. */
  readonly contradictions: readonly string[];
  readonly failure: BankFailure | null;
};

export type ReconcilingParts = ReceivingParts & {
  readonly bank: Bank;
  readonly account: string;
  readonly askAfterMinutes: number;
  readonly askAtMost: number;
};

/**
 * Asks the bank about debts that stayed open for a while, each by its reference: the notice of a transfer may have got
 * lost. Each debt is asked about again only after the same while, the longest neglected first.
 */
export async function reconcile(parts: ReconcilingParts): Promise<Reconciled> {
  const books = ledgerOf(parts);
  const before = parts.clock.now() - parts.askAfterMinutes * 60_000;
  let asked = 0;
  for (const debt of await rows.openDebtsToAskAbout(parts.db, before, parts.askAtMost)) {
    const answer = await parts.bank.findTransfers({ reference: debt.reference });
    if (!answer.ok) return books.sum(asked, answer);
    asked += 1;
    await books.enter(answer.value);
    await rows.markAsked(parts.db, debt, parts.clock.now());
  }
  return books.sum(asked, null);
}

/**
 * Goes through all the bank received since a moment: finds also transfers whose content names no open debt. For the
 * night, with a day or two of overlap; what is known already changes nothing.
 */
export async function sweep(parts: ReconcilingParts, since: Instant): Promise<Reconciled> {
  const books = ledgerOf(parts);
  const answer = await parts.bank.findTransfers({ since });
  if (answer.ok) await books.enter(answer.value);
  return books.sum(1, answer);
}

function ledgerOf(parts: ReconcilingParts) {
  const learned: Partial<Record<Verdict, number>> = {};
  const contradictions: string[] = [];
  return {
    async enter(transfers: readonly Transfer[]): Promise<void> {
      // Money in somebody else's account is not ours to enter.
      for (const transfer of transfers.filter((each) => each.account === parts.account)) {
        const taken = await takeIn(parts, transfer, "query");
        if (taken.contradicts) contradictions.push(transfer.bankTransaction);
        if (!taken.repeated) learned[taken.verdict] = (learned[taken.verdict] ?? 0) + 1;
      }
    },
    sum: (asked: number, answer: Result<unknown, BankFailure> | null): Reconciled => ({
      asked,
      learned,
      contradictions,
      failure: answer === null || answer.ok ? null : answer.failure,
    }),
  };
}
