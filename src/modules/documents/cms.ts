import { createHash } from "node:crypto";
import { context, membersOf, nothing, octets, oid, sequence, setOf, smallInteger } from "./der.ts";
import type { Signer } from "./signer.ts";

/** Object identifiers of RFC 5652, RFC 5035, RFC 5754 and RFC 5758. */
const DATA = oid("1.2.840.113549.1.7.1");
const SIGNED_DATA = oid("1.2.840.113549.1.7.2");
const CONTENT_TYPE = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST = oid("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2 = oid("1.2.840.113549.1.9.16.2.47");
const TIME_STAMP_TOKEN = oid("1.2.840.113549.1.9.16.2.14");
const SHA256 = sequence(oid("2.16.840.1.101.3.4.2.1"));
const SIGNATURE_ALGORITHM = {
  "ecdsa-sha256": sequence(oid("1.2.840.10045.4.3.2")),
  "rsa-sha256": sequence(oid("1.2.840.113549.1.1.11"), nothing()),
} as const satisfies Record<Signer["algorithm"], Buffer>;

/**
 * A detached CMS signature over content whose SHA-256 is given, as PAdES baseline B wants it inside a PDF
 * (ETSI EN 319 142-1, 6.3): content type, digest and the ESS reference to the signing certificate are signed;
 * the signing time is not here, it stands in the PDF's signature dictionary. With `stamp`, the token over the signature
 * goes along unsigned (baseline T).
 * @returns DER
 */
export async function detachedCms(
  signer: Signer,
  contentSha256: Uint8Array,
  stamp: StampBytes | null = null,
): Promise<Buffer> {
  const [own] = signer.certificateChain;
  if (!own) throw new Error("a signer without a certificate");
  const attributes = setOf(
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, octets(contentSha256)),
    attribute(SIGNING_CERTIFICATE_V2, essReference(own)),
  );
  // What is signed is the SET OF, not the implicitly tagged form it travels in (RFC 5652, 5.4).
  const signature = await signer.sign(attributes);
  const travelling = Buffer.from(attributes);
  travelling[0] = 0xa0;

  const signerInfo = sequence(
    smallInteger(1),
    issuerAndSerial(own),
    SHA256,
    travelling,
    SIGNATURE_ALGORITHM[signer.algorithm],
    octets(signature),
    ...(stamp ? [context(1, attribute(TIME_STAMP_TOKEN, await stamp([signature])))] : []),
  );
  const certificates = context(0, ...[...signer.certificateChain].sort(Buffer.compare));
  return sequence(
    SIGNED_DATA,
    context(0, sequence(smallInteger(1), setOf(SHA256), sequence(DATA), certificates, setOf(signerInfo))),
  );
}

/** Gets the token of a time-stamping authority over these bytes, DER. */
export type StampBytes = (over: readonly Uint8Array[]) => Promise<Buffer>;
/** Tokens carry their authority's certificates. */
export const STAMP_BYTES_MOST = 16_384;

/** Room to keep for a signature of this signer, in bytes: its certificates, the attributes, and some to spare. */
export const cmsBytesMost = (signer: Signer, stamped = false): number =>
  signer.certificateChain.reduce((sum, certificate) => sum + certificate.length, 0) +
  1536 +
  (stamped ? STAMP_BYTES_MOST : 0);

const attribute = (type: Buffer, value: Buffer): Buffer => sequence(type, setOf(value));

/** SigningCertificateV2 with one ESSCertIDv2: SHA-256 is its default and left out (RFC 5035, 4). */
const essReference = (own: Uint8Array): Buffer =>
  sequence(sequence(sequence(octets(createHash("sha256").update(own).digest()))));

/** Both copied from the certificate, byte for byte: comparing names otherwise is a science of its own. */
function issuerAndSerial(certificate: Uint8Array): Buffer {
  const [body = new Uint8Array()] = membersOf(certificate);
  const [version, serial, , issuer] = membersOf(body);
  if (version?.[0] !== 0xa0 || !serial || !issuer) throw new Error("not a certificate of version 3");
  return sequence(issuer, serial);
}
