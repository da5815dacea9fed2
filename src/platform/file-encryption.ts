import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { text } from "../kernel/text.ts";
import type { FileKey, FileKeys } from "./file-keys.ts";
import { codeOf, Trouble } from "./trouble.ts";

/**
 * The form of an encrypted file: mark and format version (8 bytes), id of the data key (8), salt (32), then chunks of
 * 64 KiB, each AES-256-GCM with its tag. Every file has a key of its own, derived from data key and salt, so a nonce
 * is the chunk's number and whether it is the last one: order and end cannot be altered. The last chunk also
 * authenticates the SHA-256 of the whole, so no file passes under another's name. After Tink's streaming AEAD
 * (AES-GCM-HKDF) and STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015).
 */
export const CHUNK_BYTES = 64 * 1024;
export const HEADER_BYTES = 48;
const MARK = Buffer.from("\x89motcua", "latin1");
const VERSION = 1;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Encrypts bytes as they come: `header` first, then what `add` yields, then `end`, told the SHA-256 of all of them. */
export function createSealer(key: FileKey): {
  readonly header: Buffer;
  add(bytes: Uint8Array): Generator<Buffer>;
  end(sha256: string): Buffer;
} {
  const header = Buffer.concat([MARK, Buffer.from([VERSION]), Buffer.from(key.id, "hex"), randomBytes(32)]);
  const ofFile = keyOfFile(key, header);
  const seal = (index: number, plain: Uint8Array, sha256: string | null): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", ofFile, nonceOf(index, sha256 !== null));
    if (sha256 !== null) cipher.setAAD(Buffer.from(sha256, "hex"));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const held = Buffer.alloc(CHUNK_BYTES);
  let [filled, index] = [0, 0];
  return {
    header,
    *add(bytes) {
      for (let at = 0; at < bytes.length; ) {
        // A full chunk waits until more comes: it might be the last one.
        if (filled === CHUNK_BYTES) {
          yield seal(index++, held, null);
          filled = 0;
        }
        const taken = Math.min(bytes.length - at, CHUNK_BYTES - filled);
        held.set(bytes.subarray(at, at + taken), filled);
        at += taken;
        filled += taken;
      }
    },
    end: (sha256) => seal(index, held.subarray(0, filled), sha256),
  };
}

/** A kept file that was opened; whoever opened it closes it. */
export type StoredBytes = {
  readonly sizeBytes: number;
  /** Under which key it is encrypted; null for a plain one, from before files were encrypted. */
  readonly keyId: string | null;
  /**
   * The bytes, none of them unproved: a chunk is given out after its tag was checked, a plain file after its hash was.
   * @throws Trouble when the key is missing, or the file is not what was kept under this name.
   */
  bytes(): AsyncGenerator<Buffer>;
  /** The data key. @throws Trouble when it is missing */
  needKey(): void;
  close(): Promise<void>;
};

/** Opens the file at `place`, kept under the name `sha256`; null when there is none. @throws Trouble when its form is broken */
export async function openStored(place: string, sha256: string, keys: FileKeys): Promise<StoredBytes | null> {
  const handle = await openIfThere(place);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    const header = await readAt(handle, 0, Math.min(size, HEADER_BYTES));
    const close = (): Promise<void> => handle.close();
    const form = formOf(header);
    if (form === "plain") {
      const bytes = () => plainBytes(handle, size, sha256);
      return { sizeBytes: size, keyId: null, bytes, needKey: () => undefined, close };
    }
    const chunks = Math.ceil((size - HEADER_BYTES) / SEALED_BYTES);
    const sizeBytes = size - HEADER_BYTES - chunks * TAG_BYTES;
    if (form === "unknown" || chunks < 1 || sizeBytes < 0) throw damaged(sha256);
    const needKey = (): FileKey => keys.find(form.keyId) ?? missing(form.keyId);
    const bytes = () => sealedBytes(handle, { key: keyOfFile(needKey(), header), size, chunks, sha256 });
    return { sizeBytes, keyId: form.keyId, bytes, needKey, close };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Under which key a file is encrypted; null when it is plain or gone. */
export async function keyIdAt(place: string): Promise<string | null> {
  const handle = await openIfThere(place);
  if (!handle) return null;
  try {
    const form = formOf(await readAt(handle, 0, Math.min((await handle.stat()).size, HEADER_BYTES)));
    return typeof form === "string" ? null : form.keyId;
  } finally {
    await handle.close();
  }
}

async function* sealedBytes(
  handle: FileHandle,
  file: { readonly key: Buffer; readonly size: number; readonly chunks: number; readonly sha256: string },
): AsyncGenerator<Buffer> {
  for (let index = 0; index < file.chunks; index++) {
    const from = HEADER_BYTES + index * SEALED_BYTES;
    const sealed = await readAt(handle, from, Math.min(SEALED_BYTES, file.size - from));
    const last = index === file.chunks - 1;
    if (sealed.length < TAG_BYTES) throw damaged(file.sha256);
    const plain = unseal(sealed, { ...file, index, last });
    if (plain.length > 0) yield plain;
  }
}

function unseal(
  sealed: Buffer,
  chunk: { readonly key: Buffer; readonly index: number; readonly last: boolean; readonly sha256: string },
): Buffer {
  try {
    const nonce = nonceOf(chunk.index, chunk.last);
    const decipher = createDecipheriv("aes-256-gcm", chunk.key, nonce, { authTagLength: TAG_BYTES });
    if (chunk.last) decipher.setAAD(Buffer.from(chunk.sha256, "hex"));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw damaged(chunk.sha256, cause);
  }
}

/** Read twice: an encrypted file whose mark was altered must not be given out as a plain one. */
async function* plainBytes(handle: FileHandle, size: number, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of pieces(handle, size)) hash.update(piece);
  if (hash.digest("hex") !== sha256) throw damaged(sha256);
  yield* pieces(handle, size);
}

async function* pieces(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += CHUNK_BYTES) yield await readAt(handle, at, Math.min(CHUNK_BYTES, size - at));
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(buffer, at, length - at, position + at);
    if (bytesRead === 0) return buffer.subarray(0, at);
    at += bytesRead;
  }
  return buffer;
}

function formOf(header: Buffer): "plain" | "unknown" | { readonly keyId: string } {
  if (!header.subarray(0, MARK.length).equals(MARK)) return "plain";
  if (header[MARK.length] !== VERSION || header.length < HEADER_BYTES) return "unknown";
  return { keyId: header.toString("hex", 8, 16) };
}

const keyOfFile = (key: FileKey, header: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", key.bytes, header.subarray(16, HEADER_BYTES), header.subarray(0, 16), 32));

/** 7 bytes of nought, the chunk's number, whether it is the last. The key is the file's own, so none comes twice. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

async function openIfThere(place: string): Promise<FileHandle | null> {
  try {
    return await open(place, "r");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return null;
    throw cause;
  }
}

const damaged = (sha256: string, cause?: unknown): Trouble =>
  new Trouble(
    text(
      `Tệp lưu giữ ${sha256} bị hỏng hoặc bị sửa. Hãy khôi phục tệp này từ bản sao lưu.`,
      `The kept file ${sha256} is damaged or was altered. Restore it from a backup.`,
    ),
    cause,
  );

function missing(keyId: string): never {
  throw new Trouble(
    text(
      `Thiếu khóa tệp ${keyId}. Hãy khôi phục secrets.json, hoặc thêm khóa này vào tệp FILES_KEYS_FILE.`,
      `The file key ${keyId} is missing. Restore secrets.json, or add this key to the FILES_KEYS_FILE.`,
    ),
  );
}
