import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testFileKeys } from "../../tests/support/file-keys.ts";
import { type Files, openFiles } from "./files.ts";

let folder = "";
let files: Files;
const drafts = (): string[] => readdirSync(join(folder, "drafts"));
const wholeOf = async (sha256: string): Promise<Buffer | null> => {
  const stream = await files.read(sha256);
  return stream ? Buffer.concat(await stream.toArray()) : null;
};
async function* inParts(bytes: Uint8Array, breaksAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) {
    if (at >= breaksAt) throw new Error("the sender hung up");
    yield bytes.subarray(at, at + 1000);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-files-"));
  files = await openFiles(folder, Date.now(), testFileKeys());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file is kept under the name of its content and comes back byte for byte", async () => {
  const bytes = randomBytes(100_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await files.put(inParts(bytes))).toEqual({ ok: true, value: { sha256, sizeBytes: bytes.length } });
  expect(Buffer.compare((await wholeOf(sha256)) ?? Buffer.alloc(0), bytes)).toBe(0);
  expect(await files.sizeOf(sha256)).toBe(bytes.length);
  expect(statSync(join(folder, sha256.slice(0, 2), sha256)).mode & 0o077).toBe(0);
  expect(drafts()).toEqual([]);
});

test("the same bytes twice, also at once, are one file", async () => {
  const bytes = randomBytes(5000);
  const kept = await Promise.all([files.put(bytes), files.put(bytes), files.put(inParts(bytes))]);
  expect(new Set(kept.map((one) => (one.ok ? one.value.sha256 : ""))).size).toBe(1);
  expect(drafts()).toEqual([]);
});

test("a file beyond the limit is refused and leaves nothing, one at the limit is kept", async () => {
  const bytes = randomBytes(3000);
  expect(await files.put(inParts(bytes), { bytesMost: 2999 })).toEqual({
    ok: false,
    failure: { kind: "too-large", bytesMost: 2999 },
  });
  expect(await files.sizeOf(createHash("sha256").update(bytes).digest("hex"))).toBeNull();
  expect(drafts()).toEqual([]);
  expect((await files.put(inParts(bytes), { bytesMost: 3000 })).ok).toBe(true);
});

test("a sender that breaks off leaves nothing", async () => {
  await expect(files.put(inParts(randomBytes(9000), 4000))).rejects.toThrow("hung up");
  expect(drafts()).toEqual([]);
});

test("an empty file is a file", async () => {
  const kept = await files.put(new Uint8Array());
  expect(kept.ok && (await wholeOf(kept.value.sha256))?.length).toBe(0);
});

test("a name that is no digest reaches nothing", async () => {
  expect(await files.read("../../etc/passwd")).toBeNull();
  expect(await files.read("A".repeat(64))).toBeNull();
});

test("drafts of processes long gone are swept at the next start, fresh ones are not", async () => {
  for (const name of ["old", "fresh"]) writeFileSync(join(folder, "drafts", name), "half");
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(join(folder, "drafts", "old"), twoDaysAgo, twoDaysAgo);
  await openFiles(folder, Date.now(), testFileKeys());
  expect(drafts()).toEqual(["fresh"]);
});
