/**
 * Whoever holds a key and the certificate that names them. The key may lie in a file, a token (PKCS#11) or with a
 * remote service (CSC API): all that is asked of it is to sign a few hundred bytes.
 */
export type Signer = {
  /** The name in the certificate, as it stands in lists: `Trần Văn Bình`. */
  readonly label: string;
  readonly algorithm: "ecdsa-sha256" | "rsa-sha256";
  /** DER, the signer's own certificate first, each followed by its issuer; the root may be left out. */
  readonly certificateChain: readonly Uint8Array[];
  /** Signs the bytes: hashes them with SHA-256, then ECDSA (DER pair) or RSASSA-PKCS1-v1_5. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};
