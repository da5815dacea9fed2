import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { accountNow } from "../../src/main/account.ts";
import { type Browser, chooseAccount, openBrowser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { headingOf, tableRows, textOf } from "../support/portal.ts";

/** On which devices somebody is signed in: they see it, and end what they do not know, after proving themselves. */

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
}, 60_000);
afterAll(() => house?.close());

const citizen = (): Promise<Browser> => signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
const officer = (): Promise<Browser> =>
  signInAs(house.url, "can-bo-sai-gon-tiep-nhan", { start: "/dang-nhap/can-bo?ve=/office" });
const rowsOf = (page: Page) => tableRows(page, "Các phiên đang mở");
const isIn = async (browser: Browser, path: string): Promise<boolean> =>
  (await browser.get(path, { follow: false })).status === 200;
/** Makes every proof of identity so far an old one. */
const proofGetsOld = () =>
  house.db.query("t-old", "update sessions set authenticated_at = authenticated_at - interval '20 minutes'");

for (const [who, enter, subject, path, own] of [
  ["a citizen", citizen, "cong-dan-minh", "/phien", "/ho-so"],
  ["an officer", officer, "can-bo-sai-gon-tiep-nhan", "/office/phien", "/office"],
] as const) {
  test(`${who} sees all sessions of the account, ends one, then all others; the one in use stays`, async () => {
    const [phone, home, foreign] = [await enter(), await enter(), await enter()];
    await house.db.query(
      "t-device",
      `update sessions set device = 'Cốc Cốc, Windows' where token_hash =
         (select token_hash from sessions order by created_at desc limit 1)`,
    );
    await proofGetsOld();
    const asked = await (await phone.get(path)).submit({ form: `${path}/xac-nhan` });
    const page = await chooseAccount(asked, subject);
    expect(page.url.pathname).toBe(path);
    expect(rowsOf(page)).toHaveLength(3);
    expect(rowsOf(page).filter((row) => row[3] === "Phiên này")).toHaveLength(1);
    expect(textOf(page.html)).toContain("Cốc Cốc, Windows (Thiết bị riêng)");
    const button = page.forms.flatMap(({ buttons }) => buttons).find(([name]) => name === "phien");
    const form = page.forms.findIndex(({ buttons }) => buttons.some(([name]) => name === "phien"));
    if (!button) throw new Error("no button");
    const after = await page.submit({ form, button });
    expect(textOf(after.html)).toContain("Đã kết thúc 1 phiên.");
    expect(rowsOf(after)).toHaveLength(2);
    expect(await isIn(foreign, own)).toBe(false);
    expect(await isIn(home, own)).toBe(true);
    const third = await enter();
    const again = await phone.get(path);
    const all = await again.submit({
      form: again.forms.findIndex(({ buttons }) => buttons.some(([, value]) => value === "others")),
      button: ["phien", "others"],
    });
    expect(rowsOf(all)).toHaveLength(1);
    for (const gone of [home, third]) expect(await isIn(gone, own)).toBe(false);
    expect(await isIn(phone, own)).toBe(true);
  });
}

test("whoever proved themselves long ago ends nothing before they prove it anew, whatever they post", async () => {
  const [phone, home] = [await citizen(), await citizen()];
  await proofGetsOld();
  const page = await phone.get("/phien");
  expect(page.forms.flatMap(({ buttons }) => buttons).filter(([name]) => name === "phien")).toEqual([]);
  const csrf = page.forms.flatMap(({ fields }) => fields).find(([name]) => name === "_csrf")?.[1] ?? "";
  await phone.post("/phien", { _csrf: csrf, phien: "others" });
  expect(await isIn(home, "/ho-so")).toBe(true);
  const away = await page.submit({ form: "/phien/xac-nhan" });
  expect(away.url.origin).not.toBe(new URL(house.url).origin);
});

test("nobody ends a session of another account, by its name or without a form of ours", async () => {
  const [phone, home] = [await citizen(), await citizen()];
  const stranger = await signInAs(house.url, "to-chuc-song-huong", { start: "/dang-nhap?ve=/" });
  const [row] = await house.db.query<{ id: string }>(
    "t-other",
    `select encode(s.token_hash, 'hex') as id from sessions s join accounts a on a.id = s.account_id
     where a.subject = 'cong-dan-minh' and s.expires_at > now() limit 1`,
  );
  const page = await stranger.get("/phien");
  const csrf = page.forms.flatMap(({ fields }) => fields).find(([name]) => name === "_csrf")?.[1] ?? "";
  await stranger.post("/phien", { _csrf: csrf, phien: row?.id ?? "" });
  await phone.post("/phien", { phien: "others" });
  expect([await isIn(phone, "/ho-so"), await isIn(home, "/ho-so")]).toEqual([true, true]);
  expect(rowsOf(page)).toHaveLength(1);
  expect((await openBrowser(house.url).get("/phien", { follow: false })).status).toBe(303);
});

test("on a kiosk nobody is told of their other sessions", async () => {
  const phone = await citizen();
  await house.db.query("t-kiosk", "update sessions set place = 'kiosk'");
  expect((await phone.get("/phien")).status).toBe(404);
  await house.db.query("t-own", "update sessions set place = 'own'");
});

test("`motcua account` ends what runs, shuts an account out with its keys, and lets it in again", async () => {
  const phone = await citizen();
  const [account] = await house.db.query<{ id: string }>(
    "t-acc",
    "select id from accounts where subject = 'cong-dan-minh'",
  );
  const key = await house.deps.access.createApiToken({ account: account?.id ?? "", label: "t", days: 1 });
  if (!key.ok) throw new Error("no key");
  const settings = { ...house.settings, databaseUrl: house.ownerUrl };
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((part) => said.push(String(part)) > 0);
  try {
    await accountNow(["cong-dan-minh", "--disable"], settings);
    expect(said.join("")).toMatch(/DISABLED; \d+ phiên/);
    expect(await isIn(phone, "/ho-so")).toBe(false);
    expect(await house.deps.access.findApiAccount(key.value.token)).toBeNull();
    await expect(citizen()).rejects.toThrow(/403/);
    await accountNow(["cong-dan-minh", "--enable"], settings);
    expect(await isIn(await citizen(), "/ho-so")).toBe(true);
    expect(await house.deps.access.findApiAccount(key.value.token)).not.toBeNull();
    await accountNow(["cong-dan-minh", "--end-sessions"], settings);
    expect(said.at(-1)).toContain("let in; 1 phiên");
  } finally {
    write.mockRestore();
  }
});

test("the page of an officer's keys leads to their sessions", async () => {
  expect((await (await officer()).get("/office/khoa-bao-mat")).html).toContain('href="/office/phien"');
});

test("the page has a heading and works in English", async () => {
  const phone = await citizen();
  expect(headingOf(await phone.get("/en/phien"))).toBe("Signed-in devices");
});
