import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { procedures } from "../../../law/index.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence } from "../../../tests/support/office-stage.ts";
import { type Actor, deliveryOf, originalsInHand } from "../../engine/state/index.ts";
import { day, instantAt, isoInstant } from "../../kernel/plain-date.ts";
import { actFor, inRequest } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { readForHouse } from "../access/index.ts";
import type { ActFailure, ActWanted } from "./index.ts";
import { verifyLog } from "./index.ts";

/** A dossier's whole life on a real database: every act beside the straight way, on both sides of its rule. */

const [HERE, ELSEWHERE, CHIEF] = ["ca-26740", "ca-19789", "ca-79"] as const;
const officer = (name: string, roles: NonNullable<Actor["roles"]>, unit: string = HERE): Actor => ({
  account: newId(),
  name,
  as: "officer",
  unit,
  roles,
});
const desk = officer("Tiếp nhận", ["deskOfficer"]);
const examiner = officer("Thụ lý", ["caseOfficer"]);
let lead = officer("Lãnh đạo", ["unitLead", "signer"]);
const clerk = officer("Văn thư", ["clerk"]);
const deskHead = officer("Đứng đầu Một cửa", ["deskHead", "deskOfficer"]);
const elsewhere = officer("Cán bộ Huế", ["caseOfficer", "deskOfficer"], ELSEWHERE);
const chief = officer("Cán bộ tỉnh", ["caseOfficer"], CHIEF);

let house: TestHouse;
let owner: pg.Client;
/** Monday 16 November 2026, 09:00. */
const MONDAY = instantAt(day("2026-11-16"), 540);
const GAP = { what: "Hợp đồng thuê", basis: "Điều 28 Luật Cư trú", how: "Gửi ảnh chụp" };
const LACKS = { act: "supplement-requested", items: [GAP], reason: "" } as const;

beforeAll(async () => {
  const residence = procedures.find(({ key }) => key === "temporary-residence");
  const edition = residence?.editions.at(-1);
  if (!residence || !edition) throw new Error("no temporary residence");
  const agency = { title: { vi: "Công an tỉnh", en: "Provincial police" }, level: "province" as const, share: 1 };
  const interlinked = [
    { ...agency, key: "first" },
    { ...agency, key: "second" },
  ];
  const linked = { ...residence, key: "linked-residence", editions: [{ ...edition, interlinked }] };
  house = await testHouse({ standIns: false, procedures: [...procedures, linked] });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  // Papers are signed from a post.
  const posts = await owner.query("select id from posts where unit_id = $1 and 'signer' = any(roles) limit 1", [HERE]);
  lead = { ...lead, post: posts.rows[0].id };
}, 120_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});
beforeEach(() => house.setClock(MONDAY));

const view = async (code: string) => {
  const found = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
  if (!found) throw new Error(`no dossier ${code}`);
  return found;
};
async function attempt(code: string, actor: Actor, wanted: ActWanted): Promise<ActFailure | null> {
  const { row } = await view(code);
  const done = await house.deps.dossiers.act(
    { officeProvince: row.officeProvince, id: row.id, seen: null },
    actor,
    wanted,
  );
  return done.ok ? null : done.failure;
}
async function act(code: string, actor: Actor, wanted: ActWanted): Promise<void> {
  const failure = await attempt(code, actor, wanted);
  if (failure) throw new Error(`${wanted.act}: ${JSON.stringify(failure)}`);
}
const stateOf = async (code: string) => (await view(code)).state;
const supplemented = { act: "supplemented", message: "Đã gửi", papers: [] } as const;
async function filer(code: string): Promise<Actor> {
  return (await stateOf(code)).filer;
}
async function accepted(): Promise<string> {
  const code = await fileResidence(house);
  await act(code, desk, { act: "accepted" });
  return code;
}
async function assigned(): Promise<string> {
  const code = await accepted();
  await act(code, lead, { act: "assigned", to: { account: examiner.account, name: examiner.name } });
  return code;
}
async function issued(): Promise<string> {
  const code = await assigned();
  const grant = { outcome: "grant", reason: "" } as const;
  await act(code, examiner, { act: "proposed", ...grant });
  await act(code, lead, { act: "decided", ...grant });
  await act(code, lead, { act: "signed" });
  await act(code, clerk, { act: "numbered" });
  await act(code, clerk, { act: "issued" });
  return code;
}
const noticeTitles = async (code: string) =>
  house.deps.printing.available(await view(code)).map(({ title }) => title.vi);

