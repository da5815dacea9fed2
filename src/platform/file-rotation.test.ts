import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TEST_FILE_KEY, testFileKeys } from "../../tests/support/file-keys.ts";
import { beginRotation, endRotation, type FileKeys, type KeyPlaces, keysHere, openFileKeys } from "./file-keys.ts";
import { countKeys, reencrypt } from "./file-rotation.ts";
import { type Files, openFiles } from "./files.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";
import { Trouble } from "./trouble.ts";

let dataDir = "";
let folder = "";
let places: KeyPlaces;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "motcua-rotation-"));
  folder = join(dataDir, "files");
  places = { dataDir, filesKey: null, filesKeysFile: null };
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const opened = (): Promise<Files> => openFiles(folder, Date.now(), openFileKeys(places, openSecrets(dataDir)));
const keepAll = async (files: Files, count: number): Promise<Map<string, Buffer>> => {
  const kept = new Map<string, Buffer>();
  for (let made = 0; made < count; made++) {
    const bytes = randomBytes(1000 + made);
    const one = await files.put(bytes);
    if (one.ok) kept.set(one.value.sha256, bytes);
  }
  return kept;
};
const keepPlain = (bytes: Buffer): string => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  writeFileSync(join(folder, sha256.slice(0, 2), sha256), bytes);
  return sha256;
};
const same = async (files: Files, kept: ReadonlyMap<string, Buffer>): Promise<void> => {
  for (const [sha256, bytes] of kept)
    expect(Buffer.concat((await (await files.read(sha256))?.toArray()) ?? []).equals(bytes), sha256).toBe(true);
};

test("a rotation broken off goes on towards the same key, ends, and every file is as it was", async () => {
  const files = await opened();
  const kept = await keepAll(files, 30);
  const plain = Buffer.from("%PDF-1.7 từ bản trước");
  kept.set(keepPlain(plain), plain);
  const first = keysHere(places)[0]?.id ?? "";
  const goal = beginRotation(places).id;
  const keys = openFileKeys(places, openSecrets(dataDir));
  let shelves = 0;
  const breaking = reencrypt(folder, keys, () => {
    if (++shelves === 128) throw new Error("the power failed");
  });
  await expect(breaking).rejects.toThrow("the power failed");
  const between = await countKeys(folder);
  expect(between.get(goal)).toBeGreaterThan(0);
  expect(between.get(first)).toBeGreaterThan(0);
  // Who has been serving since before the rotation reads both, and writes under the new key at once.
  await same(files, kept);
  const late = Buffer.from("nộp giữa chừng");
  const put = await files.put(late);
  if (put.ok) kept.set(put.value.sha256, late);

  expect(beginRotation(places).id).toBe(goal);
  const far = await reencrypt(folder, openFileKeys(places, openSecrets(dataDir)), () => undefined);
  endRotation(places);
  expect(far.left.size).toBe(0);
  expect(await countKeys(folder)).toEqual(new Map([[goal, 32]]));
  expect(readdirSync(join(folder, "drafts"))).toEqual([]);
  await same(files, kept);
  expect(keysHere(places).map(({ id }) => id)).toEqual([goal, first]);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o077).toBe(0);
  expect(beginRotation(places).id).not.toBe(goal);
});

test("keys that the operator brings: the first is the goal, none is made, and none is written down", async () => {
  const earlier = Buffer.alloc(32, "earlier").toString("base64");
  const file = join(dataDir, "keys");
  writeFileSync(file, `${earlier}\n`);
  places = { ...places, filesKeysFile: file };
  const files = await opened();
  const kept = await keepAll(files, 3);
  writeFileSync(file, `${TEST_FILE_KEY}\n${earlier}\n`);
  const goal = beginRotation(places).id;
  expect(goal).toBe(testFileKeys().current().id);
  await reencrypt(folder, openFileKeys(places, openSecrets(dataDir)), () => undefined);
  expect(await countKeys(folder)).toEqual(new Map([[goal, 3]]));
  writeFileSync(file, TEST_FILE_KEY);
  await same(await opened(), kept);
  expect(readdirSync(dataDir)).not.toContain("secrets.json");
});

test("a damaged file is named and stays as it is; the others go on", async () => {
  const kept = await keepAll(await opened(), 4);
  const [damaged = ""] = kept.keys();
  const place = join(folder, damaged.slice(0, 2), damaged);
  const bytes = readFileSync(place);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(place, bytes);
  const goal = beginRotation(places).id;
  const far = await reencrypt(folder, openFileKeys(places, openSecrets(dataDir)), () => undefined);
  expect([...far.left]).toEqual([[damaged, expect.any(Trouble)]]);
  expect((await countKeys(folder)).get(goal)).toBe(3);
  expect(readFileSync(place).equals(bytes)).toBe(true);
});

test("a file removed just before its new form is written does not come back", async () => {
  const kept = await keepAll(await opened(), 3);
  beginRotation(places);
  const keys = openFileKeys(places, openSecrets(dataDir));
  const [gone = ""] = [...kept.keys()].sort();
  let asked = 0;
  // The key is asked for when the file is open and its draft not yet there.
  const removing: FileKeys = {
    ...keys,
    current() {
      if (asked++ === 0) rmSync(join(folder, gone.slice(0, 2), gone));
      return keys.current();
    },
  };
  const far = await reencrypt(folder, removing, () => undefined);
  expect(far).toMatchObject({ rewritten: 2, left: new Map() });
  expect(await (await opened()).sizeOf(gone)).toBeNull();
});

test("a file removed while its new form is being written takes that along, and the rotation goes on", async () => {
  const files = await opened();
  const put = await files.put(randomBytes(30_000_000));
  const sha256 = put.ok ? put.value.sha256 : "";
  await keepAll(files, 3);
  beginRotation(places);
  const rotating = reencrypt(folder, openFileKeys(places, openSecrets(dataDir)), () => undefined);
  const drafts = (): string[] => readdirSync(join(folder, "drafts")).filter((name) => name.startsWith(sha256));
  while (drafts().length === 0) await new Promise((done) => setImmediate(done));
  await files.remove(sha256);
  expect(drafts()).toEqual([]);
  expect(await rotating).toMatchObject({ rewritten: 3, left: new Map() });
  expect(await files.sizeOf(sha256)).toBeNull();
});

test.each(["short", `${TEST_FILE_KEY}x`, `0123456789abcdef:${TEST_FILE_KEY}`])(
  "a key that is none, or not the one its id says, stops the start and is not shown: %s",
  async (written) => {
    writeFileSync(join(dataDir, "keys"), written);
    places = { ...places, filesKeysFile: join(dataDir, "keys") };
    const refusal = await opened().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Trouble);
    expect(String(refusal)).toContain("32 bytes in base64");
    expect(String(refusal)).not.toContain(written);
  },
);

test("the settings take a key of 32 bytes in base64 and nothing else", () => {
  expect(readSettings({ FILES_KEY: TEST_FILE_KEY }).filesKey).toBe(TEST_FILE_KEY);
  expect(() => readSettings({ FILES_KEY: "c2hvcnQ=" })).toThrow(/FILES_KEY/);
});
