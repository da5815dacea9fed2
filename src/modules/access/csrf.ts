import { randomBytes, timingSafeEqual } from "node:crypto";

/**
 * A token for the forms of a session. The secret is masked with fresh random bytes each time, so that it cannot be
 * guessed byte by byte from the length of compressed pages (BREACH).
 */
export function csrfToken(session: { readonly csrfSecret: string }): string {
  const secret = Buffer.from(session.csrfSecret, "base64url");
  const mask = randomBytes(secret.length);
  return Buffer.concat([mask, xor(secret, mask)]).toString("base64url");
}

/** Whether a posted token belongs to the session; takes the same time whichever byte differs. */
export function checkCsrf(session: { readonly csrfSecret: string }, token: unknown): boolean {
  if (typeof token !== "string") return false;
  const secret = Buffer.from(session.csrfSecret, "base64url");
  const given = Buffer.from(token, "base64url");
  if (given.length !== secret.length * 2) return false;
  return timingSafeEqual(xor(given.subarray(secret.length), given.subarray(0, secret.length)), secret);
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  const mixed = Buffer.alloc(a.length);
  for (let at = 0; at < a.length; at += 1) mixed[at] = (a[at] ?? 0) ^ (b[at] ?? 0);
  return mixed;
}
