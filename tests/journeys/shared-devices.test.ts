import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readForHouse } from "../../src/modules/access/index.ts";
import { type Browser, chooseAccount, openBrowser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { signedInOfficer } from "../support/office-stage.ts";
import { act, answerAll, begin, codeOf, download, headingOf, sendDraft, textOf } from "../support/portal.ts";
import { smallPng } from "../support/samples.ts";

/** Kiosks, and helpers beside a citizen: the citizen files, the device forgets, the helper is named. */

let house: TestHouse;
let now = Date.now();
beforeAll(async () => {
  house = await testHouse({ people: 40 });
}, 60_000);
afterAll(() => house?.close());
afterEach(() => house.setClock(null));

/** An organisation's notice of a guest: one step, answered at once. */
const STAY = "/thu-tuc/stay-notification/bat-dau";
const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get("/ho-so", { follow: false })).status === 200;

test("a kiosk ends by itself after five minutes, forgets, and asks the next person who they are", {
  timeout: 30_000,
}, async () => {
  const kiosk = openBrowser(house.url);
  const start = await kiosk.get("/kiosk");
  expect(headingOf(start)).toBe("Ông/bà cần làm gì?");
  expect(start.html).toContain("mc-large");
  expect((await kiosk.get("/")).url.pathname, "the front page of a kiosk is its start").toBe("/kiosk");

  await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so", browser: kiosk });
  const draft = await begin(kiosk, "temporary-residence");
  expect(draft.html).toContain('http-equiv="refresh" content="300; url=/kiosk/het-gio"');
  expect(draft.html).toContain("Máy dùng chung");

  now = Date.now();
  house.setClock(now + 4 * 60_000);
  expect(await isIn(kiosk), "in use it goes on").toBe(true);
  house.setClock(now + 8 * 60_000);
  expect(await isIn(kiosk)).toBe(true);
  house.setClock(now + 13 * 60_000 + 1000);
  expect(await isIn(kiosk)).toBe(false);

  const next = await kiosk.get("/dang-nhap?ve=/ho-so");
  expect(next.html, "the identity service does not let the last person in again").toContain("cong-dan-hoa");
  const hoa = await chooseAccount(next, "cong-dan-hoa");
  expect(hoa.html).not.toContain("Trần Văn Minh");
  expect((await kiosk.get(draft.url.href)).status).toBe(404);

  const left = await kiosk.get("/kiosk/het-gio", { follow: false });
  expect(left.headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(await isIn(kiosk)).toBe(false);
  house.setClock(null);
  const own = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
  expect((await own.get(draft.url.href)).status, "the draft waits on the person's own device").toBe(200);
});

test("at most an hour, however much it is used; signing out wipes; a link to the end harms no session of one's own", {
  timeout: 30_000,
}, async () => {
  const kiosk = openBrowser(house.url);
  await kiosk.get("/kiosk");
  await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/ho-so", browser: kiosk });
  now = Date.now();
  for (let minutes = 4; minutes < 60; minutes += 4) {
    house.setClock(now + minutes * 60_000);
    expect(await isIn(kiosk), `after ${minutes} minutes`).toBe(true);
  }
  house.setClock(now + 60 * 60_000);
  expect(await isIn(kiosk)).toBe(false);
  house.setClock(null);

  await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/ho-so", browser: kiosk });
  const page = await kiosk.get("/ho-so");
  const form = page.forms.findIndex(({ action }) => action === "/dang-xuat");
  const token = page.forms[form]?.fields.find(([name]) => name === "_csrf")?.[1] ?? "";
  const out = await kiosk.post("/dang-xuat", { _csrf: token }, { follow: false });
  expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"');

  const own = await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/ho-so" });
  await own.get("/kiosk/het-gio");
  expect(await isIn(own)).toBe(true);
});

test("an officer helps: the citizen signs in and is the filer; the helper stands in the act, the receipt and on the pages", {
  timeout: 60_000,
}, async () => {
  const device = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const offer = await device.get("/office/ho-tro");
  const choose = await offer.submit({ form: "/ho-tro" });
  const inside = await chooseAccount(choose, "cong-dan-minh");
  expect(inside.url.pathname).toBe("/thu-tuc");
  expect(textOf(inside.html)).toContain("Người hỗ trợ: Ngô Thị Kim Anh");
  expect((await device.get("/office", { follow: false })).status, "the helper's own session is over").toBe(303);

  const end = new Date(Date.now() + 200 * 86_400_000);
  const papers = await answerAll(await begin(device, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
    contact: {},
    address: {
      "target-address.province": "79",
      "target-address.commune": "26740",
      "target-address.line": "Số 45/3 đường Nguyễn Huệ",
    },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: {
      "stay-until.day": String(end.getUTCDate()),
      "stay-until.month": String(end.getUTCMonth() + 1),
      "stay-until.year": String(end.getUTCFullYear()),
    },
    request: {},
    fee: {},
    declaration: { declaration: "true" },
  });
  const sent = await sendDraft(device, papers, [{ field: "lawful-dwelling", name: "a.png", bytes: smallPng(120) }]);
  expect(textOf(sent.html)).toContain("Người nộp: Trần Văn Minh. Người hỗ trợ: Ngô Thị Kim Anh.");
  const code = codeOf(sent);
  const filed = (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.acts[0]?.by;
  expect(filed).toMatchObject({
    as: "person",
    name: "Trần Văn Minh",
    number: "040092034092",
    helper: { name: "Ngô Thị Kim Anh", unit: "ca-26740", unitName: expect.stringContaining("Sài Gòn") },
  });
  const officer = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  expect(textOf((await officer.get(`/office/ho-so/${code}`)).html)).toContain("Người hỗ trợ Ngô Thị Kim Anh, Công an");
  await act(officer, code, "accepted");
  const page = await officer.get(`/office/ho-so/${code}`);
  const receipt = /href="([^"]*\/thong-bao\/\d+)"/.exec(page.html)?.[1] ?? "";
  const paper = await download(officer, receipt, house.url);
  expect([paper.status, paper.type]).toEqual([200, "application/pdf"]);

  now = Date.now();
  house.setClock(now + 5 * 60_000 + 1000);
  expect(await isIn(device), "an assisted session is short").toBe(false);
});

