import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseAccount, openBrowser } from "../../../tests/support/browserless.ts";
import { day } from "../../kernel/plain-date.ts";
import {
  createOpenIdConnect,
  type IdentityProvider,
  type IdentityStandIn,
  isFresh,
  newStandInKey,
  type RealmSettings,
  type StandInAccount,
  type StandInClient,
  startIdentityStandIn,
} from "./index.ts";

/** The whole way over real sockets: our client against the stand-in, and what each of them must refuse. */

const CALLBACK = "http://localhost:9/sign-in/callback";
const AFTER = "http://localhost:9/signed-out";
const text = (vi: string) => ({ vi, en: vi });

const an: StandInAccount = {
  subject: "citizen-an",
  realm: "citizen",
  password: "mat-khau-an",
  kind: "citizen",
  name: "Nguyễn Thị Ân",
  personNumber: "001190000017",
  birthDate: day("1990-02-28"),
  assurance: 2,
  label: text("Công dân thử nghiệm <1>"),
};
const binh: StandInAccount = {
  ...an,
  subject: "citizen-binh",
  name: "Trần Bình",
  personNumber: "001090000018",
  assurance: 1,
};
const hotel: StandInAccount = {
  ...an,
  subject: "org-hotel",
  kind: "organisation",
  organisation: { code: "0100000001", name: "Khách sạn Hoa Sen" },
};
const officer: StandInAccount = { ...an, subject: "officer-chi", realm: "officer", kind: "officer", name: "Lê Chi" };

const clients: StandInClient[] = [
  {
    clientId: "motcua",
    realm: "citizen",
    redirectUris: [CALLBACK],
    postLogoutRedirectUris: [AFTER],
    authentication: { method: "client_secret_basic", secret: "s3cret-of-test" },
  },
];

let keys: CryptoKeyPair;
let standIn: IdentityStandIn;
let identity: IdentityProvider;
let citizenRealm: RealmSettings;
let officerRealm: RealmSettings;
let now = Date.now();

beforeAll(async () => {
  keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const publicKey = {
    ...(await crypto.subtle.exportKey("jwk", keys.publicKey)),
    kid: "ours",
    alg: "ES256",
    use: "sig",
  };
  clients.push({
    clientId: "motcua-officers",
    realm: "officer",
    redirectUris: [CALLBACK],
    postLogoutRedirectUris: [AFTER],
    authentication: { method: "private_key_jwt", publicKeys: [publicKey] },
  });
  standIn = await startIdentityStandIn({ port: 0, clients, accounts: [an, binh, hotel, officer], now: () => now });
  citizenRealm = {
    issuer: standIn.issuer,
    clientId: "motcua",
    authentication: { method: "client_secret_basic", secret: "s3cret-of-test" },
    callbackUrl: CALLBACK,
    afterSignOutUrl: AFTER,
  };
  officerRealm = {
    ...citizenRealm,
    clientId: "motcua-officers",
    authentication: { method: "private_key_jwt", key: keys.privateKey, keyId: "ours" },
  };
  identity = createOpenIdConnect({ realms: { citizen: citizenRealm, officer: officerRealm }, now: () => Date.now() });
});
afterAll(() => standIn.close());

/** Goes out and signs in; stops before our own callback, which nobody serves here. */
async function goOut(subject: string, realm: "citizen" | "officer" = "citizen", by = identity) {
  const begun = await by.begin(realm, { language: "vi" });
  if (!begun.ok) throw new Error(begun.failure.tag);
  const browser = openBrowser(standIn.issuer);
  const callback = await wayBack(() => browser.get(begun.value.url).then((page) => chooseAccount(page, subject)));
  return { begun: begun.value, callback, browser };
}

/** The address the browser is sent to at the end: the port is closed, so fetch fails with the address known. */
async function wayBack(go: () => Promise<unknown>): Promise<URLSearchParams> {
  const real = globalThis.fetch;
  let last: URL | undefined;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== new URL(CALLBACK).origin) return real(input, init);
    last = url;
    return new Response("our own page");
  };
  try {
    await go();
  } finally {
    globalThis.fetch = real;
  }
  if (!last) throw new Error("nobody was sent back");
  return last.searchParams;
}

