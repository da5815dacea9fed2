import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { isoInstant } from "../../../kernel/plain-date.ts";
import { moneyInvariants } from "../../../modules/payments/index.ts";

/** The cash desk over sockets, without script: who takes, who keeps, who approves, and what each may not. */

let house: TestHouse;
let cashier: Browser;
let treasurer: Browser;
let province: Browser;
let desk: Browser;
let head: Browser;

beforeAll(async () => {
  house = await testHouse();
  cashier = await signedInOfficer(house, "can-bo-sai-gon-thu-ngan");
  treasurer = await signedInOfficer(house, "can-bo-sai-gon-ke-toan");
  province = await signedInOfficer(house, "can-bo-pc06-hcm-ke-toan");
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  head = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
}, 90_000);
afterAll(() => house.close());

const dossier = async (code: string) => {
  const [row] = await house.db.query<{ money: string; id: string; office_province: string }>(
    "test.dossier",
    "select money, id, office_province from dossiers where code = $1",
    [code],
  );
  if (!row) throw new Error("no dossier");
  const [debt] = await house.deps.payments.debtsOf(house.db, row.office_province, row.id);
  if (!debt) throw new Error("no debt");
  return { ...row, debt };
};
const booksHold = async () => expect((await moneyInvariants(house.db)).broken).toEqual([]);
/** The number of the form that is posted there. */
const posting = (page: Page, action: string): number =>
  page.forms.findIndex((form) => form.method === "post" && form.action === action);
const take = async (code: string, payer = "Trần Văn Minh"): Promise<Page> => {
  const page = await cashier.get(`/office/thu-tien?ho-so=${code}`);
  return page.submit({ form: "/thu-tien/thu", fields: { payer } });
};

test("cash: no book, no receipt; numbers without a gap, one receipt a debt, a cancelled number stays (one-stop 18)", async () => {
  const code = await fileResidence(house);
  const none = await take(code);
  expect(none.status).toBe(422);
  expect(none.html).toContain("Đề nghị kế toán mở quyển mới");

  const page = await treasurer.get("/office/thu-tien");
  const holder = /<option value="([0-9a-f-]{36})"[^>]*>Trịnh Thị Ngọc Bích/.exec(page.html)?.[1] ?? "";
  const book = { series: "AB/26", from: "1", to: "4", holder };
  const opened = await page.submit({ form: "/thu-tien/quyen", fields: book });
  expect(opened.html).toContain("Đã ghi sổ");

  const taken = await take(code);
  expect(taken.html).toContain("AB/26 0000001");
  expect((await dossier(code)).money).toBe("paid");
  const receipt = /href="(\/office\/thu-tien\/bien-lai\/[0-9a-f-]{36})"/.exec(taken.html)?.[1] ?? "";
  const pdf = await cashier.get(receipt);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.html.startsWith("%PDF-1.7")).toBe(true);
  expect((await cashier.get(`/office/thu-tien?ho-so=${code}`)).html).toContain("không còn khoản nào phải nộp");

  const bare = await taken.submit({ form: "/thu-tien/huy" });
  expect(bare.status).toBe(422);
  const cancelled = await taken.submit({ form: "/thu-tien/huy", fields: { reason: "Ghi nhầm tên" } });
  expect(cancelled.html).toContain("Đã hủy");
  expect((await dossier(code)).money).toBe("due");
  expect((await take(code)).html).toContain("AB/26 0000002");
  // The head does not take cash; the page is not theirs.
  expect((await head.get("/office/thu-tien")).status).toBe(403);
  await booksHold();
});

test("the day is counted and closed: a difference needs its reason, what comes later is of the next day (one-stop 18)", async () => {
  const before = await cashier.get("/office/thu-tien");
  const short = await before.submit({ form: "/thu-tien/chot", fields: { counted: "5.000" } });
  expect(short.status).toBe(422);
  expect(short.html).toContain("nêu lý do chênh lệch");
  const closed = await before.submit({
    form: "/thu-tien/chot",
    fields: { counted: "6.000", why: "Thối nhầm 1.000 đ" },
  });
  expect(closed.html).toContain("-1.000 đ: Thối nhầm");
  const code = await fileResidence(house);
  await take(code);
  const [receipt] = await house.db.query<{ days: number }>(
    "test.days",
    "select (book_day - (taken_at at time zone 'Asia/Ho_Chi_Minh')::date) as days from cash_receipts where dossier_code = $1",
    [code],
  );
  expect(receipt?.days).toBe(1);
  // The same day is not closed twice, and tomorrow not yet.
  expect(
    (await (await cashier.get("/office/thu-tien")).submit({ form: "/thu-tien/chot", fields: { counted: "13.000" } }))
      .status,
  ).toBe(422);
  const handed = await (await cashier.get("/office/thu-tien")).submit({
    form: "/thu-tien/nop-kho-bac",
    fields: { handed: "5.000", slip: "KB-0001" },
  });
  expect(handed.html).toContain("Đã ghi sổ");
  const again = await (await cashier.get("/office/thu-tien")).submit({
    form: "/thu-tien/nop-kho-bac",
    fields: { handed: "5.000", slip: "KB-0001" },
  });
  expect(again.status).toBe(422);
  await booksHold();
});

