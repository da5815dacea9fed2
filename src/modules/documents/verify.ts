import { ContentInfo, SignedData } from "pkijs";

/**
 * Whether every signature in a PDF of ours still holds: each over the bytes its ByteRange names, by the certificate it
 * carries. False too when there is none. Who is trusted is the reader's matter; here it is asked that nothing changed.
 */
export async function signaturesHold(pdf: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(pdf);
  const found = [
    ...bytes.toString("latin1").matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\] \/Contents <([0-9a-f]+)>/g),
  ];
  for (const [, ...parts] of found) {
    const [start = 0, length = 0, from = 0, rest = 0] = parts.slice(0, 4).map(Number);
    const padded = Buffer.from(parts[4] ?? "", "hex");
    const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
    const content = Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(from, from + rest)]);
    if (!(await holds(cms, content))) return false;
  }
  return found.length > 0;
}

async function holds(cms: Buffer, content: Buffer): Promise<boolean> {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(exact(cms)).content });
    return await signed.verify({ signer: 0, data: exact(content) });
  } catch {
    return false;
  }
}

/** A buffer of its own: pkijs reads the whole memory behind a view. */
const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
