import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeBase45, encodeBase45 } from "./base45.ts";

const bytesOf = (written: string) => new TextEncoder().encode(written);

// The examples of RFC 9285, 4.3 and 4.4.
it.each([
  ["AB", "BB8"],
  ["Hello!!", "%69 VD92EX0"],
  ["base-45", "UJCLQE7W581"],
  ["ietf!", "QED8WEX0"],
  ["", ""],
])("%s is written %s", (plain, written) => {
  expect(encodeBase45(bytesOf(plain))).toBe(written);
  expect(decodeBase45(written)).toEqual({ ok: true, value: bytesOf(plain) });
});

it.each([
  ["GGW", "not-an-encoding"], // 65536 does not fit two bytes (RFC 9285, 6)
  [":::", "not-an-encoding"],
  ["U5", "not-an-encoding"], // 255 is the most one byte holds: U5 is 30 + 5 * 45 = 255
  ["V5", "not-an-encoding"],
  ["A", "not-an-encoding"],
  ["BB8A", "not-an-encoding"],
  ["bb8", "not-a-character"],
  ["6BF#", "not-a-character"],
  ["é00", "not-a-character"],
])("refuses %s", (written, failure) => {
  if (written === "U5") expect(decodeBase45(written)).toEqual({ ok: true, value: Uint8Array.of(255) });
  else expect(decodeBase45(written)).toEqual({ ok: false, failure });
});

it("reads back whatever it writes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual({ ok: true, value: bytes });
    }),
    { seed: 9285, numRuns: 500 },
  );
});

it("writes every text it reads in one way only", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), maxLength: 60 });
  fc.assert(
    fc.property(texts, (written) => {
      const read = decodeBase45(written);
      return !read.ok || encodeBase45(read.value) === written;
    }),
    { seed: 9285, numRuns: 2000 },
  );
});
