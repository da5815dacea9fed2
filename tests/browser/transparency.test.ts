import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser } from "../support/browser.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { logStage } from "../support/log-stage.ts";
import { fileResidence } from "../support/office-stage.ts";

let house: TestHouse;
let browser: OpenedBrowser;
beforeAll(async () => {
  house = await testHouse({ standIns: false });
  browser = await openBrowser();
  await fileResidence(house);
  await logStage(house).run();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test.each(["/minh-bach", "/en/minh-bach"])(
  "%s can be read by everybody, also on the narrowest screen",
  async (path) => {
    const page = await browser.newPage({ width: 320, height: 640, forAxe: true, baseURL: house.url });
    await page.goto(path);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole("button", { name: /Khóa kiểm tra|Verifier key/ }).waitFor();
  },
);