test("a neighbour helps in the same way; nobody is their own helper", { timeout: 30_000 }, async () => {
  const helper = await signInAs(house.url, "cong-dan-bao", { start: "/dang-nhap?ve=/ho-tro" });
  const offer = await helper.get("/ho-tro");
  const choose = await offer.submit({ form: offer.forms.findIndex(({ action }) => action === "/ho-tro") });
  const refused = await chooseAccount(choose, "cong-dan-bao");
  expect([refused.status, textOf(refused.html).includes("hai người khác nhau")]).toEqual([403, true]);

  const again = await helper.get("/ho-tro");
  const other = await again.submit({ form: again.forms.findIndex(({ action }) => action === "/ho-tro") });
  const inside = await chooseAccount(other, "cong-dan-hoa");
  expect(textOf(inside.html)).toContain("Người hỗ trợ: ");
  expect((await helper.get("/ho-tro")).html, "an assisted session helps nobody else").not.toContain(
    "Đưa máy cho công dân",
  );
  expect((await helper.get(STAY)).status).toBe(200);
});

test("signing out at the identity service itself ends the session here", { timeout: 30_000 }, async () => {
  const browser = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
  const elsewhere = await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/ho-so" });
  const issuer = `http://localhost:${house.settings.standInsPort}`;
  const confirm = await browser.get(`${issuer}/session/end`);
  await confirm.submit({ button: ["logout", "yes"] });
  expect([await isIn(browser), await isIn(elsewhere)]).toEqual([false, true]);
});
