import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import type { Database } from "../platform/database/database.ts";
import { sha256 } from "../platform/ids.ts";
import type { Settings } from "../platform/settings.ts";
import type { Measuring } from "./measuring.ts";
import type { Web } from "./web.ts";

export type Door = {
  readonly port: number;
  /** Lets nobody in any more, waits for answers under way, at most so long. */
  close(waitMs: number): Promise<void>;
};

const PROBE_MS = 2_000;
/** Longer than the minute proxies keep an idle connection, so that they close first and no request meets a closed door. */
const KEEP_ALIVE_MS = 72_000;

/** Opens the HTTP door: three questions of machines are answered here, all others by the pages. */
export async function openDoor(options: {
  settings: Settings;
  web: Web;
  db: Database;
  measuring: Measuring;
}): Promise<Door> {
  const { settings, web, db, measuring } = options;
  let closing = false;
  const pages = getRequestListener((request, bindings) => web.fetch(request, bindings), {
    // Answers of ours then go out as the text they are, without a stream around them: a third less work a page.
    overrideGlobalObjects: true,
  });

  const questions: Readonly<Record<string, (answer: ServerResponse) => Promise<void>>> = {
    "/healthz": async (answer) => say(answer, 200, "ok"),
    "/readyz": async (answer) => {
      const ready = !closing && (await answersSoon(db));
      say(answer, ready ? 200 : 503, ready ? "ready" : "not ready");
    },
    "/metrics": async (answer) => say(answer, 200, await measuring.page(), "text/plain; version=0.0.4; charset=utf-8"),
  };

  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    (request: IncomingMessage, answer: ServerResponse) => {
      if (closing) answer.setHeader("connection", "close");
      const path = request.url?.split("?", 1)[0] ?? "";
      const question = questions[path];
      if (!question) return void pages(request, answer);
      if (path !== "/healthz" && !mayAsk(request, settings.metricsToken)) return say(answer, 404, "not found");
      question(answer).catch(() => answer.destroy());
    },
  );
  await listen(server, settings);
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : settings.port,
    async close(waitMs) {
      closing = true;
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const late = new AbortController();
      await Promise.race([closed, pause(waitMs, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}

const listen = (server: Server, { port, host }: Settings): Promise<void> =>
  new Promise((done, failed) => {
    server.once("error", failed);
    server.listen({ port, host, backlog: 1024 }, done);
  });

/**
 * Figures and readiness are for monitors: those on this machine, asked directly and not through a proxy, and those that
 * bring the token of the settings.
 */
function mayAsk({ headers, socket }: IncomingMessage, token: string | null): boolean {
  const brought = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (token !== null && brought !== undefined) return timingSafeEqual(sha256(brought), sha256(token));
  const forwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
}

async function answersSoon(db: Database): Promise<boolean> {
  const late = new AbortController();
  const asked = db.query("door.ready", "select 1 as one").then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, pause(PROBE_MS, false, { signal: late.signal }).catch(() => false)]);
  late.abort();
  return answered;
}

function say(answer: ServerResponse, status: number, body: string, type = "text/plain; charset=utf-8"): void {
  const bytes = Buffer.from(`${body}\n`);
  answer.writeHead(status, { "content-type": type, "content-length": bytes.length, "cache-control": "no-store" });
  answer.end(bytes);
}
