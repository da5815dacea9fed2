import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { overflowWidth } from "./browser.ts";

/**
 * Somebody at a browser, who looks at every page they come to: axe on each, nothing wider than the window, nothing in
 * the console. What is wrong is collected with the place where it was seen, so that one walk tells everything.
 */
export type Walker = {
  readonly page: Page;
  readonly script: boolean;
  /** What was wrong on the way, each with its page. */
  readonly troubles: readonly string[];
  /** The pages looked at. */
  readonly seen: readonly string[];
  go(address: string): Promise<void>;
  /** Presses the button of this name and looks at the page it leads to. */
  press(name: string | RegExp): Promise<void>;
  /** Follows the link of this name and looks at the page it leads to. */
  follow(name: string | RegExp): Promise<void>;
  fill(field: string, value: string): Promise<void>;
  /** Ticks a radio button or checkbox by its field and value. */
  tick(field: string, value: string): Promise<void>;
  select(field: string, value: string): Promise<void>;
  /** Looks at the page as it stands now. */
  look(): Promise<void>;
};

/**
 * Frames hold files that people sent, which answer nobody: axe would wait half a second for each.
 * Run through the debugger, not as a script of the page: neither the Content Security Policy nor a browser without script stops it.
 */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_RUN = `(async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], iframes: false });
  return violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + v.help + " at " + n.target.join(" ") + " | " + n.html.slice(0, 160)));
})()`;

/** What axe finds (WCAG 2.2 AA and its own good practice); the page's policy stays in force. */
export async function axeOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate<readonly string[]>(AXE_RUN);
}

/**
 * Axe needs a browser that runs script. A page that was read without is laid out once more in one that has it, from the
 * same markup, without the page's own scripts and with everything that stands between `noscript`.
 */
async function axeElsewhere(page: Page, reader: Page): Promise<readonly string[]> {
  const html = (await page.content())
    .replace(/<script\b[^>]*>.*?<\/script>/gis, "")
    .replace(/<meta http-equiv="refresh"[^>]*>/gi, "")
    .replace(/<(\/?)noscript>/gi, "<$1div>");
  await reader.route("**/*", (route) => {
    const request = route.request();
    if (request.isNavigationRequest() && request.frame() === reader.mainFrame()) {
      return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    }
    return request.resourceType() === "stylesheet" ? route.continue() : route.abort();
  });
  await reader.goto(page.url());
  const found = await axeOn(reader);
  await reader.unrouteAll();
  return found;
}

/**
 * `reader`: given where the page runs without script, a page of the same width with script, for axe. `axe`: on each page met,
 * or only when an address is met for the first time, for walks that were looked at in full elsewhere.
 */
export function walkerOn(
  page: Page,
  options: { readonly name: string; readonly reader?: Page; readonly axe?: "each" | "first" },
): Walker {
  const troubles: string[] = [];
  const seen: string[] = [];
  const note = (what: string): void => void troubles.push(`${options.name}, ${placeOf(page)}: ${what}`);
  page.on("console", (said) => {
    if (said.type() === "error") note(`console: ${said.text()}`);
  });
  page.on("pageerror", (error) => note(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });

  const look = async (): Promise<void> => {
    await page.waitForLoadState("load");
    await page.locator("h1").first().waitFor();
    const looked = options.axe === "first" && seen.includes(placeOf(page));
    seen.push(placeOf(page));
    for (const found of looked ? [] : await (options.reader ? axeElsewhere(page, options.reader) : axeOn(page)))
      note(`axe: ${found}`);
    const wider = await overflowWidth(page);
    if (wider > 0) note(`${wider} pixels wider than the window`);
  };
  /** Another page is another body, whether the browser went there or the script sent the form. */
  const leaving = async (click: () => Promise<void>): Promise<void> => {
    await page.evaluate(() => document.body.setAttribute("data-left", ""));
    await click();
    await page.locator("body:not([data-left])").waitFor();
    await look();
  };

  return {
    page,
    script: options.reader === undefined,
    troubles,
    seen,
    look,
    async go(address) {
      await page.goto(address);
      await look();
    },
    press: (name) => leaving(() => page.getByRole("button", { name, exact: true }).first().click()),
    follow: (name) => leaving(() => page.getByRole("link", { name, exact: true }).first().click()),
    fill: (field, value) => page.locator(`[name="${field}"]`).fill(value),
    tick: (field, value) => page.locator(`[name="${field}"][value="${value}"]`).check(),
    async select(field, value) {
      await page.locator(`select[name="${field}"]`).selectOption(value);
    },
  };
}

/** The page without what differs from run to run. */
const placeOf = (page: Page): string => {
  const url = new URL(page.url());
  return `${url.port ? "" : url.origin}${url.pathname}`
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")
    .replace(/[A-Z]\d\d\.\d{3}\.\w+-\d{6}-\d{6}/g, "CODE");
};
