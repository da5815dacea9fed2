import { createHash } from "node:crypto";
import { createWriteStream, readdirSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { FILE_KEYS, type KeyPlaces, parseKeys } from "../file-keys.ts";
import { countKeys } from "../file-rotation.ts";
import { readSecret } from "../secrets.ts";
import { pathTrouble } from "../trouble.ts";
import { type Head, type Manifest, sequencesOf, tablesInOrder } from "./contents.ts";
import { padding, tarEnd, tarHeader } from "./tar.ts";

export type BackupOutcome = {
  readonly rows: number;
  readonly files: number;
  /** Ids of the file keys without which the files in it cannot be read, and which are not in it. */
  readonly keysApart: readonly string[];
};

/** How much of a table is held at a time: its parts are as large, because tar wants the size before the content. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Writes everything into one file, from one snapshot, while the office goes on working. The file appears under its
 * name only when it is whole and on the disk. Attached files are read after the rows, so no row misses its file.
 * @throws Trouble when the file cannot be written or the disk is full.
 */
export async function backup(options: {
  ownerUrl: string;
  settings: { readonly filesDir: string } & KeyPlaces;
  file: string;
  withSecrets: boolean;
}): Promise<BackupOutcome> {
  const { settings, file } = options;
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "motcua backup" });
  await client.connect();
  const partial = `${file}.partial`;
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(
      "set local datestyle = 'iso, ymd'; set local timezone = 'UTC'; set local extra_float_digits = 3",
    );
    const now = Date.now();
    const manifest: Manifest = { tables: {}, files: {}, sequences: await sequencesOf(client) };
    const secrets = options.withSecrets ? join(settings.dataDir, "secrets.json") : null;
    await pipeline(
      Readable.from(archive(client, settings.filesDir, secrets, manifest, now), { objectMode: false }),
      createGzip({ level: 4 }),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    const keysApart = await keysMissingFrom(settings, options.withSecrets);
    return { rows, files: Object.keys(manifest.files).length, keysApart };
  } catch (error) {
    await rm(partial, { force: true });
    throw pathTrouble(file, error);
  } finally {
    await client.end();
  }
}

/** The bytes of the archive in order; fills the manifest on the way and ends with it. */
async function* archive(
  client: pg.Client,
  filesDir: string,
  secrets: string | null,
  manifest: Manifest,
  now: number,
): AsyncGenerator<Buffer> {
  function* entry(name: string, content: Buffer): Generator<Buffer> {
    yield tarHeader(name, content.length, now);
    yield content;
    yield padding(content.length);
  }
  async function* fileEntry(name: string, path: string): AsyncGenerator<Buffer, string> {
    // Opened once: a rotation of keys may put another file in its place meanwhile.
    const file = await open(path, "r");
    try {
      const { size, mtimeMs } = await file.stat();
      yield tarHeader(name, size, mtimeMs);
      const hash = createHash("sha256");
      if (size > 0) {
        // No further than the size just promised: a file that grows meanwhile must not break the archive.
        const pieces = file.createReadStream({ end: size - 1, autoClose: false }) as AsyncIterable<Buffer>;
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      }
      yield padding(size);
      return hash.digest("hex");
    } finally {
      await file.close();
    }
  }

  const tables = await tablesInOrder(client);
  const head: Head = {
    format: "motcua-backup-1",
    at: new Date(now).toISOString(),
    migrations: await appliedIn(client),
    tables,
  };
  yield* entry("motcua.json", Buffer.from(JSON.stringify(head, null, 1)));

  for (const { name, columns } of tables) {
    const hash = createHash("sha256");
    let rows = 0;
    let part = 0;
    let held: Buffer[] = [];
    let heldBytes = 0;
    const flush = function* (): Generator<Buffer> {
      yield* entry(`tables/${name}/${String(++part).padStart(6, "0")}.copy`, Buffer.concat(held));
      held = [];
      heldBytes = 0;
    };
    const lines = client.query(copyTo(`copy ${name} (${columns.join(", ")}) to stdout`));
    for await (const piece of lines as AsyncIterable<Buffer>) {
      hash.update(piece);
      rows += countLines(piece);
      held.push(piece);
      heldBytes += piece.length;
      if (heldBytes >= PART_BYTES) yield* flush();
    }
    if (heldBytes > 0) yield* flush();
    manifest.tables[name] = { rows, sha256: hash.digest("hex") };
  }
  for (const path of filesUnder(filesDir)) {
    const name = relative(filesDir, path).split(sep).join("/");
    manifest.files[name] = yield* fileEntry(`files/${name}`, path);
  }
  if (secrets) yield* fileEntry("secrets.json", secrets);
  yield* entry("manifest.json", Buffer.from(JSON.stringify(manifest)));
  yield tarEnd();
}

async function appliedIn(client: pg.Client): Promise<Head["migrations"]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from public.migrations order by name",
  );
  return rows;
}

/** Looked up in the folder itself, which may have changed since: a key too many is named rather than one too few. */
async function keysMissingFrom(
  settings: { readonly filesDir: string } & KeyPlaces,
  withSecrets: boolean,
): Promise<string[]> {
  const made = withSecrets ? (readSecret(settings.dataDir, FILE_KEYS) ?? "") : "";
  const inside = new Set(parseKeys(made, FILE_KEYS).map((key) => key.id));
  return [...(await countKeys(settings.filesDir)).keys()].filter((id) => id !== "" && !inside.has(id));
}

/** COPY's text has one line a row: line feeds inside values are written as two characters. */
export function countLines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count++;
  return count;
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return []; // nothing was ever attached
  }
}
