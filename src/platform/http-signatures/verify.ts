import { type Dictionary, isInnerList, parseDictionary } from "structured-headers";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { verifyBytes } from "./algorithms.ts";
import { type Covered, coveredOf, signatureBase } from "./base.ts";
import { type FieldTypes, identifierOf } from "./components.ts";
import type { VerifyingKey } from "./keys.ts";
import { type Message, valuesOf } from "./message.ts";

export type Expectations<K extends VerifyingKey> = {
  readonly now: Instant;
  /** The key of that name; null for one we do not know or take no more. */
  readonly keyOf: (id: string) => Promise<K | null>;
  /** Identifiers that must be covered; a signature over less proves too little. */
  readonly required: readonly string[];
  /** A signature made longer ago is refused, whatever it says of itself. */
  readonly ageMostSeconds: number;
  /** How far clocks may differ. */
  readonly skewSeconds?: number;
  readonly nonceNeeded?: boolean;
  readonly tag?: string;
  /** The one signature meant, where a message bears several. */
  readonly label?: string;
  readonly types?: FieldTypes;
};

export type Verified<K> = {
  readonly label: string;
  readonly keyId: string;
  readonly key: K;
  readonly nonce: string | null;
  /** After this nobody could use the signature again: so long its nonce must be remembered. */
  readonly staleAt: Instant;
  readonly covered: Covered;
};

/** `missing`: no signature. `malformed`: not of the form. The rest says which expectation it does not meet. */
export type SignatureFailure = {
  readonly kind:
    | "missing"
    | "malformed"
    | "unknown-key"
    | "wrong-algorithm"
    | "too-little-covered"
    | "not-yet"
    | "expired"
    | "no-nonce"
    | "wrong-tag"
    | "wrong-signature";
};

/**
 * Verifies one signature of a message: the first with the expected label and tag, where those are named. Replays are the caller's to
 * find out: a nonce that comes again while `staleAt` has not passed is one.
 */
export async function verifyMessage<K extends VerifyingKey>(
  message: Message,
  expected: Expectations<K>,
): Promise<Result<Verified<K>, SignatureFailure>> {
  const refuse = (kind: SignatureFailure["kind"]) => fail({ kind });
  const inputs = dictionary(message, "signature-input");
  const signatures = dictionary(message, "signature");
  if (inputs === "missing" || signatures === "missing") return refuse("missing");
  if (inputs === "malformed" || signatures === "malformed") return refuse("malformed");
  const chosen = [...inputs].find(
    ([name, [, params]]) =>
      (expected.label === undefined || name === expected.label) &&
      (expected.tag === undefined || params.get("tag") === expected.tag),
  );
  if (!chosen) return refuse("wrong-tag");
  const [label, input] = chosen;
  const signature = signatures.get(label)?.[0];
  if (!isInnerList(input) || !(signature instanceof ArrayBuffer)) return refuse("malformed");

  const said = readParams(input[1]);
  if (!said) return refuse("malformed");
  const skewMs = (expected.skewSeconds ?? 30) * 1000;
  const staleAt =
    Math.min(said.created + expected.ageMostSeconds * 1000, said.expires ?? Number.POSITIVE_INFINITY) + skewMs;
  if (said.created > expected.now + skewMs) return refuse("not-yet");
  if (expected.now > staleAt) return refuse("expired");
  if (expected.nonceNeeded && said.nonce === null) return refuse("no-nonce");

  const key = await expected.keyOf(said.keyId);
  if (!key) return refuse("unknown-key");
  if (said.algorithm !== null && said.algorithm !== key.algorithm) return refuse("wrong-algorithm");
  try {
    const covered = coveredOf(input);
    const identifiers = new Set(covered.components.map(identifierOf));
    if (!expected.required.every((needed) => identifiers.has(needed))) return refuse("too-little-covered");
    const base = signatureBase(covered, message, expected.types);
    if (!verifyBytes(key.algorithm, key.key, base, Buffer.from(signature))) return refuse("wrong-signature");
    return ok({ label, keyId: said.keyId, key, nonce: said.nonce, staleAt, covered });
  } catch {
    // What is covered does not stand in the message, or not so that it could be signed.
    return refuse("malformed");
  }
}

function dictionary(message: Message, field: string): Dictionary | "missing" | "malformed" {
  const written = valuesOf(message.fields, field).join(", ");
  if (written === "") return "missing";
  try {
    return parseDictionary(written);
  } catch {
    return "malformed";
  }
}

type Said = {
  readonly created: Instant;
  readonly expires: Instant | null;
  readonly keyId: string;
  readonly algorithm: string | null;
  readonly nonce: string | null;
};

/** A signature that does not say when and with which key it was made is none for us. */
function readParams(params: ReadonlyMap<string, unknown>): Said | null {
  const [created, expires, keyId] = [params.get("created"), params.get("expires"), params.get("keyid")];
  const [algorithm, nonce] = [params.get("alg"), params.get("nonce")];
  const isWord = (value: unknown): value is string | undefined => value === undefined || typeof value === "string";
  if (!isSecond(created) || (expires !== undefined && !isSecond(expires))) return null;
  if (typeof keyId !== "string" || !isWord(algorithm) || !isWord(nonce)) return null;
  return {
    created: created * 1000,
    expires: expires === undefined ? null : expires * 1000,
    keyId,
    algorithm: algorithm ?? null,
    nonce: nonce ?? null,
  };
}
const isSecond = (value: unknown): value is number => Number.isSafeInteger(value);
