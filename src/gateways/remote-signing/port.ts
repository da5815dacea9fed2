import type { Result } from "../../kernel/result.ts";

/**
 * Why a remote signing service did not sign. `timeout` and `unavailable`: no usable answer, to be tried later. `refused`:
 * the service said no (wrong PIN, credential unknown or not active); trying again changes nothing. `malformed`: not what
 * was agreed.
 */
export type RemoteSigningFailure =
  | { readonly kind: "timeout" }
  | { readonly kind: "unavailable"; readonly cause: string }
  | { readonly kind: "refused"; readonly cause: string }
  | { readonly kind: "malformed"; readonly cause: string };

/** A key that lies with the service, and what may be asked of it. */
export type RemoteCredential = {
  readonly algorithm: "rsa-sha256" | "ecdsa-sha256";
  /** DER, its own certificate first. */
  readonly certificateChain: readonly Uint8Array[];
  /** How many digests one authorisation may cover; 1 or more. */
  readonly signaturesMost: number;
  /** Signs SHA-256 digests under one authorisation, in their order. Asked again, it signs the same digests anew. */
  signDigests(digests: readonly Uint8Array[]): Promise<Result<readonly Uint8Array[], RemoteSigningFailure>>;
};

/** What the office keeps secret of a credential: the PIN of explicit authorisation, where the service asks for one. */
export type CredentialAccess = { readonly credential: string; readonly pin: string | null };

export type RemoteSigning = {
  /** Name and version of the service. */
  info(): Promise<Result<{ readonly name: string; readonly specs: string }, RemoteSigningFailure>>;
  /** The credentials our account may use. */
  list(): Promise<Result<readonly string[], RemoteSigningFailure>>;
  open(access: CredentialAccess): Promise<Result<RemoteCredential, RemoteSigningFailure>>;
};
