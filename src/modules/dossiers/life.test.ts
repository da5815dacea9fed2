import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ELSEWHERE, HERE, type LifeStage, lifeStage, MONDAY, officer } from "../../../tests/support/life-stage.ts";
import { fileResidence } from "../../../tests/support/office-stage.ts";
import { day, instantAt, isoInstant } from "../../kernel/plain-date.ts";
import { actFor, inRequest } from "../../platform/database/scope.ts";

/** Reception, transfer and the appointment on a real database, on both sides of each rule. */

let stage: LifeStage;
beforeAll(async () => {
  stage = await lifeStage();
}, 120_000);
afterAll(() => stage.close());
beforeEach(() => stage.house.setClock(MONDAY));

const GAP = { what: "Hợp đồng thuê", basis: "Điều 28 Luật Cư trú", how: "Gửi ảnh chụp" };
const LACKS = { act: "supplement-requested", items: [GAP], reason: "" } as const;
const supplemented = { act: "supplemented", message: "Đã gửi", papers: [] } as const;
const noticeTitles = async (code: string) =>
  stage.house.deps.printing.available(await stage.view(code)).map(({ title }) => title.vi);

describe("asking for what lacks", () => {
  test("a second notice at reception needs the leave of a superior, who is somebody else (one-stop 7)", async () => {
    const code = await fileResidence(stage.house);
    const bare = await stage.attempt(code, stage.staff.desk, { ...LACKS, items: [{ ...GAP, basis: " " }] });
    expect(bare).toMatchObject({ kind: "incomplete", field: "items.0.basis" });
    await stage.act(code, stage.staff.desk, LACKS);
    await stage.act(code, await stage.filer(code), supplemented);
    expect(await stage.attempt(code, stage.staff.desk, LACKS)).toMatchObject({ refusal: { kind: "needs-approval" } });
    const leave = { act: "supplement-approved", reason: "Hợp đồng gửi lại bị mờ" } as const;
    expect(await stage.attempt(code, stage.staff.desk, leave)).toMatchObject({ refusal: { kind: "not-you" } });
    await stage.act(code, stage.staff.deskHead, leave);
    expect(await stage.attempt(code, stage.staff.deskHead, LACKS)).toMatchObject({ refusal: { kind: "same-person" } });
    await stage.act(code, stage.staff.desk, LACKS);
    const { state, acts } = await stage.view(code);
    expect(state.intakeSupplements).toBe(2);
    expect(acts.at(-1)).toMatchObject({ data: { stage: "intake", approvedBy: { name: stage.staff.deskHead.name } } });
    // A third needs another leave.
    await stage.act(code, await stage.filer(code), supplemented);
    expect(await stage.attempt(code, stage.staff.desk, LACKS)).toMatchObject({ refusal: { kind: "needs-approval" } });
  });

  test("after appraisal a dossier goes back within 3 working days, later only by a rule of the sector (one-stop 15)", async () => {
    const [inTime, late] = [await stage.assigned(), await stage.assigned()];
    stage.house.setClock(instantAt(day("2026-11-19"), 1000));
    await stage.act(inTime, stage.staff.examiner, LACKS);
    stage.house.setClock(instantAt(day("2026-11-20"), 480));
    expect(await stage.attempt(late, stage.staff.examiner, LACKS)).toMatchObject({
      kind: "incomplete",
      field: "sectorBasis",
    });
    await stage.act(late, stage.staff.examiner, { ...LACKS, sectorBasis: "Điều 5 Nghị định 154/2024/NĐ-CP" });
    expect((await stage.view(late)).acts.at(-1)).toMatchObject({
      data: { stage: "appraisal", sectorBasis: expect.any(String) },
    });
  });

  test("the time restarts from zero on the complete dossier, and the run before stays to be seen (one-stop 16)", async () => {
    const code = await stage.assigned();
    const first = (await stage.stateOf(code)).dueAt;
    stage.house.setClock(MONDAY + 3_600_000);
    await stage.act(code, stage.staff.examiner, LACKS);
    await stage.act(code, await stage.filer(code), supplemented);
    stage.house.setClock(instantAt(day("2026-11-25"), 600));
    await stage.act(code, stage.staff.desk, { act: "accepted" });
    const { clockRuns, dueAt } = await stage.stateOf(code);
    expect(clockRuns).toEqual([
      { from: MONDAY, until: MONDAY + 3_600_000, dueAt: first },
      { from: instantAt(day("2026-11-25"), 600), until: null, dueAt },
    ]);
    expect(isoInstant(dueAt ?? 0)).toContain("2026-11-30T17:30");
  });
});

