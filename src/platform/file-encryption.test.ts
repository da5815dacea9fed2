import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_FILE_KEY, testFileKeys } from "../../tests/support/file-keys.ts";
import { CHUNK_BYTES, HEADER_BYTES } from "./file-encryption.ts";
import { type Files, openFiles } from "./files.ts";
import { Trouble } from "./trouble.ts";

const SEALED = CHUNK_BYTES + 16;
const OTHER_KEY = Buffer.alloc(32, "another").toString("base64");
let folder = "";
let files: Files;
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
const wholeOf = async (sha256: string, from: Files = files): Promise<Buffer> => {
  const stream = await from.read(sha256);
  if (!stream) throw new Error("no such file");
  return Buffer.concat(await stream.toArray());
};
async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const keep = async (bytes: Uint8Array): Promise<string> => {
  const kept = await files.put(bytes);
  if (!kept.ok) throw new Error("too large");
  return kept.value.sha256;
};
/** Puts these bytes on the disk in the file's place, and gives what a reader then gets before it is refused. */
const readAltered = async (sha256: string, altered: Uint8Array): Promise<{ given: Buffer; refusal: unknown }> => {
  writeFileSync(placeOf(sha256), altered);
  const given: Buffer[] = [];
  try {
    for await (const piece of (await files.read(sha256)) ?? []) given.push(piece);
  } catch (refusal) {
    return { given: Buffer.concat(given), refusal };
  }
  return { given: Buffer.concat(given), refusal: null };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-encryption-"));
  files = await openFiles(folder, Date.now(), testFileKeys());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 5_000_000];
test("any bytes of any size, sent in pieces of any size, come back as they were", async () => {
  const size = fc.oneof(fc.constantFrom(...SIZES), fc.integer({ min: 0, max: 4 * CHUNK_BYTES }));
  const examples = SIZES.map((one): [number, number] => [one, 60_000]);
  await fc.assert(
    fc.asyncProperty(size, fc.integer({ min: 1000, max: 200_000 }), async (length, piece) => {
      const bytes = randomBytes(length);
      const sha256 = hashOf(bytes);
      expect(await files.put(inParts(bytes, piece))).toEqual({ ok: true, value: { sha256, sizeBytes: length } });
      expect((await wholeOf(sha256)).equals(bytes)).toBe(true);
      expect(await files.sizeOf(sha256)).toBe(length);
    }),
    { examples, numRuns: 20 },
  );
});

test("no plain byte reaches the disk", async () => {
  const marker = "Nguyễn Thị Bí Mật 001099000001";
  const bytes = Buffer.from(marker.repeat(20_000));
  const sha256 = await keep(bytes);
  const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(onDisk.length).toBeGreaterThan(0);
  expect(onDisk.some((held) => held.includes(marker.slice(0, 12)))).toBe(false);
  expect((await wholeOf(sha256)).equals(bytes)).toBe(true);
});

test("the same bytes kept again look different on the disk", async () => {
  const sha256 = await keep(Buffer.from("the same"));
  const first = readFileSync(placeOf(sha256));
  await keep(Buffer.from("the same"));
  expect(readFileSync(placeOf(sha256)).subarray(HEADER_BYTES).equals(first.subarray(HEADER_BYTES))).toBe(false);
});

test("a byte altered anywhere is refused, and nothing but true bytes is given out before", async () => {
  const bytes = randomBytes(2 * CHUNK_BYTES + 100);
  const sha256 = await keep(bytes);
  const whole = readFileSync(placeOf(sha256));
  const edges = [...Array(HEADER_BYTES + 1).keys(), HEADER_BYTES + SEALED - 1, HEADER_BYTES + SEALED, whole.length - 1];
  const anywhere = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: whole.length - 1 }));
  await fc.assert(
    fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ by;
      const { given, refusal } = await readAltered(sha256, altered);
      expect(refusal).toBeInstanceOf(Trouble);
      expect(bytes.subarray(0, given.length).equals(given)).toBe(true);
    }),
    { examples: edges.map((at): [number, number] => [at, 1]), numRuns: 120 },
  );
});

test("a file cut off, lengthened, or with chunks left out or exchanged is refused", async () => {
  const bytes = randomBytes(4 * CHUNK_BYTES);
  const sha256 = await keep(bytes);
  const whole = readFileSync(placeOf(sha256));
  const header = whole.subarray(0, HEADER_BYTES);
  const [a, b, c, d] = [0, 1, 2, 3].map((n) =>
    whole.subarray(HEADER_BYTES + n * SEALED, HEADER_BYTES + (n + 1) * SEALED),
  );
  const forged = [
    ...[0, 5, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + 15, HEADER_BYTES + 16, whole.length - 1].map((to) =>
      whole.subarray(0, to),
    ),
    [header, a, b, c],
    [header, b, a, c, d],
    [header, a, b, d],
    [header, a, d],
    [header, d],
    [header, a, b, c, d, d],
    [header, a, b, c, d, Buffer.alloc(16)],
    [header, a, b, c, d, Buffer.from("x")],
  ].map((parts) => (Array.isArray(parts) ? Buffer.concat(parts.map((part) => part ?? Buffer.alloc(0))) : parts));
  for (const altered of forged) {
    const { given, refusal } = await readAltered(sha256, altered);
    expect(refusal, `${altered.length} bytes`).toBeInstanceOf(Trouble);
    expect(bytes.subarray(0, given.length).equals(given)).toBe(true);
  }
  expect((await readAltered(sha256, whole)).refusal).toBeNull();
});

test("a file under another's name is refused, encrypted or plain", async () => {
  const [one, other] = [await keep(Buffer.from("giấy của bà A")), await keep(Buffer.from("giấy của ông B"))];
  const exchanged = await readAltered(one, readFileSync(placeOf(other)));
  expect(exchanged).toMatchObject({ given: Buffer.alloc(0), refusal: expect.any(Trouble) });
  const plain = await readAltered(one, Buffer.from("giấy của ông B"));
  expect(plain).toMatchObject({ given: Buffer.alloc(0), refusal: expect.any(Trouble) });
});

test("plain files of earlier versions stay readable", async () => {
  for (const bytes of [Buffer.from("%PDF-1.7 cũ"), Buffer.alloc(0), randomBytes(CHUNK_BYTES + 1)]) {
    const sha256 = hashOf(bytes);
    writeFileSync(placeOf(sha256), bytes);
    expect((await wholeOf(sha256)).equals(bytes)).toBe(true);
    expect(await files.sizeOf(sha256)).toBe(bytes.length);
  }
});

test("without its key a file is refused by the key's id before a byte is given; with the key among the earlier ones it is read", async () => {
  const sha256 = await keep(Buffer.from("đơn"));
  const id = testFileKeys().current().id;
  const without = await openFiles(folder, Date.now(), testFileKeys(OTHER_KEY));
  await expect(without.read(sha256)).rejects.toThrow(`The file key ${id} is missing`);
  const both = await openFiles(folder, Date.now(), testFileKeys(`${OTHER_KEY} ${TEST_FILE_KEY}`));
  expect((await wholeOf(sha256, both)).toString()).toBe("đơn");
});

test("a reader that leaves half-way leaves no open file", async () => {
  const sha256 = await keep(randomBytes(5_000_000));
  const openNow = (): number => readdirSync("/proc/self/fd").length;
  const before = openNow();
  for (let turn = 0; turn < 5; turn++) {
    const stream = await files.read(sha256);
    for await (const _ of stream ?? []) break;
    (await files.read(sha256))?.destroy();
  }
  await new Promise((done) => setTimeout(done, 50));
  expect(openNow()).toBeLessThanOrEqual(before);
});
