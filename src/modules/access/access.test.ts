import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Browser, chooseAccount, openBrowser } from "../../../tests/support/browserless.ts";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { testSealer } from "../../../tests/support/file-keys.ts";
import {
  createOpenIdConnect,
  type IdentityProvider,
  type IdentityStandIn,
  type StandInAccount,
  startIdentityStandIn,
} from "../../gateways/identity/index.ts";
import { addDays, day, dayOfInstant } from "../../kernel/plain-date.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { type Access, actorOf, checkCsrf, createAccess, csrfToken } from "./index.ts";

/** Sign-in over real sockets against the stand-in, sessions in a real database, time moved by hand. */

const CALLBACK = "http://localhost:9/sign-in/callback";
const AFTER = "http://localhost:9/";
const AN = "001190000017";
const HOUR = 3_600_000;
const MINUTE = 60_000;
const label = { vi: "Tài khoản thử", en: "Test account" };
const person = (subject: string, more: Partial<StandInAccount> = {}): StandInAccount => ({
  subject,
  realm: "citizen",
  password: "x",
  kind: "citizen",
  name: `Người ${subject}`,
  personNumber: AN,
  birthDate: day("1990-01-01"),
  assurance: 2,
  label,
  ...more,
});
const accounts = [
  person("an"),
  person("binh", { personNumber: "001090000018", assurance: 1 }),
  person("hotel", { kind: "organisation", organisation: { code: "0100000001", name: "Khách sạn Hoa Sen" } }),
  person("chi", { realm: "officer", kind: "officer", personNumber: "001190000099" }),
  person("dung", { realm: "officer", kind: "officer", personNumber: null }),
];

let t: TestDatabase;
let owner: pg.Client;
let standIn: IdentityStandIn;
let identity: IdentityProvider;
const sealer = testSealer();
let access: Access;
let now = Date.now();
const clock = { now: () => now };
const today = dayOfInstant(now);

beforeAll(async () => {
  t = await testDatabase();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  const client = (realm: "citizen" | "officer") => ({
    clientId: realm,
    realm,
    redirectUris: [CALLBACK],
    postLogoutRedirectUris: [AFTER],
    authentication: { method: "client_secret_basic" as const, secret: `secret-of-${realm}` },
  });
  standIn = await startIdentityStandIn({ port: 0, clients: [client("citizen"), client("officer")], accounts });
  const realm = (name: "citizen" | "officer") => ({
    issuer: standIn.issuer,
    clientId: name,
    authentication: { method: "client_secret_basic" as const, secret: `secret-of-${name}` },
    callbackUrl: CALLBACK,
    afterSignOutUrl: AFTER,
  });
  identity = createOpenIdConnect({ realms: { citizen: realm("citizen"), officer: realm("officer") }, now: Date.now });
  access = createAccess({ db: t.db, clock, identity, sealer });
  await owner.query(`
    insert into units (id, agency_code, level, name, province_code, commune_code, valid_from) values
      ('u1', 'G01.001.01', 'commune', 'Công an phường Hoàn Kiếm', '01', '00070', '2025-07-01'),
      ('u2', 'G01.001.02', 'province', 'Phòng PC06', '01', null, '2025-07-01');
    insert into organisations (code, name, search_key, kind, commune_code, address_line) values
      ('0200000002', 'Công ty Sao Mai', 'cong ty sao mai', 'company', '00070', '1 Tràng Tiền');`);
});
afterAll(async () => {
  await owner.end();
  await standIn.close();
  await t.drop();
});
beforeEach(async () => {
  now = Date.now();
  await owner.query("delete from sessions; delete from posts; delete from representatives; delete from parked_answers");
  await post("00000000-0000-7000-8000-000000000001", "u1", ["deskOfficer", "juggler"], addDays(today, -10), null);
});

const post = (id: string, unit: string, roles: string[], from: string, until: string | null) =>
  owner.query("insert into posts values ($1, 'chi', $2, $3, 'Cán bộ', $4, $5)", [id, unit, roles, from, until]);

