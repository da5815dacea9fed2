import { constants, type KeyObject, verify } from "node:crypto";
import { type AlgorithmIdentifier, RSASSAPSSParams } from "pkijs";

/** Digests by object identifier, with Node's names. */
const DIGESTS: Readonly<Record<string, string>> = {
  "1.2.840.113549.2.5": "md5",
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.4": "sha224",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
/** Signature algorithms that name their digest (RFC 8017, RFC 5758). */
const SIGNATURES: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.4": "md5",
  "1.2.840.113549.1.1.5": "sha1",
  "1.2.840.113549.1.1.14": "sha224",
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.1": "sha1",
  "1.2.840.10045.4.3.1": "sha224",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
};
const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const PSS = "1.2.840.113549.1.1.10";
const ED25519 = "1.3.101.112";

/** Node's name of a digest; null for one we do not know. */
export const digestOf = (oid: string): string | null => DIGESTS[oid] ?? null;

/** MD5 and SHA-1 no longer bind a document to its signature. */
export const isWeakDigest = (name: string): boolean => name === "md5" || name === "sha1";
export const isWeakKey = (key: KeyObject): boolean =>
  key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048;

/** Whether the signature over the bytes is by this key; `digest` is what the algorithm hashed with. Null: an algorithm we do not know. */
export function verifyBytes(
  bytes: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
  algorithm: AlgorithmIdentifier,
  digestGiven: string | null,
): { readonly holds: boolean; readonly digest: string } | null {
  const { algorithmId } = algorithm;
  try {
    if (algorithmId === ED25519) return { holds: verify(null, bytes, key, signature), digest: "sha512" };
    if (algorithmId === PSS) {
      const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
      const digest = digestOf(hashAlgorithm.algorithmId);
      if (!digest) return null;
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return { holds: verify(digest, bytes, { key, padding, saltLength }, signature), digest };
    }
    const digest = algorithmId === RSA || algorithmId === EC ? digestGiven : (SIGNATURES[algorithmId] ?? null);
    return digest ? { holds: verify(digest, bytes, key, signature), digest } : null;
  } catch {
    // A key of another kind than the algorithm, or a signature that is no such value.
    return { holds: false, digest: digestGiven ?? "" };
  }
}
