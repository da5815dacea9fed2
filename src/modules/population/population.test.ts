import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { compareNames, isVerified } from "../../kernel/person-claim.ts";
import { comparePartialDates, day } from "../../kernel/plain-date.ts";
import { type Database, openDatabase } from "../../platform/database/database.ts";
import { readForHouse } from "../access/index.ts";
import {
  findHousehold,
  findOrganisation,
  findPerson,
  generatePopulation,
  insertPopulation,
  organisationsOf,
  ownsDwelling,
  representativesOf,
  verifyPerson,
} from "./index.ts";

const population = generatePopulation({ people: 5_000, seed: 7 });
const today = day("2026-11-23");
const RECORDED = Date.parse("2026-11-23T08:00:00+07:00");
const some = <T>(from: readonly T[], which: (item: T) => boolean): T => {
  const found = from.find(which);
  if (!found) throw new Error("the population lacks somebody this test needs");
  return found;
};

describe("the population register", () => {
  let t: TestDatabase;
  let owner: Database;

  beforeAll(async () => {
    t = await testDatabase();
    owner = openDatabase({ url: t.ownerUrl, most: 2 });
    await owner.inTransaction((tx) => insertPopulation(tx, population, RECORDED));
  });
  afterAll(async () => {
    await owner.close();
    await t.drop();
  });

  it("takes 5,000 people, and nobody twice", async () => {
    await owner.inTransaction((tx) => insertPopulation(tx, population, RECORDED));
    const [count] = await t.db.query<{ count: number }>("count persons", "select count(*) as count from persons");
    expect(count?.count).toBe(population.persons.length);
  });

  it("gives back the person that was put in, or null", async () => {
    for (const person of population.persons.slice(0, 20))
      expect(await findPerson(readForHouse(t.db, "tells-nothing"), person.number)).toEqual(person);
    const yearOnly = some(population.persons, (p) => p.birth.month === undefined);
    expect(await findPerson(readForHouse(t.db, "tells-nothing"), yearOnly.number)).toEqual(yearOnly);
    expect(await findPerson(readForHouse(t.db, "tells-nothing"), "000000000000")).toBeNull();
  });

  it("gives the whole household of any of its members, the head first", async () => {
    const child = some(population.persons, (p) => p.relationToHead === "child");
    const household = await findHousehold(readForHouse(t.db, "tells-nothing"), child.number);
    expect(household?.members.map((m) => m.number).sort()).toEqual(
      population.persons
        .filter((p) => p.householdId === child.householdId)
        .map((p) => p.number)
        .sort(),
    );
    expect(household?.head?.relationToHead).toBe("head");
    expect(household?.members[0]).toEqual(household?.head);
    expect(await findHousehold(readForHouse(t.db, "tells-nothing"), "000000000000")).toBeNull();
  });

  it("answers field by field and never with the record", async () => {
    const person = some(population.persons, (p) => p.birth.day !== undefined && p.name.includes("Thị"));
    const claim = {
      number: person.number,
      name: person.name.normalize("NFD").toUpperCase(),
      birthDate: person.birth,
      sex: person.sex,
    };
    const verified = await verifyPerson(t.db, claim);
    expect(verified).toEqual({ number: "match", name: "match", birthDate: "match", sex: "match", living: true });
    expect(isVerified(verified)).toBe(true);

    const wrong = await verifyPerson(t.db, {
      ...claim,
      name: "Nguyễn Văn Khác",
      birthDate: { year: person.birth.year },
      sex: "M",
    });
    expect(wrong).toEqual({
      number: "match",
      name: "no-match",
      birthDate: "partial-match",
      sex: "no-match",
      living: true,
    });
    expect(isVerified(wrong)).toBe(false);
    expect(await verifyPerson(t.db, { number: person.number })).toEqual({ number: "match", living: true });
    expect(
      await verifyPerson(t.db, { number: "000000000000", name: "A B", birthDate: { year: 1990 }, sex: "F" }),
    ).toEqual({
      number: "absent",
      name: "absent",
      birthDate: "absent",
      sex: "absent",
      living: true,
    });
    const dead = population.persons.find((p) => p.deceased);
    if (dead) expect(isVerified(await verifyPerson(t.db, { number: dead.number, name: dead.name }))).toBe(false);
  });

  it("knows organisations, who speaks for them, and only on the days they may", async () => {
    const [representative] = population.representatives;
    if (!representative) throw new Error("no representative");
    const organisation = some(population.organisations, (o) => o.code === representative.organisationCode);
    expect(await findOrganisation(t.db, organisation.code)).toEqual(organisation);
    expect(await findOrganisation(t.db, "0000000000")).toBeNull();
    expect(await representativesOf(t.db, organisation.code, today)).toEqual([representative]);
    expect((await organisationsOf(t.db, representative.personNumber, today)).map((o) => o.code)).toContain(
      organisation.code,
    );
    expect(await organisationsOf(t.db, representative.personNumber, day("2025-06-30"))).toEqual([]);
    await owner.query("end it", "update representatives set valid_until = '2026-11-22' where organisation_code = $1", [
      organisation.code,
    ]);
    expect(await representativesOf(t.db, organisation.code, day("2026-11-22"))).toHaveLength(1);
    expect(await representativesOf(t.db, organisation.code, today)).toEqual([]);
  });

  it("says whether somebody owns an address, however it is typed, and nothing of others", async () => {
    const [dwelling] = population.dwellings;
    if (!dwelling) throw new Error("no dwelling");
    const { commune, line } = dwelling.address;
    expect(await ownsDwelling(t.db, dwelling.ownerNumber, commune, line.toUpperCase())).toBe("match");
    expect(await ownsDwelling(t.db, "000000000000", commune, line)).toBe("absent");
    expect(await ownsDwelling(t.db, dwelling.ownerNumber, "00000", line)).toBe("absent");
  });

  it("may be read by the application, and not changed", async () => {
    await expect(t.db.query("rename all", "update persons set name = 'X'")).rejects.toThrow(/permission denied/);
  });
});

describe("the comparison of names and birth dates", () => {
  it.each([
    ["Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "match"],
    ["NGUYEN THI HOA", "Nguyễn Thị Hòa", "partial-match"],
    ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa", "no-match"],
    ["Trần Tuấn", "Trần Tuân", "no-match"],
    ["Võ Minh", "Vũ Minh", "no-match"],
  ])("%s and %s: %s", (claimed, known, answer) => {
    expect(compareNames(claimed, known)).toBe(answer);
  });

  it.each([
    [{ year: 1999 }, { year: 1999, month: 1, day: 1 }, "partial-match"],
    [{ year: 1999, month: 3 }, { year: 1999, month: 3, day: 15 }, "partial-match"],
    [{ year: 1999, month: 3, day: 15 }, { year: 1999, month: 3, day: 15 }, "match"],
    [{ year: 1999 }, { year: 1999 }, "match"],
    [{ year: 1999, month: 4 }, { year: 1999, month: 3, day: 15 }, "no-match"],
    [{ year: 1998 }, { year: 1999 }, "no-match"],
  ])("E28: %o and %o: %s", (claimed, known, answer) => {
    expect(comparePartialDates(claimed, known)).toBe(answer);
  });
});
