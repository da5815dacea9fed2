import { X509Certificate } from "node:crypto";
import { CKA, CKK, CKM, CKO, type Cryptoki, type Handle } from "./cryptoki.ts";
import { type TokenKeyName, TokenTrouble } from "./port.ts";

/** The DigestInfo of RSASSA-PKCS1-v1_5 with SHA-256 before the digest (RFC 8017, 9.2): the token pads, it does not hash. */
const SHA256_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");
const CHAIN_MOST = 8;

export type HeldKey = {
  readonly algorithm: "rsa-sha256" | "ecdsa-sha256";
  readonly chain: readonly Buffer[];
  sign(digest: Uint8Array): Buffer;
};

/** Finds the certificate of that label, and the private key of the same id. @throws TokenTrouble */
export function openKey(cryptoki: Cryptoki, name: TokenKeyName): HeldKey {
  const session = cryptoki.enter(slotOf(cryptoki, name.token), name.pin);
  const [certificate] = cryptoki.find(session, [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.label, value: Buffer.from(name.label, "utf8") },
  ]);
  if (certificate === undefined) throw new TokenTrouble(`the token has no certificate labelled ${name.label}`);
  const [key] = cryptoki.find(session, [
    { type: CKA.class, value: CKO.privateKey },
    { type: CKA.id, value: cryptoki.attribute(session, certificate, CKA.id) },
  ]);
  if (key === undefined) throw new TokenTrouble(`the token has no private key for the certificate ${name.label}`);
  const keyType = cryptoki.attribute(session, key, CKA.keyType).readUInt32LE();
  if (keyType !== CKK.rsa && keyType !== CKK.ec) throw new TokenTrouble("the key is neither RSA nor EC");
  return {
    algorithm: keyType === CKK.rsa ? "rsa-sha256" : "ecdsa-sha256",
    chain: chainOf(cryptoki, session, cryptoki.attribute(session, certificate, CKA.value)),
    sign: (digest) =>
      keyType === CKK.rsa
        ? cryptoki.sign(session, key, CKM.rsaPkcs, Buffer.concat([SHA256_INFO, digest]))
        : cryptoki.sign(session, key, CKM.ecdsa, digest),
  };
}

function slotOf(cryptoki: Cryptoki, label: string | null): Handle {
  const tokens = cryptoki.tokens();
  // Modules also show slots whose token was never set up; it has no label.
  const fitting = tokens.filter((token) => (label === null ? token.label !== "" : token.label === label));
  const [only, another] = fitting;
  if (only && !another) return only.slot;
  const there = tokens.map((token) => token.label).join(", ") || "none";
  throw new TokenTrouble(`${fitting.length} tokens fit ${label ?? "(no label set)"}; there are: ${there}`);
}

/** The key's certificate and those of its issuers that the token holds as well. */
function chainOf(cryptoki: Cryptoki, session: Handle, own: Buffer): Buffer[] {
  const others = cryptoki
    .find(session, [{ type: CKA.class, value: CKO.certificate }])
    .flatMap((object) => readable(cryptoki.attribute(session, object, CKA.value)));
  const chain = [own];
  let link: X509Certificate | undefined = new X509Certificate(own);
  while (link && chain.length < CHAIN_MOST && !link.checkIssued(link)) {
    const above: { der: Buffer; x509: X509Certificate } | undefined = others.find(
      ({ x509 }) => link?.checkIssued(x509) && link.verify(x509.publicKey),
    );
    if (above) chain.push(above.der);
    link = above?.x509;
  }
  return chain;
}

function readable(der: Buffer): { der: Buffer; x509: X509Certificate }[] {
  try {
    return [{ der, x509: new X509Certificate(der) }];
  } catch {
    return [];
  }
}
