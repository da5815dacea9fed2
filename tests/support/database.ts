import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../src/platform/database/database.ts";

export type TestDatabase = {
  /** Works as the application's role, as the running program does. */
  readonly db: Database;
  /** The owner's address: for setting the stage and for looking behind it. */
  readonly ownerUrl: string;
  /** The same database, as the application's role. */
  readonly appUrl: string;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
};

/**
 * A database of its own for a test file: the migrated template, cloned. Call it in `beforeAll`, `drop()` in `afterAll`.
 * @example
 * let t: TestDatabase;
 * beforeAll(async () => { t = await testDatabase(); });
 * afterAll(() => t.drop());
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `motcua_test_${randomBytes(6).toString("hex")}`;
  await asOwner(template, "template1", (client) => clone(client, template.pathname.slice(1), name));

  const owner = new URL(template);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.searchParams.set("options", "-c role=motcua_app");
  const db = openDatabase({ url: owner.href, role: "motcua_app", most: 5, name: "motcua test" });
  return {
    db,
    ownerUrl: owner.href,
    appUrl: app.href,
    async drop() {
      await db.close();
      await asOwner(template, "template1", (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** PostgreSQL copies a template only while nobody is connected to it; two files cloning at once take turns. */
async function clone(client: pg.Client, template: string, name: string): Promise<void> {
  await client.query("select pg_advisory_lock(7226092)");
  await client.query(`create database ${name} template ${template}`);
}

async function asOwner(template: URL, database: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(template);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
