import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexOfBytes } from "./bytes.ts";
import { sha1 } from "./sha1.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`sha1: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

const hash = (text: string): string => hexOfBytes(sha1(new TextEncoder().encode(text)));

describe("sha1", () => {
  it("gives the digests of FIPS 180-4's examples", () => {
    expect(hash("")).toBe("DA39A3EE5E6B4B0D3255BFEF95601890AFD80709");
    expect(hash("abc")).toBe("A9993E364706816ABA3E25717850C26C9CD0D89D");
    expect(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "84983E441C3BD26EBAAE4AA1F95129E5E54670F1",
    );
  });

  it("gives what OpenSSL gives, at every length around a block and for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hexOfBytes(sha1(bytes))).toBe(createHash("sha1").update(bytes).digest("hex").toUpperCase());
      }),
    );
    for (let length = 50; length < 140; length += 1) {
      const bytes = new Uint8Array(length).fill(length);
      expect(hexOfBytes(sha1(bytes)), `${length} bytes`).toBe(
        createHash("sha1").update(bytes).digest("hex").toUpperCase(),
      );
    }
  });
});
