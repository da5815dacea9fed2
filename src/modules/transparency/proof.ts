import { type Hash, nodeHash } from "./tree.ts";

/** Checking of proofs as RFC 9162, 2.1.3.2 and 2.1.4.2, say it: what anybody does who trusts only a checkpoint. */

const HASH_BYTES = 32;
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const halved = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/** Whether the leaf stands at this index of the tree of that size and root. */
export function verifyInclusion(proof: {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly path: readonly Hash[];
  readonly root: Hash;
}): boolean {
  const { index, size, leaf, path, root } = proof;
  if (!isSize(index) || !isSize(size) || index >= size || leaf.length !== HASH_BYTES) return false;
  let [node, last, made] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      made = nodeHash(beside, made);
      while (!isOdd(node) && node !== 0) [node, last] = [halved(node), halved(last)];
    } else made = nodeHash(made, beside);
    [node, last] = [halved(node), halved(last)];
  }
  return last === 0 && made.equals(root);
}

/** Whether the first tree is the beginning of the second: nothing in it was changed, removed or moved since. */
export function verifyConsistency(proof: {
  readonly first: number;
  readonly firstRoot: Hash;
  readonly second: number;
  readonly secondRoot: Hash;
  readonly path: readonly Hash[];
}): boolean {
  const { first, firstRoot, second, secondRoot, path } = proof;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (first === second) return path.length === 0 && firstRoot.equals(secondRoot);
  // Every tree begins with the empty one: nothing to prove, and nothing proven.
  if (first === 0) return false;
  let [node, last] = [first - 1, second - 1];
  while (isOdd(node)) [node, last] = [halved(node), halved(last)];
  // A first tree that is one complete subtree is its own beginning; else the path names it.
  const [start, ...rest] = node === 0 ? [firstRoot, ...path] : path;
  if (!start || path.length === 0) return false;
  let [madeFirst, madeSecond] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      madeFirst = nodeHash(beside, madeFirst);
      madeSecond = nodeHash(beside, madeSecond);
      while (!isOdd(node) && node !== 0) [node, last] = [halved(node), halved(last)];
    } else madeSecond = nodeHash(madeSecond, beside);
    [node, last] = [halved(node), halved(last)];
  }
  return last === 0 && madeFirst.equals(firstRoot) && madeSecond.equals(secondRoot);
}
