import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { procedures } from "../../law/index.ts";
import { showInstant } from "../../src/kernel/plain-date.ts";
import { type Browser, chooseAccount, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { decideAndReturn, type Staff, staffOf } from "../support/office.ts";
import {
  act,
  answerAll,
  begin,
  codeOf,
  download,
  formWith,
  headingOf,
  problemsOf,
  sendDraft,
  textOf,
} from "../support/portal.ts";
import { signaturesOf } from "../support/signatures.ts";
import { residenceInformation } from "./fixtures/residence-information/definition.ts";

/** A fourth procedure, one folder in the test suite, goes end to end with no other change. */

let house: TestHouse;
let owner: pg.Client;
let citizen: Browser;
let staff: Staff;

beforeAll(async () => {
  house = await testHouse({ procedures: [...procedures, residenceInformation] });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  staff = await staffOf(house.url, "sai-gon");
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

async function file(purpose: string): Promise<string> {
  const check = await answerAll(await begin(citizen, "residence-information"), {
    person: {},
    residence: {
      "residence.province": "79",
      "residence.commune": "26740",
      "residence.line": "Số 45/3 đường Nguyễn Huệ",
    },
    purpose: { purpose },
  });
  expect(textOf(check.html)).toContain("7.000 đ");
  return codeOf(await sendDraft(citizen, check));
}

/** Pays at the stand-in bank and waits until the house has its word. */
async function pay(code: string): Promise<void> {
  const page = await citizen.get(`/ho-so/${code}/thanh-toan`);
  const bank = /href="(http[^"]*\/chuyen-khoan\?[^"]*)"/.exec(page.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const order = await citizen.get(bank);
  await order.submit();
  await expect
    .poll(async () => (await citizen.get(`/ho-so/${code}/thanh-toan`)).html, { timeout: 10_000 })
    .toContain("Đã nhận được tiền");
}
const clockOf = async (code: string) =>
  (await owner.query("select due_at, money from dossiers where code = $1", [code])).rows[0];
const acts = async (code: string): Promise<string[]> =>
  (
    await owner.query("select kind from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 order by seq", [
      code,
    ])
  ).rows.map(({ kind }) => kind);

test("it is listed, found without accents, described, and stands in the API's document", async () => {
  expect((await citizen.get("/")).html).toContain("/thu-tuc/residence-information");
  const found = await citizen.get("/thu-tuc?q=xac+nhan+cu+tru");
  expect(textOf(found.html)).toContain("Tìm thấy 1 thủ tục");
  expect(found.html).toContain("Xác nhận thông tin về cư trú");
  const page = await citizen.get("/en/thu-tuc/residence-information");
  expect(headingOf(page)).toBe("Confirmation of residence information");
  expect(textOf(page.html)).toContain("online: 7.000 đ");

  const document = await (await fetch(`${house.url}/api/v1/openapi.json`)).text();
  expect(document).toContain("residence-information");
  const listed = (await (await fetch(`${house.url}/api/v1/procedures?q=9.009999`)).json()) as { count: number };
  expect(listed.count).toBe(1);
});

test("accepted before it is paid, the clock waits for the money; then it is decided, returned and rated", {
  timeout: 60_000,
}, async () => {
  const code = await file("Bổ sung hồ sơ xin việc");
  expect((await act(staff.desk, code, "accepted")).html).toContain("chờ nộp lệ phí");
  expect(await clockOf(code)).toEqual({ due_at: null, money: "due" });
  expect(textOf((await citizen.get(`/ho-so/${code}`)).html)).toContain(
    "Thời hạn giải quyết bắt đầu khi lệ phí được xác nhận đã nộp.",
  );

  await pay(code);
  const { due_at: dueAt, money } = await clockOf(code);
  expect(money).toBe("paid");
  expect(dueAt).not.toBeNull();
  const working = textOf((await citizen.get(`/ho-so/${code}`)).html);
  expect(working).toContain(`có kết quả trước 17:30 ngày ${showInstant(new Date(dueAt).getTime()).split(" ").at(-1)}`);

  await decideAndReturn(staff, code, { outcome: "grant" });
  const pdf = await download(citizen, `/ho-so/${code}/ket-qua.pdf`, house.url);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await signaturesOf(house, pdf.bytes)).toEqual({ found: 2, held: 2 });
  const { rows } = await owner.query("select content from notes where dossier_code = $1", [code]);
  expect(rows).toEqual([
    { content: expect.objectContaining({ person: "040092034092", purpose: "Bổ sung hồ sơ xin việc" }) },
  ]);

  const rating = await citizen.get(`/ho-so/${code}/danh-gia`);
  const names = new Set([...rating.html.matchAll(/name="(score\.[a-z-]+)"/g)].map(([, name = ""]) => name));
  const scores = Object.fromEntries([...names].map((name) => [name, "5"]));
  const stale = await rating.submit({ form: formWith(rating, "comment"), fields: { ...scores, _csrf: "old" } });
  expect(problemsOf(stale)).toEqual([expect.stringContaining("Phiên làm việc đã thay đổi")]);
  const thanks = await stale.submit({ form: formWith(stale, "comment") });
  expect(headingOf(thanks)).toBe("Cảm ơn ông/bà đã đánh giá");
});

test("paid before it is accepted, the clock starts with the acceptance; a refusal on the merits is a result too", {
  timeout: 60_000,
}, async () => {
  const code = await file("Mua nhà");
  await pay(code);
  expect(await clockOf(code)).toEqual({ due_at: null, money: "paid" });
  await act(staff.desk, code, "accepted");
  expect((await clockOf(code)).due_at).not.toBeNull();
  await decideAndReturn(staff, code, {
    outcome: "refuse",
    ground: "not-resident",
    reason: "Xác minh tại chỗ: không sinh sống tại đây.",
  });

  const page = await citizen.get(`/ho-so/${code}`);
  expect(textOf(page.html)).toContain("đề nghị không được chấp thuận");
  const pdf = await download(citizen, `/ho-so/${code}/ket-qua.pdf`, house.url);
  expect(await signaturesOf(house, pdf.bytes)).toEqual({ found: 2, held: 2 });
  expect((await owner.query("select 1 from notes where dossier_code = $1", [code])).rowCount).toBe(0);
  expect(await acts(code)).toEqual([
    "filed",
    "fee-set",
    "fee-paid",
    "accepted",
    "assigned",
    "proposed",
    "decided",
    "signed",
    "numbered",
    "issued",
    "returned",
  ]);
});

test("the sign-in asked on the way to a new procedure leads back to it", async () => {
  const { openBrowser } = await import("../support/browserless.ts");
  const nobody = openBrowser(house.url);
  const asked: Page = await nobody.get("/thu-tuc/residence-information/bat-dau");
  const back = await chooseAccount(asked, "cong-dan-ha");
  expect(back.url.pathname).toBe("/thu-tuc/residence-information/bat-dau");
  expect(headingOf(back)).toBe("Trước khi bắt đầu");
});
