import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { TEST_FILE_KEY } from "../../tests/support/file-keys.ts";
import { loadReferenceData } from "../modules/catalogue/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { createMetrics } from "../platform/metrics.ts";
import { readSettings } from "../platform/settings.ts";
import { startWork } from "./work.ts";

test("each of the jobs does its work, in the application's role, and says what came of it", async () => {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-work-"));
  const owner = openDatabase({ url: database.ownerUrl, most: 1 });
  await loadReferenceData(owner);
  await owner.close();
  const said: { msg: string; held?: boolean; failure?: string | null }[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void said.push(JSON.parse(line)) });
  const metrics = createMetrics();
  const work = await startWork({
    settings: readSettings({ DATA_DIR: dataDir, DEMO: "on", STAND_INS_PORT: "9" }),
    ownerUrl: database.ownerUrl,
    app: { url: database.ownerUrl, role: "motcua_app" },
    clock: { now: () => Date.now() },
    log,
    secrets: { get: () => TEST_FILE_KEY },
    metrics,
  });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await client.connect();
    // News for somebody who chose no way besides the portal.
    await client.query(
      `insert into messages (recipient, id, office_province, dossier_id, dossier_code, procedure_key, source_id, kind,
         weight, unit_id, unit_name, at, content, rung, phase, next_at)
       values ('001090777301', gen_random_uuid(), '79', gen_random_uuid(), 'G01', 'x', gen_random_uuid(), 'accepted',
         'tell', 'ca-26740', 'Công an phường Sài Gòn', now(), '{}', 'portal', 'waiting', now())`,
    );
    for (const task of [
      "access-sweep",
      "payments-reconcile",
      "payments-sweep",
      "log-checkpoint",
      "data-sweep",
      "verify-log",
      "keys-check",
      "verifications-run",
      "verifications-sweep",
      "messages-deliver",
    ])
      await client.query("select graphile_worker.add_job($1)", [task]);
    const left = async (): Promise<number> =>
      (await client.query("select count(*)::int as count from graphile_worker.jobs")).rows[0].count;
    for (const until = Date.now() + 15_000; (await left()) > 0 && Date.now() < until; ) await pause(50);
    expect(await left()).toBe(0);
  } finally {
    await client.end();
    await work.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  expect(said.map(({ msg }) => msg).filter((msg) => /fail|given up/.test(msg))).toEqual([]);
  expect(said.find(({ msg }) => msg === "messages moved on")).toMatchObject({ taken: 1 });
  expect(await metrics.registry.metrics()).toContain('messages_steps{rung="email",outcome="skipped"} 1');
  expect(said.find(({ msg }) => msg === "sessions and sign-ins swept")).toBeDefined();
  expect(said.find(({ msg }) => msg === "drafts and disposed files swept")).toBeDefined();
  expect(said.find(({ msg }) => msg === "chains and books verified")?.held).toBe(true);
  // No bank listens here: the night's sweep says so and ends well, the next one asks again.
  expect(said.find(({ msg }) => msg === "swept the bank's list")?.failure).toBe("unreachable");
});
