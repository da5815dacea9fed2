import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ standIns: false });
});
afterAll(() => house.close());

const asked = async (address: string, prefix = "") => {
  const response = await fetch(`${house.url}${prefix}/dia-chi-cu?dia-chi=${encodeURIComponent(address)}`);
  return { status: response.status, html: await response.text() };
};

test("an old address leads to its commune and police of today, marks or not", async () => {
  for (const typed of ["Phường Bến Nghé, Quận 1, TP.HCM", "p ben nghe, q1, tp hcm"]) {
    const { status, html } = await asked(typed);
    expect(status).toBe(200);
    expect(html).toContain("Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    expect(html).toContain("Công an");
  }
});

test("what is no address gets a sentence, and nothing typed is obeyed", async () => {
  expect((await asked("không có nơi này đâu cả")).html).toContain("Không tìm thấy");
  expect((await asked("zzzz qqqq", "/en")).html).toContain("No commune or ward");
  expect((await asked("<script>alert(1)</script>\u0000")).html).not.toContain("<script>alert");
});
