import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { isPersonNumber } from "../src/kernel/person-number.ts";
import { makeSession } from "../tests/faults/clients.ts";
import type { RunningServer } from "../tests/faults/running-server.ts";
import { cpuSeconds, webWorkers, withServer } from "./house.ts";
import { askFor, bareServer, type Load } from "./load.ts";
import { type Figure, median } from "./report.ts";

const CONNECTIONS = 16;
const SECONDS = 6;
const ROUNDS = 3;
const MINH = "040092034092";

/** A question page of a signed-in citizen's draft, from one serving process; beside a bare server sending its bytes. */
export const pageFigures = (): Promise<readonly Figure[]> =>
  withServer({ WEB_PROCESSES: "1" }, async (server) => {
    const page = await questionPage(server);
    const shown = await fetch(page.url, { headers: page.headers });
    const body = new Uint8Array(await shown.arrayBuffer());
    const {
      connection: _c,
      "keep-alive": _k,
      date: _d,
      "transfer-encoding": _t,
      ...headers
    } = Object.fromEntries(shown.headers);
    const bare = await bareServer(body, { ...headers, "content-length": String(body.length) });
    try {
      return await measured(server, page, bare, body.length);
    } finally {
      bare.stop();
    }
  });

type Page = { readonly url: string; readonly headers: Record<string, string> };

async function measured(
  server: RunningServer,
  page: Page,
  bare: { url: string; pid: number },
  bytes: number,
): Promise<readonly Figure[]> {
  const [worker = 0] = webWorkers(server);
  await askFor(page.url, { headers: page.headers, connections: CONNECTIONS, seconds: SECONDS });
  await askFor(bare.url, { connections: CONNECTIONS, seconds: 2 });
  const full: Load[] = [];
  const raw: Load[] = [];
  const perCore: number[] = [];
  const rawPerCore: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [load, core] = await withCpu(worker, () =>
      askFor(page.url, { headers: page.headers, connections: CONNECTIONS, seconds: SECONDS }),
    );
    full.push(load);
    perCore.push(core);
    const [rawLoad, rawCore] = await withCpu(bare.pid, () =>
      askFor(bare.url, { connections: CONNECTIONS, seconds: 3 }),
    );
    raw.push(rawLoad);
    rawPerCore.push(rawCore);
  }
  const rate = Math.floor(median(full.map((load) => load.perSecond)) / 2);
  const half: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await pause(500);
    half.push(await askFor(page.url, { headers: page.headers, connections: CONNECTIONS, seconds: SECONDS, rate }));
  }
  const of = (loads: readonly Load[], what: keyof Load): number[] => loads.map((load) => load[what]);
  const what = `form page (${bytes.toLocaleString("en-GB")} bytes of HTML)`;
  const beside = "bare Node server, same bytes";
  const figure = (name: string, unit: string, runs: number[], rest: Partial<Figure> = {}): Figure => ({
    what: name,
    unit,
    value: median(runs),
    runs,
    ...rest,
  });
  const budget = { must: 3_000, aim: 8_000 };
  return [
    figure(`${what}, one process`, "/s", of(full, "perSecond"), {
      baseline: { what: beside, value: median(of(raw, "perSecond")) },
      budget,
    }),
    figure("… for each second of its processor", "/s", perCore, {
      baseline: { what: beside, value: median(rawPerCore) },
      budget,
    }),
    figure("… p50 at full load", "ms", of(full, "p50"), { baseline: { what: beside, value: median(of(raw, "p50")) } }),
    figure("… p99 at full load", "ms", of(full, "p99"), { baseline: { what: beside, value: median(of(raw, "p99")) } }),
    figure(`… p50 at half load (${rate} /s)`, "ms", of(half, "p50")),
    figure(`… p99 at half load (${rate} /s)`, "ms", of(half, "p99"), { budget: { must: 20, less: true } }),
  ];
}

/** The load, and how many answers each second of the server's processor gave. */
async function withCpu(pid: number, work: () => Promise<Load>): Promise<[Load, number]> {
  const before = cpuSeconds([pid]);
  const started = performance.now();
  const load = await work();
  const seconds = (performance.now() - started) / 1000;
  return [load, (load.perSecond * seconds) / (cpuSeconds([pid]) - before)];
}

/** A draft of temporary residence with the first answers given, at the page that asks for the address. */
export async function questionPage(server: RunningServer, page = "address"): Promise<Page> {
  if (!isPersonNumber(MINH)) throw new Error("not a person number");
  const token = await makeSession(server.database.appUrl, {
    kind: "citizen",
    issuer: "https://bench",
    subject: "bench-citizen",
    name: "Trần Văn Minh",
    assurance: 2,
    personNumber: MINH,
    birthDate: null,
    phone: null,
    email: null,
  });
  const db = new pg.Client({ connectionString: server.database.ownerUrl });
  await db.connect();
  const { rows } = await db.query<{ id: string }>(
    `insert into drafts (account_id, id, procedure_key, edition_id, answers)
     select id, gen_random_uuid(), 'temporary-residence', 'any', $1 from accounts where subject = 'bench-citizen' returning id`,
    [
      JSON.stringify({
        registrant: "self",
        phone: "0950000034",
        "target-address": { commune: "26740", line: "Số 45/3 đường Nguyễn Huệ" },
      }),
    ],
  );
  await db.end();
  return {
    url: `${server.url}/nhap/${rows[0]?.id}/trang/${page}`,
    headers: { cookie: `motcua_session=${token}`, "accept-encoding": "identity" },
  };
}
