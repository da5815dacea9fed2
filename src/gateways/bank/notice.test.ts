import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { signNotice, verifyNotice } from "./notice.ts";

const SECRET = "a secret for tests only, long enough";
const NOW = Date.parse("2026-11-23T09:00:00+07:00");
const TRANSFER = {
  bankTransaction: "FT1",
  reference: "MC01",
  amount: 50_000,
  paidAt: "2026-11-23T08:59:00+07:00",
  account: "123",
};
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const body = bytes(TRANSFER);
const verify = (raw: Uint8Array, headers: Record<string, string>, now = NOW) =>
  verifyNotice(raw, new Headers(headers), SECRET, now);
const signed = (value: unknown) => {
  const raw = typeof value === "string" ? new TextEncoder().encode(value) : bytes(value);
  return verify(raw, signNotice(raw, SECRET, NOW));
};

describe("a notice of the bank", () => {
  test("is taken when signed, fresh and whole", () => {
    expect(verify(body, signNotice(body, SECRET, NOW))).toEqual({
      ok: true,
      value: { ...TRANSFER, paidAt: NOW - 60_000 },
    });
  });

  test("is signed as the README says, so that a bank can be told", () => {
    const seconds = String(NOW / 1000);
    const hex = createHmac("sha256", SECRET)
      .update(`${seconds}.${JSON.stringify(TRANSFER)}`)
      .digest("hex");
    expect(verify(body, { "X-Bank-Timestamp": seconds, "X-Bank-Signature": `sha256=${hex}` }).ok).toBe(true);
  });

  test.each([0, 10, body.length - 1])("is refused when byte %i was changed", (at) => {
    const changed = body.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verify(changed, signNotice(body, SECRET, NOW))).toEqual({ ok: false, failure: { kind: "bad-signature" } });
  });

  test("is refused under another secret, without headers, or with another moment", () => {
    const good = signNotice(body, SECRET, NOW);
    const bad = { ok: false, failure: { kind: "bad-signature" } };
    expect(verify(body, signNotice(body, `${SECRET}!`, NOW))).toEqual(bad);
    expect(verify(body, {})).toEqual(bad);
    expect(verify(body, { ...good, "x-bank-timestamp": String(NOW / 1000 + 1) })).toEqual(bad);
    expect(verify(body, { ...good, "x-bank-timestamp": "now" })).toEqual(bad);
    expect(verify(body, { ...good, "x-bank-signature": good["x-bank-signature"]?.slice(0, -2) ?? "" })).toEqual(bad);
  });

  test("is stale beyond five minutes, before or after", () => {
    const headers = signNotice(body, SECRET, NOW);
    expect(verify(body, headers, NOW + 300_000).ok).toBe(true);
    expect(verify(body, headers, NOW + 301_000)).toEqual({ ok: false, failure: { kind: "stale", ageSeconds: 301 } });
    expect(verify(body, headers, NOW - 301_000)).toEqual({ ok: false, failure: { kind: "stale", ageSeconds: -301 } });
  });

  test.each([
    ["not JSON", "{", "body"],
    ["nothing", "", "body"],
    ["an amount with a fraction", { ...TRANSFER, amount: 0.5 }, "amount"],
    ["an amount as text", { ...TRANSFER, amount: "50000" }, "amount"],
    ["no money", { ...TRANSFER, amount: 0 }, "amount"],
    ["money taken away", { ...TRANSFER, amount: -1 }, "amount"],
    ["more than a number keeps", { ...TRANSFER, amount: 1e21 }, "amount"],
    ["a moment without zone", { ...TRANSFER, paidAt: "2026-11-23T08:59:00" }, "paidAt"],
    ["a day that is none", { ...TRANSFER, paidAt: "2026-02-30T08:59:00Z" }, "paidAt"],
    ["no number of the bank", { ...TRANSFER, bankTransaction: "" }, "bankTransaction"],
    ["a number with a space", { ...TRANSFER, bankTransaction: "FT 1" }, "bankTransaction"],
  ])("is malformed with %s", (_, value, where) => {
    expect(signed(value)).toEqual({ ok: false, failure: { kind: "malformed", where } });
  });

  test("is malformed when the bytes are not UTF-8", () => {
    const raw = Uint8Array.from([...body.slice(0, 20), 0xff, ...body.slice(20)]);
    expect(verify(raw, signNotice(raw, SECRET, NOW))).toMatchObject({ failure: { kind: "malformed" } });
  });

  test("keeps free text on one line, and passes over members it does not know", () => {
    const answer = signed({ ...TRANSFER, reference: " nộp\u0000phí\n MC01 ", branch: "07" });
    expect(answer).toMatchObject({ ok: true, value: { reference: "nộp phí  MC01" } });
  });

  test("a secret too short is our own mistake", () => {
    expect(() => signNotice(body, "short", NOW)).toThrow(/too short/);
  });
});
