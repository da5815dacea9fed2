import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest, PDF, residence, type Stage, stage, stay } from "../../../tests/support/api-stage.ts";
import { signNotice } from "../../gateways/bank/index.ts";
import type { Vars } from "../context.ts";

let s: Stage;
let app: Hono<{ Variables: Vars }>;
beforeAll(async () => {
  s = await stage();
  app = s.open({ requestsPerMinute: 100_000 });
});
afterAll(() => s.close());

type Sent = {
  readonly key?: string | null;
  readonly token?: string | null;
  readonly type?: string;
  readonly headers?: Record<string, string>;
};
const headersOf = ({
  key = randomUUID(),
  token = s.keys.hotel,
  type = "application/json",
  headers = {},
}: Sent): Record<string, string> => ({
  "content-type": type,
  ...(key === null ? {} : { "idempotency-key": key }),
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  ...headers,
});
const post = (path: string, body: unknown, sent: Sent = {}): Promise<Response> =>
  Promise.resolve(
    app.request(`/api/v1${path}`, {
      method: "POST",
      headers: headersOf(sent),
      body: typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
    }),
  );
const get = (path: string, token: string | null = null): Promise<Response> =>
  Promise.resolve(app.request(`/api/v1${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} }));

/** Every refusal says in both languages what is wrong, and never how we are made. */
async function problem(answer: Response, status: number, kind?: string) {
  const body = await answer.json();
  expect({ status: answer.status, type: body.type }).toEqual({
    status,
    type: kind ? `urn:motcua:problem:${kind}` : expect.stringMatching(/^urn:motcua:problem:[a-z0-9-]+$/),
  });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({
    status,
    title: expect.stringMatching(/\S/),
    titleEn: expect.stringMatching(/\S/),
    detail: expect.stringMatching(/\S/),
    detailEn: expect.stringMatching(/\S/),
    requestId: expect.any(String),
  });
  expect(body.detail).not.toBe(body.detailEn);
  for (const place of body.problems ?? [])
    expect(place).toEqual({
      pointer: expect.stringMatching(/^(\/|$)/),
      vi: expect.stringMatching(/\S/),
      en: expect.stringMatching(/\S/),
    });
  return body;
}

let next = 100;
const newGuest = (changes: object = {}): object => guest(++next, changes);

describe("filing", () => {
  it("a notified stay is acknowledged at once, and the same request again answers the very same", async () => {
    const body = stay([newGuest()]);
    const first = await post("/dossiers", body, { key: "one" });
    expect(first.status).toBe(201);
    const receipt = await first.json();
    expect(receipt).toMatchObject({
      code: expect.stringMatching(/^G\d{2}\.046\.[0-9A-Z]{2}-261123-01\d{4}$/),
      status: "returned",
      nationalStatus: 10,
      office: { id: "ca-19789" },
      filedAt: "2026-11-23T09:15:00+07:00",
      dueAt: "2026-11-23T09:15:00+07:00",
      stays: { registered: 1, onTime: true },
      fees: [],
    });
    expect(first.headers.get("location")).toBe(receipt.receipt.self);
    const again = await post("/dossiers", body, { key: "one" });
    expect(again.status).toBe(200);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toEqual(receipt);
  });

  it("twenty at once with one key make one dossier, one code", async () => {
    const body = stay([newGuest()]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post("/dossiers", body, { key: "twenty" })));
    const codes = new Set(await Promise.all(answers.map(async (answer) => (await answer.json()).code)));
    expect(codes.size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(19).fill(200), 201]);
    const rows = await s.deps.db.query<{ n: number }>(
      "test-count",
      "select count(*)::int as n from dossiers where code = $1",
      [[...codes][0]],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it("one key with another content is refused; another client may use the same key", async () => {
    await post("/dossiers", stay([newGuest()]), { key: "reused" });
    await problem(await post("/dossiers", stay([newGuest()]), { key: "reused" }), 409, "key-reused");
    const other = await post("/dossiers", stay([newGuest()], { notifier: "household" }), {
      key: "reused",
      token: s.keys.citizen,
    });
    expect(other.status).toBe(201);
  });

  it("300 guests in one request; sent again under another key, none is registered twice", async () => {
    const guests = Array.from({ length: 300 }, () => newGuest());
    const answer = await post("/dossiers", stay(guests));
    expect(answer.status).toBe(201);
    const receipt = await answer.json();
    expect(receipt.stays).toEqual({ registered: 300, onTime: true });
    const twice = await problem(await post("/dossiers", stay(guests)), 409, "already-registered");
    expect(twice.codes).toEqual([receipt.code]);
  });

  it("a residence with its paper names the debt and the text of its QR, and stays the same receipt after it is withdrawn", async () => {
    const sent = { token: s.keys.citizen, key: "residence" };
    const answer = await post("/dossiers", residence(), sent);
    const receipt = await answer.json();
    expect(answer.status, JSON.stringify(receipt)).toBe(201);
    expect(receipt).toMatchObject({
      procedure: "temporary-residence",
      status: "filed",
      nationalStatus: 1,
      dueAt: null,
      office: { id: "ca-26740" },
    });
    expect(receipt.fees).toEqual([
      {
        key: expect.any(String),
        title: expect.stringMatching(/[Ll]ệ phí/),
        amount: 7000,
        reference: expect.any(String),
        vietQr: expect.stringContaining(receipt.fees[0].reference),
      },
    ]);

    const before = await get(`/dossiers/${receipt.code}`, s.keys.citizen);
    const done = await post(
      `/dossiers/${receipt.code}/acts`,
      { act: "withdrawn", reason: "Đổi ý" },
      { token: s.keys.citizen, headers: { "if-match": before.headers.get("etag") ?? "" } },
    );
    expect(await done.json()).toMatchObject({ status: "withdrawn", fees: [{ state: "cancelled", vietQr: null }] });
    expect(await (await post("/dossiers", residence(), sent)).json()).toEqual(receipt);
  });

  it("a missing paper, a paper that is no document, broken Base64 and a name with a folder are named", async () => {
    const send = (papers: unknown) => post("/dossiers", { ...residence(), papers }, { token: s.keys.citizen });
    expect((await problem(await send([]), 422, "papers-missing")).papers).toEqual(["lawful-dwelling"]);
    const file = { paper: "lawful-dwelling", name: "a.pdf", content: PDF };
    expect(
      (
        await problem(
          await send([{ ...file, content: Buffer.from("MZ\x90 not a paper").toString("base64") }]),
          422,
          "paper-refused",
        )
      ).problems[0].pointer,
    ).toBe("/papers/0/content");
    await problem(await send([{ ...file, content: "%%%" }]), 422, "paper-refused");
    expect((await problem(await send([{ ...file, name: "../../etc/passwd" }]), 422)).problems[0].pointer).toBe(
      "/papers/0/name",
    );
    expect((await problem(await send([{ ...file, paper: "unknown" }]), 422)).problems[0].pointer).toBe(
      "/papers/0/paper",
    );
    const half = Buffer.alloc(11 * 1024 * 1024, 1).toString("base64");
    await problem(
      await send([
        { ...file, content: half },
        { ...file, content: half },
      ]),
      413,
      "too-large",
    );
  });

  it("each wrong guest is pointed at, with the sentence of the form", async () => {
    const body = await problem(
      await post(
        "/dossiers",
        stay([
          newGuest(),
          newGuest({ "birth-date": undefined }),
          newGuest({ "personal-number": "123", sex: "X" }),
          newGuest({ "leaves-on": "2026-02-30", extra: 1 }),
          newGuest({ "full-name": "x".repeat(10_000) }),
        ]),
      ),
      422,
      "answers-invalid",
    );
    const pointers = body.problems.map((one: { pointer: string }) => one.pointer);
    expect(pointers.sort()).toEqual([
      "/answers/guests/1/birth-date",
      "/answers/guests/2/personal-number",
      "/answers/guests/2/sex",
      "/answers/guests/3/extra",
      "/answers/guests/3/leaves-on",
      "/answers/guests/4/full-name",
    ]);
    const rules = await problem(
      await post(
        "/dossiers",
        stay([newGuest(), newGuest({ "leaves-on": "2026-11-20" }), newGuest({ nationality: "ZZZ" })]),
      ),
      422,
    );
    expect(rules.problems.map((one: { pointer: string }) => one.pointer)).toContain("/answers/guests/2/nationality");
    const order = await problem(
      await post("/dossiers", stay([newGuest(), newGuest({ "leaves-on": "2026-11-20" })])),
      422,
    );
    expect(order.problems).toEqual([
      { pointer: "/answers/guests/1/leaves-on", vi: "Ngày đi không được trước ngày đến.", en: expect.any(String) },
    ]);
    const place = await problem(
      await post("/dossiers", stay([newGuest()], { place: { commune: "99999", line: "1" } })),
      422,
    );
    expect(place.problems[0].pointer).toBe("/answers/place/commune");
    const crowd = await problem(await post("/dossiers", stay(Array.from({ length: 1001 }, () => ({})))), 422);
    expect(crowd.problems).toEqual([expect.objectContaining({ pointer: "/answers/guests" })]);
  });

  it.each([
    ["half a character pair", { "host-name": "a\udc00b" }],
    ["a null character", { "host-name": "a\0b" }],
    ["an empty name", { "host-name": "   " }],
    ["a number for a text", { "host-name": 7 }],
    ["a list for an address", { place: [] }],
    ["no list of guests", { guests: {} }],
  ])("%s is refused", async (_, changes) => {
    await problem(await post("/dossiers", stay([newGuest()], changes)), 422, "answers-invalid");
  });
});

describe("bad requests", () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ["no key of the request", () => post("/dossiers", stay([newGuest()]), { key: null }), 400, "idempotency-key"],
    [
      "a key of the request with spaces",
      () => post("/dossiers", stay([newGuest()]), { key: "a b" }),
      400,
      "idempotency-key",
    ],
    [
      "a key of the request of 201",
      () => post("/dossiers", stay([newGuest()]), { key: "k".repeat(201) }),
      400,
      "idempotency-key",
    ],
    ["no JSON", () => post("/dossiers", "{"), 400, "not-json"],
    ["nothing", () => post("/dossiers", ""), 400, "not-json"],
    ["broken UTF-8", () => post("/dossiers", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 400, "not-utf-8"],
    [
      "a form",
      () => post("/dossiers", "a=1", { type: "application/x-www-form-urlencoded" }),
      415,
      "unsupported-media-type",
    ],
    ["a list", () => post("/dossiers", []), 422, "request-invalid"],
    ["no procedure", () => post("/dossiers", { answers: {} }), 422, "request-invalid"],
    ["an unknown procedure", () => post("/dossiers", { procedure: "x", answers: {} }), 422, "unknown-procedure"],
    ["no answers", () => post("/dossiers", { procedure: "stay-notification" }), 422, "request-invalid"],
    ["an unknown member", () => post("/dossiers", { ...stay([newGuest()]), more: 1 }), 422, "request-invalid"],
    [
      "a prototype as member",
      () => post("/dossiers", '{"procedure":"stay-notification","__proto__":{"a":1},"answers":{}}'),
      422,
      "request-invalid",
    ],
    ["no token", () => post("/dossiers", stay([newGuest()]), { token: null }), 401, "no-key"],
    [
      "a wrong token",
      () => post("/dossiers", stay([newGuest()]), { token: `motcua_${"a".repeat(43)}` }),
      401,
      "bad-key",
    ],
    [
      "another scheme",
      () => post("/dossiers", stay([newGuest()]), { token: null, headers: { authorization: "Basic abc" } }),
      401,
      "bad-key",
    ],
    [
      "an identity too weak",
      () => post("/dossiers", stay([newGuest()], { notifier: "household" }), { token: s.keys.weak }),
      403,
      "assurance-too-low",
    ],
    [
      "another method",
      () => Promise.resolve(app.request("/api/v1/dossiers", { method: "DELETE" })),
      405,
      "method-not-allowed",
    ],
    ["another address", () => get("/nothing"), 404, "not-found"],
    [
      "too large, and says so",
      () => post("/dossiers", "{}", { headers: { "content-length": "99999999" } }),
      413,
      "too-large",
    ],
    ["too large, and says nothing", () => post("/dossiers", new Uint8Array(31 * 1_048_576)), 413, "too-large"],
    ["an unknown calculation", () => post("/calculations/horoscope", {}), 404, "unknown-calculation"],
    ["no day", () => get("/procedures?on=tomorrow"), 400, "bad-query"],
    ["no language", () => get("/procedures?lang=fr"), 400, "bad-query"],
  ])("%s", async (_, send, status, kind) => {
    await problem(await send(), status, kind);
  });

  it("401 names the scheme, 405 the methods", async () => {
    expect((await post("/dossiers", {}, { token: null })).headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect((await app.request("/api/v1/dossiers", { method: "PUT" })).headers.get("allow")).toBe("POST");
    expect((await app.request("/api/v1/procedures", { method: "POST" })).headers.get("allow")).toBe("GET, HEAD");
  });

  it("who asks too often waits; another key does not", async () => {
    const strict = s.open({ requestsPerMinute: 3 });
    const ask = (token: string) =>
      strict.request("/api/v1/dossiers/x", { headers: { authorization: `Bearer ${token}` } });
    for (let n = 0; n < 3; n += 1) expect((await ask(s.keys.hotel)).status).toBe(404);
    const refused = await ask(s.keys.hotel);
    await problem(refused, 429, "too-many-requests");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(s.keys.citizen)).status).toBe(404);
  });

  it("a revoked key is refused after five seconds at the latest", async () => {
    const [account] = await s.deps.db.query<{ id: string }>(
      "test-weak",
      "select id from accounts where display_name = 'Lê Thị Hoa'",
    );
    const made = await s.deps.access.createApiToken({ account: account?.id ?? "", label: "x", days: 1 });
    if (!made.ok) throw new Error("no key");
    expect((await get("/dossiers/x", made.value.token)).status).toBe(404);
    await s.deps.access.revokeApiToken(account?.id ?? "", made.value.id);
    s.clock.at += 5_001;
    await problem(await get("/dossiers/x", made.value.token), 401, "bad-key");
    s.clock.at -= 5_001;
  });
});

describe("a dossier", () => {
  it("shows its filer everything and others the bare status", async () => {
    const { code } = await (await post("/dossiers", stay([newGuest()]))).json();
    const own = await (await get(`/dossiers/${code}`, s.keys.hotel)).json();
    expect(own).toMatchObject({
      code,
      version: 2,
      owner: { number: "9900000016" },
      stays: [{ guest: "Nguyễn Thị Hòa", onTime: true, ended: null }],
    });
    expect(own.timeline.map((act: { act: string }) => act.act)).toEqual(["filed", "acknowledged"]);
    for (const token of [null, s.keys.citizen]) {
      const shown = await (await get(`/dossiers/${code}`, token)).text();
      expect(JSON.parse(shown)).toMatchObject({ code, status: "returned", nationalStatus: 10 });
      expect(shown).not.toMatch(/Hòa|Sông Hương|9900000016|0011900/);
    }
    await problem(await get(`/dossiers/${code}/documents`, s.keys.citizen), 404, "not-found");
    await problem(await get(`/dossiers/${code}/documents`), 401, "no-key");
    await problem(await get("/dossiers/G01.046.1A-261123-019999"), 404, "not-found");
  });

  it("gives its acknowledgement as a PDF", async () => {
    const { code } = await (await post("/dossiers", stay([newGuest()]))).json();
    const { documents } = await (await get(`/dossiers/${code}/documents`, s.keys.hotel)).json();
    expect(documents).toHaveLength(1);
    const answer = await app.request(documents[0].href, { headers: { authorization: `Bearer ${s.keys.hotel}` } });
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
    await problem(await get(`/dossiers/${code}/documents/99`, s.keys.hotel), 404, "not-found");
  });

  it("a stay is corrected and cancelled once; the version seen decides", async () => {
    const { code } = await (await post("/dossiers", stay([newGuest(), newGuest()]))).json();
    const { stays } = await (await get(`/dossiers/${code}`, s.keys.hotel)).json();
    const act = (body: object, seen: string | null) =>
      post(`/dossiers/${code}/acts`, body, { headers: seen === null ? {} : { "if-match": seen } });
    const cancel = { act: "cancelled", entry: stays[0].entry, reason: "Khách không đến" };
    await problem(await act(cancel, null), 428, "if-match-needed");
    await problem(await act(cancel, '"1"'), 412, "changed-meanwhile");
    const done = await act(cancel, '"2"');
    expect(done.headers.get("etag")).toBe('"3"');
    expect((await done.json()).stays.filter((one: { ended: string | null }) => one.ended === "cancelled")).toHaveLength(
      1,
    );
    await problem(await act(cancel, '"2"'), 412, "changed-meanwhile");
    await problem(await act(cancel, '"3"'), 422, "request-invalid");

    const wrong = await problem(
      await act(
        {
          act: "corrected",
          entry: stays[1].entry,
          reason: "Sai ngày",
          replacement: newGuest({ "leaves-on": "2026-11-01" }),
        },
        '"3"',
      ),
      422,
    );
    expect(wrong.problems[0].pointer).toBe("/replacement/leaves-on");
    const corrected = await (
      await act(
        {
          act: "corrected",
          entry: stays[1].entry,
          reason: "Sai tên",
          replacement: newGuest({ "full-name": "Trần Thị Mai" }),
        },
        '"3"',
      )
    ).json();
    expect(
      corrected.stays.map((one: { guest: string; ended: string | null }) => [one.guest, one.ended]).sort(),
    ).toEqual([
      ["Nguyễn Thị Hòa", "cancelled"],
      ["Nguyễn Thị Hòa", "corrected"],
      ["Trần Thị Mai", null],
    ]);
    await problem(await act({ act: "withdrawn", reason: "Thôi" }, '"4"'), 409, "not-now");
    await problem(await act({ act: "decided", reason: "Thôi" }, '"4"'), 422, "request-invalid");
    await problem(await post(`/dossiers/${code}/acts`, cancel, { token: s.keys.citizen }), 404, "not-found");
  });
});

describe("procedures", () => {
  it("are found without accents, by key and by national code, in the edition of a day", async () => {
    const found = await (await get("/procedures?q=luu+tru&lang=en")).json();
    expect(found.procedures[0]).toMatchObject({ key: "stay-notification", title: "Stay notification" });
    const today = await (await get("/procedures/1.004194")).json();
    expect(today).toMatchObject({
      key: "temporary-residence",
      edition: { id: "from-2026-08-05" },
      deadline: { count: 3, ifAcceptedNow: { dueAt: "2026-11-27T17:30:00+07:00" } },
    });
    const online = today.fees.find((way: { channel: string }) => way.channel === "online");
    const desk = today.fees.find((way: { channel: string }) => way.channel === "desk");
    expect([online.items[0].amount, desk.items[0].amount]).toEqual([7000, 15000]);
    expect(today.basis[0]).toMatchObject({
      name: expect.stringMatching(/^(Luật|Nghị định|Thông tư|Quyết định)/),
      article: expect.any(String),
    });
    expect((await (await get("/procedures/temporary-residence?on=2026-07-15")).json()).edition.id).toBe(
      "from-2026-07-01",
    );
    await problem(await get("/procedures/temporary-residence?on=2015-01-01"), 404, "not-in-force");
    await problem(await get("/procedures/9.999999"), 404, "not-found");
  });
});

describe("the bank", () => {
  it("pays a fee by its signature alone, and a doubled notice once", async () => {
    const filed = await (await post("/dossiers", residence({ phone: "0950000035" }), { token: s.keys.citizen })).json();
    const { reference, amount } = filed.fees[0];
    const body = Buffer.from(
      JSON.stringify({
        bankTransaction: "FT26327000001",
        reference,
        amount,
        paidAt: "2026-11-23T09:15:00+07:00",
        account: s.deps.payments.beneficiary.account,
      }),
    );
    const send = (headers: Record<string, string>) =>
      app.request("/api/v1/bank/notices", { method: "POST", headers, body });
    expect((await send({})).status).toBe(401);
    const signed = signNotice(body, s.noticeSecret, s.clock.at);
    for (let n = 0; n < 2; n += 1)
      expect([(await send(signed)).status, await (await send(signed)).json()]).toEqual([200, { received: true }]);
    const paid = await (await get(`/dossiers/${filed.code}`, s.keys.citizen)).json();
    expect(paid).toMatchObject({
      money: "paid",
      fees: [{ state: "paid", vietQr: null, receiptNumber: expect.any(String) }],
    });
    expect(paid.timeline.filter((act: { act: string }) => act.act === "fee-paid")).toHaveLength(1);
    expect((await app.request("/api/v1/bank/notices", { method: "POST", body: new Uint8Array(70_000) })).status).toBe(
      413,
    );
  });
});
