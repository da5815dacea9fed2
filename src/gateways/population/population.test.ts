import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import type { Claim } from "../../kernel/person-claim.ts";
import { type Call, createEmbeddedRegister, createNationalRegister, nationalProfile, withResilience } from "./index.ts";
import { authorization, headerHash } from "./national/authorization.ts";
import { nameSent, readAnswer, requestXml } from "./national/messages.ts";
import type { NationalProfile } from "./national/profile.ts";
import { escapeXml, readXml, textOf } from "./national/xml.ts";
import { type PopulationStandIn, type Registered, startPopulationStandIn } from "./stand-in/index.ts";

/** The client of the national service against a server that speaks its protocol, on a socket. */

const HOA: Registered = {
  number: "001155018271",
  name: "Nguyễn Thị Hòa",
  birth: { year: 1955, month: 3, day: 12 },
  sex: "F",
};
const TU: Registered = { number: "001048004412", name: "Phạm Văn Tư", birth: { year: 1948 }, sex: "M" };
const claim: Claim = { number: HOA.number, name: HOA.name, birthDate: HOA.birth, sex: "F" };
const call: Call = {
  id: "01a20674-348f-7241-a441-cd56eebf9370",
  dossier: "G01.079.1A-261123-010001",
  procedure: "1.004194",
  purpose: "Giải quyết hồ sơ",
  agency: "G01.079",
};
const ASKER = { unit: "G01.079", officer: "canbo.thu" };
const SECRET = "a secret of this test";

let standIn: PopulationStandIn;
const now = Date.parse("2026-11-23T09:15:00+07:00");
const clock = { now: () => now };

beforeAll(async () => {
  standIn = await startPopulationStandIn({
    demonstration: true,
    port: 0,
    users: { DONVITEST: SECRET },
    units: ["G01.079"],
    find: (number) => [HOA, TU].find((person) => person.number === number) ?? null,
    clock,
    slowMs: 2_000,
  });
});
beforeEach(() => standIn.err("none"));
afterAll(() => standIn.close());

const client = (
  own: Partial<NationalProfile> = {},
  more: { user?: string; secret?: string; unit?: string | null } = {},
) =>
  createNationalRegister({
    profile: nationalProfile("ndxp", standIn.url, own),
    user: more.user ?? "DONVITEST",
    secret: more.secret ?? SECRET,
    asker: { ...ASKER, ...(more.unit === undefined ? {} : { unit: more.unit }) },
    now: () => now,
  });
const otherCall = (n: number): Call => ({ ...call, id: `01a20674-348f-7241-a441-${String(n).padStart(12, "0")}` });

describe("the protocol", () => {
  test("has the hash and the header of the published vector, and writes the published example", () => {
    const facts = sheet("interop/population.json");
    if (!facts) return;
    const service = JSON.parse(facts).services.find(({ id }: { id: string }) => id === "pop.lookup");
    const { serviceUrl, user, timestamp, secret, hash, authorization: header } = service.testVector;
    expect(headerHash(serviceUrl, user, timestamp, secret)).toBe(hash);
    expect(authorization(serviceUrl, user, timestamp, secret)).toBe(header);
    expect(nationalProfile("ndxp", "https://ndxp.example.vn/").serviceUrl).toBe(serviceUrl);

    const written = requestXml(
      nationalProfile("ndxp", "https://ndxp.example.vn"),
      { number: "000000000017", name: "Người Thử Nghiệm A", birthDate: { year: 1990, month: 1, day: 1 } },
      { ...call, id: "YC-TEST-0001", procedure: "9.000001" },
      { unit: "G01.TEST", officer: "canbo.thu" },
    );
    expect(written).toBe(service.exampleRequest);
    expect(readAnswer(readXml(service.exampleResponse))).toEqual({
      kind: "person",
      known: { name: "NGƯỜI THỬ NGHIỆM A", birth: { year: 1990, month: 1, day: 1 }, sex: "M", deceased: false },
    });
  });

  test("writes names as each way wants them", () => {
    expect(nameSent(" Đặng  Thị Huệ", "upper")).toBe("ĐẶNG THỊ HUỆ");
    expect(nameSent("Đặng Thị Huệ", "upper-without-marks")).toBe("DANG THI HUE");
    expect(nameSent("Đặng Thị Huệ", "upper-without-marks-and-spaces")).toBe("DANGTHIHUE");
  });

  test("text of any kind comes back from XML as it went in, and is never markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const kept = escapeXml(words);
        const root = readXml(`<a xmlns="urn:t"><b>${kept}</b></a>`);
        expect(root?.children.length).toBe(1);
        expect(root?.children[0]?.children).toEqual([]);
        if (/^[\u0020-\ud7ff]*$/.test(words)) expect(textOf(root, "b")).toBe(words.trim());
      }),
      { seed: 4 },
    );
  });

  test.each([
    ["a document type", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ["an unknown entity", "<a>&b;</a>"],
    ["an unbound prefix", "<a:b/>"],
    ["half a message", "<a><b></a>"],
    ["nothing", ""],
    ["a message of endless depth", "<a>".repeat(50)],
  ])("%s is no message", (_what, written) => expect(readXml(written)).toBeNull());
});

