import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { bytesOfBase64 } from "../../kernel/bytes.ts";

/** Signed notes and checkpoints as https://c2sp.org/signed-note and https://c2sp.org/tlog-checkpoint write them. */

const ED25519 = 1;
/** Before the 32 bytes of an Ed25519 key: the wrapping of RFC 8410, PKCS #8 and SubjectPublicKeyInfo. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Whom a checkpoint is checked against. */
export type VerifierKey = {
  readonly name: string;
  /** The name, the key's id and the key in one line: `name+id+base64`. */
  readonly text: string;
  readonly id: Buffer;
  readonly key: KeyObject;
};
/** Who signs checkpoints; the name is the log's origin. */
export type Signer = { readonly verifier: VerifierKey; sign(body: string): Buffer };

/** A key made of a secret of any length: the same secret, the same key. */
export function keyOfSecret(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "motcua transparency log, Ed25519", 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

/** @throws when the key is not an Ed25519 key, or the name has a space or a plus sign */
export function createSigner(name: string, privateKey: KeyObject): Signer {
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("the log's key must be an Ed25519 key");
  if (!/^[^\s+]+$/u.test(name)) throw new Error("a log's origin has neither spaces nor plus signs");
  const der = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    verifier: verifierOf(name, der.subarray(SPKI.length)),
    sign: (body) => sign(null, Buffer.from(body, "utf8"), privateKey),
  };
}

/** Reads `name+id+base64`; null for anything else. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name = "", id = "", encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return null;
  const verifier = verifierOf(name, Buffer.from(bytes.subarray(1)));
  return verifier.id.toString("hex") === id ? verifier : null;
}

/** The same key under another name. */
export const underName = ({ key }: VerifierKey, name: string): VerifierKey =>
  verifierOf(name, key.export({ format: "der", type: "spki" }).subarray(SPKI.length));

function verifierOf(name: string, publicKey: Buffer): VerifierKey {
  const typed = Buffer.concat([Buffer.of(ED25519), publicKey]);
  const id = createHash("sha256").update(`${name}\n`).update(typed).digest().subarray(0, 4);
  return {
    name,
    id,
    text: `${name}+${id.toString("hex")}+${typed.toString("base64")}`,
    key: createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" }),
  };
}

/** A text (it ends in a new line) with one signature under it. */
export function signNote(body: string, signer: Signer): string {
  const { name, id } = signer.verifier;
  return `${body}\n— ${name} ${Buffer.concat([id, signer.sign(body)]).toString("base64")}\n`;
}

/**
 * The text of a note that at least one of the keys signed, and the key; null when none did. Signatures of others are
 * passed over, a wrong signature of a known key refuses the note, as the format wants it.
 */
export function openNote(
  note: string,
  keys: readonly VerifierKey[],
): { readonly body: string; readonly by: VerifierKey } | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return null;
  const body = note.slice(0, end + 1);
  let by: VerifierKey | null = null;
  for (const line of note.slice(end + 2, -1).split("\n")) {
    const [, name, encoded = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = name === undefined ? null : bytesOfBase64(encoded);
    if (!bytes || bytes.length < 5) return null;
    const known = keys.find((key) => key.name === name && key.id.equals(bytes.subarray(0, 4)));
    if (!known) continue;
    if (!verify(null, Buffer.from(body, "utf8"), known.key, bytes.subarray(4))) return null;
    by ??= known;
  }
  return by && { body, by };
}

export type TreeHead = { readonly origin: string; readonly size: number; readonly root: Buffer };

export const checkpointBody = ({ origin, size, root }: TreeHead): string =>
  `${origin}\n${size}\n${root.toString("base64")}\n`;

/** Reads the text of a checkpoint; lines after the third are extensions and none of ours. Null for anything else. */
export function readCheckpointBody(body: string): TreeHead | null {
  const [origin = "", size = "", root = ""] = body.split("\n");
  const bytes = bytesOfBase64(root);
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes?.length !== 32) return null;
  return { origin, size: Number(size), root: Buffer.from(bytes) };
}
