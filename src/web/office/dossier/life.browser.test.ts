import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../../tests/support/browser.ts";
import { type Browser, signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { type Staff, staffOf } from "../../../../tests/support/office.ts";
import { fileResidence } from "../../../../tests/support/office-stage.ts";
import { act } from "../../../../tests/support/portal.ts";

/** The pages of acts beside the straight way in a real browser: readable by everybody, never wider than the window. */

let house: TestHouse;
let chrome: OpenedBrowser;
let walks: readonly (readonly [Browser, readonly string[]])[];

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  const [here, there]: readonly Staff[] = await Promise.all([
    staffOf(house.url, "sai-gon"),
    staffOf(house.url, "thuan-hoa"),
  ]);
  if (!here || !there) throw new Error("no staff");
  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const [fresh, worked] = [await fileResidence(house), await fileResidence(house)];
  await act(here.desk, worked, "originals-taken", { "papers.0.title": "Hợp đồng thuê", "papers.0.count": "1" });
  await act(here.desk, worked, "accepted");
  const page = await here.lead.get(`/office/ho-so/${worked}`);
  const examiner = /<option value="([0-9a-f-]{36})"[^>]*>(?!Bản thân)/.exec(page.html)?.[1] ?? "";
  await act(here.lead, worked, "assigned", { to: examiner });
  const asked = { unit: "Công an phường Thuận Hóa", question: "Chỗ ở có tranh chấp không?", days: "2" };
  await act(here.examiner, worked, "consulted", asked);
  const later = { "newDay.day": "15", "newDay.month": "12", "newDay.year": "2027" };
  await act(here.lead, worked, "reappointed", { reason: "Chờ kết quả xác minh", cause: "cooperating", ...later });
  walks = [
    [here.desk, [`/office/ho-so/${fresh}`, `/office/ho-so/${worked}`, "/office/phoi-hop"]],
    [here.lead, [`/office/ho-so/${worked}`]],
    [there.examiner, [`/office/ho-so/${worked}`, "/office/phoi-hop"]],
    [citizen, [`/ho-so/${worked}`]],
  ];
}, 120_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

test.each([1280, 320])(
  "every page at %i pixels (one-stop 40)",
  async (width) => {
    for (const [who, paths] of walks) {
      const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      const cookies = who.jar.header(new URL(house.url)).split("; ");
      await page.context().addCookies(
        cookies.map((cookie) => {
          const at = cookie.indexOf("=");
          return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
        }),
      );
      for (const path of paths) {
        await page.goto(path);
        expect(new URL(page.url()).pathname).toBe(path);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        });
        const found = { path, violations: await axeViolations(page), over: await overflowWidth(page) };
        expect(found).toEqual({ path, violations: [], over: 0 });
      }
    }
  },
  120_000,
);
