import { randomUUID } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { keyIdAt, openStored } from "./file-encryption.ts";
import type { FileKeys } from "./file-keys.ts";
import { DRAFTS, flushFolder, writeSealed } from "./files.ts";
import { codeOf, Trouble } from "./trouble.ts";

/** How far a re-encryption is. `left` names the files it could not read, with the reason. */
export type Reencryption = { looked: number; rewritten: number; readonly left: Map<string, Trouble> };

/**
 * Writes every file that is plain or under an earlier key anew under the current one, while the office goes on
 * working; looks again until nothing is left to write, because others may have begun to write before the key changed.
 * Broken off anywhere it leaves every file whole, under the old key or the new one, and may be run again.
 * `told` hears of each folder that is done.
 */
export async function reencrypt(
  folder: string,
  keys: FileKeys,
  told: (far: Readonly<Reencryption>) => void,
): Promise<Readonly<Reencryption>> {
  const far: Reencryption = { looked: 0, rewritten: 0, left: new Map() };
  for (let before = -1; before < far.rewritten; ) {
    before = far.rewritten;
    far.looked = 0;
    for (const shelf of await shelvesIn(folder)) {
      await reencryptShelf(folder, { shelf, keys, far });
      told(far);
    }
  }
  return far;
}

/** How many files are under each key; plain ones under "". */
export async function countKeys(folder: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const shelf of await shelvesIn(folder))
    for (const name of await filesIn(folder, shelf)) {
      const id = (await keyIdAt(join(folder, shelf, name))) ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return counts;
}

async function reencryptShelf(
  folder: string,
  { shelf, keys, far }: { readonly shelf: string; readonly keys: FileKeys; readonly far: Reencryption },
): Promise<void> {
  const before = far.rewritten;
  for (const name of await filesIn(folder, shelf)) {
    far.looked += 1;
    try {
      if (await reencryptFile(folder, join(folder, shelf, name), { sha256: name, keys })) far.rewritten += 1;
      far.left.delete(name);
    } catch (error) {
      // One damaged file must not keep the others under a key that may be known to somebody.
      if (!(error instanceof Trouble)) throw error;
      far.left.set(name, error);
    }
  }
  if (far.rewritten > before) await flushFolder(join(folder, shelf));
}

/** Whether it was written anew. */
async function reencryptFile(
  folder: string,
  place: string,
  { sha256, keys }: { readonly sha256: string; readonly keys: FileKeys },
): Promise<boolean> {
  const file = await openStored(place, sha256, keys);
  if (!file) return false;
  // Named after the file, so that whoever removes the file finds the draft too.
  const draft = join(folder, DRAFTS, `${sha256}.${randomUUID()}`);
  try {
    const key = keys.current();
    if (file.keyId === key.id) return false;
    await writeSealed(draft, file.bytes(), key);
    const still = await openStored(place, sha256, keys);
    await still?.close();
    if (!still) return false;
    await rename(draft, place);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

const shelvesIn = (folder: string): Promise<string[]> => listed(folder, /^[0-9a-f]{2}$/);
const filesIn = (folder: string, shelf: string): Promise<string[]> => listed(join(folder, shelf), /^[0-9a-f]{64}$/);

async function listed(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return []; // nothing was ever attached
    throw error;
  }
}
