import { createPrivateKey, createPublicKey, sign as signBytes, X509Certificate } from "node:crypto";
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from "pkijs";
import type { Signer } from "./signer.ts";

/** A buffer of its own: the library reads a view's whole buffer. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Bag types of RFC 7292. */
const KEY_BAG = "1.2.840.113549.1.12.10.1.1";
const SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const CERT_BAG = "1.2.840.113549.1.12.10.1.3";
const ENCRYPTED_DATA = "1.2.840.113549.1.7.6";

/** A private key in PKCS#8 and the certificates that go with it, its own first; all DER. */
export type KeyAndChain = { readonly key: Uint8Array; readonly chain: readonly Uint8Array[] };

/**
 * Opens a PKCS#12 file protected as OpenSSL 3 and we ourselves write it (PBES2, AES, HMAC-SHA-2).
 * @throws with a sentence for the administrator when the password is wrong or the protection an older one.
 */
export async function openPkcs12(file: Uint8Array, password: string): Promise<KeyAndChain> {
  const secret = exactBuffer(Buffer.from(password, "utf8"));
  try {
    const pfx = PFX.fromBER(exactBuffer(file));
    await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
    const safe = pfx.parsedValue?.authenticatedSafe;
    if (!safe) throw new Error("no authenticated safe");
    await safe.parseInternalValues({
      safeContents: safe.safeContents.map((content) =>
        content.contentType === ENCRYPTED_DATA ? { password: secret } : {},
      ),
    });
    const bags = (safe.parsedValue.safeContents as { value: SafeContents }[]).flatMap(
      (content) => content.value.safeBags,
    );
    return await keyAndChain(bags, secret);
  } catch (cause) {
    throw new Error(
      "the PKCS#12 file does not open: the password is wrong, or it is protected the old way " +
        "(then: openssl pkcs12 -legacy -in old.p12 -out all.pem -nodes; openssl pkcs12 -export -in all.pem -out new.p12)",
      { cause },
    );
  }
}

async function keyAndChain(bags: readonly SafeBag[], password: ArrayBuffer): Promise<KeyAndChain> {
  let key: Uint8Array | null = null;
  const certificates: Uint8Array[] = [];
  for (const bag of bags) {
    const value: unknown = bag.bagValue;
    if (bag.bagId === SHROUDED_KEY_BAG && value instanceof PKCS8ShroudedKeyBag) {
      await (
        value as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }
      ).parseInternalValues({ password });
      if (value.parsedValue) key = new Uint8Array(value.parsedValue.toSchema().toBER());
    } else if (bag.bagId === KEY_BAG && value instanceof PrivateKeyInfo) {
      key = new Uint8Array(value.toSchema().toBER());
    } else if (bag.bagId === CERT_BAG && value instanceof CertBag && value.parsedValue instanceof Certificate) {
      certificates.push(new Uint8Array(value.parsedValue.toSchema().toBER()));
    }
  }
  if (!key) throw new Error("no private key inside");
  return { key, chain: inChain(key, certificates) };
}

/** Puts the certificates in order: the key's own, its issuer, and so on; strangers are left out. */
function inChain(key: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array[] {
  const publicKey = createPublicKey(createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" }));
  const spki = publicKey.export({ format: "der", type: "spki" });
  const all = certificates.map((der) => ({ der, x509: new X509Certificate(der) }));
  const chain: Uint8Array[] = [];
  let link = all.find(({ x509 }) => x509.publicKey.export({ format: "der", type: "spki" }).equals(spki));
  while (link && chain.length < 8) {
    const { der, x509 } = link;
    chain.push(der);
    link = x509.checkIssued(x509) ? undefined : all.find((other) => x509.checkIssued(other.x509));
  }
  if (chain.length === 0) throw new Error("no certificate for the private key inside");
  return chain;
}

/** Writes a PKCS#12 file that OpenSSL 3, Windows and token tools read: AES-256, PBKDF2 with SHA-256. */
export async function makePkcs12(content: KeyAndChain, password: string): Promise<Uint8Array> {
  const secret = exactBuffer(Buffer.from(password, "utf8"));
  const protection = {
    password: secret,
    contentEncryptionAlgorithm: { name: "AES-CBC", length: 256 },
    hmacHashAlgorithm: "SHA-256",
    // The password is 256 random bits: many rounds would guard nothing more.
    iterationCount: 2048,
  };
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(exactBuffer(content.key)) });
  await (shrouded as unknown as { makeInternalValues(p: typeof protection): Promise<void> }).makeInternalValues(
    protection,
  );
  const certificates = content.chain.map(
    (der) =>
      new SafeBag({ bagId: CERT_BAG, bagValue: new CertBag({ parsedValue: Certificate.fromBER(exactBuffer(der)) }) }),
  );
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new SafeContents({ safeBags: [new SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: shrouded })] }),
        },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, protection] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await pfx.makeInternalValues({
    password: secret,
    iterations: 2048,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

/** A signer whose key lies in memory. RSA of 2048 bits or more, or an elliptic curve. */
export function signerFrom(content: KeyAndChain): Signer {
  const key = createPrivateKey({ key: Buffer.from(content.key), format: "der", type: "pkcs8" });
  const [own] = content.chain;
  if (!own) throw new Error("a key without a certificate");
  const kind = key.asymmetricKeyType;
  if (kind !== "rsa" && kind !== "ec") throw new Error(`keys of kind ${kind} do not sign papers`);
  if (kind === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("an RSA key below 2048 bits");
  return {
    label: commonName(own),
    algorithm: kind === "rsa" ? "rsa-sha256" : "ecdsa-sha256",
    certificateChain: content.chain,
    sign: async (bytes) => signBytes("sha256", bytes, key),
  };
}

/** CN of the certificate's subject. */
export const commonName = (certificate: Uint8Array): string =>
  Certificate.fromBER(exactBuffer(certificate)).subject.typesAndValues.find((part) => part.type === "2.5.4.3")?.value
    .valueBlock.value ?? "";
