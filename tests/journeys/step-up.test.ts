import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser, type Page } from "../support/browserless.ts";
import { type HostileProvider, hostileProvider } from "../support/hostile-provider.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { answerAll, begin, headingOf, questionOf, textOf } from "../support/portal.ts";

/** A sign-in of level 1 at a procedure that needs level 2, in the manner of the national portal. */

const CLIENT = "motcua-thu";
const START = "/thu-tuc/temporary-residence/bat-dau";
let provider: HostileProvider;
let house: TestHouse;

beforeAll(async () => {
  provider = await hostileProvider(CLIENT);
  provider.person = { TechID: "tech-1", LoaiTaiKhoan: "1", SoDinhDanh: "040092034092", HoVaTen: "Trần Văn Minh" };
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT,
    OIDC_CLIENT_SECRET: "s",
    OIDC_PROFILE: "national-portal",
  };
  house = await testHouse({ people: 40, standIns: false, env });
}, 60_000);
afterAll(async () => {
  await house?.close();
  await provider?.close();
});
afterEach(() => {
  provider.lies = {};
});

const signedIn = async (): Promise<Browser> => {
  const browser = openBrowser(house.url);
  await browser.get("/dang-nhap?ve=/ho-so");
  return browser;
};
const stepUp = async (browser: Browser, page: Page): Promise<Page> => {
  const link = /href="([^"]*\/dang-nhap\/nang-muc[^"]*)"/.exec(page.html)?.[1]?.replaceAll("&amp;", "&");
  if (!link) throw new Error(`no step-up offered at ${page.url.pathname}: ${headingOf(page)}`);
  return browser.get(link);
};

test("asks for the level by name and for the person anew, and leads back to where it began (one-stop 5)", async () => {
  const browser = await signedIn();
  expect(provider.pushed?.get("acr_values"), "an ordinary sign-in asks for as little as the portal's own").toBe("LoA1");
  const page = await browser.get(START);
  expect([page.status, headingOf(page)]).toEqual([403, "Cần xác thực mức 2 để tiếp tục"]);
  const after = await stepUp(browser, page);
  expect(Object.fromEntries(provider.pushed ?? [])).toMatchObject({
    acr_values: "LoA2",
    prompt: "login",
    max_age: "0",
  });
  expect([after.url.pathname, headingOf(after)]).toEqual([START, "Trước khi bắt đầu"]);
});

test("loses nothing of a draft, nor what was typed while the session ended", async () => {
  const browser = await signedIn();
  await stepUp(browser, await browser.get(START));
  const page = await answerAll(await begin(browser, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
  });
  expect(questionOf(page)).toBe("contact");
  house.setClock(Date.now() + 31 * 60_000);
  const ended = await page.submit({
    form: page.forms.findIndex(({ fields }) => fields.some(([n]) => n === "phone")),
    fields: { phone: "0950009999" },
  });
  expect(headingOf(ended), "signed in again at level 1, the draft waits behind the step-up").toContain("mức 2");
  const back = await stepUp(browser, ended);
  expect(questionOf(back)).toBe("contact");
  expect(back.html, "and the answer that was under way is filled in").toContain('value="0950009999"');
  const registrant = await browser.get(back.url.pathname.replace("contact", "registrant"));
  expect(registrant.forms.some(({ fields }) => fields.some(([n, v]) => n === "registrant" && v === "self"))).toBe(true);
  house.setClock(null);
});

test("a level that was not reached changes nothing: the old session and its draft stay", async () => {
  const browser = await signedIn();
  const page = await browser.get(START);
  for (const lie of [{ acr: "LoA1" }, { acr: undefined, loAs: "LoA1" }]) {
    provider.lies = { claims: (claims) => ({ ...claims, ...lie }) };
    const refused = await stepUp(browser, page);
    expect(refused.status, JSON.stringify(lie)).toBe(403);
    expect(headingOf(refused)).toBe("Chưa đăng nhập được");
    expect(textOf(refused.html)).toContain("phiên đang mở và hồ sơ viết dở vẫn còn nguyên");
    expect((await browser.get("/ho-so", { follow: false })).status).toBe(200);
    expect((await browser.get(START)).status).toBe(403);
  }
});

test("another account does not slip into the session that asked", async () => {
  const browser = await signedIn();
  const page = await browser.get(START);
  provider.lies = {
    claims: (claims) => ({ ...claims, TechID: "tech-2", SoDinhDanh: "001155018271", HoVaTen: "Nguyễn Thị Hòa" }),
  };
  const refused = await stepUp(browser, page);
  expect(refused.status).toBe(403);
  expect(textOf(refused.html)).toContain("một tài khoản khác");
  expect((await browser.get("/ho-so")).html).toContain("Trần Văn Minh");
});

test("at a shared device nobody comes in by what the identity service remembers of the last person", async () => {
  const kiosk = openBrowser(house.url);
  await kiosk.get("/kiosk");
  for (const lie of [{ auth_time: Math.floor(Date.now() / 1000) - 3600 }, { auth_time: undefined }]) {
    provider.lies = { claims: (claims) => ({ ...claims, ...lie }) };
    expect((await kiosk.get("/dang-nhap?ve=/ho-so")).status, JSON.stringify(lie)).toBe(403);
    expect(provider.pushed?.get("prompt")).toBe("login");
  }
  provider.lies = {};
  expect((await kiosk.get("/dang-nhap?ve=/ho-so")).url.pathname).toBe("/ho-so");
});
