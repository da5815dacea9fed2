import type { X509Certificate } from "node:crypto";
import { BasicOCSPResponse, CRLDistributionPoints, InfoAccess, OCSPResponse } from "pkijs";
import { verifyBytes } from "./algorithms.ts";
import { certificatesIn, issued, isWithin, parsed } from "./chain.ts";
import { crlSays } from "./crl.ts";

/** What is known of a certificate at a moment. `revokedAt`: since when it is not to be trusted, in milliseconds. */
export type CertificateState =
  | { readonly state: "good"; readonly proof: RevocationProof }
  | { readonly state: "revoked"; readonly revokedAt: number }
  | { readonly state: "unknown" };
/** The answer that showed it, to be kept with the signature. */
export type RevocationProof = { readonly kind: "ocsp" | "crl"; readonly der: Uint8Array };

/** OCSP responses and lists that are at hand. */
export type Proofs = { readonly ocsps: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] };
/** Fetches more from where the certificate says; null where nothing came. */
export type FetchProof = {
  ocsp(url: string, certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array | null>;
  crl(url: string): Promise<Uint8Array | null>;
};

const OCSP = "1.3.6.1.5.5.7.48.1";
const BASIC_OCSP = "1.3.6.1.5.5.7.48.1.1";
const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
const ADDRESSES_MOST = 3;
/** A response that does not say how long it holds is taken for this long. */
const UNSAID_MS = 86_400_000;

/** What an answer says of a certificate, and for which time it speaks. */
export type Said = {
  readonly state: "good" | "revoked";
  readonly revokedAt: number | null;
  readonly from: number;
  readonly until: number | null;
};

/**
 * The state of a certificate at a moment, by proofs at hand first, then by asking. Proofs count only where signed by
 * the issuer or by who it named for that, and where they speak for that moment or a later one.
 */
export async function stateAt(
  certificate: X509Certificate,
  issuer: X509Certificate,
  at: number,
  proofs: Proofs,
  more: FetchProof | null,
): Promise<CertificateState> {
  for (const der of proofs.ocsps) {
    const state = await judged(await ocspSays(der, certificate, issuer), at, { kind: "ocsp", der });
    if (state) return state;
  }
  for (const der of proofs.crls) {
    const state = await judged(crlSays(der, certificate, issuer), at, { kind: "crl", der });
    if (state) return state;
  }
  if (!more) return { state: "unknown" };
  const { ocsp, crl } = addressesOf(certificate);
  for (const url of ocsp) {
    const der = await more.ocsp(url, certificate.raw, issuer.raw);
    const state = der && (await judged(await ocspSays(der, certificate, issuer), at, { kind: "ocsp", der }));
    if (state) return state;
  }
  for (const url of crl) {
    const der = await more.crl(url);
    const state = der && judged(crlSays(der, certificate, issuer), at, { kind: "crl", der });
    if (state) return state;
  }
  return { state: "unknown" };
}

/** Null where the answer does not speak for the moment. A certificate revoked later than the moment was good at it. */
function judged(said: Said | null, at: number, proof: RevocationProof): CertificateState | null {
  if (!said) return null;
  if (said.state === "revoked" && said.revokedAt !== null && said.revokedAt <= at)
    return { state: "revoked", revokedAt: said.revokedAt };
  const until = said.until ?? said.from + UNSAID_MS;
  return said.from >= at || until >= at ? { state: "good", proof } : null;
}

/** What an OCSP response (RFC 6960) says of the certificate; null where it is about another, or not to be believed. */
export async function ocspSays(
  der: Uint8Array,
  certificate: X509Certificate,
  issuer: X509Certificate,
): Promise<Said | null> {
  try {
    const outer = OCSPResponse.fromBER(exact(der));
    if (outer.responseStatus.valueBlock.valueDec !== 0 || outer.responseBytes?.responseType !== BASIC_OCSP) return null;
    const basic = BasicOCSPResponse.fromBER(outer.responseBytes.response.getValue());
    const asked = parsed(certificate);
    const its = parsed(issuer);
    for (const single of basic.tbsResponseData.responses) {
      const hashed = await sameCertificate(single.certID, asked, its);
      if (!hashed || !responderIsBelieved(basic, issuer)) continue;
      const status = single.certStatus as {
        idBlock: { tagNumber: number };
        valueBlock: { value?: { toDate?(): Date }[] };
      };
      const tag = status.idBlock.tagNumber;
      // 2: the responder does not know the certificate.
      if (tag > 1) return null;
      return {
        state: tag === 0 ? "good" : "revoked",
        revokedAt: tag === 1 ? (status.valueBlock.value?.[0]?.toDate?.().getTime() ?? 0) : null,
        from: single.thisUpdate.getTime(),
        until: single.nextUpdate?.getTime() ?? null,
      };
    }
    return null;
  } catch {
    return null;
  }
}

type CertId = BasicOCSPResponse["tbsResponseData"]["responses"][number]["certID"];

async function sameCertificate(
  id: CertId,
  certificate: ReturnType<typeof parsed>,
  issuer: ReturnType<typeof parsed>,
): Promise<boolean> {
  const own = new (id.constructor as new () => CertId)();
  const hash = { "1.3.14.3.2.26": "SHA-1", "2.16.840.1.101.3.4.2.1": "SHA-256" }[id.hashAlgorithm.algorithmId];
  if (!hash) return false;
  await own.createForCertificate(certificate, { hashAlgorithm: hash, issuerCertificate: issuer });
  return (
    own.serialNumber.isEqual(id.serialNumber) &&
    own.issuerNameHash.isEqual(id.issuerNameHash) &&
    own.issuerKeyHash.isEqual(id.issuerKeyHash)
  );
}

/** Signed by the issuer itself, or by a certificate that the issuer made for answering (RFC 6960, 4.2.2.2). */
function responderIsBelieved(basic: BasicOCSPResponse, issuer: X509Certificate): boolean {
  const named = certificatesIn((basic.certs ?? []).map((one) => new Uint8Array(one.toSchema().toBER()))).filter(
    (one) => one.keyUsage?.includes(OCSP_SIGNING) && issued(issuer, one) && isWithin(one, producedAt(basic)),
  );
  return [issuer, ...named].some(
    ({ publicKey }) =>
      verifyBytes(
        new Uint8Array(basic.tbsResponseData.tbsView),
        new Uint8Array(basic.signature.valueBlock.valueHexView),
        publicKey,
        basic.signatureAlgorithm,
        null,
      )?.holds === true,
  );
}

const producedAt = (basic: BasicOCSPResponse): number => basic.tbsResponseData.producedAt.getTime();

/** Where a certificate says its revocation can be asked (RFC 5280, 4.2.1.13 and 4.2.2.1); HTTP only. */
export function addressesOf(certificate: X509Certificate): { ocsp: readonly string[]; crl: readonly string[] } {
  const found = { ocsp: [] as string[], crl: [] as string[] };
  const isHttp = (value: unknown): value is string =>
    typeof value === "string" && /^http:\/\/|^https:\/\//i.test(value);
  for (const { parsedValue } of parsed(certificate).extensions ?? []) {
    if (parsedValue instanceof InfoAccess)
      for (const { accessMethod, accessLocation } of parsedValue.accessDescriptions)
        if (accessMethod === OCSP && isHttp(accessLocation.value)) found.ocsp.push(accessLocation.value);
    if (parsedValue instanceof CRLDistributionPoints)
      for (const { distributionPoint } of parsedValue.distributionPoints)
        for (const name of Array.isArray(distributionPoint) ? distributionPoint : [])
          if (isHttp(name.value)) found.crl.push(name.value);
  }
  return { ocsp: found.ocsp.slice(0, ADDRESSES_MOST), crl: found.crl.slice(0, ADDRESSES_MOST) };
}

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
