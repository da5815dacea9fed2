import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newStandInKey, type StandInKey } from "../gateways/identity/index.ts";

/** The stand-in's signing key, kept over restarts, so that a session of before can still sign out after. */
export async function keptSigningKey(dataDir: string): Promise<StandInKey> {
  const path = join(dataDir, "demo-identity-key.json");
  try {
    return JSON.parse(await readFile(path, "utf8")) as StandInKey;
  } catch (cause) {
    if ((cause as { code?: string }).code !== "ENOENT") throw cause;
  }
  const key = newStandInKey();
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, JSON.stringify(key), { mode: 0o600 });
  return key;
}
