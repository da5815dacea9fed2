import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHIEF, ELSEWHERE, HERE, type LifeStage, lifeStage, MONDAY } from "../../../tests/support/life-stage.ts";
import { day, instantAt, isoInstant } from "../../kernel/plain-date.ts";
import { actFor, inRequest } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { readForHouse } from "../access/index.ts";
import type { ActWanted } from "./index.ts";

/** Several offices at work for one dossier, on a real database with its row-level security. */

let stage: LifeStage;
beforeAll(async () => {
  stage = await lifeStage();
}, 120_000);
afterAll(() => stage.close());
beforeEach(() => stage.house.setClock(MONDAY));

describe("other offices", () => {
  const scope = (unit: string) => ({
    as: "officer" as const,
    account: newId(),
    units: [unit],
    communes: [],
    provinces: [],
  });
  const seenBy = (unit: string, code: string) =>
    inRequest(async () => {
      actFor(scope(unit));
      const found = await stage.house.deps.dossiers.find(readForHouse(stage.house.db, "act"), code);
      return found ? found.acts.length : null;
    });

  test("while another office is asked, the filer supplements and withdraws by their own right, and nobody else", async () => {
    const { dossiers } = stage.house.deps;
    const asked = async () => {
      const code = await stage.assigned();
      const wanted = { act: "consulted", unit: ELSEWHERE, question: "Chỗ ở có tranh chấp không?", days: 2 } as const;
      await stage.act(code, stage.staff.examiner, wanted);
      return code;
    };
    const asPerson = async (code: string, account: string, wanted: ActWanted) => {
      const { row, state } = await stage.view(code);
      return inRequest(async () => {
        actFor({ as: "person", account, numbers: [] });
        return dossiers.act({ officeProvince: row.officeProvince, id: row.id, seen: null }, state.filer, wanted);
      });
    };
    const [supplemented, withdrawn] = [await asked(), await asked()];
    const gap = { what: "Hợp đồng thuê", basis: "Điều 28 Luật Cư trú", how: "Gửi ảnh chụp" };
    await stage.act(supplemented, stage.staff.examiner, { act: "supplement-requested", items: [gap], reason: "" });
    const filerOf = async (code: string) => (await stage.filer(code)).account;
    const answer = { act: "supplemented", message: "Đã gửi", papers: [] } as const;
    expect(await asPerson(supplemented, await filerOf(supplemented), answer)).toMatchObject({ ok: true });
    expect(await seenBy(ELSEWHERE, supplemented)).toBeGreaterThan(0);

    const leave = { act: "withdrawn", reason: "" } as const;
    expect(await asPerson(withdrawn, newId(), leave)).toMatchObject({ failure: { kind: "not-found" } });
    expect(await asPerson(withdrawn, await filerOf(withdrawn), leave)).toMatchObject({ ok: true });
    // Nobody waits for the answer any more, and the office that was asked no longer reads the dossier.
    expect(await seenBy(ELSEWHERE, withdrawn)).toBeNull();
  });

  test("several are asked at once, each reads the dossier until it has answered, and none else (one-stop 19)", async () => {
    const code = await stage.assigned();
    expect(await seenBy(ELSEWHERE, code)).toBeNull();
    const ask = (unit: string, days: number | null = 2) =>
      ({ act: "consulted", unit, question: "Chỗ ở có tranh chấp không?", days }) as const;
    expect(await stage.attempt(code, stage.staff.examiner, ask(ELSEWHERE, 0))).toMatchObject({ field: "days" });
    expect(await stage.attempt(code, stage.staff.examiner, { ...ask(ELSEWHERE), question: "" })).toMatchObject({
      field: "question",
    });
    await stage.act(code, stage.staff.examiner, ask(ELSEWHERE));
    await stage.act(code, stage.staff.examiner, ask(CHIEF));
    expect(await stage.attempt(code, stage.staff.examiner, ask(CHIEF))).toMatchObject({ field: "unit" });
    expect(await seenBy(ELSEWHERE, code)).toBeGreaterThan(0);
    expect(await seenBy("ca-00070", code)).toBeNull();
    expect((await stage.stateOf(code)).cooperations.map(({ dueAt }) => isoInstant(dueAt).slice(0, 16))).toEqual([
      "2026-11-18T17:30",
      "2026-11-18T17:30",
    ]);
    const answer = { act: "consultation-answered", opinion: "agree", answer: "Không có tranh chấp" } as const;
    expect(await stage.attempt(code, stage.staff.examiner, answer)).toMatchObject({ refusal: { kind: "not-you" } });
    await inRequest(async () => {
      actFor(scope(ELSEWHERE));
      const found = await stage.house.deps.dossiers.find(readForHouse(stage.house.db, "act"), code);
      const target = { officeProvince: found?.row.officeProvince ?? "", id: found?.row.id ?? "", seen: null };
      // Asked for an opinion, the office decides nothing.
      const decided = await stage.house.deps.dossiers.act(target, stage.staff.elsewhere, {
        act: "proposed",
        outcome: "grant",
        reason: "",
      });
      expect(decided.ok).toBe(false);
      expect((await stage.house.deps.dossiers.act(target, stage.staff.elsewhere, answer)).ok).toBe(true);
    });
    expect(await seenBy(ELSEWHERE, code)).toBeNull();
    expect(await seenBy(CHIEF, code)).toBeGreaterThan(0);
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { opinion: "agree", onTime: true } });
  });

  test("whoever was asked may read and cannot write a line, even where the program forgot to ask (one-stop 19)", async () => {
    const code = await stage.assigned();
    await stage.act(code, stage.staff.examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    const { row } = await stage.view(code);
    await inRequest(async () => {
      actFor(scope(ELSEWHERE));
      const changed = await stage.house.db.query(
        "test-touch",
        "update dossiers set status = 'x' where id = $1 returning id",
        [row.id],
      );
      expect(changed).toEqual([]);
      await expect(
        stage.house.db.query(
          "test-note",
          "insert into notes (office_province, id, dossier_id, dossier_code, content) values ($1, $2, $3, 'x', '{}')",
          [row.officeProvince, newId(), row.id],
        ),
      ).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("silence past the time is reported to the head of the stage.staff.desk, once, and late answers are told as late (one-stop 19)", async () => {
    const code = await stage.assigned();
    await stage.act(code, stage.staff.examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    stage.house.setClock(instantAt(day("2026-11-17"), 17 * 60 + 29));
    await stage.house.deps.dossiers.cooperation.reportSilence();
    expect((await stage.view(code)).acts.at(-1)?.kind).toBe("consulted");
    stage.house.setClock(instantAt(day("2026-11-17"), 17 * 60 + 31));
    expect(await stage.house.deps.dossiers.cooperation.reportSilence()).toBeGreaterThan(0);
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ kind: "consultation-overdue", by: { as: "system" } });
    expect(await stage.house.deps.dossiers.cooperation.reportSilence()).toBe(0);
    const listed = await stage.house.deps.dossiers.cooperation.ofUnit(stage.house.db, HERE);
    expect(listed.find((one) => one.code === code)).toMatchObject({
      unitId: ELSEWHERE,
      reportedAt: expect.any(Number),
    });
    await stage.act(code, stage.staff.elsewhere, { act: "consultation-answered", opinion: "other", answer: "Chưa rõ" });
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { onTime: false } });
    // What has ended waits for nobody.
    const ended = await stage.assigned();
    await stage.act(ended, stage.staff.examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    await stage.act(ended, await stage.filer(ended), { act: "withdrawn", reason: "" });
    stage.house.setClock(instantAt(day("2026-11-20"), 600));
    await stage.house.deps.dossiers.cooperation.reportSilence();
    expect((await stage.view(ended)).acts.at(-1)?.kind).toBe("withdrawn");
    expect(await seenBy(ELSEWHERE, ended)).toBeNull();
  });

  test("agencies of an interlinked procedure work in turn, each in its share, and hand back to the desk (one-stop 23)", async () => {
    const code = await stage.assigned("linked-residence");
    const propose = { act: "proposed", outcome: "grant", reason: "" } as const;
    expect(await stage.attempt(code, stage.staff.examiner, propose)).toMatchObject({ refusal: { kind: "not-now" } });
    for (const turn of [0, 1]) {
      await stage.act(code, stage.staff.desk, { act: "handed-over" });
      expect(await stage.attempt(code, stage.staff.desk, { act: "handed-over" })).toMatchObject({
        refusal: { kind: "not-now" },
      });
      expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { leg: turn, unit: CHIEF, shareDays: 1 } });
      expect(await stage.attempt(code, stage.staff.examiner, propose)).toMatchObject({ refusal: { kind: "not-now" } });
      await stage.act(code, stage.staff.chief, { act: "handed-back", result: "Đã xác minh" });
      expect((await stage.stateOf(code)).unit).toBe(HERE);
    }
    expect(await stage.attempt(code, stage.staff.desk, { act: "handed-over" })).toMatchObject({
      refusal: { kind: "not-now" },
    });
    await stage.act(code, stage.staff.examiner, propose);
    // A procedure in force has no such plan.
    expect(await stage.attempt(await stage.assigned(), stage.staff.desk, { act: "handed-over" })).toMatchObject({
      refusal: { kind: "not-now" },
    });
  });
});
