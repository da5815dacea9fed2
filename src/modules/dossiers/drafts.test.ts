import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_FILE_KEY, testFileKeys } from "../../../tests/support/file-keys.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { newId } from "../../platform/ids.ts";
import { createColumnSealer } from "../../platform/sealed-columns.ts";
import { createDrafts, type Draft } from "./drafts.ts";

/** What somebody has begun lies sealed, and no two saves lose each other's answers. */

let house: TestHouse;
let owner: pg.Client;
let account = "";
beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query("select id from accounts where kind = 'citizen' limit 1");
  account = rows[0]?.id ?? newId();
  if (rows.length === 0)
    await owner.query(
      "insert into accounts (id, issuer, subject, kind, display_name, assurance) values ($1, 'https://test', 'd', 'citizen', 'Người Thử', 2)",
      [account],
    );
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

const begun = async (): Promise<Draft> => {
  const [procedure] = house.deps.procedures;
  const draft = procedure
    ? await house.deps.dossiers.drafts.begin(
        account,
        procedure,
        { organisation: null, ward: null },
        { a: "Trần Thị Bí Mật" },
      )
    : null;
  if (!draft) throw new Error("no procedure in force");
  return draft;
};
const lying = async (draft: Draft): Promise<string> =>
  JSON.stringify((await owner.query("select answers, pending from drafts where id = $1", [draft.id])).rows[0]);

test("answers and waiting rows lie sealed and come back to their owner", async () => {
  const { drafts } = house.deps.dossiers;
  const draft = await begun();
  await drafts.answer(draft, { b: "hai mươi", c: "ba" });
  const kept = await drafts.answer(draft, { c: undefined });
  await drafts.setPending(kept, { rows: ["Lê Văn Kín"] });
  expect(await lying(draft)).not.toMatch(/Bí Mật|hai mươi|Kín|"a"/);
  const found = await drafts.find(account, draft.id);
  expect([found?.answers, found?.pending]).toEqual([{ a: "Trần Thị Bí Mật", b: "hai mươi" }, { rows: ["Lê Văn Kín"] }]);
});

test("twenty saves at once keep each other's answers", async () => {
  const { drafts } = house.deps.dossiers;
  const draft = await begun();
  await Promise.all(Array.from({ length: 20 }, (_, n) => drafts.answer(draft, { [`n${n}`]: String(n) })));
  expect(Object.keys((await drafts.find(account, draft.id))?.answers ?? {})).toHaveLength(21);
});

test("after the key has changed every draft is sealed anew, plain ones too, and the old key is not needed", async () => {
  const draft = await begun();
  const plain = await begun();
  await owner.query(`update drafts set answers = '{"a":"cũ"}' where id = $1`, [plain.id]);
  const { db, clock, dossiers } = house.deps;
  const fresh = Buffer.alloc(32, "new").toString("base64");
  const withKeys = (ring: string) =>
    createDrafts({ db, clock, sealer: createColumnSealer(testFileKeys(ring)), findProcedure: dossiers.findProcedure });
  const moving = withKeys(`${fresh} ${TEST_FILE_KEY}`);
  expect(await moving.reseal()).toBeGreaterThanOrEqual(2);
  expect(await moving.reseal()).toBe(0);
  const after = withKeys(fresh);
  expect((await after.find(account, draft.id))?.answers).toEqual({ a: "Trần Thị Bí Mật" });
  expect((await after.find(account, plain.id))?.answers).toEqual({ a: "cũ" });
});
