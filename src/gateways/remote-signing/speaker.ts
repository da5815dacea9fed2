import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from "cockatiel";
import type { z } from "zod";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { RemoteSigningFailure } from "./port.ts";
import { refusalShape, tokenShape } from "./shapes.ts";

export type Resilience = {
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
  /** How often a call is made before its failure is the answer. */
  readonly attempts: number;
  readonly pauseMs: number;
  /** So many failures in a row, and the service is left alone for `closedMs`. */
  readonly failuresMost: number;
  readonly closedMs: number;
};
const USUAL: Resilience = { timeoutMs: 8_000, attempts: 2, pauseMs: 200, failuresMost: 5, closedMs: 15_000 };
const ANSWER_BYTES_MOST = 1_048_576;
/** A token is taken for this much shorter than the service promised. */
const TOKEN_MARGIN_MS = 30_000;

type Answer<T> = Promise<Result<T, RemoteSigningFailure>>;

/** Speaks with the service: access token, time-out, a second attempt, circuit breaker. A refusal is an answer. */
export function createSpeaker(options: {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => number;
  readonly resilience?: Partial<Resilience>;
}) {
  const { timeoutMs, attempts, pauseMs, failuresMost, closedMs } = { ...USUAL, ...options.resilience };
  const base = options.url.replace(/\/+$/, "");
  const broken = handleWhen((error) => error instanceof NoAnswer);
  const policy = wrap(
    retry(broken, { maxAttempts: attempts - 1, backoff: new ExponentialBackoff({ initialDelay: pauseMs }) }),
    circuitBreaker(broken, { halfOpenAfter: closedMs, breaker: new ConsecutiveBreaker(failuresMost) }),
  );
  let token: { readonly value: string; readonly until: number } | null = null;

  const send = async <S extends z.ZodType>(path: string, init: RequestInit, shape: S): Answer<z.infer<S>> => {
    try {
      return await policy.execute(async () => {
        const said = await post(`${base}/${path}`, init, timeoutMs);
        if (said.status >= 500 || said.status === 429)
          throw new NoAnswer({ kind: "unavailable", cause: `HTTP ${said.status}` });
        if (said.status >= 400) return fail({ kind: "refused" as const, cause: refusalOf(said) });
        const parsed = shape.safeParse(said.json);
        return parsed.success ? ok(parsed.data) : fail({ kind: "malformed" as const, cause: `answer to ${path}` });
      });
    } catch (cause) {
      if (cause instanceof NoAnswer) return fail(cause.failure);
      if (cause instanceof BrokenCircuitError) return fail({ kind: "unavailable", cause: "circuit open" });
      throw cause;
    }
  };

  const tokenNow = async (): Answer<string> => {
    if (token && token.until > options.now()) return ok(token.value);
    const got = await send(
      "oauth2/token",
      {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: options.clientId,
          client_secret: options.clientSecret,
        }).toString(),
      },
      tokenShape,
    );
    if (!got.ok) return got;
    const lastsMs = (got.value.expires_in ?? 300) * 1_000;
    token = { value: got.value.access_token, until: options.now() + lastsMs - Math.min(TOKEN_MARGIN_MS, lastsMs / 2) };
    return ok(token.value);
  };

  return {
    async call<S extends z.ZodType>(path: string, shape: S, body: object): Answer<z.infer<S>> {
      for (let attempt = 1; ; attempt++) {
        const bearer = await tokenNow();
        if (!bearer.ok) return bearer;
        const headers = { "content-type": "application/json", authorization: `Bearer ${bearer.value}` };
        const answer = await send(path, { headers, body: JSON.stringify(body) }, shape);
        // The service may end a token before its time: once, a new one is fetched.
        if (answer.ok || answer.failure.kind !== "refused" || attempt > 1 || !isTokenMatter(answer.failure.cause))
          return answer;
        token = null;
      }
    },
  };
}

const isTokenMatter = (cause: string): boolean => cause.startsWith("401 ") || cause.includes("invalid_token");

type Said = { readonly status: number; readonly json: unknown };

async function post(url: string, init: RequestInit, timeoutMs: number): Promise<Said> {
  try {
    const response = await fetch(url, {
      ...init,
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > ANSWER_BYTES_MOST) throw new Error("an answer too long");
      parts.push(part);
    }
    return { status: response.status, json: jsonOf(Buffer.concat(parts).toString("utf8")) };
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === "TimeoutError";
    throw new NoAnswer(
      timedOut ? { kind: "timeout" } : { kind: "unavailable", cause: cause instanceof Error ? cause.message : "" },
    );
  }
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function refusalOf({ status, json }: Said): string {
  const said = refusalShape.safeParse(json);
  const words = said.success
    ? ` ${said.data.error}${said.data.error_description ? `: ${said.data.error_description}` : ""}`
    : "";
  return `${status}${words}`.slice(0, 200);
}

/** Carries a failure through the policies, which know errors only. */
class NoAnswer extends Error {
  readonly failure: RemoteSigningFailure;
  constructor(failure: RemoteSigningFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}