describe("asking for what lacks", () => {
  test("a second notice at reception needs the leave of a superior, who is somebody else (one-stop 7)", async () => {
    const code = await fileResidence(house);
    const bare = await attempt(code, desk, { ...LACKS, items: [{ ...GAP, basis: " " }] });
    expect(bare).toMatchObject({ kind: "incomplete", field: "items.0.basis" });
    await act(code, desk, LACKS);
    await act(code, await filer(code), supplemented);
    expect(await attempt(code, desk, LACKS)).toMatchObject({ refusal: { kind: "needs-approval" } });
    const leave = { act: "supplement-approved", reason: "Hợp đồng gửi lại bị mờ" } as const;
    expect(await attempt(code, desk, leave)).toMatchObject({ refusal: { kind: "not-you" } });
    await act(code, deskHead, leave);
    expect(await attempt(code, deskHead, LACKS)).toMatchObject({ refusal: { kind: "same-person" } });
    await act(code, desk, LACKS);
    const { state, acts } = await view(code);
    expect(state.intakeSupplements).toBe(2);
    expect(acts.at(-1)).toMatchObject({ data: { stage: "intake", approvedBy: { name: deskHead.name } } });
    // A third needs another leave.
    await act(code, await filer(code), supplemented);
    expect(await attempt(code, desk, LACKS)).toMatchObject({ refusal: { kind: "needs-approval" } });
  });

  test("after appraisal a dossier goes back within 3 working days, later only by a rule of the sector (one-stop 15)", async () => {
    const [inTime, late] = [await assigned(), await assigned()];
    house.setClock(instantAt(day("2026-11-19"), 1000));
    await act(inTime, examiner, LACKS);
    house.setClock(instantAt(day("2026-11-20"), 480));
    expect(await attempt(late, examiner, LACKS)).toMatchObject({ kind: "incomplete", field: "sectorBasis" });
    await act(late, examiner, { ...LACKS, sectorBasis: "Điều 5 Nghị định 154/2024/NĐ-CP" });
    expect((await view(late)).acts.at(-1)).toMatchObject({
      data: { stage: "appraisal", sectorBasis: expect.any(String) },
    });
  });

  test("the time restarts from zero on the complete dossier, and the run before stays to be seen (one-stop 16)", async () => {
    const code = await assigned();
    const first = (await stateOf(code)).dueAt;
    house.setClock(MONDAY + 3_600_000);
    await act(code, examiner, LACKS);
    await act(code, await filer(code), supplemented);
    house.setClock(instantAt(day("2026-11-25"), 600));
    await act(code, desk, { act: "accepted" });
    const { clockRuns, dueAt } = await stateOf(code);
    expect(clockRuns).toEqual([
      { from: MONDAY, until: MONDAY + 3_600_000, dueAt: first },
      { from: instantAt(day("2026-11-25"), 600), until: null, dueAt },
    ]);
    expect(isoInstant(dueAt ?? 0)).toContain("2026-11-30T17:30");
  });
});

