import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Act, Actor } from "../../src/engine/state/index.ts";
import { logSigner } from "../../src/main/log-key.ts";
import { verdictOn } from "../../src/main/verify-log.ts";
import { logAccess, lookEntries } from "../../src/modules/access/index.ts";
import { actHash, chainStart } from "../../src/modules/dossiers/chain.ts";
import { entryLeaf } from "../../src/modules/transparency/entries.ts";
import { consistencyProof, createSigner, keyOfSecret, type Signer } from "../../src/modules/transparency/index.ts";
import { checkpointBody, signNote, underName } from "../../src/modules/transparency/note.ts";
import { verifyConsistency } from "../../src/modules/transparency/proof.ts";
import { growingTree } from "../../src/modules/transparency/tree.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { type LogStage, logStage, SECRETS_OF_TESTS } from "../support/log-stage.ts";
import { fileResidence, fileStay } from "../support/office-stage.ts";

/** Rows altered behind the application's back, by whoever holds the owner's password: the log names each. */

/** Each after the tables its rows point to. */
const TABLES = ["dossiers", "acts", "debts", "access_log", "log_waiting", "log_leaves", "log_nodes", "log_checkpoints"];
const LOOKS = 300;

let house: TestHouse;
let owner: pg.Client;
let stage: LogStage;
let dossier = { code: "", id: "" };
/** Looks by their leaf, and one that has no number yet. */
let looks: readonly { id: string; leaf: number }[] = [];
let waiting = "";

const officer: Actor = { account: newId(), name: "Phạm Thị Lan", as: "officer", unit: "ca-26740" };

beforeAll(async () => {
  house = await testHouse({ standIns: false, people: 50 });
  stage = logStage(house);
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const code = await fileResidence(house);
  dossier = { code, id: await one("select id from dossiers where code = $1", code) };
  await stage.run();
  await look(LOOKS, "Thẩm tra hồ sơ");
  await fileStay(house);
  await stage.run();
  await look(1, "Trả lời công dân");
  waiting = await one("select id from access_log where detail like 'Trả lời công dân%'");
  looks = (
    await owner.query(
      "select entry_id as id, leaf_index::int as leaf from log_leaves where kind = 'access' order by leaf_index",
    )
  ).rows;
  for (const table of TABLES) await owner.query(`create table kept_${table} as table ${table}`);
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});
beforeEach(async () => {
  const emptied = TABLES.toReversed().map((table) => `delete from ${table};`);
  const restored = TABLES.map((table) => `insert into ${table} table kept_${table};`);
  await owner.query(`begin; ${emptied.join(" ")} ${restored.join(" ")} commit`);
});

async function look(count: number, purpose: string): Promise<void> {
  const looked = Array.from({ length: count }, (_, n) => ({
    officeProvince: "79",
    actor: officer,
    subjectNumber: "040092034092",
    dossierCode: dossier.code,
    purpose: "handle-dossier" as const,
    detail: `${n === 0 ? purpose : `${purpose}, lần ${n}`} \u2028"\\\n`,
    fields: ["name", "address"] as const,
  }));
  await house.db.inTransaction((tx) => logAccess(tx, house.deps.clock.now(), ...looked));
}
async function one(sql: string, ...values: unknown[]): Promise<string> {
  return String(Object.values((await owner.query(sql, values)).rows[0] ?? {})[0]);
}
const alter = (sql: string, ...values: unknown[]): Promise<unknown> => owner.query(sql, values);
const verdict = (...kept: string[]) => verdictOn(house.db, undefined, [stage.key], kept);

/** The lines of what does not fit, in English; nothing when all fits. */
async function found(...kept: string[]): Promise<readonly string[]> {
  const { held, lines } = await verdict(...kept);
  const named = lines.flatMap((line) => /FAILED, log: (.*)$/.exec(line)?.[1] ?? []);
  if (named.length > 0) expect(held).toBe(false);
  return named;
}

test("an untouched log holds, and the sentence says how much was read", async () => {
  const { held, lines } = await verdict();
  expect(lines.join("\n")).toContain(`ĐẠT: nhật ký minh bạch ${LOOKS + 4} lá, 2 điểm kiểm tra đã ký, 1 mục đang chờ`);
  expect(held).toBe(true);
});

