import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames, sortByGivenName } from "./name.ts";
import { nameKey, searchKey, tidy, withoutMarks } from "./vietnamese.ts";

const SEED = 20261123;
const FOLDER = new URL("../../../shared/vectors/names/", import.meta.url);
const absent = !existsSync(FOLDER);
if (absent) console.log("left out: the names of others, ../shared/vectors/names is not there");
const read = (file: string): string => (absent ? "" : readFileSync(new URL(file, FOLDER), "utf8"));
const lines = (file: string): string[] =>
  read(file)
    .split(/\r?\n/)
    .filter((line) => line !== "");
const valuesIn = (tree: unknown): string[] => {
  if (typeof tree === "string") return [tree];
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(valuesIn) : [];
};

describe.skipIf(absent)("every name of ../shared/vectors/names", () => {
  const surnames = [
    ...new Set([
      ...lines("surnames_weighted_by_region.csv")
        .slice(1)
        .map((line) => line.split(",")[1] ?? ""),
      ...lines("frequency_student_cohort.csv")
        .slice(1)
        .map((line) => line.split(",")[1] ?? ""),
    ]),
  ];
  const given = [...lines("given_male.txt"), ...lines("given_female.txt")];
  const enriched = absent
    ? []
    : readdirSync(new URL("enrichment/", FOLDER)).flatMap((file) => valuesIn(JSON.parse(read(`enrichment/${file}`))));
  const words = [...surnames, ...given, ...enriched];

  it("is many", () => {
    expect([surnames.length > 100, given.length > 1500, enriched.length > 100]).toEqual([true, true, true]);
  });

  it("is found and compared the same composed and decomposed, in any case, with any tone place", () => {
    for (const name of words) {
      const decomposed = name.normalize("NFD");
      expect(searchKey(decomposed), name).toBe(searchKey(name.normalize("NFC")));
      expect(nameKey(decomposed), name).toBe(nameKey(name));
      expect(["exact", "equivalent"], name).toContain(compareNames(name, decomposed.toUpperCase()));
      expect(tidy(tidy(decomposed)), name).toBe(tidy(name));
      const bare = withoutMarks(name);
      if (nameKey(bare) !== nameKey(name)) expect(compareNames(name, bare), name).toBe("diacritics-missing");
    }
  });

  it(`of people put together is compared alike from both sides, and sorted whatever its length (seed ${SEED})`, () => {
    const person = fc
      .tuple(
        fc.constantFrom(...surnames),
        fc.constantFrom(...given),
        fc.constantFrom("", "Văn ", "Thị ", "Hữu Đức Quý "),
      )
      .map(([surname, name, middle]) => `${surname} ${middle}${name}`);
    fc.assert(
      fc.property(person, person, fc.array(person, { maxLength: 8 }), (a, b, list) => {
        expect(compareNames(a, b)).toBe(compareNames(b, a));
        const forth = sortByGivenName([a, b, ...list]).map(nameKey);
        expect(sortByGivenName([...list, b, a].reverse()).map(nameKey)).toEqual(forth);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
