import { defineCalculation, isAbsent, RefusedInput } from "../../../src/engine/definition/index.ts";
import { decodeBase45, encodeBase45 } from "../../../src/kernel/base45.ts";
import { bytesOfHex, hexOfBytes } from "../../../src/kernel/bytes.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";

/** Base45 of RFC 9285, either way. */
export const base45 = defineCalculation({
  name: "base45",
  title: text("Mã hóa Base45", "Base45 encoding"),
  fields: { bytes: { kind: "text" }, text: { kind: "text" } },
  lacks: ({ bytes, text: written }) => (isAbsent(bytes) && isAbsent(written) ? "bytes" : null),
  reckon({ bytes: hex, text: written }) {
    if (hex !== undefined && written !== undefined) throw new RefusedInput("invalid-format", "text");
    const bytes = hex === undefined ? bytesOf(written ?? "") : bytesOfGiven(hex);
    const value = { bytes: hexOfBytes(bytes), text: encodeBase45(bytes) };
    return {
      value,
      steps: () => [
        hex === undefined
          ? step("decoded", `Giải mã được ${bytes.length} byte.`, `Bytes decoded: ${bytes.length}.`, value.bytes)
          : step("encoded", `Đã mã hóa ${bytes.length} byte.`, `Bytes encoded: ${bytes.length}.`, value.text),
      ],
      citations: () => [citation("RFC 9285", "4")],
    };
  },
});

function bytesOf(written: string): Uint8Array {
  const decoded = decodeBase45(written);
  if (decoded.ok) return decoded.value;
  throw new RefusedInput(decoded.failure === "not-a-character" ? "invalid-character" : "invalid-format", "text");
}

function bytesOfGiven(hex: string): Uint8Array {
  if (/[^0-9a-f]/i.test(hex)) throw new RefusedInput("invalid-character", "bytes");
  const bytes = bytesOfHex(hex);
  if (bytes === null) throw new RefusedInput("invalid-format", "bytes");
  return bytes;
}
