import type { Page as Screen } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../../tests/support/browser.ts";
import { type Browser, openBrowser as openPlain, signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { formWith } from "../../../../tests/support/portal.ts";
import { addDays, day, dayOfMonth, instantAt, monthOf, yearOf } from "../../../kernel/plain-date.ts";

/** The waiting room in a real browser: readable by everybody, never wider than the window, and alive by itself. */

let house: TestHouse;
let chrome: OpenedBrowser;
let desk: Browser;
/** Whose pages, and which. */
let walks: readonly (readonly [Browser, readonly string[]])[];
const MONDAY = day("2026-11-23");
const FRIDAY = addDays(MONDAY, 4);
const WARD = "/quay/ca-26740";

const draw = async (browser: Browser, fields: Record<string, string>) => {
  const page = await browser.get(WARD);
  return page.submit({ form: formWith(page, "sinh"), fields: { viec: "residence", ...fields } });
};
const call = async () => (await desk.get("/office/hang-cho")).submit({ form: "/hang-cho/goi" });

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  house.setClock(instantAt(MONDAY, 8 * 60));
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const minh = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/lich-hen" });
  const kiosk = openPlain(house.url);
  await kiosk.get("/kiosk");
  const counters = await desk.get("/office/hang-cho");
  const [open] = counters.forms.flatMap(({ buttons }) => buttons).filter(([name]) => name === "quay");
  await counters.submit({ form: "/hang-cho/mo", ...(open ? { button: open } : {}) });
  const called = await draw(kiosk, { sinh: "1950" });
  house.setClock(instantAt(MONDAY, 8 * 60 + 7));
  const waiting = await draw(kiosk, { "uu-tien": "disabled" });
  await draw(kiosk, {});
  await call();
  const form = await desk.get("/office/lich-hen");
  const session = await form.submit({
    form: formWith(form, "suc-chua"),
    fields: {
      loai: "mobile",
      "ngay.day": String(dayOfMonth(FRIDAY)),
      "ngay.month": String(monthOf(FRIDAY)),
      "ngay.year": String(yearOf(FRIDAY)),
      "dia-diem": "Nhà văn hóa khu phố 3, phường Sài Gòn",
      "thu-tuc": "temporary-residence",
    },
  });
  const id = session.url.pathname.split("/").at(-1) ?? "";
  const slot = await minh.get(`/dat-lich/ca-26740/${id}/480`);
  const booked = await slot.submit({ form: formWith(slot, "dien-thoai"), fields: { "dien-thoai": "0912345678" } });
  walks = [
    [kiosk, ["/kiosk", WARD, called.url.pathname, waiting.url.pathname, `${WARD}/man-hinh`, `/en${WARD}/man-hinh`]],
    [
      minh,
      [
        "/quay",
        "/dat-lich",
        "/dat-lich/ca-26740",
        `/dat-lich/ca-26740/${id}/510`,
        `${booked.url.pathname}?moi=1`,
        `${booked.url.pathname}/doi?buoi=${id}&gio=510`,
        "/lich-hen",
      ],
    ],
    [
      desk,
      [
        "/office/hang-cho",
        "/office/hang-cho/quay",
        "/office/hang-cho/so-lieu",
        "/office/lich-hen",
        `/office/lich-hen/${id}`,
        "/en/office/hang-cho",
      ],
    ],
  ];
}, 120_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

const screenOf = async (who: Browser, width: number): Promise<Screen> => {
  const screen = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
  const cookies = who.jar.header(new URL(house.url)).split("; ").filter(Boolean);
  await screen.context().addCookies(
    cookies.map((cookie) => {
      const at = cookie.indexOf("=");
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
    }),
  );
  return screen;
};

test.each([1280, 320])(
  "every page at %i pixels (one-stop 40)",
  async (width) => {
    for (const [who, paths] of walks) {
      const screen = await screenOf(who, width);
      for (const path of paths) {
        await screen.goto(path);
        expect(new URL(screen.url()).pathname).toBe(path.split("?")[0]);
        await screen.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        });
        expect({ path, violations: await axeViolations(screen), over: await overflowWidth(screen) }).toEqual({
          path,
          violations: [],
          over: 0,
        });
      }
    }
  },
  120_000,
);

test("the big button is pressed by keyboard; the screen on the wall shows the call by itself", async () => {
  const wall = await screenOf(openPlain(house.url), 1280);
  await wall.goto(`${WARD}/man-hinh`);
  await wall.getByText("Mời số A001 đến quầy 1").waitFor();
  const counter = await screenOf(desk, 1280);
  await counter.goto("/office/hang-cho");
  // Chromium without a window knows no access keys: that the key is there is asked, and the button pressed by keyboard.
  const button = counter.locator('[accesskey="g"]');
  await button.focus();
  await counter.keyboard.press("Enter");
  await counter.locator(".mc-counter__number", { hasText: /A00[23]/ }).waitFor();
  const number = await counter.locator(".mc-counter__number").textContent();
  await wall.getByText(`Mời số ${number} đến quầy 1`).waitFor({ timeout: 15_000 });
}, 40_000);
