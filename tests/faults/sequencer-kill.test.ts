import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announceEntries, createSequencer, createSigner, keyOfSecret } from "../../src/modules/transparency/index.ts";
import { openNote, readCheckpointBody } from "../../src/modules/transparency/note.ts";
import { growingTree } from "../../src/modules/transparency/tree.ts";
import { newId, sha256 } from "../../src/platform/ids.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

/** kill -9 of the numbering at whatever moment, while entries stream in: each is numbered once, no checkpoint is contradicted. */

const KILLS = 6;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

let t: TestDatabase;
let owner: pg.Client;
let child: ChildProcess | null = null;
beforeAll(async () => {
  t = await testDatabase();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await owner?.end();
  await t?.drop();
});

const count = async (): Promise<number> =>
  (await owner.query("select count(*)::int as count from log_leaves")).rows[0].count;

const signedBefore = async (): Promise<number> =>
  (await owner.query("select count(*)::int as count from log_checkpoints")).rows[0].count;

test(`entries survive ${KILLS} kills of the sequencer (SEED=${SEED})`, async () => {
  const announced: string[] = [];
  let streaming = true;
  const stream = Array.from({ length: 2 }, async () => {
    while (streaming) {
      const some = Array.from({ length: 1 + (announced.length % 9) }, () => ({
        officeProvince: "79",
        id: newId(),
        digest: sha256(newId()),
      }));
      await t.db.inTransaction((tx) => announceEntries(tx, "act", some));
      announced.push(...some.map(({ id }) => id));
    }
  });
  for (let kill = 0; kill < KILLS; kill++) {
    const before = await count();
    child = spawn(process.execPath, [join(import.meta.dirname, "sequencer-child.ts")], {
      env: { ...process.env, SEQUENCER_URL: t.appUrl, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.stdout) await once(child.stdout, "data");
    // Killed while it numbers: only after something was numbered, at a moment drawn by lot.
    while ((await count()) === before) await pause(5);
    // One of them lives long enough to have signed, so that later ones have something to contradict.
    while (kill === 0 && (await signedBefore()) === 0) await pause(5);
    await pause((SEED * (kill + 1)) % 60);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  streaming = false;
  await Promise.all(stream);

  const signer = createSigner("motcua.test/log", keyOfSecret("of this test"));
  const sequencer = createSequencer({ db: t.db, clock: { now: () => Date.now() }, signer });
  // The server may still be ending what the last killed one had begun.
  while ((await sequencer.run()) === null) await pause(20);

  const leaves = await owner.query(
    "select leaf_index as index, entry_id as id, leaf_hash as hash from log_leaves order by leaf_index",
  );
  expect(leaves.rows.map(({ index }) => index)).toEqual(leaves.rows.map((_, at) => at));
  expect(leaves.rows.map(({ id }) => id).sort()).toEqual([...announced].sort());
  const checkpoints = (await owner.query("select tree_size as size, root, note from log_checkpoints order by 1")).rows;
  expect(checkpoints.at(-1)?.size).toBe(announced.length);
  const tree = growingTree();
  for (const { hash } of leaves.rows) {
    tree.push(hash);
    const checkpoint = checkpoints.find(({ size }) => size === tree.size());
    if (!checkpoint) continue;
    expect(checkpoint.root).toEqual(tree.root());
    const opened = openNote(checkpoint.note, [signer.verifier]);
    expect(opened && readCheckpointBody(opened.body)?.root).toEqual(tree.root());
  }
  expect(checkpoints.length).toBeGreaterThan(1);
}, 60_000);