test("a waiver: one proposes with a ground and a paper, another grants; the citizen is told the ground (one-stop 43)", async () => {
  const code = await fileResidence(house);
  const page = await desk.get(`/office/mien-giam?ho-so=${code}`);
  expect(page.html).toContain("66.22/2026/NQ-CP");
  const fields = { ground: "disabled", evidence: "Giấy xác nhận số 12", reason: "Người khuyết tật nặng" };
  const empty = await page.submit({ form: posting(page, "/office/mien-giam"), fields: { ...fields, evidence: "" } });
  expect(empty.status).toBe(422);
  const asked = await page.submit({ form: posting(page, "/office/mien-giam"), fields });
  expect(asked.html).toContain("Chờ duyệt");
  expect((await dossier(code)).money).toBe("due");
  const granted = await (await head.get("/office/mien-giam")).submit({
    form: "/quyet-dinh",
    button: ["outcome", "grant"],
  });
  expect(granted.html).toContain("Đã duyệt");
  const { debt, money } = await dossier(code);
  expect({ money, waived: debt.waived, open: debt.cancelledAt === null }).toEqual({
    money: "none",
    waived: 7_000,
    open: false,
  });
  const history = await desk.get(`/office/ho-so/${code}`);
  expect(history.html).toContain("Người khuyết tật (Điều 4 75/2022/TT-BTC)");
  await booksHold();
});

test("a refund: asked by one, approved by another, paid by the bank once, however often it is sent (one-stop 18)", async () => {
  const code = await fileResidence(house);
  const { debt } = await dossier(code);
  await house.deps.payments.statements.take(
    { account: debt.id, name: "Kế toán", as: "officer", roles: ["treasurer"] },
    "79",
    Buffer.from(statement([[`FT-${debt.id.slice(-8)}`, 7_000, debt.reference]], 0)),
  );
  expect((await dossier(code)).money).toBe("paid");
  const page = await treasurer.get(`/office/hoan-tien?ho-so=${code}`);
  const fields = {
    amount: "8.000",
    payee: "Trần Văn Minh",
    way: "bank",
    bin: "970436",
    account: "0123456789",
    reason: "Nộp nhầm",
  };
  expect((await page.submit({ form: posting(page, "/office/hoan-tien"), fields })).status).toBe(422);
  const asked = await page.submit({ form: posting(page, "/office/hoan-tien"), fields: { ...fields, amount: "3.000" } });
  expect(asked.html).toContain("Chờ duyệt");
  expect(asked.html).not.toContain("quyet-dinh");
  const approved = await (await head.get("/office/hoan-tien")).submit({
    form: "/quyet-dinh",
    button: ["outcome", "approve"],
  });
  expect(approved.html).toContain("Chờ chi");
  const [refund] = await house.db.query<{ id: string }>(
    "test.refund",
    "select id from refunds where dossier_code = $1",
    [code],
  );
  const actor = { account: debt.id, name: "Kế toán", as: "officer" as const, roles: ["treasurer" as const] };
  const wish = { officeProvince: "79", id: refund?.id ?? "" };
  // The demonstration's bank has received nothing yet: it refuses, and nothing is written.
  const refused = await house.deps.payments.refunds.payByBank(actor, wish);
  expect(refused).toMatchObject({ ok: false });
  await fund(7_000);
  const sent = await Promise.all([1, 2, 3].map(() => house.deps.payments.refunds.payByBank(actor, wish)));
  expect(new Set(sent.map((one) => (one.ok ? one.value : "refused"))).size).toBe(1);
  expect(sent[0]?.ok).toBe(true);
  await booksHold();
});

