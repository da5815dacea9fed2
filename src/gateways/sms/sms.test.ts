import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSmsClient } from "./index.ts";
import { type SmsStandIn, startSmsStandIn } from "./stand-in/index.ts";

/** The client against a provider on a socket. Reports are tested where they arrive: src/modules/messages. */

let provider: SmsStandIn;
beforeAll(async () => {
  provider = await startSmsStandIn({
    demonstration: true,
    port: 0,
    apiKey: "right key",
    reportUrl: "http://127.0.0.1:1/",
    secret: "a secret of this test",
    clock: { now: () => 0 },
  });
});
beforeEach(() => provider.err("none"));
afterAll(() => provider.close());

const client = (apiKey = "right key") => createSmsClient({ baseUrl: provider.url, apiKey, timeoutMs: 2_000 });
const sms = (key: string, to = "0912345678", text = "Mot Cua: ho so G01 co thong bao moi.") => ({ key, to, text });

test("the same key again is the same text; with another text it is refused", async () => {
  const first = await client().send(sms("k1"));
  expect(first).toEqual({ ok: true, value: { id: expect.stringMatching(/^SM/) } });
  expect(await client().send(sms("k1"))).toEqual(first);
  expect(provider.texts()).toHaveLength(1);
  expect(await client().send(sms("k1", "0912345678", "Khác"))).toMatchObject({ failure: { kind: "permanent" } });
});

test("says whether trying again can help", async () => {
  expect(await client("wrong key").send(sms("k2"))).toMatchObject({
    failure: { kind: "refused", cause: "status 401" },
  });
  expect(await client().send(sms("k3", "0912345000"))).toMatchObject({ failure: { kind: "permanent" } });
  expect(await client().send(sms("k4", "not a number"))).toMatchObject({ failure: { kind: "permanent" } });
  provider.err("busy");
  expect(await client().send(sms("k5"))).toMatchObject({ failure: { kind: "temporary", cause: "status 503" } });
  const nobody = createSmsClient({ baseUrl: "http://127.0.0.1:1", apiKey: "x", timeoutMs: 500 });
  expect(await nobody.send(sms("k6"))).toMatchObject({ failure: { kind: "temporary" } });
  expect(provider.texts()).toHaveLength(1);
});
