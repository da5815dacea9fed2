import { request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWeb } from "../../src/web/app.tsx";
import { assetUrl } from "../../src/web/ui/assets.ts";
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

test("style sheets and the list of communes bear the headers of a page, and keep their own caching", async () => {
  for (const path of [assetUrl("portal.css"), "/places/communes?province=79"]) {
    const answer = await fetch(`${house.url}${path}`);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("content-security-policy"), path).toContain("frame-ancestors 'self'");
    expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
    expect(answer.headers.get("cache-control"), path).toMatch(/^public, max-age=/);
  }
});

test("under https every answer asks browsers to stay with it", async () => {
  const settings = { ...house.deps.settings, publicUrl: "https://mot-cua.example" };
  const app = createWeb({ ...house.deps, settings });
  for (const path of ["/", "/khong-co-trang-nay", "/api/v1/procedures", assetUrl("portal.css")]) {
    const answer = await app.request(path);
    expect(answer.headers.get("strict-transport-security"), path).toBe("max-age=31536000; includeSubDomains");
  }
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
  await app.request("/dang-nhap/ket-qua?state=unknown-state&code=code-of-somebody");
  expect(written, "a refused sign-in is told, with its reason").toContain('"refused":"unknown-sign-in"');
  expect(written.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(3);
  for (const piece of ["Bí Mật", "B%C3%AD", "040092034092", "0912345678", "motcua_secret", "code-of-somebody"])
    expect(written).not.toContain(piece);
});

test("TRACE tells nobody what they sent", async () => {
  for (const path of ["/", "/api/v1/procedures", "/office"]) {
    const answer = await new Promise<{ status: number; body: string }>((done, failed) => {
      const asked = request(
        `${house.url}${path}`,
        { method: "TRACE", headers: { cookie: "kept=to-oneself" } },
        (got) => {
          let body = "";
          got.setEncoding("utf8").on("data", (piece: string) => {
            body += piece;
          });
          got.once("end", () => done({ status: got.statusCode ?? 0, body }));
        },
      );
      asked.once("error", failed);
      asked.end();
    });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain("to-oneself");
  }
});

test("another name of this machine leads to the one public address", async () => {
  const answer = await fetch(`${house.url.replace("localhost", "127.0.0.1")}/thu-tuc?q=dau`, { redirect: "manual" });
  expect(answer.status).toBe(307);
  expect(answer.headers.get("location")).toBe(`${house.url}/thu-tuc?q=dau`);
});
