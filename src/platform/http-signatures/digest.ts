import { createHash, timingSafeEqual } from "node:crypto";
import { parseDictionary, serializeDictionary } from "structured-headers";

/** Content-Digest (RFC 9530): what the body was when it was signed. */

const HASHES: Readonly<Record<string, string>> = { "sha-256": "sha256", "sha-512": "sha512" };

export function contentDigest(body: Uint8Array, algorithm: "sha-256" | "sha-512" = "sha-256"): string {
  const hash = createHash(HASHES[algorithm] ?? "")
    .update(body)
    .digest();
  return serializeDictionary(new Map([[algorithm, [new Uint8Array(hash).buffer, new Map()]]]));
}

/** Whether every digest of a known algorithm agrees with the body, and at least one is there. Old algorithms prove nothing. */
export function digestHolds(field: string | null, body: Uint8Array): boolean {
  if (field === null) return false;
  try {
    const known = [...parseDictionary(field)].filter(([name]) => HASHES[name] !== undefined);
    return (
      known.length > 0 &&
      known.every(([name, [value]]) => value instanceof ArrayBuffer && same(value, HASHES[name] ?? "", body))
    );
  } catch {
    return false;
  }
}

function same(given: ArrayBuffer, hash: string, body: Uint8Array): boolean {
  const expected = createHash(hash).update(body).digest();
  return given.byteLength === expected.length && timingSafeEqual(Buffer.from(given), expected);
}
