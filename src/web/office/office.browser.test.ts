import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../tests/support/browser.ts";
import type { Browser } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, fileStay, signedInOfficer } from "../../../tests/support/office-stage.ts";

/** The office in a real browser: readable by everybody, and never wider than the window. */

let house: TestHouse;
let chrome: OpenedBrowser;
let desk: Browser;
let paths: readonly string[];

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const [residence, stay] = [await fileResidence(house), await fileStay(house)];
  paths = ["", `/ho-so/${residence}`, `/ho-so/${stay}`, "/doi-soat?so=kiem", "/luu-tru", "/con-dau", "/vi-tri"];
}, 90_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

test.each([1280, 700, 320])(
  "every page at %i pixels",
  async (width) => {
    const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
    const cookies = desk.jar.header(new URL(house.url)).split("; ");
    await page.context().addCookies(
      cookies.map((cookie) => {
        const at = cookie.indexOf("=");
        return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
      }),
    );
    for (const path of paths) {
      await page.goto(`/office${path}`);
      expect(page.url()).toBe(`${house.url}/office${path}`);
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      expect({ path, violations: await axeViolations(page), over: await overflowWidth(page) }).toEqual({
        path,
        violations: [],
        over: 0,
      });
    }
  },
  60_000,
);
