import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { EntryKey, EntryKind } from "./entries.ts";
import type { Hash } from "./tree.ts";

/** Every SQL statement of the log. Of leaves, nodes and checkpoints the application may insert and select, no more. */

export async function insertWaiting(
  tx: Tx,
  rows: readonly {
    readonly officeProvince: string;
    readonly id: string;
    readonly kind: EntryKind;
    readonly entries: readonly string[];
    readonly salts: string;
    readonly digests: string;
  }[],
): Promise<void> {
  await tx.query(
    "log-insert-waiting",
    `insert into log_waiting (office_province, id, kind, entries, salts, digests)
     select "officeProvince", id, kind, entries, decode(salts, 'hex'), decode(digests, 'hex')
     from jsonb_to_recordset($1::jsonb) as r("officeProvince" text, id uuid, kind text, entries uuid[], salts text, digests text)`,
    [JSON.stringify(rows)],
  );
}

export type WaitingRow = {
  readonly officeProvince: string;
  readonly id: string;
  readonly kind: EntryKind;
  readonly entries: readonly string[];
  readonly salts: Buffer;
  readonly digests: Buffer;
};
export const waitingAfter = (sql: Sql, after: EntryKey, limit: number): Promise<WaitingRow[]> =>
  sql.query<WaitingRow>(
    "log-waiting-after",
    `select office_province as "officeProvince", id, kind, entries, salts, digests from log_waiting
     where (office_province, id) > ($1, $2::uuid) order by office_province, id limit $3`,
    [after.officeProvince, after.id, limit],
  );

export async function deleteWaiting(tx: Tx, rows: readonly EntryKey[]): Promise<void> {
  await tx.query(
    "log-delete-waiting",
    `delete from log_waiting w using unnest($1::text[], $2::uuid[]) as r(office_province, id)
     where w.office_province = r.office_province and w.id = r.id`,
    [rows.map(({ officeProvince }) => officeProvince), rows.map(({ id }) => id)],
  );
}

/** Whether this transaction is the one that numbers; it holds the right until it ends, however it ends. */
export async function mayNumber(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>(
    "log-may-number",
    "select pg_try_advisory_xact_lock(7226014) as mine",
  );
  return row?.mine ?? false;
}

export async function logSize(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ size: number }>(
    "log-size",
    "select coalesce(max(leaf_index) + 1, 0) as size from log_leaves",
  );
  return row?.size ?? 0;
}

export type LeafRow = EntryKey & {
  readonly index: number;
  readonly kind: EntryKind;
  readonly salt: Buffer;
  readonly leaf: Hash;
};
const LEAF = `leaf_index as index, kind, office_province as "officeProvince", entry_id as id, salt, leaf_hash as leaf`;

export async function insertLeaves(tx: Tx, leaves: readonly LeafRow[]): Promise<void> {
  await tx.query(
    "log-insert-leaves",
    `insert into log_leaves (leaf_index, kind, office_province, entry_id, salt, leaf_hash)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::uuid[], $5::bytea[], $6::bytea[])`,
    [
      leaves.map(({ index }) => index),
      leaves.map(({ kind }) => kind),
      leaves.map(({ officeProvince }) => officeProvince),
      leaves.map(({ id }) => id),
      leaves.map(({ salt }) => salt),
      leaves.map(({ leaf }) => leaf),
    ],
  );
}

export const leavesBetween = (sql: Sql, from: number, until: number): Promise<LeafRow[]> =>
  sql.query<LeafRow>(
    "log-leaves-between",
    `select ${LEAF} from log_leaves where leaf_index >= $1 and leaf_index < $2 order by leaf_index`,
    [from, until],
  );

export const leavesOf = (sql: Sql, kind: EntryKind, ids: readonly string[]): Promise<LeafRow[]> =>
  sql.query<LeafRow>(
    "log-leaves-of",
    `select ${LEAF} from log_leaves where kind = $1 and entry_id = any($2::uuid[]) order by leaf_index`,
    [kind, ids],
  );

export type NodeRow = { readonly level: number; readonly index: number; readonly hash: Hash };

