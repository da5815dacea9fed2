import type { X509Certificate } from "node:crypto";
import { fromBER } from "asn1js";
import { AlgorithmIdentifier } from "pkijs";
import { membersOf, TAG } from "../der.ts";
import { verifyBytes } from "./algorithms.ts";
import type { Said } from "./revocation.ts";

/** Extensions of a list that change what it means: a list of changes only, or for some certificates only. */
const DELTA = Buffer.from("0603551d1b", "hex");
const ISSUING_POINT = Buffer.from("0603551d1c", "hex");

/**
 * What a revocation list (RFC 5280, 5) says of the certificate; null where it is another issuer's or not to be believed.
 * Read value by value: lists of a national authority have a hundred thousand entries.
 */
export function crlSays(der: Uint8Array, certificate: X509Certificate, issuer: X509Certificate): Said | null {
  try {
    const [body, algorithm, signature] = membersOf(der);
    if (!body || !algorithm || !signature) return null;
    const { keyAlgorithm, bits } = {
      keyAlgorithm: new AlgorithmIdentifier({ schema: fromBER(new Uint8Array(algorithm).buffer).result }),
      bits: contentOf(signature).subarray(1),
    };
    const list = partsOf(body);
    if (!list || !Buffer.from(list.issuer).equals(Buffer.from(subjectOf(issuer))) || isPartial(list.extensions))
      return null;
    if (!verifyBytes(body, bits, issuer.publicKey, keyAlgorithm, null)?.holds) return null;
    const serial = Buffer.from(serialOf(certificate));
    const entry = list.revoked.find((one) => serial.equals(Buffer.from(membersOf(one)[0] ?? [])));
    const revokedAt = entry ? timeOf(membersOf(entry)[1]) : null;
    return { state: entry ? "revoked" : "good", revokedAt, from: list.from, until: list.until };
  } catch {
    return null;
  }
}

function partsOf(body: Uint8Array) {
  const members = membersOf(body);
  if (members[0]?.[0] === TAG.integer) members.shift();
  const [, issuer, thisUpdate, ...rest] = members;
  const from = timeOf(thisUpdate);
  if (!issuer || from === null) return null;
  const until = timeOf(rest[0]);
  if (until !== null) rest.shift();
  const revoked = rest[0]?.[0] === TAG.sequence ? membersOf(rest[0]) : [];
  return { issuer, from, until, revoked, extensions: rest.find((part) => part[0] === 0xa0) ?? null };
}

function isPartial(extensions: Uint8Array | null): boolean {
  const bytes = Buffer.from(extensions ?? []);
  if (bytes.includes(DELTA)) return true;
  const at = bytes.indexOf(ISSUING_POINT);
  // Besides the name of the point (`[0]`), anything in it narrows the list.
  return at >= 0 && narrows(bytes.subarray(at + ISSUING_POINT.length));
}

/** The value after the name: perhaps TRUE, then the octets that hold the sequence. */
function narrows(after: Buffer): boolean {
  const octets = after[0] === TAG.boolean ? after.subarray(3) : after;
  const [point = new Uint8Array()] = membersOf(octets.subarray(0, 2 + (octets[1] ?? 0)));
  return membersOf(point).some((part) => part[0] !== 0xa0);
}

function timeOf(value: Uint8Array | undefined): number | null {
  if (!value || (value[0] !== TAG.utcTime && value[0] !== TAG.generalizedTime)) return null;
  const written = Buffer.from(contentOf(value)).toString("latin1");
  const full = value[0] === TAG.utcTime ? `${Number(written.slice(0, 2)) < 50 ? "20" : "19"}${written}` : written;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

const contentOf = (value: Uint8Array): Uint8Array => {
  const first = value[1] ?? 0;
  return value.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
};
const tbsOf = (certificate: X509Certificate): Uint8Array[] => {
  const members = membersOf(membersOf(certificate.raw)[0] ?? new Uint8Array());
  return members[0]?.[0] === 0xa0 ? members.slice(1) : members;
};
const serialOf = (certificate: X509Certificate): Uint8Array => tbsOf(certificate)[0] ?? new Uint8Array();
const subjectOf = (certificate: X509Certificate): Uint8Array => tbsOf(certificate)[4] ?? new Uint8Array();
