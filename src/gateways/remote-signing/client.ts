import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { asDerPair } from "../../kernel/ecdsa-pair.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { CredentialAccess, RemoteCredential, RemoteSigning, RemoteSigningFailure } from "./port.ts";
import { authorizedShape, type Credential, credentialShape, infoShape, listShape, signedShape } from "./shapes.ts";
import { createSpeaker, type Resilience } from "./speaker.ts";

/** RSASSA-PKCS1-v1_5 with SHA-256, plain RSA; ECDSA with SHA-256; as services name them (RFC 5758, RFC 8017). */
const RSA = new Set(["1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"]);
const ECDSA = new Set(["1.2.840.10045.2.1", "1.2.840.10045.4.3.2"]);
const SIGN_ALGORITHM = { "rsa-sha256": "1.2.840.113549.1.1.11", "ecdsa-sha256": "1.2.840.10045.4.3.2" } as const;
const SHA256 = "2.16.840.1.101.3.4.2.1";

export type RemoteSigningOptions = {
  /** The base address, `https://…/csc/v2`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => number;
  readonly resilience?: Partial<Resilience>;
};

type Answer<T> = Promise<Result<T, RemoteSigningFailure>>;

/**
 * A remote signing service by the Cloud Signature Consortium's API v2: our account comes in by OAuth 2 client
 * credentials, each pile of digests is authorised by itself (SAD), and the digests alone leave the house. Credentials
 * that want a person's browser for each signature (`oauth2code`) are refused: nobody sits there when a paper is made.
 */
export function createRemoteSigning(options: RemoteSigningOptions): RemoteSigning {
  const speaker = createSpeaker(options);
  const call = <S extends z.ZodType>(path: string, shape: S, body: object): Answer<z.infer<S>> =>
    speaker.call(path, shape, body);

  return {
    info: async () => {
      const told = await call("info", infoShape, {});
      return told.ok ? ok({ name: told.value.name, specs: told.value.specs }) : told;
    },
    list: async () => {
      const told = await call("credentials/list", listShape, { onlyValid: true });
      return told.ok ? ok(told.value.credentialIDs) : told;
    },
    open: async (access) => {
      const told = await call("credentials/info", credentialShape, {
        credentialID: access.credential,
        certificates: "chain",
        certInfo: true,
        authInfo: true,
      });
      if (!told.ok) return told;
      const unusable = whyUnusable(told.value, access);
      if (unusable) return fail({ kind: "refused", cause: unusable });
      return ok(credentialOf(told.value, access, call));
    },
  };
}

function whyUnusable({ key, cert, auth }: Credential, access: CredentialAccess): string | null {
  if (key.status !== "enabled") return "the credential's key is not enabled";
  if (cert.status !== undefined && cert.status !== "valid") return `the credential's certificate is ${cert.status}`;
  if (!algorithmOf(key.algo)) return "the credential signs with no algorithm we use";
  if (auth.mode !== "implicit" && auth.mode !== "explicit") return `credentials of mode ${auth.mode} need a person`;
  if (auth.mode === "explicit" && access.pin === null) return "the credential asks for a PIN and none is set";
  if (auth.objects?.some(({ type }) => type !== "Password")) return "the credential asks for more than a PIN";
  return null;
}

const algorithmOf = (algorithms: readonly string[]): RemoteCredential["algorithm"] | null =>
  algorithms.some((one) => RSA.has(one))
    ? "rsa-sha256"
    : algorithms.some((one) => ECDSA.has(one))
      ? "ecdsa-sha256"
      : null;

function credentialOf(
  told: Credential,
  access: CredentialAccess,
  call: <S extends z.ZodType>(path: string, shape: S, body: object) => Answer<z.infer<S>>,
): RemoteCredential {
  const algorithm = algorithmOf(told.key.algo) ?? "rsa-sha256";
  let wrongPin: Result<never, RemoteSigningFailure> | null = null;
  const authData = access.pin === null ? undefined : [{ id: told.auth.objects?.[0]?.id ?? "PIN", value: access.pin }];
  return {
    algorithm,
    certificateChain: told.cert.certificates.map((one) => Buffer.from(one, "base64")),
    signaturesMost: told.multisign,
    async signDigests(digests) {
      if (wrongPin) return wrongPin;
      const hashes = digests.map((digest) => Buffer.from(digest).toString("base64"));
      // The service's own log can tell by this that a repeated call was the same one.
      const clientData = randomUUID();
      const about = { credentialID: access.credential, hashes, hashAlgorithmOID: SHA256, clientData };
      const authorized = await call("credentials/authorize", authorizedShape, {
        ...about,
        numSignatures: hashes.length,
        ...(authData ? { authData } : {}),
      });
      if (!authorized.ok) {
        // Services lock a credential after a few wrong PINs: ours is tried once in the life of this program.
        if (authorized.failure.kind === "refused" && authorized.failure.cause.includes("invalid_pin"))
          wrongPin = authorized;
        return authorized;
      }
      const signed = await call("signatures/signHash", signedShape, {
        ...about,
        SAD: authorized.value.SAD,
        signAlgo: SIGN_ALGORITHM[algorithm],
      });
      if (!signed.ok) return signed;
      if (signed.value.signatures.length !== hashes.length)
        return fail({ kind: "malformed", cause: "another number of signatures than of digests" });
      const signatures = signed.value.signatures.map((one) => Buffer.from(one, "base64"));
      return ok(algorithm === "ecdsa-sha256" ? signatures.map(asDerPair) : signatures);
    },
  };
}
