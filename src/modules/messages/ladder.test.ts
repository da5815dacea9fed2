import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeSms, letterOf, SMS_LONGEST, smsOf } from "./envelopes.ts";
import { ATTEMPTS_MOST, climbFrom, pauseAfter, RUNGS, type Rung, waitsUntil } from "./ladder.ts";

const rungs = fc.subarray([...RUNGS]);
const weight = fc.constantFrom("answer" as const, "tell" as const, "note" as const);

describe("the ladder", () => {
  test("only climbs, to the lowest way that can be used, and names each it passed", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RUNGS), weight, rungs, (from, how, usable) => {
        const { skipped, to } = climbFrom(from, how, new Set(usable));
        const at = (rung: Rung) => RUNGS.indexOf(rung);
        for (const rung of skipped) {
          expect(usable).not.toContain(rung);
          expect(at(rung)).toBeGreaterThan(at(from));
          if (to) expect(at(rung)).toBeLessThan(at(to));
        }
        if (to) expect([usable.includes(to), at(to) > at(from)]).toEqual([true, true]);
        if (how === "answer" && to === null) expect(usable.filter((rung) => at(rung) > at(from))).toEqual([]);
        if (how === "note") expect([skipped, to]).toEqual([[], null]);
        if (how === "tell") expect(["email", "sms", null]).toContain(to);
      }),
      { seed: 7 },
    );
  });

  test("waits by the figures of the day, on both sides of the day they change", () => {
    for (const day of ["2025-06-30", "2025-07-01", "2026-11-23"]) {
      const at = Date.parse(`${day}T09:00:00+07:00`);
      expect(waitsUntil("letter", at) - at).toBe(7 * 86_400_000);
    }
    expect(() => waitsUntil("email", Date.parse("2018-06-20T09:00:00+07:00"))).toThrow(/no waiting time/);
  });

  test("pauses longer after each attempt, six hours at most", () => {
    const pauses = Array.from({ length: ATTEMPTS_MOST }, (_, n) => pauseAfter(n + 1));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.at(-1)).toBeLessThanOrEqual(6 * 3_600_000);
  });
});

describe("what leaves", () => {
  test("is one short text without marks, however long the address of the house", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.constantFrom("answer" as const, "tell" as const), (publicUrl, how) => {
        const words = smsOf({ code: "G01.079.1X-261123-010001", weight: how, publicUrl }, false);
        expect(words.length).toBeLessThanOrEqual(SMS_LONGEST);
        expect(words).toContain("G01.079.1X-261123-010001");
        expect(words).toMatch(/^Mot Cua: ho so /);
      }),
      { seed: 7 },
    );
    expect(codeSms("012345", true)).toContain("mã xác nhận");
  });

  test("is escaped where it becomes HTML", () => {
    const { html, text } = letterOf({ code: '<G01">&', weight: "tell", publicUrl: "https://example.vn" });
    expect(html).toContain("&lt;G01&quot;&gt;&amp;");
    expect(text).toContain('<G01">&');
  });
});
