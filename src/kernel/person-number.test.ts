import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPersonNumber, readPersonNumber, writePersonNumber } from "./person-number.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2_147_483_647);
console.log(`person numbers: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
fc.configureGlobal({ seed });

const numbers = fc.stringMatching(/^[0-9]{12}$/).filter(isPersonNumber);

describe("person numbers", () => {
  it("written and read come back as they were", () => {
    fc.assert(fc.property(numbers, (number) => writePersonNumber(readPersonNumber(number)) === number));
    const parts = { place: "079", sex: "F", birthYear: 1999, serial: "000123" } as const;
    expect(writePersonNumber(parts)).toBe("079199000123");
    expect(readPersonNumber(writePersonNumber({ ...parts, birthYear: 2399 }))).toEqual({ ...parts, birthYear: 2399 });
  });

  it("are not written for what no digits say", () => {
    const parts = { place: "079", sex: "M", birthYear: 1999, serial: "000123" } as const;
    for (const wrong of [{ birthYear: 1899 }, { birthYear: 2400 }, { place: "79" }, { serial: "12345678" }])
      expect(() => writePersonNumber({ ...parts, ...wrong })).toThrow("no number");
  });

  it("are twelve ASCII digits and nothing else", () => {
    for (const wrong of ["07919900012", "0791990001234", "٠٧٩١٩٩٠٠٠١٢٣", "07919900012a", "079199000123\n"])
      expect(isPersonNumber(wrong), wrong).toBe(false);
  });
});
