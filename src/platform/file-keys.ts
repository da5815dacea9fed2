import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { text } from "../kernel/text.ts";
import { newSecret } from "./ids.ts";
import { keepSecrets, readSecret, type Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { Trouble } from "./trouble.ts";

/** A data key of kept files. Its id is reckoned from it, so a wrong key can never pass under the id of the right one. */
export type FileKey = { readonly id: string; readonly bytes: Buffer };

/** The keys of kept files: one that writes, and all that read. */
export type FileKeys = {
  /** The key for new files, as it stands now: a rotation under way in another process is heard at once. */
  current(): FileKey;
  /** The key of that id, looked for again before it is said to be missing; null when nobody has it. */
  find(id: string): FileKey | null;
};

/** Where keys are kept: the operator's own first, then those we made. */
export type KeyPlaces = Pick<Settings, "dataDir" | "filesKey" | "filesKeysFile">;

/** Name of our own keys in `secrets.json`: `id:key`, separated by spaces, the current one first; an id may be left out. */
export const FILE_KEYS = "file_keys";
/** Id of the key a rotation that has not ended works towards; empty when there is none. */
const ROTATION = "file_keys_rotation";

/**
 * The ring of this installation; a first key is made by `secrets` when nobody brought one.
 * @throws Trouble when a key is not one.
 */
export function openFileKeys(places: KeyPlaces, secrets: Pick<Secrets, "get">): FileKeys {
  return ringOf(() => {
    const own = ownKeys(places);
    const made = readSecret(places.dataDir, FILE_KEYS);
    return [...own, ...parseKeys(made ?? (own.length > 0 ? "" : secrets.get(FILE_KEYS)), FILE_KEYS)];
  });
}

/** The keys that are here now, the current one first; none is made. @throws Trouble when a key is not one */
export const keysHere = (places: KeyPlaces): readonly FileKey[] => [
  ...ownKeys(places),
  ...parseKeys(readSecret(places.dataDir, FILE_KEYS) ?? "", FILE_KEYS),
];

/** A ring over keys that may change while it is used. */
export function ringOf(read: () => readonly FileKey[]): FileKeys {
  let known: readonly FileKey[] = [];
  const find = (id: string): FileKey | null => known.find((key) => key.id === id) ?? null;
  const current = (): FileKey => {
    known = read();
    if (!known[0]) throw new Error("no file key at all");
    return known[0];
  };
  return {
    current,
    find(id) {
      const held = find(id);
      if (held) return held;
      known = read();
      return find(id);
    },
  };
}

/**
 * Begins a rotation, or goes on with one that was broken off. A new key is made, unless the operator brings the keys:
 * then the first of those is the goal.
 */
export function beginRotation(places: KeyPlaces): FileKey {
  const [current] = keysHere(places);
  const made = readSecret(places.dataDir, FILE_KEYS) ?? "";
  if (current && (ownKeys(places).length > 0 || readSecret(places.dataDir, ROTATION) === current.id)) return current;
  const key = fileKey(Buffer.from(newSecret(), "base64url"));
  const ring = writeKeys([key, ...parseKeys(made, FILE_KEYS)]);
  keepSecrets(places.dataDir, { [FILE_KEYS]: ring, [ROTATION]: key.id });
  return key;
}

export const endRotation = (places: KeyPlaces): void => keepSecrets(places.dataDir, { [ROTATION]: "" });

/** Keys as one value of `secrets.json`, each once. */
export const writeKeys = (keys: readonly FileKey[]): string =>
  [...new Map(keys.map((key) => [key.id, `${key.id}:${key.bytes.toString("base64url")}`])).values()].join(" ");

/** Reads keys as they are written in settings and secrets. @throws Trouble that names the place, never the value */
export function parseKeys(written: string, place: string): readonly FileKey[] {
  return written
    .split(/\s+/)
    .filter((one) => one !== "")
    .map((one) => {
      const [, id, encoded] = /^(?:([0-9a-f]{16}):)?([A-Za-z0-9+/_-]{43}=?)$/.exec(one) ?? [];
      const key = encoded ? fileKey(Buffer.from(encoded, "base64")) : null;
      if (key && (id === undefined || id === key.id)) return key;
      throw new Trouble(
        text(
          `Khóa tệp trong ${place} không đúng: cần 32 byte viết theo base64 (tạo bằng: openssl rand -base64 32).`,
          `A file key in ${place} is wrong: 32 bytes in base64 are needed (make one with: openssl rand -base64 32).`,
        ),
      );
    });
}

const fileKey = (bytes: Buffer): FileKey => ({
  id: createHmac("sha256", bytes).update("motcua file key id").digest("hex").slice(0, 16),
  bytes,
});

function ownKeys({ filesKey, filesKeysFile }: KeyPlaces): readonly FileKey[] {
  return [
    ...parseKeys(filesKey ?? "", "FILES_KEY"),
    ...(filesKeysFile ? parseKeys(readKeysFile(filesKeysFile), filesKeysFile) : []),
  ];
}

function readKeysFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Trouble(
      text(`Không đọc được tệp FILES_KEYS_FILE: ${path}`, `Cannot read the FILES_KEYS_FILE: ${path}`),
      cause,
    );
  }
}