/** Goes to the stand-in and signs in; the way back is caught before it reaches our closed port. */
async function goOut(
  subject: string,
  realm: "citizen" | "officer",
  returnTo: string | null,
  browserCookie: string | null = null,
) {
  const begun = await access.beginSignIn({ realm, returnTo, language: "vi", browser: browserCookie });
  if (!begun.ok) throw new Error(begun.failure.tag);
  const callback = await caught(openBrowser(standIn.issuer), begun.value.url, subject);
  return { callback, browser: begun.value.browser };
}

async function caught(browser: Browser, url: string, subject: string): Promise<URLSearchParams> {
  const page = await browser.get(url);
  const real = globalThis.fetch;
  let back: URL | undefined;
  globalThis.fetch = async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    if (asked.port !== "9") return real(input, init);
    back = asked;
    return new Response("");
  };
  try {
    await chooseAccount(page, subject);
  } finally {
    globalThis.fetch = real;
  }
  if (!back) throw new Error("nobody was sent back");
  return back.searchParams;
}

async function signIn(subject: string, realm: "citizen" | "officer" = "citizen", returnTo: string | null = null) {
  const done = await access.completeSignIn(await goOut(subject, realm, returnTo));
  if (!done.ok) throw new Error(done.failure.tag);
  return done.value;
}
async function sessionOf(token: string) {
  const session = await access.findSession(token);
  if (!session) throw new Error("no session");
  return session;
}