describe("refused, and sent to the wrong place", () => {
  test("a refusal has its ground from the list and words of its own; free text alone is none (one-stop 8)", async () => {
    const code = await fileResidence(stage.house);
    const reason = "Không chứng minh được chỗ ở";
    for (const ground of ["", "because"])
      expect(await stage.attempt(code, stage.staff.desk, { act: "refused-intake", ground, reason })).toMatchObject({
        field: "ground",
      });
    const bare = { act: "refused-intake", ground: "no-lawful-dwelling", reason: " " } as const;
    expect(await stage.attempt(code, stage.staff.desk, bare)).toMatchObject({ field: "reason" });
    await stage.act(code, stage.staff.desk, { ...bare, reason });
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({
      data: { basis: expect.stringContaining("Điều 28.1") },
    });
  });

  test("sent online to the wrong office, it may be answered with the right address (one-stop 13)", async () => {
    const code = await fileResidence(stage.house);
    const wrong = { act: "refused-intake", ground: "wrong-place", reason: "Chỗ ở thuộc phường khác" } as const;
    expect(await stage.attempt(code, stage.staff.desk, wrong)).toMatchObject({ field: "unit" });
    await stage.act(code, stage.staff.desk, { ...wrong, rightPlace: "Công an phường Thuận Hóa" });
    const last = (await stage.view(code)).acts.at(-1);
    expect(last).toMatchObject({
      data: { basis: expect.stringContaining("118/2025"), rightPlace: expect.any(String) },
    });
    const paper = await stage.house.deps.printing.notice(await stage.view(code), last?.seq ?? 0);
    expect(paper).not.toBeNull();
  });

  test.each([
    ["2026-07-20", "goes-on"],
    ["2026-08-10", "from-receipt"],
  ] as const)("passed on with code and history; accepted on %s its clock %s (one-stop 13)", async (on, clock) => {
    stage.house.setClock(instantAt(day(on), 540));
    const code = await stage.accepted();
    const before = await stage.view(code);
    stage.house.setClock(instantAt(day(on), 540) + 2 * 86_400_000);
    const wanted = { act: "transferred", unit: ELSEWHERE, reason: "Chỗ ở thuộc phường Thuận Hóa" } as const;
    expect(await stage.attempt(code, stage.staff.desk, { ...wanted, unit: HERE })).toMatchObject({ field: "unit" });
    await stage.act(code, stage.staff.desk, wanted);
    const after = await stage.view(code);
    expect(after.row).toMatchObject({ code, unitId: ELSEWHERE, officeProvince: "79" });
    expect(after.acts.slice(0, -1)).toEqual(before.acts);
    expect(after.acts.at(-1)).toMatchObject({ data: { clock, province: "46" } });
    expect(after.state.clockFrom).toBe(clock === "goes-on" ? before.state.clockFrom : stage.house.deps.clock.now());
    expect(after.state.dueAt === before.state.dueAt).toBe(clock === "goes-on");
    // The new office finds it in its list, under the province of the old, and the old office is done with it.
    const { cooperation } = stage.house.deps.dossiers;
    const provinces = await cooperation.provincesOf(stage.house.db, ELSEWHERE);
    expect(provinces).toContain("79");
    expect(await stage.attempt(code, stage.staff.desk, wanted)).toMatchObject({ refusal: { kind: "not-you" } });
    await stage.act(code, officer("Lãnh đạo Huế", ["unitLead"], ELSEWHERE), {
      act: "assigned",
      to: { account: stage.staff.elsewhere.account, name: stage.staff.elsewhere.name },
    });
  });

  test("not accepted yet, it is passed on without a clock, within the officer's own rights (one-stop 13)", async () => {
    const code = await fileResidence(stage.house);
    await inRequest(async () => {
      actFor({ as: "officer", account: stage.staff.desk.account, units: [HERE], communes: [], provinces: [] });
      await stage.act(code, stage.staff.desk, { act: "transferred", unit: ELSEWHERE, reason: "Sai nơi nhận" });
    });
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { clock: "not-started", dueAt: null } });
    await stage.act(code, stage.staff.elsewhere, { act: "accepted" });
  });
});

