import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { isLocked } from "../../src/platform/database/data-lock.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import { serversIn } from "../../src/platform/database/leftovers.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { installJobs } from "../../src/platform/jobs.ts";
import { openSecrets } from "../../src/platform/secrets.ts";
import { ensureAssets } from "./assets.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The owner's address of the migrated template database; tests clone it. */
    templateUrl: string;
  }
}

const PREFIX = "motcua-test-";

/**
 * The styles and scripts of the pages are built; one server for the whole run, and on it a migrated template that each test file clones. TEST_DATABASE_URL (an owner
 * who may create roles and databases) runs the same tests on another server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureAssets();
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const template = await makeTemplate(given);
    project.provide("templateUrl", template);
    return () => dropDatabase(given, new URL(template).pathname.slice(1));
  }
  sweepKilledRuns();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startEmbedded({ dataDir, secrets: openSecrets(dataDir), disposable: true });
  const template = await makeTemplate(server.ownerUrl);
  project.provide("templateUrl", template);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(ownerUrl: string): Promise<string> {
  const name = `motcua_template_${process.pid}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, resolve(import.meta.dirname, "../../db/migrations"));
  await installJobs(url.href);
  return url.href;
}

async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

/** A run that was killed leaves its folder, but no lock on it; a run that just began may not have taken its lock yet. */
function sweepKilledRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).birthtimeMs < 60_000 || isLocked(folder)) continue;
      if (serversIn(join(folder, "postgres")).length > 0) continue; // not ours to stop
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's run, or gone meanwhile.
    }
  }
}
