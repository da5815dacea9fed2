import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { SheetFailure } from "./failures.ts";
import type { SheetLimits } from "./limits.ts";

/** The parts of a workbook by name, lower case. Only what is asked for is unpacked, and never beyond the budget. */
export type Parts = { read(name: string): Promise<Buffer | null> };

/** Thrown inside this room when unpacking goes over a limit; it ends as the failure it carries. */
export class SheetStopped extends Error {
  readonly failure: SheetFailure;
  constructor(failure: SheetFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const BOMB: SheetFailure = { kind: "unpacks-too-large" };
const RATIO_FROM_BYTES = 1024 * 1024;
const ENTRY_BYTES_MIN = 46;

/**
 * Opens the archive and judges it by its directory before anything is unpacked: number of parts, declared sizes,
 * ratios, names that stand twice (two readers would see two files). Sizes that were lied about stop the unpacking.
 */
export async function openWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<Result<Parts, SheetFailure>> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    });
  } catch {
    return fail({ kind: "broken-file" });
  }
  if (zip.entryCount > limits.partsMax || zip.entryCount * ENTRY_BYTES_MIN > bytes.byteLength) return fail(BOMB);
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) return fail({ kind: "broken-file" });
      entries.set(name, entry);
      declared += entry.uncompressedSize;
      if (declared > limits.unpackedBytesMax || unpacksTooFar(entry, limits)) return fail(BOMB);
    }
  } catch {
    return fail({ kind: "broken-file" });
  }
  if (entries.has("encryptedpackage")) return fail({ kind: "old-or-locked-workbook" });

  let left = limits.readBytesMax;
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return null;
    const chunks: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) throw new SheetStopped(BOMB);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  return ok({ read });
}

const unpacksTooFar = (entry: Entry, limits: SheetLimits): boolean =>
  entry.uncompressedSize > RATIO_FROM_BYTES && entry.uncompressedSize > entry.compressedSize * limits.ratioMax;
