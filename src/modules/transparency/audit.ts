import { type Text, text } from "../../kernel/text.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { type EntryKey, type EntryKind, entryLeaf, splitWaiting } from "./entries.ts";
import { openNote, readCheckpointBody, readVerifierKey, underName, type VerifierKey } from "./note.ts";
import { subtreeReader, TILE } from "./reader.ts";
import * as rows from "./rows.ts";
import { type GrowingTree, growingTree, type Hash, rangeHash } from "./tree.ts";

/** What the room that keeps the rows says of one: what it hashes to today (null: it contradicts itself), and its name. */
export type EntryRead = { readonly digest: Buffer | null; readonly name: Text };
/** Reads rows of one kind; those that are gone are left out. */
export type EntrySource = (sql: Sql, keys: readonly EntryKey[]) => Promise<ReadonlyMap<string, EntryRead>>;
export type EntrySources = Readonly<Record<EntryKind, EntrySource>>;

/** One thing that does not fit: where, and what. */
export type Finding = { readonly where: Text; readonly what: Text };
export type AuditVerdict = {
  readonly leaves: number;
  readonly waiting: number;
  readonly checkpoints: number;
  readonly findings: readonly Finding[];
  /** Findings beyond those that are named. */
  readonly more: number;
};

const PAGE = 2_048;
const WAITING_PAGE = 200;
const CHECKPOINT_PAGE = 500;
const NAMED_MOST = 1_000;
/** Stands for a leaf that is gone, so that the tree above it can be reckoned, wrongly, and shows. */
const NO_LEAF = Buffer.alloc(32);

const WRONG = {
  altered: text("nội dung đã bị sửa sau khi ghi", "was altered after it was written"),
  deleted: text("đã bị xóa", "was deleted"),
  inserted: text("được chèn vào ngoài hệ thống", "was inserted behind the application's back"),
  noLeaf: text("lá này không còn", "this leaf is missing"),
  node: text(
    "giá trị băm lưu của đoạn này khác với các lá: lá hoặc giá trị lưu đã bị sửa hay đổi chỗ",
    "the stored hash of this part differs from its leaves: a leaf or the hash was altered or moved",
  ),
  noNode: text("giá trị băm của đoạn này không còn", "the hash of this part is missing"),
  beyond: text("có giá trị băm vượt quá cuối nhật ký", "hashes stand behind the end of the log"),
  root: text(
    "gốc đã ký khác với các lá: có lá bị sửa, xóa, chèn hay đổi chỗ trước đó",
    "the signed root differs from the leaves: a leaf before it was altered, deleted, inserted or moved",
  ),
  tail: text("đã ký nhiều lá hơn số đang có: các lá cuối đã bị xóa", "more leaves were signed than there are"),
  signature: text("chữ ký không đúng hoặc không phải của khóa này", "the signature is wrong or of another key"),
  kept: text(
    "nhật ký không nối tiếp điểm kiểm tra được lưu bên ngoài này: quá khứ đã bị viết lại",
    "the log does not continue this checkpoint kept outside: the past was rewritten",
  ),
  notOurs: text("tệp không phải điểm kiểm tra do nhật ký này ký", "this is no checkpoint that this log signed"),
  row: text("bản ghi khác với nội dung đã ký", "the row says something else than was signed"),
} satisfies Record<string, Text>;

/**
 * Recomputes the log from the rows it speaks of: every act and look against its leaf, every leaf against the tree, the
 * tree against every signed checkpoint, which proves that each checkpoint continues the one before. Names all that does
 * not fit. Reads page by page, so it needs the same memory for any size, and runs beside the work.
 * @param keys whose signatures count; null takes each checkpoint's word for who signed it. @param onProgress hears how many leaves are done, of how many.
 */
