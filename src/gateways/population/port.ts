import type { Claim, Verification } from "../../kernel/person-claim.ts";
import type { Result } from "../../kernel/result.ts";

/** Why and for whom one asks: every register wants to know, and writes it into its own log. */
export type Call = {
  /** Made by the asker, a UUID. Asked again with the same id it is the same call: the other side counts it once. */
  readonly id: string;
  /** The dossier for which one asks, of whichever office; null only where a legal ground stands for it. */
  readonly dossier: string | null;
  /** National code or key of the procedure. */
  readonly procedure: string;
  readonly purpose: string;
  /** Identifier of the asking agency (Decision 20/2020/QĐ-TTg). */
  readonly agency: string;
};

/**
 * A failure is never a mismatch. `timeout` and `unavailable`: no usable answer, to be asked again with the same id.
 * `malformed`: an answer that is not what was agreed, to be asked again as well. `not-granted`: the register refuses to
 * answer this question; asking again changes nothing.
 */
export type PopulationFailure =
  | { readonly kind: "timeout" }
  | { readonly kind: "unavailable"; readonly cause: string }
  | { readonly kind: "malformed"; readonly cause: string }
  | { readonly kind: "not-granted"; readonly cause: string };

/** `reason`: how a service that only says "nobody" said it; it cannot tell a wrong name from an unknown number. */
export type Answered = Verification & { readonly reason?: "no-person" | "empty-name" | "not-existing" };

/** A population register as the house asks it: what agrees of a claim, never the record. */
export type PopulationRegister = {
  verify(claim: Claim, call: Call, signal?: AbortSignal): Promise<Result<Answered, PopulationFailure>>;
};

export const unavailable = (cause: string) => ({ kind: "unavailable" as const, cause });
export const malformed = (cause: string) => ({ kind: "malformed" as const, cause });
