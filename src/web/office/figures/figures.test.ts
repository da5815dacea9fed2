import ExcelJS from "exceljs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";

/** Figures as officers ask for them: over sockets, without script. */

let house: TestHouse;
let owner: pg.Client;
let lead: Browser;
let overseer: Browser;
let stranger: Browser;
const codes: string[] = [];

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  for (let n = 0; n < 3; n++) codes.push(await fileResidence(house));
  // Accepted an hour ago; the first is late, the second was done late.
  await owner.query(
    "update dossiers set accepted_at = now() - interval '1 hour', due_at = now() - interval '5 minutes'",
  );
  await owner.query("update dossiers set ended_at = now(), closed_at = now() where code = $1", [codes[1]]);
  await owner.query("update dossiers set due_at = now() + interval '3 days' where code = $1", [codes[2]]);
  lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  overseer = await signedInOfficer(house, "can-bo-theo-doi-hcm");
  stranger = await signedInOfficer(house, "can-bo-hoan-kiem-lanh-dao");
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

const fetched = (browser: Browser, path: string): Promise<Response> => {
  const url = new URL(path, house.url);
  return fetch(url, { headers: { cookie: browser.jar.header(url) } });
};
const LIST = "/office/so-lieu/ho-so?ky=nam";

test("a figure opens as its dossiers, without a citizen's name", async () => {
  const page = await lead.get("/office/so-lieu?ky=nam&theo=thu-tuc");
  expect(page.status).toBe(200);
  expect(page.html).toContain("Đăng ký tạm trú");
  const late = await lead.get(`${LIST}&theo=thu-tuc&o=open-late&khoa=temporary-residence`);
  expect(codes.map((code) => late.html.includes(code))).toEqual([true, false, false]);
  const done = await lead.get(`${LIST}&o=late`);
  expect(codes.map((code) => done.html.includes(code))).toEqual([false, true, false]);
  expect(late.html + done.html).not.toContain("Trần Văn Minh");
});

test("an office sees its own figures, whoever oversees those under it, nobody another's", async () => {
  expect((await stranger.get(LIST)).html).not.toContain(codes[0]);
  expect((await stranger.get(`${LIST}&don-vi-nao=ca-26740`)).html).not.toContain(codes[0]);
  const seen = await overseer.get(`${LIST}&don-vi-nao=ca-26740&o=open-late`);
  expect(seen.html).toContain(codes[0]);
  // Counted, not opened: the dossier stays with its office.
  expect(seen.html).not.toContain(`/office/ho-so/${codes[0]}`);
});

test("single officers are counted for those who lead only", async () => {
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  expect((await lead.get("/office/so-lieu?theo=can-bo")).html).toContain("Chưa phân công");
  expect((await desk.get("/office/so-lieu?theo=can-bo")).html).not.toContain("Chưa phân công");
});

test("table and list leave as XLSX and CSV, and the chart is a picture", async () => {
  const workbook = new ExcelJS.Workbook();
  const file = await fetched(lead, `/office/so-lieu/danh-sach?ky=nam&dang=xlsx`);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="ho-so-\d{4}-01-01-.*\.xlsx"$/);
  await workbook.xlsx.load((await file.arrayBuffer()) as ExcelJS.Buffer);
  const names = workbook.worksheets[0]?.getColumn(1).values.filter((value) => typeof value === "string");
  expect(new Set(names)).toEqual(new Set(["Mã hồ sơ", ...codes]));
  const csv = await (await fetched(lead, "/office/so-lieu/bang?ky=nam&dang=csv")).text();
  expect(csv.split("\r\n").at(-2)).toBe("Tổng số,3,3,0,0,1,0,0,1,2,1,1,0");
  const chart = await fetched(lead, "/office/so-lieu/theo-ngay.svg");
  expect([chart.headers.get("content-type"), (await chart.text()).slice(0, 4)]).toEqual([
    "image/svg+xml; charset=utf-8",
    "<svg",
  ]);
});

test("what is no period is said, and a hostile address harms nothing", async () => {
  const wrong = await lead.get("/office/so-lieu?ky=tuy-chon&tu.day=31&tu.month=2&tu.year=2026");
  expect(wrong.html).toContain("Khoảng ngày chưa đúng");
  for (const query of [
    "theo=ngay&khoa=%00&o=x",
    "theo=can-bo&khoa=x",
    "don-vi-nao=%27%3B--",
    "trang=-1",
    "theo=__proto__",
  ])
    expect((await lead.get(`${LIST}&${query}`)).status, query).toBe(200);
});
