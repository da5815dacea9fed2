import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import {
  announceEntries,
  createSequencer,
  createSigner,
  findInclusion,
  keyOfSecret,
  latestCheckpoint,
} from "./index.ts";
import { growingTree, type Hash } from "./tree.ts";

let t: TestDatabase;
let owner: pg.Client;
const clock = { now: () => Date.UTC(2026, 10, 23) };
const signer = createSigner("motcua.test/log", keyOfSecret("of this test"));
const sequencer = () => createSequencer({ db: t.db, clock, signer });

beforeAll(async () => {
  t = await testDatabase();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await t?.drop();
});

const entries = (count: number, officeProvince = "79") =>
  Array.from({ length: count }, () => ({ officeProvince, id: newId(), digest: sha256(newId()) }));
const announce = (some: ReturnType<typeof entries>) => t.db.inTransaction((tx) => announceEntries(tx, "act", some));

/** The whole log as it stands, in order. */
async function leaves(): Promise<readonly { index: number; id: string; hash: Hash }[]> {
  const { rows } = await owner.query(
    "select leaf_index as index, entry_id as id, leaf_hash as hash from log_leaves order by leaf_index",
  );
  return rows;
}

/** Every entry once, no gap, and a checkpoint over exactly these leaves. */
async function expectWhole(ids: readonly string[]): Promise<void> {
  const log = await leaves();
  expect(log.map(({ index }) => index)).toEqual(log.map((_, at) => at));
  expect(log.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const tree = growingTree();
  for (const { hash } of log) tree.push(hash);
  expect(await latestCheckpoint(t.db)).toMatchObject({ size: log.length, root: tree.root() });
}

const known: string[] = [];
const remember = (some: ReturnType<typeof entries>) => known.push(...some.map(({ id }) => id));

test("announced entries become leaves under a checkpoint; a second round has nothing to do", async () => {
  const some = [...entries(3), ...entries(2, "01")];
  await announce(some);
  remember(some);
  expect(await sequencer().run()).toEqual({ numbered: 5, signed: 5 });
  expect(await sequencer().run()).toEqual({ numbered: 0, signed: null });
  await expectWhole(known);
});

test("an entry is numbered when its transaction commits, however late, and whatever came meanwhile", async () => {
  const late = entries(2);
  const rolledBack = entries(1);
  const finish = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const writing = t.db.inTransaction(async (tx) => {
    await announceEntries(tx, "act", late);
    written.resolve();
    await finish.promise;
  });
  await written.promise;
  const failing = t.db.inTransaction(async (tx) => {
    await announceEntries(tx, "act", rolledBack);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  // Written after the late one and committed before it: numbered at once, by a round that waits for nobody.
  for (let n = 0; n < 3; n++) {
    const some = entries(4);
    await announce(some);
    remember(some);
    expect(await sequencer().run()).toMatchObject({ numbered: 4 });
  }
  finish.resolve();
  await writing;
  remember(late);
  expect(await sequencer().run()).toMatchObject({ numbered: 2 });
  await expectWhole(known);
});

test("writers and several sequencers at once: no entry is lost, none numbered twice", async () => {
  let writing = true;
  const writers = Array.from({ length: 3 }, async () => {
    for (let n = 0; n < 25; n++) {
      const some = entries(1 + (n % 7));
      await announce(some);
      remember(some);
    }
  });
  const rounds = Array.from({ length: 3 }, async () => {
    while (writing) await sequencer().run();
  });
  await Promise.all(writers);
  writing = false;
  await Promise.all(rounds);
  await sequencer().run();
  await expectWhole(known);
});

test("while one numbers, another leaves it alone, and writers do not wait", async () => {
  const holder = new pg.Client({ connectionString: t.ownerUrl });
  await holder.connect();
  await holder.query("begin; select pg_advisory_xact_lock(7226014); lock table log_leaves in share mode");
  const some = entries(1);
  await announce(some);
  remember(some);
  expect(await sequencer().run()).toBeNull();
  await holder.query("rollback");
  await holder.end();
  expect(await sequencer().run()).toMatchObject({ numbered: 1 });
});

test("a connection that dies half-way through a round leaves nothing behind but what the next one takes up", async () => {
  const some = entries(700);
  for (const entry of some) await announce([entry]);
  remember(some);
  const round = sequencer().run();
  round.catch(() => undefined);
  for (let killed = 0; killed === 0; ) {
    const { rows } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like 'insert into log_%' and state <> 'idle'`,
    );
    killed = rows.length;
    if (killed === 0 && (await Promise.race([round.then(() => true), Promise.resolve(false)]))) break;
  }
  await round.catch(() => undefined);
  await sequencer().run();
  await expectWhole(known);
});

test("what is announced twice keeps its first number", async () => {
  const some = entries(2);
  await announce(some);
  await announce(some);
  remember(some);
  expect(await sequencer().run()).toMatchObject({ numbered: 2 });
  await announce(some);
  expect(await sequencer().run()).toMatchObject({ numbered: 0, signed: null });
  await expectWhole(known);
});

test("subtrees of 256 leaves are kept as they become complete, and the proofs read from them hold", async () => {
  const some = entries(190);
  await announce(some);
  remember(some);
  await sequencer().run();
  const { rows } = await owner.query("select count(*)::int as count from log_nodes where level = 1");
  expect(rows[0]?.count).toBe(Math.floor(known.length / 256));
  expect(await findInclusion(t.db, { leaf: known.length }, known.length)).toBeNull();
  expect(await findInclusion(t.db, { act: some[0]?.id ?? "" }, known.length)).toMatchObject({
    path: { length: expect.any(Number) },
  });
});

test("a tree that no longer continues what was signed is not signed again", async () => {
  await owner.query(
    "update log_leaves set leaf_hash = sha256('x') where leaf_index = (select max(leaf_index) from log_leaves)",
  );
  await announce(entries(1));
  await expect(sequencer().run()).rejects.toThrow(/no longer continues what was signed/);
  expect((await latestCheckpoint(t.db))?.size).toBe(known.length);
});

test.each(["log_leaves", "log_nodes", "log_checkpoints"])(
  "the application's role can neither change nor remove rows of %s",
  async (table) => {
    const [column] = await t.db.query<{ name: string }>(
      "try a column",
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1",
      [table],
    );
    for (const statement of [
      `update ${table} set ${column?.name} = ${column?.name}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      await expect(t.db.query(`try ${statement}`, statement), statement).rejects.toMatchObject({ code: "42501" });
  },
);