describe("a look at data", () => {
  test.each([
    ["its purpose", "purpose = 'Việc khác'"],
    ["who looked", "actor_name = 'Người khác'"],
    ["the account that looked", "actor_account = gen_random_uuid()"],
    ["whose data", "subject_number = null"],
    ["its dossier", "dossier_code = 'G01.079.1A-261123-019999'"],
    ["its fields", "fields = fields[1:1]"],
    ["its moment by a second", "at = at + interval '1 second'"],
    ["its moment by less than a millisecond", "at = at + interval '7 microseconds'"],
  ])("altered: %s", async (_what, change) => {
    const { id, leaf } = at(looks, 41);
    await alter(`update access_log set ${change} where id = $1`, id);
    expect(await found()).toEqual([`look at data ${id}, leaf ${leaf}: was altered after it was written`]);
  });

  test("deleted", async () => {
    const { id, leaf } = at(looks, 7);
    await alter("delete from access_log where id = $1", id);
    expect(await found()).toEqual([`look at data ${id} (province 79), leaf ${leaf}: was deleted`]);
  });

  test("inserted, with an id as old as one likes", async () => {
    const id = "01900000-0000-7000-8000-000000000001";
    await alter(
      `insert into access_log (office_province, id, at, actor_account, actor_name, purpose, fields)
       values ('79', $1, '2026-01-01', gen_random_uuid(), 'Người khác', 'Không có thật', '{}')`,
      id,
    );
    expect(await found()).toEqual([`look at data ${id}: was inserted behind the application's back`]);
  });

  test("two that changed places are both named", async () => {
    const [a, b] = [at(looks, 3), at(looks, 200)];
    const between = newId();
    for (const [from, to] of [
      [a.id, between],
      [b.id, a.id],
      [between, b.id],
    ])
      await alter("update access_log set id = $2 where id = $1", from, to);
    expect(await found()).toEqual(
      [a, b].map(({ id, leaf }) => `look at data ${id}, leaf ${leaf}: was altered after it was written`),
    );
  });

  test("altered or deleted before it has a number", async () => {
    await alter("update access_log set purpose = 'Việc khác' where id = $1", waiting);
    expect(await found()).toEqual([`look at data ${waiting}, not yet numbered: was altered after it was written`]);
    await alter("delete from access_log where id = $1", waiting);
    expect(await found()).toEqual([`look at data ${waiting} (province 79), not yet numbered: was deleted`]);
  });
});

describe("acts, where the dossier's own chain was rewritten to fit", () => {
  /** As somebody would who knows how we hash: new acts, new hashes, a new head. */
  async function rewrite(change: (acts: Act[]) => Act[]): Promise<void> {
    const { rows } = await owner.query<Act & { at: number }>(
      "select seq, id, kind, at, actor as by, data from acts where dossier_id = $1 order by seq",
      [dossier.id],
    );
    const province = await one("select office_province from dossiers where id = $1", dossier.id);
    await alter("delete from acts where dossier_id = $1", dossier.id);
    let head = chainStart(dossier.id);
    for (const act of change(rows)) {
      const hash = actHash(head, act);
      const { seq, id, kind, at, by, data } = act;
      const values = [province, dossier.id, seq, id, kind, new Date(at), by, data, head, hash];
      await alter("insert into acts values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", ...values);
      head = hash;
    }
    const count = "(select count(*) from acts where dossier_id = $1)";
    await alter(`update dossiers set head_hash = $2, act_count = ${count} where id = $1`, dossier.id, head);
  }

  test("altered", async () => {
    await rewrite((acts) => acts.map((act) => ({ ...act, at: act.at - 1_000 }) as Act));
    expect(await found()).toEqual([
      `dossier ${dossier.code}, act 1, leaf 0: was altered after it was written`,
      `dossier ${dossier.code}, act 2, leaf 1: was altered after it was written`,
    ]);
  });

  test("removed", async () => {
    const id = await one("select id from acts where dossier_id = $1 and seq = 2", dossier.id);
    await rewrite((acts) => acts.slice(0, 1));
    expect(await found()).toEqual([`act ${id} (province 79), leaf 1: was deleted`]);
  });

  test("added", async () => {
    const system = { account: "00000000-0000-0000-0000-000000000000", name: "Hệ thống", as: "system" } as const;
    const added = { seq: 3, id: newId(), kind: "accepted", at: 1_790_000_000_000, by: system, data: {} };
    await rewrite((acts) => [...acts, added as unknown as Act]);
    expect(await found()).toEqual([`dossier ${dossier.code}, act 3: was inserted behind the application's back`]);
  });

  test("moved", async () => {
    await rewrite(([first, second]) => [{ ...second, seq: 1 } as Act, { ...first, seq: 2 } as Act]);
    const named = await found();
    expect(named.toSorted()).toEqual([
      `dossier ${dossier.code}, act 1, leaf 1: was altered after it was written`,
      `dossier ${dossier.code}, act 2, leaf 0: was altered after it was written`,
    ]);
  });

  test("a dossier removed whole, as if it had never been filed", async () => {
    const id = await one("select id from acts where dossier_id = $1 and seq = 1", dossier.id);
    await alter("delete from acts where dossier_id = $1", dossier.id);
    await alter("delete from debts where dossier_id = $1", dossier.id);
    await alter("delete from verifications where dossier_id = $1", dossier.id);
    await alter("delete from dossiers where id = $1", dossier.id);
    expect((await verdict()).lines[0]).toMatch(/^ĐẠT: 1 hồ sơ/);
    expect(await found()).toContain(`act ${id} (province 79), leaf 0: was deleted`);
  });
});

