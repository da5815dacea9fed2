import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { text } from "../kernel/text.ts";
import { newSecret } from "./ids.ts";
import { codeOf, pathTrouble, Trouble } from "./trouble.ts";

/** Secrets nobody had to think of: made once, kept in the data folder, readable by the running account only. */
export type Secrets = {
  /** The secret of that name; made and kept at the first asking. */
  get(name: string): string;
  /** All of those names, as one value that can be handed to another process. */
  all(names: readonly string[]): Readonly<Record<string, string>>;
  /** Those that have been made, by name. */
  held(): Readonly<Record<string, string>>;
};

/** The secrets another process was handed: it can make none, or two processes would make two of the same name. */
export const handedSecrets = (held: Readonly<Record<string, string>>): Pick<Secrets, "get"> => ({
  get(name) {
    const value = held[name];
    if (value === undefined)
      throw new Error(`the secret ${name} was not handed over: list its name where main prepares secrets`);
    return value;
  },
});

/**
 * Opens `<dataDir>/secrets.json` (mode 0600), making folder and file when they are not there yet.
 * @throws Trouble when the folder cannot be written or the file is not what we wrote.
 */
export function openSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  const known = readSecrets(dataDir, path);
  const get = (name: string): string => {
    const held = known.get(name);
    if (held !== undefined) return held;
    // A command may have written since: what it wrote must not be lost with ours.
    for (const [other, value] of readSecrets(dataDir, path)) known.set(other, value);
    const made = known.get(name) ?? newSecret();
    known.set(name, made);
    writeWhole(path, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
    return made;
  };
  return {
    get,
    all: (names) => Object.fromEntries(names.map((name) => [name, get(name)])),
    held: () => Object.fromEntries(known),
  };
}

/** Takes over secrets from a backup; the accounts of the database stay as they are on this machine. */
export function mergeSecrets(dataDir: string, brought: Readonly<Record<string, string>>): void {
  const ours = Object.entries(brought).filter(([name]) => !name.startsWith("postgres_"));
  keepSecrets(dataDir, Object.fromEntries(ours));
}

/** Writes these secrets over what stands there under their names. @throws Trouble as `openSecrets` */
export function keepSecrets(dataDir: string, changed: Readonly<Record<string, string>>): void {
  const path = join(dataDir, "secrets.json");
  const known = readSecrets(dataDir, path);
  for (const [name, value] of Object.entries(changed)) known.set(name, value);
  writeWhole(path, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
}

/** The secret of that name as it is kept now; null when nobody made it. @throws Trouble as `openSecrets` */
export const readSecret = (dataDir: string, name: string): string | null =>
  readSecrets(dataDir, join(dataDir, "secrets.json")).get(name) ?? null;

function readSecrets(dataDir: string, path: string): Map<string, string> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof parsed !== "object" || parsed === null) throw new SyntaxError("not an object");
    return new Map(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return new Map();
    if (error instanceof SyntaxError) {
      throw new Trouble(
        text(
          `Tệp ${path} bị hỏng. Hãy khôi phục tệp này từ bản sao lưu.`,
          `The file ${path} is damaged. Restore it from a backup.`,
        ),
        error,
      );
    }
    throw pathTrouble(dataDir, error);
  }
}

/** Writes beside and renames, so that a crash leaves the old file or the new one, never half of either. */
function writeWhole(path: string, content: string): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = openSync(beside, "w", 0o600);
    writeSync(file, content);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
  } catch (error) {
    throw pathTrouble(path, error);
  }
}
