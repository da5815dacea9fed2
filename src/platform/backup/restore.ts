import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { text } from "../../kernel/text.ts";
import { applyAll, MIGRATION_LOCK, type Migration, pendingOf, readMigrations } from "../database/migrate.ts";
import { FILE_KEYS, type FileKey, type KeyPlaces, keysHere, parseKeys, writeKeys } from "../file-keys.ts";
import { countKeys } from "../file-rotation.ts";
import { mergeSecrets, readSecret } from "../secrets.ts";
import { codeOf, pathTrouble, Trouble } from "../trouble.ts";
import { countLines } from "./backup.ts";
import { type Head, headSchema, type Manifest, manifestSchema, tablesInOrder } from "./contents.ts";
import { BrokenArchive, type TarEntry, tarEntries } from "./tar.ts";

export type RestoreOutcome = { readonly rows: number; readonly files: number };

/**
 * Puts a backup back: schema as it was, rows, comparison with the manifest, newer migrations, all in one transaction;
 * attached files are written beside and moved in place just before the commit. What does not match the manifest, or
 * breaks off, leaves database and folder as they were.
 * The queue's schema must be installed. `replace` allows a database that holds something: all of it is given up.
 * Files whose key is neither here nor in the backup are refused, unless `withoutFileKeys` accepts that nobody reads them.
 */
export async function restore(options: {
  ownerUrl: string;
  settings: { readonly filesDir: string } & KeyPlaces;
  migrations: string;
  file: string;
  replace: boolean;
  withSecrets: boolean;
  withoutFileKeys: boolean;
}): Promise<RestoreOutcome> {
  const { settings, file } = options;
  if (!existsSync(file)) throw new Trouble(text(`Không thấy tệp ${file}.`, `There is no file ${file}.`));
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "motcua restore" });
  const staging = `${settings.filesDir}.restoring`;
  await client.connect();
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true, mode: 0o700 });
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await refuseWhileServing(client);
    if (!options.replace && (await holdsRows(client))) throw notEmpty();
    await clear(client);

    const read = await readArchive(client, { file, staging, migrations: readMigrations(options.migrations) });
    compare(read.manifest, read.found, file);
    const brought = options.withSecrets && read.secrets ? read.secrets : {};
    const broughtKeys = parseKeys(brought[FILE_KEYS] ?? "", file);
    if (!options.withoutFileKeys) await refuseWithoutKeys(staging, [...broughtKeys, ...keysHere(settings)]);
    for (const [name, { last, called }] of Object.entries(read.manifest.sequences)) {
      await client.query("select setval($1::regclass, $2, $3)", [name, last, called]);
    }
    // A job that was under way when the backup was taken is nobody's now.
    await client.query(
      "update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null",
    );
    await client.query(
      "update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null",
    );
    await applyAll(client, read.newer);
    const former = moveInPlace(staging, settings.filesDir);
    try {
      await client.query("commit");
    } catch (error) {
      former.putBack();
      throw error;
    }
    former.remove();
    if (Object.keys(brought).length > 0)
      mergeSecrets(settings.dataDir, withKeysOf(settings.dataDir, brought, broughtKeys));
    await client.query("analyze");
    const rows = Object.values(read.manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    return { rows, files: Object.keys(read.manifest.files).length };
  } catch (error) {
    throw restoreTrouble(file, error);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    await client.end();
  }
}

type Found = { tables: Manifest["tables"]; files: Manifest["files"] };
type Read = { manifest: Manifest; found: Found; newer: readonly Migration[]; secrets: Record<string, string> | null };

