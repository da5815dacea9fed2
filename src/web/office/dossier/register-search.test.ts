import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { axeViolations, openBrowser as openChrome, overflowWidth } from "../../../../tests/support/browser.ts";
import type { Browser } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { fileResidence, MINH, signedInOfficer } from "../../../../tests/support/office-stage.ts";

/** Searching the register from a dossier, over sockets and without script; and what the officer is told may be double. */

let house: TestHouse;
let owner: pg.Client;
let desk: Browser;
let stranger: Browser;
let code = "";
/** Somebody with Minh's name, birth date and parents under another number. */
const DOUBLE = "040092034999";

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  stranger = await signedInOfficer(house, "can-bo-thuan-hoa-lanh-dao");
  await owner.query(
    `insert into persons (number, name, search_key, name_key, birth_year, birth_month, birth_day, sex, permanent_commune, permanent_line)
     select $2, name, search_key, name_key, birth_year, birth_month, birth_day, sex, permanent_commune, 'Số 7 ngõ Khác' from persons where number = $1`,
    [MINH.number, DOUBLE],
  );
  await owner.query(
    `insert into person_relations (number, kind, related, related_name, recorded_at, source)
     select number, kind, 'name:' || kind, 'Người ' || kind, now(), 'test'
     from unnest($1::text[]) number, unnest(array['father', 'mother']) kind`,
    [[MINH.number, DOUBLE]],
  );
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});
beforeEach(async () => {
  code = await fileResidence(house);
  await owner.query("delete from access_log");
});

const looksAt = async (subject: string): Promise<readonly { purpose: string; fields: string[] }[]> =>
  (
    await owner.query("select purpose, fields from access_log where subject_number = $1 and dossier_code = $2", [
      subject,
      code,
    ])
  ).rows;
const search = async (fields: Record<string, string>, button?: readonly [string, string]) => {
  const page = await desk.get(`/office/ho-so/${code}/dan-cu`);
  return page.submit({
    form: "/dan-cu",
    fields: { purpose: "identify", ...fields, ...(button ? { [button[0]]: button[1] } : {}) },
  });
};

test("a search shows who they are without their numbers, and each of them can see it was done", async () => {
  const page = await search({ name: "tran van minh", birth: "1992" });
  expect(page.status).toBe(200);
  expect(page.html).toContain("Trần Văn Minh");
  expect(page.html).not.toContain(MINH.number);
  expect(page.html).not.toContain(DOUBLE);
  expect(page.html).toContain("092");
  const [look] = await looksAt(DOUBLE);
  expect(look?.purpose).toContain(code);
  expect(look?.fields).not.toContain("số định danh");
});

test("the number of one of them is shown when asked for, and that is written too", async () => {
  const found = await search({ name: "tran van minh", birth: "1992" });
  const refs = [...found.html.matchAll(/name="open" value="([\w-]+)"/g)].map(([, ref]) => ref ?? "");
  expect(refs.length).toBeGreaterThan(1);
  const opened = await search({ name: "tran van minh", birth: "1992" }, ["open", refs[0] ?? ""]);
  const shown = [MINH.number, DOUBLE].filter((number) => opened.html.includes(number));
  expect(shown).toHaveLength(1);
  expect((await looksAt(shown[0] ?? "")).some(({ fields }) => fields.includes("number"))).toBe(true);
});

test("without a purpose, with too little, or from another unit nothing is searched", async () => {
  const aimless = await search({ name: "tran van minh", purpose: "" });
  expect([aimless.status, aimless.html.includes("chọn mục đích tìm")]).toEqual([422, true]);
  const little = await search({ name: "minh" });
  expect([little.status, little.html.includes("Cần ít nhất hai từ")]).toEqual([422, true]);
  expect((await search({ name: "tran minh", birth: "31/02/1992" })).status).toBe(422);
  expect((await stranger.get(`/office/ho-so/${code}/dan-cu`)).status).toBe(404);
  expect((await owner.query("select from access_log where purpose_key = 'search-person'")).rowCount).toBe(0);
});

test("the dossier tells of the same request and of a person who may be another, with reasons and links", async () => {
  const again = await fileResidence(house);
  const page = await desk.get(`/office/ho-so/${again}`);
  expect(page.html).toContain(`/office/ho-so/${code}"`);
  expect(page.html).toContain("cùng nội dung chính");
  expect(page.html).toContain("trùng họ tên cha");
  expect(page.html).toContain(`/office/ho-so/${again}/dan-cu?nguoi=0`);
  expect(page.html).not.toContain(DOUBLE);
  const log = await owner.query("select 1 from access_log where subject_number = $1 and dossier_code = $2", [
    DOUBLE,
    again,
  ]);
  expect(log.rowCount).toBe(1);
  const form = await desk.get(`/office/ho-so/${again}/dan-cu?nguoi=0`);
  expect(form.html).toContain('value="20/05/1992"');
  expect((await desk.get(`/en/office/ho-so/${again}/dan-cu`)).html).toContain("Search the population register");
});

test("the page is readable by everybody, and never wider than the window", async () => {
  const chrome = await openChrome();
  try {
    for (const width of [1280, 320]) {
      const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      const cookies = desk.jar.header(new URL(house.url)).split("; ");
      await page.context().addCookies(
        cookies.map((cookie) => {
          const at = cookie.indexOf("=");
          return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
        }),
      );
      await page.goto(`/office/ho-so/${code}/dan-cu?nguoi=0`);
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Tìm", exact: true }).click();
      await page
        .getByRole("button", { name: /^Xem số/ })
        .first()
        .click();
      await page.getByRole("heading", { name: "Người được chọn" }).waitFor();
      expect([await axeViolations(page), await overflowWidth(page)]).toEqual([[], 0]);
      if (process.env.PICTURES) {
        await page.screenshot({ path: `${process.env.PICTURES}/search-${width}.png`, fullPage: true });
        await page.goto(`/office/ho-so/${code}`);
        await page.screenshot({ path: `${process.env.PICTURES}/dossier-${width}.png`, fullPage: true });
      }
    }
  } finally {
    await chrome.close();
  }
}, 60_000);
