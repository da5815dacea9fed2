import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, openBrowser, type Page } from "../support/browserless.ts";
import { type HostileProvider, hostileProvider, type Lies, signed } from "../support/hostile-provider.ts";
import { type TestHouse, testHouse } from "../support/house.ts";

/** Sign-in against a provider that lies, through the real callback over HTTP: nobody is let in by a lie. */

const CLIENT = "motcua-thu";
const MINH = "040092034092";

let provider: HostileProvider;
let house: TestHouse;
let browser: Browser;

beforeAll(async () => {
  provider = await hostileProvider(CLIENT);
  provider.person = { LoaiTaiKhoan: 1, SoDinhDanh: MINH, HoVaTen: "Trần Văn Minh", sid: "provider-session-1" };
  house = await testHouse({
    people: 40,
    standIns: false,
    env: { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: "s3cret-of-this-test" },
  });
});
afterAll(async () => {
  await house?.close();
  await provider?.close();
});
beforeEach(() => {
  provider.lies = {};
  browser = openBrowser(house.url);
});
afterEach(() => vi.useRealTimers());

const signIn = (by: Browser = browser, returnTo = "/ho-so"): Promise<Page> =>
  by.get(`/dang-nhap?ve=${encodeURIComponent(returnTo)}`);
/** Stops before the callback: its address, which the browser has not visited yet. */
async function callbackOf(by: Browser = browser): Promise<string> {
  const out = await by.get("/dang-nhap?ve=/ho-so", { follow: false });
  const back = await by.get(out.headers.get("location") ?? "", { follow: false });
  return back.headers.get("location") ?? "";
}
const SESSION = "motcua_session";
const isIn = async (by: Browser = browser): Promise<boolean> => {
  const page = await by.get("/ho-so", { follow: false });
  return page.status === 200;
};
async function expectRefused(page: Page): Promise<void> {
  expect(page.status).toBe(403);
  expect(page.html).toContain("Chưa đăng nhập được");
  expect(browser.jar.find(SESSION), "no session was given").toBe(null);
}

