import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  axeViolations,
  type OpenedBrowser,
  openBrowser,
  overflowWidth,
  screenshot,
} from "../../../../tests/support/browser.ts";
import { buildVietQr } from "../../../kernel/vietqr.ts";
import { type BankStandIn, payPageUrl, startBankStandIn } from "./index.ts";

/** The payer's way through the demonstration bank in a real browser: narrow, without script, both languages. */

const BENEFICIARY = { bin: "970436", account: "1234567890", holder: "KHO BAC TRINH DIEN" };
const office = createServer((_, response) => response.end("<title>ho so</title>"));
let browser: OpenedBrowser;
let bank: BankStandIn;
let officeUrl = "";

beforeAll(async () => {
  await new Promise<void>((up) => office.listen(0, "127.0.0.1", up));
  officeUrl = `http://127.0.0.1:${(office.address() as AddressInfo).port}`;
  bank = await startBankStandIn({
    demonstration: true,
    port: 0,
    callbackUrl: `${officeUrl}/`,
    secret: "a secret for tests only, long enough",
    apiKey: "a key for tests",
    publicReturnOrigin: officeUrl,
    beneficiary: BENEFICIARY,
    clock: { now: () => Date.parse("2026-11-23T09:00:00+07:00") },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await bank.close();
  office.closeAllConnections();
  await new Promise((down) => office.close(down));
});

function payload(amount?: number): string {
  const built = buildVietQr({
    bin: BENEFICIARY.bin,
    account: BENEFICIARY.account,
    amount,
    purpose: "MC79ABCDEFGHIJKLM0",
  });
  if (!built.ok) throw new Error("no QR");
  return built.value.payload;
}

test("a payer pays and comes back, without script, on 320 pixels", { timeout: 60_000 }, async () => {
  const page = await browser.newPage({ width: 320, height: 640, javaScriptEnabled: false });
  await page.goto(payPageUrl(bank.url, payload(1_234_000), `${officeUrl}/ho-so/1`, "vi"));
  await page.getByText("1.234.000 đ").waitFor();
  await page.getByText("Tùy chọn thử nghiệm").click();
  await page.getByLabel("Báo hai lần cùng lúc").check();
  await screenshot(page, "bank-transfer-320");
  await page.getByRole("button", { name: "Chuyển khoản" }).click();
  await page.getByRole("heading", { name: "Đã chuyển khoản" }).waitFor();
  await screenshot(page, "bank-receipt-320");
  await page.getByRole("link", { name: "Quay lại hồ sơ" }).click();
  expect(page.url()).toBe(`${officeUrl}/ho-so/1`);
});

test.each(["vi", "en"] as const)(
  "every page (%s) fits 320 pixels and is accessible",
  { timeout: 60_000 },
  async (lang) => {
    const page = await browser.newPage({ width: 320, height: 640, forAxe: true });
    for (const address of [
      payPageUrl(bank.url, payload(1_234_000), "", lang),
      payPageUrl(bank.url, payload(), "", lang),
      payPageUrl(bank.url, "nonsense", "", lang),
      `${bank.url}/?lang=${lang}`,
    ]) {
      await page.goto(address);
      for (const details of await page.locator("summary").all()) await details.click();
      expect(await overflowWidth(page), address).toBeLessThanOrEqual(0);
      expect(await axeViolations(page), address).toEqual([]);
    }
  },
);
