import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";

/** The browser that comes with the packages: nothing to install, no network, the same on every machine. */

export type PageWishes = {
  readonly width?: number;
  readonly height?: number;
  readonly javaScriptEnabled?: boolean;
  readonly lang?: "vi" | "en";
  readonly baseURL?: string;
  /** Lets axe run where the Content Security Policy would stop it. Leave it out to test the policy itself. */
  readonly forAxe?: boolean;
};

/**
 * Left out of the package's own switches: they are made for one short run in a small cloud function. In one process
 * the browser ends with its first closed context, and without web security tests would prove nothing about ours.
 */
const NOT_OURS = new Set([
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--allow-running-insecure-content",
]);

/** Opens Chromium; close it with `close()` when the file's tests are over. */
export async function openBrowser() {
  const browser: Browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((setting) => !NOT_OURS.has(setting)),
    headless: true,
  });
  const contexts: BrowserContext[] = [];
  return {
    /** A page in a context of its own: no cookies, no cache from before. */
    async newPage(wishes: PageWishes = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 900 },
        javaScriptEnabled: wishes.javaScriptEnabled ?? true,
        locale: wishes.lang === "en" ? "en-GB" : "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        bypassCSP: wishes.forAxe ?? false,
        ...(wishes.baseURL ? { baseURL: wishes.baseURL } : {}),
      });
      contexts.push(context);
      return context.newPage();
    },
    async close(): Promise<void> {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
    },
  };
}
export type OpenedBrowser = Awaited<ReturnType<typeof openBrowser>>;

type AxeResult = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly target: readonly unknown[];
    readonly failureSummary?: string;
  }[];
};

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** WCAG 2.2 AA and axe's own good practice; what stands out is the rule, the place and what is wrong with it. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const violations: readonly AxeResult[] = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: never[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    return (await axe.run(document, { runOnly: { type: "tag", values: tags } })).violations;
  });
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${violation.help} at ${node.target.join(" ")}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary ?? ""}`,
    ),
  );
}

/** How many pixels a page is wider than its window; more than 0 means scrolling sideways. */
export const overflowWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const pictureFolder = join(fileURLToPath(new URL("../..", import.meta.url)), "var", "screenshots");

/** Takes a picture of the whole page into var/screenshots/ and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(pictureFolder, { recursive: true });
  const path = join(pictureFolder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
