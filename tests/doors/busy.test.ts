import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/platform/database/database.ts";
import { isAwayForNow } from "../../src/platform/trouble.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";

/** A database that cannot be asked for a while is told from one that refuses: the first comes back by itself. */

let house: TestHouse;
let minh: Browser;
/** What every question besides that of the session fails with; null lets all through. */
let failing: Error | null = null;

const watched = (db: Database): Database => ({
  ...db,
  query: (name, text, values) =>
    failing && name !== "access-find-sessions" ? Promise.reject(failing) : db.query(name, text, values),
});

beforeAll(async () => {
  house = await testHouse({ people: 20, watch: watched });
  minh = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
}, 60_000);
afterAll(async () => {
  failing = null;
  await house.close();
});

test.each([
  ["no connection in time", new Error("timeout exceeded when trying to connect"), 503, "Hệ thống đang bận"],
  ["no connection left", Object.assign(new Error("x"), { code: "53300" }), 503, "Hệ thống đang bận"],
  ["a refused statement", Object.assign(new Error("x"), { code: "42501" }), 500, "Hệ thống đang gặp sự cố"],
] as const)("%s: the page says so without asking again, and when to come back", async (_, error, status, words) => {
  failing = error;
  const page = await minh.get("/ho-so");
  failing = null;
  expect([page.status, page.headers.get("retry-after")]).toEqual([status, status === 503 ? "5" : null]);
  expect(page.html).toContain(words);
  expect((await minh.get("/ho-so")).status).toBe(200);
});

test("a server that restarts is away for now, a broken rule is not", () => {
  for (const code of ["57P01", "57P03", "ECONNREFUSED"])
    expect(isAwayForNow(Object.assign(new Error("x"), { code })), code).toBe(true);
  for (const other of [new Error("x"), Object.assign(new Error("x"), { code: "23505" }), null])
    expect(isAwayForNow(other)).toBe(false);
});
