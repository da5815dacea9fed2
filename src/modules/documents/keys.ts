import { createHash, verify, X509Certificate } from "node:crypto";
import type { RemoteCredential, RemoteSigningFailure } from "../../gateways/remote-signing/index.ts";
import { type TokenKey, TokenTrouble } from "../../gateways/token/index.ts";
import { commonName } from "./pkcs12.ts";
import type { Signer } from "./signer.ts";
import { SigningTrouble } from "./trouble.ts";

/** Signers whose key lies elsewhere. Each signature is verified by the certificate before it goes into a paper. */

/** A key on a token or in an HSM. */
export const tokenSigner = (key: TokenKey): Signer =>
  signerOver(key, (digest) =>
    key.signDigest(digest).catch((cause: unknown) => {
      throw tokenFailed(cause);
    }),
  );

export const tokenFailed = (cause: unknown): unknown =>
  cause instanceof TokenTrouble
    ? new SigningTrouble({ kind: "signer", passing: cause.passing, cause: cause.message })
    : cause;

export const remoteFailed = (failure: RemoteSigningFailure): SigningTrouble =>
  new SigningTrouble({
    kind: "signer",
    passing: failure.kind === "timeout" || failure.kind === "unavailable",
    cause: "cause" in failure ? failure.cause : failure.kind,
  });

/** Signatures asked for within this time go under one authorisation. */
const GATHERING_MS = 5;

/**
 * A key with a remote service. What is to be signed at about the same time is authorised and signed in one call, as many
 * as the service allows; while a call is under way, the next pile gathers.
 */
export function remoteSigner(credential: RemoteCredential): Signer {
  type Waiting = { readonly digest: Uint8Array; done(signature: Uint8Array): void; failed(cause: unknown): void };
  let waiting: Waiting[] = [];
  let busy = false;

  const flush = async (): Promise<void> => {
    const pile = waiting.slice(0, credential.signaturesMost);
    waiting = waiting.slice(pile.length);
    try {
      const signed = await credential.signDigests(pile.map(({ digest }) => digest));
      if (!signed.ok) throw remoteFailed(signed.failure);
      pile.forEach((one, at) => {
        one.done(signed.value[at] ?? new Uint8Array());
      });
    } catch (cause) {
      for (const one of pile) one.failed(cause);
    }
    if (waiting.length > 0) return flush();
    busy = false;
  };

  return signerOver(
    credential,
    (digest) =>
      new Promise((done, failed) => {
        waiting.push({ digest, done, failed });
        if (busy) return;
        busy = true;
        setTimeout(() => void flush(), GATHERING_MS);
      }),
  );
}

type Key = Pick<TokenKey, "algorithm" | "certificateChain">;

function signerOver(key: Key, signDigest: (digest: Uint8Array) => Promise<Uint8Array>): Signer {
  const [own] = key.certificateChain;
  if (!own) throw new Error("a key without a certificate");
  const { publicKey } = new X509Certificate(own);
  if (publicKey.asymmetricKeyType === "rsa" && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("an RSA key below 2048 bits");
  return {
    label: commonName(own),
    algorithm: key.algorithm,
    certificateChain: key.certificateChain,
    async sign(bytes) {
      const signature = await signDigest(createHash("sha256").update(bytes).digest());
      if (!verify("sha256", bytes, publicKey, signature))
        throw new SigningTrouble({
          kind: "signer",
          passing: false,
          cause: "the signature is not by the key of its certificate",
        });
      return signature;
    },
  };
}
