/** The small part of the tar format (POSIX ustar) that a backup needs: regular files, one after another, streamed. */

const BLOCK = 512;
const OCTAL_MOST = 8 ** 11 - 1;

/** The header of one file, to be followed by `size` bytes and `padding(size)`. */
export function tarHeader(name: string, size: number, atMs: number): Buffer {
  if (size > OCTAL_MOST) throw new Error(`too large for a tar entry: ${name}`);
  const { prefix, rest } = splitName(name);
  const header = Buffer.alloc(BLOCK);
  header.write(rest, 0, 100, "utf8");
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write(
    `${Math.floor(atMs / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  );
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\0" + "00", 257);
  header.write(prefix, 345, 155, "utf8");
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
/** Two empty blocks end an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

const checksum = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0);

/** A name longer than 100 bytes is cut at a slash into prefix and rest. */
function splitName(name: string): { prefix: string; rest: string } {
  if (Buffer.byteLength(name) <= 100) return { prefix: "", rest: name };
  for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return { prefix, rest };
  }
  throw new Error(`too long a name for a tar entry: ${name}`);
}

/** A file inside an archive that is being read; `content` must be read to its end before the next one is asked for. */
export type TarEntry = { readonly name: string; readonly size: number; readonly content: AsyncIterable<Buffer> };

/** The archive breaks off or is not one. */
export class BrokenArchive extends Error {}

/** Reads an archive as it comes, holding no more than a piece of it. */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const pieces = pieceReader(source);
  for (;;) {
    const header = await pieces.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = readHeader(header);
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const piece = await pieces.atMost(left);
        left -= piece.length;
        yield piece;
      }
    })();
    yield { name, size, content };
    if (left > 0) for await (const _ of content);
    await pieces.exactly(padding(size).length);
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number): string =>
    header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  const claimed = Number.parseInt(text(148, 8), 8);
  const blank = Buffer.from(header).fill(" ", 148, 156);
  if (checksum(blank) !== claimed) throw new BrokenArchive("a damaged header");
  const prefix = text(345, 155);
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size: Number.parseInt(text(124, 12), 8) };
}

function pieceReader(source: AsyncIterable<Buffer>): {
  exactly(length: number): Promise<Buffer>;
  atMost(length: number): Promise<Buffer>;
} {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const atMost = async (length: number): Promise<Buffer> => {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) throw new BrokenArchive("the archive breaks off");
      held = next.value;
    }
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    return piece;
  };
  return {
    atMost,
    async exactly(length) {
      const parts: Buffer[] = [];
      for (let left = length; left > 0; ) {
        const piece = await atMost(left);
        parts.push(piece);
        left -= piece.length;
      }
      return Buffer.concat(parts);
    },
  };
}