describe("signing in", () => {
  test("a citizen gets a session with number and level, and goes where they wanted", async () => {
    const { token, returnTo } = await signIn("an", "citizen", "/thu-tuc/luu-tru?buoc=2");
    expect(returnTo).toBe("/thu-tuc/luu-tru?buoc=2");
    const session = await sessionOf(token);
    expect(session).toMatchObject({
      kind: "citizen",
      name: "Người an",
      number: AN,
      assurance: 2,
      organisation: null,
      post: null,
    });
    expect(actorOf(session)).toEqual({ account: session.account, name: "Người an", as: "person", number: AN });
  });

  test("the second sign-in of one account is the same account, with today's name", async () => {
    const first = await sessionOf((await signIn("an")).token);
    await owner.query("update accounts set display_name = 'cũ' where id = $1", [first.account]);
    const second = await sessionOf((await signIn("an")).token);
    expect(second.account).toBe(first.account);
    expect(second.name).toBe("Người an");
  });

  test("an organisation acts with its code and the acting person's number", async () => {
    const session = await sessionOf((await signIn("hotel")).token);
    expect(session.organisation).toEqual({ code: "0100000001", name: "Khách sạn Hoa Sen" });
    expect(actorOf(session)).toEqual({
      account: session.account,
      name: "Khách sạn Hoa Sen (Người hotel)",
      as: "organisation",
      organisation: "0100000001",
      number: AN,
    });
  });

  test("an officer works from today's post, with the roles this program knows", async () => {
    const { token, returnTo } = await signIn("chi", "officer");
    expect(returnTo).toBe("/office");
    const session = await sessionOf(token);
    expect(session.post).toMatchObject({
      roles: ["deskOfficer"],
      unit: { id: "u1", provinceCode: "01", communeCode: "00070" },
    });
    expect(actorOf(session)).toMatchObject({
      as: "officer",
      unit: "u1",
      roles: ["deskOfficer"],
      number: "001190000099",
    });
  });

  test("an officer without a post is refused, and so is one whose post begins tomorrow or ended yesterday", async () => {
    const refused = await access.completeSignIn(await goOut("dung", "officer", null));
    expect(refused).toMatchObject({ ok: false, failure: { tag: "no-post" } });
    if (!refused.ok && refused.failure.tag === "no-post") expect(refused.failure.signOutUrl).toContain("/session/end?");

    for (const [from, until] of [
      [addDays(today, 1), null],
      [addDays(today, -9), addDays(today, -1)],
    ] as const) {
      await owner.query("update posts set valid_from = $1, valid_until = $2", [from, until]);
      expect(await access.completeSignIn(await goOut("chi", "officer", null))).toMatchObject({
        failure: { tag: "no-post" },
      });
    }
    expect((await owner.query("select from sessions")).rowCount).toBe(0);
  });

  test("a token is stored only as its hash", async () => {
    const { token } = await signIn("an");
    const { rows } = await owner.query("select * from sessions");
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("a new sign-in ends the session it replaces", async () => {
    const { token } = await signIn("an");
    const done = await access.completeSignIn({ ...(await goOut("binh", "citizen", null)), replaces: token });
    expect(done.ok).toBe(true);
    expect(await access.findSession(token)).toBe(null);
  });
});

describe("the way back is refused", () => {
  const unknown = { ok: false, failure: { tag: "unknown-sign-in" } };

  test("with a state nobody went out with, or none", async () => {
    const out = await goOut("an", "citizen", null);
    const forged = new URLSearchParams(out.callback);
    forged.set("state", "forged");
    expect(await access.completeSignIn({ ...out, callback: forged })).toEqual(unknown);
    forged.delete("state");
    expect(await access.completeSignIn({ ...out, callback: forged })).toEqual(unknown);
    expect((await access.completeSignIn(out)).ok).toBe(true);
  });

  test("the second time", async () => {
    const out = await goOut("an", "citizen", null);
    expect((await access.completeSignIn(out)).ok).toBe(true);
    expect(await access.completeSignIn(out)).toEqual(unknown);
  });

  test("from another browser, without using it up", async () => {
    const victim = await goOut("binh", "citizen", null);
    const attacker = await goOut("an", "citizen", null);
    expect(await access.completeSignIn({ callback: attacker.callback, browser: victim.browser })).toEqual(unknown);
    expect(await access.completeSignIn({ callback: attacker.callback, browser: null })).toEqual(unknown);
    expect((await access.completeSignIn(attacker)).ok).toBe(true);
  });

  test("too late", async () => {
    const out = await goOut("an", "citizen", null);
    now += 15 * MINUTE + 1;
    expect(await access.completeSignIn(out)).toEqual(unknown);
  });

  test("when the nonce kept is not the one in the token", async () => {
    const out = await goOut("an", "citizen", null);
    await owner.query("update sign_ins_under_way set nonce = 'another'");
    expect(await access.completeSignIn(out)).toMatchObject({ ok: false, failure: { tag: "untrusted-answer" } });
    expect((await owner.query("select from sessions")).rowCount).toBe(0);
  });

  test("but two tabs of one browser may be under way at once", async () => {
    const one = await goOut("an", "citizen", "/mot");
    const two = await goOut("an", "citizen", "/hai", one.browser);
    expect(two.browser).toBe(one.browser);
    expect(await access.completeSignIn(one)).toMatchObject({ ok: true, value: { returnTo: "/mot" } });
    expect(await access.completeSignIn(two)).toMatchObject({ ok: true, value: { returnTo: "/hai" } });
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
  ])("never to %j: such a wish leads to the first page", async (wish) => {
    expect((await signIn("an", "citizen", wish)).returnTo).toBe("/");
  });
});

describe("a session", () => {
  test("ends after 30 minutes unused, and lives on while it is used, 12 hours at most", async () => {
    const { token } = await signIn("an");
    const start = now;
    now = start + 30 * MINUTE - 1;
    expect(await access.findSession(token)).not.toBe(null);
    now = start + 30 * MINUTE;
    expect(await access.findSession(token)).toBe(null);

    now = start;
    while (now < start + 12 * HOUR) {
      const session = await access.findSession(token);
      if (!session) break;
      await access.keepAlive(session);
      now += 20 * MINUTE;
    }
    expect(now - start).toBe(12 * HOUR);
    expect(await access.findSession(token)).toBe(null);
  });

  test("of an officer lasts eight hours", async () => {
    const { token } = await signIn("chi", "officer");
    expect((await sessionOf(token)).endsAt - now).toBe(8 * HOUR);
  });

  test("is written down at most every five minutes", async () => {
    const { token } = await signIn("an");
    const before = (await sessionOf(token)).expiresAt;
    now += 4 * MINUTE;
    await access.keepAlive(await sessionOf(token));
    expect((await sessionOf(token)).expiresAt).toBe(before);
    now += MINUTE;
    await access.keepAlive(await sessionOf(token));
    expect((await sessionOf(token)).expiresAt).toBe(now + 30 * MINUTE);
  });

  test("that has ended is not revived by a late request", async () => {
    const { token } = await signIn("an");
    const session = await sessionOf(token);
    await access.signOut(token);
    now += 10 * MINUTE;
    await access.keepAlive(session);
    expect(await access.findSession(token)).toBe(null);
  });

  test("survives a restart of the house", async () => {
    const { token } = await signIn("an");
    const db = openDatabase({ url: t.ownerUrl, role: "motcua_app", most: 1 });
    const restarted = createAccess({ db, clock, identity, sealer });
    expect(await restarted.findSession(token)).toMatchObject({ name: "Người an" });
    await db.close();
  });

  test("dies at once on sign-out, and the provider's address for it names the sign-in", async () => {
    const { token } = await signIn("chi", "officer");
    const url = new URL((await access.signOut(token)) ?? "");
    expect(url.origin).toBe(standIn.issuer);
    expect(url.searchParams.get("id_token_hint")).toBeTruthy();
    expect(url.searchParams.get("post_logout_redirect_uri")).toBe(AFTER);
    expect(await access.findSession(token)).toBe(null);
    expect(await access.signOut(token)).toBe(null);
  });

  test("is not opened by what is not a token, nor by its own id", async () => {
    const { token } = await signIn("an");
    const { id } = await sessionOf(token);
    for (const wrong of [null, "", "x", id, `${token}x`, token.slice(1), "'; drop table sessions; --"]) {
      expect(await access.findSession(wrong)).toBe(null);
    }
  });

  test("keeps the level of its own sign-in when the account signs in elsewhere with another", async () => {
    const { token } = await signIn("an");
    await owner.query("update accounts set assurance = 1");
    expect((await sessionOf(token)).assurance).toBe(2);
  });
});

describe("posts and representation", () => {
  const SECOND = "00000000-0000-7000-8000-000000000002";

  test("an officer with two posts changes between them, and only between them", async () => {
    await post(SECOND, "u2", ["signer"], addDays(today, -5), null);
    await post("00000000-0000-7000-8000-000000000003", "u2", ["clerk"], addDays(today, -5), addDays(today, -1));
    const { token } = await signIn("chi", "officer");
    const session = await sessionOf(token);
    expect((await access.postsOf(session)).map(({ unit }) => unit.id)).toEqual(["u1", "u2"]);
    expect((await access.switchPost(session, SECOND)).ok).toBe(true);
    expect((await sessionOf(token)).post).toMatchObject({ id: SECOND, roles: ["signer"] });
    const wrong = await access.switchPost(session, "00000000-0000-7000-8000-000000000003");
    expect(wrong).toEqual({ ok: false, failure: { tag: "not-your-post" } });
  });

  test("a post that ends takes the session with it on the next day", async () => {
    await owner.query("update posts set valid_until = $1", [today]);
    const { token } = await signIn("chi", "officer");
    expect(await access.findSession(token)).not.toBe(null);
    await owner.query("update posts set valid_until = $1", [addDays(today, -1)]);
    expect(await access.findSession(token)).toBe(null);
  });

  test("a citizen acts for an organisation they represent today, and for no other", async () => {
    const { token } = await signIn("an");
    const session = await sessionOf(token);
    const none = { ok: false, failure: { tag: "not-a-representative" } };
    expect(await access.actFor(session, "0200000002")).toEqual(none);
    const represent = (from: string, until: string | null) =>
      owner.query("insert into representatives values ('0200000002', $1, $2, $3, 'giấy ủy quyền')", [AN, from, until]);
    await represent(addDays(today, -30), addDays(today, -1));
    expect(await access.actFor(session, "0200000002")).toEqual(none);
    await represent(addDays(today, -2), today);
    await represent(today, null);

    expect(await access.organisationsOf(session)).toEqual([{ code: "0200000002", name: "Công ty Sao Mai" }]);
    expect((await access.actFor(session, "0200000002")).ok).toBe(true);
    expect(actorOf(await sessionOf(token))).toMatchObject({
      as: "organisation",
      organisation: "0200000002",
      number: AN,
    });
    await access.actFor(session, null);
    expect(actorOf(await sessionOf(token)).as).toBe("person");

    await access.actFor(session, "0200000002");
    await owner.query("delete from representatives where valid_from >= $1", [addDays(today, -2)]);
    expect(await access.findSession(token), "the right is gone: never silently in one's own name").toBe(null);
  });

  test("officers and organisations act for nobody else", async () => {
    await owner.query("insert into representatives values ('0200000002', '001190000099', $1, null, 'x')", [today]);
    const session = await sessionOf((await signIn("chi", "officer")).token);
    expect(await access.actFor(session, "0200000002")).toMatchObject({ ok: false });
  });
});

describe("form tokens", () => {
  test("belong to one session, differ each time, and break when one character changes", async () => {
    const one = await sessionOf((await signIn("an")).token);
    const two = await sessionOf((await signIn("an")).token);
    const token = csrfToken(one);
    expect(csrfToken(one)).not.toBe(token);
    expect(checkCsrf(one, token)).toBe(true);
    expect(checkCsrf(two, token)).toBe(false);
    const changed = `${token.slice(0, 50)}${token[50] === "A" ? "B" : "A"}${token.slice(51)}`;
    for (const wrong of [changed, "", token.slice(4), undefined, null, 7, one.csrfSecret]) {
      expect(checkCsrf(one, wrong)).toBe(false);
    }
  });
});

describe("answers posted too late", () => {
  const answers = { ten: "Nguyễn Văn Ân", khach: [{ ten: "Trần B" }] };

  test("wait for their owner and nobody else, through reloads, until sent or a day old", async () => {
    const { token } = await signIn("an");
    const csrf = csrfToken(await sessionOf(token));
    now += HOUR;
    expect(await access.findSession(token)).toBe(null);
    const parked = await access.park({ token, csrf, path: "/nop/luu-tru", answers });
    if (!parked.ok) throw new Error(parked.failure.tag);

    const owner = await sessionOf((await signIn("an")).token);
    const stranger = await sessionOf((await signIn("binh")).token);
    expect(await access.unpark(parked.value, owner)).toEqual({ path: "/nop/luu-tru", answers });
    expect(await access.unpark(parked.value, owner)).not.toBe(null);
    expect(await access.unpark(parked.value, stranger)).toBe(null);
    expect(await access.unpark("not-an-id", owner)).toBe(null);
    await access.forgetParked(parked.value, stranger);
    expect(await access.unpark(parked.value, owner)).not.toBe(null);
    await access.forgetParked(parked.value, owner);
    expect(await access.unpark(parked.value, owner)).toBe(null);
  });

  test("are kept after a sign-out in another tab too", async () => {
    const { token } = await signIn("an");
    const csrf = csrfToken(await sessionOf(token));
    await access.signOut(token);
    expect((await access.park({ token, csrf, path: "/nop", answers })).ok).toBe(true);
  });

  test("are refused without a known session, from a foreign page, or beyond the size", async () => {
    const { token } = await signIn("an");
    const csrf = csrfToken(await sessionOf(token));
    const tagOf = async (change: object) => {
      const done = await access.park({ token, csrf, path: "/nop", answers, ...change });
      return done.ok ? "kept" : done.failure.tag;
    };
    expect(await tagOf({ token: null })).toBe("no-session");
    expect(await tagOf({ token: "A".repeat(43) })).toBe("no-session");
    expect(await tagOf({ csrf: "forged" })).toBe("forged");
    expect(await tagOf({ path: "//evil.example" })).toBe("no-session");
    expect(await tagOf({ answers: { long: "ă".repeat(140_000) } })).toBe("too-large");
    now += 25 * HOUR;
    expect(await tagOf({})).toBe("no-session");
  });

  test("do not pile up: the newest twenty of an account stay", async () => {
    const { token } = await signIn("an");
    const csrf = csrfToken(await sessionOf(token));
    for (let n = 0; n < 23; n += 1) {
      now += 1;
      await access.park({ token, csrf, path: `/nop/${n + 10}`, answers: { n } });
    }
    const { rows } = await owner.query(
      "select min(path) as first, count(*) as count, bool_and(starts_with(answers #>> '{}', 'sealed.1.')) as sealed from parked_answers",
    );
    expect(rows[0]).toEqual({ first: "/nop/13", count: 20, sealed: true });
  });
});

describe("the sweep", () => {
  test("removes what nobody can use, and nothing else", async () => {
    await owner.query("delete from sign_ins_under_way");
    await access.beginSignIn({ realm: "citizen", returnTo: null, language: "vi", browser: null });
    const { token } = await signIn("an");
    const csrf = csrfToken(await sessionOf(token));
    await access.park({ token, csrf, path: "/nop", answers: {} });
    expect(await access.sweep()).toEqual({ signIns: 0, sessions: 0, parked: 0 });
    now += 16 * MINUTE;
    expect(await access.sweep()).toEqual({ signIns: 1, sessions: 0, parked: 0 });
    now += 25 * HOUR;
    expect(await access.sweep()).toEqual({ signIns: 0, sessions: 1, parked: 1 });
  });
});

describe("keys of machine clients", () => {
  test("open the account they were made for, until they expire or are revoked", async () => {
    const hotel = await sessionOf((await signIn("hotel")).token);
    const made = await access.createApiToken({ account: hotel.account, label: "  Phần mềm khách sạn ", days: 30 });
    if (!made.ok) throw new Error(made.failure.tag);
    expect(made.value.token).toMatch(/^motcua_[\w-]{43}$/);
    const found = await access.findApiAccount(made.value.token);
    expect(found).toMatchObject({
      account: hotel.account,
      label: "Phần mềm khách sạn",
      organisation: { code: "0100000001" },
    });
    expect(found && actorOf(found)).toMatchObject({ as: "organisation", organisation: "0100000001" });
    expect(await access.listApiTokens(hotel.account)).toMatchObject([{ id: made.value.id, revokedAt: null }]);
    expect(JSON.stringify((await owner.query("select * from api_tokens")).rows)).not.toContain(made.value.token);

    now += 30 * 24 * HOUR;
    expect(await access.findApiAccount(made.value.token)).toBe(null);
    now -= 24 * HOUR;
    expect(await access.findApiAccount(made.value.token)).not.toBe(null);
    const other = await sessionOf((await signIn("an")).token);
    expect(await access.revokeApiToken(other.account, made.value.id)).toBe(false);
    expect(await access.revokeApiToken(hotel.account, made.value.id)).toBe(true);
    expect(await access.findApiAccount(made.value.token)).toBe(null);
    expect(await access.revokeApiToken(hotel.account, made.value.id)).toBe(false);
  });

  test("are not made for officers, without a label, or for ever; and cannot be moved to another account", async () => {
    const chi = await sessionOf((await signIn("chi", "officer")).token);
    const an = await sessionOf((await signIn("an")).token);
    const tagOf = async (wanted: Parameters<Access["createApiToken"]>[0]) => {
      const made = await access.createApiToken(wanted);
      return made.ok ? "made" : made.failure.tag;
    };
    expect(await tagOf({ account: chi.account, label: "x", days: 1 })).toBe("not-for-this-account");
    expect(await tagOf({ account: an.account, label: " ", days: 1 })).toBe("label-missing-or-long");
    expect(await tagOf({ account: an.account, label: "x", days: 731 })).toBe("days-out-of-range");
    const moved = t.db.query("t-move-token", "update api_tokens set account_id = $1", [an.account]);
    await expect(moved).rejects.toThrow(/permission denied/);
  });

  test("are not sessions, and sessions are not keys", async () => {
    const { token } = await signIn("an");
    expect(await access.findApiAccount(token)).toBe(null);
    expect(await access.findApiAccount(`motcua_${token}`)).toBe(null);
    expect(await access.findApiAccount(null)).toBe(null);
  });
});
