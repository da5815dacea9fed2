import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findRunning } from "../../src/platform/database/embedded.ts";
import { openSecrets } from "../../src/platform/secrets.ts";
import { UNLIMITED } from "../support/unlimited.ts";

/** The built program as a user runs it: processes of its own on a data folder, killed and started again. */

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const READY_MS = 60_000;

export type RunningServer = {
  readonly url: string;
  /** From the start of the process until /readyz answered. */
  readonly readyMs: number;
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  /** The owner's and the application's address of its embedded database. */
  readonly database: { readonly ownerUrl: string; readonly appUrl: string };
  /** As Ctrl-C would. */
  stop(): Promise<void>;
};

export type ServerPlace = { readonly dataDir: string; readonly port: number; readonly env?: NodeJS.ProcessEnv };

const environment = ({ dataDir, port, env }: ServerPlace): NodeJS.ProcessEnv => {
  // What the test runner puts there for itself, a server of an office would not have.
  const { VITEST: _v, NODE_ENV: _n, NODE_OPTIONS: _o, DATABASE_URL: _d, ...own } = process.env;
  const home = { PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: `http://127.0.0.1:${port}` };
  return { ...own, ...home, DATA_DIR: dataDir, LOG_LEVEL: "warn", ...UNLIMITED, ...env };
};

/** Starts `motcua serve` and waits until it is ready. @throws with its own words when it ends before that. */
export async function startServer(place: ServerPlace, nodeArgs: readonly string[] = []): Promise<RunningServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, CLI, "serve"], {
    env: environment(place),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said = `${said}${chunk}`.slice(-10_000)));
  child.stderr.on("data", (chunk: Buffer) => (said = `${said}${chunk}`.slice(-10_000)));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const url = `http://127.0.0.1:${place.port}`;
  for (const until = Date.now() + READY_MS; !(await isReady(url)); await pause(5)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended:\n${said}`);
    if (Date.now() > until) throw new Error(`not ready after ${READY_MS} ms:\n${said}`);
  }
  const database = findRunning(place.dataDir, openSecrets(place.dataDir));
  if (!database) throw new Error("the server does not say where its database is");
  return {
    url,
    readyMs: performance.now() - started,
    process: child,
    ended,
    database,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Runs another command of motcua on the same data folder. */
export async function runCommand(
  place: ServerPlace,
  ...args: readonly string[]
): Promise<{ code: number; out: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { env: environment(place), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (out += chunk));
  const code = await new Promise<number>((done) => child.once("close", (status) => done(status ?? -1)));
  return { code, out };
}

export type Victim = "primary" | "web worker" | "postmaster" | "postgres backend";
export const VICTIMS: readonly Victim[] = ["primary", "web worker", "postmaster", "postgres backend"];

/** kill -9 of one process of this server; answers its id, or null when there was none of the kind at this moment. */
export function killOne(
  server: RunningServer,
  dataDir: string,
  victim: Victim,
  pick: (count: number) => number,
): number | null {
  const pids = pidsOf(server, dataDir, victim);
  const pid = pids[pick(pids.length)];
  if (pid === undefined) return null;
  process.kill(pid, "SIGKILL");
  return pid;
}

function pidsOf(server: RunningServer, dataDir: string, victim: Victim): readonly number[] {
  const primary = server.process.pid ?? 0;
  if (victim === "primary") return [primary];
  if (victim === "web worker") return childrenOf(primary, /web-worker/);
  const postmaster = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  return victim === "postmaster" ? [postmaster] : childrenOf(postmaster, /postgres: motcua_app /);
}

/** Children of a process whose command line fits; read from /proc, so on Linux only. */
export function childrenOf(parent: number, command: RegExp): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        return ppid === parent && command.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "));
      } catch {
        return false; // gone meanwhile
      }
    })
    .map(Number);
}
