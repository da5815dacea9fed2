import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { type LifeStage, lifeStage } from "../../../../tests/support/life-stage.ts";
import { type Staff, staffOf } from "../../../../tests/support/office.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { act, tableRows, textOf } from "../../../../tests/support/portal.ts";
import { addDays, dayOfInstant } from "../../../kernel/plain-date.ts";
import { newId } from "../../../platform/ids.ts";

/** Who works on what: claiming, assigning, passing on, standing in, and the day that counts it. */

const TEAM = "Việc của từng cán bộ";

describe("the day of an office", () => {
  let house: TestHouse;
  let staff: Staff;
  let other: Browser;

  beforeAll(async () => {
    house = await testHouse();
    staff = await staffOf(house.url, "sai-gon");
    other = await signedInOfficer(house, "can-bo-sai-gon-van-thu");
  }, 90_000);
  afterAll(() => house.close());

  const accepted = async (): Promise<string> => {
    const code = await fileResidence(house);
    await act(staff.desk, code, "accepted");
    return code;
  };
  const figure = (page: Page, label: string): { count: number; href: string } => {
    const item = [...page.html.matchAll(/<li class="mc-figures__figure.*?<\/li>/gs)].find(([one]) =>
      one.includes(`>${label}<`),
    );
    const href = /href="([^"]+)"/.exec(item?.[0] ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
    return { count: Number(/value">(\d+)/.exec(item?.[0] ?? "")?.[1] ?? "-1"), href };
  };
  const codesOn = (page: Page): readonly string[] => tableRows(page, "Hồ sơ của đơn vị").map(([code = ""]) => code);

  test("an examiner takes what nobody has; the day counts it, and each count leads to its list", async () => {
    const codes = [await accepted(), await accepted()];
    expect((await staff.desk.get(`/office/ho-so/${codes[0]}`)).html).not.toContain("/viec/claimed");
    for (const code of codes)
      expect((await act(staff.examiner, code, "claimed")).html).toContain("Đã ghi nhận: Nhận xử lý.");
    const day = await staff.examiner.get("/office/hom-nay");
    expect(day.status).toBe(200);
    expect(day.html).not.toContain(TEAM);
    for (const label of [
      "Quá hạn",
      "Đến hạn hôm nay",
      "Hạn đến hết ngày làm việc tới",
      "Tôi đang thụ lý",
      "Chờ bước của tôi",
    ]) {
      const { count, href } = figure(day, label);
      expect({ label, listed: codesOn(await staff.examiner.get(href)).length }).toEqual({ label, listed: count });
    }
    expect(figure(day, "Tôi đang thụ lý").count).toBe(2);

    // The term is over: late for the officer, for the team and for the unit.
    const start = house.deps.clock.now();
    house.setClock(start + 30 * 86_400_000);
    const examiner = await signedInOfficer(house, "can-bo-sai-gon-thu-ly");
    const lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
    const late = await examiner.get("/office/hom-nay");
    expect(figure(late, "Quá hạn").count).toBe(2);
    expect(codesOn(await examiner.get(figure(late, "Quá hạn").href))).toEqual(expect.arrayContaining(codes));
    const team = await lead.get("/office/hom-nay");
    const row = tableRows(team, TEAM).find(([, open]) => open === "2");
    expect(row?.slice(1, 4)).toEqual(["2", "2", "0"]);
    const list = /href="(\/office\?giao=[0-9a-f-]{36}&amp;trang-thai=dang-lam&amp;han=tre)"/.exec(team.html)?.[1] ?? "";
    expect(codesOn(await lead.get(list.replaceAll("&amp;", "&")))).toEqual(expect.arrayContaining(codes));
    house.setClock(start);
  });

  test("the lead sees who has how much; the least loaded is suggested and nothing moves by it (one-stop 42)", async () => {
    const code = await accepted();
    const page = await staff.lead.get(`/office/ho-so/${code}`);
    const option = /<option value="([0-9a-f-]{36})"[^>]*>([^<]*gợi ý của hệ thống)/.exec(page.html);
    expect(textOf(option?.[2] ?? "")).toMatch(/đang giữ \d+.*gợi ý của hệ thống/);
    // No option is chosen by the program, and looking at the page assigns nothing.
    expect(page.html).not.toMatch(/<option value="[0-9a-f-]{36}" selected/);
    expect((await staff.lead.get(`/office/ho-so/${code}`)).html).toContain("Chưa phân công");
  });

  test("a stand-in sees and works on the dossiers of the absent colleague, and is not suggested for them", async () => {
    const code = await accepted();
    await act(staff.examiner, code, "claimed");
    expect(codesOn(await other.get("/office?giao=toi"))).not.toContain(code);
    const csrfOf = (page: Page): string =>
      page.forms.flatMap(({ fields }) => fields).find(([box]) => box === "_csrf")?.[1] ?? "";
    const page = await staff.examiner.get("/office/uy-quyen");
    const post = /<select[^>]*name="post".*?<option value="([0-9a-f-]{36})"/s.exec(page.html)?.[1] ?? "";
    const today = dayOfInstant(house.deps.clock.now());
    const parts = (name: string, on: string) =>
      Object.fromEntries(
        (["year", "month", "day"] as const).map((part, at) => [`${name}.${part}`, on.split("-")[at] ?? ""]),
      );
    const standIn = await accountOf("can-bo-sai-gon-van-thu");
    const given = await staff.examiner.post("/office/uy-quyen", {
      ...{ _csrf: csrfOf(page), post, to: standIn, roles: "caseOfficer", reason: "Nghỉ phép" },
      ...parts("from", today),
      ...parts("until", addDays(today, 2)),
    });
    expect(given.html).toContain("Đã ghi ủy quyền");
    await other.post("/office/vi-tri", { _csrf: csrfOf(await other.get("/office/vi-tri")), post });
    expect(codesOn(await other.get("/office?giao=toi"))).toContain(code);
    expect(figure(await other.get("/office/hom-nay"), "Tôi đang thụ lý").count).toBeGreaterThan(0);
    const passed = await act(other, code, "passed-on", { to: standIn, reason: "Đồng nghiệp nghỉ" });
    expect(passed.html).toContain("Đã ghi nhận: Chuyển giao cho đồng nghiệp.");
    const lead = await staff.lead.get(`/office/ho-so/${await accepted()}`);
    expect(lead.html).toMatch(/<option value="[0-9a-f-]{36}"[^>]*>[^<]*vắng đến[^<]*làm thay</);
    const team = await staff.lead.get("/office/hom-nay");
    expect(team.html).toContain("Vắng đến");
  });

  const accountOf = async (subject: string): Promise<string> => {
    const found = (await house.db.query("day-test-account", "select id from accounts where subject = $1", [
      subject,
    ])) as { id: string }[];
    return found[0]?.id ?? "";
  };
});

describe("several officers at once", () => {
  let stage: LifeStage;
  beforeAll(async () => {
    stage = await lifeStage();
  }, 60_000);
  afterAll(() => stage.close());

  test("however they claim, assign and pass on, a dossier has one owner and every loser hears it", async () => {
    const seed = Number(process.env["FC_SEED"] ?? Date.now() % 1e9);
    console.log(`owners: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
    const people = ["A", "B", "C"].map((name) => ({ ...stage.staff.examiner, account: newId(), name }));
    const moves = fc.array(
      fc.record({
        who: fc.nat({ max: 2 }),
        to: fc.nat({ max: 2 }),
        how: fc.constantFrom("claimed", "assigned", "passed-on"),
      }),
      { minLength: 2, maxLength: 6 },
    );
    let [won, lost] = [0, 0];
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const code = await stage.accepted();
        const seen = (await stage.view(code)).state.version;
        const { row } = await stage.view(code);
        const done = await Promise.all(
          all.map(({ who, to, how }) => {
            const [by, whom] = [people[who] ?? stage.staff.examiner, people[to] ?? stage.staff.examiner];
            const target = { officeProvince: row.officeProvince, id: row.id, seen };
            const given = { account: whom.account, name: whom.name };
            if (how === "claimed") return stage.house.deps.dossiers.act(target, by, { act: "claimed" });
            if (how === "assigned")
              return stage.house.deps.dossiers.act(target, stage.staff.lead, { act: "assigned", to: given });
            return stage.house.deps.dossiers.act(target, by, { act: "passed-on", to: given, reason: "r" });
          }),
        );
        const view = await stage.view(code);
        const given = view.acts.filter(({ kind }) => kind === "claimed" || kind === "assigned" || kind === "passed-on");
        const winners = done.filter(({ ok }) => ok).length;
        expect(given).toHaveLength(winners);
        expect(winners).toBeLessThanOrEqual(1);
        const last = given.at(-1);
        if (last && (last.kind === "claimed" || last.kind === "assigned"))
          expect(view.state.assignedTo?.account).toBe(last.data.to);
        won += winners;
        lost += done.length - winners;
        for (const one of done) if (!one.ok) expect(["conflict", "refused"]).toContain(one.failure.kind);
      }),
      { seed, numRuns: 12 },
    );
    expect(Math.min(won, lost)).toBeGreaterThan(0);
  }, 60_000);

  test("passing on needs the holder, a colleague and a reason, and stands in the history", async () => {
    const code = await stage.assigned();
    const { examiner, lead } = stage.staff;
    const colleague = { account: newId(), name: "Đồng nghiệp" };
    const stranger = { ...examiner, account: newId(), name: "Người khác" };
    expect(await stage.attempt(code, stranger, { act: "passed-on", to: colleague, reason: "x" })).toMatchObject({
      kind: "refused",
    });
    expect(await stage.attempt(code, examiner, { act: "passed-on", to: colleague, reason: " " })).toMatchObject({
      field: "reason",
    });
    expect(await stage.attempt(code, examiner, { act: "passed-on", to: null, reason: "x" })).toMatchObject({
      field: "to",
    });
    await stage.act(code, examiner, { act: "passed-on", to: colleague, reason: "Nghỉ phép" });
    const view = await stage.view(code);
    expect(view.state.assignedTo).toEqual(colleague);
    expect(view.acts.at(-1)).toMatchObject({ kind: "passed-on", data: { reason: "Nghỉ phép" } });
    // Taken by one, it is not taken by another; the lead may still give it to somebody else.
    expect(await stage.attempt(code, stranger, { act: "claimed" })).toMatchObject({ kind: "refused" });
    await stage.act(code, lead, { act: "assigned", to: { account: stranger.account, name: stranger.name } });
    expect((await stage.stateOf(code)).assignedTo?.name).toBe("Người khác");
  });
});
