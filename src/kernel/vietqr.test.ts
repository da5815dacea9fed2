import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildVietQr, crc16, parseVietQr, readEmvTags } from "./vietqr.ts";

/** Published strings, given here as what they ask for and the checksum they must close with. */
const PUBLISHED = [
  { order: { bin: "970416", account: "257678859" }, closes: "5802VN6304AE9F" },
  { order: { bin: "970416", account: "257678859", amount: 10_000, purpose: "Chuyen tien" }, closes: "630453E6" },
  { order: { bin: "970416", account: "257678859", amount: 1_000, purpose: "Chuyen tien" }, closes: "6304BBB8" },
  {
    order: { bin: "970415", account: "123456789012", amount: 5_000_000, purpose: "PHAT 123456 30A12345" },
    closes: "62240820PHAT 123456 30A12345630433FB",
  },
  { order: { bin: "970403", account: "0011012345678" }, closes: null },
] as const;

describe("the bank QR", () => {
  test("the checksum is CRC-16/CCITT-FALSE", () => expect(crc16("123456789")).toBe("29B1"));

  test.each(PUBLISHED)("is built as published: $order", ({ order, closes }) => {
    const built = buildVietQr(order);
    if (!built.ok) throw new Error(JSON.stringify(built.failure));
    if (closes) expect(built.value.payload.endsWith(closes)).toBe(true);
    expect(built.value.payload.slice(-4)).toBe(built.value.crc);
    expect(parseVietQr(built.value.payload)).toMatchObject({
      ok: true,
      value: { bin: order.bin, account: order.account },
    });
  });

  test.each([
    [
      { bin: "97041", account: "1" },
      { code: "invalid-length", field: "bin" },
    ],
    [
      { bin: "97041x", account: "1" },
      { code: "invalid-character", field: "bin" },
    ],
    [
      { bin: "970416", account: "" },
      { code: "invalid-length", field: "account" },
    ],
    [
      { bin: "970416", account: "12345678901234567890" },
      { code: "invalid-length", field: "account" },
    ],
    [
      { bin: "970416", account: "12-3" },
      { code: "invalid-character", field: "account" },
    ],
    [
      { bin: "970416", account: "1", amount: 0 },
      { code: "out-of-range", field: "amount" },
    ],
    [
      { bin: "970416", account: "1", amount: 1.5 },
      { code: "out-of-range", field: "amount" },
    ],
    [
      { bin: "970416", account: "1", amount: Number.NaN },
      { code: "out-of-range", field: "amount" },
    ],
    [
      { bin: "970416", account: "1", purpose: "" },
      { code: "invalid-length", field: "purpose" },
    ],
    [
      { bin: "970416", account: "1", purpose: "x".repeat(26) },
      { code: "invalid-length", field: "purpose" },
    ],
    [
      { bin: "970416", account: "1", purpose: "nộp phí" },
      { code: "invalid-character", field: "purpose" },
    ],
  ] as const)("refuses %o", (order, failure) => expect(buildVietQr(order)).toEqual({ ok: false, failure }));

  test("is read back as it was asked, whatever the order", () => {
    const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const anOrder = fc.record({
      bin: fc.stringMatching(/^\d{6}$/),
      account: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 19 }),
      amount: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 }), { nil: undefined }),
      purpose: fc.option(fc.string({ unit: fc.constantFrom(...letters, " "), minLength: 1, maxLength: 25 }), {
        nil: undefined,
      }),
      service: fc.constantFrom("account" as const, "card" as const),
    });
    fc.assert(
      fc.property(anOrder, (order) => {
        const built = buildVietQr(order);
        if (!built.ok) throw new Error("a lawful order was refused");
        expect(parseVietQr(built.value.payload)).toEqual({
          ok: true,
          value: {
            ...order,
            amount: order.amount ?? null,
            purpose: order.purpose ?? null,
            initiation: built.value.initiation,
          },
        });
      }),
    );
  });

  test("a changed letter never passes the checksum", () => {
    const built = buildVietQr({ bin: "970416", account: "257678859", amount: 10_000, purpose: "Chuyen tien" });
    if (!built.ok) throw new Error("refused");
    const { payload } = built.value;
    for (let at = 0; at < payload.length - 4; at++) {
      const changed = `${payload.slice(0, at)}${payload[at] === "1" ? "2" : "1"}${payload.slice(at + 1)}`;
      if (changed !== payload) expect(parseVietQr(changed).ok).toBe(false);
    }
  });

  test("a tag that stands twice is refused", () => {
    const open = "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN5404200063";
    const payload = `${open}04${crc16(`${open}04`)}`;
    expect(readEmvTags(payload).ok).toBe(true);
    expect(parseVietQr(payload)).toEqual({ ok: false, failure: "malformed" });
  });

  test.each([
    ["another currency", { "53": "840" }],
    ["another country", { "58": "ID" }],
    ["another network", { "38": "0010A0000007750123000697041601092576788590208QRIBFTTA" }],
    ["another service", { "38": "0010A0000007270123000697041601092576788590206QRPUSH" }],
  ])("%s is no VietQR", (_, changed) => {
    const tags: Record<string, string> = {
      "00": "01",
      "01": "11",
      "38": "0010A0000007270123000697041601092576788590208QRIBFTTA",
      "53": "704",
      "58": "VN",
      ...changed,
    };
    const names = ["00", "01", "38", "53", "58"];
    const open = `${names.map((n) => `${n}${String(tags[n]?.length).padStart(2, "0")}${tags[n]}`).join("")}6304`;
    expect(parseVietQr(open + crc16(open))).toEqual({ ok: false, failure: "not-vietqr" });
  });
});

