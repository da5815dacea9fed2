import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from "node:crypto";
import type { Instant } from "../../kernel/plain-date.ts";
import { bits, context, der, membersOf, octets, oid, sequence, setOf, smallInteger, TAG, time, utf8 } from "./der.ts";
import type { KeyAndChain } from "./pkcs12.ts";

/** Makes the certificates of the demonstration authority: SHA-256, P-256 unless said (RFC 5280). */

export type Subject = { readonly commonName: string; readonly unit?: string; readonly title?: string };
/** What the certificate is for: an authority with so many authorities below it, or signing papers. */
type Purpose = { readonly authoritiesBelow: number } | "signing";
export type Issuer = { readonly content: KeyAndChain; readonly key: KeyObject };

const DAY_MS = 86_400_000;
const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

/** A new key with its certificate, signed by the issuer or, without one, by itself. */
export function makeCertificate(options: {
  subject: Subject;
  purpose: Purpose;
  now: Instant;
  days: number;
  issuer?: Issuer;
  /** RSA where somebody holds the key who cannot sign with another; issuers are P-256. */
  key?: "ec" | "rsa";
}): KeyAndChain {
  const { privateKey, publicKey } =
    options.key === "rsa"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ format: "der", type: "spki" });
  const subject = nameOf(options.subject);
  const issuer = options.issuer ? partsOf(options.issuer.content.chain[0] ?? new Uint8Array()) : { subject, spki };
  const body = sequence(
    context(0, smallInteger(2)),
    der(TAG.integer, serial()),
    ECDSA_SHA256,
    issuer.subject,
    // A day back: clocks of those who check may lag behind ours.
    sequence(time(options.now - DAY_MS), time(options.now + options.days * DAY_MS)),
    subject,
    spki,
    context(3, sequence(...extensions(options.purpose, keyId(spki), keyId(issuer.spki)))),
  );
  const certificate = sequence(body, ECDSA_SHA256, bits(sign("sha256", body, options.issuer?.key ?? privateKey)));
  return {
    key: privateKey.export({ format: "der", type: "pkcs8" }),
    chain: [certificate, ...(options.issuer?.content.chain ?? [])],
  };
}

/** Country, organisation, title, common name, each a step of its own; 64 characters at most (RFC 5280, annex A). */
function nameOf(subject: Subject): Buffer {
  const part = (type: string, value: Buffer): Buffer => setOf(sequence(oid(type), value));
  const cut = (value: string): Buffer => utf8([...value].slice(0, 64).join(""));
  return sequence(
    part("2.5.4.6", der(0x13, Buffer.from("VN"))),
    ...(subject.unit ? [part("2.5.4.10", cut(subject.unit))] : []),
    ...(subject.title ? [part("2.5.4.12", cut(subject.title))] : []),
    part("2.5.4.3", cut(subject.commonName)),
  );
}

function extensions(purpose: Purpose, ownKey: Buffer, issuersKey: Buffer): Buffer[] {
  const yes = der(TAG.boolean, Buffer.from([0xff]));
  const authority = purpose !== "signing";
  return [
    sequence(
      oid("2.5.29.19"),
      yes,
      octets(authority ? sequence(yes, smallInteger(purpose.authoritiesBelow)) : sequence()),
    ),
    // keyCertSign and cRLSign for an authority; digitalSignature and nonRepudiation for a signer (RFC 5280, 4.2.1.3).
    sequence(oid("2.5.29.15"), yes, octets(authority ? bits(Buffer.from([0x06]), 1) : bits(Buffer.from([0xc0]), 6))),
    sequence(oid("2.5.29.14"), octets(octets(ownKey))),
    sequence(oid("2.5.29.35"), octets(sequence(der(0x80, issuersKey)))),
  ];
}

/** SHA-1 of the public key, as RFC 5280 4.2.1.2 names keys; a name, not a protection. */
function keyId(spki: Uint8Array): Buffer {
  const [, key = new Uint8Array()] = membersOf(spki);
  const head = (key[1] ?? 0) < 0x80 ? 3 : 3 + ((key[1] ?? 0) & 0x7f);
  return createHash("sha1").update(key.subarray(head)).digest();
}

/** The issuer's own name and key, byte for byte as its certificate has them. */
function partsOf(certificate: Uint8Array): { subject: Uint8Array; spki: Uint8Array } {
  const [body = new Uint8Array()] = membersOf(certificate);
  const subject = membersOf(body)[5];
  if (!subject) throw new Error("the issuer has no certificate");
  return { subject, spki: new X509Certificate(certificate).publicKey.export({ format: "der", type: "spki" }) };
}

/** Sixteen random bytes, positive and of fixed length. */
function serial(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}
