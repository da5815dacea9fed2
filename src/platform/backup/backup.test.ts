import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { TEST_FILE_KEY, testFileKeys } from "../../../tests/support/file-keys.ts";
import { keysHere, openFileKeys } from "../file-keys.ts";
import { openFiles } from "../files.ts";
import { newId } from "../ids.ts";
import { openSecrets } from "../secrets.ts";
import { Trouble } from "../trouble.ts";
import { tablesInOrder } from "./contents.ts";
import { backup, restore } from "./index.ts";

const migrations = resolve(import.meta.dirname, "../../../db/migrations");

describe("a backup", () => {
  let from: TestDatabase;
  let to: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), "motcua-backup-test-"));
  const ours = { filesKey: null, filesKeysFile: null };
  const here = { filesDir: join(folder, "a"), dataDir: join(folder, "here"), ...ours };
  const there = { filesDir: join(folder, "b"), dataDir: join(folder, "there"), ...ours };
  const file = join(folder, "all.motcua");
  const restoring = (
    more: { file?: string; replace?: boolean; withSecrets?: boolean; withoutFileKeys?: boolean } = {},
  ) =>
    restore({
      ownerUrl: to.ownerUrl,
      settings: there,
      migrations,
      file,
      replace: false,
      withSecrets: false,
      withoutFileKeys: false,
      ...more,
    });

  beforeAll(async () => {
    [from, to] = await Promise.all([testDatabase(), testDatabase()]);
    await fill(from.ownerUrl);
    mkdirSync(join(here.filesDir, "ab"), { recursive: true });
    writeFileSync(join(here.filesDir, "ab", "c".repeat(64)), Buffer.alloc(3_000_000, "x"));
    writeFileSync(join(here.filesDir, "ab", "empty"), "");
    await backup({ ownerUrl: from.ownerUrl, settings: here, file, withSecrets: false });
  });
  afterAll(async () => {
    await Promise.all([from.drop(), to.drop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it("put back elsewhere is the same in every row and every file", async () => {
    const outcome = await restoring();
    expect(outcome.files).toBe(2);
    expect(outcome.rows).toBeGreaterThan(5_000);
    expect(await everything(to.ownerUrl)).toEqual(await everything(from.ownerUrl));
    expect(readdirSync(join(there.filesDir, "ab"))).toEqual(["c".repeat(64), "empty"]);
    expect(readFileSync(join(there.filesDir, "ab", "c".repeat(64))).length).toBe(3_000_000);
  });

  it("leaves a waiting job waiting, and the next job gets a new number", async () => {
    const numbers = await ask<{ id: number }>(to.ownerUrl, "select id from graphile_worker._private_jobs");
    expect(numbers).toHaveLength(1);
    await to.db.inTransaction((tx) => tx.query("job", "select enqueue_job('t', '{}', null, null, null)"));
    expect(await ask(to.ownerUrl, "select id from graphile_worker._private_jobs")).toHaveLength(2);
  });

  it("keeps the promises of the schema: acts stay out of reach of the application", async () => {
    await expect(to.db.query("rewrite", "update acts set kind = 'x'")).rejects.toThrow(/permission denied/);
  });

  it("does not overwrite what is there unless asked to", async () => {
    await expect(restoring()).rejects.toThrow(/holds data already/);
    await expect(restoring({ replace: true })).resolves.toMatchObject({ files: 2 });
  });

  it("that was changed in one byte is refused, and nothing is different afterwards", async () => {
    const before = await everything(to.ownerUrl);
    const bytes = gunzipSync(readFileSync(file));
    const at = bytes.indexOf("Nguyễn Văn A");
    bytes.write("B", at + Buffer.byteLength("Nguyễn Văn "));
    const forged = join(folder, "forged");
    writeFileSync(forged, gzipSync(bytes));
    await expect(restoring({ file: forged, replace: true })).rejects.toThrow(/damaged or incomplete/);
    expect(await everything(to.ownerUrl)).toEqual(before);
    expect(readdirSync(there.filesDir)).toEqual(["ab"]);
  });

  it.each([0.2, 0.6, 0.999])("that breaks off after %d of its bytes is refused", async (part) => {
    const before = await everything(to.ownerUrl);
    const whole = readFileSync(file);
    const cut = join(folder, "cut");
    writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * part)));
    await expect(restoring({ file: cut, replace: true })).rejects.toBeInstanceOf(Trouble);
    expect(await everything(to.ownerUrl)).toEqual(before);
  });

  it("of encrypted files names the keys that are not in it, and is not restored where they are missing", async () => {
    const keys = openFileKeys(here, openSecrets(here.dataDir));
    const files = await openFiles(here.filesDir, Date.now(), keys);
    const kept = await files.put(Buffer.from("đơn của bà A"));
    const sha256 = kept.ok ? kept.value.sha256 : "";
    const taken = (withSecrets: boolean) =>
      backup({ ownerUrl: from.ownerUrl, settings: here, file: sealed, withSecrets });
    const sealed = join(folder, "sealed");
    const id = keys.current().id;
    expect((await taken(false)).keysApart).toEqual([id]);
    // There, another key is in use already; it must stay beside the one that comes.
    const theirs = openFileKeys(there, openSecrets(there.dataDir)).current().id;
    const before = await everything(to.ownerUrl);
    await expect(restoring({ file: sealed, replace: true })).rejects.toThrow(`The file key ${id} is missing`);
    expect(await everything(to.ownerUrl)).toEqual(before);
    expect(readdirSync(there.filesDir)).toEqual(["ab"]);
    await restoring({ file: sealed, replace: true, withoutFileKeys: true });

    expect((await taken(true)).keysApart).toEqual([]);
    await expect(restoring({ file: sealed, replace: true })).rejects.toThrow(`The file key ${id} is missing`);
    await restoring({ file: sealed, replace: true, withSecrets: true });
    expect(keysHere(there).map((key) => key.id)).toEqual([id, theirs]);
    const back = await openFiles(there.filesDir, Date.now(), openFileKeys(there, openSecrets(there.dataDir)));
    expect(Buffer.concat((await (await back.read(sha256))?.toArray()) ?? []).toString()).toBe("đơn của bà A");
    await restoring({ file: sealed, replace: true });
  });

  it("does not hold a key that the operator brings", async () => {
    const own = { ...here, filesDir: join(folder, "own"), filesKey: TEST_FILE_KEY };
    const files = await openFiles(own.filesDir, Date.now(), openFileKeys(own, openSecrets(own.dataDir)));
    await files.put(Buffer.from("đơn"));
    const file = join(folder, "own-keys");
    const made = await backup({ ownerUrl: from.ownerUrl, settings: own, file, withSecrets: true });
    expect(made.keysApart).toEqual([testFileKeys().current().id]);
    expect(gunzipSync(readFileSync(file)).includes(TEST_FILE_KEY.slice(0, 43))).toBe(false);
  });

  it("that is not there is said to be missing", async () => {
    await expect(restoring({ file: join(folder, "nothing") })).rejects.toThrow(/There is no file/);
  });
});

async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text; a moment of a job's queue is left out of nothing. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const { name } of await tablesInOrder(client)) {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    found[name] = rows.map((row) => row.line);
  }
  await client.end();
  return found;
}

async function fill(ownerUrl: string): Promise<void> {
  const id = newId();
  await ask(
    ownerUrl,
    `insert into units (id, agency_code, level, name, province_code, valid_from, parent_id) values
       ('b', 'G01.001.02', 'commune', 'Công an phường B', '01', '2025-07-01', null),
       ('a', 'G01.001.01', 'commune', E'Công an\\tphường\\nA\\\\', '01', '2025-07-01', 'b');
     insert into accounts (id, issuer, subject, kind, display_name, assurance) values ('${id}', 'i', 's', 'citizen', 'Nguyễn Văn A', 2);
     insert into persons (number, name, search_key, birth_year, sex, permanent_commune, permanent_line)
       select lpad(n::text, 12, '0'), 'Trần Thị ' || n, 'tran thi', 1990, 'F', '00001', 'số 1' from generate_series(1, 5000) n;
     select enqueue_job('later', '{"a": 1}', 'key', now() + interval '1 hour', null)`,
  );
}
