import { X509Certificate } from "node:crypto";
import { BasicConstraints, Certificate } from "pkijs";

/** The way from a certificate up to one that is trusted; `trusted` false: it ends at a stranger. */
export type Chain = { readonly links: readonly X509Certificate[]; readonly trusted: boolean };

const LINKS_MOST = 8;
/** Extensions that are looked at here or that limit nothing we ask: usage, constraints, policies, purposes. */
const KNOWN_CRITICAL = new Set(["2.5.29.15", "2.5.29.19", "2.5.29.32", "2.5.29.37"]);

/**
 * Builds the chain through certificates that came along, up to an anchor (RFC 5280, 6.1): each link signed by the next,
 * each issuer an authority of enough length. Validity in time and revocation are asked by the caller.
 */
export function chainOf(
  own: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
): Chain {
  const links = [own];
  for (let link = own; links.length <= LINKS_MOST; ) {
    if (hasStrangeDemands(link)) return { links, trusted: false };
    if (anchors.some((anchor) => anchor.fingerprint256 === link.fingerprint256)) return { links, trusted: true };
    const below = links.length - 1;
    const anchor = anchors.find((one) => issued(one, link, below));
    if (anchor) return { links: [...links, anchor], trusted: true };
    const next = others.find((one) => issued(one, link, below) && !links.includes(one));
    if (!next) return { links, trusted: false };
    links.push(next);
    link = next;
  }
  return { links, trusted: false };
}

/** Whether `issuer` is an authority that may have `below` authorities under it and signed `certificate`. */
export function issued(issuer: X509Certificate, certificate: X509Certificate, below = 0): boolean {
  try {
    if (!issuer.ca || !certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return false;
    const limit = parsed(issuer).extensions?.find(({ extnID }) => extnID === "2.5.29.19")?.parsedValue;
    const length = limit instanceof BasicConstraints ? limit.pathLenConstraint : undefined;
    return typeof length !== "number" || below <= length;
  } catch {
    return false;
  }
}

function hasStrangeDemands(certificate: X509Certificate): boolean {
  try {
    return (
      parsed(certificate).extensions?.some(({ extnID, critical }) => critical && !KNOWN_CRITICAL.has(extnID)) ?? false
    );
  } catch {
    return true;
  }
}

export const isWithin = (certificate: X509Certificate, at: number): boolean =>
  Date.parse(certificate.validFrom) <= at && at <= Date.parse(certificate.validTo);

export const parsed = (certificate: X509Certificate): Certificate =>
  Certificate.fromBER(new Uint8Array(certificate.raw).buffer);

/** Certificates out of DER; what is none is left out. */
export const certificatesIn = (ders: readonly Uint8Array[]): readonly X509Certificate[] =>
  ders.flatMap((der) => {
    try {
      return [new X509Certificate(der)];
    } catch {
      return [];
    }
  });