describe("the log itself", () => {
  const ROOT = `checkpoint of ${LOOKS + 4} leaves: the signed root differs from the leaves: a leaf before it was altered, deleted, inserted or moved`;
  const FIRST_PART =
    "leaves 0–255: the stored hash of this part differs from its leaves: a leaf or the hash was altered or moved";

  test("a leaf's hash or salt altered: its entry is named", async () => {
    const { id, leaf } = at(looks, 290);
    const named = `look at data ${id}, leaf ${leaf}: was altered after it was written`;
    await alter("update log_leaves set salt = decode(repeat('00', 16), 'hex') where entry_id = $1", id);
    expect(await found()).toEqual([named]);
    await alter("update log_leaves set leaf_hash = sha256('x') where entry_id = $1", id);
    expect(await found()).toEqual([named, ROOT]);
  });

  test("an entry altered with its leaf: the tree contradicts it", async () => {
    const { id, leaf } = at(looks, 41);
    const salt = Buffer.alloc(16);
    await alter("update access_log set purpose = 'Việc khác' where id = $1", id);
    const digest = (await lookEntries(house.db, [{ officeProvince: "79", id }])).get(id)?.digest ?? Buffer.alloc(32);
    await alter(
      "update log_leaves set salt = $2, leaf_hash = $3 where leaf_index = $1",
      leaf,
      salt,
      entryLeaf("access", salt, digest),
    );
    expect(await found()).toEqual([FIRST_PART, ROOT]);
  });

  test("two leaves that changed places", async () => {
    await alter("update log_leaves set leaf_index = -1 where leaf_index = 10");
    await alter("update log_leaves set leaf_index = 10 where leaf_index = 11");
    await alter("update log_leaves set leaf_index = 11 where leaf_index = -1");
    expect(await found()).toEqual([FIRST_PART, ROOT]);
  });

  test("a leaf removed with its row", async () => {
    const { id, leaf } = at(looks, 295);
    await alter("delete from log_leaves where entry_id = $1", id);
    await alter("delete from access_log where id = $1", id);
    expect(await found()).toEqual([`leaf ${leaf}: this leaf is missing`, ROOT]);
  });

  test("the last leaves removed with their rows", async () => {
    const gone = "(select entry_id from log_leaves where leaf_index >= 302)";
    await alter(`delete from acts where id in ${gone}`);
    await alter("delete from log_leaves where leaf_index >= 302");
    expect(await found()).toContain(`checkpoint of ${LOOKS + 4} leaves: more leaves were signed than there are`);
  });

  test("an entry announced and numbered by a stranger", async () => {
    await alter(
      `insert into access_log (office_province, id, actor_account, actor_name, purpose, fields)
       values ('79', gen_random_uuid(), gen_random_uuid(), 'Người khác', 'Không có thật', '{}')`,
    );
    const id = await one("select id from access_log where purpose = 'Không có thật'");
    await alter("update log_leaves set leaf_index = leaf_index + 1000 where leaf_index >= 5");
    await alter("update log_leaves set leaf_index = leaf_index - 999 where leaf_index >= 1000");
    await alter(
      "insert into log_leaves values (5, 'access', '79', $1, decode(repeat('00', 16), 'hex'), sha256('x'))",
      id,
    );
    expect(await found()).toEqual(
      expect.arrayContaining([`look at data ${id}, leaf 5: was altered after it was written`, FIRST_PART, ROOT]),
    );
  });

  test.each([
    ["altered", "update log_nodes set hash = sha256('x')", FIRST_PART],
    ["removed", "delete from log_nodes", "leaves 0–255: the hash of this part is missing"],
    ["moved", "update log_nodes set node_index = 1", "the end of the log: hashes stand behind the end of the log"],
    [
      "added",
      "insert into log_nodes values (2, 0, sha256('x'))",
      "the end of the log: hashes stand behind the end of the log",
    ],
  ])("a stored subtree %s", async (_what, change, line) => {
    await alter(change);
    expect(await found()).toContain(line);
  });

  const LAST = `checkpoint of ${LOOKS + 4} leaves`;
  const UNSIGNED = "the signature is wrong or of another key";
  test.each([
    ["its root", "root = sha256('x')", [`${LAST}: the row says something else than was signed`, ROOT]],
    ["its note", "note = replace(note, E'\\n304\\n', E'\\n303\\n')", [`${LAST}: ${UNSIGNED}`]],
    ["its key", "verifier_key = 'x'", [`${LAST}: the row says something else than was signed`]],
  ])("a checkpoint altered: %s", async (_what, change, lines) => {
    await alter(`update log_checkpoints set ${change} where tree_size = ${LOOKS + 4}`);
    expect(await found()).toEqual(lines);
  });

  test("a checkpoint moved to another size", async () => {
    await alter(`update log_checkpoints set tree_size = 100 where tree_size = ${LOOKS + 4}`);
    expect(await found()).toEqual([
      "checkpoint of 100 leaves: the row says something else than was signed",
      ROOT.replace(String(LOOKS + 4), "100"),
    ]);
  });

  /** The last leaf taken out, and the shorter log signed anew. */
  async function rewriteAndSign(signer: Signer): Promise<void> {
    await alter("delete from log_leaves where leaf_index = 303; delete from log_checkpoints where tree_size > 2");
    await alter("delete from access_log where id not in (select entry_id from log_leaves)");
    await alter("delete from acts where id not in (select entry_id from log_leaves)");
    await alter("delete from log_waiting");
    const tree = growingTree();
    for (const { leaf_hash } of (await owner.query("select leaf_hash from log_leaves order by leaf_index")).rows)
      tree.push(leaf_hash);
    const note = signNote(checkpointBody({ origin: stage.key.name, size: 303, root: tree.root() }), signer);
    await alter("insert into log_checkpoints values (303, $1, now(), $2, $3)", tree.root(), signer.verifier.text, note);
  }

  test("everything rewritten and signed anew with another key", async () => {
    await rewriteAndSign(createSigner(stage.key.name, keyOfSecret("of a stranger")));
    expect(await found()).toEqual([`checkpoint of 303 leaves: ${UNSIGNED}`]);
  });

  test("everything rewritten and signed anew with the log's own key: only a checkpoint kept outside shows it", async () => {
    const [before] = (await owner.query("select note from log_checkpoints order by tree_size")).rows;
    const [last] = (await owner.query("select note from log_checkpoints order by tree_size desc")).rows;
    await rewriteAndSign(logSigner(house.settings, SECRETS_OF_TESTS));
    expect(await found()).toEqual([]);
    expect(await found(before.note)).toEqual([]);
    expect(await found(before.note, last.note)).toEqual([
      `${LAST}: the log does not continue this checkpoint kept outside: the past was rewritten`,
    ]);
    expect(await found(last.note.replace("304", "303"))).toEqual([
      "checkpoint kept outside: this is no checkpoint that this log signed",
    ]);
  });
});

