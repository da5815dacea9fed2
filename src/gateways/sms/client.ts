import { z } from "zod";
import { fail, ok } from "../../kernel/result.ts";
import type { SmsGateway } from "./port.ts";

export type SmsClientOptions = {
  /** Where the provider answers, without a slash at the end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly timeoutMs?: number;
};

const AnswerShape = z.looseObject({ id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/) });

/** Hands texts to a provider over HTTPS. Whoever calls tries again, always with the same key. */
export function createSmsClient({ baseUrl, apiKey, timeoutMs = 10_000 }: SmsClientOptions): SmsGateway {
  return {
    async send({ key, to, text }) {
      try {
        const answer = await fetch(`${baseUrl}/messages`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${apiKey}`,
            "content-type": "application/json",
            "idempotency-key": key,
          },
          body: JSON.stringify({ to, text, reference: key }),
          redirect: "error", // the key and the number go to the provider and nowhere else
          signal: AbortSignal.timeout(timeoutMs),
        });
        const { status } = answer;
        if (status === 200 || status === 202) {
          const read = AnswerShape.safeParse(await answer.json());
          return read.success ? ok({ id: read.data.id }) : fail({ kind: "temporary", cause: "malformed" });
        }
        await answer.body?.cancel();
        if (status === 401 || status === 403) return fail({ kind: "refused", cause: `status ${status}` });
        const later = status === 429 || status === 408 || status >= 500;
        return fail({ kind: later ? "temporary" : "permanent", cause: `status ${status}` });
      } catch (cause) {
        return fail({ kind: "temporary", cause: cause instanceof Error ? cause.name : "unknown" });
      }
    },
  };
}
