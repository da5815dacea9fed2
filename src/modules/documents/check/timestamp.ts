import { createHash, type X509Certificate } from "node:crypto";
import { Certificate, ContentInfo, ExtKeyUsage, SignedData, TSTInfo } from "pkijs";
import { digestOf, isWeakDigest } from "./algorithms.ts";
import { type CmsSignature, readCms } from "./cms-reader.ts";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

/** A time-stamp token (RFC 3161) that is over these bytes, by a certificate made for time stamps and nothing else. */
export type Stamp = { readonly at: number; readonly signature: CmsSignature };

/** Null where the token is over something else, altered, or by a certificate that is not for time stamps. */
export function readStamp(token: Uint8Array, stamped: readonly Uint8Array[]): Stamp | null {
  const read = readCms(token, null);
  if (read.kind !== "holds" || read.signature.weak) return null;
  try {
    const inside = new SignedData({ schema: ContentInfo.fromBER(exact(token)).content }).encapContentInfo;
    if (inside.eContentType !== "1.2.840.113549.1.9.16.1.4" || !inside.eContent) return null;
    const info = TSTInfo.fromBER(inside.eContent.getValue());
    const digest = digestOf(info.messageImprint.hashAlgorithm.algorithmId);
    if (!digest || isWeakDigest(digest) || !isForTimestamps(read.signature.certificate)) return null;
    const expected = stamped.reduce((hash, part) => hash.update(part), createHash(digest)).digest();
    if (!Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(expected)) return null;
    return { at: info.genTime.getTime(), signature: read.signature };
  } catch {
    return null;
  }
}

/** The extended key usage is there, critical, and names time stamping only (RFC 3161, 2.3). */
function isForTimestamps(certificate: X509Certificate): boolean {
  const usage = Certificate.fromBER(exact(certificate.raw)).extensions?.find(({ extnID }) => extnID === "2.5.29.37");
  if (!usage?.critical || !(usage.parsedValue instanceof ExtKeyUsage)) return false;
  return usage.parsedValue.keyPurposes.length === 1 && usage.parsedValue.keyPurposes[0] === TIME_STAMPING;
}

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