describe("the appointment", () => {
  test("moves once, with an apology; lateness stays judged on the time of the law (one-stop 17, 18)", async () => {
    const code = await stage.assigned();
    const due = (await stage.stateOf(code)).dueAt;
    const wanted = {
      act: "reappointed",
      reason: "Chờ cơ quan phối hợp",
      unitAtFault: "Công an phường Sài Gòn",
      day: day("2026-11-26"),
    } as const;
    for (const [on, field] of [
      ["2026-11-19", "day"],
      ["2026-11-24", "day"],
      ["2026-11-28", "day"],
    ] as const)
      expect(await stage.attempt(code, stage.staff.lead, { ...wanted, day: day(on) }), on).toMatchObject({ field });
    expect(await stage.attempt(code, stage.staff.lead, { ...wanted, reason: "" })).toMatchObject({ field: "reason" });
    expect(await stage.attempt(code, stage.staff.lead, { ...wanted, unitAtFault: "" })).toMatchObject({
      field: "unitAtFault",
    });
    stage.house.setClock(instantAt(day("2026-11-18"), 900));
    await stage.act(code, stage.staff.lead, wanted);
    const state = await stage.stateOf(code);
    expect(state).toMatchObject({ dueAt: due, reappointments: 1 });
    expect(isoInstant(state.reappointedTo ?? 0)).toContain("2026-11-26T17:30");
    expect((await stage.view(code)).acts.at(-1)).toMatchObject({ data: { inTime: true, originalDueAt: due } });
    expect(await stage.attempt(code, stage.staff.lead, { ...wanted, day: day("2026-11-27") })).toMatchObject({
      refusal: { kind: "not-now", text: { en: expect.stringContaining("once") } },
    });
    // Past the first time and before the second it counts as late, in every list.
    stage.house.setClock(instantAt(day("2026-11-20"), 600));
    const counts = await stage.house.deps.dossiers.countWork(
      stage.house.db,
      ["79"],
      HERE,
      stage.house.deps.clock.now(),
      0,
      null,
    );
    expect((await stage.view(code)).row.dueAt).toBe(due);
    expect(counts.reduce((sum, { late }) => sum + late, 0)).toBeGreaterThan(0);
    expect(await noticeTitles(code)).toContain("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
    expect(await stage.house.deps.printing.notice(await stage.view(code), state.version)).not.toBeNull();
  });

  test.each([
    ["2025-09-12", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", false],
    ["2025-09-15", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", true],
  ] as const)(
    "form 04 and the stop notice are those of the day: %s (one-stop 1, 17, 20)",
    async (on, letter, stops) => {
      stage.house.setClock(instantAt(day(on), 540));
      const code = await stage.accepted();
      await stage.act(code, stage.staff.lead, {
        act: "reappointed",
        reason: "Quá tải",
        unitAtFault: "Đội 1",
        day: day("2025-09-29"),
      });
      await stage.act(code, stage.staff.lead, { act: "stopped", reason: "Không thể giải quyết", basis: "Điều 21" });
      const titles = await noticeTitles(code);
      expect(titles).toContain(letter);
      expect(titles.includes("Thông báo dừng giải quyết hồ sơ")).toBe(stops);
      const reappointed = (await stage.view(code)).acts.find(({ kind }) => kind === "reappointed");
      expect(await stage.house.deps.printing.notice(await stage.view(code), reappointed?.seq ?? 0)).not.toBeNull();
    },
  );
});
