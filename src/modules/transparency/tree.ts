import { hash } from "node:crypto";

/** The Merkle tree of RFC 6962, 2.1, with SHA-256: hashing, roots that grow, and which subtrees a proof is made of. */

/** 32 bytes. */
export type Hash = Buffer;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (data: Uint8Array): Hash => hash("sha256", Buffer.concat([LEAF, data]), "buffer");
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash =>
  hash("sha256", Buffer.concat([NODE, left, right]), "buffer");
/** The root of a tree without leaves. */
export const emptyRoot = (): Hash => hash("sha256", "", "buffer");

/** The root over 2^n hashes of one level. */
export function rootOfFull(hashes: readonly Hash[]): Hash {
  let level = hashes;
  while (level.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at + 1 < level.length; at += 2) above.push(nodeHash(level[at] as Hash, level[at + 1] as Hash));
    level = above;
  }
  return level[0] ?? emptyRoot();
}

/** A tree that grows by one leaf at a time and remembers only the roots of its complete subtrees, at most 53 of them. */
export type GrowingTree = {
  /** Adds a leaf; `completed` hears of every subtree that became complete: 2^height leaves, the index-th of its size. */
  push(leaf: Hash, completed?: (height: number, index: number, hash: Hash) => void): void;
  size(): number;
  root(): Hash;
};

export function growingTree(): GrowingTree {
  const peaks: { readonly height: number; readonly hash: Hash }[] = [];
  let size = 0;
  return {
    push(leaf, completed) {
      let made = { height: 0, hash: leaf };
      for (let left = peaks.at(-1); left && left.height === made.height; left = peaks.at(-1)) {
        peaks.pop();
        made = { height: made.height + 1, hash: nodeHash(left.hash, made.hash) };
        completed?.(made.height, Math.floor(size / 2 ** made.height), made.hash);
      }
      peaks.push(made);
      size += 1;
    },
    size: () => size,
    root() {
      let root = peaks.at(-1)?.hash ?? emptyRoot();
      for (let at = peaks.length - 2; at >= 0; at -= 1) root = nodeHash((peaks[at] as { hash: Hash }).hash, root);
      return root;
    },
  };
}

/** Answers the hash over 2^height leaves, the index-th of its size. */
export type ReadSubtree = (height: number, index: number) => Promise<Hash>;

/** The largest power of two below n; n is 2 or more. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH(D[from:until]) of RFC 6962, for ranges as its proofs have them: `from` is a multiple of every power in it. */
export async function rangeHash(read: ReadSubtree, from: number, until: number): Promise<Hash> {
  const width = until - from;
  if (width === 0) return emptyRoot();
  const height = Math.log2(width);
  if (Number.isInteger(height)) return read(height, from / width);
  const k = splitOf(width);
  return nodeHash(await rangeHash(read, from, from + k), await rangeHash(read, from + k, until));
}

/** PATH(leaf, D[0:size]): from the leaf's sibling up to below the root. */
export async function inclusionPath(read: ReadSubtree, leaf: number, size: number): Promise<readonly Hash[]> {
  const path = async (from: number, until: number): Promise<Hash[]> => {
    if (until - from <= 1) return [];
    const middle = from + splitOf(until - from);
    return leaf < middle
      ? [...(await path(from, middle)), await rangeHash(read, middle, until)]
      : [...(await path(middle, until)), await rangeHash(read, from, middle)];
  };
  return path(0, size);
}

/** PROOF(first, D[0:second]): that the tree of `first` leaves is the beginning of the one of `second`. */
export async function consistencyPath(read: ReadSubtree, first: number, second: number): Promise<readonly Hash[]> {
  const subproof = async (m: number, from: number, until: number, whole: boolean): Promise<Hash[]> => {
    if (m === until - from) return whole ? [] : [await rangeHash(read, from, until)];
    const k = splitOf(until - from);
    return m <= k
      ? [...(await subproof(m, from, from + k, whole)), await rangeHash(read, from + k, until)]
      : [...(await subproof(m - k, from + k, until, false)), await rangeHash(read, from, from + k)];
  };
  return first === 0 ? [] : subproof(first, 0, second, true);
}
