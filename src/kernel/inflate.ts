import { joinBytes } from "./bytes.ts";
import { fail, ok, type Result } from "./result.ts";

/**
 * Unpacks a zlib stream (RFC 1950) of at most `most` bytes; more is refused before it is unpacked, so that a small
 * hostile text cannot fill the memory.
 */
export async function inflate(packed: Uint8Array, most: number): Promise<Result<Uint8Array, "not-zlib" | "too-long">> {
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > most) {
        await reader.cancel();
        return fail("too-long");
      }
      parts.push(part.value);
    }
  } catch {
    return fail("not-zlib");
  }
  return ok(joinBytes(parts));
}
