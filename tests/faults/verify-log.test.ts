import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../src/engine/state/index.ts";
import { verdictOn } from "../../src/main/verify-log.ts";
import { readForHouse } from "../../src/modules/access/index.ts";
import type { ActWanted } from "../../src/modules/dossiers/index.ts";
import { verifyLog } from "../../src/modules/dossiers/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { fileResidence, fileStay } from "../support/office-stage.ts";

/** History altered behind the application's back, by whoever holds the owner's password: each alteration is named. */

let house: TestHouse;
let owner: pg.Client;
/** A dossier with five acts, and one with two that was filed after it. */
let long = { code: "", id: "" };
let short = { code: "", id: "" };

const officer = (unit: string): Actor => ({
  account: newId(),
  name: "Phạm Thị Lan",
  as: "officer",
  unit,
  post: "tiep-nhan",
  roles: ["deskOfficer", "caseOfficer", "unitLead"],
});

beforeAll(async () => {
  house = await testHouse({ standIns: false, people: 50 });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  long = await fiveActs();
  short = await idOf(await fileStay(house));
  await owner.query(
    "create table acts_as_they_were as table acts; create table dossiers_as_they_were as table dossiers",
  );
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});
beforeEach(async () => {
  await owner.query(`begin; delete from acts; delete from dossiers;
    insert into dossiers table dossiers_as_they_were; insert into acts table acts_as_they_were; commit`);
});

/** Filed with its fee, accepted, assigned, proposed. */
async function fiveActs(): Promise<{ code: string; id: string }> {
  const dossier = await idOf(await fileResidence(house));
  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), dossier.code);
  if (!view) throw new Error("no dossier");
  const who = officer(view.row.unitId);
  const wanted: ActWanted[] = [
    { act: "accepted" },
    { act: "assigned", to: { account: newId(), name: "Lê Văn Bình" } },
    { act: "proposed", outcome: "grant", reason: "Đủ điều kiện" },
  ];
  for (const act of wanted) {
    const target = { officeProvince: view.row.officeProvince, id: dossier.id, seen: null };
    const done = await house.deps.dossiers.act(target, who, act);
    if (!done.ok) throw new Error(JSON.stringify(done.failure));
  }
  return dossier;
}

async function idOf(code: string): Promise<{ code: string; id: string }> {
  const { rows } = await owner.query<{ id: string }>("select id from dossiers where code = $1", [code]);
  return { code, id: rows[0]?.id ?? "" };
}

const alter = (sql: string, ...values: unknown[]): Promise<unknown> => owner.query(sql, values);

async function named(code: string, seq: number, what: RegExp): Promise<void> {
  const verdict = await verifyLog(house.db);
  expect(verdict).toMatchObject({ ok: false, code, seq });
  if (!verdict.ok) expect(verdict.what.en).toMatch(what);
}

test("an untouched log holds, and the sentence says how much was read", async () => {
  expect(await verifyLog(house.db)).toEqual({ ok: true, dossiers: 2, acts: 7 });
  const { held, lines } = await verdictOn(house.db);
  expect(held).toBe(true);
  expect(lines.join("\n")).toContain("ĐẠT: 2 hồ sơ, 7 hành vi");
});

test("the command's sentence names the dossier, the act and what is wrong, in both languages", async () => {
  await alter("update acts set kind = 'refused-intake' where dossier_id = $1 and seq = 3", long.id);
  const { held, lines } = await verdictOn(house.db);
  expect(held).toBe(false);
  expect(lines[0]).toContain(`KHÔNG ĐẠT: hồ sơ ${long.code}, hành vi số 3: nội dung hành vi đã bị sửa`);
  expect(lines[1]).toContain(`FAILED: dossier ${long.code}, act 3: the act was altered`);
});

describe("an act that was altered", () => {
  test.each([
    ["its data", `data = jsonb_set(data, '{reason}', '"Khác"')`, 5],
    ["a member added to its data", `data = data || '{"x": null}'`, 4],
    ["its actor's name", `actor = jsonb_set(actor, '{name}', '"Người khác"')`, 3],
    ["its actor's roles", `actor = jsonb_set(actor, '{roles}', '["signer"]')`, 3],
    ["its time by a second", "at = at - interval '1 second'", 2],
    ["its time by less than a millisecond", "at = at + interval '7 microseconds'", 2],
    ["its kind", "kind = 'accepted'", 4],
    ["its id", "id = gen_random_uuid()", 1],
    ["its hash", "hash = sha256('x')", 2],
  ])("%s", async (_what, change, seq) => {
    await alter(`update acts set ${change} where dossier_id = $1 and seq = ${seq}`, long.id);
    await named(long.code, seq, /the act was altered/);
  });

  test("its link to the act before it", async () => {
    await alter("update acts set previous_hash = sha256('x') where dossier_id = $1 and seq = 4", long.id);
    await named(long.code, 4, /does not follow/);
  });

  test("the filing's answers, also where the list was altered to match", async () => {
    const phone = `jsonb_set(%, '{%phone}', '"0999999999"')`;
    await alter(
      `update acts set data = ${phone.replace("%", "data").replace("%", "answers,")} where dossier_id = $1 and seq = 1`,
      long.id,
    );
    await alter(
      `update dossiers set answers = ${phone.replace("%", "answers").replace("%", "")} where id = $1`,
      long.id,
    );
    await named(long.code, 1, /the act was altered/);
  });
});

