import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Stage, stage } from "../../../tests/support/api-stage.ts";
import { withoutMarks } from "../../kernel/vietnamese.ts";
import { demoPopulation } from "../../main/demo/index.ts";
import { insertPopulation, type Person } from "../../modules/population/index.ts";
import { type Agency, addAgencyKey, connectAgency, endAgencyKeys } from "../../modules/verifications/index.ts";
import { type Database, openDatabase } from "../../platform/database/database.ts";
import {
  contentDigest,
  digestHolds,
  fieldsOf,
  REQUEST_COVERED,
  type RequestParts,
  verifyMessage,
} from "../../platform/http-signatures/index.ts";
import { signMessage } from "../../platform/http-signatures/sign.ts";

/** What other agencies may ask, over the API: with an access key, and by signed messages. */

let s: Stage;
let owner: Database;
let looks: pg.Client;
let people: readonly Person[];
let hoa: Person;
let app: ReturnType<Stage["open"]>;
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
let keyId: string;

/** The stage's hotel plays an agency: its key asks in the agency's name. */
const agency: Agency = {
  code: "H26.01",
  name: "Sở Nội vụ thử",
  provinceCode: "46",
  organisationCode: "9900000016",
  fields: ["name", "birthDate"],
};
const signing: Agency = {
  ...agency,
  code: "H29.02",
  name: "Bảo hiểm xã hội thử",
  organisationCode: null,
  fields: ["name", "birthDate", "sex"],
};

beforeAll(async () => {
  s = await stage();
  people = demoPopulation(300);
  const found = people.find((person) => person.birth.day !== undefined && person.name.includes("Thị"));
  if (!found) throw new Error("nobody for this test");
  hoa = found;
  owner = openDatabase({ url: s.ownerUrl, most: 2 });
  const from = "2026-01-01" as Parameters<typeof connectAgency>[2];
  await owner.inTransaction(async (tx) => {
    await insertPopulation(tx, { persons: people, dwellings: [], organisations: [], representatives: [] }, s.clock.at);
    await connectAgency(tx, agency, from, null);
    await connectAgency(tx, signing, from, null);
    keyId = (await addAgencyKey(tx, signing.code, publicKey, s.clock.at)) ?? "";
  });
  looks = new pg.Client({ connectionString: s.ownerUrl });
  await looks.connect();
});
beforeEach(() => {
  app = s.open();
});
afterAll(async () => {
  await looks.end();
  await owner.close();
  await s.close();
});

