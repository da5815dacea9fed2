import { existsSync, readdirSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeViolations,
  type OpenedBrowser,
  openBrowser,
  overflowWidth,
  screenshot,
} from "../../../tests/support/browser.ts";
import { FrontGallery, Gallery, OfficeGallery, serveAsset } from "./index.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const PAGES: Readonly<Record<string, () => unknown>> = {
  "/gallery": () => <Gallery lang="vi" />,
  "/en/gallery": () => <Gallery lang="en" />,
  "/gallery/front": () => <FrontGallery lang="vi" />,
  "/gallery/office": () => <OfficeGallery lang="vi" />,
};

let server: Server;
let base: string;
let browser: OpenedBrowser;
const posts: string[] = [];

/** Builds the assets where they are missing or older than their sources. */
async function ensureAssets(): Promise<void> {
  const manifest = join(root, "dist/assets/manifest.json");
  const newest = ["assets", "theme", "scripts"]
    .flatMap((folder) =>
      readdirSync(join(root, "src/web/ui", folder)).map((name) => join(root, "src/web/ui", folder, name)),
    )
    .reduce((latest, path) => Math.max(latest, statSync(path).mtimeMs), 0);
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return;
  const { buildAssets } = (await import("./assets/build.mjs" as string)) as {
    buildAssets: (folder: string) => Promise<unknown>;
  };
  await buildAssets(join(root, "dist/assets"));
}

beforeAll(async () => {
  await ensureAssets();
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const asset = serveAsset(pathname, String(request.headers["accept-encoding"] ?? ""));
    if (asset) return response.writeHead(200, asset.headers).end(asset.body);
    if (pathname === "/places/communes") {
      const places = searchParams.get("province") === "79" ? [{ code: "26734", name: "Phường Sài Gòn" }] : [];
      return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(places));
    }
    if (request.method === "POST") {
      let body = "";
      request.on("data", (part) => {
        body += String(part);
      });
      request.on("end", () => posts.push(body));
    }
    const page = PAGES[pathname];
    if (!page) return response.writeHead(404).end();
    return response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY })
      .end(String(page()));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((closed) => server.close(closed));
});

describe("every component, in a real browser", () => {
  for (const path of Object.keys(PAGES)) {
    for (const width of [320, 1280]) {
      test(`${path} at ${width} pixels breaks no accessibility rule and does not scroll sideways`, async () => {
        const page = await browser.newPage({ width, baseURL: base, forAxe: true });
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        await screenshot(page, `ui${path.replaceAll("/", "-")}-${width}`);
        expect(await axeViolations(page)).toEqual([]);
        expect(await overflowWidth(page)).toBe(0);
        await page.context().close();
      });
    }
  }

  test("runs under a policy without inline scripts or styles and without an error", async () => {
    const page = await browser.newPage({ baseURL: base });
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto("/gallery");
    await page.goto("/gallery/office");
    expect(complaints).toEqual([]);
  });
});