/** The vectors handed to all makers live outside the project; where they are absent this part is left out and says so. */
const SHARED = new URL("../../../shared/", import.meta.url);
const shared = (path: string) => JSON.parse(readFileSync(new URL(path, SHARED), "utf8"));
const absent = !existsSync(new URL("vectors/qr/payloads.json", SHARED));
if (absent) console.warn("left out: the shared VietQR vectors are not on this machine");

type Node = readonly [string, string | readonly Node[]];
const written = (nodes: readonly Node[]): string =>
  nodes
    .map(([name, value]) => [name, typeof value === "string" ? value : written(value)] as const)
    .map(([name, value]) => `${name}${String(Array.from(value).length).padStart(2, "0")}${value}`)
    .join("");

describe.skipIf(absent)("the shared vectors", () => {
  test("every order of vietqr.json gives its payload", () => {
    const { vectors } = shared("domain/traffic/vietqr.json");
    expect(vectors.length).toBeGreaterThan(0);
    for (const { input, expected } of vectors) {
      expect(buildVietQr(input)).toMatchObject({ ok: true, value: { payload: expected } });
    }
  });

  test("every payload of payloads.json gets its verdict, its checksum and its tags", () => {
    const payloads = shared("vectors/qr/payloads.json");
    expect(payloads.length).toBeGreaterThan(40);
    const faults: Record<string, string> = {
      "reject: checksum differs": "checksum-differs",
      "reject: checksum field absent or incomplete": "no-checksum",
    };
    for (const { payload, verdict, crc_computed, tags } of payloads) {
      const read = readEmvTags(payload);
      if (verdict === "well-formed") {
        expect(crc16(payload.slice(0, -4))).toBe(crc_computed);
        const expected = tags
          .filter(([name]: Node) => name !== "63")
          .map(([name, value]: Node) => [name, typeof value === "string" ? value : written(value)]);
        expect(read).toEqual({ ok: true, value: expected });
      } else {
        expect(read, payload).toEqual({ ok: false, failure: faults[verdict] });
        expect(parseVietQr(payload).ok).toBe(false);
      }
    }
  });
});