describe("signing in at the stand-in", () => {
  test("a citizen comes back with number, name, birth date and level", async () => {
    const { begun, callback } = await goOut("citizen-an");
    const done = await identity.complete("citizen", callback, begun.pending);
    expect(done).toMatchObject({
      ok: true,
      value: {
        identity: {
          kind: "citizen",
          issuer: standIn.issuer,
          subject: "citizen-an",
          name: "Nguyễn Thị Ân",
          personNumber: "001190000017",
          birthDate: { year: 1990, month: 2, day: 28 },
          assurance: 2,
        },
      },
    });
  });

  test("an organisation comes back with its code and who acts", async () => {
    const { begun, callback } = await goOut("org-hotel");
    const done = await identity.complete("citizen", callback, begun.pending);
    expect(done).toMatchObject({
      ok: true,
      value: {
        identity: {
          kind: "organisation",
          organisation: { code: "0100000001", name: "Khách sạn Hoa Sen" },
          personNumber: "001190000017",
        },
      },
    });
  });

  test("an officer signs in through a client that proves itself with a key", async () => {
    const { begun, callback } = await goOut("officer-chi", "officer");
    const done = await identity.complete("officer", callback, begun.pending);
    expect(done).toMatchObject({
      ok: true,
      value: { identity: { kind: "officer", subject: "officer-chi", name: "Lê Chi" } },
    });
  });

  test("the level asked for is a threshold", async () => {
    const strict = createOpenIdConnect({
      realms: { citizen: { ...citizenRealm, leastAssurance: 2 }, officer: officerRealm },
      now: () => Date.now(),
    });
    const low = await goOut("citizen-binh", "citizen", strict);
    expect(await strict.complete("citizen", low.callback, low.begun.pending)).toEqual({
      ok: false,
      failure: { tag: "assurance-too-low", has: 1, needs: 2 },
    });
    const high = await goOut("citizen-an", "citizen", strict);
    expect((await strict.complete("citizen", high.callback, high.begun.pending)).ok).toBe(true);
  });

  test("the provider remembers the person until they sign out there, and asks again for the other realm", async () => {
    const first = await goOut("citizen-an");
    const again = await identity.begin("citizen", { language: "vi" });
    if (!again.ok) throw new Error("unreachable");
    const silent = await wayBack(() => first.browser.get(again.value.url));
    expect(silent.get("code")).toBeTruthy();

    const other = await identity.begin("officer", { language: "vi" });
    if (!other.ok) throw new Error("unreachable");
    const page = await first.browser.get(other.value.url);
    expect(page.html).toContain("officer-chi");
    expect(page.html).not.toContain("citizen-an");
    const asOfficer = await wayBack(() => chooseAccount(page, "officer-chi"));
    expect(await identity.complete("officer", asOfficer, other.value.pending)).toMatchObject({ ok: true });

    const done = await identity.complete("citizen", silent, again.value.pending);
    const address = await identity.signOutUrl("citizen", done.ok ? done.value.idToken : null);
    const confirm = await first.browser.get(address ?? "");
    expect(confirm.status).toBe(200);
    await wayBack(() => confirm.submit({ button: ["logout", "yes"] }));
    const afterwards = await identity.begin("citizen", { language: "vi" });
    const asked = await first.browser.get(afterwards.ok ? afterwards.value.url : "");
    expect(asked.html).toContain("citizen-an");
  });
});

