import { afterEach, beforeEach, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { type Bulk, openBulk } from "../../platform/database/bulk.ts";
import { type Database, openDatabase } from "../../platform/database/database.ts";
import { fillRegister } from "./bulk.ts";
import { recordsOf } from "./history-rows.ts";
import { householdsFor } from "./index.ts";

/** Invented people come in by the portion, once, and the register is whole again after a run that was broken off. */

const AT = Date.parse("2026-11-23T08:00:00+07:00");
let t: TestDatabase;
let owner: Database;
let bulk: Bulk;

beforeEach(async () => {
  t = await testDatabase();
  owner = openDatabase({ url: t.ownerUrl, most: 2 });
  bulk = await openBulk(t.ownerUrl);
});
afterEach(async () => {
  await bulk.close();
  await owner.close();
  await t.drop();
});

const indexes = () =>
  owner.query<{ indexdef: string }>(
    "indexes",
    "select indexdef from pg_indexes where schemaname = 'public' and tablename like 'person%' order by indexdef",
  );
const count = async (): Promise<number> =>
  (await owner.query<{ count: number }>("count", "select count(*) as count from persons"))[0]?.count ?? 0;
const filling = () => ({ owner, bulk, seed: 9, at: AT, oldWardsOf: () => [], portion: 300 });

it("writes exactly what the seed invents, with every list and every index", async () => {
  const before = await indexes();
  const filled = await fillRegister({ ...filling(), people: 900 });
  expect(filled.people).toBe(await count());
  expect(await indexes()).toEqual(before);
  const invented = [...householdsFor({ people: 900, seed: 9 })].flatMap(({ records }) => records);
  const stored = await recordsOf(
    t.db,
    invented.map(({ person }) => person.number),
  );
  const sorted = <T>(list: readonly T[]): string[] => list.map((one) => JSON.stringify(one)).sort();
  expect(stored.size).toBe(invented.length);
  for (const record of invented) {
    const found = stored.get(record.person.number);
    expect(found?.person).toEqual(record.person);
    expect(found?.details).toEqual(record.details);
    expect(sorted(found?.addresses ?? [])).toEqual(sorted(record.addresses));
    expect(sorted(found?.documents ?? [])).toEqual(sorted(record.documents));
    expect(found?.relations.length).toBe(record.relations.length);
  }
  const [names] = await t.db.query<{ missing: number }>(
    "names",
    "select count(*) as missing from persons p where not exists (select from register_names n where n.name_key = p.search_key)",
  );
  expect(names?.missing).toBe(0);
});

it("goes on after a run that was broken off, and a larger wish adds only the rest", async () => {
  const before = await indexes();
  const dying = fillRegister({
    ...filling(),
    people: 1_500,
    tell: (added) => {
      if (added > 700) throw new Error("killed");
    },
  });
  await expect(dying).rejects.toThrow("killed");
  await fillRegister({ ...filling(), people: 1_500 });
  expect(await indexes()).toEqual(before);
  await fillRegister({ ...filling(), people: 2_000 });
  const inOneGo = [...householdsFor({ people: await count(), seed: 9 })].flatMap(({ persons }) => persons);
  expect(await count()).toBe(inOneGo.length);
  const stored = await recordsOf(
    t.db,
    inOneGo.map(({ number }) => number),
  );
  expect(stored.size).toBe(inOneGo.length);
});
