import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCalculations } from "../../law/index.ts";
import { createWeb } from "../../src/web/app.tsx";
import { type Stage, stage } from "../support/api-stage.ts";
import { almostSound, deeplyNested, soundInputs, wrongRefusal } from "../support/nasty-input.ts";

const SEED = 20261123;
const { calculateAny, calculations } = await loadCalculations();

let s: Stage;
let server: ReturnType<typeof serve>;
let base: string;
beforeAll(async () => {
  s = await stage();
  server = serve({ fetch: createWeb(s.deps).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((ready) => server.once("listening", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/calculations`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await s.close();
});

const ask = (name: string, body: string): Promise<Response> =>
  fetch(`${base}/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body });

describe("calculations over HTTP", () => {
  it("answer every one with what code answers", async () => {
    for (const [name, [input]] of soundInputs) {
      const answer = await ask(name, JSON.stringify(input));
      const reckoned = await calculateAny(name, input);
      if (!reckoned.ok) throw new Error(name);
      expect([answer.status, await answer.json()], name).toEqual([200, JSON.parse(JSON.stringify(reckoned.value))]);
    }
    expect(soundInputs.size).toBe(calculations.size - 1);
  });

  it(`refuse bad input with 422 and the error of the contract (property, seed ${SEED})`, async () => {
    const asked = fc
      .constantFrom(...soundInputs)
      .chain(([name, inputs]) => almostSound(inputs).map((input) => [name, JSON.stringify(input)] as const));
    await fc.assert(
      fc.asyncProperty(asked, async ([name, body]) => {
        const answer = await ask(name, body);
        const said = await answer.json();
        const reckoned = await calculateAny(name, JSON.parse(body));
        if (reckoned.ok) expect([answer.status, said]).toEqual([200, JSON.parse(JSON.stringify(reckoned.value))]);
        else expect([answer.status, said.error, wrongRefusal(said.error)]).toEqual([422, reckoned.failure, null]);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each([
    ["a list a hundred thousand deep", "deadline", deeplyNested(100_000), 422, "wrong-type"],
    ["a name of Object.prototype", "constructor", "{}", 404, "unknown-calculation"],
    ["200 KB of text", "person-number", JSON.stringify({ number: "9".repeat(200_000) }), 422, "invalid-length"],
    ["1 MB of text", "person-number", JSON.stringify({ number: "9".repeat(1_000_000) }), 422, "invalid-length"],
  ])("refuse %s", async (_what, name, body, status, code) => {
    const answer = await ask(name, body);
    const { error } = await answer.json();
    expect([answer.status, error.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });
});
