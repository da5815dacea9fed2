import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vectorFiles } from "../../../tests/support/shared-vectors.ts";
import { verifyConsistency, verifyInclusion } from "./proof.ts";
import { consistencyPath, growingTree, type Hash, inclusionPath, leafHash, rangeHash, rootOfFull } from "./tree.ts";

/** The definitions of RFC 6962, 2.1, word for word over a list in memory: slow, and nothing of the product's in them. */
const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const made = createHash("sha256");
  for (const part of parts) made.update(part);
  return made.digest();
};
const k = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
function mth(d: readonly Buffer[]): Buffer {
  if (d.length === 0) return sha256();
  if (d.length === 1) return sha256(Buffer.of(0), d[0] as Buffer);
  return sha256(Buffer.of(1), mth(d.slice(0, k(d.length))), mth(d.slice(k(d.length))));
}
function path(m: number, d: readonly Buffer[]): Buffer[] {
  if (d.length === 1) return [];
  const half = k(d.length);
  return m < half
    ? [...path(m, d.slice(0, half)), mth(d.slice(half))]
    : [...path(m - half, d.slice(half)), mth(d.slice(0, half))];
}
function subproof(m: number, d: readonly Buffer[], whole: boolean): Buffer[] {
  if (m === d.length) return whole ? [] : [mth(d)];
  const half = k(d.length);
  return m <= half
    ? [...subproof(m, d.slice(0, half), whole), mth(d.slice(half))]
    : [...subproof(m - half, d.slice(half), false), mth(d.slice(0, half))];
}

const data = (count: number): Buffer[] => Array.from({ length: count }, (_, n) => Buffer.from(`entry ${n}`));
const reading = (leaves: readonly Hash[]) => async (height: number, index: number) =>
  rootOfFull(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
const sizes = fc.integer({ min: 1, max: 300 });

describe("roots and proofs are those of RFC 6962", () => {
  test("for any size: the root, however it is reckoned", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const d = data(size);
        const leaves = d.map((entry) => leafHash(entry));
        const tree = growingTree();
        const told: string[] = [];
        for (const leaf of leaves)
          tree.push(leaf, (height, index, hash) => told.push(`${height}/${index} ${hash.toString("hex")}`));
        expect(tree.root()).toEqual(mth(d));
        expect(await rangeHash(reading(leaves), 0, size)).toEqual(mth(d));
        for (const line of told) {
          const [height = 0, index = 0] = (line.split(" ")[0] ?? "").split("/").map(Number);
          expect(line).toBe(
            `${height}/${index} ${mth(d.slice(index * 2 ** height, (index + 1) * 2 ** height)).toString("hex")}`,
          );
        }
      }),
      { numRuns: 60 },
    );
    expect(growingTree().root()).toEqual(mth([]));
  });

  test("for any leaf of any tree: the path, and it proves that leaf and no other", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, pick, other) => {
        const d = data(size);
        const leaves = d.map((entry) => leafHash(entry));
        const index = pick % size;
        const made = await inclusionPath(reading(leaves), index, size);
        expect(made).toEqual(path(index, d));
        const proof = { index, size, leaf: leaves[index] as Hash, path: made, root: mth(d) };
        expect(verifyInclusion(proof)).toBe(true);
        if (size > 1) {
          const wrong = (index + 1 + (other % (size - 1))) % size;
          expect(verifyInclusion({ ...proof, index: wrong })).toBe(false);
          expect(verifyInclusion({ ...proof, leaf: leaves[wrong] as Hash })).toBe(false);
        }
        expect(verifyInclusion({ ...proof, path: [...made, proof.leaf] })).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("for any two sizes: the consistency proof, and a rewritten tree has none", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, pick) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const d = data(second);
        const read = reading(d.map((entry) => leafHash(entry)));
        const made = await consistencyPath(read, first, second);
        expect(made).toEqual(first === second ? [] : subproof(first, d, true));
        const proof = { first, firstRoot: mth(d.slice(0, first)), second, secondRoot: mth(d), path: made };
        expect(verifyConsistency(proof)).toBe(true);
        const rewritten = d.with(pick % first, Buffer.from("something else"));
        expect(verifyConsistency({ ...proof, secondRoot: mth(rewritten) })).toBe(false);
        expect(
          verifyConsistency({
            ...proof,
            secondRoot: mth(rewritten),
            path: await consistencyPath(reading(rewritten.map((entry) => leafHash(entry))), first, second),
          }),
        ).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

const hashes = (proof: readonly string[] | null): Hash[] => (proof ?? []).map((hash) => Buffer.from(hash, "base64"));
const inclusions = vectorFiles("merkle/inclusion");
test.skipIf(inclusions === null)("the vectors of transparency-dev: inclusion", () => {
  expect(inclusions?.length).toBeGreaterThan(0);
  for (const { name, content } of inclusions ?? []) {
    const v = JSON.parse(content);
    const proof = {
      index: v.leafIdx,
      size: v.treeSize,
      leaf: Buffer.from(v.leafHash, "base64"),
      path: hashes(v.proof),
      root: Buffer.from(v.root, "base64"),
    };
    expect(verifyInclusion(proof), name).toBe(!v.wantErr);
  }
});
const consistencies = vectorFiles("merkle/consistency");
test.skipIf(consistencies === null)("the vectors of transparency-dev: consistency", () => {
  expect(consistencies?.length).toBeGreaterThan(0);
  for (const { name, content } of consistencies ?? []) {
    const v = JSON.parse(content);
    const proof = {
      first: v.size1,
      firstRoot: Buffer.from(v.root1, "base64"),
      second: v.size2,
      secondRoot: Buffer.from(v.root2, "base64"),
      path: hashes(v.proof),
    };
    expect(verifyConsistency(proof), name).toBe(!v.wantErr);
  }
});
