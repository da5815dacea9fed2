// Compares db/schema.sql, the reviewed dump, with what the migrations make of an empty database.
// `--write` renews the dump; DATABASE_URL (an owner who may create databases) asks another server.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { dumpSchema } from "../src/platform/database/dump-schema.ts";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { openSecrets } from "../src/platform/secrets.ts";

const root = resolve(import.meta.dirname, "..");
const file = join(root, "db/schema.sql");
const HEAD = "-- The schema after the last migration, for review. Written by: node tools/check-schema.ts --write\n\n";

const made = process.env.DATABASE_URL ? await onServer(process.env.DATABASE_URL) : await onOwnServer();
if (process.argv.includes("--write")) writeFileSync(file, made);
else process.exitCode = compare(readFileSync(file, "utf8"), made);

async function onOwnServer(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-schema-"));
  const server = await startEmbedded({ dataDir, secrets: openSecrets(dataDir), disposable: true });
  try {
    return await dumpAfterMigrations(server.ownerUrl);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function onServer(url: string): Promise<string> {
  const name = `motcua_schema_${process.pid}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  try {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await dumpAfterMigrations(own.href);
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
}

async function dumpAfterMigrations(url: string): Promise<string> {
  await migrate(url, join(root, "db/migrations"));
  return HEAD + (await dumpSchema(url));
}

/** Names the first lines that differ; the whole difference is what `git diff` shows after `--write`. */
function compare(reviewed: string, now: string): number {
  if (reviewed === now) return 0;
  const [before, after] = [new Set(reviewed.split("\n")), new Set(now.split("\n"))];
  const gone = [...before].filter((line) => !after.has(line)).map((line) => `- ${line}`);
  const come = [...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`);
  process.stdout.write(`${[...gone, ...come].slice(0, 40).join("\n")}\n`);
  process.stdout.write(
    "db/schema.sql is not what the migrations make. Review, then: node tools/check-schema.ts --write\n",
  );
  return 1;
}