let counter = 0;
const newKey = (): string => `k-${++counter}`;
const birthOf = ({ birth: { year, month = 1, day = 1 } }: Person): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const about = (person: Person, changes: object = {}, more: object = {}) => ({
  person: { number: person.number, name: person.name, birthDate: birthOf(person), ...changes },
  purpose: "Xét trợ cấp hưu trí",
  dossier: "H26.01-261123-0001",
  ...more,
});
const ask = (body: unknown, headers: Record<string, string> = {}) =>
  app.request("/api/v1/verifications", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${s.keys.hotel}`,
      "idempotency-key": newKey(),
      ...headers,
    },
    body: JSON.stringify(body),
  });

describe("with an access key", () => {
  test("answers field by field with a call id, never the record, and writes who looked", async () => {
    const answer = await ask(about(hoa));
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(body).toEqual({
      callId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      answer: "MATCH",
      fields: { number: "match", name: "match", birthDate: "match" },
      differs: [],
      living: true,
      dossier: "H26.01-261123-0001",
      purpose: "Xét trợ cấp hưu trí",
      at: "2026-11-23T09:15:00+07:00",
    });
    const { rows } = await looks.query(
      "select actor_name, detail, dossier_code, fields from access_log where subject_number = $1",
      [hoa.number],
    );
    expect(rows).toEqual([
      expect.objectContaining({ detail: "Xét trợ cấp hưu trí", dossier_code: "H26.01-261123-0001" }),
    ]);
  });

  test.each([
    [
      "another spelling of the same name",
      () => ({ name: hoa.name.normalize("NFD").toUpperCase() }),
      "MATCH",
      { name: "match" },
    ],
    ["a name without marks", () => ({ name: withoutMarks(hoa.name) }), "NO_MATCH", { name: "partial-match" }],
    ["another name", () => ({ name: "Ngô Bá Khác" }), "NO_MATCH", { name: "no-match", birthDate: "match" }],
    ["a year alone", () => ({ birthDate: String(hoa.birth.year) }), "NO_MATCH", { birthDate: "partial-match" }],
  ])("%s", async (_what, changes, answer, fields) => {
    expect(await (await ask(about(hoa, changes()))).json()).toMatchObject({ answer, fields });
  });

  test("a number of which nothing agrees is answered exactly like one that is nobody's", async () => {
    const other = people.find((person) => person.number !== hoa.number && person.sex === "M") as Person;
    const guessed = { name: "Ngô Bá Khác", birthDate: "1901-02-03" };
    const known = await (await ask(about(other, guessed))).json();
    const nobody = await (await ask(about({ ...other, number: "000000000000" as Person["number"] }, guessed))).json();
    const { callId: _a, ...first } = known;
    const { callId: _b, ...second } = nobody;
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      answer: "NO_DATA",
      fields: { number: "absent", name: "absent", birthDate: "absent" },
      living: null,
    });
    // The year of birth stands in the number: that it agrees tells nothing.
    const year = await (await ask(about(other, { name: "Ngô Bá Khác", birthDate: String(other.birth.year) }))).json();
    expect(year).toMatchObject({ answer: "NO_DATA" });
  });

  test("the same key is the same call; with another content it is refused", async () => {
    const key = newKey();
    const first = await (await ask(about(hoa), { "idempotency-key": key })).json();
    const second = await ask(about(hoa), { "idempotency-key": key });
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await second.json()).toEqual(first);
    const other = await ask(about(hoa, { name: "Nguyễn Văn Khác" }), { "idempotency-key": key });
    expect(other.status).toBe(409);
    const { rows } = await looks.query("select count(*)::int as count from verifications where request_key = $1", [
      key,
    ]);
    expect(rows[0].count).toBe(1);
  });

  test("nobody finds out data by trying: ten askings of a number a day, counted in the database", async () => {
    const person = people.at(-1) as Person;
    for (let n = 0; n < 10; n++) expect((await ask(about(person, { birthDate: `19${10 + n}` }))).status).toBe(200);
    app = s.open(); // another process knows nothing of the first
    const refused = await ask(about(person));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBe(((24 - 9) * 60 - 15) * 60);
    expect((await refused.json()).type).toBe("urn:motcua:problem:too-many-tries");
    const unknown = { ...person, number: "000000000001" as Person["number"] };
    for (let n = 0; n < 10; n++) await ask(about(unknown));
    expect((await ask(about(unknown))).status).toBe(429);
    s.clock.at += 86_400_000;
    expect((await ask(about(person))).status).toBe(200);
    s.clock.at -= 86_400_000;
  });

  test.each([
    ["no key", { authorization: "" }, about, 401, "bad-key"],
    ["the key of a citizen", { authorization: "citizen" }, about, 403, "not-enough-ground"],
    ["no idempotency key", { "idempotency-key": "" }, about, 400, "idempotency-key"],
    ["a field that was not granted", {}, (p: Person) => about(p, { sex: "F" }), 403, "not-enough-ground"],
    ["neither dossier nor ground", {}, (p: Person) => about(p, {}, { dossier: undefined }), 403, "not-enough-ground"],
    ["a number alone", {}, (p: Person) => ({ ...about(p), person: { number: p.number } }), 422, "request-invalid"],
    ["a birth date that is none", {}, (p: Person) => about(p, { birthDate: "31/02/1990" }), 422, "answers-invalid"],
    ["no purpose", {}, (p: Person) => about(p, {}, { purpose: " " }), 422, "request-invalid"],
  ] as const)("%s is refused", async (_what, headers, body, status, kind) => {
    const own =
      "authorization" in headers && headers.authorization === "citizen"
        ? { authorization: `Bearer ${s.keys.citizen}` }
        : headers;
    const answer = await ask(body(hoa), own);
    expect(answer.status).toBe(status);
    expect((await answer.json()).type).toBe(`urn:motcua:problem:${kind}`);
  });

  test("a legal ground stands for a dossier, and the person reads it", async () => {
    const person = people[3] as Person;
    const answer = await ask(about(person, {}, { dossier: undefined, ground: "Luật Bảo hiểm xã hội, Điều 10" }));
    expect(answer.status).toBe(200);
    const { rows } = await looks.query("select detail from access_log where subject_number = $1", [person.number]);
    expect(rows).toEqual([{ detail: "Xét trợ cấp hưu trí (Luật Bảo hiểm xã hội, Điều 10)" }]);
  });

  test("a file of people is answered line by line, wrong lines included, and sent again asks nothing twice", async () => {
    const rows = people.slice(10, 22).map((p) => `"${p.name}",${p.number},${birthOf(p)},H26-1`);
    const csv = `\ufeffHọ và tên,Số định danh,Ngày sinh,Mã hồ sơ\n${rows.join("\n")}\n"Nguyễn Văn A",12,1990,H26-1\n"Nguyễn Văn A",000000000009,,H26-1\n`;
    const key = newKey();
    const send = () =>
      app.request(`/api/v1/verifications/batch?${new URLSearchParams({ purpose: "Rà soát danh sách" })}`, {
        method: "POST",
        headers: { "content-type": "text/csv", authorization: `Bearer ${s.keys.hotel}`, "idempotency-key": key },
        body: csv,
      });
    const first = await (await send()).text();
    const lines = first.trimEnd().split("\n");
    expect(lines[0]).toBe("line,call_id,answer,number,name,birth_date,sex,living,error");
    expect(lines).toHaveLength(15);
    expect(
      lines.slice(1, 13).every((line, at) => line.startsWith(`${at + 2},`) && line.includes(",MATCH,match,match,")),
    ).toBe(true);
    expect(lines[13]).toMatch(/^14,,ERROR,.*12 chữ số/);
    expect(lines[14]).toMatch(/^15,,ERROR,.*Ngày sinh/);
    for (const person of people.slice(10, 22)) expect(first).not.toContain(person.number);
    expect(await (await send()).text()).toBe(first);
  });
});

describe("by signed messages", () => {
  type Changes = {
    body?: string;
    sign?: Partial<Parameters<typeof signMessage>[1]>;
    target?: string;
    headers?: Record<string, string>;
  };
  const signed = (sent: unknown, { body, sign = {}, target, headers = {} }: Changes = {}) => {
    const json = JSON.stringify(sent);
    const own = {
      "content-type": "application/json",
      "idempotency-key": newKey(),
      "content-digest": contentDigest(Buffer.from(json)),
      ...headers,
    };
    const parts: RequestParts = {
      method: "POST",
      targetUri: `${s.deps.settings.publicUrl}${target ?? "/api/v1/verifications"}`,
      fields: Object.entries(own),
    };
    const fields = signMessage(parts, {
      key: { id: keyId, algorithm: "ecdsa-p256-sha256", key: privateKey },
      components: [...REQUEST_COVERED, '"idempotency-key"'],
      created: s.clock.at,
      nonce: `n-${++counter}`,
      tag: "motcua",
      ...sign,
    });
    const whole = { ...own, ...fields };
    return {
      parts: { ...parts, fields: Object.entries(whole) },
      send: () => app.request("/api/v1/verifications", { method: "POST", headers: whole, body: body ?? json }),
    };
  };
  const holds = async (answer: Response, parts: RequestParts) => {
    const keys = await (await app.request("/api/v1/verifications/keys")).json();
    const { messageKey } = s.deps.verifications;
    expect(keys.keys[0]).toMatchObject({ kid: messageKey.id, kty: "OKP", crv: "Ed25519" });
    expect(keys.keys[0]).not.toHaveProperty("d");
    const verified = await verifyMessage(
      { status: answer.status, fields: fieldsOf(answer.headers), request: parts },
      {
        now: s.clock.at,
        keyOf: async (id) => (id === messageKey.id ? messageKey : null),
        required: ['"@status"', '"content-digest"', '"signature";req;key="sig1"'],
        ageMostSeconds: 60,
      },
    );
    return (
      verified.ok && digestHolds(answer.headers.get("content-digest"), Buffer.from(await answer.clone().arrayBuffer()))
    );
  };

  test("an agency asks without an access key, and the answer is signed over the very request", async () => {
    const person = people[30] as Person;
    const request = signed(about(person, { sex: person.sex }));
    const answer = await request.send();
    expect(answer.status).toBe(200);
    expect(await holds(answer, request.parts)).toBe(true);
    expect(await holds(answer, { ...request.parts, targetUri: "https://else.example/" })).toBe(false);
    expect(await answer.json()).toMatchObject({ answer: "MATCH", fields: { sex: "match" } });
    const { rows } = await looks.query("select actor_name from access_log where subject_number = $1", [person.number]);
    expect(rows).toEqual([{ actor_name: signing.name }]);
  });

  test("a message that comes again is refused, and the refusal is signed too", async () => {
    const request = signed(about(people[31] as Person));
    expect((await request.send()).status).toBe(200);
    const again = await request.send();
    expect(again.status).toBe(401);
    expect(await holds(again, request.parts)).toBe(true);
    expect((await again.json()).type).toBe("urn:motcua:problem:signature-replayed");
  });

  const { privateKey: foreign } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  test.each([
    ["another body", () => ({ body: JSON.stringify(about(hoa, { name: "Khác" })) }), "wrong-digest"],
    [
      "another's hand",
      () => ({ sign: { key: { id: keyId, algorithm: "ecdsa-p256-sha256" as const, key: foreign } } }),
      "wrong-signature",
    ],
    [
      "an unknown key",
      () => ({ sign: { key: { id: "nobody", algorithm: "ecdsa-p256-sha256" as const, key: foreign } } }),
      "unknown-key",
    ],
    ["another address", () => ({ target: "/api/v1/dossiers" }), "wrong-signature"],
    ["an old signature", () => ({ sign: { created: s.clock.at - 6 * 60_000 } }), "expired"],
    ["an idempotency key left uncovered", () => ({ sign: { components: REQUEST_COVERED } }), "too-little-covered"],
    ["another purpose of signing", () => ({ sign: { tag: "web-bot-auth" } }), "wrong-tag"],
  ])("%s is refused", async (_what, changes, kind) => {
    const answer = await signed(about(hoa), changes()).send();
    expect(answer.status).toBe(401);
    expect((await answer.json()).type).toBe(`urn:motcua:problem:signature-${kind}`);
  });

  test("a key that ended, and an agency whose time is over, ask no more", async () => {
    await owner.inTransaction((tx) => endAgencyKeys(tx, signing.code, null, s.clock.at));
    const answer = await signed(about(hoa)).send();
    expect((await answer.json()).type).toBe("urn:motcua:problem:signature-unknown-key");
    const yesterday = "2026-11-22" as Parameters<typeof connectAgency>[2];
    await owner.inTransaction((tx) => connectAgency(tx, agency, yesterday, yesterday));
    expect((await ask(about(hoa))).status).toBe(403);
  });
});