describe("a request", () => {
  test("goes ahead to a provider that takes it so: the browser carries a reference and no parameter", async () => {
    const begun = await identity.begin("citizen", { language: "vi" });
    const query = new URL(begun.ok ? begun.value.url : "").searchParams;
    expect([...query.keys()].sort()).toEqual(["client_id", "request_uri"]);
  });

  test("for a level asks for it by name and for the person anew, and tells when they were there", async () => {
    const portal = createOpenIdConnect({
      realms: { citizen: { ...citizenRealm, profile: "national-portal" }, officer: officerRealm },
      now: () => Date.now(),
    });
    const first = await goOut("citizen-an", "citizen", portal);
    const low = await portal.complete("citizen", first.callback, first.begun.pending);
    expect(low).toMatchObject({ ok: true, value: { identity: { assurance: 1 }, provenSecondsAgo: null } });

    const up = await portal.begin("citizen", { language: "vi", assurance: 2 });
    if (!up.ok) throw new Error(up.failure.tag);
    const page = await first.browser.get(up.value.url);
    expect(page.html, "asked again although still signed in there").toContain("citizen-an");
    const callback = await wayBack(() => chooseAccount(page, "citizen-an"));
    const high = await portal.complete("citizen", callback, up.value.pending);
    expect(high).toMatchObject({ ok: true, value: { identity: { assurance: 2 } } });
    if (high.ok) expect(isFresh(high.value)).toBe(true);
  });
});