test("checkpoints signed under an earlier name or by an earlier key of ours still count", async () => {
  const rotated = createSigner("new.example.vn/log", keyOfSecret("the next key")).verifier;
  expect((await verdictOn(house.db, undefined, [underName(stage.key, "new.example.vn/log")])).held).toBe(true);
  expect((await verdictOn(house.db, undefined, [rotated, stage.key])).held).toBe(true);
  expect((await verdictOn(house.db, undefined, [rotated])).held).toBe(false);
});

test("between any two checkpoints stands a proof, and it holds", async () => {
  const { rows } = await owner.query("select tree_size as size, root from log_checkpoints order by tree_size");
  const [first, second] = rows;
  const path = await consistencyProof(house.db, first.size, second.size);
  const proof = { first: first.size, firstRoot: first.root, second: second.size, secondRoot: second.root, path };
  expect(verifyConsistency(proof)).toBe(true);
});

test("what was written before there was a log is announced by the migration, and fits", async () => {
  const migration = readFileSync(join(import.meta.dirname, "../../db/migrations/000015_transparency_log.sql"), "utf8");
  await alter("delete from log_waiting; delete from log_leaves; delete from log_nodes; delete from log_checkpoints");
  expect(await found()).toHaveLength(LOOKS + 5);
  await alter(migration.slice(migration.indexOf("-- What was written before there was a log")));
  expect(await found()).toEqual([]);
  expect(await stage.run()).toMatchObject({ numbered: LOOKS + 5 });
  expect(await found()).toEqual([]);
});

// The last one: what it files stays.
test("work and numbering that go on meanwhile raise no false alarm", async () => {
  let over = false;
  let filed = 0;
  const filing = (async () => {
    for (; !over; filed++) await fileResidence(house);
  })();
  const numbering = (async () => {
    while (!over) await stage.run();
  })();
  for (let round = 0; round < 20 || filed < 10; round++) expect(await found()).toEqual([]);
  over = true;
  await Promise.all([filing, numbering]);
});

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
