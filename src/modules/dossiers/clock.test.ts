import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, signInAs } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { act } from "../../../tests/support/portal.ts";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { readForHouse } from "../access/index.ts";

/** Clocks of dossiers in a whole house: real PostgreSQL, real pages, a clock that is set. */

let house: TestHouse;
let owner: pg.Client;
let lead: Browser;
let desk: Browser;
let examiner: Browser;
const at = (local: string): Instant => Date.parse(`${local}:00+07:00`);
const set = (local: string) => house.setClock(at(local));
const rows = async (sql: string, ...values: unknown[]) => (await owner.query(sql, values)).rows;
const local = (moment: Instant | null | undefined) => (moment == null ? null : isoInstant(moment).slice(0, 16));
const view = async (code: string) => {
  const found = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  if (!found) throw new Error(`no dossier ${code}`);
  return found;
};
const dueOf = async (code: string) => local((await view(code)).row.dueAt);
/** A dossier accepted at a moment of a day. */
async function acceptedAt(when: string): Promise<string> {
  set(when);
  const code = await fileResidence(house);
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const page = await act(desk, code, "accepted", {});
  expect(page.url.searchParams.get("xong")).toBe("accepted");
  return code;
}
const signIn = async () => {
  lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  examiner = await signedInOfficer(house, "can-bo-sai-gon-thu-ly");
};

