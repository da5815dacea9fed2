import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from "node:crypto";
import {
  bits,
  context,
  der,
  membersOf,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  smallInteger,
  TAG,
  time,
  utf8,
} from "../../src/modules/documents/der.ts";

/** Certificates as tests want them: ended, with addresses for revocation, for time stamps, of small keys. */
export type TestCertificate = {
  readonly certificate: Buffer;
  /** PKCS#8, DER. */
  readonly key: Buffer;
  readonly privateKey: KeyObject;
};

const DAY_MS = 86_400_000;
const extension = (type: string, critical: boolean, value: Uint8Array): Buffer =>
  sequence(oid(type), ...(critical ? [der(TAG.boolean, Buffer.from([0xff]))] : []), octets(value));
const uri = (value: string): Buffer => der(0x86, Buffer.from(value, "latin1"));

export function testCertificate(options: {
  readonly name: string;
  readonly issuer?: TestCertificate;
  readonly kind?: "rsa" | "ec";
  readonly rsaBits?: number;
  readonly authority?: boolean;
  /** What it is for, `1.3.6.1.5.5.7.3.8` time stamps, `…3.9` OCSP. */
  readonly usage?: { readonly oid: string; readonly critical: boolean };
  readonly from?: number;
  readonly until?: number;
  readonly ocsp?: string;
  readonly crl?: string;
}): TestCertificate {
  const { name, issuer, kind = "ec", authority = false, usage } = options;
  const { privateKey, publicKey } =
    kind === "rsa"
      ? generateKeyPairSync("rsa", { modulusLength: options.rsaBits ?? 2048 })
      : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signing = issuer?.privateKey ?? privateKey;
  const algorithm =
    signing.asymmetricKeyType === "rsa"
      ? sequence(oid("1.2.840.113549.1.1.11"), nothing())
      : sequence(oid("1.2.840.10045.4.3.2"));
  const subject = sequence(setOf(sequence(oid("2.5.4.3"), utf8(name))));
  const from = options.from ?? Date.now() - DAY_MS;
  const until = options.until ?? Date.now() + 3_650 * DAY_MS;
  const yes = der(TAG.boolean, Buffer.from([0xff]));
  const body = sequence(
    context(0, smallInteger(2)),
    der(TAG.integer, Buffer.concat([Buffer.from([0x41]), randomBytes(12)])),
    algorithm,
    issuer ? (membersOf(membersOf(issuer.certificate)[0] as Uint8Array)[5] as Uint8Array) : subject,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ format: "der", type: "spki" }),
    context(
      3,
      sequence(
        extension("2.5.29.19", true, authority ? sequence(yes) : sequence()),
        extension("2.5.29.15", true, authority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6)),
        ...(usage ? [extension("2.5.29.37", usage.critical, sequence(oid(usage.oid)))] : []),
        ...(options.ocsp
          ? [extension("1.3.6.1.5.5.7.1.1", false, sequence(sequence(oid("1.3.6.1.5.5.7.48.1"), uri(options.ocsp))))]
          : []),
        ...(options.crl
          ? [extension("2.5.29.31", false, sequence(sequence(context(0, context(0, uri(options.crl))))))]
          : []),
      ),
    ),
  );
  const certificate = sequence(body, algorithm, bits(sign("sha256", body, signing)));
  return { certificate, key: privateKey.export({ format: "der", type: "pkcs8" }), privateKey };
}

export const pemOf = (certificate: Uint8Array): string => new X509Certificate(certificate).toString();
export const keyPemOf = (key: Uint8Array): string =>
  createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" }).export({
    format: "pem",
    type: "pkcs8",
  }) as string;
