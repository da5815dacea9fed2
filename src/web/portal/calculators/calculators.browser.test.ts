import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../../tests/support/browser.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";

/** The calculators in a real browser: readable by everybody, never wider than the window, and without script. */

let house: TestHouse;
let chrome: OpenedBrowser;
beforeAll(async () => {
  [house, chrome] = await Promise.all([testHouse({ standIns: false }), openBrowser()]);
  house.setClock(Date.parse("2026-11-23T03:00:00Z"));
}, 60_000);
afterAll(async () => {
  await chrome?.close();
  await house?.close();
});

/** Empty, answered and wrong, of each page. */
const PAGES = {
  index: "/tinh",
  "due-empty": "/tinh/ngay-tra",
  "due-answer": "/tinh/ngay-tra?cach=thu-tuc&thu-tuc=security-condition-certificate-new&ngay=2026-12-28",
  "due-error": "/tinh/ngay-tra?cach=tu-dem&so=x&ngay=2026-02-31",
  "vehicle-empty": "/tinh/dang-ky-xe",
  "vehicle-answer": "/tinh/dang-ky-xe?xe=o-to-9&gia=600000000&tinh=01&ngay=2026-11-23",
  "vehicle-open": "/tinh/dang-ky-xe?xe=xe-may&gia=32000000&tinh=74&noi=xa&ngay=2025-06-30",
  "vehicle-unknown": "/tinh/dang-ky-xe?xe=xe-may&gia=32000000&tinh=48&noi=xa&ngay=2026-11-23",
  "vehicle-error": "/tinh/dang-ky-xe?gia=abc",
  "fine-empty": "/tinh/phat-giao-thong",
  "fine-found": "/tinh/phat-giao-thong?q=uong+ruou+lai+xe&ngay=2026-11-23",
  "fine-answer": "/tinh/phat-giao-thong?q=vuot+den+do+xe+may&loi=168-7-7-c&ngay=2025-06-01",
  "fine-held": "/tinh/phat-giao-thong?loi=168-6-11-a&nguoi=ca-nhan&giam-nhe=1&ngay=2026-11-23",
  "fine-none": "/tinh/phat-giao-thong?q=thay+%C4%91%E1%BB%95i+k%E1%BA%BFt+c%E1%BA%A5u",
  "fine-error": "/tinh/phat-giao-thong?loi=168-20-2&nguoi=ca-nhan&vuot=&giam-nhe=-1&ngay=2026-11-23",
  "fees-empty": "/tinh/le-phi",
  "fees-answer": "/tinh/le-phi?giay=passport-ordinary-new&cach=truc-tuyen&ngay=2026-11-23",
  "fees-error": "/en/tinh/le-phi?giay=x&tuoi=999",
} as const;

test.each([1280, 320])(
  "every page at %i pixels",
  async (width) => {
    const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
    for (const path of Object.values(PAGES)) {
      await page.goto(path);
      expect({ path, violations: await axeViolations(page), over: await overflowWidth(page) }).toEqual({
        path,
        violations: [],
        over: 0,
      });
    }
  },
  60_000,
);

test("from the front page to a fine, typed by hand and without script", async () => {
  const page = await chrome.newPage({ width: 360, javaScriptEnabled: false, baseURL: house.url });
  await page.goto("/");
  await page.getByRole("link", { name: "Mức phạt vi phạm giao thông" }).click();
  await page.getByLabel("Đã làm gì?").fill("vuot den do xe may");
  await page.getByRole("button", { name: "Tìm" }).click();
  await page.getByRole("link", { name: "Vượt đèn đỏ, không theo đèn tín hiệu" }).click();
  expect(page.url()).toContain("/tinh/phat-giao-thong?q=vuot+den+do+xe+may&loi=168-7-7-c&ngay=2026-11-23");
  expect(await page.getByRole("region", { name: "Vượt đèn đỏ" }).textContent()).toContain("Trừ 4 điểm");
});

test("on paper stands the answer and its reasons, not the form", async () => {
  const page = await chrome.newPage({ baseURL: house.url });
  await page.goto(PAGES["fees-answer"]);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("heading", { name: "Vì sao?" }).isVisible()).toBe(true);
  expect(await page.getByText("/tinh/le-phi?giay=passport-ordinary-new", { exact: false }).isVisible()).toBe(true);
  expect(await page.locator("form").first().isVisible()).toBe(false);
});