describe("with script", () => {
  test("the error summary takes the focus and leads to the wrong control", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    await expect.poll(focused).toContain("govuk-error-summary");
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await focused()).toBe("sample-date-month");
  });

  test("choosing a province fetches its communes in place of the reloading button", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    const box = page.locator("[data-address]").first();
    await expect.poll(() => box.locator("[data-choose]").isHidden()).toBe(true);
    await box.locator("[data-province]").selectOption("79");
    await expect.poll(() => box.locator("[data-commune] option").allTextContents()).toContain("Phường Sài Gòn");
  });

  test("a whole date typed into the first box is spread over the three", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    await page.locator("#fields-date-day").fill("5/2/1990");
    await page.locator("#fields-date-day").blur();
    const parts = await Promise.all(
      ["day", "month", "year"].map((part) => page.locator(`#fields-date-${part}`).inputValue()),
    );
    expect(parts).toEqual(["5", "2", "1990"]);
  });

  test("the session's end is announced three minutes before, with a way to stay", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.clock.install({ time: new Date("2099-11-23T14:30:00+07:00") });
    await page.goto("/gallery");
    await expect.poll(() => page.locator("[data-session-ends]").count()).toBe(1);
    expect(await page.locator(".mc-session-alert").count()).toBe(0);
    await page.clock.runFor(121_000);
    expect(await page.locator(".mc-session-alert").getByRole("alert").textContent()).toContain("sắp kết thúc");
    expect(await page.getByRole("button", { name: "Tiếp tục đăng nhập" }).isVisible()).toBe(true);
  });

  test("staying signed in asks the server and moves the end", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.clock.install({ time: new Date("2099-11-23T14:33:00+07:00") });
    await page.route("**/session/extend", (route) => route.fulfill({ json: { endsAt: "2099-11-23T15:03:00+07:00" } }));
    await page.goto("/gallery");
    await page.getByRole("button", { name: "Tiếp tục đăng nhập" }).click();
    await expect.poll(() => page.locator("[data-session-ends] time").textContent()).toBe("15:03");
    expect(await page.locator(".mc-session-alert").getByRole("alert").textContent()).toContain("đã được gia hạn");
  });

  test("a payment page goes on by itself once the money has come", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.clock.install();
    let status = "due";
    await page.route("**/gallery/payment", (route) => route.fulfill({ json: { status } }));
    await page.goto("/gallery");
    await page.clock.runFor(601_000);
    expect(new URL(page.url()).pathname).toBe("/gallery");
    status = "paid";
    await page.clock.runFor(700_000);
    await page.waitForURL("**/gallery/front");
  });

  test("a file is sent with the rest of the form and the answer takes the page's place", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    await page
      .locator("#sample-files")
      .setInputFiles({ name: "giay-to.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await page.getByRole("button", { name: "Tải tệp lên" }).click();
    await expect.poll(() => posts.at(-1) ?? "").toContain('name="_upload"');
    expect(posts.at(-1)).toContain("giay-to.pdf");
    await expect.poll(() => page.locator("#sample-files").inputValue()).toBe("");
  });

  test("a form pressed twice is sent once", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") sent++;
    });
    await page.route("**/gallery", (route) => setTimeout(() => route.continue(), 600));
    const button = page.getByRole("button", { name: "Tiếp tục", exact: true });
    await button.evaluate(async (element: HTMLButtonElement) => {
      element.click();
      await new Promise((passed) => setTimeout(passed, 150));
      element.click();
    });
    await page.waitForEvent("load");
    expect(sent).toBe(1);
  });
});

describe("on paper", () => {
  test("only the content is printed", async () => {
    const page = await browser.newPage({ baseURL: base });
    await page.goto("/gallery");
    await page.emulateMedia({ media: "print" });
    await screenshot(page, "ui-print");
    expect(await page.locator("header").first().isVisible()).toBe(false);
    expect(await page.locator(".mc-panel .mc-code__value").isVisible()).toBe(true);
    expect(await page.locator(".mc-code__copy").isVisible()).toBe(false);
  });
});

describe("without script", () => {
  test("a question that belongs to one choice shows with it, and the province is chosen by a button", async () => {
    const page = await browser.newPage({ baseURL: base, javaScriptEnabled: false, width: 320 });
    await page.goto("/gallery");
    await page.locator("#sample-who").check();
    expect(await page.locator("#sample-other").isVisible()).toBe(false);
    await page.locator("#sample-who-2").check();
    expect(await page.locator("#sample-other").isVisible()).toBe(true);
    posts.length = 0;
    await page.locator("[data-choose] button").first().click();
    expect(posts[0]).toContain('name="_province"');
  });

  test("the session's end stands in words", async () => {
    const page = await browser.newPage({ baseURL: base, javaScriptEnabled: false });
    await page.goto("/gallery");
    expect(await page.locator("footer").textContent()).toContain("Phiên đăng nhập kết thúc lúc 14:35");
  });
});