export async function auditLog(
  db: Database,
  parts: {
    readonly sources: EntrySources;
    readonly keys: readonly VerifierKey[] | null;
    /** Checkpoints that somebody kept outside of this database, as signed notes. */
    readonly kept?: readonly string[];
    readonly onProgress?: (done: number, of: number) => void;
  },
): Promise<AuditVerdict> {
  const report = openReport();
  const { size, nodesBeyond, signedSize } = await rows.extentOf(db);
  const checkpoints = checkpointReader(db, parts.keys, report);
  const tree = growingTree();
  for (let from = 0; from < size; from += PAGE) {
    const until = Math.min(size, from + PAGE);
    const leaves = await rows.leavesBetween(db, from, until);
    await compareRows(db, parts.sources, leaves, report);
    await growTree(db, tree, { from, until, leaves }, checkpoints, report);
    parts.onProgress?.(until, size);
  }
  if (nodesBeyond > 0) report.add(text("cuối nhật ký", "the end of the log"), WRONG.beyond);
  if (signedSize > size) report.add(checkpointName(signedSize), WRONG.tail);
  for (const note of parts.kept ?? []) await compareKept(db, note, parts.keys ?? [], size, report);
  const waiting = await compareWaiting(db, parts.sources, report);
  await nameUnannounced(db, parts.sources, report);
  return { leaves: size, waiting, checkpoints: checkpoints.count(), ...report.said() };
}

type Report = {
  add(where: Text, what: Text): void;
  said(): { readonly findings: readonly Finding[]; readonly more: number };
};
function openReport(): Report {
  const findings: Finding[] = [];
  let more = 0;
  return {
    add(where, what) {
      if (findings.length < NAMED_MOST) findings.push({ where, what });
      else more += 1;
    },
    said: () => ({ findings, more }),
  };
}

const leafName = (index: number): Text => text(`lá ${index}`, `leaf ${index}`);
const checkpointName = (size: number): Text => text(`điểm kiểm tra ${size} lá`, `checkpoint of ${size} leaves`);
const joined = (...parts: readonly Text[]): Text =>
  text(parts.map(({ vi }) => vi).join(", "), parts.map(({ en }) => en).join(", "));
const KINDS: Readonly<Record<EntryKind, Text>> = {
  act: text("hành vi", "act"),
  access: text("lượt xem dữ liệu", "look at data"),
  law: text("hành vi công bố quy định", "act of the law"),
};
const keyName = (kind: EntryKind, { officeProvince, id }: EntryKey): Text =>
  text(`${KINDS[kind].vi} ${id} (tỉnh ${officeProvince})`, `${KINDS[kind].en} ${id} (province ${officeProvince})`);

type Kept = EntryKey & {
  readonly kind: EntryKind;
  readonly salt: Buffer;
  readonly leaf: Hash;
  readonly index?: number;
};

/** Each row beside the leaf that was made of it. */
async function compareRows(sql: Sql, sources: EntrySources, kept: readonly Kept[], report: Report): Promise<void> {
  for (const [kind, some] of Map.groupBy(kept, (entry) => entry.kind)) {
    const found = await sources[kind](sql, some);
    for (const entry of some) {
      const read = found.get(entry.id);
      const place = entry.index === undefined ? text("đang chờ đánh số", "not yet numbered") : leafName(entry.index);
      if (!read) report.add(joined(keyName(kind, entry), place), WRONG.deleted);
      else if (!read.digest || !entryLeaf(kind, entry.salt, read.digest).equals(entry.leaf))
        report.add(joined(read.name, place), WRONG.altered);
    }
  }
}

/** Adds a page of leaves to the tree, comparing the stored subtrees and the checkpoints on the way. */
async function growTree(
  sql: Sql,
  tree: GrowingTree,
  page: { readonly from: number; readonly until: number; readonly leaves: readonly rows.LeafRow[] },
  checkpoints: CheckpointReader,
  report: Report,
): Promise<void> {
  const byIndex = new Map(page.leaves.map((leaf) => [leaf.index, leaf.leaf]));
  const stored = new Map(
    (await rows.nodesEndingBetween(sql, page.from, page.until)).map(({ level, index, hash }) => [
      `${level}/${index}`,
      hash,
    ]),
  );
  const completed = (height: number, index: number, hash: Hash): void => {
    if (height % 8 !== 0) return;
    const known = stored.get(`${height / 8}/${index}`);
    if (known?.equals(hash)) return;
    const width = TILE ** (height / 8);
    const [first, last] = [index * width, (index + 1) * width - 1];
    report.add(text(`các lá ${first}–${last}`, `leaves ${first}–${last}`), known ? WRONG.node : WRONG.noNode);
  };
  for (let index = page.from; index < page.until; index += 1) {
    const leaf = byIndex.get(index);
    if (!leaf) report.add(leafName(index), WRONG.noLeaf);
    tree.push(leaf ?? NO_LEAF, completed);
    await checkpoints.compare(tree);
  }
}

