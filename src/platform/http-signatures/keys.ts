import { createHash, createPrivateKey, createPublicKey, type KeyObject, type webcrypto } from "node:crypto";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import type { Algorithm } from "./algorithms.ts";

export type SigningKey = { readonly id: string; readonly algorithm: Algorithm; readonly key: KeyObject };
export type VerifyingKey = { readonly algorithm: Algorithm; readonly key: KeyObject };

/** The members that make a key what it is, by its kind (RFC 7638, RFC 8037). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  RSA: ["e", "kty", "n"],
  EC: ["crv", "kty", "x", "y"],
  OKP: ["crv", "kty", "x"],
  oct: ["k", "kty"],
};

/** The thumbprint of a key, Base64url of SHA-256: the same key bears the same name everywhere. */
export function thumbprint(jwk: webcrypto.JsonWebKey): string {
  const members = REQUIRED[String(jwk.kty)];
  if (!members) throw new Error("a key of an unknown kind");
  const bare = Object.fromEntries(members.map((name) => [name, jwk[name as keyof webcrypto.JsonWebKey] as Json]));
  return createHash("sha256").update(canonicalJson(bare)).digest("base64url");
}

export const publicJwk = (key: KeyObject): webcrypto.JsonWebKey =>
  (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });

/** RFC 8410: an Ed25519 private key is its 32 bytes behind this. */
const ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** An Ed25519 key made of a secret this installation keeps: every process of it makes the same one. */
export function signingKeyOf(secret: string): SigningKey {
  const seed = createHash("sha256").update(`motcua http signatures ${secret}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: "der", type: "pkcs8" });
  return { id: thumbprint(publicJwk(key)), algorithm: "ed25519", key };
}

const ALGORITHM_OF: Readonly<Record<string, Algorithm>> = {
  ed25519: "ed25519",
  rsa: "rsa-pss-sha512",
  "rsa-pss": "rsa-pss-sha512",
};

/** The algorithm we take of a public key of this kind; null where we take none. */
export function algorithmOf(key: KeyObject): Algorithm | null {
  if (key.asymmetricKeyType === "ec")
    return (
      { prime256v1: "ecdsa-p256-sha256" as const, secp384r1: "ecdsa-p384-sha384" as const }[
        key.asymmetricKeyDetails?.namedCurve ?? ""
      ] ?? null
    );
  return ALGORITHM_OF[key.asymmetricKeyType ?? ""] ?? null;
}
