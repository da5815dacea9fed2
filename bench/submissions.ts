import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { dayOfInstant } from "../src/kernel/plain-date.ts";
import { makeKeys, submission } from "../tests/faults/clients.ts";
import { type RunningServer, runCommand } from "../tests/faults/running-server.ts";
import { cpuSeconds, ownProcesses, withServer } from "./house.ts";
import { type Figure, median } from "./report.ts";

const SENDERS = 128;
const SECONDS = 8;
const ROUNDS = 3;
/** At ten requests a second for each in each process: more than a machine of two cores files. */
const HOTELS = 1_000;
/** Raw inserts are tried with so many clients (the server takes a hundred); the best of them is the baseline. */
const RAW_CLIENTS = [16, 32, 64];
const RAW_SECONDS = 4;

/**
 * Durable submissions through HTTP on the whole machine, sender and database included, beside single-row inserts of
 * the same bytes into a table with one key, on the same database, taking turns with them.
 */
export const submissionFigures = (): Promise<readonly Figure[]> =>
  withServer({}, async (server, place) => {
    const tokens = await makeKeys(server.database.ownerUrl, HOTELS);
    const day = dayOfInstant(Date.now());
    const sample = submission(0, tokens, day).body;
    const raw = await openRaw(server.database.ownerUrl, sample, place.dataDir);
    const filed: number[] = [];
    const p50: number[] = [];
    const p99: number[] = [];
    const inserted: number[] = [];
    const perCore: number[] = [];
    let next = 0;
    const counted = (): number => next++;
    await fileFor(server, tokens, day, 4, counted);
    await countTables(server.database.ownerUrl);
    for (let round = 0; round < ROUNDS; round++) {
      const before = cpuSeconds(ownProcesses(server));
      const load = await fileFor(server, tokens, day, SECONDS, counted);
      perCore.push((load.perSecond * load.seconds) / (cpuSeconds(ownProcesses(server)) - before));
      filed.push(load.perSecond);
      p50.push(load.p50);
      p99.push(load.p99);
      inserted.push(await raw.measure());
    }
    const verified = await runCommand(place, "verify-log");
    if (verified.code !== 0) throw new Error(`after the load:\n${verified.out}`);
    const baseline = { what: `${raw.how}, ${Buffer.byteLength(sample)} bytes a row`, value: median(inserted) };
    return [
      {
        what: `submissions through HTTP, ${SENDERS} at once`,
        value: median(filed),
        unit: "/s",
        baseline,
        budget: { must: 1 / 3, aim: 1, ratio: true },
        runs: filed,
      },
      { what: "… time to the receipt, p50", value: median(p50), unit: "ms", runs: p50 },
      { what: "… time to the receipt, p99", value: median(p99), unit: "ms", runs: p99 },
      { what: "… for each second of the program's processors", value: median(perCore), unit: "/s", runs: perCore },
    ];
  });

export async function fileFor(
  server: RunningServer,
  tokens: readonly string[],
  day: string,
  seconds: number,
  count: () => number,
) {
  const result = await autocannon({
    url: `${server.url}/api/v1/dossiers`,
    connections: SENDERS,
    duration: seconds,
    requests: [
      {
        method: "POST",
        setupRequest(request) {
          const { key, token, body } = submission(count(), tokens, day);
          const headers = {
            "content-type": "application/json",
            "idempotency-key": key,
            authorization: `Bearer ${token}`,
          };
          return { ...request, headers, body };
        },
      },
    ],
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} errors, ${result.timeouts} timeouts`);
  const { p50, p99 } = result.latency;
  return { perSecond: result["2xx"] / result.duration, seconds: result.duration, p50, p99 };
}

/** As autovacuum does within a minute of a table's first growth: plans made for empty tables are made anew. */
async function countTables(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("analyze");
  await owner.end();
}

type Raw = { readonly how: string; measure(): Promise<number> };

/** Single-row inserts, each a commit, by pgbench where there is one, else by the driver we use ourselves. */
async function openRaw(ownerUrl: string, body: string, folder: string): Promise<Raw> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("create table bench_raw (id uuid primary key, body jsonb not null)");
  await owner.end();
  const pgbench = spawnSync("pgbench", ["--version"], { encoding: "utf8" });
  const best = async (run: (clients: number) => Promise<number>): Promise<number> => {
    const found: number[] = [];
    for (const clients of RAW_CLIENTS) found.push(await run(clients));
    return Math.max(...found);
  };
  if (pgbench.status !== 0)
    return { how: "inserts by the pg driver", measure: () => best((clients) => byDriver(ownerUrl, body, clients)) };
  const script = join(folder, "insert.sql");
  // pgbench would take `:name` for a variable of its own; a colon with spaces around it is none.
  const literal = body.replaceAll("'", "''").replaceAll(":", " : ");
  writeFileSync(script, `insert into bench_raw values (gen_random_uuid(), '${literal}');\n`);
  return { how: "pgbench single-row inserts", measure: () => best((clients) => byPgbench(ownerUrl, script, clients)) };
}

async function byPgbench(ownerUrl: string, script: string, clients: number): Promise<number> {
  const url = new URL(ownerUrl);
  const host = url.searchParams.get("host") ?? url.hostname;
  const args = ["-n", "-M", "prepared", "-f", script, "-c", String(clients), "-j", "2", "-T", String(RAW_SECONDS)];
  const child = spawn(
    "pgbench",
    [...args, "-h", host, "-p", url.port || "5432", "-U", url.username, url.pathname.slice(1)],
    {
      env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) },
    },
  );
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk));
  await new Promise((done) => child.once("close", done));
  const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  if (!perSecond) throw new Error(`pgbench:\n${said}`);
  return perSecond;
}

async function byDriver(ownerUrl: string, body: string, clients: number): Promise<number> {
  const text = "insert into bench_raw values (gen_random_uuid(), $1)";
  const started = performance.now();
  const until = started + RAW_SECONDS * 1_000;
  const counts = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      let count = 0;
      for (; performance.now() < until; count++) await client.query({ name: "bench", text, values: [body] });
      await client.end();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - started) / 1_000);
}
