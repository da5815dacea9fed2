import type pg from "pg";
import type { RunningServer } from "../tests/faults/running-server.ts";
import { residentMb, webWorkers } from "./house.ts";
import type { Figure } from "./report.ts";

/**
 * Every dossier of the country as CSV and XLSX, asked for by an overseer of the ministry: seconds to the first byte and to
 * the last, and how much memory the serving process takes meanwhile, beside PostgreSQL writing the same columns out itself.
 */
export async function exportFigures(server: RunningServer, owner: pg.Client, cookie: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const bare = performance.now();
  const { rows } = await owner.query(
    "select count(*)::int as n, sum(length(t::text)) from (select code, procedure_key, unit_id, channel, status, filed_at, due_at, ended_at from dossiers where accepted_at < now() order by filed_at) as t",
  );
  const bareSeconds = (performance.now() - bare) / 1000;
  const all = "ky=tuy-chon&tu.day=1&tu.month=1&tu.year=2020&den.day=31&den.month=12&den.year=2026";
  const size = Number(rows[0].n).toLocaleString("en-GB");
  for (const form of ["csv", "xlsx"]) {
    using memory = watchMemory(webWorkers(server));
    const started = performance.now();
    const response = await fetch(`${server.url}/office/so-lieu/danh-sach?${all}&dang=${form}`, { headers: { cookie } });
    if (response.status !== 200 || !response.body) throw new Error(`export: ${response.status}`);
    let first = 0;
    let bytes = 0;
    let lines = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      first ||= (performance.now() - started) / 1000;
      bytes += chunk.length;
      if (form === "csv") for (const byte of chunk) if (byte === 10) lines += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    if (form === "csv" && lines < Number(rows[0].n)) throw new Error(`export: ${lines} lines of ${size}`);
    const { before, peak } = memory.seen();
    const label = `${size} dossiers as ${form.toUpperCase()}`;
    figures.push(
      { what: `${label}, first byte`, unit: "s", value: first, budget: { must: 1, less: true } },
      {
        what: `${label}, whole (${Math.round(bytes / 1e6)} MB)`,
        unit: "s",
        value: seconds,
        baseline: { what: "PostgreSQL reading the same rows", value: bareSeconds },
      },
      { what: `${label}, memory of the process at most`, unit: "MB", value: peak },
      {
        what: `${label}, memory it takes more than before`,
        unit: "MB",
        value: peak - before,
        budget: { must: 200, less: true },
      },
    );
  }
  return figures;
}

function watchMemory(pids: readonly number[]): Disposable & { seen(): { before: number; peak: number } } {
  const resident = (): number => residentMb(pids).rss;
  const before = resident();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, resident());
  }, 100);
  return {
    seen: () => ({ before, peak }),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
