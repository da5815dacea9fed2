import { afterAll, beforeAll, expect, test } from "vitest";
import { signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { formWith, textOf } from "../../../../tests/support/portal.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ people: 20 });
}, 60_000);
afterAll(() => house.close());

test("colleagues of the office read a note, nobody else does, and nothing moves", async () => {
  const minh = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
  const [{ id: account = "" } = {}] = await house.db.query<{ id: string }>(
    "t-account",
    "select id from accounts where subject = 'cong-dan-minh'",
  );
  const code = await fileResidence(house, account);
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const head = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  const elsewhere = await signedInOfficer(house, "can-bo-thuan-hoa-lanh-dao");
  const path = `/office/ho-so/${code}/ghi-chu`;

  const page = await head.get(path);
  const form = formWith(page, "body");
  expect((await page.submit({ form, fields: { body: "  " } })).status).toBe(422);
  const long = await page.submit({ form, fields: { body: `Đã gọi điện ${"a".repeat(2_000)}` } });
  expect(long.status).toBe(422);
  expect(long.html).toContain("Đã gọi điện");
  // An open form of a colleague stays good: a note is no act.
  const opened = await desk.get(`/office/ho-so/${code}`);
  const kept = await page.submit({ form, fields: { body: "Đã gọi điện cho chủ nhà <b>lúc 10 giờ</b>" } });
  expect(textOf(kept.html)).toContain("Đã gọi điện cho chủ nhà");
  expect(kept.html).toContain("&lt;b&gt;");
  expect((await desk.get(path)).html).toContain("Đã gọi điện cho chủ nhà");
  expect(textOf((await opened.submit({ form: "/viec/accepted" })).html)).toContain("Đã tiếp nhận");
  expect(textOf((await head.get(`/office/ho-so/${code}`)).html)).toContain("Ghi chú nội bộ (1)");

  expect((await elsewhere.get(path)).status).toBe(404);
  expect((await minh.get(`/ho-so/${code}`)).html).not.toContain("Đã gọi điện cho chủ nhà");
});
