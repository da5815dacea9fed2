import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fail, ok, type Result } from "../kernel/result.ts";
import { createSealer, openStored, type StoredBytes } from "./file-encryption.ts";
import type { FileKey, FileKeys } from "./file-keys.ts";

/** A kept file is named by what it holds: the SHA-256 of its bytes, 64 hexadecimal digits. */
export type StoredFile = { readonly sha256: string; readonly sizeBytes: number };
export type TooLarge = { readonly kind: "too-large"; readonly bytesMost: number };

/** Where files are kept. The folder below is one; an object store with the same promises may stand in its place. */
export type Files = {
  /**
   * Keeps a file. When it answers, the bytes survive a power failure; the same bytes twice are kept once.
   * A file beyond `bytesMost` is refused and nothing of it stays; a source that breaks off rejects likewise.
   */
  put(source: FileSource, limit?: { readonly bytesMost: number }): Promise<Result<StoredFile, TooLarge>>;
  /**
   * The bytes as a stream; null when no such file is kept. A file that was altered ends the stream with Trouble.
   * @throws Trouble when its key is missing.
   */
  read(sha256: string): Promise<Readable | null>;
  /** Its size in bytes; null when no such file is kept. */
  sizeOf(sha256: string): Promise<number | null>;
  /** Removes a file for good; one that is not kept is no failure. Who asks has made sure that nothing names it. */
  remove(sha256: string): Promise<void>;
};
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>;

export const DRAFTS = "drafts";
/** A draft this old belongs to a process that ended while it wrote. */
const DRAFT_AGE_MOST_MS = 24 * 3_600_000;

/**
 * Files in a folder, encrypted: `ab/abcdef…`, written beside under `drafts`, flushed, then renamed, and the rename
 * flushed too. Plain files of earlier versions are read as they are.
 * Half-written files of ended processes are swept when the folder is opened.
 * @throws Trouble when there is no key to write with.
 */
export async function openFiles(folder: string, now: number, keys: FileKeys): Promise<Files> {
  keys.current();
  await mkdir(join(folder, DRAFTS), { recursive: true, mode: 0o700 });
  // All 256 shelves at once: no file ever waits for the folder above its own to be on the disk.
  for (let shelf = 0; shelf < 256; shelf++)
    await mkdir(join(folder, shelf.toString(16).padStart(2, "0")), { recursive: true, mode: 0o700 });
  await flushFolder(folder);
  await sweepDrafts(join(folder, DRAFTS), now);
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const stored = (sha256: string): Promise<StoredBytes | null> => openStored(placeOf(named(sha256)), sha256, keys);

  return {
    async put(source, limit) {
      const draft = join(folder, DRAFTS, randomUUID());
      try {
        const written = await writeSealed(draft, source, keys.current(), limit?.bytesMost);
        if (!written.ok) return written;
        const place = placeOf(written.value.sha256);
        // Another process may have kept the same bytes meanwhile: renaming over them changes nothing, and flushing
        // the folder promises its file too.
        await rename(draft, place);
        await flushFolder(dirname(place));
        return written;
      } finally {
        await rm(draft, { force: true });
      }
    },
    async read(sha256) {
      const file = await stored(sha256);
      if (!file) return null;
      try {
        file.needKey();
      } catch (error) {
        await file.close();
        throw error;
      }
      const stream = Readable.from(file.bytes(), { objectMode: false });
      return stream.once("close", () => void file.close());
    },
    async sizeOf(sha256) {
      const file = await stored(sha256);
      await file?.close();
      return file?.sizeBytes ?? null;
    },
    async remove(sha256) {
      const place = placeOf(named(sha256));
      // A rotation may be writing this file anew. It looks for the file after its draft is written: either it finds
      // the file gone, or we find the draft, or it has renamed before we remove again.
      await rm(place, { force: true });
      for (const draft of await readdir(join(folder, DRAFTS)))
        if (draft.startsWith(`${named(sha256)}.`)) await rm(join(folder, DRAFTS, draft), { force: true });
      await rm(place, { force: true });
      await flushFolder(dirname(place));
    },
  };
}

/** Keeps what cannot be too large, such as our own papers. */
export async function putWhole(files: Files, bytes: Uint8Array): Promise<StoredFile> {
  const kept = await files.put(bytes);
  if (!kept.ok) throw new Error("a file without a limit was too large");
  return kept.value;
}

/** Encrypts and flushes a source into a new file at `draft`. */
export async function writeSealed(
  draft: string,
  source: FileSource,
  key: FileKey,
  bytesMost = Number.POSITIVE_INFINITY,
): Promise<Result<StoredFile, TooLarge>> {
  const hash = createHash("sha256");
  const sealer = createSealer(key);
  let sizeBytes = 0;
  const file = await open(draft, "wx", 0o600);
  try {
    await writeAll(file, sealer.header);
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      sizeBytes += piece.length;
      if (sizeBytes > bytesMost) return fail({ kind: "too-large", bytesMost });
      hash.update(piece);
      for (const chunk of sealer.add(piece)) await writeAll(file, chunk);
    }
    const sha256 = hash.digest("hex");
    await writeAll(file, sealer.end(sha256));
    await file.sync();
    return ok({ sha256, sizeBytes });
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** A rename is promised only once the folder that lists it is on the disk. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sweepDrafts(drafts: string, now: number): Promise<void> {
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name);
    const found = await stat(draft).catch(() => null);
    if (found && now - found.mtimeMs > DRAFT_AGE_MOST_MS) await rm(draft, { force: true });
  }
}

/** Names come from addresses too: anything but the 64 digits would reach outside the folder. */
function named(sha256: string): string {
  return /^[0-9a-f]{64}$/.test(sha256) ? sha256 : "0".repeat(64);
}
