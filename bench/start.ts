import { setTimeout as pause } from "node:timers/promises";
import { startServer } from "../tests/faults/running-server.ts";
import { newPlace, ownProcesses, residentMb } from "./house.ts";
import { type Figure, median } from "./report.ts";

const FIRST_STARTS = 3;
const LATER_STARTS = 5;
/** Until the processes have finished what they load behind their first answer. */
const SETTLE_MS = 5_000;

/** From the start of the process until /readyz answers 200, on an empty data folder and on one with data; and memory. */
export async function startFigures(): Promise<readonly Figure[]> {
  const first: number[] = [];
  const later: number[] = [];
  const memory: { rss: number; pss: number }[] = [];
  const bare: number[] = [];
  for (let round = 0; round < FIRST_STARTS; round++) {
    const place = await newPlace();
    try {
      const server = await startServer(place);
      first.push(server.readyMs / 1000);
      await server.stop();
      if (round > 0) continue;
      for (let again = 0; again < LATER_STARTS; again++) {
        const next = await startServer(place);
        later.push(next.readyMs / 1000);
        await pause(SETTLE_MS);
        memory.push(residentMb(ownProcesses(next)));
        await next.stop();
      }
    } finally {
      place.remove();
    }
  }
  for (let round = 0; round < LATER_STARTS; round++) bare.push(await bareNode());
  const baseline = { what: "bare Node with an http server", value: median(bare) };
  const budget = { must: 5, aim: 2, less: true };
  const rss = memory.map((each) => each.rss);
  const pss = memory.map((each) => each.pss);
  const perProcess = { must: 300, aim: 150, less: true };
  return [
    { what: "first start, empty folder, to ready", value: median(first), unit: "s", baseline, budget, runs: first },
    { what: "later start, to ready", value: median(later), unit: "s", baseline, budget, runs: later },
    { what: "resident, shared pages once (PSS)", value: median(pss), unit: "MB", budget: perProcess, runs: pss },
    { what: "resident, summed (RSS)", value: median(rss), unit: "MB", budget: perProcess, runs: rss },
  ];
}

/** The least a Node server takes to answer. */
async function bareNode(): Promise<number> {
  const { spawn } = await import("node:child_process");
  const started = performance.now();
  const code = `require("http").createServer((q, a) => a.end("ok")).listen(0, () => process.stdout.write("up"))`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((up) => child.stdout.once("data", up));
  const seconds = (performance.now() - started) / 1000;
  child.kill("SIGKILL");
  return seconds;
}
