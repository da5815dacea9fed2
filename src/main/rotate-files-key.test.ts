import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keysHere, openFileKeys } from "../platform/file-keys.ts";
import { countKeys } from "../platform/file-rotation.ts";
import { type Files, openFiles } from "../platform/files.ts";
import { openSecrets } from "../platform/secrets.ts";

let dataDir = "";
let folder = "";
let files: Files;
const COUNT = 300;
const kept = new Map<string, string>();
const places = () => ({ dataDir, filesKey: null, filesKeysFile: null });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "motcua-rotate-"));
  folder = join(dataDir, "files");
  files = await openFiles(folder, Date.now(), openFileKeys(places(), openSecrets(dataDir)));
  const keep = async (_: unknown, made: number): Promise<void> => {
    const put = await files.put(Buffer.from(`giấy số ${made}`));
    if (put.ok) kept.set(put.value.sha256, `giấy số ${made}`);
  };
  await Promise.all(Array.from({ length: COUNT }, keep));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** `motcua rotate-files-key` as a process of its own. */
function rotating(): { kill(): void; readonly ended: Promise<{ code: number | null; said: string }> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, "cli.ts"), "rotate-files-key"], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = new Promise<{ code: number | null; said: string }>((done) =>
    child.once("close", (code) => done({ code, said })),
  );
  return { kill: () => void child.kill("SIGKILL"), ended };
}

test("a rotation killed half-way and run again ends under one key, loses nothing, and says which key may go", async () => {
  const first = keysHere(places())[0]?.id ?? "";
  const killed = rotating();
  for (let under = COUNT; under > COUNT - 10; await pause(2)) under = (await countKeys(folder)).get(first) ?? 0;
  killed.kill();
  expect((await killed.ended).code).toBeNull();
  const between = await countKeys(folder);
  const goal = keysHere(places())[0]?.id ?? "";
  expect(between.get(first)).toBeGreaterThan(0);
  expect(between.get(goal)).toBeGreaterThan(0);

  const { code, said } = await rotating().ended;
  expect(code, said).toBe(0);
  expect(said).toContain(`The file key is now ${goal}.`);
  expect(said).toContain(`No file is under the key ${first} any more.`);
  expect(await countKeys(folder)).toEqual(new Map([[goal, COUNT]]));
  // Asked through the ring that was open all the time, as a serving process has it.
  for (const [sha256, words] of kept)
    expect(Buffer.concat((await (await files.read(sha256))?.toArray()) ?? []).toString()).toBe(words);
});
