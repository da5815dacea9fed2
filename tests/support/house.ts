import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { pino } from "pino";
import type { Procedure } from "../../src/engine/definition/index.ts";
import type { PopulationRegister } from "../../src/gateways/population/index.ts";
import type { Instant } from "../../src/kernel/plain-date.ts";
import { seedDemo } from "../../src/main/demo/index.ts";
import { buildHouse } from "../../src/main/house.ts";
import { STAND_INS } from "../../src/main/stand-ins.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { type Database, openDatabase } from "../../src/platform/database/database.ts";
import { FILE_KEYS } from "../../src/platform/file-keys.ts";
import type { Log } from "../../src/platform/log.ts";
import { readSettings, type Settings } from "../../src/platform/settings.ts";
import { createWeb } from "../../src/web/app.tsx";
import type { WebDeps } from "../../src/web/context.ts";
import { testDatabase } from "./database.ts";
import { TEST_FILE_KEY } from "./file-keys.ts";
import { freePorts } from "./free-ports.ts";
import { UNLIMITED } from "./unlimited.ts";

export type TestHouse = {
  /** Where the house answers; the same origin that browsers are sent back to. */
  readonly url: string;
  readonly deps: WebDeps;
  readonly settings: Settings;
  readonly db: Database;
  /** The owner's address: for looking, and tampering, behind the application's back. */
  readonly ownerUrl: string;
  /** Sets the time of the house; it stands still until it is set again. Null lets it run. */
  setClock(now: Instant | null): void;
  close(): Promise<void>;
};

/**
 * The whole house on sockets: pages, API, the stand-ins of identity service and bank, a real database of its own with
 * a few hundred people. `procedures` replaces those of the law.
 */
export async function testHouse(
  options: {
    readonly procedures?: readonly Procedure[];
    readonly people?: number;
    readonly standIns?: boolean;
    /** The population register to ask instead of the embedded one. */
    readonly register?: (clock: Clock) => PopulationRegister;
    /** Settings besides those of every test house. */
    readonly env?: Readonly<Record<string, string>>;
    /** Looks at what the house asks of its database. */
    readonly watch?: (db: Database) => Database;
    /** Where the house logs to; nowhere unless given. */
    readonly log?: Log;
  } = {},
): Promise<TestHouse> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "motcua-house-"));
  const owner = openDatabase({ url: database.ownerUrl, most: 2 });
  await seedDemo(owner, { people: options.people ?? 200 });
  await owner.close();

  const port = await freePorts();
  const settings = readSettings({
    PORT: String(port),
    STAND_INS_PORT: String(port + 1),
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    DEMO: "on",
    ...UNLIMITED,
    ...options.env,
  });
  const secrets = {
    get: (name: string): string => (name === FILE_KEYS ? TEST_FILE_KEY : `${name}-secret-of-this-test`),
  };
  let stopped: Instant | null = null;
  const clock = { now: (): Instant => stopped ?? Date.now() };
  const deps = await buildHouse({
    settings,
    db: options.watch?.(database.db) ?? database.db,
    clock,
    log: options.log ?? pino({ level: "silent" }),
    secrets,
    ...(options.procedures ? { procedures: options.procedures } : {}),
    ...(options.register ? { register: options.register(clock) } : {}),
  });
  const app = createWeb(deps);
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings), {
    overrideGlobalObjects: true,
  });
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
  const standIns =
    options.standIns === false
      ? []
      : await Promise.all(STAND_INS.map((standIn) => standIn.start({ settings, secrets })));

  return {
    url: settings.publicUrl,
    deps,
    settings,
    db: database.db,
    ownerUrl: database.ownerUrl,
    setClock(now) {
      stopped = now;
    },
    async close() {
      await Promise.all(standIns.map((standIn) => standIn.close()));
      await closeServer(server);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