describe("refused, and sent to the wrong place", () => {
  test("a refusal has its ground from the list and words of its own; free text alone is none (one-stop 8)", async () => {
    const code = await fileResidence(house);
    const reason = "Không chứng minh được chỗ ở";
    for (const ground of ["", "because"])
      expect(await attempt(code, desk, { act: "refused-intake", ground, reason })).toMatchObject({ field: "ground" });
    const bare = { act: "refused-intake", ground: "no-lawful-dwelling", reason: " " } as const;
    expect(await attempt(code, desk, bare)).toMatchObject({ field: "reason" });
    await act(code, desk, { ...bare, reason });
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { basis: expect.stringContaining("Điều 28.1") } });
  });

  test("sent online to the wrong office, it may be answered with the right address (one-stop 13)", async () => {
    const code = await fileResidence(house);
    const wrong = { act: "refused-intake", ground: "wrong-place", reason: "Chỗ ở thuộc phường khác" } as const;
    expect(await attempt(code, desk, wrong)).toMatchObject({ field: "unit" });
    await act(code, desk, { ...wrong, rightPlace: "Công an phường Thuận Hóa" });
    const last = (await view(code)).acts.at(-1);
    expect(last).toMatchObject({
      data: { basis: expect.stringContaining("118/2025"), rightPlace: expect.any(String) },
    });
    const paper = await house.deps.printing.notice(await view(code), last?.seq ?? 0);
    expect(paper).not.toBeNull();
  });

  test.each([
    ["2026-07-20", "goes-on"],
    ["2026-08-10", "from-receipt"],
  ] as const)("passed on with code and history; accepted on %s its clock %s (one-stop 13)", async (on, clock) => {
    house.setClock(instantAt(day(on), 540));
    const code = await accepted();
    const before = await view(code);
    house.setClock(instantAt(day(on), 540) + 2 * 86_400_000);
    const wanted = { act: "transferred", unit: ELSEWHERE, reason: "Chỗ ở thuộc phường Thuận Hóa" } as const;
    expect(await attempt(code, desk, { ...wanted, unit: HERE })).toMatchObject({ field: "unit" });
    await act(code, desk, wanted);
    const after = await view(code);
    expect(after.row).toMatchObject({ code, unitId: ELSEWHERE, officeProvince: "79" });
    expect(after.acts.slice(0, -1)).toEqual(before.acts);
    expect(after.acts.at(-1)).toMatchObject({ data: { clock, province: "46" } });
    expect(after.state.clockFrom).toBe(clock === "goes-on" ? before.state.clockFrom : house.deps.clock.now());
    expect(after.state.dueAt === before.state.dueAt).toBe(clock === "goes-on");
    // The new office finds it in its list, under the province of the old, and the old office is done with it.
    const { cooperation } = house.deps.dossiers;
    const provinces = await cooperation.provincesOf(house.db, ELSEWHERE);
    expect(provinces).toContain("79");
    expect(await attempt(code, desk, wanted)).toMatchObject({ refusal: { kind: "not-you" } });
    await act(code, officer("Lãnh đạo Huế", ["unitLead"], ELSEWHERE), {
      act: "assigned",
      to: { account: elsewhere.account, name: elsewhere.name },
    });
  });

  test("not accepted yet, it is passed on without a clock, within the officer's own rights (one-stop 13)", async () => {
    const code = await fileResidence(house);
    await inRequest(async () => {
      actFor({ as: "officer", account: desk.account, units: [HERE], communes: [], provinces: [] });
      await act(code, desk, { act: "transferred", unit: ELSEWHERE, reason: "Sai nơi nhận" });
    });
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { clock: "not-started", dueAt: null } });
    await act(code, elsewhere, { act: "accepted" });
  });
});

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
      const found = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
      return found ? found.acts.length : null;
    });

  test("several are asked at once, each reads the dossier until it has answered, and none else (one-stop 19)", async () => {
    const code = await assigned();
    expect(await seenBy(ELSEWHERE, code)).toBeNull();
    const ask = (unit: string, days: number | null = 2) =>
      ({ act: "consulted", unit, question: "Chỗ ở có tranh chấp không?", days }) as const;
    expect(await attempt(code, examiner, ask(ELSEWHERE, 0))).toMatchObject({ field: "days" });
    expect(await attempt(code, examiner, { ...ask(ELSEWHERE), question: "" })).toMatchObject({ field: "question" });
    await act(code, examiner, ask(ELSEWHERE));
    await act(code, examiner, ask(CHIEF));
    expect(await attempt(code, examiner, ask(CHIEF))).toMatchObject({ field: "unit" });
    expect(await seenBy(ELSEWHERE, code)).toBeGreaterThan(0);
    expect(await seenBy("ca-00070", code)).toBeNull();
    expect((await stateOf(code)).cooperations.map(({ dueAt }) => isoInstant(dueAt).slice(0, 16))).toEqual([
      "2026-11-18T17:30",
      "2026-11-18T17:30",
    ]);
    const answer = { act: "consultation-answered", opinion: "agree", answer: "Không có tranh chấp" } as const;
    expect(await attempt(code, examiner, answer)).toMatchObject({ refusal: { kind: "not-you" } });
    await inRequest(async () => {
      actFor(scope(ELSEWHERE));
      const found = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
      const target = { officeProvince: found?.row.officeProvince ?? "", id: found?.row.id ?? "", seen: null };
      // Asked for an opinion, the office decides nothing.
      const decided = await house.deps.dossiers.act(target, elsewhere, {
        act: "proposed",
        outcome: "grant",
        reason: "",
      });
      expect(decided.ok).toBe(false);
      expect((await house.deps.dossiers.act(target, elsewhere, answer)).ok).toBe(true);
    });
    expect(await seenBy(ELSEWHERE, code)).toBeNull();
    expect(await seenBy(CHIEF, code)).toBeGreaterThan(0);
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { opinion: "agree", onTime: true } });
  });

  test("whoever was asked may read and cannot write a line, even where the program forgot to ask (one-stop 19)", async () => {
    const code = await assigned();
    await act(code, examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    const { row } = await view(code);
    await inRequest(async () => {
      actFor(scope(ELSEWHERE));
      const changed = await house.db.query(
        "test-touch",
        "update dossiers set status = 'x' where id = $1 returning id",
        [row.id],
      );
      expect(changed).toEqual([]);
      await expect(
        house.db.query(
          "test-note",
          "insert into notes (office_province, id, dossier_id, dossier_code, content) values ($1, $2, $3, 'x', '{}')",
          [row.officeProvince, newId(), row.id],
        ),
      ).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("silence past the time is reported to the head of the desk, once, and late answers are told as late (one-stop 19)", async () => {
    const code = await assigned();
    await act(code, examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    house.setClock(instantAt(day("2026-11-17"), 17 * 60 + 29));
    await house.deps.dossiers.cooperation.reportSilence();
    expect((await view(code)).acts.at(-1)?.kind).toBe("consulted");
    house.setClock(instantAt(day("2026-11-17"), 17 * 60 + 31));
    expect(await house.deps.dossiers.cooperation.reportSilence()).toBeGreaterThan(0);
    expect((await view(code)).acts.at(-1)).toMatchObject({ kind: "consultation-overdue", by: { as: "system" } });
    expect(await house.deps.dossiers.cooperation.reportSilence()).toBe(0);
    const listed = await house.deps.dossiers.cooperation.ofUnit(house.db, HERE);
    expect(listed.find((one) => one.code === code)).toMatchObject({
      unitId: ELSEWHERE,
      reportedAt: expect.any(Number),
    });
    await act(code, elsewhere, { act: "consultation-answered", opinion: "other", answer: "Chưa rõ" });
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { onTime: false } });
    // What has ended waits for nobody.
    const ended = await assigned();
    await act(ended, examiner, { act: "consulted", unit: ELSEWHERE, question: "?", days: 1 });
    await act(ended, await filer(ended), { act: "withdrawn", reason: "" });
    house.setClock(instantAt(day("2026-11-20"), 600));
    await house.deps.dossiers.cooperation.reportSilence();
    expect((await view(ended)).acts.at(-1)?.kind).toBe("withdrawn");
    expect(await seenBy(ELSEWHERE, ended)).toBeNull();
  });

  test("agencies of an interlinked procedure work in turn, each in its share, and hand back to the desk (one-stop 23)", async () => {
    const code = await fileResidence(house, newId(), "linked-residence");
    await act(code, desk, { act: "accepted" });
    await act(code, lead, { act: "assigned", to: { account: examiner.account, name: examiner.name } });
    const propose = { act: "proposed", outcome: "grant", reason: "" } as const;
    expect(await attempt(code, examiner, propose)).toMatchObject({ refusal: { kind: "not-now" } });
    for (const turn of [0, 1]) {
      await act(code, desk, { act: "handed-over" });
      expect(await attempt(code, desk, { act: "handed-over" })).toMatchObject({ refusal: { kind: "not-now" } });
      expect((await view(code)).acts.at(-1)).toMatchObject({ data: { leg: turn, unit: CHIEF, shareDays: 1 } });
      expect(await attempt(code, examiner, propose)).toMatchObject({ refusal: { kind: "not-now" } });
      await act(code, chief, { act: "handed-back", result: "Đã xác minh" });
      expect((await stateOf(code)).unit).toBe(HERE);
    }
    expect(await attempt(code, desk, { act: "handed-over" })).toMatchObject({ refusal: { kind: "not-now" } });
    await act(code, examiner, propose);
    // A procedure in force has no such plan.
    expect(await attempt(await assigned(), desk, { act: "handed-over" })).toMatchObject({
      refusal: { kind: "not-now" },
    });
  });
});

describe("the appointment", () => {
  test("moves once, with an apology; lateness stays judged on the time of the law (one-stop 17, 18)", async () => {
    const code = await assigned();
    const due = (await stateOf(code)).dueAt;
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
      expect(await attempt(code, lead, { ...wanted, day: day(on) }), on).toMatchObject({ field });
    expect(await attempt(code, lead, { ...wanted, reason: "" })).toMatchObject({ field: "reason" });
    expect(await attempt(code, lead, { ...wanted, unitAtFault: "" })).toMatchObject({ field: "unitAtFault" });
    house.setClock(instantAt(day("2026-11-18"), 900));
    await act(code, lead, wanted);
    const state = await stateOf(code);
    expect(state).toMatchObject({ dueAt: due, reappointments: 1 });
    expect(isoInstant(state.reappointedTo ?? 0)).toContain("2026-11-26T17:30");
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { inTime: true, originalDueAt: due } });
    expect(await attempt(code, lead, { ...wanted, day: day("2026-11-27") })).toMatchObject({
      refusal: { kind: "not-now", text: { en: expect.stringContaining("once") } },
    });
    // Past the first time and before the second it counts as late, in every list.
    house.setClock(instantAt(day("2026-11-20"), 600));
    const counts = await house.deps.dossiers.countWork(house.db, ["79"], HERE, house.deps.clock.now(), 0);
    expect((await view(code)).row.dueAt).toBe(due);
    expect(counts.reduce((sum, { late }) => sum + late, 0)).toBeGreaterThan(0);
    expect(await noticeTitles(code)).toContain("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
    expect(await house.deps.printing.notice(await view(code), state.version)).not.toBeNull();
  });

  test.each([
    ["2025-09-12", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", false],
    ["2025-09-15", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", true],
  ] as const)(
    "form 04 and the stop notice are those of the day: %s (one-stop 1, 17, 20)",
    async (on, letter, stops) => {
      house.setClock(instantAt(day(on), 540));
      const code = await accepted();
      await act(code, lead, { act: "reappointed", reason: "Quá tải", unitAtFault: "Đội 1", day: day("2025-09-29") });
      await act(code, lead, { act: "stopped", reason: "Không thể giải quyết", basis: "Điều 21" });
      const titles = await noticeTitles(code);
      expect(titles).toContain(letter);
      expect(titles.includes("Thông báo dừng giải quyết hồ sơ")).toBe(stops);
      const reappointed = (await view(code)).acts.find(({ kind }) => kind === "reappointed");
      expect(await house.deps.printing.notice(await view(code), reappointed?.seq ?? 0)).not.toBeNull();
    },
  );
});

describe("the end of a dossier", () => {
  test("originals in hand are named on the stop notice and given back, also after the end (one-stop 20)", async () => {
    const code = await accepted();
    await act(code, desk, { act: "originals-taken", papers: [{ title: "Hợp đồng thuê", count: 1 }] });
    await act(code, await filer(code), { act: "withdrawn", reason: "Chuyển nơi khác" });
    const { acts, state } = await view(code);
    expect(acts.at(-1)).toMatchObject({ data: { fee: "nothing-paid" } });
    expect(originalsInHand(state)).toHaveLength(1);
    expect(await noticeTitles(code)).toContain("Thông báo dừng giải quyết hồ sơ");
    expect(await attempt(code, desk, { act: "originals-returned", way: "online", to: "" })).toMatchObject({
      field: "way",
    });
    await act(code, desk, { act: "originals-returned", way: "desk", to: "Trần Văn Minh" });
    expect(originalsInHand(await stateOf(code))).toEqual([]);
    expect((await stateOf(code)).nationalPath.at(-1)?.code).toBe(7);
  });

  test("withdrawn until signed, and not after (one-stop 20)", async () => {
    const code = await assigned();
    const grant = { outcome: "grant", reason: "" } as const;
    await act(code, examiner, { act: "proposed", ...grant });
    await act(code, lead, { act: "decided", ...grant });
    await act(code, lead, { act: "signed" });
    const refused = await attempt(code, await filer(code), { act: "withdrawn", reason: "" });
    expect(refused).toMatchObject({ refusal: { kind: "not-now" } });
  });

  test("a paid fee is treated by its own law, which the officer names (one-stop 20)", async () => {
    const code = await accepted();
    const { row, acts } = await view(code);
    const fee = acts.find((one) => one.kind === "fee-set")?.data.debts[0];
    if (!fee) throw new Error("no fee");
    await house.db.inTransaction((tx) =>
      house.deps.dossiers.feePaid(
        tx,
        {
          officeProvince: row.officeProvince,
          dossierId: row.id,
          debtId: fee.id,
          amountDong: fee.amountDong,
          bankTransaction: "FT1",
          paidAt: MONDAY,
          allPaid: true,
        },
        MONDAY,
      ),
    );
    const stop = { act: "stopped", reason: "Không thể giải quyết", basis: "Điều 21" } as const;
    expect(await attempt(code, lead, stop)).toMatchObject({ field: "fee" });
    expect(await attempt(code, lead, { ...stop, fee: "kept" })).toMatchObject({ field: "feeBasis" });
    await act(code, lead, { ...stop, fee: "kept", feeBasis: "Điều 5 Thông tư 75/2022/TT-BTC" });
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { fee: "kept" } });
  });
});

describe("the result", () => {
  test("goes by post with its number, by hand with proof; an early one is announced first (one-stop 22)", async () => {
    const code = await issued();
    expect((await view(code)).acts.at(-1)).toMatchObject({ kind: "issued", data: { early: true } });
    expect(deliveryOf(await stateOf(code))).toBe("ready");
    expect(await attempt(code, desk, { act: "returned", way: "desk", to: "" })).toMatchObject({ field: "proof" });
    const byPost = { act: "returned", way: "post", to: "", proof: "Giấy báo phát 12" } as const;
    expect(await attempt(code, desk, byPost)).toMatchObject({ field: "way" });
    expect(await attempt(code, desk, { act: "posted", carrier: "", tracking: "" })).toMatchObject({
      field: "tracking",
    });
    await act(code, desk, { act: "posted", carrier: "VNPost", tracking: "RR123456789VN" });
    expect(deliveryOf(await stateOf(code))).toBe("with-post");
    await act(code, desk, byPost);
    expect(deliveryOf(await stateOf(code))).toBe("delivered");
    expect((await view(code)).acts.at(-1)).toMatchObject({ data: { way: "post", proof: "Giấy báo phát 12" } });
  });

  test("a wrong one is replaced: signed, numbered, issued anew, linked, free, and the register is written once (one-stop 21)", async () => {
    const code = await issued();
    await act(code, desk, { act: "returned", way: "online", to: "" });
    const first = await view(code);
    const wanted = {
      act: "replacement-decided",
      reason: "Sai tên đường",
      correction: "Nguyễn Huệ",
      outcome: null,
    } as const;
    expect(await attempt(code, lead, { ...wanted, correction: "" })).toMatchObject({ field: "correction" });
    expect(await attempt(code, lead, { ...wanted, outcome: "refuse" })).toMatchObject({ field: "outcome" });
    expect(await attempt(code, clerk, { act: "numbered" })).toMatchObject({ refusal: { kind: "not-now" } });
    await act(code, lead, wanted);
    expect((await stateOf(code)).status).toBe("returned");
    await act(code, lead, { act: "signed" });
    await act(code, clerk, { act: "numbered" });
    await act(code, clerk, { act: "issued" });
    expect(deliveryOf(await stateOf(code))).toBe("ready");
    await act(code, desk, { act: "returned", way: "online", to: "" });
    const { state, acts, row } = await view(code);
    expect(state).toMatchObject({ status: "returned", replacement: null, closedAt: first.state.closedAt });
    expect(state.number).not.toBe(first.state.number);
    expect(state.nationalPath.map(({ code: told }) => told)).toEqual([1, 2, 4, 9, 10]);
    const old = first.acts.findLast((one) => one.kind === "issued");
    const link = acts.find((one) => one.kind === "replacement-decided");
    expect(link?.data).toMatchObject({
      replaces: old?.data.document,
      replacedNumber: first.state.number,
      cost: "agency",
    });
    const result = await house.deps.printing.result(await view(code));
    expect(result?.id).not.toBe(old?.data.document);
    expect(await house.deps.documents.find(house.db, row.officeProvince, old?.data.document ?? "")).not.toBeNull();
    const entries = await owner.query("select 1 from temporary_residences where dossier_id = $1", [row.id]);
    expect(entries.rowCount).toBe(1);
    const debts = await owner.query("select 1 from debts where dossier_id = $1", [row.id]);
    expect(debts.rowCount).toBe(1);
  });

  test("what the national portal answered is kept beside the dossier, not in its status (one-stop 14)", async () => {
    const code = await accepted();
    const { row } = await view(code);
    const { cooperation } = house.deps.dossiers;
    await cooperation.announced(row, { seq: 1, code: 1, outcome: "failed" });
    expect(await cooperation.announcements(house.db, row)).toEqual([{ seq: 1, code: 1, outcome: "failed" }]);
    expect((await stateOf(code)).status).toBe("accepted");
  });

  test("every chain that was written here holds", async () => {
    expect(await verifyLog(house.db)).toMatchObject({ ok: true });
  });
});
