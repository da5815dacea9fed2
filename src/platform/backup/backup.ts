import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, readdirSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pathTrouble } from "../trouble.ts";
import { type Head, type Manifest, sequencesOf, tablesInOrder } from "./contents.ts";
import { padding, tarEnd, tarHeader } from "./tar.ts";

export type BackupOutcome = { readonly rows: number; readonly files: number };

/** How much of a table is held at a time: its parts are as large, because tar wants the size before the content. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Writes everything into one file, from one snapshot, while the office goes on working. The file appears under its
 * name only when it is whole and on the disk. Attached files are read after the rows, so no row misses its file.
 * @throws Trouble when the file cannot be written or the disk is full.
 */
export async function backup(options: {
  ownerUrl: string;
  settings: { readonly filesDir: string; readonly dataDir: string };
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
    return { rows, files: Object.keys(manifest.files).length };
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
    const { size, mtimeMs } = statSync(path);
    yield tarHeader(name, size, mtimeMs);
    const hash = createHash("sha256");
    if (size > 0) {
      // No further than the size just promised: a file that grows meanwhile must not break the archive.
      for await (const piece of createReadStream(path, { end: size - 1 }) as AsyncIterable<Buffer>) {
        hash.update(piece);
        yield piece;
      }
    }
    yield padding(size);
    return hash.digest("hex");
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
