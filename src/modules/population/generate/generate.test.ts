import { describe, expect, it } from "vitest";
import { communeStates, loadOldUnits, numberPrefixes } from "../../../../law/index.ts";
import { readPersonNumber } from "../../../kernel/person-number.ts";
import { searchKey, tidy } from "../../../kernel/vietnamese.ts";
import { sha256 } from "../../../platform/ids.ts";
import { generatePopulation, householdsFor } from "./generate.ts";
import { loadOldWards } from "./residence.ts";

const population = generatePopulation({ people: 5_000, seed: 1 });
const { persons, dwellings, organisations, representatives } = population;
const open = new Map(
  communeStates()
    .filter((c) => c.until === null)
    .map((c) => [c.code, c.provinceCode]),
);
const share = (count: number): number => count / persons.length;

const records = population.records ?? [];
const isOldWard = (code: string): boolean => !open.has(code);

describe("an invented population", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(generatePopulation({ people: 5_000, seed: 1 })).toEqual(population);
    expect(generatePopulation({ people: 300, seed: 2 }).persons[0]?.name).not.toBe(persons[0]?.name);
  });

  it("has as many people as asked for, in whole households, in every province", () => {
    expect(persons.length).toBeGreaterThanOrEqual(5_000);
    expect(persons.length).toBeLessThan(5_012);
    expect(new Set(persons.map((p) => open.get(p.permanent.commune))).size).toBe(34);
    const households = Map.groupBy(persons, (p) => p.householdId);
    for (const [, members] of households) {
      expect(members.filter((m) => m.relationToHead === "head")).toHaveLength(1);
      expect(new Set(members.map((m) => `${m.permanent.commune} ${m.permanent.line}`)).size).toBe(1);
    }
  });

  it("bears numbers that are unique and say what the record says", () => {
    expect(new Set(persons.map((p) => p.number)).size).toBe(persons.length);
    const prefixes = new Set(numberPrefixes.map((p) => p.prefix));
    for (const person of persons) {
      const read = readPersonNumber(person.number);
      expect([read.sex, read.birthYear]).toEqual([person.sex, person.birth.year]);
      // Prefixes of three digits from 101 on are of births registered abroad.
      expect(prefixes.has(read.place) || (person.nationality !== "VNM" && Number(read.place) > 100)).toBe(true);
    }
  });

  it("passes over numbers that are taken", () => {
    const taken = persons.slice(0, 50).map((p) => p.number);
    const numbers = new Set<string>(generatePopulation({ people: 1_000, seed: 1, taken }).persons.map((p) => p.number));
    expect(taken.filter((number) => numbers.has(number))).toEqual([]);
  });

  it("has ages, sexes and names as the country has them", () => {
    const ages = persons.map((p) => 2026 - p.birth.year);
    expect(share(ages.filter((age) => age < 15).length)).toBeGreaterThan(0.2);
    expect(share(ages.filter((age) => age < 15).length)).toBeLessThan(0.32);
    expect(share(ages.filter((age) => age >= 65).length)).toBeGreaterThan(0.05);
    expect(share(ages.filter((age) => age >= 65).length)).toBeLessThan(0.14);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThan(106);
    expect(share(persons.filter((p) => p.sex === "M").length)).toBeGreaterThan(0.46);
    expect(share(persons.filter((p) => p.sex === "M").length)).toBeLessThan(0.54);
    expect(share(persons.filter((p) => p.name.startsWith("Nguyễn ")).length)).toBeGreaterThan(0.22);
    expect(share(persons.filter((p) => p.ethnicity !== "Kinh").length)).toBeGreaterThan(0.03);
    for (const person of persons) {
      expect(tidy(person.name)).toBe(person.name);
      expect(searchKey(person.name).split(" ").length).toBeGreaterThanOrEqual(2);
    }
  });

  it("knows some birth dates only in part, and nobody young among them", () => {
    const partial = persons.filter((p) => p.birth.day === undefined);
    expect(partial.length).toBeGreaterThan(20);
    expect(partial.every((p) => p.birth.year < 1965)).toBe(true);
    expect(partial.some((p) => p.birth.month !== undefined)).toBe(true);
  });

  it("lives in communes that exist, in dwellings that somebody of it owns once", () => {
    const numbers = new Set(persons.map((p) => p.number));
    expect(dwellings.length).toBeGreaterThan(800);
    expect(dwellings.every((d) => numbers.has(d.ownerNumber) && open.has(d.address.commune))).toBe(true);
    expect(new Set(dwellings.map((d) => `${d.address.commune} ${searchKey(d.address.line)}`)).size).toBe(
      dwellings.length,
    );
  });

  it("has organisations of every kind, each represented by a grown-up", () => {
    expect(organisations).toHaveLength(120);
    expect(new Set(organisations.map((o) => o.code)).size).toBe(120);
    expect(organisations.every((o) => /^99\d{8}$/.test(o.code) && open.has(o.address.commune))).toBe(true);
    for (const kind of [
      "enterprise",
      "household-business",
      "enterprise-special-law",
      "association",
      "religious",
      "public-unit",
      "emblem",
    ] as const) {
      expect(
        organisations.some((o) => o.kind === kind),
        kind,
      ).toBe(true);
    }
    expect(organisations.filter((o) => o.lodgingKind === "hotel").length).toBeGreaterThan(10);
    const byNumber = new Map<string, (typeof persons)[number]>(persons.map((p) => [p.number, p]));
    for (const representative of representatives) {
      expect(2026 - (byNumber.get(representative.personNumber)?.birth.year ?? 2026)).toBeGreaterThanOrEqual(25);
    }
  });

  it("has twins, namesakes born on one day, foreigners, the dead, the missing and names in several spellings", () => {
    const many = [...householdsFor({ people: 14_000, seed: 3 })];
    const all = many.flatMap((household) => household.records);
    const born = (p: (typeof persons)[number]): string => `${p.birth.year}-${p.birth.month}-${p.birth.day}`;
    const twins = many.filter(({ persons: members }) => {
      const children = members.filter((p) => p.relationToHead === "child" && p.birth.day !== undefined);
      return new Set(children.map(born)).size < children.length;
    });
    expect(twins.length).toBeGreaterThan(10);
    const namesakes = Map.groupBy(
      all.filter(({ person }) => person.birth.day !== undefined),
      ({ person }) => `${searchKey(person.name)} ${born(person)}`,
    );
    expect([...namesakes.values()].filter((group) => group.length > 1).length).toBeGreaterThan(0);
    const foreigners = all.filter(({ person }) => person.nationality !== "VNM");
    expect(foreigners.length).toBeGreaterThan(5);
    expect(foreigners.every(({ documents }) => documents.some(({ kind }) => kind === "passport"))).toBe(true);
    expect(all.filter(({ person, details }) => person.deceased && details.diedOn !== null).length).toBeGreaterThan(20);
    expect(all.some(({ details }) => details.missingSince !== null)).toBe(true);
    expect(
      all.filter(({ person }) => /^[A-Z ]+$/.test(person.name) && person.nationality === "VNM").length,
    ).toBeGreaterThan(20);
    expect(
      all.some(({ person }) => /o[àá]\b/u.test(person.name)) && all.some(({ person }) => /[òó]a\b/u.test(person.name)),
    ).toBe(true);
    expect(all.some(({ person }) => / Kì\b| Lí\b|^Lí /u.test(person.name))).toBe(true);
    const oldNumbers = all.flatMap(({ documents }) =>
      documents.filter(({ kind }) => kind === "cmnd9").map((d) => d.number),
    );
    expect(oldNumbers.length).toBeGreaterThan(5_000);
    expect(oldNumbers.every((number) => /^9\d{8}$/.test(number))).toBe(true);
    expect(new Set(oldNumbers).size).toBeLessThan(oldNumbers.length);
  });

  it("names parents, spouses and children of one household consistently", () => {
    const byNumber = new Map<string, (typeof records)[number]>(records.map((record) => [record.person.number, record]));
    for (const { person, relations } of records) {
      for (const { kind, number, name } of relations) {
        const other = number === null ? undefined : byNumber.get(number);
        if (!other) continue;
        expect(other.person.name).toBe(name);
        if (kind === "spouse") expect(other.relations.some((one) => one.number === person.number)).toBe(true);
        if (kind === "father" || kind === "mother") {
          expect(other.person.sex).toBe(kind === "father" ? "M" : "F");
          expect(other.person.birth.year).toBeLessThan(person.birth.year - 12);
        }
      }
    }
  });

  it("writes addresses of before the merger under the wards of that time, and keeps them", async () => {
    const oldWardsOf = await loadOldWards();
    const settled = [...householdsFor({ people: 800, seed: 4, oldWardsOf })].flatMap((household) => household.records);
    const { oldWards } = await loadOldUnits();
    for (const { person, addresses } of settled) {
      const permanent = addresses.filter(({ kind }) => kind === "permanent");
      expect(permanent.filter(({ until }) => until === null)).toHaveLength(1);
      for (const { commune, from, until } of addresses) {
        if ((from ?? "") >= "2025-07-01") expect(open.has(commune)).toBe(true);
        else expect(oldWards().has(commune) || open.has(commune)).toBe(true);
        if (until !== null) expect(until >= (from ?? "")).toBe(true);
      }
      const present = permanent.at(-1);
      const ward = (present?.from ?? "") < "2025-07-01" ? oldWards().get(present?.commune ?? "") : undefined;
      if (ward) expect(ward.successors).toContain(person.permanent.commune);
    }
    expect(
      settled.filter(({ addresses }) => addresses.some(({ commune }) => isOldWard(commune))).length,
    ).toBeGreaterThan(400);
  });

  it("is the same to the last field for the same seed, on every machine", () => {
    const hash = sha256(JSON.stringify([...householdsFor({ people: 2_000, seed: 11 })])).toString("hex");
    expect(hash).toBe("693fcb97383061ee8432492258ca9a349de38d3514ff1fca56b0c65d38d265b7");
  });
});
