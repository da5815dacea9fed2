import { Hono } from "hono";
import type { Vars, WebDeps } from "../context.ts";
import { readBytes } from "./read-json.ts";

const REPORT_BYTES_MOST = 8 * 1024;
const STATUS = { taken: 200, unknown: 404, forged: 401, stale: 401, malformed: 422 } as const;

/** What a provider of texts says became of one. Proven by its signature; its content is never logged. */
export function smsDoors(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.post("/sms/reports", async (c) => {
    const body = await readBytes(c, REPORT_BYTES_MOST);
    const outcome = await deps.messages.delivery.smsReported(body, c.req.header("sms-signature") ?? null);
    return c.json({ outcome }, STATUS[outcome]);
  });
  return app;
}
