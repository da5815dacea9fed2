import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { addDays, day, dayOfMonth, instantAt, monthOf, type PlainDate, yearOf } from "../../kernel/plain-date.ts";

/** Standing in for a colleague: over sockets, on a real database, both sides of every day. */

let house: TestHouse;
let owner: pg.Client;
let lead: Browser;
let examiner: Browser;
let clerk: Browser;
let examinerAccount = "";
let clerkPost = "";
const TODAY = day("2026-11-23");
const at = (on: PlainDate) => house.setClock(instantAt(on, 9 * 60));

beforeAll(async () => {
  house = await testHouse();
  at(TODAY);
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  examiner = await signedInOfficer(house, "can-bo-sai-gon-thu-ly");
  clerk = await signedInOfficer(house, "can-bo-sai-gon-van-thu");
  const one = async (sql: string) => String((await owner.query(sql)).rows[0]?.id);
  examinerAccount = await one("select id from accounts where subject = 'can-bo-sai-gon-thu-ly'");
  clerkPost = await one("select id from posts where officer_subject = 'can-bo-sai-gon-van-thu'");
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

const boxes = (name: string, on: PlainDate) => ({
  [`${name}.day`]: String(dayOfMonth(on)),
  [`${name}.month`]: String(monthOf(on)),
  [`${name}.year`]: String(yearOf(on)),
});
async function give(who: Browser, changes: Record<string, string> = {}): Promise<Page> {
  const page = await who.get("/office/uy-quyen");
  const fields = {
    post: clerkPost,
    to: examinerAccount,
    roles: "clerk",
    ...boxes("from", TODAY),
    ...boxes("until", addDays(TODAY, 4)),
    reason: "Nghỉ phép",
    ...changes,
  };
  return page.submit({ form: "/uy-quyen", fields });
}
const rolesNow = async (who: Browser) => (await who.get("/office/vi-tri")).html;

test("the holder or the head hands over; anybody else, too long, in the past or to oneself is refused", async () => {
  expect((await give(examiner)).status).toBe(403);
  for (const [changes, said] of [
    [{ reason: " " }, "Vui lòng nêu lý do"],
    [{ roles: "signer" }, "ít nhất một việc mà vị trí này có"],
    [{ to: "" }, "chọn một đồng nghiệp khác"],
    [boxes("from", addDays(TODAY, -1)), "từ hôm nay trở đi"],
    [boxes("until", addDays(TODAY, 365)), "không quá một năm"],
    [{ "from.day": "31", "from.month": "2" }, "từ hôm nay trở đi"],
  ] as const) {
    const page = await give(clerk, changes);
    expect([page.status, page.html.includes(said)], said).toEqual([422, true]);
  }
  expect((await owner.query("select 1 from delegations")).rowCount).toBe(0);
  const done = await give(clerk);
  expect(done.html).toContain("Đã ghi ủy quyền");
  expect(done.html).toContain("Đang hiệu lực");
});

test("from the first to the last day the colleague may work from the post, with the roles given and no others", async () => {
  expect(await rolesNow(examiner)).toContain("Theo ủy quyền của");
  const page = await examiner.get("/office/vi-tri");
  const moved = await page.submit({ form: 1, fields: { post: clerkPost } });
  expect(moved.html).toContain("(ủy quyền)");
  // Handed on, it cannot be handed on again.
  expect((await examiner.get("/office/uy-quyen")).html).toContain("không ủy quyền lại được");
  const code = await fileResidence(house);
  expect((await examiner.get(`/office/ho-so/${code}`)).html).not.toContain("/viec/accepted");

  at(addDays(TODAY, 4));
  const again = await signedInOfficer(house, "can-bo-sai-gon-thu-ly");
  expect(await rolesNow(again)).toContain("Theo ủy quyền của");
  at(addDays(TODAY, 5));
  const later = await signedInOfficer(house, "can-bo-sai-gon-thu-ly");
  expect(await rolesNow(later)).not.toContain("Theo ủy quyền của");
  at(TODAY);
});

test("what is revoked ends at once, in the session that uses it", async () => {
  expect((await examiner.get("/office")).html).toContain("(ủy quyền)");
  const page = await lead.get("/office/uy-quyen");
  const ended = await page.submit({ form: "/thoi" });
  expect(ended.html).toContain("Đã chấm dứt ủy quyền");
  const out = await examiner.get("/office", { follow: false });
  expect(out.headers.get("location")).toContain("/dang-nhap/can-bo");
  expect((await page.submit({ form: "/thoi" })).status).toBe(409);
  const { rows } = await owner.query("select revoked_by, by_name from delegations");
  expect(rows).toHaveLength(1);
  await expect(house.db.query("t", "delete from delegations")).rejects.toMatchObject({ code: "42501" });
  await expect(house.db.query("t2", "update delegations set reason = 'x'")).rejects.toMatchObject({ code: "42501" });
});
