import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { showInstant } from "../../../kernel/plain-date.ts";
import type { KeptSms, SmsFault } from "./start.ts";

type Parts = {
  isKey(given: string): boolean;
  fault(): SmsFault;
  texts(): readonly KeptSms[];
  /** A request came. */
  count(): void;
  /** Takes a text, or gives back the one taken under its key; null where the key stands for another text. */
  take(sms: { readonly key: string; readonly to: string; readonly text: string }): KeptSms | null;
};

const WantedShape = z.object({
  to: z.string().regex(/^(0\d{9,10}|\+\d{8,15})$/),
  text: z.string().min(1).max(459),
  reference: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/),
});
const BODY_BYTES_MOST = 8_192;

/** The provider's API, and a page of what it took. */
export function smsApp(parts: Parts): Hono {
  const app = new Hono();
  app.post("/messages", bodyLimit({ maxSize: BODY_BYTES_MOST }), async (c) => {
    parts.count();
    if (parts.fault() === "busy") return c.json({ error: "busy" }, 503);
    if (!parts.isKey(/^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? ""))
      return c.json({ error: "unauthorized" }, 401);
    const wanted = WantedShape.safeParse(await c.req.json().catch(() => null));
    const key = c.req.header("idempotency-key");
    if (!wanted.success || key !== wanted.data.reference) return c.json({ error: "malformed" }, 400);
    if (wanted.data.to.endsWith("000")) return c.json({ error: "unknown-number" }, 422);
    const taken = parts.take({ key, to: wanted.data.to, text: wanted.data.text });
    if (!taken) return c.json({ error: "key-reused" }, 409);
    return parts.fault() === "lost-answer" ? c.json({ error: "lost" }, 504) : c.json({ id: taken.id }, 202);
  });

  app.get("/", (c) => {
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.html(
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Tin nhắn giả lập</title>
          <style>
            {"body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#111}"}
          </style>
        </head>
        <body>
          <main>
            <h1>Tin nhắn giả lập</h1>
            <p>
              Bản chạy thử: không tin nào được gửi đi. <span lang="en">A trial: no text left this machine.</span>
            </p>
            {parts.texts().length === 0 && <p>Chưa có tin nhắn nào.</p>}
            <ul>
              {parts
                .texts()
                .toReversed()
                .map((sms) => (
                  <li>
                    {showInstant(sms.at)}, {sms.to}: {sms.text}
                  </li>
                ))}
            </ul>
          </main>
        </body>
      </html>,
    );
  });
  return app;
}
