import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Transfer } from "./port.ts";
import { TransferShape } from "./transfer-shape.ts";

/**
 * The bank's word that money came in. The signature is HMAC-SHA256 over the seconds of sending, a full stop, and the
 * exact bytes of the body: re-encoding the body, or moving it to another moment, breaks it.
 */
export const TIMESTAMP_HEADER = "x-bank-timestamp";
export const SIGNATURE_HEADER = "x-bank-signature";

/** How far the moment of sending may lie from ours; beyond it the notice may be a recording played again. */
const REPLAY_WINDOW_MS = 5 * 60_000;
const SECRET_LENGTH_MIN = 16;

export type NoticeFailure =
  /** Not from our bank: headers absent, secret or bytes different. */
  | { readonly kind: "bad-signature" }
  /** Signed by our bank, at another time. */
  | { readonly kind: "stale"; readonly ageSeconds: number }
  /** Signed by our bank, and not the message we agreed on. `where` names the member, never its value. */
  | { readonly kind: "malformed"; readonly where: string };

export type NoticeHeaders = { get(name: string): string | null };

/** The headers a bank sends with `body`. `at` is the moment of sending, not of the payment. */
export function signNotice(body: Uint8Array, secret: string, at: Instant): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  return {
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: `sha256=${mac(timestamp, body, secret).toString("hex")}`,
  };
}

/** Answers the transfer a notice tells of, once it is proven to be the bank's, fresh and whole. */
export function verifyNotice(
  rawBody: Uint8Array,
  headers: NoticeHeaders,
  secret: string,
  now: Instant,
): Result<Transfer, NoticeFailure> {
  const timestamp = headers.get(TIMESTAMP_HEADER) ?? "";
  const signature = /^sha256=([0-9a-f]{64})$/.exec(headers.get(SIGNATURE_HEADER) ?? "")?.[1];
  if (!/^\d{1,12}$/.test(timestamp) || signature === undefined) return fail({ kind: "bad-signature" });
  if (!timingSafeEqual(Buffer.from(signature, "hex"), mac(timestamp, rawBody, secret))) {
    return fail({ kind: "bad-signature" });
  }

  const ageMs = now - Number(timestamp) * 1000;
  if (Math.abs(ageMs) > REPLAY_WINDOW_MS) return fail({ kind: "stale", ageSeconds: Math.round(ageMs / 1000) });

  const read = TransferShape.safeParse(jsonOf(rawBody));
  if (read.success) return ok(read.data);
  return fail({ kind: "malformed", where: read.error.issues[0]?.path.join(".") || "body" });
}

function mac(timestamp: string, body: Uint8Array, secret: string): Buffer {
  if (secret.length < SECRET_LENGTH_MIN)
    throw new Error("the secret shared with the bank is too short to prove anything");
  return createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest();
}

/** The JSON in the bytes; undefined, which no shape accepts, when they are not UTF-8 or not JSON. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
