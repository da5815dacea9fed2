import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * What an earlier run left behind when it was killed: a server still working on our data, or a note naming a process
 * that is gone or has become somebody else. We hold the lock of the data folder, so whatever works there is ours.
 * @returns whether a server had to be stopped.
 */
export async function stopLeftovers(pgData: string): Promise<boolean> {
  const found = serversIn(pgData);
  await stopProcesses(() => serversIn(pgData), postmasterPid(pgData));
  // Only after nothing runs: PostgreSQL would believe the note of a process that took over the number.
  rmSync(join(pgData, "postmaster.pid"), { force: true });
  return found.length > 0;
}

/** First the polite way (the postmaster ends all others), then without a checkpoint; WAL makes both safe. */
async function stopProcesses(running: () => number[], postmaster: number | null): Promise<void> {
  const first = running();
  if (postmaster !== null && first.includes(postmaster)) {
    signal(postmaster, "SIGINT");
    if (await gone(running, 30_000)) return;
  }
  for (const kind of ["SIGQUIT", "SIGKILL"] as const) {
    for (const pid of running()) signal(pid, kind);
    if (await gone(running, 5_000)) return;
  }
}

async function gone(running: () => number[], waitMs: number): Promise<boolean> {
  const until = Date.now() + waitMs;
  while (running().length > 0) {
    if (Date.now() > until) return false;
    await pause(20);
  }
  return true;
}

/** The processes of a PostgreSQL that works in this folder, whoever started them. */
export function serversIn(pgData: string): number[] {
  const folder = realPath(pgData);
  if (folder === null) return [];
  if (process.platform === "linux") return numbersIn("/proc").filter((pid) => worksIn(pid, folder));
  const pid = postmasterPid(pgData);
  return pid !== null && looksLikePostgres(pid) ? [pid] : [];
}

/** A PostgreSQL process makes its data folder its working folder, and keeps its program's name. */
function worksIn(pid: number, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return false;
    return readFileSync(`/proc/${pid}/stat`, "utf8").includes("(postgres) ") && !isZombie(pid);
  } catch {
    return false; // gone meanwhile, or somebody else's
  }
}

const isZombie = (pid: number): boolean => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** The first line of `postmaster.pid`. */
export function postmasterPid(pgData: string): number | null {
  try {
    const pid = Number(readFileSync(join(pgData, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function looksLikePostgres(pid: number): boolean {
  try {
    if (process.platform === "win32") {
      return /postgres/i.test(execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/NH"], { encoding: "utf8" }));
    }
    return basename(execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).trim()) === "postgres";
  } catch {
    return false;
  }
}

function signal(pid: number, kind: NodeJS.Signals): void {
  try {
    process.kill(pid, kind);
  } catch {
    // Gone meanwhile.
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