describe("asking the national service", () => {
  test("answers field by field, and the record stays there", async () => {
    expect(await client().verify(claim, otherCall(1))).toEqual({
      ok: true,
      value: { number: "match", name: "match", birthDate: "match", sex: "match", living: true },
    });
    const off = await client().verify({ ...claim, name: "Nguyễn Thị Hoà", sex: "M" }, otherCall(2));
    expect(off.ok && off.value).toMatchObject({ name: "match", sex: "no-match" });
    const bare = await client().verify({ ...claim, name: "NGUYEN THI HOA" }, otherCall(3));
    expect(bare.ok && bare.value.name).toBe("partial-match");
    const year = await client().verify(
      { number: TU.number, name: TU.name, birthDate: { year: 1948 }, sex: "M" },
      otherCall(4),
    );
    expect(year.ok && year.value).toMatchObject({ birthDate: "match" });
    const day = await client().verify(
      { number: TU.number, name: TU.name, birthDate: { year: 1948, month: 1, day: 1 } },
      otherCall(5),
    );
    expect(day.ok && day.value).toMatchObject({ birthDate: "partial-match" });
  });

  test("nobody is `absent` with the reason kept, however the service says it", async () => {
    const nobody: Claim = { ...claim, birthDate: { year: 1956, month: 3, day: 12 } };
    const absent = { number: "absent", name: "absent", birthDate: "absent", sex: "absent", living: true };
    expect(await client().verify(nobody, otherCall(6))).toEqual({
      ok: true,
      value: { ...absent, reason: "no-person" },
    });
    standIn.err("nameless");
    expect(await client().verify(nobody, otherCall(7))).toEqual({
      ok: true,
      value: { ...absent, reason: "empty-name" },
    });
    const yesOrNo = client({ operation: "verify", integrationCode: "033" });
    expect(await yesOrNo.verify(nobody, otherCall(8))).toEqual({
      ok: true,
      value: { ...absent, reason: "not-existing" },
    });
    expect(await yesOrNo.verify(claim, otherCall(9))).toEqual({
      ok: true,
      value: { number: "match", name: "match", birthDate: "match", sex: "absent", living: true },
    });
  });

  test.each([
    ["a wrong secret", {}, { secret: "another" }],
    ["an unknown user", {}, { user: "KHAC" }],
    ["seconds where milliseconds are wanted", { timestamp: "seconds" }, {}],
    ["an address that is not the one asked", { serviceUrl: "" }, {}],
    ["an unknown agency", {}, { unit: "G02.001" }],
    ["no agency", {}, { unit: null }],
    ["the code of another operation", { integrationCode: "033" }, {}],
    ["a code nobody knows", { integrationCode: "999" }, {}],
  ] as const)("%s is refused, and counts as no answer about the person", async (what, own, more) => {
    const profile = what.startsWith("an address") ? { serviceUrl: standIn.url.replace("127.0.0.1", "localhost") } : own;
    const answer = await client(profile, more).verify(claim, otherCall(10));
    expect(answer).toMatchObject({ ok: false, failure: { kind: "not-granted" } });
  });

  test("an old header is refused; missing fields and lower case are; an id means one question", async () => {
    const late = createNationalRegister({
      profile: nationalProfile("ndxp", standIn.url),
      user: "DONVITEST",
      secret: SECRET,
      asker: ASKER,
      now: () => now - 6 * 60_000,
    });
    expect(await late.verify(claim, otherCall(11))).toMatchObject({ ok: false, failure: { kind: "not-granted" } });
    expect(await client().verify({ number: HOA.number, name: HOA.name }, otherCall(12))).toMatchObject({ ok: false });
    expect(await client().verify(claim, { ...call, procedure: "" })).toMatchObject({ ok: false });
    expect(await client().verify(claim, { ...call, id: "x".repeat(41) })).toMatchObject({ ok: false });
    expect((await client().verify(claim, otherCall(13))).ok).toBe(true);
    expect(await client().verify({ ...claim, birthDate: { year: 1955 } }, otherCall(13))).toMatchObject({
      ok: false,
      failure: { kind: "not-granted" },
    });
  });

  test("a hub's JSON is opened, X-Road's own errors are errors of the way, hostile XML is no answer", async () => {
    const hub = await startPopulationStandIn({
      demonstration: true,
      port: 0,
      users: { DONVITEST: SECRET },
      units: ["G01.079"],
      find: () => HOA,
      clock,
      wrapping: "hub-json",
    });
    try {
      const profile = nationalProfile("x-road", `${hub.url}/r1/VN-TEST/GOV/G01/DANCU/037`, {
        wrapping: "hub-json",
        xRoadClient: "VN-TEST/GOV/G22/MOTCUA",
      });
      const register = createNationalRegister({
        profile,
        user: "DONVITEST",
        secret: SECRET,
        asker: ASKER,
        now: () => now,
      });
      expect((await register.verify(claim, otherCall(14))).ok).toBe(true);
      hub.err("x-road");
      expect(await register.verify(claim, otherCall(15))).toMatchObject({
        ok: false,
        failure: { kind: "unavailable" },
      });
    } finally {
      await hub.close();
    }
    standIn.err("hostile");
    expect(await client().verify(claim, otherCall(16))).toMatchObject({ ok: false, failure: { kind: "malformed" } });
    standIn.err("broken");
    expect(await client().verify(claim, otherCall(17))).toMatchObject({ ok: false, failure: { kind: "unavailable" } });
  });
});

