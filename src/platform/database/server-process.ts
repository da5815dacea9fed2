import { type ChildProcess, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { text } from "../../kernel/text.ts";
import { diskFull, Trouble } from "../trouble.ts";
import type { Binaries } from "./binaries.ts";
import { toolEnvironment } from "./initialise.ts";
import { stopLeftovers } from "./leftovers.ts";
import type { ServerUser } from "./server-user.ts";

/** Where the server listens: a folder for its socket, or a port of this machine where there are no Unix sockets. */
export type Listening = { readonly socketDir: string } | { readonly port: number };

export type ServerProcess = {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Lets transactions under way roll back, writes a checkpoint, ends. */
  stop(): Promise<void>;
};

const LOG_MOST_BYTES = 10 * 1024 * 1024;
const TRIES = 20;

/**
 * Starts `postgres` on the data folder and waits until it takes connections; after a crash that includes replaying
 * its log, which may take as long as it takes.
 * @throws Trouble with the server's own last words when it will not start.
 */
export async function startServer(options: {
  pgData: string;
  binaries: Binaries;
  user: ServerUser;
  listening: Listening;
  logFile: string;
  disposable: boolean;
}): Promise<ServerProcess> {
  rotate(options.logFile);
  for (let attempt = 1; ; attempt++) {
    await stopLeftovers(options.pgData);
    clearSocket(options.listening);
    const log = openSync(options.logFile, "a+", 0o600);
    try {
      const from = fstatSync(log).size;
      const server = spawnServer(options, log);
      if (await isReady(server, options.pgData)) return server;
      const said = textFrom(log, from);
      if (/No space left on device/.test(said)) throw diskFull(options.pgData);
      // Processes of a postmaster that was killed may outlive it for a moment and hold its shared memory.
      if (attempt >= TRIES || !/shared memory|lock file|being used by another/.test(said))
        throw willNotStart(said, options.logFile);
    } finally {
      closeSync(log);
    }
    await pause(200);
  }
}

function spawnServer(
  { pgData, binaries, user, listening, disposable }: Parameters<typeof startServer>[0],
  log: number,
): ServerProcess & { readonly child: ChildProcess } {
  const where =
    "socketDir" in listening
      ? ["-c", "listen_addresses=", "-c", `unix_socket_directories=${listening.socketDir}`, "-c", "port=5432"]
      : ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", `port=${listening.port}`];
  const line = ["-D", pgData, "-c", "logging_collector=off", ...where];
  // Left alone it would go on until the next start finds it: better it ends by itself, as cleanly as it can.
  const { file, args, spawnAs } = user.command(binaries.postgres, line, disposable ? "SIGQUIT" : "SIGINT");
  const child = spawn(file, args, {
    ...spawnAs,
    cwd: dirname(pgData),
    env: toolEnvironment(),
    stdio: ["ignore", log, log],
    // Its own process group: Ctrl-C is for us, and we stop it only after the last request has been answered.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  return { child, pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [kind, waitMs] of [
    ["SIGINT", 60_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000],
  ] as const) {
    child.kill(kind);
    const waited = new AbortController();
    const over = await Promise.race([ended.then(() => true), pause(waitMs, false, { signal: waited.signal })]);
    waited.abort();
    if (over) return;
  }
}

/** The postmaster itself writes on line 8 of its note when it is ready, as pg_ctl reads it. */
async function isReady(server: { pid: number; child: ChildProcess }, pgData: string): Promise<boolean> {
  const note = join(pgData, "postmaster.pid");
  while (server.child.exitCode === null && server.child.signalCode === null && server.pid !== 0) {
    if (existsSync(note)) {
      const lines = readFileSync(note, "utf8").split("\n");
      if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return true;
    }
    await pause(10);
  }
  return false;
}

/** Our lock holds, nothing runs: whatever lies in the socket folder is from a server that is gone. */
function clearSocket(listening: Listening): void {
  if (!("socketDir" in listening)) return;
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"]) rmSync(join(listening.socketDir, name), { force: true });
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LOG_MOST_BYTES) renameSync(logFile, `${logFile}.1`);
}

function textFrom(log: number, from: number): string {
  const buffer = Buffer.alloc(Math.min(64_000, Math.max(0, fstatSync(log).size - from)));
  readSync(log, buffer, 0, buffer.length, from);
  return buffer.toString("utf8");
}

function willNotStart(said: string, logFile: string): Trouble {
  const reason = /(?:FATAL|PANIC|ERROR|error): .*/.exec(said)?.[0] ?? said.trim().split("\n").at(-1) ?? "";
  return new Trouble(
    text(
      `Cơ sở dữ liệu không khởi động được: ${reason}. Chi tiết trong ${logFile}.`,
      `The database did not start: ${reason}. See ${logFile}.`,
    ),
  );
}
