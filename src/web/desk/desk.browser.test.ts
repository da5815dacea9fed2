import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  axeViolations,
  type OpenedBrowser,
  openBrowser,
  overflowWidth,
  screenshot,
} from "../../../tests/support/browser.ts";
import type { Browser } from "../../../tests/support/browserless.ts";
import { minhCard, sheet } from "../../../tests/support/desk.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { signedInOfficer } from "../../../tests/support/office-stage.ts";

/** The desk in a real browser: by keyboard alone, in few keys, readable by everybody. */

let house: TestHouse;
let chrome: OpenedBrowser;
let officer: Browser;
let scan: Buffer;

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  officer = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  scan = await sheet();
}, 90_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

async function openDesk(width: number, height = 768): Promise<Page> {
  const page = await chrome.newPage({ width, height, forAxe: true, baseURL: house.url });
  await page.context().addCookies(
    officer.jar
      .header(new URL(house.url))
      .split("; ")
      .map((cookie) => {
        const at = cookie.indexOf("=");
        return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
      }),
  );
  await page.goto("/desk");
  return page;
}

/** What a reader does: the line, key by key, and Enter. */
async function readCard(page: Page, line: string): Promise<void> {
  await page.keyboard.insertText(line);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-pick]");
}

/** Letters with marks cost more than one key: by Telex `ễ` is e-e-x, `đ` is d-d. */
const telexKeys = (words: string): number => words.replaceAll(/[đĐ]/g, "dd").normalize("NFD").length;

/** Counts the keys that reach the page, over all its documents. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  let keys = 0;
  await page.context().exposeFunction("keyPressed", () => {
    keys += 1;
  });
  await page.context().addInitScript(() => {
    addEventListener("keydown", () => (globalThis as unknown as { keyPressed(): void }).keyPressed(), true);
  });
  return async () => keys;
}

test("a tenant's registration takes at most 25 keys after the card, without the mouse (one-stop 40)", async () => {
  const page = await openDesk(1366);
  const counted = await countKeys(page);
  await page.reload();
  await readCard(page, minhCard());
  const before = await counted();
  let telex = 0;
  const key = async (name: string) => page.keyboard.press(name);

  // The procedure by its number: the search box has the cursor.
  await page.keyboard.press(
    (await page.locator("ol button").allTextContents()).findIndex((title) => title.includes("tạm trú")) + 1 + "",
  );
  await page.waitForSelector("[data-intake]");
  // The scanner hands the lease over; choosing it costs two keys at a usual scanner's window.
  await page.setInputFiles('input[type=file][name="lawful-dwelling"]', {
    name: "hop-dong.jpg",
    mimeType: "image/jpeg",
    buffer: scan,
  });
  const chosen = 2;
  // The cursor waits at the first question without an answer: the line of the address.
  const line = "9 Lê Lợi";
  await page.keyboard.insertText(line);
  telex += telexKeys(line);
  await key("Tab");
  await key("2");
  await key("1");
  await key("1");
  await key("1");
  await key("n");
  await key("Tab");
  await key("Space");
  await screenshot(page, "desk-intake-1366");
  await key("Enter");
  await page.waitForURL(/\/desk\/xong\//);
  expect(await page.locator("h1").textContent()).toContain("Đã tiếp nhận hồ sơ");
  const keys = (await counted()) - before + telex + chosen;
  console.log(
    `keys after the card: ${keys}, of them ${telex} for the address by Telex and ${chosen} for choosing the scan`,
  );
  expect(keys).toBeLessThanOrEqual(25);
  await screenshot(page, "desk-done-1366");
}, 60_000);

test.each([1366, 320])(
  "every page of the desk at %i pixels",
  async (width) => {
    const page = await openDesk(width);
    const judge = async (name: string) => {
      expect({ name, violations: await axeViolations(page), over: await overflowWidth(page) }).toEqual({
        name,
        violations: [],
        over: 0,
      });
      await screenshot(page, `desk-${name}-${width}`);
    };
    await judge("home");
    await page.keyboard.insertText("chẳng phải thẻ");
    await page.getByRole("button", { name: "Tìm người này" }).press("Enter");
    await page.waitForSelector("[data-error-summary]");
    await judge("wrong");
    await page.goto("/desk");
    await readCard(page, minhCard({ name: "Trần Văn Mạnh" }));
    await judge("person");
    await page.keyboard.insertText("tạm trú");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-intake]");
    await page.setInputFiles('input[type=file][name="lawful-dwelling"]', [
      { name: "trang 1.jpg", mimeType: "image/jpeg", buffer: scan },
      { name: "trang 2.jpg", mimeType: "image/jpeg", buffer: await sheet({ blur: 8 }) },
    ]);
    await page.getByRole("button", { name: "Tải lên" }).press("Enter");
    await page.waitForSelector(".mc-desk__scan");
    await page.getByRole("button", { name: "Tiếp nhận", exact: true }).press("Enter");
    await page.waitForSelector("[data-error-summary]");
    await judge("intake-wrong");
    const address = page.url();
    await page.goto(`${address}/bo-sung`);
    await judge("gaps");
    await page.goto(`${address}/tu-choi`);
    await judge("refusal");
    for (const [name, path] of [
      ["post", "/desk/buu-chinh"],
      ["other", "/desk/nguoi-khac"],
      ["help", "/desk/phim-tat"],
    ] as const) {
      await page.goto(path);
      await judge(name);
    }
  },
  90_000,
);