type CheckpointReader = {
  /** Compares the checkpoint of just this size, if there is one. */
  compare(tree: GrowingTree): Promise<void> | undefined;
  count(): number;
};

/** Reads checkpoints by size, beside the tree that grows. Of those that contradict the leaves the first is named. */
function checkpointReader(sql: Sql, keys: readonly VerifierKey[] | null, report: Report): CheckpointReader {
  let ahead: rows.Checkpoint[] | null = null;
  let [count, contradicted] = [0, false];
  const refill = async (after: number): Promise<void> => {
    ahead = await rows.checkpointsAfter(sql, after, CHECKPOINT_PAGE);
  };
  const compareNext = async (tree: GrowingTree): Promise<void> => {
    // Before the first leaf is compared, whatever claims a size below it is passed over.
    if (ahead === null) await refill(0);
    const next = ahead?.[0];
    if (!next || next.size !== tree.size()) return;
    ahead?.shift();
    if (ahead?.length === 0) await refill(next.size);
    count += 1;
    const wrong = wrongSignature(next, keys);
    if (wrong) report.add(checkpointName(next.size), wrong);
    if (contradicted || next.root.equals(tree.root())) return;
    contradicted = true;
    report.add(checkpointName(next.size), WRONG.root);
  };
  return {
    compare: (tree) => (ahead === null || ahead[0]?.size === tree.size() ? compareNext(tree) : undefined),
    count: () => count,
  };
}

/** What is wrong with a checkpoint by itself; null when it says what was signed, and one of the keys signed it. */
function wrongSignature(checkpoint: rows.Checkpoint, trusted: readonly VerifierKey[] | null): Text | null {
  const keys = trusted ?? [readVerifierKey(checkpoint.verifierKey) ?? []].flat();
  const origin = checkpoint.note.split("\n", 1)[0] ?? "";
  // A log that moved to another address kept its key: the same key under the name of that time.
  const opened = openNote(checkpoint.note, [...keys, ...keys.map((key) => underName(key, origin))]);
  const head = opened && readCheckpointBody(opened.body);
  if (!head || opened.by.name !== head.origin) return WRONG.signature;
  const same =
    head.size === checkpoint.size && head.root.equals(checkpoint.root) && opened.by.text === checkpoint.verifierKey;
  return same ? null : WRONG.row;
}

/** What only somebody outside can show: that the log of today continues what was signed then. */
async function compareKept(
  sql: Sql,
  note: string,
  keys: readonly VerifierKey[],
  size: number,
  report: Report,
): Promise<void> {
  const opened = openNote(note, keys);
  const head = opened && readCheckpointBody(opened.body);
  if (!head) return report.add(text("điểm kiểm tra bên ngoài", "checkpoint kept outside"), WRONG.notOurs);
  const continues = head.size <= size && (await rangeHash(subtreeReader(sql), 0, head.size)).equals(head.root);
  if (!continues) report.add(checkpointName(head.size), WRONG.kept);
}

/** Entries that have no number yet: their salt and digest stand since the moment they were written. */
async function compareWaiting(sql: Sql, sources: EntrySources, report: Report): Promise<number> {
  let count = 0;
  for (let after: EntryKey = { officeProvince: "", id: "00000000-0000-0000-0000-000000000000" }; ; ) {
    const page = await rows.waitingAfter(sql, after, WAITING_PAGE);
    const entries = page.flatMap(splitWaiting);
    await compareRows(sql, sources, entries, report);
    count += entries.length;
    const last = page.at(-1);
    if (!last || page.length < WAITING_PAGE) return count;
    after = last;
  }
}

async function nameUnannounced(sql: Sql, sources: EntrySources, report: Report): Promise<void> {
  for (const kind of ["act", "access", "law"] as const) {
    const keys = await rows.unannounced(sql, kind, NAMED_MOST);
    const found = await sources[kind](sql, keys);
    for (const key of keys) report.add(found.get(key.id)?.name ?? keyName(kind, key), WRONG.inserted);
  }
}
