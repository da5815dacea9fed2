import { type Cbor, decodeCbor } from "../../../src/kernel/cbor.ts";
import type { Instant } from "../../../src/kernel/plain-date.ts";

/** What a certificate says, as far as people are shown it. */
export type HealthClaims = {
  readonly issuer: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** Family name first, as written in the certificate; the transliteration where only that is given. */
  readonly name: string;
  /** As written: a year, a year and month, or a day. */
  readonly bornOn: string;
  readonly kind: "vaccination" | "test" | "recovery";
};

/** Claims of the token by number, and the one that holds the certificate. */
const [ISSUER, EXPIRES, ISSUED, HEALTH, CERTIFICATE] = [1, 4, 6, -260, 1];
const KINDS = [
  ["v", "vaccination"],
  ["t", "test"],
  ["r", "recovery"],
] as const;

/** Reads the claims of a token; null where one that must be there is not, or is not of its type. */
export function readHealthClaims(payload: Uint8Array): HealthClaims | null {
  const read = decodeCbor(payload);
  const claims = read.ok ? read.value : null;
  const certificate = at(at(claims, HEALTH), CERTIFICATE);
  const kind = KINDS.find(([key]) => isFilled(at(certificate, key)))?.[1];
  const issuer = at(claims, ISSUER);
  const bornOn = at(certificate, "dob");
  const [issuedAt, expiresAt] = [instantOf(at(claims, ISSUED)), instantOf(at(claims, EXPIRES))];
  const name = nameOf(at(certificate, "nam"));
  if (kind === undefined || typeof issuer !== "string" || typeof bornOn !== "string") return null;
  if (issuedAt === null || expiresAt === null || name === "") return null;
  return { issuer, issuedAt, expiresAt, name, bornOn, kind };
}

const at = (map: Cbor, key: Cbor): Cbor => (map instanceof Map ? map.get(key) : undefined);
const isFilled = (value: Cbor): boolean => Array.isArray(value) && value.length > 0;

/** Beyond the year 2999 nothing is shown; some issuers write seconds as a fraction. */
const SECONDS_MOST = 32_472_144_000;
const instantOf = (seconds: Cbor): Instant | null =>
  typeof seconds === "number" && seconds >= 0 && seconds <= SECONDS_MOST ? Math.floor(seconds) * 1000 : null;

function nameOf(names: Cbor): string {
  const one = (own: string, transliterated: string): string => {
    const [written, plain] = [at(names, own), at(names, transliterated)];
    if (typeof written === "string" && written.trim() !== "") return written.trim();
    return typeof plain === "string" ? plain.replaceAll("<", " ").trim() : "";
  };
  return [one("fn", "fnt"), one("gn", "gnt")].filter((part) => part !== "").join(" ");
}
