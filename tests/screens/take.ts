import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { ensureAssets } from "../support/assets.ts";
import { type OpenedBrowser, openBrowser, overflowWidth } from "../support/browser.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { albumsOf } from "./stage.ts";

/** Takes the pictures; see tools/screenshots.mjs. `index.txt` beside them says which page each shows. */

const folder = process.env["SCREENSHOTS_INTO"];
/** What the address of a page holds, where not all are wanted. */
const word = process.env["SCREENSHOTS_OF"] ?? "";
let house: TestHouse;
let browser: OpenedBrowser;

beforeAll(async () => {
  await ensureAssets();
  [house, browser] = await Promise.all([testHouse(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test("pictures of every page", { timeout: 1_200_000 }, async () => {
  if (!folder) throw new Error("SCREENSHOTS_INTO names no folder");
  mkdirSync(folder, { recursive: true });
  const index: string[] = [];
  for (const { who, browser: from, paths } of await albumsOf(house)) {
    for (const { width, height } of [
      { width: 1366, height: 768 },
      { width: 320, height: 640 },
    ]) {
      const page = await browser.newPage({ width, height, baseURL: house.url });
      const cookies = from.jar.header(new URL(house.url)).split("; ").filter(Boolean);
      await page.context().addCookies(
        cookies.map((cookie) => {
          const at = cookie.indexOf("=");
          return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
        }),
      );
      for (const [at, path] of paths.entries()) {
        if (!path.includes(word)) continue;
        const answer = await page.goto(path);
        const words = path
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
          .replace(/\W+/g, "-")
          .slice(0, 50);
        const name = `${who}-${width}-${String(at).padStart(2, "0")}${words}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
        index.push(`${name}  ${answer?.status()}  ${path}  ${(await overflowWidth(page)) > 0 ? "TOO WIDE" : ""}`);
      }
      await page.context().close();
    }
  }
  writeFileSync(join(folder, "index.txt"), `${index.join("\n")}\n`);
});
