// One serving process of several. It loads while the database starts, and opens its door when the primary says so.
import { systemClock } from "../platform/clock.ts";
import { openDatabase } from "../platform/database/database.ts";
import { openLog } from "../platform/log.ts";
import { createMetrics } from "../platform/metrics.ts";
import { handedSecrets } from "../platform/secrets.ts";
import { Trouble } from "../platform/trouble.ts";
import { type Door, openDoor } from "./door.ts";
import { explain } from "./explain.ts";
import { createMeasuring, type Measuring } from "./measuring.ts";
import { sayToPrimary, type ToChild } from "./messages.ts";
import { startWeb } from "./web.ts";

type Running = { readonly measuring: Measuring; stop(): Promise<void> };

const FINISH_MS = 10_000;
let running: Promise<Running> | null = null;

async function begin({ settings, database, secrets }: ToChild & { kind: "begin" }): Promise<Running> {
  const log = openLog({ level: settings.logLevel, dataDir: settings.dataDir });
  const db = openDatabase({ url: database.url, name: "motcua web", ...(database.role ? { role: database.role } : {}) });
  const metrics = createMetrics(() => db.connections());
  const measuring = createMeasuring(metrics);
  const web = await startWeb({ settings, db, clock: systemClock, log, metrics, secrets: handedSecrets(secrets) });
  const door: Door = await openDoor({ settings, web, db, measuring });
  sayToPrimary({ kind: "ready", port: door.port });
  return {
    measuring,
    async stop() {
      await door.close(FINISH_MS);
      await web.close();
      await db.close();
    },
  };
}

async function stop(): Promise<void> {
  await (await running)?.stop();
  process.exit(0);
}

process.on("message", (message: ToChild) => {
  if (message.kind === "begin") {
    running = begin(message);
    running.catch((error: unknown) => {
      const { settings } = message;
      const trouble = explain(error, settings);
      const said = trouble?.said ?? { vi: String(error), en: String(error) };
      sayToPrimary({
        kind: "failed",
        ...said,
        stack: trouble instanceof Trouble ? null : ((error as Error).stack ?? null),
      });
      setTimeout(() => process.exit(1), 50);
    });
  } else if (message.kind === "stop") void stop();
  else void running?.then(({ measuring }) => measuring.hear(message));
});

// Ctrl-C and a closed terminal reach every process of the group; the primary decides what follows.
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);
process.on("SIGTERM", () => void stop());
sayToPrimary({ kind: "loaded" });
