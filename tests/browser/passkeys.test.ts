import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readForHouse } from "../../src/modules/access/index.ts";
import { type OpenedBrowser, openBrowser, screenshot } from "../support/browser.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { staffOf } from "../support/office.ts";
import { fileResidence } from "../support/office-stage.ts";
import { act } from "../support/portal.ts";
import { type Walker, walkerOn } from "../support/walk.ts";

/** Passkeys in a real browser with a virtual authenticator, under the pages' own policy; and the way without script. */

const LEAD = "can-bo-sai-gon-lanh-dao";
let house: TestHouse;
let browser: OpenedBrowser;
beforeAll(async () => {
  [house, browser] = await Promise.all([testHouse({ people: 40 }), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** A dossier that waits for its decision. */
async function toDecide(): Promise<string> {
  const staff = await staffOf(house.url, "sai-gon");
  const code = await fileResidence(house);
  await act(staff.desk, code, "accepted");
  const page = await staff.lead.get(`/office/ho-so/${code}`);
  const examiner = [...page.html.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]*)/g)].find(
    ([, , label]) => !label?.startsWith("Bản thân tôi"),
  )?.[1];
  await act(staff.lead, code, "assigned", { to: examiner ?? "" });
  await act(staff.examiner, code, "proposed", { outcome: "grant", ground: "", reason: "Đủ điều kiện" });
  return code;
}

async function withKey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signIn(w: Walker, to: string): Promise<void> {
  await w.page.goto(`/dang-nhap/can-bo?ve=${to}`);
  await w.page.locator(`button[name="account"][value="${LEAD}"]`).click();
  await w.page.waitForURL((url) => url.port === new URL(house.url).port);
}
const decide = async (w: Walker, code: string): Promise<void> => {
  await w.go(`/office/ho-so/${code}`);
  await w.tick("decided.outcome", "grant");
  await w.press("Quyết định");
};
const says = (w: Walker, words: string) => w.page.getByText(words).first().waitFor();

test.each([1280, 360])("a key is added and confirms a decision, at %i pixels", { timeout: 90_000 }, async (width) => {
  const code = await toDecide();
  const page = await browser.newPage({ width, baseURL: house.url });
  page.setDefaultTimeout(15_000);
  await withKey(page);
  const w = walkerOn(page, { name: `lead ${width}` });
  if (width === 1280) {
    await signIn(w, "/office/khoa-bao-mat");
    await w.look();
    await screenshot(page, `passkeys-${width}`);
    await w.fill("label", "Khoá của máy này");
    await w.press("Thêm khoá");
    await says(w, "Đã thêm khoá");
    await decide(w, code);
    await says(w, "Xác nhận trước khi thực hiện");
    await screenshot(page, `confirm-${width}`);
    await w.press("Xác nhận bằng khoá bảo mật");
    await says(w, "Đã ghi nhận: ");
    const acts = (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.acts;
    expect(acts?.at(-1)).toMatchObject({ kind: "decided", by: { confirmed: "passkey" } });
  } else {
    // Another device has no key of this officer: the page says so, and nothing is done.
    await signIn(w, "/office");
    await decide(w, code);
    await screenshot(page, `confirm-${width}`);
    await page.getByRole("button", { name: "Xác nhận bằng khoá bảo mật" }).click();
    await says(w, "Khoá bảo mật chưa trả lời");
    expect((await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.state.status).toBe(
      "proposed",
    );
  }
  // The browser itself notes the answer 403 of a page that asks to confirm.
  expect(w.troubles.filter((trouble) => !/status of 4(03|22)/.test(trouble))).toEqual([]);
});

test("without script the page says what it needs, and signing in again confirms", { timeout: 90_000 }, async () => {
  const code = await toDecide();
  const page = await browser.newPage({ width: 1280, javaScriptEnabled: false, baseURL: house.url });
  page.setDefaultTimeout(15_000);
  const reader = await browser.newPage({ width: 1280 });
  const w = walkerOn(page, { name: "lead without script", reader });
  await signIn(w, "/office");
  await decide(w, code);
  expect(await page.content()).toContain("cần trình duyệt cho chạy JavaScript");
  await page.getByRole("button", { name: "Đăng nhập lại để xác nhận" }).click();
  await page.locator(`button[name="account"][value="${LEAD}"]`).click();
  await says(w, "Đây là nội dung đồng chí nhập");
  await w.press("Quyết định");
  await says(w, "Đã ghi nhận: ");
  const acts = (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.acts;
  expect(acts?.at(-1)).toMatchObject({ kind: "decided", by: { confirmed: "sign-in" } });
  expect(w.troubles.filter((trouble) => !/status of 4(03|22)/.test(trouble))).toEqual([]);
});
