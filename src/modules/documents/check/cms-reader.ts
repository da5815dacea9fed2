import { createHash, X509Certificate } from "node:crypto";
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs";
import { membersOf } from "../der.ts";
import { digestOf, isWeakDigest, isWeakKey, verifyBytes } from "./algorithms.ts";

/** What a CMS signature (RFC 5652) says, once it is clear that it is by the key of its certificate over these bytes. */
export type CmsSignature = {
  readonly certificate: X509Certificate;
  /** The other certificates it carries. */
  readonly others: readonly X509Certificate[];
  readonly weak: boolean;
  readonly signingTime: number | null;
  /** The signature itself: what a time stamp is over. */
  readonly value: Buffer;
  /** The time-stamp token it carries, DER; null without one. */
  readonly timestamp: Buffer | null;
  /** OCSP responses and revocation lists it carries, DER. */
  readonly ocsps: readonly Buffer[];
  readonly crls: readonly Buffer[];
};
export type CmsVerdict =
  | { readonly kind: "holds"; readonly signature: CmsSignature }
  | { readonly kind: "altered" | "unreadable" };

const ATTRIBUTE = {
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timestampToken: "1.2.840.113549.1.9.16.2.14",
  revocationInfo: "1.2.840.113583.1.1.8",
} as const;
const CERTIFICATES_MOST = 32;
const UNREADABLE = { kind: "unreadable" } as const;
const ALTERED = { kind: "altered" } as const;

/**
 * Reads a signature and verifies it over the content; without content, over what it carries inside.
 * Anything that is no such signature is `unreadable`, never an exception.
 */
export function readCms(cms: Uint8Array, content: readonly Uint8Array[] | null): CmsVerdict {
  try {
    return read(cms, content);
  } catch {
    return UNREADABLE;
  }
}

function read(cms: Uint8Array, content: readonly Uint8Array[] | null): CmsVerdict {
  const signed = new SignedData({ schema: ContentInfo.fromBER(exact(cms)).content });
  const [signer, another] = signed.signerInfos;
  if (!signer || another) return UNREADABLE;
  const all = (signed.certificates ?? [])
    .slice(0, CERTIFICATES_MOST)
    .flatMap((one) => (one instanceof Certificate ? [new X509Certificate(Buffer.from(one.toSchema().toBER()))] : []));
  const certificate = all.find((one) => isOf(signer, one));
  const digest = digestOf(signer.digestAlgorithm.algorithmId);
  if (!certificate || !digest) return UNREADABLE;

  const inside = signed.encapContentInfo.eContent ? [Buffer.from(signed.encapContentInfo.eContent.getValue())] : null;
  const covered = content === null ? inside : coveredBy(content, inside);
  if (!covered) return content === null ? UNREADABLE : ALTERED;
  const attributes = signer.signedAttrs;
  let bytes = Buffer.concat(covered);
  if (attributes) {
    const stated = signedValue(signer, ATTRIBUTE.messageDigest);
    if (!stated?.subarray(2).equals(createHash(digest).update(bytes).digest())) return ALTERED;
    if (!namesCertificate(signer, certificate)) return ALTERED;
    bytes = Buffer.from(attributes.encodedValue);
    bytes[0] = 0x31; // What is signed is the SET OF (RFC 5652, 5.4).
  }
  const value = Buffer.from(signer.signature.getValue());
  const verified = verifyBytes(bytes, value, certificate.publicKey, signer.signatureAlgorithm, digest);
  if (!verified) return UNREADABLE;
  if (!verified.holds) return ALTERED;
  return {
    kind: "holds",
    signature: {
      certificate,
      others: all.filter((one) => one !== certificate),
      weak:
        isWeakDigest(digest) ||
        isWeakDigest(verified.digest) ||
        isWeakKey(certificate.publicKey) ||
        (inside !== null && content !== null),
      signingTime: timeIn(signer),
      value,
      timestamp: unsignedValue(signer, ATTRIBUTE.timestampToken),
      ...revocationIn(signer),
    },
  };
}

