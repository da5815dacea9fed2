import { constants, createHmac, type KeyObject, sign, timingSafeEqual, verify } from "node:crypto";

/** The algorithms of RFC 9421, 3.3, under their registered names. */
export const algorithms = [
  "ed25519",
  "ecdsa-p256-sha256",
  "ecdsa-p384-sha384",
  "rsa-pss-sha512",
  "rsa-v1_5-sha256",
  "hmac-sha256",
] as const;
export type Algorithm = (typeof algorithms)[number];

type Way = {
  sign(key: KeyObject, base: Buffer): Buffer;
  verify(key: KeyObject, base: Buffer, signature: Buffer): boolean;
};
const way = (hash: string | null, options: object = {}): Way => ({
  sign: (key, base) => sign(hash, base, { key, ...options }),
  verify: (key, base, signature) => verify(hash, base, { key, ...options }, signature),
});
const ELLIPTIC = { dsaEncoding: "ieee-p1363" } as const;

const WAYS: Readonly<Record<Algorithm, Way>> = {
  ed25519: way(null),
  "ecdsa-p256-sha256": way("sha256", ELLIPTIC),
  "ecdsa-p384-sha384": way("sha384", ELLIPTIC),
  "rsa-pss-sha512": way("sha512", { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }),
  "rsa-v1_5-sha256": way("sha256", { padding: constants.RSA_PKCS1_PADDING }),
  "hmac-sha256": {
    sign: mac,
    verify(key, base, signature) {
      const expected = mac(key, base);
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    },
  },
};
function mac(key: KeyObject, base: Buffer): Buffer {
  return createHmac("sha256", key).update(base).digest();
}

/** Whether a key may be used for an algorithm at all: an RSA key never verifies as a shared secret, nor a curve as another. */
export function fits(key: KeyObject, algorithm: Algorithm): boolean {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  switch (algorithm) {
    case "ed25519":
      return key.asymmetricKeyType === "ed25519";
    case "ecdsa-p256-sha256":
      return key.asymmetricKeyType === "ec" && curve === "prime256v1";
    case "ecdsa-p384-sha384":
      return key.asymmetricKeyType === "ec" && curve === "secp384r1";
    case "rsa-pss-sha512":
    case "rsa-v1_5-sha256":
      return (
        ["rsa", "rsa-pss"].includes(key.asymmetricKeyType ?? "") &&
        (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
      );
    case "hmac-sha256":
      return key.type === "secret" && (key.symmetricKeySize ?? 0) >= 32;
  }
}

/** @throws where the key is not for that algorithm */
export function signBytes(algorithm: Algorithm, key: KeyObject, base: string): Buffer {
  if (!fits(key, algorithm)) throw new Error(`the key is not for ${algorithm}`);
  return WAYS[algorithm].sign(key, Buffer.from(base, "latin1"));
}

export const verifyBytes = (algorithm: Algorithm, key: KeyObject, base: string, signature: Buffer): boolean =>
  fits(key, algorithm) && WAYS[algorithm].verify(key, Buffer.from(base, "latin1"), signature);