test("statement: taken in once, suggestions for slips, over-payment is a credit, under-payment stays owed (one-stop 18)", async () => {
  const [first, second] = [await fileResidence(house), await fileResidence(house)];
  const [one, two] = [(await dossier(first)).debt, (await dossier(second)).debt];
  const slipped = one.reference.slice(0, 8) + (one.reference[8] === "X" ? "Y" : "X") + one.reference.slice(9);
  const bytes = statement(
    [
      ["ST-SLIP", 9_000, `LE PHI ${slipped}`],
      ["ST-PART", 4_000, two.reference],
      ["ST-LAST", 3_000, `bo sung ${two.reference}`],
    ],
    100_000,
  );
  const taken = await upload(province, bytes);
  expect(taken.html).toContain("Đã ghi 3/3 dòng");
  expect((await upload(province, bytes)).html).toContain("đã được nhận trước đây");
  expect(
    (await upload(province, bytes.replace("ST-LAST", "ST-LOST").replace("3000", "3001").replace("SK-", "SL-"))).status,
  ).toBe(422);
  expect((await treasurer.get("/office/doi-soat/sao-ke")).status).toBe(404);

  const notice = async (number: string): Promise<string> =>
    (
      await house.db.query<{ id: string }>("test.notice", "select id from bank_notices where bank_transaction = $1", [
        number,
      ])
    )[0]?.id ?? "";
  const slip = await province.get(`/office/doi-soat/bao-co/${await notice("ST-SLIP")}`);
  expect(slip.html).toContain("Nội dung sai 1 ký tự");
  expect(slip.html).toContain(first);
  const matched = await slip.submit({ form: "/bao-co/", fields: { debt: one.id, amount: "7.000" } });
  expect(matched.html).toContain("<strong>2.000 đ</strong>");
  expect((await dossier(first)).money).toBe("paid");
  // In parts: the first by an officer's word; what is left is then owed to the đồng, and still pays by itself no more than that.
  await (await province.get(`/office/doi-soat/bao-co/${await notice("ST-PART")}`)).submit({
    form: "/bao-co/",
    fields: { debt: second, amount: "4.000" },
  });
  expect((await dossier(second)).debt).toMatchObject({ paid: 4_000, paidAt: null });
  await (await province.get(`/office/doi-soat/bao-co/${await notice("ST-LAST")}`)).submit({
    form: "/bao-co/",
    fields: { debt: second, amount: "3.000" },
  });
  expect((await dossier(second)).money).toBe("paid");
  await booksHold();
});

test("the books: totals of one scope, every figure leads to its dossiers, files to take along (one-stop 18)", async () => {
  const own = await cashier.get("/office/doi-soat");
  expect(own.html).toContain("Số liệu của đơn vị");
  expect(own.html).not.toContain("ST-SLIP");
  expect((await province.get("/office/doi-soat")).html).toContain("ST-SLIP");
  const report = await treasurer.get("/office/so-thu");
  const link =
    /href="(\/office\/so-thu\/chi-tiet[^"]+cot=cash)"/.exec(report.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await treasurer.get(link)).html).toContain("Thu tiền mặt");
  for (const [format, type] of [
    ["pdf", "application/pdf"],
    ["csv", "text/csv; charset=utf-8"],
    ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ] as const) {
    const file = await treasurer.get(`/office/so-thu/tai/${format}`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, type]);
  }
  expect((await treasurer.get("/office/so-thu/tai/csv")).html).toContain("Thu tiền mặt");
});

let statements = 0;
/** A statement in our CSV form whose balances add up. */
function statement(lines: readonly (readonly [string, number, string])[], opening: number): string {
  statements += 1;
  const closing = lines.reduce((sum, [, amount]) => sum + amount, opening);
  return [
    `tai_khoan;${house.deps.payments.beneficiary.account}`,
    `so_sao_ke;SK-${statements}`,
    `so_du_dau_ky;${opening}`,
    `so_du_cuoi_ky;${closing}`,
    "so_giao_dich;thoi_diem;ghi_co;ghi_no;nguoi_chuyen;noi_dung",
    ...lines.map(([number, amount, content]) => `${number};23/11/2026 09:00;${amount};;TRAN VAN MINH;${content}`),
  ].join("\n");
}

async function upload(browser: Browser, content: string): Promise<Page> {
  const page = await browser.get("/office/doi-soat/sao-ke");
  const form = new FormData();
  for (const [name, value] of page.forms.find(({ action }) => action.endsWith("/sao-ke"))?.fields ?? [])
    form.set(name, value);
  form.set("file", new Blob([content], { type: "text/csv" }), "sao-ke.csv");
  const url = new URL("/office/doi-soat/sao-ke", house.url);
  const answer = await fetch(url, {
    method: "POST",
    body: form,
    headers: { cookie: browser.jar.header(url) },
    redirect: "manual",
  });
  const to = answer.headers.get("location");
  if (to) return browser.get(to);
  return { ...page, status: answer.status, html: await answer.text() };
}

/** Somebody pays something else into the office's account at the demonstration's bank. */
async function fund(amount: number): Promise<void> {
  const bank = new URL(house.deps.settings.bankPage ?? "").origin;
  const answer = await fetch(`${bank}/thu-nghiem/transfers`, {
    method: "POST",
    headers: { authorization: `Bearer ${bankKey()}`, "content-type": "application/json" },
    body: JSON.stringify({ reference: `KHAC ${isoInstant(0)}`, amount, fault: "lost" }),
  });
  expect(answer.status).toBe(201);
}
const bankKey = (): string => "bank_api_key-secret-of-this-test";
