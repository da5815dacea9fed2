import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import type { Actor } from "../../engine/state/index.ts";
import { newId } from "../../platform/ids.ts";
import {
  commitmentOf,
  countAccess,
  discloseLook,
  findLook,
  listAccess,
  logAccess,
  lookingUnits,
  readLogged,
  sealedLooks,
  sealedOfUnit,
} from "./index.ts";

/** The log of readings on a real database, as the application's role. */

const now = Date.parse("2026-11-23T09:00:00+07:00");
const HOUR = 3_600_000;
const UNIT = "ca-thu";
const post = newId();
const chi: Actor = { account: newId(), name: "Người chi", as: "officer", unit: UNIT, post, roles: ["caseOfficer"] };
let t: TestDatabase;

beforeAll(async () => {
  t = await testDatabase();
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  await owner.query(
    `insert into units (id, agency_code, level, name, province_code, valid_from)
     values ($1, 'G01.001.ZZ', 'commune', 'Công an phường Hoàn Kiếm', '01', '2025-07-01')`,
    [UNIT],
  );
  await owner.query(
    `insert into posts (id, officer_subject, unit_id, roles, title, valid_from)
     values ($1, 'chi', $2, '{caseOfficer}', 'Cán bộ thụ lý', '2025-07-01')`,
    [post, UNIT],
  );
  await owner.end();
});
afterAll(() => t.drop());

