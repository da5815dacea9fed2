import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import { type EntryKind, entryLeaf } from "./entries.ts";
import { verifyInclusion } from "./proof.ts";
import { readTile, subtreeReader, TILE } from "./reader.ts";
import { type Checkpoint, latestCheckpoint, leavesBetween, leavesOf } from "./rows.ts";
import { consistencyPath, type Hash, inclusionPath } from "./tree.ts";

/** An entry's place in the tree of a checkpoint, with what proves it. */
export type Inclusion = {
  readonly id: string;
  readonly index: number;
  readonly salt: Buffer;
  readonly path: readonly Hash[];
};

/**
 * Where these entries stand under the newest checkpoint; those it does not cover yet are left out. Null before the
 * first checkpoint. @throws when an entry, the stored tree and the signed root contradict each other: no proof is
 * better than a wrong one
 */
export async function findInclusions(
  sql: Sql,
  kind: EntryKind,
  entries: readonly { readonly id: string; readonly digest: Uint8Array }[],
): Promise<{ readonly checkpoint: Checkpoint; readonly inclusions: readonly Inclusion[] } | null> {
  const checkpoint = await latestCheckpoint(sql);
  if (!checkpoint) return null;
  const { size, root } = checkpoint;
  const digests = new Map(entries.map(({ id, digest }) => [id, digest]));
  const read = subtreeReader(sql);
  const inclusions: Inclusion[] = [];
  for (const { id, index, salt, leaf } of await leavesOf(sql, kind, [...digests.keys()])) {
    const digest = digests.get(id);
    if (index >= size || !digest) continue;
    const path = await inclusionPath(read, index, size);
    if (!entryLeaf(kind, salt, digest).equals(leaf) || !verifyInclusion({ index, size, leaf, path, root }))
      throw new Error(`leaf ${index} and its checkpoint contradict each other: run motcua verify-log`);
    inclusions.push({ id, index, salt, path });
  }
  return { checkpoint, inclusions };
}

/** How many of these entries the newest checkpoint covers, and when it was signed; a cheap question for a page. */
export async function coverageOf(
  sql: Sql,
  kind: EntryKind,
  ids: readonly string[],
): Promise<{ readonly covered: number; readonly signedAt: Instant | null }> {
  const checkpoint = await latestCheckpoint(sql);
  const leaves = checkpoint ? await leavesOf(sql, kind, ids) : [];
  return {
    covered: leaves.filter(({ index }) => index < (checkpoint?.size ?? 0)).length,
    signedAt: checkpoint?.signedAt ?? null,
  };
}

/** A leaf by its number or by the act it stands for, with its path in the tree of `size`; null where that has no such leaf. */
export async function findInclusion(
  sql: Sql,
  wanted: { readonly leaf: number } | { readonly act: string },
  size: number,
): Promise<{ readonly index: number; readonly leaf: Hash; readonly path: readonly Hash[] } | null> {
  const [found] =
    "act" in wanted ? await leavesOf(sql, "act", [wanted.act]) : await leavesBetween(sql, wanted.leaf, wanted.leaf + 1);
  if (!found || found.index >= size) return null;
  const { index, leaf } = found;
  return { index, leaf, path: await inclusionPath(subtreeReader(sql), index, size) };
}

/** That the tree of `first` leaves is the beginning of that of `second`; both at most what is signed. */
export const consistencyProof = (sql: Sql, first: number, second: number): Promise<readonly Hash[]> =>
  consistencyPath(subtreeReader(sql), first, second);

/** The bytes of a tile; null where the newest checkpoint does not cover all of it. `width` is 256 for a full tile. */
export async function findTile(sql: Sql, level: number, index: number, width: number): Promise<Buffer | null> {
  const checkpoint = await latestCheckpoint(sql);
  if (!checkpoint || index * TILE + width > Math.floor(checkpoint.size / TILE ** level)) return null;
  return Buffer.concat(await readTile(sql, level, index, width));
}
