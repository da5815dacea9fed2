/** A key on a token or in an HSM (PKCS#11), by the labels its module shows. */
export type TokenKeyName = {
  /** Label of the token, as `pkcs11-tool --list-slots` shows it; null where the module has one token only. */
  readonly token: string | null;
  /** Label (CKA_LABEL) of the key's certificate. */
  readonly label: string;
  readonly pin: string;
};

export type TokenKey = {
  readonly algorithm: "rsa-sha256" | "ecdsa-sha256";
  /** DER, its own certificate first; the others are those the token holds. */
  readonly certificateChain: readonly Uint8Array[];
  /** Signs a SHA-256 digest. @throws TokenTrouble */
  signDigest(digest: Uint8Array): Promise<Uint8Array>;
};

export type Token = {
  /** @throws TokenTrouble when the module, the token or the key is not there, or the PIN is wrong. */
  open(name: TokenKeyName): Promise<TokenKey>;
  close(): void;
};

/** A token that does not do what was asked, with what PKCS#11 said: `CKR_PIN_INCORRECT`. */
export class TokenTrouble extends Error {
  /** Trying again may help: the process of the module ended, or did not answer in time. */
  readonly passing: boolean;
  constructor(message: string, passing = false) {
    super(message);
    this.name = "TokenTrouble";
    this.passing = passing;
  }
}
