import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, type Page, signInAs } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import type { Answers } from "../../engine/form/index.ts";
import { addDays, dayOfInstant } from "../../kernel/plain-date.ts";
import { recordFile } from "../../modules/documents/index.ts";
import { newId } from "../../platform/ids.ts";

/** The officer's pages over sockets: signed in at the stand-in, on a real database, without script. */

let house: TestHouse;
let owner: pg.Client;
/** Reception, examination, decision and registry of one ward, and the decision of another. */
let desk: Browser;
let deskToo: Browser;
let examiner: Browser;
let head: Browser;
let clerk: Browser;
let stranger: Browser;
let code = "";

const MINH = {
  number: "040092034092",
  name: "Trần Văn Minh",
  birthDate: { year: 1992, month: 5, day: 20 },
  sex: "M" as const,
};
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const officer = (subject: string): Promise<Browser> =>
  signInAs(house.url, subject, { start: "/dang-nhap/can-bo?ve=/office" });

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  desk = await officer("can-bo-sai-gon-tiep-nhan");
  deskToo = await officer("can-bo-sai-gon-tiep-nhan");
  examiner = await officer("can-bo-sai-gon-thu-ly");
  head = await officer("can-bo-sai-gon-lanh-dao");
  clerk = await officer("can-bo-sai-gon-van-thu");
  stranger = await officer("can-bo-thuan-hoa-lanh-dao");
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});


async function fileOne(number = MINH.number): Promise<string> {
  const { deps } = house;
  const procedure = deps.dossiers.findProcedure("temporary-residence");
  if (!procedure) throw new Error("no temporary residence");
  const kept = await deps.files.put(PICTURE, { bytesMost: 1_000_000 });
  if (!kept.ok) throw new Error("the picture was not kept");
  await recordFile(house.db, { ...kept.value, mediaType: "image/png" });
  const answers: Answers = {
    registrant: "self",
    person: { ...MINH, number },
    phone: "0950000034",
    "target-address": { commune: "26740", line: "Số 45/3 đường Nguyễn Huệ" },
    "dwelling-ground": "rent",
    "owner-consent": "contract",
    household: "own-head",
    "stay-until": addDays(dayOfInstant(deps.clock.now()), 300),
    declaration: true,
  };
  const filed = await deps.dossiers.file({
    procedure,
    answers,
    papers: [{ paper: "lawful-dwelling", name: "hợp đồng thuê.png", ...kept.value, mediaType: "image/png" }],
    channel: "online",
    actor: { account: newId(), name: MINH.name, as: "person", number },
    assurance: 2,
    owner: { name: MINH.name, number },
    key: newId(),
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.failure));
  return filed.value.code;
}

const open = (browser: Browser): Promise<Page> => browser.get(`/office/ho-so/${code}`);
const act = async (browser: Browser, kind: string, fields: Record<string, string> = {}): Promise<Page> => {
  const page = await open(browser);
  return page.submit({
    form: `/viec/${kind}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${kind}.${name}`, value])),
  });
};


import { axeViolations, openBrowser as chrome, overflowWidth, screenshot } from "../../../tests/support/browser.ts";
test("shots", async () => {
  for (let i = 0; i < 3; i++) code = await fileOne();
  const now = Date.now();
  house.setClock(now - 5*86400000); code = await fileOne(); await act(desk, "accepted"); house.setClock(null);
  for (const b of [desk, head]) void b;
  desk = await officer("can-bo-sai-gon-tiep-nhan"); head = await officer("can-bo-sai-gon-lanh-dao"); examiner = await officer("can-bo-sai-gon-thu-ly"); clerk = await officer("can-bo-sai-gon-van-thu");
  const late = code;
  code = await fileOne(); await act(desk, "accepted");
  const accepted = code;
  code = await fileOne(); await act(desk, "accepted"); 
  const choice = (await open(head)).html.match(/<option value="([0-9a-f-]{36})"[^>]*>Đặng Quốc Việt/)?.[1] ?? "";
  await act(head, "assigned", { to: choice }); await act(examiner, "proposed", { outcome: "refuse", ground: "x", reason: "Đủ điều kiện" });
  await act(examiner, "proposed", { outcome: "grant", reason: "Đủ điều kiện" });
  const proposed = code;
  code = await fileOne(); await act(desk, "accepted"); await act(head, "assigned", { to: choice }); await act(examiner, "proposed", { outcome: "grant", reason: "" }); await act(head, "decided", { outcome: "grant" });
  const decided = code;
  code = await fileOne(); await act(desk, "accepted"); await act(head, "assigned", { to: choice }); await act(examiner, "proposed", { outcome: "grant", reason: "" }); await act(head, "decided", { outcome: "grant" }); await act(head, "signed", { confirm: "yes" }); await act(clerk, "numbered"); await act(clerk, "issued"); await act(desk, "returned", { way: "desk", to: "Trần Văn Minh" });
  const returned = code;
  code = await fileOne();
  const fresh = code;
  const browser = await chrome();
  const all = await officer("can-bo-kiem-nhiem");
  const cookies: [string, Browser, string][] = [
    ["work", desk, "/office"], ["work-filter", desk, "/office?trang-thai=accepted&han=tre"], ["fresh", desk, `/office/ho-so/${fresh}`], ["late", head, `/office/ho-so/${late}`], ["proposed", head, `/office/ho-so/${proposed}`], ["decided", head, `/office/ho-so/${decided}`],
    ["returned", desk, `/office/ho-so/${returned}`], ["money", desk, "/office/doi-soat?so=kiem"], ["stays", desk, "/office/luu-tru"], ["seals", desk, "/office/con-dau"], ["posts", all, "/office/vi-tri"], ["fresh-en", desk, `/en/office/ho-so/${fresh}`], ["notfound", head, "/office/ho-so/G01.046.1X-261123-010009"],
  ];
  void accepted;
  for (const width of [1280, 320]) for (const [name, who, path] of cookies) {
    const page = await browser.newPage({ width, forAxe: true, baseURL: house.url });
    await page.context().addCookies((who.jar.header(new URL(house.url)) ).split("; ").map((pair) => ({ name: pair.split("=")[0] ?? "", value: pair.slice(pair.indexOf("=") + 1), url: house.url })));
    page.on("console", (m) => { if (m.type() === "error") console.log(name, width, m.text()); });
    await page.goto(path);
    const over = await overflowWidth(page);
    const axe = await axeViolations(page);
    if (over > 0 || axe.length) console.log(name, width, "overflow", over, axe.join("\n"));
    await page.evaluate(() => { for (const d of document.querySelectorAll("details")) (d as HTMLDetailsElement).open = d.open; });
    await screenshot(page, `office-${name}-${width}`);
    if (name === "fresh") { await page.evaluate(() => { for (const d of document.querySelectorAll("details")) (d as HTMLDetailsElement).open = true; }); console.log("open", await overflowWidth(page), (await axeViolations(page)).join("\n")); await screenshot(page, `office-${name}-open-${width}`); }
    await page.context().close();
  }
  await browser.close();
}, 240_000);
