import { createServer } from "node:net";
import { type Text, text } from "../kernel/text.ts";
import { systemClock } from "../platform/clock.ts";
import { openLog } from "../platform/log.ts";
import { createMetrics } from "../platform/metrics.ts";
import { openSecrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { announce } from "./announce.ts";
import { boot, SECRET_NAMES } from "./boot.ts";
import { startStandInsWorker, startWebWorkers } from "./children.ts";
import { portTrouble } from "./explain.ts";
import { noteSecrets } from "./keys/report.ts";
import type { ToChild } from "./messages.ts";
import { startDatabase } from "./open-database.ts";
import { STAND_INS } from "./stand-ins.ts";
import { startWork } from "./work.ts";

/** The whole program: database, pages, stand-ins of a trial, jobs; until it is told to stop. */
export async function serve(settings: Settings): Promise<number> {
  const stopAsked = listenForStop();
  const say = (step: Text): void => void process.stdout.write(`  ${step.vi} / ${step.en}\n`);
  process.stdout.write("Một Cửa đang khởi động … / Một Cửa is starting …\n");
  refuseWithoutSignIn(settings);
  await portIsFree(settings);
  const secrets = openSecrets(settings.dataDir);
  const log = openLog({ level: settings.logLevel, dataDir: settings.dataDir });

  // What was opened is closed in the opposite order, also when the start is broken off half-way.
  const closers: (() => Promise<unknown>)[] = [];
  const opened = <T>(promise: Promise<T>, close: (value: T) => Promise<unknown>): Promise<T> => {
    closers.unshift(() => promise.then(close, () => undefined));
    return promise;
  };

  const start = async (): Promise<void> => {
    const database = await opened(startDatabase(settings, secrets, say), (it) => it.stop());
    await boot({ settings, database, clock: systemClock, log, say });
    const begin: ToChild & { kind: "begin" } = {
      kind: "begin",
      settings,
      database: { url: database.appUrl, role: database.appRole },
      secrets: secrets.all(SECRET_NAMES),
    };
    noteSecrets(settings, secrets, systemClock.now());
    const [port] = await Promise.all([web.begin(begin), standIns?.begin(begin)]);
    const seconds = process.uptime();
    announce({ settings, port, seconds });
    log.info({ port, seconds }, "ready");
    const app = { url: database.appUrl, role: database.appRole };
    const work = { settings, ownerUrl: database.ownerUrl, app, clock: systemClock, log, secrets, metrics };
    await opened(startWork(work), (it) => it.stop());
  };

  // What the jobs count; the serving processes count for themselves.
  const metrics = createMetrics();
  // They load while the database starts, and are closed before it because it is opened first in the list below.
  const web = startWebWorkers(settings.webProcesses, log, async () => metrics.registry.getMetricsAsJSON());
  const standIns = settings.demo && STAND_INS.length > 0 ? startStandInsWorker(log) : null;
  const starting = start();
  try {
    await Promise.race([starting, stopAsked]);
    await stopAsked;
  } finally {
    process.stdout.write("Đang dừng … / Stopping …\n");
    await starting.catch(() => undefined);
    await web.stop();
    await standIns?.stop();
    for (const close of closers) await close().catch((error: unknown) => log.error({ err: error }, "could not close"));
    log.info("stopped");
  }
  process.stdout.write("Đã dừng. / Stopped.\n");
  return 0;
}

const PARENT_LOOK_MS = 300;

/**
 * Resolves at the first wish to stop. Ctrl-C reaches us once from the terminal and perhaps again from npm: once is
 * enough. A SIGTERM to `npm start` ends npm and its shell without a word to us; we notice that our parent is gone.
 */
function listenForStop(): Promise<void> {
  return new Promise((asked) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => asked());
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && asked(), PARENT_LOOK_MS).unref();
  });
}

function refuseWithoutSignIn(settings: Settings): void {
  if (settings.demo || settings.signIn) return;
  throw new Trouble(
    text(
      "Chưa có nơi xác thực người dùng. Hãy đặt OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET; hoặc DEMO=on để chạy thử với hệ thống giả lập.",
      "Nobody could sign in yet. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET; or DEMO=on for a trial with stand-ins.",
    ),
  );
}

/** Asked before anything is started, so that a taken port leaves nothing behind. */
async function portIsFree({ port, host }: Settings): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((free, taken) => probe.once("error", taken).listen({ port, host }, free));
  } catch (error) {
    throw portTrouble(port, host, error);
  } finally {
    await new Promise((done) => probe.close(done));
  }
}
