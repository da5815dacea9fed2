import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { guest, type Stage, stage, stay } from "../../../tests/support/api-stage.ts";
import { createWeb } from "../app.tsx";

let s: Stage;
let server: ReturnType<typeof serve>;
let base: string;
beforeAll(async () => {
  s = await stage();
  server = serve({ fetch: createWeb(s.deps).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((ready) => server.once("listening", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await s.close();
});

const send = (body: string | ReadableStream, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/dossiers`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": "http",
      authorization: `Bearer ${s.keys.hotel}`,
      ...headers,
    },
    body,
    ...(typeof body === "string" ? {} : { duplex: "half" }),
  } as RequestInit);

it("files within the whole application, over a socket, in one piece or in many", async () => {
  const body = JSON.stringify(stay([guest(1)]));
  const answer = await send(body);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const pieces = new Blob([body.slice(0, 20), body.slice(20)]).stream();
  const again = await send(pieces);
  expect([again.status, await again.json()]).toEqual([200, await answer.json()]);
});

it("answers problems, not pages, to whatever is wrong under its address", async () => {
  for (const path of ["/nothing", "/dossiers/x", "/procedures/x", "/"]) {
    const answer = await fetch(`${base}${path}`);
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 404, "application/problem+json"]);
    expect((await answer.json()).requestId).toBe(answer.headers.get("x-request-id"));
  }
  expect((await fetch(`${base}/dossiers`, { method: "DELETE" })).status).toBe(405);
});

it("refuses a body that goes on and on, and goes on answering", async () => {
  const endless = new ReadableStream({
    start(controller) {
      for (let n = 0; n < 40; n += 1) controller.enqueue(new Uint8Array(1_048_576).fill(32));
      controller.close();
    },
  });
  // The answer may reach the sender or the closed socket may: either way nothing is taken.
  const outcome = await send(endless, { "idempotency-key": "endless" }).then(
    (answer) => answer.status,
    () => "closed",
  );
  expect([413, "closed"]).toContain(outcome);
  expect((await fetch(`${base}/procedures`)).status).toBe(200);
});
