import { type Cbor, type CborMap, CborTag, decodeCbor, encodeCborList } from "./cbor.ts";
import { fail, ok, type Result } from "./result.ts";

/** A COSE_Sign1 message (RFC 9052, 4.2) taken apart: what was signed, by what method, under which key. */
export type CoseSign1 = {
  /** -7 is ES256, -37 is PS256; null where the message names none. */
  readonly algorithm: number | null;
  readonly keyId: Uint8Array | null;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** The protected header as its bytes stand in the message. */
  readonly protectedBytes: Uint8Array;
};

const SIGN1_TAG = 18;
const CWT_TAG = 61;
const [ALGORITHM, KEY_ID] = [1, 4];
const [ES256, PS256] = [-7, -37];

/** Takes a message apart; with the tag of COSE_Sign1, also inside the tag of a CWT, or without any. */
export function openCoseSign1(bytes: Uint8Array): Result<CoseSign1, "not-cose"> {
  const read = decodeCbor(bytes);
  if (!read.ok) return fail("not-cose");
  const parts = untagged(untagged(read.value, CWT_TAG), SIGN1_TAG);
  if (!Array.isArray(parts) || parts.length !== 4) return fail("not-cose");
  const [protectedBytes, open, payload, signature] = parts as readonly Cbor[];
  if (!(protectedBytes instanceof Uint8Array) || !(open instanceof Map)) return fail("not-cose");
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return fail("not-cose");
  const header = protectedBytes.length === 0 ? ok(new Map() as CborMap) : decodeCbor(protectedBytes);
  if (!header.ok || !(header.value instanceof Map)) return fail("not-cose");
  const algorithm = header.value.get(ALGORITHM) ?? open.get(ALGORITHM);
  // A key named in the protected header wins: only that one is signed.
  const keyId = header.value.get(KEY_ID) ?? open.get(KEY_ID);
  return ok({
    algorithm: typeof algorithm === "number" ? algorithm : null,
    keyId: keyId instanceof Uint8Array ? keyId : null,
    payload,
    signature,
    protectedBytes,
  });
}

const untagged = (value: Cbor, tag: number): Cbor =>
  value instanceof CborTag && value.tag === tag ? value.content : value;

/** Whether the signature can be one at all: a known method, and as many bytes as that method writes. */
export const hasSignatureShape = (message: CoseSign1): boolean =>
  message.algorithm === ES256
    ? message.signature.length === 64
    : message.algorithm === PS256 && message.signature.length >= 256;

/**
 * Checks the signature with a public key (SubjectPublicKeyInfo, DER). Only what the arguments say decides; the
 * arithmetic is the platform's own Web Cryptography, which answers later. `not-a-key` where the bytes hold none of
 * the message's method.
 */
export async function checkCoseSign1(
  message: CoseSign1,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<"right" | "wrong" | "not-a-key"> {
  const method =
    message.algorithm === ES256
      ? { key: { name: "ECDSA", namedCurve: "P-256" }, check: { name: "ECDSA", hash: "SHA-256" } }
      : { key: { name: "RSA-PSS", hash: "SHA-256" }, check: { name: "RSA-PSS", saltLength: 32 } };
  const signed = encodeCborList(["Signature1", message.protectedBytes, new Uint8Array(), message.payload]);
  try {
    const key = await crypto.subtle.importKey("spki", publicKey, method.key, false, ["verify"]);
    return (await crypto.subtle.verify(method.check, key, new Uint8Array(message.signature), signed))
      ? "right"
      : "wrong";
  } catch {
    return "not-a-key";
  }
}
