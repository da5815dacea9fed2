import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/database.ts";

/** What the schema says of a table that is only ever added to, held against what the application's role may really do. */

let t: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  t = await testDatabase();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await t.drop();
});

const tablesThatSay = async (words: string): Promise<readonly string[]> =>
  (
    await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and d.description ~* $1 order by 1`,
      [words],
    )
  ).rows.map(({ name }) => name);
/** Whether the role may do it to the table, or to any column of it. */
const may = async (table: string, what: "update" | "delete" | "truncate"): Promise<boolean> => {
  const { rows } = await owner.query<{ may: boolean }>(
    what === "update"
      ? "select has_any_column_privilege('motcua_app', $1, 'update') as may"
      : "select has_table_privilege('motcua_app', $1, $2) as may",
    what === "update" ? [table] : [table, what],
  );
  return rows[0]?.may ?? true;
};

test("what is said to be insert and select only, or never changed, cannot be changed or removed by the application", async () => {
  const tables = [...(await tablesThatSay("insert and select only")), ...(await tablesThatSay("never changed[:.]"))];
  expect(tables.length).toBeGreaterThanOrEqual(25);
  for (const table of tables)
    for (const what of ["update", "delete", "truncate"] as const)
      expect(await may(table, what), `${what} on ${table}`).toBe(false);
});

test("what is said never to be deleted cannot be", async () => {
  const tables = [...(await tablesThatSay("never deleted")), ...(await tablesThatSay("never changed but"))];
  expect(tables).toEqual(expect.arrayContaining(["delegations", "outages", "working_hours", "notice_templates"]));
  for (const table of tables)
    for (const what of ["delete", "truncate"] as const)
      expect(await may(table, what), `${what} on ${table}`).toBe(false);
});
