import { Hono } from "hono";
import { answerToBank } from "../../modules/payments/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import { readBytes } from "./read-json.ts";

const NOTICE_BYTES_MOST = 64 * 1024;

/** The bank's word about money that came in. Proven by its signature, not by a key of ours; its content is never logged. */
export function bankDoors(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.post("/bank/notices", async (c) => {
    const outcome = await deps.payments.receiveNotice(await readBytes(c, NOTICE_BYTES_MOST), c.req.raw.headers);
    const { status, body } = answerToBank(outcome);
    return c.body(body, status, { "content-type": "application/json" });
  });
  return app;
}
