import { type ChildProcess, fork } from "node:child_process";
import cluster from "node:cluster";
import { extname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { text } from "../kernel/text.ts";
import type { Log } from "../platform/log.ts";
import { Trouble } from "../platform/trouble.ts";
import type { FromChild, ToChild } from "./messages.ts";

/** A kind of process that is kept running: begun once the database is there, started again when it dies. */
export type Children = {
  /** Tells all of them to begin; resolves with the port when each has opened its door. */
  begin(message: ToChild & { kind: "begin" }): Promise<number>;
  stop(): Promise<void>;
};

/** The one thing the two ways of starting a process (cluster, plain fork) have in common for us. */
type Child = Pick<ChildProcess, "send" | "on" | "once" | "pid" | "kill">;

const FAST_DEATH_MS = 5_000;
const RESPAWN_MOST_MS = 10_000;
/** Longer than a child may take to finish its answers. */
const STOP_MS = 13_000;

/** The file of an entry: beside this one, compiled or not. */
const entry = (name: string): string => join(import.meta.dirname, `${name}${extname(import.meta.filename)}`);

/**
 * Serving processes that share one port. They load at once, while the database is still starting. `own` are the figures of
 * the process that keeps them, where the jobs run: they stand beside theirs.
 */
export function startWebWorkers(count: number, log: Log, own: () => Promise<object>): Children {
  cluster.setupPrimary({ exec: entry("web-worker"), args: [] });
  return keep(count, "web", log, () => cluster.fork().process, own);
}

/** The stand-ins of a trial run, in one process. */
export const startStandInsWorker = (log: Log): Children =>
  keep(1, "stand-ins", log, () => fork(entry("stand-ins-worker")));

function keep(
  count: number,
  name: string,
  log: Log,
  spawn: () => Child,
  own: (() => Promise<object>) | null = null,
): Children {
  let stopping = false;
  let begun: (ToChild & { kind: "begin" }) | null = null;
  const alive = new Set<Child>();
  const loaded = new WeakSet<Child>();
  const measuring = createCollector(alive, own);

  /** One place: as long as we do not stop, there is a process in it. `opened` hears about the first one's door. */
  const fill = (opened: (port: number) => void, failed: (error: Error) => void, deaths = 0): void => {
    const child = spawn();
    const bornAt = Date.now();
    let everReady = false;
    alive.add(child);
    const tell = (message: ToChild): void => void child.send(message, () => undefined);
    child.on("message", (message: FromChild) => {
      if (message.kind === "loaded") {
        loaded.add(child);
        if (begun) tell(begun);
      }
      if (message.kind === "ready") {
        everReady = true;
        opened(message.port);
      }
      if (message.kind === "failed") {
        log.error({ child: name, stack: message.stack }, "a process could not begin");
        if (message.stack) process.stderr.write(`${message.stack}\n`);
        failed(new Trouble(text(message.vi, message.en)));
      }
      measuring.hear(child, message);
    });
    child.on("error", (error) => log.warn({ child: name, err: error }, "a process could not be reached"));
    child.once("exit", (code, signal) => {
      alive.delete(child);
      if (stopping) return;
      const inARow = everReady && Date.now() - bornAt > FAST_DEATH_MS ? 0 : deaths + 1;
      const waitMs = inARow <= 1 ? 0 : Math.min(RESPAWN_MOST_MS, 250 * 2 ** (inARow - 2));
      log.warn({ child: name, code, signal, waitMs }, "a process died, starting another");
      if (inARow >= 5) failed(diesAgain(name));
      setTimeout(() => !stopping && fill(opened, failed, inARow), waitMs).unref();
    });
    children.set(child, tell);
  };

  const children = new Map<Child, (message: ToChild) => void>();
  const opened = Array.from({ length: count }, () => {
    const door = Promise.withResolvers<number>();
    // Whoever awaits `begin` hears of it; before that nobody listens yet.
    door.promise.catch(() => undefined);
    fill(door.resolve, door.reject);
    return door.promise;
  });

  return {
    async begin(message) {
      begun = message;
      // Who is still loading is told when it says that it has: told now too, it would open its door twice.
      for (const child of alive) if (loaded.has(child)) children.get(child)?.(message);
      const [port] = await Promise.all(opened);
      return port ?? 0;
    },
    async stop() {
      stopping = true;
      const left = [...alive];
      const gone = Promise.all(left.map((child) => new Promise((done) => child.once("exit", done))));
      for (const child of left) children.get(child)?.({ kind: "stop" });
      const waited = new AbortController();
      await Promise.race([gone, pause(STOP_MS, undefined, { signal: waited.signal }).catch(() => undefined)]);
      waited.abort();
      for (const child of alive) child.kill("SIGKILL");
    },
  };
}

const diesAgain = (name: string): Trouble =>
  new Trouble(
    text(
      `Tiến trình "${name}" dừng ngay sau khi khởi động nhiều lần liên tiếp. Xem DATA_DIR/log/motcua.log.`,
      `The "${name}" process keeps ending right after its start. See DATA_DIR/log/motcua.log.`,
    ),
  );

const COLLECT_MS = 1_000;

/** Gathers the figures of all processes for the one that was asked by a monitor. */
function createCollector(
  alive: ReadonlySet<Child>,
  own: (() => Promise<object>) | null,
): { hear(from: Child, message: FromChild): void } {
  const rounds = new Map<number, { parts: object[]; finish(): void; wanted: number }>();
  let last = 0;
  const hearPart = (asked: number, measures: object): void => {
    const round = rounds.get(asked);
    if (!round) return;
    round.parts.push(measures);
    if (round.parts.length >= round.wanted) round.finish();
  };
  return {
    hear(from, message) {
      if (message.kind === "my-measures") hearPart(message.asked, message.measures);
      if (message.kind === "measure-all") {
        const number = ++last;
        const parts: object[] = [];
        const finish = (): void => {
          clearTimeout(late);
          rounds.delete(number);
          from.send({ kind: "measured", asked: message.asked, parts }, () => undefined);
        };
        const late = setTimeout(finish, COLLECT_MS);
        rounds.set(number, { parts, finish, wanted: alive.size + (own ? 1 : 0) });
        own?.().then(
          (measures) => hearPart(number, measures),
          () => undefined,
        );
        for (const child of alive) child.send({ kind: "measure", asked: number }, () => undefined);
      }
    },
  };
}