describe("acts removed, added, moved", () => {
  test("the last act removed", async () => {
    await alter("delete from acts where dossier_id = $1 and seq = 5", long.id);
    await named(long.code, 5, /the last acts are missing/);
  });

  test("an act in the middle removed", async () => {
    await alter("delete from acts where dossier_id = $1 and seq = 3", long.id);
    await named(long.code, 3, /this act is missing/);
  });

  test("an act in the middle removed and those behind it moved up", async () => {
    await alter("delete from acts where dossier_id = $1 and seq = 3", long.id);
    await alter("update acts set seq = seq - 1 where dossier_id = $1 and seq = 4", long.id);
    await alter("update acts set seq = seq - 1 where dossier_id = $1 and seq = 5", long.id);
    await named(long.code, 3, /does not follow/);
  });

  test("the first act removed, and all of them", async () => {
    await alter("delete from acts where dossier_id = $1 and seq = 1", long.id);
    await named(long.code, 1, /this act is missing/);
    await alter("delete from acts where dossier_id = $1", long.id);
    await named(long.code, 1, /the last acts are missing/);
  });

  test("an act added behind the end", async () => {
    await alter(
      `insert into acts select office_province, dossier_id, 6, gen_random_uuid(), kind, at, actor, data, hash, sha256('x')
       from acts where dossier_id = $1 and seq = 5`,
      long.id,
    );
    await named(long.code, 6, /was altered/);
  });

  test("two acts swapped", async () => {
    await alter("update acts set seq = 99 where dossier_id = $1 and seq = 3", long.id);
    await alter("update acts set seq = 3 where dossier_id = $1 and seq = 4", long.id);
    await alter("update acts set seq = 4 where dossier_id = $1 and seq = 99", long.id);
    await named(long.code, 3, /does not follow/);
  });

  test("an act moved to another dossier", async () => {
    const { rows } = await owner.query("select office_province from dossiers where id = $1", [short.id]);
    await alter(
      "update acts set office_province = $3, dossier_id = $2, seq = 3 where dossier_id = $1 and seq = 5",
      long.id,
      short.id,
      rows[0]?.office_province,
    );
    const verdict = await verifyLog(house.db);
    expect(verdict.ok).toBe(false);
    if (verdict.ok) return;
    // Whichever of the two comes first in the books: the one that lost the act, or the one that got it.
    expect([`${long.code} 5`, `${short.code} 3`]).toContain(`${verdict.code} ${verdict.seq}`);
  });

  test("a whole chain grafted onto another dossier", async () => {
    await alter("delete from acts where dossier_id = $1", short.id);
    await alter(
      `insert into acts select d.office_province, d.id, seq, gen_random_uuid(), kind, at, actor, data, previous_hash, hash
       from acts, dossiers d where dossier_id = $1 and seq <= 2 and d.id = $2`,
      long.id,
      short.id,
    );
    const verdict = await verifyLog(house.db);
    expect(verdict).toMatchObject({ ok: false, seq: 1 });
    if (!verdict.ok) expect(verdict.what.en).toMatch(/does not follow/);
  });
});

describe("a dossier that says something else than its acts", () => {
  test.each([
    ["status", "status = 'decided'"],
    ["due_at", "due_at = due_at + interval '3 days'"],
    ["accepted_at", "accepted_at = null"],
    ["money", "money = 'paid'"],
    ["assigned_to", "assigned_to = gen_random_uuid()"],
    ["unit_id", "unit_id = 'khac'"],
    ["filerName", "filer_name = 'Người khác'"],
    ["answers", `answers = jsonb_set(answers, '{phone}', '"0999999999"')`],
    ["papers", "papers = '[]'"],
  ])("its %s", async (name, change) => {
    await alter(`update dossiers set ${change} where id = $1`, long.id);
    await named(long.code, 5, new RegExp(`another "${name}"`));
  });

  test("its code: the one under which it was filed is named", async () => {
    await alter("update dossiers set code = 'G01.079.1A-261123-019999' where id = $1", long.id);
    await named(long.code, 1, /another code/);
  });

  test("its count of acts, and its head", async () => {
    await alter("update dossiers set act_count = 4 where id = $1", long.id);
    await named(long.code, 5, /behind the end/);
    await alter("update dossiers set act_count = 5, head_hash = sha256('x') where id = $1", long.id);
    await named(long.code, 5, /ends with another act/);
  });
});

test("a payment without the bank's word: the books do not add up", async () => {
  await alter(`insert into payments (office_province, id, debt_id, bank_transaction, amount_dong, paid_at, receipt_number)
    select office_province, gen_random_uuid(), id, 'FT-INVENTED', amount_dong, now(), 'X1' from debts limit 1`);
  const { held, lines } = await verdictOn(house.db);
  expect(held).toBe(false);
  expect(lines.join("\n")).toMatch(/KHÔNG ĐẠT, sổ thu/);
  await alter("delete from payments where bank_transaction = 'FT-INVENTED'");
});

test.each(["acts", "access_log", "bank_notices", "payments", "documents"])(
  "the application's role can neither change nor remove rows of %s",
  async (table) => {
    for (const statement of [
      `update ${table} set office_province = office_province`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `drop table ${table}`,
    ]) {
      await expect(house.db.query(`try ${statement}`, statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  },
);

// The last one: what it files stays.
test("work that goes on meanwhile raises no false alarm", async () => {
  let over = false;
  let filed = 0;
  const filing = (async () => {
    for (; !over; filed++) await fileResidence(house);
  })();
  for (let round = 0; round < 20 || filed < 10; round++) expect(await verifyLog(house.db)).toMatchObject({ ok: true });
  over = true;
  await filing;
});
