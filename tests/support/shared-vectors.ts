import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Test vectors of standards, where they stand beside the project. Product code never reads them. */
const VECTORS = join(import.meta.dirname, "../../../shared/vectors");

export type VectorFile = { readonly name: string; readonly content: string };

/** All files of a folder and below it, in order; null where the vectors do not stand beside the project; says so. */
export function vectorFiles(folder: string): readonly VectorFile[] | null {
  const path = join(VECTORS, folder);
  if (!existsSync(path)) {
    console.log(`left out: the vectors of ../shared/vectors/${folder}, which do not stand beside the project`);
    return null;
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: file.slice(path.length + 1), content: readFileSync(file, "utf8") }));
}

/** A JSON file of vectors, or null where they do not stand beside the project; says so once a file. */
export function vectors<T>(path: string): T | null {
  const file = join(VECTORS, path);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as T;
  console.log(`left out: the vectors of ../shared/vectors/${path}, which do not stand beside the project`);
  return null;
}
