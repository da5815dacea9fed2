import type { Result } from "../../kernel/result.ts";

/** Why a certification service gave nothing usable. Asking later may help with the first two, never with the third. */
export type CertificationFailure =
  | { readonly kind: "timeout" }
  | { readonly kind: "unavailable"; readonly cause: string }
  | { readonly kind: "refused"; readonly cause: string };

/** A time-stamping authority (RFC 3161): says that a digest existed at a moment. */
export type TimestampAuthority = {
  /** The token over a SHA-256, DER. Its nonce and imprint were compared; who signed it is for the caller to judge. */
  stamp(sha256: Uint8Array): Promise<Result<Uint8Array, CertificationFailure>>;
};

/** Where certificates say that their revocation can be asked. Answers are handed on as they came: their signatures tell. */
export type RevocationServices = {
  /** The OCSP response (RFC 6960) about a certificate, DER. */
  ocsp(url: string, certificate: Uint8Array, issuer: Uint8Array): Promise<Result<Uint8Array, CertificationFailure>>;
  /** The revocation list (RFC 5280), DER. */
  crl(url: string): Promise<Result<Uint8Array, CertificationFailure>>;
};