async function readArchive(
  client: pg.Client,
  { file, staging, migrations }: { file: string; staging: string; migrations: readonly Migration[] },
): Promise<Read> {
  const found: Found = { tables: {}, files: {} };
  let head: { tables: Map<string, string[]>; newer: readonly Migration[] } | null = null;
  let manifest: Manifest | null = null;
  let secrets: Record<string, string> | null = null;
  let table: TableLoad | null = null;

  const source = createReadStream(file);
  const plain = source.pipe(createGunzip());
  source.once("error", (error) => plain.destroy(error));
  for await (const entry of tarEntries(plain)) {
    const [, tableName] = /^tables\/([^/]+)\//.exec(entry.name) ?? [];
    if (table && tableName !== table.name) {
      found.tables[table.name] = await table.finish();
      table = null;
    }
    if (entry.name === "motcua.json")
      head = await prepare(client, headSchema.parse(JSON.parse(await wholeOf(entry))), migrations);
    else if (!head) throw new BrokenArchive("no beginning");
    else if (tableName) {
      const columns = head.tables.get(tableName);
      if (!columns) throw new BrokenArchive(`a table nobody named: ${tableName}`);
      table ??= startLoad(client, tableName, columns);
      await table.add(entry);
    } else if (entry.name.startsWith("files/")) {
      const name = entry.name.slice("files/".length);
      found.files[name] = await writeFileInto(staging, name, entry);
    } else if (entry.name === "secrets.json") secrets = JSON.parse(await wholeOf(entry));
    else if (entry.name === "manifest.json") manifest = manifestSchema.parse(JSON.parse(await wholeOf(entry)));
  }
  if (!head || !manifest) throw new BrokenArchive("no end");
  for (const name of head.tables.keys()) found.tables[name] ??= { rows: 0, sha256: createHash("sha256").digest("hex") };
  return { manifest, found, newer: head.newer, secrets };
}

/** Makes the schema the rows came from; migrations that are newer follow after the rows. */
async function prepare(
  client: pg.Client,
  head: Head,
  migrations: readonly Migration[],
): Promise<{ tables: Map<string, string[]>; newer: readonly Migration[] }> {
  const newer = pendingOf(migrations, head.migrations);
  await applyAll(client, migrations.slice(0, head.migrations.length));
  const known = new Set((await tablesInOrder(client)).map((table) => table.name));
  const missing = head.tables.filter((table) => !known.has(table.name));
  if (missing.length > 0)
    throw new BrokenArchive(`tables that do not exist: ${missing.map((table) => table.name).join(", ")}`);
  return { tables: new Map(head.tables.map((table) => [table.name, table.columns])), newer };
}

type TableLoad = {
  readonly name: string;
  add(part: TarEntry): Promise<void>;
  finish(): Promise<{ rows: number; sha256: string }>;
};

/** The parts of a table go into one COPY: rows that point to rows of the same table are then compared at its end. */
function startLoad(client: pg.Client, name: string, columns: readonly string[]): TableLoad {
  const hash = createHash("sha256");
  let rows = 0;
  const sink = client.query(copyFrom(`copy ${name} (${columns.join(", ")}) from stdin`));
  const failed = new Promise<never>((_, reject) => sink.once("error", reject));
  failed.catch(() => undefined);
  const finished = new Promise<void>((done) => sink.once("finish", done));
  return {
    name,
    async add(part) {
      for await (const piece of part.content) {
        hash.update(piece);
        rows += countLines(piece);
        if (!sink.write(piece)) await Promise.race([new Promise((drained) => sink.once("drain", drained)), failed]);
      }
    },
    async finish() {
      sink.end();
      await Promise.race([finished, failed]);
      return { rows, sha256: hash.digest("hex") };
    },
  };
}

async function wholeOf(entry: TarEntry): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of entry.content) parts.push(piece);
  return Buffer.concat(parts).toString("utf8");
}

/** A name that would leave the folder is the sign of a forged archive. */
async function writeFileInto(folder: string, name: string, entry: TarEntry): Promise<string> {
  const path = resolve(folder, name);
  if (!path.startsWith(`${resolve(folder)}${sep}`)) throw new BrokenArchive(`a file outside of its folder: ${name}`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  await pipeline(
    Readable.from(entry.content),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return hash.digest("hex");
}

function compare(manifest: Manifest, found: Found, file: string): void {
  const differing = [
    ...differences(manifest.tables, found.tables, (a, b) => a.rows === b.rows && a.sha256 === b.sha256),
    ...differences(manifest.files, found.files, (a, b) => a === b),
  ];
  if (differing.length > 0) throw new BrokenArchive(`${file}: ${differing.slice(0, 5).join(", ")}`);
}

function differences<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  same: (a: T, b: T) => boolean,
): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => {
    const [left, right] = [a[name], b[name]];
    return left === undefined || right === undefined || !same(left, right);
  });
}

