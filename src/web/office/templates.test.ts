import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { type Staff, staffOf } from "../../../tests/support/office.ts";
import { fileResidence, MINH } from "../../../tests/support/office-stage.ts";
import { formWith, tableRows } from "../../../tests/support/portal.ts";

/** An office's own words: kept by its head, put into a form by a button, never doing anything by themselves. */

let house: TestHouse;
let here: Staff;
let there: Staff;
const LIST = "Các mẫu đang dùng";
const PATH = "/office/mau-van-ban";

beforeAll(async () => {
  house = await testHouse();
  [here, there] = await Promise.all([staffOf(house.url, "sai-gon"), staffOf(house.url, "thuan-hoa")]);
}, 90_000);
afterAll(() => house.close());

const boxValue = (page: Page, name: string): string =>
  page.forms.flatMap(({ fields }) => fields).find(([box]) => box === name)?.[1] ?? "";
const keep = async (fields: Readonly<Record<string, string>>): Promise<Page> => {
  const page = await here.lead.get(PATH);
  return page.submit({ form: formWith(page, "body"), fields });
};

test("the head keeps words, the unit uses them in a form without script, and what was typed stays", async () => {
  expect((await keep({ kind: "supplement", title: " ", body: "x" })).html).toContain("Vui lòng ghi tên mẫu");
  const words = "Hồ sơ {ma-ho-so} của {chu-ho-so} cần bản chụp rõ của hợp đồng.";
  const kept = await keep({
    kind: "supplement",
    title: "Ảnh mờ",
    body: words,
    basis: "Điều 5 Thông tư 53/2025/TT-BCA",
  });
  expect(kept.html).toContain("Đã lưu mẫu.");
  await keep({ kind: "refusal", title: "Chỉ cho con dấu", body: "x", procedureKey: "seal-new" });
  expect(tableRows(await here.lead.get(PATH), LIST).map(([title]) => title)).toEqual(["Chỉ cho con dấu", "Ảnh mờ"]);

  const code = await fileResidence(house);
  const page = await here.desk.get(`/office/ho-so/${code}`);
  // Words for another procedure are not offered here.
  expect(page.html).not.toContain("Chỉ cho con dấu");
  const id = /<option value="([0-9a-f-]{36})"[^>]*>Ảnh mờ/.exec(page.html)?.[1] ?? "";
  const typed = { "supplement-requested.items.0.what": "Thiếu chữ ký", "supplement-requested.template": id };
  const filled = await page.submit({ form: "/viec/supplement-requested", fields: typed, button: ["_fill", "1"] });
  expect(filled.status).toBe(200);
  expect(boxValue(filled, "supplement-requested.items.0.what")).toBe("Thiếu chữ ký");
  expect(boxValue(filled, "supplement-requested.items.1.what")).toBe(
    `Hồ sơ ${code} của ${MINH.name} cần bản chụp rõ của hợp đồng.`,
  );
  expect(boxValue(filled, "supplement-requested.items.1.basis")).toContain("Thông tư 53/2025");
  // Filling in is not asking: the dossier waits as before.
  expect((await here.desk.get(`/office/ho-so/${code}`)).html).toContain("Chờ tiếp nhận");
});

test("nobody but the head keeps or ends them, and no other unit sees them", async () => {
  await keep({ kind: "apology", title: "Xin lỗi chung", body: "Cơ quan xin lỗi ông/bà." });
  expect((await there.lead.get(PATH)).html).not.toContain("Xin lỗi chung");
  const page = await here.examiner.get(PATH);
  expect(page.html).toContain("Xin lỗi chung");
  expect(page.html).not.toContain("/thoi");
  const action = /action="([^"]+\/thoi)"/.exec((await here.lead.get(PATH)).html)?.[1] ?? "";
  const csrf = (of: Page): string =>
    of.forms.flatMap(({ fields }) => fields).find(([box]) => box === "_csrf")?.[1] ?? "";
  expect((await here.examiner.post(action, { _csrf: csrf(page) })).status).toBe(409);
  expect((await there.lead.post(action, { _csrf: csrf(await there.lead.get(PATH)) })).status).toBe(409);
  const added = { _csrf: csrf(page), kind: "stop", title: "x", body: "y", procedureKey: "", basis: "" };
  expect((await here.examiner.post(PATH, added)).status).toBe(403);
  const before = tableRows(await here.lead.get(PATH), LIST).length;
  expect((await here.lead.post(action, { _csrf: csrf(await here.lead.get(PATH)) })).html).toContain(
    "Mẫu đã thôi dùng.",
  );
  expect(tableRows(await here.lead.get(PATH), LIST)).toHaveLength(before - 1);
});