beforeAll(async () => {
  house = await testHouse({ log: pino({ level: "error" }) });
  set("2026-10-05T08:00");
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

describe("pauses", () => {
  it("need a ground of the law and a paper, move the due time by what they lasted, and are told alike to everybody", async () => {
    const code = await acceptedAt("2026-10-05T09:30");
    expect(await dueOf(code)).toBe("2026-10-08T17:30");
    set("2026-10-06T10:00");
    await signIn();
    const refused = await act(lead, code, "clock-paused", { ground: "payment", decision: "1/QĐ", reason: "x" });
    expect([refused.status, refused.html.includes("căn cứ pháp luật cho phép")]).toEqual([422, true]);
    const bare = await act(lead, code, "clock-paused", { ground: "force-majeure", decision: " ", reason: "x" });
    expect(bare.html).toContain("số, ký hiệu văn bản");
    const fault = await act(lead, code, "clock-paused", { ground: "system-outage", decision: "1/QĐ", reason: "x" });
    expect(fault.html).toContain("Chưa có sự cố nào được ghi nhận");
    expect((await examiner.get(`/office/ho-so/${code}`)).html).not.toContain("/viec/clock-paused");
    await act(lead, code, "clock-paused", { ground: "force-majeure", decision: "12/QĐ-CAP", reason: "Ngập lụt" });
    const paused = await view(code);
    expect([paused.row.dueAt, paused.state.pausedSince]).toEqual([null, at("2026-10-06T10:00")]);

    set("2026-10-08T14:00");
    await signIn();
    await act(lead, code, "clock-resumed", { reason: "Nước đã rút" });
    expect(await dueOf(code)).toBe("2026-10-12T17:30");
    const page = await lead.get(`/office/ho-so/${code}`);
    for (const told of ["Sự kiện bất khả kháng", "12/QĐ-CAP: Ngập lụt", "91/2015/QH13", "Hạn ban đầu"])
      expect(page.html).toContain(told);
    expect((await house.deps.dossiers.dueDates.verify()).misfits).toEqual([]);
    const story = (html: string) => /<section[^>]*id="thoi-han">[\s\S]*?<\/section>/.exec(html)?.[0];
    const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap" });
    expect(story((await citizen.get(`/ho-so/${code}`)).html)).toBe(story(page.html));
    expect(story(page.html)).toContain("Hạn ban đầu");
    // A list that says another time than the clock is named.
    await rows("update dossiers set due_at = due_at + interval '1 day' where code = $1", code);
    expect((await house.deps.dossiers.dueDates.verify()).misfits).toMatchObject([
      { code, reckoned: at("2026-10-12T17:30") },
    ]);
    await rows("update dossiers set due_at = due_at - interval '1 day' where code = $1", code);
  });

  it("for a fault go from its recorded beginning to its recorded end, whoever is slow", async () => {
    const code = await acceptedAt("2026-10-12T09:30");
    set("2026-10-13T15:00");
    const operator = await signedInOfficer(house, "can-bo-van-hanh");
    const page = await operator.get("/office/su-co");
    const fault = { kind: "fault", ...moment("from", "2026-10-13T08:00"), "what-vi": "Mất kết nối", decision: "BB 3" };
    const told = await page.submit({ form: "/su-co", fields: fault });
    expect(told.html).toContain("Mọi trang của cổng đã có thông báo");
    set("2026-10-14T16:00");
    const again = await (await signedInOfficer(house, "can-bo-van-hanh")).get("/office/su-co");
    expect((await again.submit({ form: "/het" })).html).toContain("Đã xong");

    set("2026-10-15T09:00");
    await signIn();
    await act(lead, code, "clock-paused", { ground: "system-outage", decision: "BB 3", reason: "Hệ thống ngừng" });
    expect((await view(code)).state.pausedSince).toBe(at("2026-10-13T08:00"));
    set("2026-10-20T09:00");
    await signIn();
    await act(lead, code, "clock-resumed", { reason: "Hệ thống đã chạy" });
    const clock = await house.deps.dossiers.clockOf(house.db, await view(code));
    expect(clock.term?.pauses).toEqual([{ from: at("2026-10-13T08:00"), until: at("2026-10-14T16:00") }]);
    expect(await dueOf(code)).toBe("2026-10-16T17:30");
    expect([clock.isLate, clock.phase]).toEqual([true, "running"]);
  });
});

const moment = (name: string, when: string) => {
  const [on = "", time = ""] = when.split("T");
  const [year = "", month = "", day = ""] = on.split("-");
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year, [`${name}.time`]: time };
};
const raise = () => asSystem(() => house.deps.dossiers.warnings.raise());
const levelsOf = async (code: string) =>
  (
    await rows(
      "select level from clock_warnings w join dossiers d on d.id = w.dossier_id where d.code = $1 order by raised_at, level",
      code,
    )
  ).map(({ level }) => level);

describe("warnings", () => {
  it("come once at half, at four fifths, a day before and when late: to the officer, then to the head (one-stop 17)", async () => {
    await rows("update dossiers set closed_at = now() where closed_at is null");
    const code = await acceptedAt("2026-11-02T09:30");
    await signIn();
    const { account } = await accountOf("can-bo-sai-gon-thu-ly");
    await act(lead, code, "assigned", { to: account });
    expect([await levelsOf(code), (await raise()).terms]).toEqual([[], 0]);
    const menu = async (who: Browser) => /Nhắc hạn(?: \((\d+)\))?/.exec((await who.get("/office")).html)?.[1] ?? "0";

    set("2026-11-04T08:29");
    expect((await raise()).terms).toBe(0);
    set("2026-11-04T08:30");
    expect([(await raise()).terms, (await raise()).terms, await levelsOf(code)]).toEqual([1, 0, ["half"]]);
    await signIn();
    expect([await menu(examiner), await menu(lead)]).toEqual(["1", "0"]);
    expect((await examiner.get("/office/nhac-han")).html).toContain("Đã dùng 50% thời hạn");

    set("2026-11-05T17:31");
    expect([(await raise()).terms, (await raise()).terms]).toEqual([3, 0]);
    expect([...(await levelsOf(code))].sort()).toEqual(["day-before", "four-fifths", "half", "late"]);
    await signIn();
    expect([await menu(examiner), await menu(lead)]).toEqual(["1", "1"]);
    const list = await lead.get("/office/nhac-han");
    expect(list.html.match(new RegExp(code, "g"))?.length).toBe(2);
    expect(list.html).toContain("Quá hạn");
    // Counting says as many as the list holds, and stops where it is told.
    const whom = { provinces: ["79"], unit: "ca-26740", accounts: [account], leads: true, receives: true };
    const { warnings } = house.deps.dossiers;
    const listed = await asSystem(() => warnings.of(whom, 100));
    expect([listed.length, await warnings.count(whom, 100), await warnings.count(whom, 0)]).toEqual([1, 1, 0]);
    expect(await warnings.count({ ...whom, unit: "ca-19789", provinces: ["46"] }, 100)).toBe(0);
    // What the application wrote it cannot take back.
    await expect(house.db.query("t", "delete from clock_warnings")).rejects.toMatchObject({ code: "42501" });
  });

  it("an online submission unanswered after 8 working hours is told to reception and the head (one-stop 11)", async () => {
    await rows("update dossiers set closed_at = now() where closed_at is null");
    set("2026-11-20T15:00");
    const code = await fileResidence(house);
    // Friday 2.5 hours, Monday 5.5.
    set("2026-11-23T15:00");
    expect((await raise()).unanswered).toBe(0);
    set("2026-11-23T15:01");
    expect([(await raise()).unanswered, (await raise()).unanswered]).toEqual([1, 0]);
    desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
    expect((await desk.get("/office/nhac-han")).html).toContain(code);
    await signIn();
    expect((await examiner.get("/office/nhac-han")).html).not.toContain(code);
    await act(desk, code, "accepted", {});
    expect((await desk.get("/office/nhac-han")).html).not.toContain(code);

    // Accepted at 15:01 on the eve of a feast: passed on by the opening of Wednesday, and late a minute after (one-stop 12).
    expect((await lead.get("/office")).html).toContain("Chuyển xử lý trước 07:30, 25/11/2026");
    const late = async () => /han=cham-chuyen"[\s\S]*?(\d+)</.exec((await lead.get("/office")).html)?.[1];
    set("2026-11-25T07:30");
    await signIn();
    expect((await lead.get("/office?han=cham-chuyen")).html).not.toContain(`/office/ho-so/${code}`);
    set("2026-11-25T07:31");
    expect((await lead.get("/office?han=cham-chuyen")).html).toContain(`/office/ho-so/${code}`);
    expect((await lead.get("/office?giao=chua")).html).toContain(`/office/ho-so/${code}`);
    expect(await late()).toBeDefined();
  });
});

describe("hours of an office (one-stop 25)", () => {
  const setHours = async (fields: Record<string, string>) => {
    await signIn();
    return (await lead.get("/office/gio-lam-viec")).submit({ form: "/gio-lam-viec", fields });
  };
  const day = (name: string, on: string) => {
    const { [`${name}.time`]: _none, ...parts } = moment(name, on);
    return parts;
  };

  it("are set by its head, dated, and move open dossiers of this office only, never closed ones (one-stop 26)", async () => {
    const closed = await acceptedAt("2026-12-01T09:00");
    await signIn();
    await act(lead, closed, "stopped", { reason: "Thử", basis: "Điều 1" });
    const open = await acceptedAt("2026-12-01T09:30");
    expect([await dueOf(closed), await dueOf(open)]).toEqual(["2026-12-04T17:30", "2026-12-04T17:30"]);
    const before = (await view(closed)).acts.length;

    const wrong = await setHours({
      kind: "week",
      ...day("from", "2026-11-30"),
      "a.from": "08:00",
      "a.until": "12:00",
      decision: "QĐ 5",
    });
    expect([wrong.status, wrong.html.includes("từ hôm nay")]).toEqual([422, true]);
    const upside = await setHours({
      kind: "week",
      ...day("from", "2026-12-03"),
      "a.from": "12:00",
      "a.until": "08:00",
      decision: "QĐ 5",
    });
    expect([upside.status, upside.html.includes("như 07:30")]).toEqual([422, true]);
    const done = await setHours({
      kind: "day",
      ...day("from", "2026-12-04"),
      ...day("until", "2026-12-04"),
      "a.from": "07:30",
      "a.until": "11:30",
      decision: "QĐ 5",
    });
    expect(done.html).toContain("Đã ghi giờ làm việc");
    expect((await examiner.get("/office/gio-lam-viec")).html).toContain(
      "Lịch nghỉ năm 2027, 2028, 2029, 2030 còn tạm tính",
    );
    expect((await examiner.get("/office/gio-lam-viec")).html).not.toContain('name="decision"');

    // The job that the change left in its transaction.
    const [job] = await rows("select payload from graphile_worker._private_jobs where payload->>'unit' = 'ca-26740'");
    expect(job?.payload).toMatchObject({ unit: "ca-26740" });
    const { unit, change, because } = job?.payload ?? {};
    const move = () => asSystem(() => house.deps.dossiers.dueDates.moveOfUnit(unit, { id: change, title: because }));
    expect([(await move()) > 0, await move()]).toEqual([true, 0]);
    expect([await dueOf(closed), await dueOf(open)]).toEqual(["2026-12-04T17:30", "2026-12-04T11:30"]);
    expect((await view(open)).acts.at(-1)).toMatchObject({
      kind: "due-moved",
      data: { because: "giờ làm việc theo QĐ 5" },
    });
    expect((await view(closed)).acts).toHaveLength(before);
    const clock = await house.deps.dossiers.clockOf(house.db, await view(open));
    expect([local(clock.term?.originalDueAt), local(clock.reckoned?.dueAt)]).toEqual([
      "2026-12-04T17:30",
      "2026-12-04T11:30",
    ]);

    const ended = await (await lead.get("/office/gio-lam-viec")).submit({ form: "/thoi" });
    expect(ended.html).toContain("Đã hủy");
    await move();
    expect(await dueOf(open)).toBe("2026-12-04T17:30");
    await expect(house.db.query("t2", "delete from working_hours")).rejects.toMatchObject({ code: "42501" });
  });
});

describe("planned stops (one-stop 41)", () => {
  it("are announced seven working days ahead, on every page of the portal, and may be called off", async () => {
    set("2026-12-07T10:00");
    const operator = await signedInOfficer(house, "can-bo-van-hanh");
    const announce = async (from: string, until: string) =>
      (await operator.get("/office/su-co")).submit({
        form: "/su-co",
        fields: {
          kind: "planned",
          ...moment("from", from),
          ...moment("until", until),
          "what-vi": "Bảo trì định kỳ",
          decision: "TB 9",
        },
      });
    const early = await announce("2026-12-15T22:00", "2026-12-16T02:00");
    expect([early.status, early.html.includes("7 ngày làm việc")]).toEqual([422, true]);
    expect((await announce("2026-12-16T22:00", "2026-12-17T02:00")).status).toBe(200);
    const front = async () => (await fetch(house.url)).text();
    expect(await front()).toContain("Bảo trì định kỳ");
    expect(await (await fetch(`${house.url}/en`)).text()).toContain("Planned stop from 22:00, 16/12/2026");
    await signIn();
    expect((await lead.get("/office/su-co")).html).toContain("Cán bộ vận hành thông báo");
    expect((await (await operator.get("/office/su-co")).submit({ form: "/huy" })).html).toContain("Đã hủy");
    expect(await front()).not.toContain("Bảo trì định kỳ");
  });
});

const accountOf = async (subject: string): Promise<{ account: string }> =>
  (await rows("select id as account from accounts where subject = $1", subject))[0];
