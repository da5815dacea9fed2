import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../tests/support/database.ts";
import { createMetrics } from "../platform/metrics.ts";
import { readSettings } from "../platform/settings.ts";
import { type Door, openDoor } from "./door.ts";
import { createMeasuring } from "./measuring.ts";

/** Figures of the machine are for monitors, not for whoever reaches the port (OWASP ASVS 5.0, 13.4.5). */

let database: TestDatabase;
let door: Door;
const TOKEN = "a token of twenty-four letters or more".replaceAll(" ", "-");
beforeAll(async () => {
  database = await testDatabase();
  door = await openDoor({
    settings: readSettings({ PORT: "0", METRICS_TOKEN: TOKEN }),
    web: { fetch: () => new Response("page", { status: 418 }), close: async () => undefined },
    db: database.db,
    measuring: createMeasuring(createMetrics()),
  });
}, 60_000);
afterAll(async () => {
  await door?.close(100);
  await database?.drop();
});

const ask = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(`http://127.0.0.1:${door.port}${path}`, { headers })).status;

test("this machine reads them; what comes through a proxy does not, unless it brings the token", async () => {
  for (const path of ["/metrics", "/readyz", "/metrics?x=1"]) {
    expect(await ask(path), path).toBe(200);
    for (const through of [
      { "x-forwarded-for": "203.0.113.9" },
      { "x-forwarded-for": "127.0.0.1" },
      { forwarded: "for=_x" },
    ])
      expect(await ask(path, through), path).toBe(404);
    const brought = (token: string) =>
      ask(path, { "x-forwarded-for": "203.0.113.9", authorization: `Bearer ${token}` });
    expect(await brought(TOKEN)).toBe(200);
    expect(await brought(`${TOKEN}x`)).toBe(404);
  }
});

test("whether a process serves may be asked by everybody", async () => {
  expect(await ask("/healthz", { "x-forwarded-for": "203.0.113.9" })).toBe(200);
  expect(await ask("/", { "x-forwarded-for": "203.0.113.9" })).toBe(418);
});
