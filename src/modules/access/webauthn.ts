import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

/** The part of WebAuthn that needs the library: asking keys and judging their answers. Loaded when the first key is met. */
const library = () => import("@simplewebauthn/server");

/** For whom keys sign: the origin in the browser's address line and the host keys are bound to. */
export type Site = { readonly origin: string; readonly host: string; readonly name: string };
export const siteOf = (publicUrl: string): Site => {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, host: hostname, name: "Một Cửa" };
};

/** Ed25519, ECDSA on P-256, RSA: what keys on the market sign with (COSE numbers). */
const ALGORITHMS = [-8, -7, -257] as const;

export type KnownKey = {
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
};

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);
const Common = { id: Base64Url, rawId: Base64Url, type: z.literal("public-key") };
const Assertion = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});
const Attestation = z.object({
  ...Common,
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
});

const parsed = <S extends z.ZodType>(schema: S, text: string): z.infer<S> | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** What the browser is asked for a new key, as JSON for the page. Keys that are known already are named. */
export async function enrolmentOptions(
  site: Site,
  of: {
    readonly account: string;
    readonly name: string;
    readonly challenge: Buffer;
    readonly known: readonly KnownKey[];
  },
): Promise<string> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.host,
    userID: new TextEncoder().encode(of.account),
    userName: of.name,
    userDisplayName: of.name,
    challenge: new Uint8Array(of.challenge),
    attestationType: "none",
    supportedAlgorithmIDs: [...ALGORITHMS],
    excludeCredentials: of.known.map((key) => ({ id: key.id })),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
  });
  return JSON.stringify(options);
}

/** What the browser is asked for a signature of one of the known keys, as JSON for the page. */
export async function useOptions(site: Site, challenge: Buffer, known: readonly KnownKey[]): Promise<string> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    challenge: new Uint8Array(challenge),
    allowCredentials: known.map((key) => ({
      id: key.id,
      transports: key.transports as NonNullable<RegistrationResponseJSON["response"]["transports"]>,
    })),
    userVerification: "required",
  });
  return JSON.stringify(options);
}

export type EnrolledKey = KnownKey & { readonly synced: boolean };

/** A new key as the browser answered; null for anything that does not hold. */
export async function readEnrolment(site: Site, challenge: string, answer: string): Promise<EnrolledKey | null> {
  const response = parsed(Attestation, answer);
  if (!response) return null;
  const { verifyRegistrationResponse } = await library();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified || !registrationInfo) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const synced = registrationInfo.credentialDeviceType === "multiDevice";
    return { id, publicKey, counter, transports: response.response.transports ?? [], synced };
  } catch {
    return null;
  }
}

/** Which of the known keys signed the challenge, and its counter now; null where none of them did. */
export async function readUse(
  site: Site,
  challenge: string,
  known: readonly KnownKey[],
  answer: string,
): Promise<{ readonly id: string; readonly counter: number } | null> {
  const response = parsed(Assertion, answer);
  const key = response && known.find(({ id }) => id === response.id);
  if (!key) return null;
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id: key.id, publicKey: key.publicKey, counter: key.counter },
      requireUserVerification: true,
    });
    return verified ? { id: key.id, counter: authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}
