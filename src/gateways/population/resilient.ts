import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { fail, ok } from "../../kernel/result.ts";
import type { Answered, PopulationFailure, PopulationRegister } from "./port.ts";
import { unavailable } from "./port.ts";

export type Resilience = {
  /** Longest wait for one answer. */
  readonly timeoutMs: number;
  /** How often a question is asked, always with the same id, before the failure is the answer. */
  readonly attempts: number;
  /** Pause before the second attempt; doubles with each further one. */
  readonly pauseMs: number;
  /** So many failures in a row, and nobody is made to wait for this register until `closedMs` have passed. */
  readonly failuresMost: number;
  readonly closedMs: number;
};
const USUAL: Resilience = { timeoutMs: 3_000, attempts: 2, pauseMs: 150, failuresMost: 5, closedMs: 10_000 };

/** Time-out, retry with the same call id, circuit breaker around a register. A refusal is an answer, not a failure of the way. */
export function withResilience(register: PopulationRegister, settings: Partial<Resilience> = {}): PopulationRegister {
  const { timeoutMs, attempts, pauseMs, failuresMost, closedMs } = { ...USUAL, ...settings };
  const broken = handleWhen((error) => error instanceof NoAnswer || error instanceof TaskCancelledError);
  const again = retry(broken, {
    maxAttempts: attempts - 1,
    backoff: new ExponentialBackoff({ initialDelay: pauseMs }),
  });
  const breaker = circuitBreaker(broken, { halfOpenAfter: closedMs, breaker: new ConsecutiveBreaker(failuresMost) });
  const policy = wrap(again, breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));

  return {
    async verify(claim, call) {
      try {
        const answer = await policy.execute(async ({ signal }): Promise<Answered | Refused> => {
          const asked = await register.verify(claim, call, signal);
          if (asked.ok) return asked.value;
          if (asked.failure.kind === "not-granted") return new Refused(asked.failure);
          throw new NoAnswer(asked.failure);
        });
        return answer instanceof Refused ? fail(answer.failure) : ok(answer);
      } catch (cause) {
        return fail(failureOf(cause));
      }
    },
  };
}

class Refused {
  readonly failure: PopulationFailure;
  constructor(failure: PopulationFailure) {
    this.failure = failure;
  }
}

/** Carries a failure through the policies, which know errors only. */
class NoAnswer extends Error {
  readonly failure: PopulationFailure;
  constructor(failure: PopulationFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** @throws what is neither a failure of the way nor of the policies: our own mistake */
function failureOf(cause: unknown): PopulationFailure {
  if (cause instanceof NoAnswer) return cause.failure;
  if (cause instanceof TaskCancelledError) return { kind: "timeout" };
  if (cause instanceof BrokenCircuitError) return unavailable("circuit open");
  throw cause;
}
