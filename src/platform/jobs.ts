import pg from "pg";
import type { Json } from "../kernel/canonical-json.ts";
import type { Tx } from "./database/database.ts";
import type { Log } from "./log.ts";

/** What runs when a job of that name is due. Throwing means "try again later"; it must bear being run twice. */
export type Task = (payload: unknown) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;

/**
 * Puts a job into the queue in the transaction of the act: it exists when and only when the act does.
 * A pending job with the same `key` is replaced; jobs of one `queue` run one after another; `runAt` is a moment in ms.
 */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Json,
  options: { key?: string; queue?: string; runAt?: number } = {},
): Promise<void> {
  const { key = null, queue = null, runAt } = options;
  await tx.query("jobs.add", "select enqueue_job($1, $2::json, $3, $4, $5)", [
    task,
    JSON.stringify(payload),
    key,
    runAt === undefined ? null : new Date(runAt),
    queue,
  ]);
}

/** The last migration of the graphile-worker we install; a test compares it with the package. */
export const QUEUE_VERSION = 20;

/** Installs or updates the queue's own schema as the owner; one cheap question when there is nothing to do. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('graphile_worker.migrations') is not null as there",
    );
    if (rows[0]?.there) {
      const { rows: last } = await client.query<{ id: number }>("select max(id) as id from graphile_worker.migrations");
      if ((last[0]?.id ?? 0) >= QUEUE_VERSION) return;
    }
  } finally {
    await client.end();
  }
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
}

/**
 * Runs due jobs until stopped; several processes and machines may do so at once.
 * `crontab` is graphile-worker's text, a line a task (UTC): `0 3 * * * sweep-sessions` is at three.
 */
export async function startJobs(options: {
  ownerUrl: string;
  tasks: Tasks;
  crontab?: string;
  log: Log;
  concurrency?: number;
}): Promise<{ stop(): Promise<void> }> {
  const { Logger, parseCrontab, run } = await import("graphile-worker");
  const { log } = options;
  const pool = new pg.Pool({
    connectionString: options.ownerUrl,
    max: (options.concurrency ?? 2) + 2,
    application_name: "motcua jobs",
  });
  // Connections that break are replaced; without listeners they would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    parsedCronItems: parseCrontab(options.crontab ?? ""),
    taskList: Object.fromEntries(
      Object.entries(options.tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
    ),
    // Its own messages quote payloads: only that something went wrong, and with which job, is kept (see events below).
    logger: new Logger(() => () => undefined),
  });
  runner.events.on("job:error", ({ job, error }) =>
    log.warn(
      { job: String(job.id), task: job.task_identifier, attempt: job.attempts, err: error },
      "job failed, will be tried again",
    ),
  );
  runner.events.on("job:failed", ({ job, error }) =>
    log.error({ job: String(job.id), task: job.task_identifier, attempt: job.attempts, err: error }, "job given up"),
  );
  return {
    async stop() {
      await runner.stop().catch(() => undefined);
      await pool.end();
    },
  };
}
