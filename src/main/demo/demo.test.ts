import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { day, instantAt } from "../../kernel/plain-date.ts";
import { readForHouse } from "../../modules/access/index.ts";
import { openCatalogue } from "../../modules/catalogue/index.ts";
import { findOrganisation, findPerson, organisationsOf, ownsDwelling } from "../../modules/population/index.ts";
import { type Database, openDatabase } from "../../platform/database/database.ts";
import { demoAccounts, demoPosts, seedDemo } from "./index.ts";
import { bao, ha, minh } from "./people.ts";

const today = day("2026-11-23");

describe("the demonstration", () => {
  let t: TestDatabase;
  let owner: Database;

  beforeAll(async () => {
    t = await testDatabase();
    owner = openDatabase({ url: t.ownerUrl, most: 2 });
    expect(await seedDemo(owner)).toBe("seeded");
  });
  afterAll(async () => {
    await owner.close();
    await t.drop();
  });

  it("has more than 5,000 people and changes nothing at a second start", async () => {
    const count = async (): Promise<unknown> =>
      t.db.query(
        "count all",
        `select (select count(*) from persons) as persons, (select count(*) from organisations) as organisations,
           (select count(*) from dwellings) as dwellings, (select count(*) from posts) as posts`,
      );
    const before = await count();
    expect(before).toMatchObject([{ organisations: 124, posts: demoPosts.length }]);
    expect(await seedDemo(owner)).toBe("unchanged");
    expect(await count()).toEqual(before);
  });

  it("lets in only people the register knows, under names and dates that agree", async () => {
    expect(new Set(demoAccounts.map((account) => account.subject)).size).toBe(demoAccounts.length);
    expect(new Set(demoAccounts.map((account) => account.personNumber)).size).toBe(demoAccounts.length);
    for (const account of demoAccounts) {
      const person = await findPerson(readForHouse(t.db, "check-filing"), account.personNumber ?? "");
      expect(person?.name, account.subject).toBe(account.name);
      if (account.organisation) {
        expect((await findOrganisation(t.db, account.organisation.code))?.name).toBe(account.organisation.name);
        const speaksFor = await organisationsOf(t.db, account.personNumber ?? "", today);
        expect(speaksFor.map((o) => o.code)).toContain(account.organisation.code);
      }
    }
  });

  it("gives every officer a post in an office that exists, and each office every role", async () => {
    const catalogue = await openCatalogue({ sql: t.db, clock: { now: () => instantAt(today, 600) } });
    const officers = demoAccounts.filter((account) => account.realm === "officer").map((account) => account.subject);
    expect(new Set(demoPosts.map((post) => post.officerSubject))).toEqual(new Set(officers));
    for (const post of demoPosts) expect(catalogue.findUnit(post.unitId), post.unitId).not.toBeNull();
    for (const unit of ["ca-26740", "ca-19789", "ca-00070", "pc06-79", "pc06-46", "pc06-01"]) {
      const alone = demoPosts.filter((post) => post.unitId === unit && post.officerSubject !== "can-bo-kiem-nhiem");
      const held = alone.flatMap((post) => post.roles);
      for (const role of ["deskOfficer", "caseOfficer", "unitLead", "signer", "clerk"])
        expect(held, unit).toContain(role);
    }
    expect(catalogue.competentUnit("commune", "26740")?.id).toBe("ca-26740");
  });

  it("knows that Hà owns her flat and that Minh rents from Bảo", async () => {
    expect(await ownsDwelling(t.db, ha.number, "26740", "căn hộ 12.05 số 2 Đường Tôn Đức Thắng")).toBe("match");
    expect(await ownsDwelling(t.db, minh.number, "26740", "Số 45/3 đường Nguyễn Huệ")).toBe("absent");
    expect(await ownsDwelling(t.db, bao.number, "26740", "Số 45/3 đường Nguyễn Huệ")).toBe("match");
  });
});