export async function insertNodes(tx: Tx, nodes: readonly NodeRow[]): Promise<void> {
  if (nodes.length === 0) return;
  await tx.query(
    "log-insert-nodes",
    "insert into log_nodes (level, node_index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])",
    [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
  );
}

/** The hashes of one level from an index on, in order: leaves at level 0, subtrees of 256^level leaves above. */
export const hashesBetween = (sql: Sql, level: number, from: number, until: number): Promise<{ hash: Hash }[]> =>
  level === 0
    ? sql.query(
        "log-leaf-hashes",
        "select leaf_hash as hash from log_leaves where leaf_index >= $1 and leaf_index < $2 order by leaf_index",
        [from, until],
      )
    : sql.query(
        "log-node-hashes",
        "select hash from log_nodes where level = $1 and node_index >= $2 and node_index < $3 order by node_index",
        [level, from, until],
      );

/** The subtrees that end within these leaves. */
export const nodesEndingBetween = (sql: Sql, from: number, until: number): Promise<NodeRow[]> =>
  sql.query<NodeRow>(
    "log-nodes-ending",
    `select n.level, n.node_index as index, n.hash
     from unnest(array[1, 2, 3, 4, 5, 6, 7], array[256, 65536, 16777216, 4294967296, 1099511627776,
       281474976710656, 72057594037927936]) as l(level, width)
     join log_nodes n on n.level = l.level and n.node_index >= $1 / l.width and n.node_index < $2 / l.width`,
    [from, until],
  );

export type Checkpoint = {
  readonly size: number;
  readonly root: Hash;
  readonly signedAt: Instant;
  /** The key that signed it, as text. */
  readonly verifierKey: string;
  readonly note: string;
};
const CHECKPOINT = `tree_size as size, root, signed_at as "signedAt", verifier_key as "verifierKey", note`;

export async function insertCheckpoint(tx: Tx, checkpoint: Checkpoint): Promise<void> {
  await tx.query(
    "log-insert-checkpoint",
    "insert into log_checkpoints (tree_size, root, signed_at, verifier_key, note) values ($1, $2, $3, $4, $5)",
    [
      checkpoint.size,
      checkpoint.root,
      new Date(checkpoint.signedAt).toISOString(),
      checkpoint.verifierKey,
      checkpoint.note,
    ],
  );
}

/** The newest checkpoint; null before the first. */
export async function latestCheckpoint(sql: Sql): Promise<Checkpoint | null> {
  const [row] = await sql.query<Checkpoint>(
    "log-latest-checkpoint",
    `select ${CHECKPOINT} from log_checkpoints order by tree_size desc limit 1`,
  );
  return row ?? null;
}

export const checkpointsAfter = (sql: Sql, size: number, limit: number): Promise<Checkpoint[]> =>
  sql.query<Checkpoint>(
    "log-checkpoints-after",
    `select ${CHECKPOINT} from log_checkpoints where tree_size > $1 order by tree_size limit $2`,
    [size, limit],
  );

/** How large the log is, and what claims to stand behind its end; at one moment. */
export async function extentOf(sql: Sql): Promise<{ size: number; nodesBeyond: number; signedSize: number }> {
  const [row] = await sql.query<{ size: number; nodesBeyond: number; signedSize: number }>(
    "log-extent",
    `with log as (select coalesce(max(leaf_index) + 1, 0) as size from log_leaves)
     select size, (select count(*) from log_nodes where (node_index + 1) * 256::numeric ^ level > size) as "nodesBeyond",
       (select coalesce(max(tree_size), 0) from log_checkpoints) as "signedSize"
     from log`,
  );
  return row ?? { size: 0, nodesBeyond: 0, signedSize: 0 };
}

const ROWS_OF: Readonly<Record<EntryKind, string>> = {
  act: "acts",
  access: "access_log",
  // Acts of the whole country.
  law: "(select '00' as office_province, id from law_acts)",
};

/** Rows that nobody announced: neither numbered nor waiting. Asked in one statement, so from one snapshot. */
export const unannounced = (sql: Sql, kind: EntryKind, limit: number): Promise<EntryKey[]> =>
  sql.query<EntryKey>(
    `log-unannounced-${kind}`,
    `with waiting as materialized (select unnest(entries) as id from log_waiting where kind = $1)
     select e.office_province as "officeProvince", e.id from ${ROWS_OF[kind]} e
     where not exists (select from log_leaves l where l.entry_id = e.id and l.kind = $1 and l.office_province = e.office_province)
       and not exists (select from waiting w where w.id = e.id)
     limit $2`,
    [kind, limit],
  );