describe("who looked", () => {
  const look = (subjectNumber: string) => ({
    officeProvince: "01",
    actor: chi,
    subjectNumber,
    dossierCode: "G01.079.1A-261123-010001",
    purpose: "verify-person" as const,
    fields: ["name", "address"] as const,
  });
  const open = (at = now) => ({ now: at, from: null, before: null, unit: null });
  const looksAt = (subject: string, at = now) => listAccess(t.db, subject, open(at), { limit: 60, offset: 0 });

  test("stands in the person's own log, the latest first, with purpose and article, by period and office", async () => {
    await t.db.inTransaction(async (tx) => {
      for (let n = 0; n < 51; n += 1) await logAccess(tx, now + n, look("001190000555"));
      await logAccess(tx, now, look("001190000556"), look("001190000556"));
    });
    const all = await looksAt("001190000555", now + 60);
    expect(all).toHaveLength(51);
    expect(all[0]).toMatchObject({
      officeProvince: "01",
      at: now + 50,
      actorName: "Người chi",
      postTitle: "Cán bộ thụ lý",
      unitId: UNIT,
      unitName: "Công an phường Hoàn Kiếm",
      dossierCode: "G01.079.1A-261123-010001",
      purposeKey: "verify-person",
      purpose: "Đối chiếu thông tin với cơ sở dữ liệu",
      groundSource: "26/2023/QH15",
      groundArticle: "10",
      fields: ["name", "address"],
      detail: null,
      proof: null,
    });
    const last = await listAccess(t.db, "001190000555", open(), { limit: 1, offset: 50 });
    expect(last.map(({ at }) => at)).toEqual([now]);
    const some = { ...open(), from: now + 10, before: now + 20 };
    expect(await countAccess(t.db, "001190000555", some)).toBe(10);
    expect(await countAccess(t.db, "001190000555", { ...some, unit: "elsewhere" })).toBe(0);
    expect(await lookingUnits(t.db, "001190000555", now)).toMatchObject([{ name: "Công an phường Hoàn Kiếm" }]);
    expect(await looksAt("001190000556")).toHaveLength(2);
    const [own] = await looksAt("001190000556");
    expect(await findLook(t.db, "001190000555", now, "01", own?.id ?? "")).toBeNull();
    expect((await findLook(t.db, "001190000556", now, "01", own?.id ?? ""))?.id).toBe(own?.id);
  });

  test("goes with the reading: no commit, no look; and the program cannot take a look back", async () => {
    const who = { officeProvince: "01", actor: chi };
    await expect(
      readLogged(t.db, now, who, { purpose: "verify-person" }, async (reading) => {
        reading.note({ subjectNumber: "001190000777", dossierCode: null, fields: ["name"] });
        throw new Error("the reading failed");
      }),
    ).rejects.toThrow("the reading failed");
    expect(await looksAt("001190000777")).toEqual([]);
    await expect(t.db.query("t-delete-look", "delete from access_log")).rejects.toThrow(/permission denied/);
    await expect(t.db.query("t-change-look", "update access_log set purpose = ''")).rejects.toThrow(
      /permission denied/,
    );
    for (const table of ["access_disclosures", "look_questions", "look_answers", "data_requests", "data_request_steps"])
      for (const change of [`delete from ${table}`, `update ${table} set at = now()`])
        await expect(t.db.query(`t ${change}`, change)).rejects.toThrow(/permission denied/);
  });

  test("is one entry a person and dossier, and one entry when nobody was found", async () => {
    const who = { officeProvince: "01", actor: chi };
    const seen = { subjectNumber: "001190000888", dossierCode: null };
    await readLogged(t.db, now, who, { purpose: "verify-person" }, async (reading) => {
      reading.note({ ...seen, fields: ["name", "number"] });
      reading.note({ ...seen, fields: ["name", "address"] });
    });
    expect((await looksAt("001190000888")).map(({ fields }) => fields)).toEqual([["name", "number", "address"]]);
    await readLogged(t.db, now + 7, who, { purpose: "search-person" }, async () => null);
    const nobody = await t.db.query(
      "t-nobody",
      "select fields from access_log where subject_number is null and purpose_key = 'search-person'",
    );
    expect(nobody).toEqual([{ fields: ["found-nobody"] }]);
  });

  test("must have a ground in the law of its day", async () => {
    const before = Date.parse("2024-06-30T23:59:59+07:00");
    const read = (at: number) => t.db.inTransaction((tx) => logAccess(tx, at, look("001190000999")));
    await expect(read(before)).rejects.toThrow("no ground for reading: verify-person");
    await read(before + 1_000);
    expect(await looksAt("001190000999")).toHaveLength(1);
  });

  test("sealed by an order it is only counted, until its day or its disclosure, and then proves itself", async () => {
    const who = { officeProvince: "01", actor: chi };
    const unit = UNIT;
    const number = "001190000444";
    const seal = (days: number) =>
      readLogged(
        t.db,
        now,
        who,
        { purpose: "investigate", sealed: { order: "12/LĐT", until: now + days * 24 * HOUR } },
        async (reading) => reading.note({ subjectNumber: number, dossierCode: null, fields: ["name"] }),
      );
    await seal(1);
    await seal(30);
    expect(await looksAt(number)).toEqual([]);
    expect(await countAccess(t.db, number, open())).toBe(0);
    expect(await lookingUnits(t.db, number, now)).toEqual([]);
    const [month] = await sealedLooks(t.db, number, now);
    expect(month?.commitments).toHaveLength(2);

    const dayAfter = now + 25 * HOUR;
    const [first] = await looksAt(number, dayAfter);
    expect(first).toMatchObject({ purposeKey: "investigate", detail: "12/LĐT" });
    expect(month?.commitments).toContain(first?.proof?.commitment);
    expect((await sealedLooks(t.db, number, dayAfter))[0]?.commitments).toHaveLength(1);
    const told = {
      id: first?.id ?? "",
      at: new Date(first?.at ?? 0).toISOString(),
      actor_name: first?.actorName ?? "",
      actor_unit: first?.unitId ?? null,
      subject_number: number,
      dossier_code: null,
      purpose: first?.purpose ?? "",
      fields: first?.fields ?? [],
      detail: first?.detail ?? null,
    };
    const salt = Buffer.from(first?.proof?.salt ?? "", "hex");
    expect(commitmentOf(salt, told).toString("hex")).toBe(first?.proof?.commitment);
    expect(commitmentOf(salt, { ...told, actor_name: "Người khác" }).toString("hex")).not.toBe(
      first?.proof?.commitment,
    );

    const [waiting] = await sealedOfUnit(t.db, "01", unit, dayAfter);
    const disclose = (of: string) =>
      t.db.inTransaction((tx) =>
        discloseLook(tx, dayAfter, { officeProvince: "01", id: waiting?.id ?? "", unit: of }, who.actor, "Kết thúc"),
      );
    expect(await disclose("elsewhere")).toBe(false);
    expect(await disclose(unit)).toBe(true);
    expect(await disclose(unit)).toBe(false);
    expect(await looksAt(number, dayAfter)).toHaveLength(2);
    expect(await sealedLooks(t.db, number, dayAfter)).toEqual([]);
  });
});
