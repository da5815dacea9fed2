import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser } from "../support/browser.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { jam, readyToSend, untilJammed } from "../support/rush.ts";

/** Pages that people meet when much is going on, or when they fear for their account: readable by everybody, at 320 px. */

let house: TestHouse;
let browser: OpenedBrowser;
let citizen: Browser;
beforeAll(async () => {
  house = await testHouse({ env: { ADMISSION_WAIT_SECONDS: "0", LOOKUPS_PER_MINUTE: "6" } });
  browser = await openBrowser();
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function pageOf(width: number, signedIn: Browser | null) {
  const page = await browser.newPage({ width, height: 740, forAxe: true, baseURL: house.url });
  const cookies = signedIn?.jar.header(new URL(house.url)).split("; ") ?? [];
  await page.context().addCookies(
    cookies.map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.url };
    }),
  );
  return page;
}
type Opened = Awaited<ReturnType<typeof pageOf>>;

async function fits(page: Opened, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  expect(await axeViolations(page)).toEqual([]);
  const { scroll, shown } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    shown: innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(shown);
}

test.each([320, 1280])("sending in the rush, at %i px", { timeout: 60_000 }, async (width) => {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const [first, second] = [await readyToSend(citizen), await readyToSend(citizen)];
  const page = await pageOf(width, citizen);
  await page.goto(first.url.href);
  const letGo = await jam(house.ownerUrl);
  const held = second.submit({
    form: second.forms.findIndex(({ action, method }) => action === "" && method === "post"),
  });
  await untilJammed(owner);
  await page.getByRole("button", { name: /^(Gửi hồ sơ|Vẫn gửi)/ }).click();
  await page.getByRole("alert").getByText("ở vị trí 2").waitFor();
  await fits(page, `busy-${width}`);
  await letGo();
  await held;
  // The place kept for them is used, so that nobody behind has to wait for it.
  await page
    .getByRole("button", { name: /^Gửi lại/ })
    .first()
    .click();
  const sent = page.getByRole("heading", { name: "Đã gửi hồ sơ" });
  const anyway = page.getByRole("button", { name: /^Vẫn gửi/ });
  await sent.or(anyway).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await sent.waitFor();
  await owner.end();
});

test.each([320, 1280])("the sessions of an account, at %i px", async (width) => {
  await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  await house.db.query("t-proven", "update sessions set authenticated_at = now(), device = 'Chrome, Android'");
  const page = await pageOf(width, citizen);
  await page.goto("/phien");
  await page
    .getByRole("button", { name: /^Kết thúc/ })
    .first()
    .waitFor();
  await fits(page, `sessions-${width}`);
});

test.each([320, 1280])("too many requests, at %i px", async (width) => {
  const page = await pageOf(width, null);
  for (let n = 0; n < 7; n += 1) await page.goto(`/tra-cuu?ma=G01.079.1A-261123-01000${n}`);
  await page.getByRole("heading", { name: "Có quá nhiều yêu cầu" }).waitFor();
  await fits(page, `too-often-${width}`);
});
