import { setTimeout as pause } from "node:timers/promises";
import { isoInstant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Bank, BankFailure, Transfer } from "./port.ts";
import { PayoutShape, TransferPageShape } from "./transfer-shape.ts";

export type BankClientOptions = {
  /** Where the bank's API answers, without a slash at the end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Longest wait for one answer. */
  readonly timeoutMs?: number;
  /** How often a question is asked before the bank counts as unreachable. */
  readonly attempts?: number;
  /** Pause before the second attempt; doubles with each further one. */
  readonly pauseMs?: number;
};

/** A page chain longer than this is a loop, not an answer. */
const PAGES_MOST = 1_000;

/**
 * Asks a bank over HTTPS. A question changes nothing, and an order to pay out carries its id, so both are sent again
 * after a time-out, a 429 or a 5xx.
 */
export function createBankClient(options: BankClientOptions): Bank {
  const { baseUrl, apiKey, timeoutMs = 5_000, attempts = 3, pauseMs = 200 } = options;

  async function askOnce(path: string, put?: object): Promise<Result<unknown, BankFailure>> {
    try {
      const answer = await fetch(`${baseUrl}/api/${path}`, {
        ...(put ? { method: "PUT", body: JSON.stringify(put) } : {}),
        headers: {
          authorization: `Bearer ${apiKey}`,
          accept: "application/json",
          ...(put ? { "content-type": "application/json" } : {}),
        },
        redirect: "error", // the key goes to the bank and nowhere else
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.status === 200) return ok(await answer.json());
      await answer.body?.cancel();
      if (answer.status === 429 || answer.status >= 500) return unreachable(`status ${answer.status}`);
      return fail({ kind: "refused", status: answer.status });
    } catch (cause) {
      if (cause instanceof SyntaxError) return fail({ kind: "malformed", cause: "the answer is not JSON" });
      return unreachable(cause instanceof Error ? cause.name : "unknown");
    }
  }

  async function ask(path: string, put?: object): Promise<Result<unknown, BankFailure>> {
    let answer = await askOnce(path, put);
    for (let attempt = 1; attempt < attempts && !answer.ok && answer.failure.kind === "unreachable"; attempt++) {
      await pause(pauseMs * 2 ** (attempt - 1));
      answer = await askOnce(path, put);
    }
    return answer;
  }

  return {
    async findTransfers(wanted) {
      const query = new URLSearchParams(
        "reference" in wanted ? { reference: wanted.reference } : { since: isoInstant(wanted.since) },
      );
      const found: Transfer[] = [];
      for (let pages = 0; pages < PAGES_MOST; pages++) {
        const answer = await ask(`transfers?${query}`);
        if (!answer.ok) return answer;
        const page = TransferPageShape.safeParse(answer.value);
        if (!page.success) return fail({ kind: "malformed", cause: page.error.issues[0]?.path.join(".") || "body" });
        found.push(...page.data.transfers);
        if (page.data.next === null) return ok(found);
        query.set("after", page.data.next);
      }
      return fail({ kind: "malformed", cause: "pages without end" });
    },
    async payOut({ id, ...order }) {
      const answer = await ask(`payouts/${id}`, order);
      if (!answer.ok) return answer;
      const done = PayoutShape.safeParse(answer.value);
      return done.success ? ok(done.data) : fail({ kind: "malformed", cause: "payout" });
    },
  };
}

const unreachable = (cause: string): Result<never, BankFailure> => fail({ kind: "unreachable", cause });
