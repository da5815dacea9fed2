import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SmsReport } from "./port.ts";

/**
 * The provider's report about a text: `Sms-Signature: t=<seconds>,v1=<HMAC-SHA256 over "t.body">`. A report moved to
 * another moment, or changed by a byte, proves nothing.
 */
const SIGNATURE_HEADER = "sms-signature";
const FRESH_MS = 5 * 60_000;
const SECRET_LENGTH_MIN = 16;

export type ReportFailure = "forged" | "stale" | "malformed";

const ReportShape = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  reference: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/),
  state: z.enum(["delivered", "undelivered"]),
  at: z.iso.datetime({ offset: true }),
});

/** The header that goes with `body`, sent at a moment. */
export const signReport = (body: Uint8Array, secret: string, at: Instant): Record<string, string> => {
  const seconds = Math.floor(at / 1000);
  return { [SIGNATURE_HEADER]: `t=${seconds},v1=${macOf(body, secret, seconds).toString("hex")}` };
};

/** Answers the report once it is proven to be the provider's, fresh and whole. */
export function verifyReport(
  body: Uint8Array,
  header: string | null,
  secret: string,
  now: Instant,
): Result<SmsReport, ReportFailure> {
  const [, seconds, mac] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "") ?? [];
  if (seconds === undefined || mac === undefined) return fail("forged");
  if (!timingSafeEqual(Buffer.from(mac, "hex"), macOf(body, secret, Number(seconds)))) return fail("forged");
  if (Math.abs(now - Number(seconds) * 1000) > FRESH_MS) return fail("stale");
  const read = ReportShape.safeParse(parsed(body));
  if (!read.success) return fail("malformed");
  const { id, reference: key, state, at } = read.data;
  return ok({ id, key, state, at: Date.parse(at) });
}

function macOf(body: Uint8Array, secret: string, seconds: number): Buffer {
  if (secret.length < SECRET_LENGTH_MIN) throw new Error("the secret of SMS reports is too short to prove anything");
  return createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
