import { constants, createPrivateKey, type KeyObject, privateEncrypt, X509Certificate } from "node:crypto";

/** A key of the stand-in with its certificates; DER. */
export type HeldKey = { readonly key: Uint8Array; readonly chain: readonly Uint8Array[]; readonly pin: string | null };

export type HeldCredential = {
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
  readonly pin: string | null;
  readonly lengthBits: number;
  /** Wrong PINs in a row; at `PINS_WRONG_MOST` the credential is locked, as tokens are. */
  wrongPins: number;
};
export const PINS_WRONG_MOST = 5;

export function heldCredential({ key, chain, pin }: HeldKey): HeldCredential {
  const privateKey = createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" });
  // Node signs a digest as it is with RSA keys only.
  if (privateKey.asymmetricKeyType !== "rsa") throw new Error("the stand-in holds RSA keys");
  return { privateKey, chain, pin, lengthBits: privateKey.asymmetricKeyDetails?.modulusLength ?? 2048, wrongPins: 0 };
}

const SHA256_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** Signs a digest as it came, without hashing it once more. */
export const signDigest = (held: HeldCredential, digest: Uint8Array): Buffer =>
  privateEncrypt({ key: held.privateKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_INFO, digest]));

export function certificateInfo(chain: readonly Uint8Array[]): object {
  const own = new X509Certificate(chain[0] ?? new Uint8Array());
  const date = (value: string): string => new Date(value).toISOString().replace(/[-:T]/g, "").slice(0, 14);
  return {
    status: "valid",
    certificates: chain.map((one) => Buffer.from(one).toString("base64")),
    issuerDN: own.issuer,
    serialNumber: own.serialNumber,
    subjectDN: own.subject,
    validFrom: `${date(own.validFrom)}Z`,
    validTo: `${date(own.validTo)}Z`,
  };
}
