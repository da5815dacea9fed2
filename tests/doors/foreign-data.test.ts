import { Writable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/engine/state/index.ts";
import { addDays, dayOfInstant } from "../../src/kernel/plain-date.ts";
import { openDoor } from "../../src/main/door.ts";
import { recordFile } from "../../src/modules/documents/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { openLog } from "../../src/platform/log.ts";
import { createMetrics } from "../../src/platform/metrics.ts";
import { createWeb } from "../../src/web/app.tsx";
import { type Browser, openBrowser, signInAs } from "../support/browserless.ts";
import { crawl, type Visit, visitOf } from "../support/crawl.ts";
import { freePorts } from "../support/free-ports.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { signedInOfficer } from "../support/office-stage.ts";

/**
 * A walk through every page by a user of each role. Persons with names, numbers and telephones that occur nowhere else are
 * planted in two wards; whoever may not see one must not meet any of their marks in pages, files, errors, logs or figures.
 * Who may see whom is said here by a small rule of its own, not by the product's.
 */

type Marked = { readonly key: string; readonly name: string; readonly number: string; readonly phone: string };
const marked = (key: string, name: string, number: string, phone: string): Marked => ({ key, name, number, phone });

/** A tenant in the ward of Sài Gòn, one in Thuận Hóa, a guest in each, and somebody only the register knows. */
const TENANT_SG = marked("tenant-sg", "Đàm Zuân Khuyếch", "079090777101", "0950777101");
const TENANT_TH = marked("tenant-th", "Quách Wyên Nhuỵch", "046090777102", "0950777102");
const GUEST_SG = marked("guest-sg", "Tạ Jang Thoẳng", "079090777103", "0950777103");
const GUEST_TH = marked("guest-th", "Vương Fước Quyểnh", "046090777104", "0950777104");
const NOBODY = marked("nobody", "Ninh Zạ Ngoằng", "001090777105", "0950777105");
const ALL = [TENANT_SG, TENANT_TH, GUEST_SG, GUEST_TH, NOBODY] as const;
/** What one may be known by: the name as written and as searched, number, telephone. */
const marksOf = ({ name, number, phone }: Marked): readonly string[] => [
  name,
  name.toUpperCase(),
  encodeURIComponent(name),
  number,
  phone,
];

const SAI_GON = "can-bo-sai-gon";
const THUAN_HOA = "can-bo-thuan-hoa";
const POSTS = ["tiep-nhan", "thu-ly", "lanh-dao", "van-thu"];
const HOTEL = { subject: "to-chuc-song-huong", code: "9900000016", name: "Khách sạn Sông Hương" };

/** Who may meet whom: an officer those of their own ward, the hotel the guests it notified itself, nobody else anybody. */
function mayMeet(role: string, person: Marked): boolean {
  if (role.startsWith(SAI_GON)) return person === TENANT_SG || person === GUEST_SG;
  if (role.startsWith(THUAN_HOA)) return person === TENANT_TH || person === GUEST_TH;
  return role === HOTEL.subject && person === GUEST_TH;
}

const CITIZENS = ["cong-dan-minh", "cong-dan-ha"];
const OFFICERS = [
  ...[SAI_GON, THUAN_HOA].flatMap((ward) => POSTS.map((post) => `${ward}-${post}`)),
  `${SAI_GON}-thu-ngan`,
  `${SAI_GON}-ke-toan`,
];
/** Other offices, those who oversee, keep the province's money, keep the law, run the services: they meet nobody. */
const ELSEWHERE = [
  ...["can-bo-pc06-hcm-lanh-dao", "can-bo-hoan-kiem-lanh-dao", "can-bo-pc06-hcm-ke-toan"],
  ...["can-bo-theo-doi-hcm", "can-bo-van-hanh", "can-bo-phap-che-soan", "can-bo-phap-che-duyet"],
];

let house: TestHouse;
let owner: pg.Client;
let logged = "";
/** Addresses of what belongs to the planted persons, to be tried by everybody. */
const theirs: string[] = [];
const walks = new Map<string, readonly Visit[]>();

beforeAll(async () => {
  const to = new Writable({
    write(line, _encoding, done) {
      logged += String(line);
      done();
    },
  });
  house = await testHouse({ log: openLog({ level: "debug", dataDir: null, to }) });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await plant();
  walks.set("nobody", await walkOf(openBrowser(house.url), ["/", "/en", "/office"]));
  const citizens = [...CITIZENS, HOTEL.subject].map((subject) => async () => {
    const browser = await signInAs(house.url, subject, { start: "/dang-nhap?ve=/" });
    walks.set(subject, await walkOf(browser, ["/", "/en", "/ho-so", "/du-lieu-cua-toi"]));
  });
  const officers = [...OFFICERS, ...ELSEWHERE].map((subject) => async () => {
    const browser = await signedInOfficer(house, subject);
    walks.set(subject, await walkOf(browser, ["/office", "/en/office/luu-tru", "/desk"]));
  });
  // Few at a time: twenty people printing every register at once are a test of load, which stands elsewhere.
  const waiting = [...citizens, ...officers];
  const walkers = Array.from({ length: 3 }, async () => {
    for (let walk = waiting.shift(); walk; walk = waiting.shift()) await walk();
  });
  await Promise.all(walkers);
}, 240_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

/** Every link, and then every address of somebody's that this role was not offered. */
async function walkOf(browser: Browser, starts: readonly string[]): Promise<readonly Visit[]> {
  const visits = [...(await crawl(house.url, browser, starts, { variants: 2 }))];
  const met = new Set(visits.map(({ address }) => address));
  for (const address of theirs) if (!met.has(address)) visits.push(await visitOf(house.url, browser, address));
  return visits;
}

async function plant(): Promise<void> {
  for (const { name, number, phone } of ALL)
    await owner.query(
      `insert into persons (number, name, search_key, birth_year, birth_month, birth_day, sex, permanent_commune, permanent_line, phone)
       values ($1, $2, lower($2), 1990, 3, 27, 'M', '26740', 'Số 7 đường Dấu', $3)`,
      [number, name, phone],
    );
  await fileTenancy(TENANT_SG, "26740");
  await fileTenancy(TENANT_TH, "19789");
  await fileGuest(GUEST_SG, "26740", { code: "0100000009", name: "Nhà nghỉ Dấu" });
  await signInAs(house.url, HOTEL.subject, { start: "/dang-nhap?ve=/" });
  await fileGuest(GUEST_TH, "19789", HOTEL);
  await askAndLook(TENANT_SG, "79", "ca-26740");
  await askAndLook(TENANT_TH, "46", "ca-19789");
  // A draft and an account of somebody else, found by nobody.
  const account = newId();
  await owner.query(
    `insert into accounts (id, issuer, subject, kind, display_name, person_number, assurance, phone)
     values ($1, 'https://x', 'x', 'citizen', $2, $3, 2, $4)`,
    [account, NOBODY.name, NOBODY.number, NOBODY.phone],
  );
  const draft = newId();
  await owner.query(
    `insert into drafts (account_id, id, procedure_key, edition_id, answers)
     select $1, $2, 'temporary-residence', edition_id, $3 from dossiers where procedure_key = 'temporary-residence' limit 1`,
    [account, draft, JSON.stringify({ person: { number: NOBODY.number, name: NOBODY.name }, phone: NOBODY.phone })],
  );
  theirs.push(`/nhap/${draft}`, `/nhap/${draft}/kiem-tra`, `/nhap/${draft}/giay-to`);
}

const actorOf = ({ name, number }: Marked): Actor => ({ account: newId(), name, as: "person", number });

async function fileTenancy(person: Marked, commune: string): Promise<void> {
  const { deps, db } = house;
  const procedure = deps.dossiers.findProcedure("temporary-residence");
  if (!procedure) throw new Error("no temporary residence");
  const kept = await deps.files.put(Buffer.from(`%PDF-1.7 ${person.name} ${person.number}\n%%EOF\n`));
  if (!kept.ok) throw new Error("not kept");
  await recordFile(db, { ...kept.value, mediaType: "application/pdf" });
  const name = `hợp đồng của ${person.name}.pdf`;
  const filed = await deps.dossiers.file({
    procedure,
    answers: {
      registrant: "self",
      person: { number: person.number, name: person.name, birthDate: { year: 1990, month: 3, day: 27 }, sex: "M" },
      phone: person.phone,
      "target-address": { commune, line: "Số 45/3 đường Nguyễn Huệ" },
      "dwelling-ground": "rent",
      "owner-consent": "contract",
      household: "own-head",
      "stay-until": addDays(dayOfInstant(deps.clock.now()), 300),
      declaration: true,
    },
    papers: [{ paper: "lawful-dwelling", name, ...kept.value, mediaType: "application/pdf" }],
    channel: "online",
    actor: actorOf(person),
    assurance: 2,
    owner: { name: person.name, number: person.number },
    key: newId(),
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.failure));
  foreignAddresses(filed.value.code, kept.value.sha256);
}

async function fileGuest(guest: Marked, commune: string, host: { code: string; name: string }): Promise<void> {
  const { deps } = house;
  const procedure = deps.dossiers.findProcedure("stay-notification");
  if (!procedure) throw new Error("no stay notification");
  const today = dayOfInstant(deps.clock.now());
  const filed = await deps.dossiers.file({
    procedure,
    answers: {
      "lodging-kind": "hotel",
      "host-name": host.name,
      place: { commune, line: "Số 1 đường Thử" },
      guests: [
        {
          "full-name": guest.name,
          "birth-date": { year: 1990, month: 3, day: 27 },
          sex: "M",
          nationality: "VNM",
          "document-kind": "identity-card",
          "personal-number": guest.number,
          "arrived-at": `${addDays(today, -2)}T08:30`,
          "leaves-on": addDays(today, 2),
          reason: "tourism",
        },
      ],
    },
    papers: [],
    channel: "online",
    actor: { account: newId(), name: host.name, as: "organisation", organisation: host.code },
    assurance: 2,
    owner: { name: host.name, number: host.code },
    key: newId(),
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.failure));
  foreignAddresses(filed.value.code, "0".repeat(64));
}

/** A question, a request and a look of somebody's, in words that hold their marks. */
async function askAndLook(person: Marked, province: string, unit: string): Promise<void> {
  const [look, question, request] = [newId(), newId(), newId()];
  const said = `Tôi là ${person.name}, ${person.number}, ${person.phone}`;
  await owner.query(
    `insert into access_log (office_province, id, actor_account, actor_name, actor_unit, subject_number, purpose, fields)
     values ($1, $2, gen_random_uuid(), 'Cán bộ', $3, $4, 'Thử', '{name}')`,
    [province, look, unit, person.number],
  );
  await owner.query(
    `insert into look_questions (office_province, id, look_id, subject_number, asked_by, asker_name, unit_id, question, at, due_at)
     values ($1, $2, $3, $4, gen_random_uuid(), $5, $6, $7, now(), now())`,
    [province, question, look, person.number, person.name, unit, said],
  );
  await owner.query(
    `insert into data_requests (office_province, id, subject_number, asked_by, asker_name, unit_id, asked_right, about, at, answer_due_at, done_due_at)
     values ($1, $2, $3, gen_random_uuid(), $4, $5, 'restrict', $6, now(), now(), now())`,
    [province, request, person.number, person.name, unit, said],
  );
  theirs.push(
    `/du-lieu-cua-toi/luot-xem/${province}/${look}`,
    `/du-lieu-cua-toi/yeu-cau/${request}`,
    `/office/du-lieu/yeu-cau/${request}`,
  );
}

function foreignAddresses(code: string, sha256: string): void {
  theirs.push(
    `/ho-so/${code}`,
    `/ho-so/${code}/da-nop`,
    `/ho-so/${code}/giay-to/ket-qua`,
    `/tra-cuu?ma=${code}`,
    `/tra-cuu?q=${code}`,
    `/office/ho-so/${code}`,
    `/office/ho-so/${code}/giay-to/${sha256}`,
    `/office/ho-so/${code}/thong-bao/1`,
    `/office/ho-so/${code}/thong-bao/2`,
    `/api/v1/dossiers/${code}`,
    `/api/v1/dossiers/${code}/documents`,
  );
}

/** Which marks of persons this role must not meet stand in what it met. */
const foreignIn = (role: string, visits: readonly Visit[]): readonly string[] =>
  visits.flatMap(({ address, body }) =>
    ALL.filter((person) => !mayMeet(role, person)).flatMap((person) =>
      marksOf(person)
        .filter((mark) => body.includes(mark))
        .map((mark) => `${role}: ${mark} at ${address}`),
    ),
  );

const errorsLogged = (): string =>
  logged
    .split("\n")
    .filter((line) => line.includes("broken promise"))
    .join("\n");

describe("a walk through every page", () => {
  test.each(["nobody", ...CITIZENS, HOTEL.subject, ...OFFICERS, ...ELSEWHERE])("of %s meets nobody foreign", (role) => {
    const visits = walks.get(role) ?? [];
    expect(visits.length).toBeGreaterThan(20);
    expect(foreignIn(role, visits)).toEqual([]);
    const broken = visits.filter(({ status }) => status >= 500).map(({ address, status }) => `${status} ${address}`);
    expect(broken, errorsLogged()).toEqual([]);
  });

  test("did go where data are: each officer's role met its own people, the hotel its guest", () => {
    for (const [role, person] of [
      ...POSTS.map((post) => [`${SAI_GON}-${post}`, TENANT_SG] as const),
      ...POSTS.map((post) => [`${SAI_GON}-${post}`, GUEST_SG] as const),
      ...POSTS.map((post) => [`${THUAN_HOA}-${post}`, TENANT_TH] as const),
      [HOTEL.subject, GUEST_TH] as const,
    ])
      expect(
        (walks.get(role) ?? []).some(({ body }) => body.includes(person.number)),
        `${role} ${person.key}`,
      ).toBe(true);
  });

  test("would notice: the marks of an officer's own ward are foreign to a rule that grants nothing", () => {
    const visits = walks.get(`${SAI_GON}-tiep-nhan`) ?? [];
    expect(foreignIn("somebody", visits).length).toBeGreaterThan(3);
  });
});

test("a program with a key meets nobody foreign", async () => {
  const { rows } = await owner.query("select id from accounts where subject = 'cong-dan-minh'");
  const made = await house.deps.access.createApiToken({ account: rows[0].id, label: "thử", days: 30 });
  if (!made.ok) throw new Error("no key");
  const addresses = [...theirs.filter((one) => one.startsWith("/api/")), "/api/v1/procedures", "/api/v1/openapi.json"];
  const visits: Visit[] = [];
  for (const address of [...addresses, `/api/tracker/v2/findUsage?userCode=${TENANT_SG.number}`]) {
    const response = await fetch(`${house.url}${address}`, {
      headers: { authorization: `Bearer ${made.value.token}` },
    });
    visits.push({ address, status: response.status, type: "", body: await response.text() });
  }
  expect(foreignIn("api", visits)).toEqual([]);
});

test("exports hold only one's own", async () => {
  for (const subject of [...CITIZENS, HOTEL.subject]) {
    const visits = (walks.get(subject) ?? []).filter(({ address }) => address.includes("/tai-ve/du-lieu."));
    expect(visits.filter(({ status }) => status === 200).length, subject).toBeGreaterThanOrEqual(2);
    expect(foreignIn(subject, visits)).toEqual([]);
  }
});

test("errors say nothing of anybody, to the person or to the log", async () => {
  const desk = await signedInOfficer(house, `${SAI_GON}-tiep-nhan`);
  await owner.query("revoke select on stays, dossiers from motcua_app");
  const search = encodeURIComponent(TENANT_SG.name);
  const visits = [
    await visitOf(house.url, desk, `/office/luu-tru?q=${GUEST_SG.number}`),
    await visitOf(house.url, desk, `/office?q=${search}`),
    await visitOf(house.url, desk, theirs.find((one) => one.startsWith("/office/ho-so/")) ?? ""),
  ];
  await owner.query("grant select on stays, dossiers to motcua_app");
  expect(visits.map(({ status }) => status)).toEqual([500, 500, 500]);
  // Its own search comes back in the address of the page; beside that the page knows nothing.
  const bodies = visits.map((visit) => ({
    ...visit,
    body: visit.body.replaceAll(search, "").replaceAll(GUEST_SG.number, "").replaceAll(TENANT_SG.name, ""),
  }));
  expect(foreignIn("an error", bodies)).toEqual([]);
  expect(logged).toContain("broken promise");
});

test("the log of the machine's work names nobody, whoever walked", () => {
  expect(logged.split("\n").length).toBeGreaterThan(500);
  const said = [...ALL.flatMap(marksOf), "Trần Văn Minh", "040092034092", "Ngô Thị Kim Anh"];
  expect(said.filter((mark) => logged.includes(mark))).toEqual([]);
});

test("the figures of the machine's work name nobody", async () => {
  const metrics = createMetrics(() => house.db.connections());
  const app = createWeb(house.deps);
  const door = await openDoor({
    settings: { ...house.settings, port: await freePorts() },
    web: { fetch: (request, bindings) => app.fetch(request, bindings), close: async () => undefined },
    db: house.db,
    measuring: { page: () => metrics.registry.metrics(), hear: () => undefined },
  });
  const page = await (await fetch(`http://127.0.0.1:${door.port}/metrics`)).text();
  await door.close(1_000);
  expect(page).toContain("database_connections");
  expect(ALL.flatMap(marksOf).filter((mark) => page.includes(mark))).toEqual([]);
});