describe("an honest answer", () => {
  test("lets in, and everything was bound before: proof key, state, nonce, pushed ahead", async () => {
    const page = await signIn();
    expect(page.url.pathname).toBe("/ho-so");
    expect(await isIn()).toBe(true);
    expect(Object.fromEntries(provider.pushed ?? [])).toMatchObject({
      client_id: CLIENT,
      response_type: "code",
      scope: "openid",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });
});

const now = (): number => Math.floor(Date.now() / 1000);
const LIES: readonly (readonly [string, Lies])[] = [
  ["a wrong nonce", { claims: (c) => ({ ...c, nonce: "another" }) }],
  ["no nonce", { claims: (c) => ({ ...c, nonce: undefined }) }],
  ["a token of a wrong issuer", { claims: (c) => ({ ...c, iss: "https://evil.example" }) }],
  ["a wrong issuer in the answer", { callback: (q) => q.set("iss", "https://evil.example") }],
  ["no issuer in the answer, though one was announced", { callback: (q) => q.delete("iss") }],
  ["a token for another client", { claims: (c) => ({ ...c, aud: "someone-else" }) }],
  ["a token for us and another, made out to the other", { claims: (c) => ({ ...c, aud: [CLIENT, "x"], azp: "x" }) }],
  ["a token that has expired", { claims: (c) => ({ ...c, iat: now() - 600, exp: now() - 31 }) }],
  ["a token that is not yet valid", { claims: (c) => ({ ...c, nbf: now() + 60 }) }],
  ["a token issued in the future", { claims: (c) => ({ ...c, iat: now() + 60, exp: now() + 300 }) }],
  ["a token without an end", { claims: (c) => ({ ...c, exp: undefined }) }],
  ["a token without a subject", { claims: (c) => ({ ...c, sub: undefined }) }],
  ["a wrong state", { callback: (q) => q.set("state", "x".repeat(43)) }],
  ["no state", { callback: (q) => q.delete("state") }],
  ["alg none", { token: (c) => `${encode({ alg: "none", typ: "JWT" })}.${encode(c)}.` }],
  [
    "alg none, with the signature left on",
    { token: async (c, key) => `${encode({ alg: "none" })}.${encode(c)}.${(await signed(c, key)).split(".")[2]}` },
  ],
  [
    "key confusion: our verifying key used as a shared secret",
    {
      token: (c, key) =>
        new SignJWT(c)
          .setProtectedHeader({ alg: "HS256", kid: key.kid })
          .sign(new TextEncoder().encode(key.publicKey.export({ type: "spki", format: "pem" }) as string)),
    },
  ],
  [
    "key confusion: the client's secret as the key",
    {
      token: (c) =>
        new SignJWT(c).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode("s3cret-of-this-test")),
    },
  ],
  [
    "an algorithm of the right key that was not agreed on",
    { token: (c, key) => new SignJWT(c).setProtectedHeader({ alg: "PS256", kid: key.kid }).sign(key.privateKey) },
  ],
  [
    "a key that the token brings along",
    {
      token: async (c, key) => {
        const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
        return new SignJWT(c)
          .setProtectedHeader({ alg: "RS256", kid: key.kid, jwk: own.publicKey.export({ format: "jwk" }) as never })
          .sign(own.privateKey);
      },
    },
  ],
  [
    "a payload changed after signing",
    {
      token: async (c, key) => {
        const [head, , signature] = (await signed(c, key)).split(".");
        return `${head}.${encode({ ...c, SoDinhDanh: "001155018271" })}.${signature}`;
      },
    },
  ],
  [
    "a signature of nothing",
    { token: async (c, key) => `${(await signed(c, key)).split(".").slice(0, 2).join(".")}.` },
  ],
];

describe("nobody is let in by", () => {
  test.each(LIES)("%s", async (_what, lies) => {
    provider.lies = lies;
    await expectRefused(await signIn());
    provider.lies = {};
    await signIn();
    expect(await isIn(), "and the same browser may try again").toBe(true);
  });

  test("a code that was redeemed before: the second way back finds nothing, even where the provider takes it again", async () => {
    provider.lies = { careless: true };
    const callback = await callbackOf();
    const first = await browser.get(callback);
    expect(first.url.pathname).toBe("/ho-so");
    const again = openBrowser(house.url, browser.jar);
    expect((await again.get(callback)).status, "the same browser").toBe(403);
    const thief = openBrowser(house.url);
    await expectNoSession(thief, callback);
  });

  test("somebody else's code under one's own state", async () => {
    const victim = new URL(await callbackOf(openBrowser(house.url)));
    const own = new URL(await callbackOf());
    own.searchParams.set("code", victim.searchParams.get("code") ?? "");
    await expectRefused(await browser.get(own.href));
    provider.lies = { careless: true };
    const second = new URL(await callbackOf());
    second.searchParams.set("code", new URL(await callbackOf(openBrowser(house.url))).searchParams.get("code") ?? "");
    await expectRefused(await browser.get(second.href));
  });

  test("a way back that another browser began, so that nobody is signed in as a stranger", async () => {
    const callback = await callbackOf(openBrowser(house.url));
    await expectNoSession(openBrowser(house.url), callback);
    await signIn();
    const before = browser.jar.find(SESSION);
    expect((await browser.get(await callbackOf(openBrowser(house.url)))).status).toBe(403);
    expect(browser.jar.find(SESSION), "whoever is signed in stays so").toBe(before);
  });

  test("a way back after a quarter of an hour", async () => {
    const callback = await callbackOf();
    house.setClock(Date.now() + 15 * 60_000 + 1000);
    await expectRefused(await browser.get(callback));
    house.setClock(null);
  });
});

async function expectNoSession(by: Browser, callback: string): Promise<void> {
  expect((await by.get(callback)).status).toBe(403);
  expect(by.jar.find(SESSION)).toBe(null);
}

describe("clocks apart", () => {
  test("by half a minute are forgiven, either way; by more they are not", async () => {
    for (const [skew, good] of [
      [-28, true],
      [-33, false],
    ] as const) {
      provider.lies = { claims: (c) => ({ ...c, iat: now() - 300, exp: now() + skew }) };
      await signIn();
      expect(await isIn(), `expired ${-skew} s ago`).toBe(good);
      browser = openBrowser(house.url);
    }
    for (const [ahead, good] of [
      [28, true],
      [33, false],
    ] as const) {
      provider.lies = { claims: (c) => ({ ...c, nbf: now() + ahead, iat: now() + ahead }) };
      await signIn();
      expect(await isIn(), `valid in ${ahead} s`).toBe(good);
      browser = openBrowser(house.url);
    }
  });
});

describe("keys", () => {
  test("that are unknown are asked for again, but not at every forged token", async () => {
    await signIn();
    const forged = generateKeyPairSync("rsa", { modulusLength: 2048 });
    let made = 0;
    provider.lies = {
      token: (c) => {
        made += 1;
        return new SignJWT(c).setProtectedHeader({ alg: "RS256", kid: `forged-${made}` }).sign(forged.privateKey);
      },
    };
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    const before = provider.keysAsked;
    for (let tries = 0; tries < 6; tries += 1) expect((await signIn()).status).toBe(403);
    expect(provider.keysAsked - before).toBe(1);
  });

  test("that have changed are found within a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 200_000 });
    await signIn();
    provider.rotate();
    vi.setSystemTime(Date.now() + 61_000);
    browser = openBrowser(house.url);
    await signIn();
    expect(await isIn()).toBe(true);
  });
});

describe("where one is sent afterwards", () => {
  test.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/./\n/evil.example",
    "http:evil.example",
    `${"/a".repeat(1200)}`,
  ])("is a page of ours, whatever was asked for: %j", async (wanted) => {
    const out = await browser.get(`/dang-nhap?ve=${encodeURIComponent(wanted)}`, { follow: false });
    const back = await browser.get(out.headers.get("location") ?? "", { follow: false });
    const done = await browser.get(back.headers.get("location") ?? "", { follow: false });
    expect(done.status).toBe(303);
    expect(new URL(done.headers.get("location") ?? "", house.url).href).toBe(new URL("/", house.url).href);
  });
});

describe("a session that was there before", () => {
  test("is never taken over: whoever planted it gains nothing by the sign-in", async () => {
    const planted = "A".repeat(43);
    browser.jar.set(new URL(house.url), SESSION, planted);
    await signIn();
    expect(browser.jar.find(SESSION)).not.toBe(planted);
    const attacker = openBrowser(house.url);
    attacker.jar.set(new URL(house.url), SESSION, planted);
    expect(await isIn(attacker)).toBe(false);
  });

  test("and that is real ends: its holder is out, the new one is another", async () => {
    const attacker = openBrowser(house.url);
    await signIn(attacker);
    const theirs = attacker.jar.find(SESSION) ?? "";
    browser.jar.set(new URL(house.url), SESSION, theirs);
    await signIn();
    expect(browser.jar.find(SESSION)).not.toBe(theirs);
    expect(await isIn()).toBe(true);
    expect(await isIn(attacker)).toBe(false);
  });
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
