import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../tests/support/database.ts";
import { addJob, installJobs, QUEUE_VERSION, startJobs } from "./jobs.ts";
import { openLog } from "./log.ts";

describe("jobs", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.drop());
  const log = openLog({ level: "silent", dataDir: null });

  it("run after the transaction that asked for them, and not when it was rolled back", async () => {
    const done: unknown[] = [];
    const jobs = await startJobs({
      ownerUrl: t.ownerUrl,
      tasks: { note: async (payload) => void done.push(payload) },
      log,
    });
    await t.db.inTransaction((tx) => addJob(tx, "note", { kept: true }));
    await t.db
      .inTransaction(async (tx) => {
        await addJob(tx, "note", { kept: false });
        throw new Error("changed my mind");
      })
      .catch(() => undefined);
    await expect.poll(() => done, { timeout: 5_000 }).toEqual([{ kept: true }]);
    await jobs.stop();
  });

  it("of one key are one job", async () => {
    await t.db.inTransaction(async (tx) => {
      await addJob(tx, "later", { n: 1 }, { key: "once", runAt: Date.now() + 3_600_000 });
      await addJob(tx, "later", { n: 2 }, { key: "once", runAt: Date.now() + 3_600_000 });
    });
    const seen: unknown[] = [];
    const jobs = await startJobs({
      ownerUrl: t.ownerUrl,
      tasks: { later: async (payload) => void seen.push(payload) },
      log,
    });
    await t.db.inTransaction((tx) => addJob(tx, "later", { n: 3 }, { key: "once" }));
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([{ n: 3 }]);
    await jobs.stop();
  });

  it("cannot be read or changed by the application itself", async () => {
    await expect(t.db.query("peek", "select * from graphile_worker.jobs")).rejects.toThrow(/permission denied/);
  });

  it("come with the schema of the installed package, and installing twice changes nothing", async () => {
    const sql = readdirSync(join(resolve(import.meta.dirname, "../.."), "node_modules/graphile-worker/sql"));
    expect(sql.length).toBe(QUEUE_VERSION);
    await installJobs(t.ownerUrl);
  });
});
