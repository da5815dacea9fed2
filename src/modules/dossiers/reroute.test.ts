import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFormerOffices } from "../../../law/index.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { act } from "../../../tests/support/portal.ts";
import { day, instantAt } from "../../kernel/plain-date.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { loadFormerUnits, openCatalogue } from "../catalogue/index.ts";
import { verifyLog } from "./index.ts";
import { createReroute } from "./reroute.ts";

/** The mergers of 2025 replayed: offices end, their open dossiers follow, no clock moves. */

let house: TestHouse;
let owner: pg.Client;
const codes: string[] = [];
/** Offices of the three levels, one of each kind, and a ward that was divided. */
let former: readonly string[];

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const ownerDb = openDatabase({ url: house.ownerUrl, most: 2 });
  expect(await loadFormerUnits(ownerDb)).toBe("loaded");
  expect(await loadFormerUnits(ownerDb)).toBe("unchanged");
  await ownerDb.close();
  await house.deps.catalogue.reload();
  const all = (await loadFormerOffices()).formerOffices();
  former = [
    ...all.filter(({ id }) => id.startsWith("pc06-")).slice(0, 3),
    ...all
      .filter(({ shortName, level }) => level === "commune" && shortName === null)
      .filter((_, at) => at % 500 === 0),
  ].map(({ id }) => id);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

test("every office that ended leads to exactly one that stands, on every day", async () => {
  const { catalogue } = house.deps;
  const all = (await loadFormerOffices()).formerOffices();
  expect(all.length).toBeGreaterThan(10_000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, until } of all) {
    expect(catalogue.unitInCharge(id, until).id, id).toBe(id);
    const heir = catalogue.unitInCharge(id, day("2025-07-01"));
    expect(heir.until, id).toBeNull();
    expect(catalogue.provincesOf(heir.id), id).toContain(catalogue.getUnit(id).provinceCode);
  }
});

/** Filed today, and moved behind the program's back to the office that would have had it then. */
async function atOffice(unit: string): Promise<string> {
  const code = await fileResidence(house);
  const { provinceCode } = house.deps.catalogue.getUnit(unit);
  expect(provinceCode).toMatch(/^\d\d$/);
  await owner.query(
    "update acts set data = jsonb_set(data, '{unit}', to_jsonb($2::text)) where kind = 'filed' and dossier_id = (select id from dossiers where code = $1)",
    [code, unit],
  );
  await owner.query("update dossiers set unit_id = $2 where code = $1", [code, unit]);
  return code;
}
async function accept(code: string, unit: string): Promise<void> {
  const { rows } = await owner.query("select office_province, id from dossiers where code = $1", [code]);
  const officer = { account: newId(), name: "Cán bộ", as: "officer" as const, unit, roles: ["deskOfficer" as const] };
  const target = { officeProvince: rows[0].office_province, id: rows[0].id, seen: null };
  const done = await house.deps.dossiers.act(target, officer, { act: "accepted" });
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
}
const rowsOf = async () =>
  (
    await owner.query<{ code: string; unit: string; due: string | null; clock: string | null; status: string }>(
      "select code, unit_id as unit, due_at::text as due, clock_from::text as clock, status from dossiers where code = any($1) order by code",
      [codes],
    )
  ).rows;

test("on the day of the merger every open dossier has one office before and after, and its clock is the same (one-stop 3)", async () => {
  for (const unit of former) codes.push(await atOffice(unit));
  // Some are being worked on, some are not.
  for (const [at, code] of codes.entries()) if (at % 2 === 0) await accept(code, former[at] ?? "");
  const before = await rowsOf();
  const { db, clock, catalogue } = house.deps;
  const reroute = createReroute({ db, clock, catalogue });

  // The last day of the old offices: districts have gone, wards and provinces stand.
  await reroute(day("2025-06-30"));
  for (const { unit } of await rowsOf()) expect(catalogue.unitInCharge(unit, day("2025-06-30")).id).toBe(unit);

  const moved = await reroute(day("2025-07-01"));
  expect(moved.length).toBeGreaterThan(0);
  const after = await rowsOf();
  expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
  for (const [at, row] of after.entries()) {
    expect(catalogue.getUnit(row.unit).until, row.code).toBeNull();
    expect(row.unit).toBe(catalogue.unitInCharge(before[at]?.unit ?? "", day("2025-07-01")).id);
    expect({ due: row.due, clock: row.clock, status: row.status }).toEqual({
      due: before[at]?.due,
      clock: before[at]?.clock,
      status: before[at]?.status,
    });
  }
  expect(await reroute(day("2025-07-01"))).toEqual([]);
});

test("the new office finds it in its list, works on it, and takes numbers in its own books", async () => {
  const { catalogue, clock, db } = house.deps;
  house.setClock(instantAt(day("2026-11-23"), 600));
  // A dossier of a ward of a province that was joined to Ho Chi Minh City, whose police of today the demonstration staffs.
  const heir = "ca-26740";
  const from = (await loadFormerOffices()).formerOffices().find(({ successorId }) => successorId === heir)?.id ?? "";
  const code = await fileResidence(house);
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  await act(desk, code, "accepted", {});
  const due = (await owner.query("select due_at from dossiers where code = $1", [code])).rows[0]?.due_at;
  await owner.query(
    "insert into units (id, agency_code, level, name, province_code, valid_from, valid_until, successor_id) values ('ca-thu', 'G01.0THU', 'commune', 'Công an thử', '77', '2020-01-01', null, null)",
  );
  await owner.query("update units set valid_until = '2026-11-22', successor_id = 'ca-thu' where id = $1", [heir]);
  await catalogue.reload();
  try {
    const [moved] = await createReroute({ db, clock, catalogue })(day("2026-11-23"));
    expect(moved).toMatchObject({ from: heir, to: "ca-thu" });
  } finally {
    await owner.query("update units set valid_until = null, successor_id = null where id = $1", [heir]);
    await catalogue.reload();
  }
  const row = (await owner.query("select unit_id, due_at, office_province from dossiers where code = $1", [code]))
    .rows[0];
  expect(row).toMatchObject({ unit_id: "ca-thu", office_province: "79" });
  expect(row.due_at).toEqual(due);
  expect((await desk.get(`/office/ho-so/${code}`)).status).toBe(404);
  const last = (
    await owner.query(
      "select kind, data from acts where dossier_id = (select id from dossiers where code = $1) order by seq desc limit 1",
      [code],
    )
  ).rows[0];
  expect(last).toMatchObject({ kind: "rerouted", data: { from: heir, to: "ca-thu", province: "77" } });
  expect(from).toMatch(/^ca-/);
  // What was tampered with above shows; what the program did does not.
  const verdict = await verifyLog(db);
  if (!verdict.ok) expect(codes).toContain(verdict.code);
});

test("the catalogue refuses an office that ended and left its work to nobody", async () => {
  await owner.query(
    "insert into units (id, agency_code, level, name, province_code, valid_from, valid_until) values ('ca-khong', 'G01.0KHONG', 'commune', 'Công an không', '79', '2020-01-01', '2024-01-01')",
  );
  const catalogue = await openCatalogue({ sql: house.db, clock: house.deps.clock });
  expect(() => catalogue.unitInCharge("ca-khong", day("2024-01-02"))).toThrow("nobody is in charge");
});