describe("our client refuses", () => {
  const tagOf = (done: { ok: true } | { ok: false; failure: { tag: string } }) =>
    done.ok ? "let in" : done.failure.tag;

  test("a wrong state", async () => {
    const { begun, callback } = await goOut("citizen-an");
    const done = await identity.complete("citizen", callback, { ...begun.pending, state: "another" });
    expect(tagOf(done)).toBe("untrusted-answer");
  });

  test("a wrong nonce", async () => {
    const { begun, callback } = await goOut("citizen-an");
    const done = await identity.complete("citizen", callback, { ...begun.pending, nonce: "another" });
    expect(tagOf(done)).toBe("untrusted-answer");
  });

  test("a code used twice", async () => {
    const { begun, callback } = await goOut("citizen-an");
    expect(tagOf(await identity.complete("citizen", callback, begun.pending))).toBe("let in");
    expect(tagOf(await identity.complete("citizen", callback, begun.pending))).toBe("expired");
  });

  test("a code redeemed with another verifier", async () => {
    const { begun, callback } = await goOut("citizen-an");
    const done = await identity.complete("citizen", callback, { ...begun.pending, codeVerifier: "v".repeat(43) });
    expect(tagOf(done)).toBe("expired");
  });

  test("an answer that names another issuer", async () => {
    const { begun, callback } = await goOut("citizen-an");
    callback.set("iss", "https://evil.example");
    expect(tagOf(await identity.complete("citizen", callback, begun.pending))).toBe("untrusted-answer");
  });

  test.each([
    ["whose payload was changed", (token: string) => withPayload(token, (claims) => ({ ...claims, acr: "LoA2" }))],
    ["without a signature", (token: string) => `${token.split(".").slice(0, 2).join(".")}.`],
    ["that says it needs no signature", (token: string) => `${encode({ alg: "none" })}.${token.split(".")[1]}.`],
    ["for another audience", (token: string) => withPayload(token, (claims) => ({ ...claims, aud: "someone-else" }))],
    ["that has expired", (token: string) => withPayload(token, (claims) => ({ ...claims, exp: 1_700_000_000 }))],
  ])("an id_token %s", async (_what, change) => {
    const tampering = createOpenIdConnect({
      realms: { citizen: citizenRealm, officer: officerRealm },
      now: () => Date.now(),
      fetch: async (url, init) => {
        const response = await fetch(url, init as RequestInit);
        if (!url.endsWith("/token")) return response;
        const body = (await response.json()) as { id_token: string };
        return Response.json({ ...body, id_token: change(body.id_token) });
      },
    });
    const { begun, callback } = await goOut("citizen-binh", "citizen", tampering);
    expect(tagOf(await tampering.complete("citizen", callback, begun.pending))).toBe("untrusted-answer");
  });

  test("a person who went back: that is a refusal, not a fault", async () => {
    const begun = await identity.begin("citizen", { language: "vi" });
    if (!begun.ok) throw new Error("unreachable");
    const browser = openBrowser(standIn.issuer);
    const page = await browser.get(begun.value.url);
    const callback = await wayBack(() => page.submit({ form: 2, button: ["cancel", "yes"] }));
    expect(await identity.complete("citizen", callback, begun.value.pending)).toEqual({
      ok: false,
      failure: { tag: "refused", detail: "access_denied" },
    });
  });

  test("a provider that is away, in trouble, or does not answer in time", async () => {
    const answers: Record<string, (end: () => void) => number> = { down: () => 503, silent: () => 0 };
    for (const [what, answer] of Object.entries(answers)) {
      const server = createServer((_request, response) => {
        const status = answer(() => response.end());
        if (status) response.writeHead(status).end();
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
      const away = createOpenIdConnect({
        realms: { citizen: { ...citizenRealm, issuer }, officer: officerRealm },
        now: () => Date.now(),
        timeoutSeconds: 0.3,
      });
      expect(tagOf(await away.begin("citizen", { language: "vi" })), what).toBe("provider-unreachable");
      expect(await away.signOutUrl("citizen", null)).toBe(null);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      expect(tagOf(await away.begin("citizen", { language: "vi" })), "gone").toBe("provider-unreachable");
    }
  });

  test("a provider beyond this machine without https", () => {
    const settings = { ...citizenRealm, issuer: "http://sso.example.vn" };
    expect(() => createOpenIdConnect({ realms: { citizen: settings, officer: officerRealm }, now: () => 0 })).toThrow(
      /https/,
    );
  });

  test("nothing when the provider has changed its keys: the new ones are fetched", async () => {
    const moved = await startIdentityStandIn({ port: 0, clients, accounts: [an] });
    const port = Number(new URL(moved.issuer).port);
    let clock = Date.now();
    const realms = { citizen: { ...citizenRealm, issuer: moved.issuer }, officer: officerRealm };
    const patient = createOpenIdConnect({ realms, now: () => clock });
    const before = await patient.begin("citizen", { language: "vi" });
    expect(before.ok).toBe(true);
    await moved.close();
    clock += 3_700_000;
    expect(await patient.signOutUrl("citizen", null), "the old description serves while the provider is away").not.toBe(
      null,
    );
    const renewed = await startIdentityStandIn({ port, clients, accounts: [an], signingKey: newStandInKey() });
    const begun = await patient.begin("citizen", { language: "vi" });
    if (!begun.ok) throw new Error("unreachable");
    const callback = await wayBack(() =>
      openBrowser(renewed.issuer)
        .get(begun.value.url)
        .then((page) => chooseAccount(page, "citizen-an")),
    );
    expect(tagOf(await patient.complete("citizen", callback, begun.value.pending))).toBe("let in");
    await renewed.close();
  });
});

describe("the stand-in refuses", () => {
  /** By a client that knows addresses only and pushes nothing: what it asks stands in the address and can be changed. */
  const ask = async (change: (query: URLSearchParams) => void) => {
    const endpoints = {
      authorization: `${standIn.issuer}/auth`,
      token: `${standIn.issuer}/token`,
      jwks: `${standIn.issuer}/jwks`,
    };
    const plain = createOpenIdConnect({
      realms: { citizen: { ...citizenRealm, endpoints }, officer: officerRealm },
      now: () => Date.now(),
    });
    const begun = await plain.begin("citizen", { language: "vi" });
    const url = new URL(begun.ok ? begun.value.url : "");
    change(url.searchParams);
    return openBrowser(standIn.issuer).get(url.href, { follow: false });
  };

  test("an unknown client and an address that is not registered, without sending anybody there", async () => {
    for (const change of [
      (query: URLSearchParams) => query.set("client_id", "stranger"),
      (query: URLSearchParams) => query.set("redirect_uri", "https://evil.example/callback"),
      (query: URLSearchParams) => query.set("redirect_uri", `${CALLBACK}/more`),
    ]) {
      const page = await ask(change);
      expect(page.status).toBe(400);
      expect(page.headers.get("location")).toBe(null);
    }
  });

  test("a request without proof key, or with a plain one", async () => {
    for (const change of [
      (query: URLSearchParams) => {
        query.delete("code_challenge");
        query.delete("code_challenge_method");
      },
      (query: URLSearchParams) => query.set("code_challenge_method", "plain"),
    ]) {
      const back = new URL((await ask(change)).headers.get("location") ?? "");
      expect(back.searchParams.get("error")).toBe("invalid_request");
      expect(back.searchParams.has("code")).toBe(false);
    }
  });

  test("a client with a wrong secret", async () => {
    const impostor = createOpenIdConnect({
      realms: {
        citizen: { ...citizenRealm, authentication: { method: "client_secret_basic", secret: "guessed" } },
        officer: officerRealm,
      },
      now: () => Date.now(),
    });
    const refused = { ok: false, failure: { tag: "refused" } };
    expect(await impostor.begin("citizen", { language: "vi" }), "not even a request is taken").toMatchObject(refused);
    const { begun, callback } = await goOut("citizen-an");
    expect(await impostor.complete("citizen", callback, begun.pending)).toMatchObject(refused);
  });

  test("wrong passwords, and after five of them the right one too, for fifteen minutes", async () => {
    const begun = await identity.begin("citizen", { language: "en" });
    if (!begun.ok) throw new Error("unreachable");
    let page = await openBrowser(standIn.issuer).get(begun.value.url);
    expect(page.html).toContain('<html lang="en">');
    const type = (password: string) => page.submit({ form: 1, fields: { number: "001 090 000 018", password } });
    for (let tries = 1; tries <= 5; tries += 1) {
      page = await type("wrong");
      expect(page.status).toBe(422);
      expect(page.html).toContain(tries < 5 ? "not right" : "locked");
    }
    page = await type(binh.password);
    expect(page.html).toContain("locked");
    now += 16 * 60_000;
    const callback = await wayBack(() => type(binh.password));
    expect(await identity.complete("citizen", callback, begun.value.pending)).toMatchObject({
      ok: true,
      value: { identity: { subject: "citizen-binh", assurance: 1 } },
    });
  });

  test("accounts of the other realm, by button and by password", async () => {
    const begun = await identity.begin("citizen", { language: "vi" });
    if (!begun.ok) throw new Error("unreachable");
    const page = await openBrowser(standIn.issuer).get(begun.value.url);
    expect((await page.submit({ form: 0, button: ["account", "officer-chi"] })).status).toBe(422);
    expect((await page.submit({ form: 1, fields: { number: "officer-chi", password: officer.password } })).status).toBe(
      422,
    );
  });

  test("to be started for strangers by accident", async () => {
    const options = { port: 0, clients, accounts: [an], publicUrl: "https://vneid.example.vn" };
    await expect(startIdentityStandIn(options)).rejects.toThrow(/beyondThisMachine/);
    await (await startIdentityStandIn({ ...options, beyondThisMachine: true })).close();
  });

  test("script, frames and outside resources, and says clearly what it is", async () => {
    const begun = await identity.begin("citizen", { language: "vi" });
    const page = await openBrowser(standIn.issuer).get(begun.ok ? begun.value.url : "");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:9");
    expect(policy).not.toContain("unsafe");
    expect(page.html).not.toMatch(/<script|<img|<link|https?:\/\//);
    expect(page.html).toContain("Đây không phải là VNeID");
    expect(page.html).toContain("Công dân thử nghiệm &lt;1&gt;");
    expect(page.html).toContain('<html lang="vi">');
  });
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
function withPayload(token: string, change: (claims: object) => object): string {
  const [head = "", payload = "", signature = ""] = token.split(".");
  return `${head}.${encode(change(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))))}.${signature}`;
}
