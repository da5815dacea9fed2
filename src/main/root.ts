import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the installation, found from wherever this runs: src/main, or dist. */
export const ROOT = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, "db", "migrations"))) return from;
  if (from === dirname(from)) throw new Error("motcua runs outside its installation");
  return findRoot(dirname(from));
}

export const MIGRATIONS = join(ROOT, "db", "migrations");
