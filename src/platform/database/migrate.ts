import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { text } from "../../kernel/text.ts";
import { sha256 } from "../ids.ts";
import { Trouble } from "../trouble.ts";

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** One lock for all who migrate: the first does the work, the others wait and find nothing left to do. */
export const MIGRATION_LOCK = 7_226_091;
const OLDEST_SERVER = 150_000;

/**
 * Brings the schema up to date: forward only, each file in a transaction of its own, each once.
 * `url` is the owner's. Safe to run by two starters at once and again after any interruption.
 * @returns the names of the migrations that were applied now.
 * @throws Trouble when a migration already applied was changed or is missing, or the server is too old.
 */
export async function migrate(url: string, folder: string): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "motcua migrate" });
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureHistory(client);
    const { rows: applied } = await client.query<{ name: string; sha256: string }>(
      "select name, sha256 from public.migrations order by name",
    );
    const pending = pendingOf(migrations, applied);
    for (const migration of pending) await applyAlone(client, migration);
    await letOwnerActAsApp(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end(); // frees the lock as well
  }
}

/** Reads `000001_name.sql` and following; numbers must run without gap. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return names.map((name, index) => {
    if (!name.startsWith(`${String(index + 1).padStart(6, "0")}_`)) {
      throw new Error(`db/migrations: ${name} should bear the number ${index + 1}`);
    }
    const sql = readFileSync(join(folder, name), "utf8");
    return { name, sql, sha256: sha256(sql).toString("hex") };
  });
}

/** What is still to be done; refuses to go on from a history that is not ours. */
export function pendingOf(
  migrations: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): readonly Migration[] {
  applied.forEach((done, index) => {
    const ours = migrations[index];
    if (ours?.name === done.name && ours.sha256 === done.sha256) return;
    throw new Trouble(
      ours?.name === done.name
        ? text(
            `Tệp ${done.name} đã được áp dụng rồi mới bị sửa. Hãy trả tệp về như cũ và ghi thay đổi vào một tệp mới có số tiếp theo.`,
            `${done.name} was changed after it had been applied. Put it back as it was, and write the change as a new file with the next number.`,
          )
        : text(
            `Cơ sở dữ liệu đã áp dụng ${done.name} mà bản motcua này không có. Hãy dùng bản motcua mới hơn.`,
            `The database has applied ${done.name}, which this motcua does not know. Use a newer motcua.`,
          ),
    );
  });
  return migrations.slice(applied.length);
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; shown: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as shown",
  );
  const found = rows[0];
  if (found && Number(found.number) >= OLDEST_SERVER) return;
  throw new Trouble(
    text(
      `PostgreSQL ${found?.shown} quá cũ. motcua cần PostgreSQL 15 đến 18.`,
      `PostgreSQL ${found?.shown} is too old. motcua needs PostgreSQL 15 to 18.`,
    ),
  );
}

async function ensureHistory(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.migrations') is not null as there",
  );
  if (rows[0]?.there) return;
  await client.query(`create table public.migrations (
    name text not null primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
  await client.query(
    "comment on table public.migrations is 'Which files of db/migrations were applied, and what they said then.'",
  );
}

/** Applies these on top of what is there, inside the caller's transaction: for a restore, which is all or nothing. */
export async function applyAll(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await ensureHistory(client);
  for (const migration of migrations) await apply(client, migration);
}

async function applyAlone(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await apply(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
    await client.query("insert into public.migrations (name, sha256) values ($1, $2)", [
      migration.name,
      migration.sha256,
    ]);
  } catch (error) {
    throw refusedMigration(migration, error);
  }
}

/** 42501: the account in DATABASE_URL may not do what the file asks; everything else is the file's own mistake. */
function refusedMigration(migration: Migration, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "42501") {
    return new Error(`${migration.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return new Trouble(
    text(
      `Tài khoản trong DATABASE_URL không đủ quyền cho ${migration.name} (${error.message}). Tài khoản này phải là chủ cơ sở dữ liệu và có quyền CREATEROLE.`,
      `The account in DATABASE_URL may not do what ${migration.name} needs (${error.message}). It must own the database and have CREATEROLE.`,
    ),
    error,
  );
}

/** The pool takes the application's role on the owner's login, so the owner has to be a member of it. */
async function letOwnerActAsApp(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    "select coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = 'motcua_app'), true) as may",
  );
  if (rows[0]?.may === false) await client.query("grant motcua_app to current_user");
}
