import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWeb } from "../../src/web/app.tsx";
import { type TestHouse, testHouse } from "../support/house.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ standIns: false });
});
afterAll(() => house.close());

const PAGES = [
  "/",
  "/en",
  "/thu-tuc?q=tam",
  "/thu-tuc/temporary-residence",
  "/tra-cuu",
  "/khong-co-trang-nay",
  "/api/v1/procedures",
];

test.each(PAGES)("%s lets browsers run nothing from elsewhere and nothing inline", async (path) => {
  const answer = await fetch(`${house.url}${path}`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-|\*/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  const html = await answer.text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  expect(html).not.toMatch(/\son[a-z]+="|style="/);
});

test("the log tells what happened and nothing of whom", async () => {
  let written = "";
  const memory = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const app = createWeb({ ...house.deps, log: pino({ level: "debug" }, memory) });
  const secret = "Nguyễn Thị Bí Mật 040092034092";
  await app.request(`/thu-tuc?q=${encodeURIComponent(secret)}`);
  await app.request("/nhap/01a20674-348f-7241-a441-cd56eebf9370/trang/person", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ name: secret, phone: "0912345678" }),
  });
  await app.request("/api/v1/dossiers", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer motcua_secret", "idempotency-key": "k" },
    body: JSON.stringify({ procedure: "stay-notification", answers: { name: secret } }),
  });
  expect(written.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(3);
  for (const piece of ["Bí Mật", "B%C3%AD", "040092034092", "0912345678", "motcua_secret"])
    expect(written).not.toContain(piece);
});

test("another name of this machine leads to the one public address", async () => {
  const answer = await fetch(`${house.url.replace("localhost", "127.0.0.1")}/thu-tuc?q=dau`, { redirect: "manual" });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(`${house.url}/thu-tuc?q=dau`);
});