/** The keys of this machine stay beside those of the backup: other backups may need them. */
function withKeysOf(
  dataDir: string,
  brought: Readonly<Record<string, string>>,
  keys: readonly FileKey[],
): Readonly<Record<string, string>> {
  if (keys.length === 0) return brought;
  return {
    ...brought,
    [FILE_KEYS]: writeKeys([...keys, ...parseKeys(readSecret(dataDir, FILE_KEYS) ?? "", FILE_KEYS)]),
  };
}

async function refuseWithoutKeys(staging: string, keys: readonly FileKey[]): Promise<void> {
  const held = new Set(["", ...keys.map((key) => key.id)]);
  const missing = [...(await countKeys(staging))].filter(([id]) => !held.has(id));
  if (missing.length === 0) return;
  const files = missing.reduce((sum, [, count]) => sum + count, 0);
  const ids = missing.map(([id]) => id).join(", ");
  throw new Trouble(
    text(
      `Thiếu khóa tệp ${ids}: không đọc được ${files} tệp trong bản sao lưu; không có gì bị thay đổi. Hãy khôi phục với --with-secrets, hoặc thêm khóa vào tệp FILES_KEYS_FILE. Nếu khóa đã mất hẳn, thêm --without-file-keys.`,
      `The file key ${ids} is missing: ${files} files of the backup could not be read; nothing was changed. Restore with --with-secrets, or add the key to the FILES_KEYS_FILE. If the key is lost for good, add --without-file-keys.`,
    ),
  );
}

/** Whether anybody has written anything: the histories of the schemas do not count. */
async function holdsRows(client: pg.Client): Promise<boolean> {
  for (const { name } of await tablesInOrder(client)) {
    if (!name.startsWith("public.")) continue;
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${name}) as any`);
    if (rows[0]?.any) return true;
  }
  return false;
}

async function refuseWhileServing(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ any: boolean }>(
    `select exists (select from pg_stat_activity where datname = current_database()
       and application_name in ('motcua web', 'motcua jobs', 'motcua boot')) as any`,
  );
  if (!rows[0]?.any) return;
  throw new Trouble(
    text(
      "Hệ thống đang chạy trên cơ sở dữ liệu này. Hãy dừng motcua trước khi khôi phục.",
      "The system is running on this database. Stop motcua before restoring.",
    ),
  );
}

/** Empties the queue and removes our own schema; extensions and the queue's schema stay. */
async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop table %I.%I cascade', n.nspname, c.relname) as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = 'public'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     union all
     select format('drop routine %s cascade', p.oid::regprocedure)
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public'
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
     union all
     select format('truncate %I.%I cascade', n.nspname, c.relname)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = 'graphile_worker' and c.relname <> 'migrations'`,
  );
  for (const { statement } of rows) await client.query(statement);
}

/** Moves the restored files where the former ones were; these are kept until the commit is done. */
function moveInPlace(staging: string, filesDir: string): { putBack(): void; remove(): void } {
  const aside = `${filesDir}.former`;
  rmSync(aside, { recursive: true, force: true });
  const had = existsSync(filesDir);
  if (had) renameSync(filesDir, aside);
  renameSync(staging, filesDir);
  return {
    putBack() {
      renameSync(filesDir, staging);
      if (had) renameSync(aside, filesDir);
    },
    remove: () => rmSync(aside, { recursive: true, force: true }),
  };
}

const notEmpty = (): Trouble =>
  new Trouble(
    text(
      "Cơ sở dữ liệu đã có dữ liệu. Thêm --replace để thay toàn bộ bằng bản sao lưu (dữ liệu hiện có sẽ mất).",
      "The database holds data already. Add --replace to put the backup in its place (what is there now will be lost).",
    ),
  );

function restoreTrouble(file: string, error: unknown): unknown {
  if (!isDamage(error)) return pathTrouble(file, error);
  return new Trouble(
    text(
      `Tệp ${file} bị hỏng hoặc không trọn vẹn; không có gì bị thay đổi. Hãy dùng bản sao lưu khác.`,
      `The file ${file} is damaged or incomplete; nothing was changed. Use another backup.`,
    ),
    error,
  );
}

/** Not our format, not whole, or rows the server cannot take (classes 22 and 23 of its codes). */
function isDamage(error: unknown): boolean {
  if (error instanceof BrokenArchive || error instanceof SyntaxError) return true;
  if (error instanceof Error && error.name === "ZodError") return true;
  return /^(Z_|22|23)/.test(codeOf(error));
}
