import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../support/browserless.ts";
import { type HostileProvider, hostileProvider } from "../support/hostile-provider.ts";
import { type TestHouse, testHouse } from "../support/house.ts";

/** A provider's orders to end sessions, honest and forged, posted as it would post them. */

const CLIENT = "motcua-thu";
let provider: HostileProvider;
let house: TestHouse;
let browser: Browser;

beforeAll(async () => {
  provider = await hostileProvider(CLIENT);
  provider.person = {
    LoaiTaiKhoan: 1,
    SoDinhDanh: "040092034092",
    HoVaTen: "Trần Văn Minh",
    sid: "provider-session-1",
  };
  const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: "s3cret-of-this-test" };
  house = await testHouse({ people: 40, standIns: false, env });
}, 60_000);
afterAll(async () => {
  await house?.close();
  await provider?.close();
});
beforeEach(() => {
  provider.lies = {};
  browser = openBrowser(house.url);
});

const signIn = (by: Browser = browser) => by.get("/dang-nhap?ve=/ho-so");
const isIn = async (by: Browser = browser): Promise<boolean> =>
  (await by.get("/ho-so", { follow: false })).status === 200;
const now = (): number => Math.floor(Date.now() / 1000);

describe("an order from the provider to end sessions", () => {
  const order = (logoutToken: string): Promise<Response> =>
    fetch(`${house.url}/dang-xuat/tu-xa`, { method: "POST", body: new URLSearchParams({ logout_token: logoutToken }) });

  test("ends the session it names, and no other", async () => {
    await signIn();
    const other = openBrowser(house.url);
    provider.lies = { claims: (c) => ({ ...c, sid: "provider-session-2" }) };
    await signIn(other);
    const answer = await order(await provider.logoutToken({ sub: "person-1", sid: "provider-session-1" }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect([await isIn(), await isIn(other)]).toEqual([false, true]);
    expect((await order(await provider.logoutToken({ sub: "person-1" }))).status, "of the person: all").toBe(200);
    expect(await isIn(other)).toBe(false);
  });

  test("is obeyed once: a repeated one does nothing to whoever signed in since", async () => {
    await signIn();
    const token = await provider.logoutToken({ sub: "person-1" });
    expect((await order(token)).status).toBe(200);
    await signIn();
    expect((await order(token)).status).toBe(400);
    expect(await isIn()).toBe(true);
  });

  const forged = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const EVENT = "http://schemas.openid.net/event/backchannel-logout";
  const FORGED: readonly (readonly [string, () => Promise<string> | string])[] = [
    ["is not there", () => ""],
    ["is no token", () => "a.b.c"],
    ["bears a forged signature", () => provider.logoutToken({ sub: "person-1" }, { key: forged.privateKey })],
    [
      "says it needs no signature",
      async () => `${encode({ alg: "none" })}.${(await provider.logoutToken({ sub: "person-1" })).split(".")[1]}.`,
    ],
    [
      "is signed with the public key as a secret",
      () =>
        provider.logoutToken(
          { sub: "person-1" },
          {
            alg: "HS256",
            key: new TextEncoder().encode(provider.key.publicKey.export({ type: "spki", format: "pem" }) as string),
          },
        ),
    ],
    ["is of another algorithm", () => provider.logoutToken({ sub: "person-1" }, { alg: "PS256" })],
    ["is of another kind of token", () => provider.logoutToken({ sub: "person-1" }, { typ: "at+jwt" })],
    ["is of another issuer", () => provider.logoutToken({ sub: "person-1", iss: "https://evil.example" })],
    ["is for another client", () => provider.logoutToken({ sub: "person-1", aud: "someone-else" })],
    ["names nobody", () => provider.logoutToken()],
    ["bears a nonce", () => provider.logoutToken({ sub: "person-1", nonce: "n" })],
    ["has no event", () => provider.logoutToken({ sub: "person-1", events: undefined })],
    ["has another event", () => provider.logoutToken({ sub: "person-1", events: { "urn:x": {} } })],
    ["has an event that is no object", () => provider.logoutToken({ sub: "person-1", events: { [EVENT]: "yes" } })],
    ["has no name of its own", () => provider.logoutToken({ sub: "person-1", jti: undefined })],
    ["has expired", () => provider.logoutToken({ sub: "person-1", iat: now() - 200, exp: now() - 60 })],
    [
      "is old, though it says it has not expired",
      () => provider.logoutToken({ sub: "person-1", iat: now() - 400, exp: now() + 4000 }),
    ],
    ["comes from the future", () => provider.logoutToken({ sub: "person-1", iat: now() + 120, exp: now() + 300 })],
    ["is the id_token of a sign-in", () => provider.lastIdToken],
  ];
  test.each(FORGED)("is refused when it %s", async (_what, make) => {
    await signIn();
    const answer = await order(await make());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: "invalid_request" });
    expect(await isIn(), "nobody was signed out").toBe(true);
  });
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
