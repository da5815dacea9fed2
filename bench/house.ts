import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { childrenOf, type RunningServer, type ServerPlace, startServer } from "../tests/faults/running-server.ts";
import { freePorts } from "../tests/support/free-ports.ts";

/** The built program on a data folder of its own, on the disk the project lies on: a folder in memory would flush for nothing. */

const VAR = fileURLToPath(new URL("../var/", import.meta.url));

export async function newPlace(env: NodeJS.ProcessEnv = {}): Promise<ServerPlace & { remove(): void }> {
  mkdirSync(VAR, { recursive: true });
  const dataDir = mkdtempSync(join(VAR, "bench-"));
  const port = await freePorts();
  return {
    dataDir,
    port,
    env: { STAND_INS_PORT: String(port + 1), LOG_LEVEL: "info", ...env },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Runs the work on a started server with the usual settings of an office (log level info), then removes everything. */
export async function withServer<T>(
  env: NodeJS.ProcessEnv,
  work: (server: RunningServer, place: ServerPlace) => Promise<T>,
): Promise<T> {
  const place = await newPlace(env);
  try {
    const server = await startServer(place);
    try {
      return await work(server, place);
    } finally {
      await server.stop();
    }
  } finally {
    place.remove();
  }
}

export const webWorkers = (server: RunningServer): readonly number[] =>
  childrenOf(server.process.pid ?? 0, /web-worker/);

/** The program's own processes, without the database's. */
export const ownProcesses = (server: RunningServer): readonly number[] => [
  server.process.pid ?? 0,
  ...childrenOf(server.process.pid ?? 0, /(web|stand-ins)-worker/),
];

/** Processor seconds these processes have used so far. */
export const cpuSeconds = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);

/** Resident megabytes: as the processes claim them, and with pages they share counted once. */
export function residentMb(pids: readonly number[]): { rss: number; pss: number } {
  const sum = (name: string): number =>
    pids.reduce((total, pid) => {
      const line = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
      return total + Number(line?.[1] ?? 0);
    }, 0) / 1024;
  return { rss: sum("Rss"), pss: sum("Pss") };
}
