import type { Sql } from "../../platform/database/database.ts";
import { hashesBetween } from "./rows.ts";
import { type Hash, type ReadSubtree, rootOfFull } from "./tree.ts";

/** Hashes side by side in a tile, as C2SP tlog-tiles has it, and the levels of the tree between two levels of tiles. */
export const TILE = 256;
const TILE_HEIGHT = 8;

/**
 * Reads subtrees from the tables. A proof needs hashes of at most two tiles a level, so a few reads of 256 rows
 * whatever the size of the log; what was read is kept for the life of the reader.
 */
export function subtreeReader(sql: Sql): ReadSubtree {
  const tiles = new Map<string, Promise<readonly Hash[]>>();
  const tile = (level: number, index: number): Promise<readonly Hash[]> => {
    const name = `${level}/${index}`;
    const known = tiles.get(name) ?? readTile(sql, level, index);
    tiles.set(name, known);
    return known;
  };
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const width = 2 ** (height % TILE_HEIGHT);
    const first = index * width;
    const hashes = await tile(level, Math.floor(first / TILE));
    const some = hashes.slice(first % TILE, (first % TILE) + width);
    if (some.length < width) throw new Error(`the log has no subtree ${index} of height ${height}`);
    return rootOfFull(some);
  };
}

/** The hashes of one tile, those that are there. */
export async function readTile(sql: Sql, level: number, index: number, width = TILE): Promise<readonly Hash[]> {
  const rows = await hashesBetween(sql, level, index * TILE, index * TILE + width);
  return rows.map(({ hash }) => hash);
}