describe("a register that fails", () => {
  test("is asked again with the same id, which it counts once", async () => {
    standIn.err("silent");
    const asked = withResilience(client(), { attempts: 3, pauseMs: 1 });
    const failed = await asked.verify(claim, otherCall(20));
    expect(failed).toMatchObject({ ok: false, failure: { kind: "unavailable" } });
    expect(standIn.calls().get(otherCall(20).id)?.times).toBe(3);
    standIn.err("none");
    expect((await asked.verify(claim, otherCall(20))).ok).toBe(true);
    expect([...standIn.calls().keys()].filter((id) => id === otherCall(20).id)).toHaveLength(1);
  });

  test("makes nobody wait longer than the time-out", async () => {
    standIn.err("slow");
    const answer = await withResilience(client(), { attempts: 1, timeoutMs: 50 }).verify(claim, otherCall(21));
    expect(answer).toEqual({ ok: false, failure: { kind: "timeout" } });
  });

  test("is left alone after some failures, tried once later, and asked again when it answers", async () => {
    let asked = 0;
    let up = false;
    const register = withResilience(
      createEmbeddedRegister(async () => {
        asked += 1;
        if (!up) throw new Error("down");
        return { number: "match", living: true };
      }),
      { attempts: 1, failuresMost: 3, closedMs: 40 },
    );
    for (let n = 0; n < 6; n++) expect((await register.verify(claim, call)).ok).toBe(false);
    expect(asked).toBe(3);
    up = true;
    expect(await register.verify(claim, call)).toEqual({
      ok: false,
      failure: { kind: "unavailable", cause: "circuit open" },
    });
    await expect.poll(async () => (await register.verify(claim, call)).ok, { interval: 10 }).toBe(true);
    expect(asked).toBe(4);
  });

  test("a refusal is an answer: it is not asked again and opens no circuit", async () => {
    const register = withResilience(client({}, { secret: "another" }), { attempts: 3, pauseMs: 1, failuresMost: 1 });
    for (let n = 0; n < 3; n++)
      expect(await register.verify(claim, otherCall(22))).toMatchObject({
        ok: false,
        failure: { kind: "not-granted" },
      });
  });
});
