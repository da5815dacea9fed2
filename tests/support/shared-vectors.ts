import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Published test vectors, where they stand beside the project. Product code never reads them. */
const VECTORS = join(import.meta.dirname, "../../../shared/vectors");

/** A JSON file of vectors, or null where they do not stand beside the project; says so once a file. */
export function vectors<T>(path: string): T | null {
  const file = join(VECTORS, path);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as T;
  console.log(`left out: the vectors of ../shared/vectors/${path}, which do not stand beside the project`);
  return null;
}

/** The JSON files of a folder of vectors by their paths; none where it does not stand beside the project. */
export function vectorFiles(folder: string): readonly string[] {
  const place = join(VECTORS, folder);
  if (!existsSync(place)) {
    console.log(`left out: the vectors of ../shared/vectors/${folder}, which do not stand beside the project`);
    return [];
  }
  return readdirSync(place)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name}`);
}
