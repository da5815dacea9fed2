import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../tests/support/browser.ts";
import type { Browser } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, fileStay, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { act } from "../../../tests/support/portal.ts";

/** The office in a real browser: readable by everybody, and never wider than the window. */

let house: TestHouse;
let chrome: OpenedBrowser;
/** Whose pages, and which. */
let walks: readonly (readonly [Browser, readonly string[]])[];

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const editor = await signedInOfficer(house, "can-bo-phap-che-soan");
  const [residence, stay] = [await fileResidence(house), await fileStay(house)];
  const lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  const operator = await signedInOfficer(house, "can-bo-van-hanh");
  const running = await fileResidence(house);
  await act(desk, running, "accepted", {});
  const draft = await (await editor.get("/office/quy-dinh")).submit({ form: "/quy-dinh/moi" });
  const own = draft.url.pathname.replace("/office", "");
  const fee = "bang=fees&khoa=residence-temporary+%2F+online";
  walks = [
    [desk, ["", `/ho-so/${residence}`, `/ho-so/${stay}`, "/doi-soat?so=kiem", "/luu-tru", "/con-dau", "/vi-tri"]],
    [lead, [`/ho-so/${running}`, "/nhac-han", "/gio-lam-viec"]],
    [operator, ["/su-co"]],
    [editor, ["/quy-dinh", "/quy-dinh/muc?q=168-6-1", own, `${own}/muc?${fee}`, `${own}/ngay`]],
  ];
}, 90_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

test.each([1280, 700, 320])(
  "every page at %i pixels",
  async (width) => {
    for (const [officer, paths] of walks) {
      const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      await page.context().addCookies(
        officer.jar
          .header(new URL(house.url))
          .split("; ")
          .map((cookie) => {
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
    }
  },
  60_000,
);
