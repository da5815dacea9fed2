import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfHex, hexOfBytes } from "./bytes.ts";
import { type Cbor, CborTag, decodeCbor, encodeCborList } from "./cbor.ts";

const read = (hex: string) => decodeCbor(bytesOfHex(hex) ?? new Uint8Array([0xff]));
const ok = (value: Cbor) => ({ ok: true, value });

describe("reads the examples of RFC 8949, appendix A", () => {
  it.each<[string, Cbor]>([
    ["00", 0],
    ["17", 23],
    ["1818", 24],
    ["1903e8", 1000],
    ["1a000f4240", 1_000_000],
    ["1b000000e8d4a51000", 1_000_000_000_000],
    ["1bffffffffffffffff", 18_446_744_073_709_551_615n],
    ["3bffffffffffffffff", -18_446_744_073_709_551_616n],
    ["20", -1],
    ["3903e7", -1000],
    ["f90000", 0],
    ["f93c00", 1],
    ["fb3ff199999999999a", 1.1],
    ["f93e00", 1.5],
    ["f97bff", 65_504],
    ["fa47c35000", 100_000],
    ["f90001", 2 ** -24],
    ["f9c400", -4],
    ["f97c00", Number.POSITIVE_INFINITY],
    ["f97e00", Number.NaN],
    ["f4", false],
    ["f5", true],
    ["f6", null],
    ["f7", undefined],
    ["c11a514b67b0", new CborTag(1, 1_363_896_240)],
    ["40", new Uint8Array()],
    ["4401020304", Uint8Array.of(1, 2, 3, 4)],
    ["60", ""],
    ["6449455446", "IETF"],
    ["62c3bc", "ü"],
    ["63e6b0b4", "水"],
    ["80", []],
    ["8301820203820405", [1, [2, 3], [4, 5]]],
    ["a0", new Map()],
    [
      "a201020304",
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
    [
      "a26161016162820203",
      new Map<Cbor, Cbor>([
        ["a", 1],
        ["b", [2, 3]],
      ]),
    ],
    ["5f42010243030405ff", Uint8Array.of(1, 2, 3, 4, 5)],
    ["7f657374726561646d696e67ff", "streaming"],
    ["9fff", []],
    ["9f018202039f0405ffff", [1, [2, 3], [4, 5]]],
    [
      "bf61610161629f0203ffff",
      new Map<Cbor, Cbor>([
        ["a", 1],
        ["b", [2, 3]],
      ]),
    ],
  ])("%s", (hex, value) => {
    expect(read(hex)).toEqual(ok(value));
  });
});

it.each([
  ["nothing", ""],
  ["bytes left over", "0000"],
  ["a cut head", "19"],
  ["a cut string", "4401"],
  ["a list that promises more than there is", "9b00ffffffffffffff"],
  ["a string longer than any memory", "5bffffffffffffffff"],
  ["a reserved head", "1c"],
  ["a lone break", "ff"],
  ["a break as the value of a map", "bf01ff"],
  ["a text that is no UTF-8", "61ff"],
  ["text among the parts of a byte string", "5f6161ff"],
  ["a string of parts within a string of parts", "5f5f4101ffff"],
  ["a key that stands twice", "a201020103"],
  ["a simple value nobody knows", "f8ff"],
  ["nesting without end", "81".repeat(40_000)],
])("refuses %s", (_what, hex) => {
  expect(read(hex)).toEqual({ ok: false, failure: "not-cbor" });
});

it("answers or refuses any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof decodeCbor(bytes).ok === "boolean"),
    { seed: 8949, numRuns: 5000 },
  );
});

it("writes lists that it reads back", () => {
  const item = fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (items) => {
      expect(decodeCbor(encodeCborList(items))).toEqual(ok(items));
    }),
    { seed: 8949, numRuns: 300 },
  );
  expect(hexOfBytes(encodeCborList(["a", Uint8Array.of(1)]))).toBe("8261614101");
  expect(encodeCborList([new Uint8Array(70_000)]).subarray(0, 6)).toEqual(Uint8Array.of(0x81, 0x5a, 0, 1, 0x11, 0x70));
});