/** `adbe.pkcs7.sha1` carries the SHA-1 of the content instead of being over it: then that is what was signed. */
function coveredBy(content: readonly Uint8Array[], inside: readonly Buffer[] | null): readonly Uint8Array[] | null {
  if (!inside) return content;
  const sha1 = content.reduce((hash, part) => hash.update(part), createHash("sha1")).digest();
  return Buffer.concat(inside).equals(sha1) ? inside : null;
}

function isOf(signer: SignerInfo, certificate: X509Certificate): boolean {
  const parsed = Certificate.fromBER(exact(certificate.raw));
  if (signer.sid instanceof IssuerAndSerialNumber)
    return (
      signer.sid.serialNumber.isEqual(parsed.serialNumber) &&
      Buffer.from(signer.sid.issuer.toSchema().toBER()).equals(Buffer.from(parsed.issuer.toSchema().toBER()))
    );
  const [wanted] = signer.sid?.valueBlock?.value ? [signer.sid] : [];
  const identifier = parsed.extensions?.find(({ extnID }) => extnID === "2.5.29.14")?.parsedValue;
  const bytes = (value: unknown): Buffer =>
    Buffer.from(
      (value as { valueBlock?: { valueHexView?: Uint8Array } })?.valueBlock?.valueHexView ?? new Uint8Array(),
    );
  return wanted !== undefined && bytes(identifier).length > 0 && bytes(identifier).equals(bytes(wanted));
}

const attributeOf = (list: SignerInfo["signedAttrs"], type: string) =>
  list?.attributes.find((attribute) => attribute.type === type)?.values[0];
const berOf = (value: { toBER(): ArrayBuffer } | undefined): Buffer | null =>
  value ? Buffer.from(value.toBER()) : null;
const signedValue = (signer: SignerInfo, type: string): Buffer | null => berOf(attributeOf(signer.signedAttrs, type));
const unsignedValue = (signer: SignerInfo, type: string): Buffer | null =>
  berOf(attributeOf(signer.unsignedAttrs, type));

/** Where the signer said which certificate is theirs (RFC 5035), it is this one. */
function namesCertificate(signer: SignerInfo, certificate: X509Certificate): boolean {
  for (const [type, usual] of [
    [ATTRIBUTE.signingCertificateV2, "sha256"],
    [ATTRIBUTE.signingCertificate, "sha1"],
  ] as const) {
    const value = signedValue(signer, type);
    if (!value) continue;
    const [list = new Uint8Array()] = membersOf(value);
    const [first = new Uint8Array()] = membersOf(list);
    const parts = membersOf(first);
    const hash = parts.find((part) => part[0] === 0x04);
    const digest =
      usual === "sha1" ? "sha1" : ({ 20: "sha1", 48: "sha384", 64: "sha512" }[(hash?.length ?? 0) - 2] ?? usual);
    if (!hash || !Buffer.from(hash.subarray(2)).equals(createHash(digest).update(certificate.raw).digest()))
      return false;
  }
  return true;
}

function timeIn(signer: SignerInfo): number | null {
  const found = attributeOf(signer.signedAttrs, ATTRIBUTE.signingTime) as { toDate?: () => Date } | undefined;
  const at = found?.toDate?.().getTime();
  return at === undefined || Number.isNaN(at) ? null : at;
}

/** Adobe's signed attribute: `[0]` revocation lists, `[1]` OCSP responses. */
function revocationIn(signer: SignerInfo): { ocsps: readonly Buffer[]; crls: readonly Buffer[] } {
  const value = signedValue(signer, ATTRIBUTE.revocationInfo);
  const found = { ocsps: [] as Buffer[], crls: [] as Buffer[] };
  for (const tagged of value ? membersOf(value) : []) {
    const list = membersOf(tagged)
      .flatMap((one) => membersOf(one))
      .map((one) => Buffer.from(one));
    if (tagged[0] === 0xa0) found.crls.push(...list);
    if (tagged[0] === 0xa1) found.ocsps.push(...list);
  }
  return found;
}

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
