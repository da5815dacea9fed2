import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { type EntryKey, type EntryKind, splitWaiting } from "./entries.ts";
import { checkpointBody, type Signer, signNote } from "./note.ts";
import { verifyConsistency } from "./proof.ts";
import { readTile, subtreeReader, TILE } from "./reader.ts";
import * as rows from "./rows.ts";
import { consistencyPath, type Hash, rangeHash, rootOfFull } from "./tree.ts";

/** What one round did: entries numbered, and the size signed, null where nothing was new. */
export type Round = { readonly numbered: number; readonly signed: number | null };

export type Sequencer = {
  /** Numbers everything that waits, then signs. Null where another process is at it: the work is being done. */
  run(): Promise<Round | null>;
};

/** So many rows of the waiting list in one transaction; a row holds the entries of one statement, 200 at most. */
const ROWS_AT_ONCE = 500;
const FIRST: EntryKey = { officeProvince: "", id: "00000000-0000-0000-0000-000000000000" };

/**
 * Numbers entries after their commit. No row is lost and none numbered twice, because nothing is decided by time or by
 * ids: an entry waits in a row of its own transaction until the very transaction that numbers it takes that row out. A
 * writer that commits late is simply found later; a kill rolls back both or neither.
 */
export function createSequencer(parts: {
  readonly db: Database;
  readonly clock: Clock;
  readonly signer: Signer;
}): Sequencer {
  const { db } = parts;
  return {
    async run() {
      let numbered = 0;
      for (let after: EntryKey | null = FIRST; after !== null; ) {
        const from: EntryKey = after;
        const some = await db.inTransaction((tx) => numberSome(tx, from));
        if (some === "busy") return null;
        numbered += some.numbered;
        after = some.next;
      }
      const signed = await db.inTransaction((tx) => signHead(tx, parts));
      return signed === "busy" ? null : { numbered, signed };
    },
  };
}

async function numberSome(tx: Tx, after: EntryKey): Promise<{ numbered: number; next: EntryKey | null } | "busy"> {
  if (!(await rows.mayNumber(tx))) return "busy";
  const waiting = await rows.waitingAfter(tx, after, ROWS_AT_ONCE);
  if (waiting.length === 0) return { numbered: 0, next: null };
  const size = await rows.logSize(tx);
  const fresh = await withoutNumbered(tx, waiting.flatMap(splitWaiting));
  const leaves = fresh.map((entry, at) => ({ ...entry, index: size + at }));
  await rows.insertLeaves(tx, leaves);
  await rows.insertNodes(
    tx,
    await completedNodes(
      tx,
      size,
      leaves.map(({ leaf }) => leaf),
    ),
  );
  await rows.deleteWaiting(tx, waiting);
  const last = waiting.at(-1);
  return { numbered: leaves.length, next: waiting.length === ROWS_AT_ONCE && last ? last : null };
}

/** An entry that somebody announced twice keeps its first number. */
async function withoutNumbered<T extends { kind: EntryKind; id: string }>(
  tx: Tx,
  entries: readonly T[],
): Promise<readonly T[]> {
  const seen = new Set<string>();
  for (const [kind, some] of Map.groupBy(entries, (entry) => entry.kind)) {
    const ids = some.map(({ id }) => id);
    for (const { id } of await rows.leavesOf(tx, kind, ids)) seen.add(`${kind} ${id}`);
  }
  return entries.filter(({ kind, id }) => {
    const name = `${kind} ${id}`;
    return !seen.has(name) && seen.add(name);
  });
}

/** The subtrees of 256, 65 536, … leaves that these leaves complete behind a log of that size. */
async function completedNodes(tx: Tx, size: number, leaves: readonly Hash[]): Promise<readonly rows.NodeRow[]> {
  const made: rows.NodeRow[] = [];
  let added = leaves;
  let count = size;
  for (let level = 0; added.length > 0; level += 1) {
    const first = Math.floor(count / TILE);
    const hashes = count % TILE === 0 ? [...added] : [...(await readTile(tx, level, first, count % TILE)), ...added];
    const above: Hash[] = [];
    for (let at = 0; at + TILE <= hashes.length; at += TILE) above.push(rootOfFull(hashes.slice(at, at + TILE)));
    made.push(...above.map((hash, at) => ({ level: level + 1, index: first + at, hash })));
    added = above;
    count = first;
  }
  return made;
}

/** Signs the tree as it is now. A tree that does not continue what was signed before is never signed. */
async function signHead(
  tx: Tx,
  { clock, signer }: { readonly clock: Clock; readonly signer: Signer },
): Promise<number | null | "busy"> {
  if (!(await rows.mayNumber(tx))) return "busy";
  const size = await rows.logSize(tx);
  const last = await rows.latestCheckpoint(tx);
  if (size === (last?.size ?? 0)) return null;
  if (last && last.size > size) throw new Error(`the log has ${size} leaves, and ${last.size} were signed`);
  const read = subtreeReader(tx);
  const root = await rangeHash(read, 0, size);
  if (last) {
    const path = await consistencyPath(read, last.size, size);
    if (!verifyConsistency({ first: last.size, firstRoot: last.root, second: size, secondRoot: root, path }))
      throw new Error(`the log no longer continues what was signed at size ${last.size}: run motcua verify-log`);
  }
  const { name: origin, text: verifierKey } = signer.verifier;
  const note = signNote(checkpointBody({ origin, size, root }), signer);
  await rows.insertCheckpoint(tx, { size, root, signedAt: clock.now(), verifierKey, note });
  return size;
}
