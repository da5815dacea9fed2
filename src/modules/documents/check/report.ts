/**
 * The verdict on one signature or a whole file, the worst last. `expired-since`: the certificate has ended since, and no
 * time stamp shows that the signature is older. `changed-later`: valid, but pages or more were added after it.
 */
export const VERDICTS = [
  "valid",
  "not-signed",
  "expired-since",
  "weak",
  "unknown-issuer",
  "expired",
  "revoked",
  "changed-later",
  "unreadable",
  "altered",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type CheckedSignature = {
  readonly verdict: Verdict;
  /** Name in the certificate; null where it could not be read. Only with a trusted issuer it is more than a claim. */
  readonly signer: string | null;
  readonly organisation: string | null;
  readonly issuer: string | null;
  /** Milliseconds since 1970 UTC; null where nothing says when. */
  readonly signedAt: number | null;
  /** Who says when: a trusted time stamp, or the signer's own clock. */
  readonly timeFrom: "timestamp" | "signer" | null;
  /** `unknown`: nobody could be asked. */
  readonly revocation: "good" | "revoked" | "unknown";
  /** Whether proofs in the file itself showed that the certificates were good: it can be checked long after. */
  readonly keepsProofs: boolean;
  /** Whether it covers the file to its end; false where more signatures or proofs follow. */
  readonly coversAll: boolean;
};

export type SignatureReport = {
  /** The worst of its signatures; `not-signed` where there is none. */
  readonly verdict: Verdict;
  readonly signatures: readonly CheckedSignature[];
};

export const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce<Verdict>((so, next) => (VERDICTS.indexOf(next) > VERDICTS.indexOf(so) ? next : so), "valid");
