import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createNationalRegister, nationalProfile, withResilience } from "../../src/gateways/population/index.ts";
import { type PopulationStandIn, startPopulationStandIn } from "../../src/gateways/population/stand-in/index.ts";
import { showInstant } from "../../src/kernel/plain-date.ts";
import { demoPopulation } from "../../src/main/demo/index.ts";
import { readForHouse } from "../../src/modules/access/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { fileResidence, MINH, signedInOfficer } from "../support/office-stage.ts";
import { textOf } from "../support/portal.ts";

/** The national register is stopped for ten minutes while people file. Time is set by hand; everything else is real. */

const MINUTE = 60_000;
/** Near the real time: the identity service has a clock of its own. */
const START = Math.floor(Date.now() / MINUTE) * MINUTE;
const SECRET = "a secret of this test";

let house: TestHouse;
let register: PopulationStandIn;
let owner: pg.Client;
let now = START;

beforeAll(async () => {
  const people = new Map(demoPopulation(10).map((person) => [person.number as string, person]));
  register = await startPopulationStandIn({
    demonstration: true,
    port: 0,
    users: { MOTCUA: SECRET },
    units: ["G01"],
    find: (number) => people.get(number) ?? null,
    clock: { now: () => now },
  });
  house = await testHouse({
    register: (clock) =>
      withResilience(
        createNationalRegister({
          profile: nationalProfile("ndxp", register.url),
          user: "MOTCUA",
          secret: SECRET,
          asker: { unit: "G01", officer: "MOTCUA" },
          now: () => clock.now(),
        }),
        { attempts: 2, pauseMs: 1, closedMs: 5 },
      ),
  });
  at(START);
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await register.close();
});

function at(moment: number): void {
  now = moment;
  house.setClock(moment);
}
const checks = async () =>
  (
    await owner.query(
      "select id, dossier_code, state, attempts, number_answer, name_answer from verifications order by id",
    )
  ).rows;
const pageOf = async (who: Browser, path: string): Promise<string> => {
  const page = await who.get(path);
  expect(page.status).toBe(200);
  return textOf(page.html);
};
/** The minute's run, twice at once, as two machines would. */
const run = () => Promise.all([house.deps.verifications.checks.run(), house.deps.verifications.checks.run()]);

test("ten minutes without the register: every dossier is filed, every check is done afterwards, once", async () => {
  const officer = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const filed: string[] = [await fileResidence(house)];
  const jobs = await owner.query(
    "select count(*)::int as count from graphile_worker.jobs where task_identifier = 'verifications-run'",
  );
  expect(jobs.rows[0].count, "the job left with the filing").toBe(1);
  await run();
  expect((await checks()).map(({ state }) => state)).toEqual(["answered"]);

  // Stopped: at first it takes questions and loses its answers, then nobody is there at all.
  register.err("silent");
  for (let minute = 0; minute < 10; minute++) {
    at(START + minute * MINUTE);
    if (minute === 1) register.err("down");
    filed.push(await fileResidence(house), await fileResidence(house));
    await run();
  }
  expect((await checks()).filter(({ state }) => state === "waiting")).toHaveLength(20);

  const during = await pageOf(officer, `/office/ho-so/${filed[3]}`);
  expect(during).toContain("Chờ trả lời");
  expect(during).toContain(`Cơ sở dữ liệu chưa trả lời về 1 người (hỏi từ ${showInstant(START + MINUTE)})`);
  expect(during).not.toContain("Không khớp");
  expect(await pageOf(citizen, `/ho-so/${filed[3]}`)).toContain("Đang chờ cơ sở dữ liệu trả lời về 1 người");

  register.err("none");
  for (let minute = 10; minute < 17; minute++) {
    at(START + minute * MINUTE);
    await run();
  }
  const done = await checks();
  expect(done).toHaveLength(21);
  expect(new Set(done.map(({ dossier_code }) => dossier_code))).toEqual(new Set(filed));
  for (const check of done)
    expect(check).toMatchObject({ state: "answered", number_answer: "match", name_answer: "match" });

  // Asked often, counted once: the register knows exactly our call ids, some of which came again.
  const calls = register.calls();
  expect([...calls.keys()].sort()).toEqual(done.map(({ id }) => id).sort());
  expect(Math.max(...[...calls.values()].map(({ times }) => times))).toBeGreaterThan(1);
  const looks = await owner.query(
    "select dossier_code, count(*)::int as count from access_log where purpose like 'Đối chiếu%' and subject_number = $1 group by 1",
    [MINH.number],
  );
  expect(looks.rows).toHaveLength(21);
  expect(looks.rows.every(({ count }) => count === 1)).toBe(true);

  const after = await pageOf(officer, `/office/ho-so/${filed[3]}`);
  expect(after).toMatch(/Khớp Khớp Khớp/);
  expect(after).not.toContain("Chờ trả lời");
  expect(await pageOf(citizen, `/ho-so/${filed[3]}`)).toMatch(/Đã đối chiếu thông tin của 1 người lúc \d\d:\d\d/);
});

test("answers that a supplement changes are checked anew; an officer reads in what they differ, the filer of themselves", async () => {
  const code = await fileResidence(house);
  const { dossiers } = house.deps;
  const found = await dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  if (!found) throw new Error("no dossier");
  const target = { officeProvince: found.row.officeProvince, id: found.row.id, seen: null };
  const officer = {
    account: newId(),
    name: "Cán bộ",
    as: "officer" as const,
    unit: found.row.unitId,
    roles: ["deskOfficer" as const],
  };
  const item = { what: "Ngày sinh", basis: "Điều 28", how: "Ghi lại" };
  expect(await dossiers.act(target, officer, { act: "supplement-requested", items: [item], reason: "" })).toMatchObject(
    { ok: true },
  );
  const answers = { ...found.row.answers, person: { ...MINH, sex: "F" as const } };
  const supplemented = { act: "supplemented" as const, message: "Đã ghi lại", papers: [], answers };
  expect(await dossiers.act(target, found.state.filer, supplemented)).toMatchObject({ ok: true });
  await run();
  const { rows } = await owner.query(
    "select answers_seq, state, sex_answer, failure from verifications where dossier_code = $1 order by answers_seq",
    [code],
  );
  // Nobody had asked about the first answers yet: now nobody will.
  expect(rows[0]).toMatchObject({ answers_seq: 1, state: "refused", sex_answer: null, failure: "superseded" });
  expect(rows.at(-1)).toMatchObject({ answers_seq: 4, state: "answered", sex_answer: "no-match" });
  expect(rows).toHaveLength(2);

  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  expect(await pageOf(citizen, `/ho-so/${code}`)).toContain("khác với Cơ sở dữ liệu ở: giới tính");
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  expect(await pageOf(desk, `/office/ho-so/${code}`)).toContain("tự nó không phải là lý do từ chối");
});

test("no table of ours holds what the register holds", async () => {
  const columns = await owner.query(
    "select column_name from information_schema.columns where table_name = 'verifications' and data_type in ('json', 'jsonb')",
  );
  expect(columns.rows).toEqual([]);
  const whole = JSON.stringify((await owner.query("select * from verifications")).rows);
  for (const piece of [MINH.number, MINH.name, "1992"]) expect(whole).not.toContain(piece);
});
