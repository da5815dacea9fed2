import { generateKeyPairSync, randomBytes } from "node:crypto";

/** A key as JSON (RFC 7517), with the name that tokens call it by. */
export type StandInKey = JsonWebKey & { readonly kid: string };

/** A signing key; kept by the caller, tokens signed before a restart stay valid after it. */
export function newStandInKey(): StandInKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomBytes(8).toString("hex"), use: "sig", alg: "RS256" };
}
