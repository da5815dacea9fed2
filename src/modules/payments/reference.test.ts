import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacters, referenceOf, referencesIn } from "./reference.ts";

const CODE = "G01.079.1A-261123-010001";
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

describe("the reference of a debt", () => {
  test("is eighteen letters and digits that name the province, the same for the same debt", () => {
    const reference = referenceOf("79", CODE, "seal", 0);
    expect(reference).toMatch(/^MC79[0-9A-Z]{14}$/);
    expect(referenceOf("79", CODE, "seal", 0)).toBe(reference);
    expect(new Set([0, 1].flatMap((n) => ["seal", "copy"].map((fee) => referenceOf("79", CODE, fee, n)))).size).toBe(4);
    expect(() => referenceOf("079", CODE, "seal", 0)).toThrow(/two digits/);
  });

  test("checks as ISO 7064 MOD 1271,36 does, by the example everybody gives", () => {
    expect(checkCharacters("ISO79")).toBe("3W");
  });

  test("is found in whatever the bank writes around it", () => {
    const reference = referenceOf("01", CODE, "seal", 0);
    const half = `${reference.slice(0, 9)}\n${reference.slice(9)}`;
    for (const content of [
      reference,
      reference.toLowerCase(),
      `Nguyen Van A chuyen tien ${reference}`,
      `MBVCB.123.${reference}.CT tu 0123`,
      half,
      `${reference} ${reference}`,
    ]) {
      expect(referencesIn(content), content).toEqual([reference]);
    }
    expect(referencesIn("")).toEqual([]);
    expect(referencesIn("MC01 nop phi")).toEqual([]);
    const other = referenceOf("01", CODE, "copy", 0);
    expect(referencesIn(`${reference} ${other}`)).toEqual([reference, other]);
  });

  test("one changed character, or two neighbours changed round, is never taken for it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.nat(13), fc.constantFrom(...LETTERS), (code, at, letter) => {
        const reference = referenceOf("01", code, "seal", 0);
        const place = 4 + at;
        const changed = reference.slice(0, place) + letter + reference.slice(place + 1);
        expect(referencesIn(changed)).toEqual(changed === reference ? [reference] : []);
        const [a, b] = [reference[place - 1], reference[place]];
        const turned = reference.slice(0, place - 1) + b + a + reference.slice(place + 1);
        if (at > 0) expect(referencesIn(turned)).toEqual(turned === reference ? [reference] : []);
      }),
      { numRuns: 1_000 },
    );
  });
});
