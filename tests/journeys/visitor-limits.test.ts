import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { headingOf, textOf } from "../support/portal.ts";

/** How often one visitor may ask, and what the others notice of it: nothing. */

let house: TestHouse;
const said: string[] = [];
const NOON = Date.parse("2026-11-23T12:00:00+07:00");
beforeAll(async () => {
  house = await testHouse({
    log: pino({ level: "warn" }, { write: (line: string) => void said.push(line) }),
    env: { PAGES_PER_MINUTE: "8", ADDRESS_PAGES_PER_MINUTE: "12", LOOKUPS_PER_MINUTE: "3", TRUSTED_PROXIES: "1" },
  });
}, 60_000);
afterAll(() => house?.close());

const from = (address: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${house.url}${path}`, { redirect: "manual", headers: { "x-forwarded-for": address, ...headers } });
const statuses = async (times: number, ask: () => Promise<Response>): Promise<number[]> => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await ask()).status);
  return seen;
};

test("an address that asks without end meets 429 with the seconds to wait; another address and the next minutes do not", async () => {
  house.setClock(NOON);
  const seen = await statuses(13, () => from("203.0.113.7", "/thu-tuc"));
  expect(seen.slice(0, 12)).toEqual(Array(12).fill(200));
  expect(seen[12]).toBe(429);
  const refused = await from("203.0.113.7", "/en/thu-tuc");
  expect(Number(refused.headers.get("retry-after"))).toBe(60);
  expect(textOf(await refused.text())).toContain("Please try again in 60 seconds");
  expect((await from("203.0.113.8", "/thu-tuc")).status).toBe(200);
  house.setClock(NOON + 120_000);
  expect((await from("203.0.113.7", "/thu-tuc")).status).toBe(200);
});

test("only what our own proxy wrote counts: a visitor who invents addresses in front of it wins nothing", async () => {
  house.setClock(NOON + 600_000);
  let n = 0;
  const seen = await statuses(13, () => from(`10.0.0.${++n}, 198.51.100.1`, "/thu-tuc"));
  expect(seen.at(-1)).toBe(429);
});

test("IPv6 counts by the line, not by the address: one house has 2^64 of them", async () => {
  house.setClock(NOON + 1_200_000);
  let n = 0;
  const seen = await statuses(13, () => from(`2001:db8::${(++n).toString(16)}`, "/thu-tuc"));
  expect(seen.at(-1)).toBe(429);
  expect((await from("2001:db8:0:1::1", "/thu-tuc")).status).toBe(200);
});

test("codes cannot be tried one after the other, nor the way to the identity service", async () => {
  house.setClock(NOON + 1_800_000);
  let n = 0;
  const code = (): string => `G01.079.1A-261123-01000${++n}`;
  expect(await statuses(4, () => from("203.0.113.9", `/tra-cuu?ma=${code()}`))).toEqual([200, 200, 200, 429]);
  expect((await from("203.0.113.9", "/tra-cuu")).status).toBe(200);
  expect(await statuses(4, () => from("203.0.113.10", "/dang-nhap"))).toEqual([303, 303, 303, 429]);
  expect(await statuses(4, () => from("203.0.113.11", "/en/office/dang-nhap"))).toEqual([303, 303, 303, 429]);
});

test("whoever is signed in is counted by account, whatever address they come from, and officers alike", async () => {
  house.setClock(null);
  for (const [who, start, page] of [
    ["cong-dan-minh", "/dang-nhap?ve=/", "/ho-so"],
    ["can-bo-sai-gon-tiep-nhan", "/dang-nhap/can-bo?ve=/office", "/office"],
  ] as const) {
    house.setClock(Date.now());
    const signed = await signInAs(house.url, who, { start });
    const cookie = signed.jar.header(new URL(house.url));
    let n = 0;
    const seen = await statuses(10, () => from(`192.0.2.${++n}`, page, { cookie }));
    expect(seen[0], who).toBe(200);
    expect(seen.at(-1), who).toBe(429);
    expect((await from("192.0.2.200", "/")).status).toBe(200);
    house.setClock(null);
  }
});

test("a program without a key is counted by address, and so are wrong keys; the refusal is a problem document", async () => {
  house.setClock(NOON + 2_400_000);
  const seen = await statuses(13, () => from("203.0.113.20", "/api/v1/procedures"));
  expect(seen.at(-1)).toBe(429);
  const wrong = () => from("203.0.113.21", "/api/v1/dossiers/x/documents", { authorization: "Bearer nonsense" });
  expect(await statuses(4, wrong)).toEqual([401, 401, 401, 429]);
  const refused = await wrong();
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("the page that says so is a page like others", async () => {
  house.setClock(NOON + 3_000_000);
  const visitor = openBrowser(house.url);
  for (let n = 0; n < 12; n += 1) await visitor.get("/thu-tuc");
  const page = await visitor.get("/thu-tuc");
  expect(page.status).toBe(429);
  expect(headingOf(page)).toBe("Có quá nhiều yêu cầu");
});

test("each refusal leaves a line that tells why, and nobody's address, key or name", async () => {
  house.setClock(null);
  const citizen = await signInAs(house.url, "to-chuc-song-huong", { start: "/dang-nhap?ve=/" });
  await citizen.post("/phien", { _csrf: "forged" });
  const why = (name: string): boolean => said.some((line) => JSON.parse(line).refused === name);
  expect(["too-often", "wrong-key", "form-token"].filter((name) => !why(name))).toEqual([]);
  expect(said.join("")).not.toMatch(/203\.0\.113|nonsense|forged|Hương/);
});
