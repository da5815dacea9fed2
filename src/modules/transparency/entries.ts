import { randomBytes } from "node:crypto";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { insertWaiting } from "./rows.ts";
import { type Hash, leafHash } from "./tree.ts";

export type EntryKind = "act" | "access" | "law";
/** Which row: an act of a dossier, a look, or an act of the law. */
export type EntryKey = { readonly officeProvince: string; readonly id: string };
/** An entry with the SHA-256 of what it says. */
export type Entry = EntryKey & { readonly digest: Uint8Array };

const SALT_BYTES = 16;

/**
 * Announces entries in the transaction that writes them: committed together or not at all, whenever that commit comes.
 * It only inserts under ids of its own, so no writer waits for another. Salt and digest are fixed here: from now on a
 * change of the row shows, also before it has its number.
 */
export async function announceEntries(tx: Tx, kind: EntryKind, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const byProvince = Map.groupBy(entries, (entry) => entry.officeProvince);
  await insertWaiting(
    tx,
    [...byProvince].map(([officeProvince, some]) => ({
      officeProvince,
      id: newId(),
      kind,
      entries: some.map(({ id }) => id),
      salts: randomBytes(SALT_BYTES * some.length).toString("hex"),
      digests: Buffer.concat(some.map(({ digest }) => digest)).toString("hex"),
    })),
  );
}

/**
 * A leaf of the log: three lines, and their hash as RFC 6962 has it. The digest covers everything the row says; the
 * salt, known to those who may see the row, keeps the published hash from confirming a guess.
 */
export const entryLeaf = (kind: EntryKind, salt: Uint8Array, digest: Uint8Array): Hash =>
  leafHash(
    Buffer.from(
      `motcua ${kind} v1\n${Buffer.from(salt).toString("hex")}\n${Buffer.from(digest).toString("hex")}\n`,
      "utf8",
    ),
  );

/** A row of the waiting list, entry by entry. */
export function splitWaiting(row: {
  readonly officeProvince: string;
  readonly kind: EntryKind;
  readonly entries: readonly string[];
  readonly salts: Buffer;
  readonly digests: Buffer;
}): readonly (Entry & { readonly kind: EntryKind; readonly salt: Buffer; readonly leaf: Hash })[] {
  return row.entries.map((id, at) => {
    const salt = row.salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
    const digest = row.digests.subarray(at * 32, (at + 1) * 32);
    return {
      officeProvince: row.officeProvince,
      id,
      kind: row.kind,
      salt,
      digest,
      leaf: entryLeaf(row.kind, salt, digest),
    };
  });
}
