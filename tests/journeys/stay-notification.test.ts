import ExcelJS from "exceljs";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { editionOn, type GroupField } from "../../src/engine/definition/index.ts";
import {
  addDays,
  dayOfInstant,
  type Instant,
  instantAt,
  type PlainDate,
  showDate,
} from "../../src/kernel/plain-date.ts";
import { makeCsvTemplate, makeTemplate } from "../../src/modules/sheets/index.ts";
import { type Browser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import {
  answerAll,
  begin,
  draftOf,
  formWith,
  headingOf,
  problemsOf,
  sendFiles,
  tableRows,
  textOf,
} from "../support/portal.ts";

/** Stay notification: a hotel's file of 300 guests, a home's single guest, the hours of the law, correction and cancellation. */

let house: TestHouse;
let owner: pg.Client;
let hotel: Browser;
let home: Browser;
let guests: GroupField;
/** The house lives yesterday: every hour of that day is past, and sessions of today are still good. */
let today: PlainDate;
const at = (hour: number, minute = 0, on: PlainDate = today): Instant => instantAt(on, hour * 60 + minute);

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  hotel = await signInAs(house.url, "to-chuc-song-huong", { start: "/dang-nhap?ve=/" });
  home = await signInAs(house.url, "cong-dan-hoa", { start: "/dang-nhap?ve=/" });
  today = addDays(dayOfInstant(Date.now()), -1);
  const procedure = house.deps.dossiers.findProcedure("stay-notification");
  const edition = procedure ? editionOn(procedure, today) : null;
  const group = edition?.pages
    .flatMap((page) => page.fields)
    .find((field): field is GroupField => field.kind === "group");
  if (!group) throw new Error("no group of guests");
  guests = group;
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});
beforeEach(() => house.setClock(at(15)));

type Row = Readonly<Record<string, string>>;
const guest = (n: number, changes: Row = {}): Row => ({
  "full-name": "Nguyễn Thị Hòa",
  "birth-date": "27/03/1990",
  sex: "Nữ",
  nationality: "VNM",
  "document-kind": "Thẻ Căn Cước",
  "personal-number": `0011900${String(n).padStart(5, "0")}`,
  "arrived-at": `${showDate(today)} 14:00`,
  "leaves-on": showDate(addDays(today, 2)),
  room: String(100 + (n % 50)),
  reason: "Du lịch",
  ...changes,
});

/** The lines of the file that are wrong, as a person would make them: column by the form's own name, and the reason. */
const FIRST_LINE = 5;
const wrongRows = (): readonly { line: number; changes: Row; column: string; reason: string }[] => [
  {
    line: 12,
    changes: { "personal-number": "00119000001" },
    column: "Số định danh cá nhân",
    reason: "phải gồm đúng 12 chữ số",
  },
  {
    line: 45,
    changes: { "birth-date": "31/02/1990" },
    column: "Ngày, tháng, năm sinh",
    reason: "Ngày, tháng, năm sinh",
  },
  { line: 78, changes: { "full-name": "" }, column: "Họ, chữ đệm và tên", reason: "Vui lòng nhập họ, chữ đệm và tên." },
  {
    line: 130,
    changes: { "leaves-on": showDate(addDays(today, -1)) },
    column: "Ngày đi dự kiến",
    reason: "Ngày đi không được trước ngày đến.",
  },
  { line: 201, changes: { sex: "không rõ" }, column: "Giới tính", reason: "vui lòng chọn một giá trị trong danh sách" },
  { line: 256, changes: { nationality: "ZZZ" }, column: "Quốc tịch", reason: "vui lòng chọn một nước trong danh sách" },
  {
    line: 304,
    changes: { "arrived-at": `${showDate(addDays(today, 1))} 09:00` },
    column: "Ngày, giờ đến",
    reason: `không được sau ngày ${showDate(today)}`,
  },
];
const listOf = (count: number, from = 0): Row[] => {
  const wrong = new Map(wrongRows().map(({ line, changes }) => [line, changes]));
  return Array.from({ length: count }, (_, n) => guest(from + n, count === 300 ? wrong.get(FIRST_LINE + n) : {}));
};

async function workbookOf(rows: readonly Row[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await makeTemplate(guests, "vi")).buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error("the template has no sheet");
  rows.forEach((row, n) => {
    sheet.getCell(FIRST_LINE + n, 1).value = n + 1;
    guests.fields.forEach((field, column) => {
      if (row[field.key]) sheet.getCell(FIRST_LINE + n, column + 2).value = row[field.key] ?? "";
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const csvOf = (rows: readonly Row[]): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(makeCsvTemplate(guests, "vi")) +
      rows
        .map((row, n) => [String(n + 1), ...guests.fields.map((field) => `"${row[field.key] ?? ""}"`)].join(","))
        .join("\r\n"),
  );

/** From the first question to the page of guests, with what the registers filled in. */
const toGuests = async (): Promise<Page> => answerAll(await begin(hotel, "stay-notification"), { host: {}, place: {} });
async function sendList(bytes: Uint8Array, name: string): Promise<Page> {
  const page = await hotel.get(`${draftOf(await toGuests())}/trang/guests/tep`);
  return sendFiles(hotel, page, formWith(page, "_csrf") + formsBefore(page), [{ field: "tep", name, bytes }]);
}
/** The form that takes the file stands after the header's. */
const formsBefore = (page: Page): number =>
  page.forms.findIndex((form) => form.action === "") - formWith(page, "_csrf");
const take = (report: Page, choice: "dong-dung" | "khong"): Promise<Page> =>
  report.submit({
    form: report.forms.findIndex((form) => form.buttons.some(([name]) => name === "nhan")),
    button: ["nhan", choice],
  });
const send = async (check: Page): Promise<Page> => {
  const form = check.forms.findIndex(
    ({ action, fields }) => action === "" && fields.some(([name]) => name === "_csrf"),
  );
  return check.submit({ form });
};
const stays = async (where: string, ...values: unknown[]) =>
  (await owner.query(`select * from stays where ${where}`, values)).rows;
const fact = (page: Page, label: string): string =>
  textOf(new RegExp(`<dt[^>]*>\\s*${label}\\s*</dt>\\s*<dd[^>]*>(.*?)</dd>`, "is").exec(page.html)?.[1] ?? "");

test("300 guests by XLSX: seven wrong rows named exactly, 293 registered once", {
  timeout: 60_000,
}, async () => {
  const file = await workbookOf(listOf(300));
  const page = await hotel.get(`${draftOf(await toGuests())}/trang/guests/tep`);
  const form = page.forms.findIndex(({ action, fields }) => action === "" && fields.some(([name]) => name === "_csrf"));

  const started = performance.now();
  const report = await sendFiles(hotel, page, form, [{ field: "tep", name: "khach.xlsx", bytes: file }]);
  const rows = tableRows(report, "Các dòng cần sửa");
  const check = await answerAll(await take(report, "dong-dung"), {});
  const receipt = await send(check);
  const tookMs = performance.now() - started;
  console.log(`300 guests from the file to the receipt: ${Math.round(tookMs)} ms`);

  expect(rows.map(([line, column]) => [Number(line), column])).toEqual(
    wrongRows().map(({ line, column }) => [line, column]),
  );
  for (const [n, { reason }] of wrongRows().entries()) expect(rows[n]?.[2]).toContain(reason);
  expect(fact(report, "Số dòng đã đọc")).toBe("300");
  expect(fact(report, "Dòng đúng")).toBe("293");
  expect(fact(report, "Dòng cần sửa")).toBe("7");
  expect(check.html).toContain("293 người lưu trú");
  expect(headingOf(receipt)).toBe("Đã ghi nhận thông báo");
  expect(receipt.html).toContain("293 lượt lưu trú, thông báo đúng hạn.");
  expect(await stays("true")).toHaveLength(293);
  expect(new Set((await stays("true")).map((stay) => stay.document_number)).size).toBe(293);
});

test("the same file again registers nobody twice and says so; a new guest among the old is taken alone", {
  timeout: 60_000,
}, async () => {
  const again = await sendList(await workbookOf(listOf(300)), "khach.xlsx");
  expect(fact(again, "Đã thông báo trước đó")).toContain("293");
  expect(again.html).not.toContain("dong-dung");
  expect(await stays("true")).toHaveLength(293);

  const more = await sendList(await workbookOf([...listOf(3), guest(900)]), "khach.xlsx");
  expect(fact(more, "Dòng đúng")).toBe("1");
  expect(fact(more, "Đã thông báo trước đó")).toContain("3");
  await send(await take(more, "dong-dung"));
  expect(await stays("true")).toHaveLength(294);
});

test("a file of which the sender takes nothing leaves the draft without guests", async () => {
  const report = await sendList(await workbookOf([guest(700), guest(701, { sex: "?" })]), "khach.xlsx");
  expect(fact(report, "Dòng đúng")).toBe("1");
  const back = await take(report, "khong");
  expect(back.url.pathname).toMatch(/\/trang\/guests\/tep$/);
  expect(await stays("document_number = $1", guest(700)["personal-number"])).toHaveLength(0);
});

test("CSV goes the same way, with the row numbers of the file", { timeout: 30_000 }, async () => {
  const report = await sendList(
    csvOf([guest(500), guest(501, { "birth-date": "32/01/1990" }), guest(502), guest(500)]),
    "khach.csv",
  );
  expect(tableRows(report, "Các dòng cần sửa").map(([line, column]) => [line, column])).toEqual([
    ["4", "Ngày, tháng, năm sinh"],
    ["6", "Cả dòng"],
  ]);
  const receipt = await send(await take(report, "dong-dung"));
  expect(receipt.html).toContain("2 lượt lưu trú, thông báo đúng hạn.");
});

test("files that are no lists are answered with a sentence", async () => {
  for (const [name, bytes] of [
    ["khach.xlsx", new TextEncoder().encode("MZ this is a program")],
    ["khach.csv", new TextEncoder().encode("\n\n")],
    ["khach.xlsx", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ] as const) {
    const answer = await sendList(bytes, name);
    expect(answer.status, name).toBe(422);
    expect(problemsOf(answer)[0]?.length, name).toBeGreaterThan(20);
  }
});

/** One guest at home by the form, at an hour of the house. */
async function notifyAtHome(n: number, arrived: { readonly on: PlainDate; readonly time: string }): Promise<Page> {
  const start = await begin(home, "stay-notification");
  const page = await answerAll(start, {
    notifier: { notifier: "household" },
    host: { "lodging-kind": "private-house" },
    place: {},
  });
  const [year = "", month = "", day = ""] = arrived.on.split("-");
  const leaves = addDays(arrived.on, 2).split("-");
  const entry = await home.get(`${page.url.pathname}/muc/moi`);
  const first = {
    "full-name": "Lê Văn Khách",
    "birth-date.day": "05",
    "birth-date.month": "02",
    "birth-date.year": "1988",
    sex: "M",
    nationality: "VNM",
    "document-kind": "identity-card",
    "personal-number": `0010880${String(n).padStart(5, "0")}`,
    "arrived-at.day": day,
    "arrived-at.month": month,
    "arrived-at.year": year,
    "arrived-at.time": arrived.time,
    "leaves-on.day": leaves[2] ?? "",
    "leaves-on.month": leaves[1] ?? "",
    "leaves-on.year": leaves[0] ?? "",
    reason: "visit",
  };
  const reason = /<option value="([a-z-]+)"[^>]*>Thăm/.exec(entry.html)?.[1] ?? "tourism";
  let saved = await entry.submit({ form: formWith(entry, "_shown"), fields: { ...first, reason } });
  // The paper the guest shows opens the question for its number: the page comes back once.
  if (saved.url.pathname.endsWith("/moi"))
    saved = await saved.submit({ form: formWith(saved, "_shown"), fields: { ...first, reason } });
  expect(problemsOf(saved)).toEqual([]);
  return send(await saved.submit({ form: formWith(saved, "_shown") }));
}

test.each([
  { arrived: [0, "22:10"], sent: [0, 22, 59], onTime: true },
  { arrived: [0, "22:10"], sent: [0, 23, 0], onTime: false },
  { arrived: [0, "22:59"], sent: [0, 22, 59], onTime: true },
  { arrived: [-1, "23:00"], sent: [0, 7, 59], onTime: true },
  { arrived: [-1, "23:40"], sent: [0, 8, 0], onTime: false },
  { arrived: [-1, "22:59"], sent: [0, 0, 5], onTime: false },
] as const)("a guest of %o is on time or late by the hours of article 30", async ({ arrived, sent, onTime }) => {
  const [days, hour, minute] = sent;
  house.setClock(at(hour, minute, addDays(today, days)));
  const n = 1000 + hour * 60 + minute + (arrived[1] === "22:10" ? 0 : 2000);
  const receipt = await notifyAtHome(n, { on: addDays(today, arrived[0]), time: arrived[1] });
  expect(headingOf(receipt)).toBe("Đã ghi nhận thông báo");
  expect(receipt.html).toContain(
    onTime ? "1 lượt lưu trú, thông báo đúng hạn." : "1 lượt lưu trú. Có lượt thông báo muộn",
  );
  const code = /\/ho-so\/([^/]+)\//.exec(receipt.url.pathname)?.[1];
  expect((await stays("dossier_code = $1", code)).map((stay) => stay.on_time)).toEqual([onTime]);
});

test("a correction and a cancellation leave a trace", async () => {
  const receipt = await notifyAtHome(4000, { on: today, time: "14:30" });
  const code = /\/ho-so\/([^/]+)\//.exec(receipt.url.pathname)?.[1] ?? "";
  const link = async (kind: string): Promise<Page> => {
    const page = await home.get(`/ho-so/${code}`);
    return home.get(new RegExp(`href="([^"]*/luu-tru/[^"]*/${kind})"`).exec(page.html)?.[1] ?? "");
  };
  const correction = await link("dinh-chinh");
  const form = formWith(correction, "_reason");
  const withoutReason = await correction.submit({ form, fields: { "full-name": "Lê Văn Khánh" } });
  expect(withoutReason.status).toBe(422);
  expect(withoutReason.html).toContain("Lê Văn Khánh");
  const tooLong = await withoutReason.submit({
    form: formWith(withoutReason, "_reason"),
    fields: { _reason: "Gõ nhầm", "leaves-on.day": "01", "leaves-on.year": String(Number(today.slice(0, 4)) + 1) },
  });
  expect(problemsOf(tooLong)).toEqual([expect.stringContaining("Lưu trú không quá 30 ngày")]);
  const corrected = await withoutReason.submit({
    form: formWith(withoutReason, "_reason"),
    fields: { _reason: "Gõ nhầm tên" },
  });
  expect(corrected.status).toBe(200);
  expect(tableRows(corrected, "Danh sách lưu trú").map((row) => [row[0], row[4]])).toEqual(
    expect.arrayContaining([
      ["Lê Văn Khách", "Đã đính chính"],
      ["Lê Văn Khánh", "Đúng hạn"],
    ]),
  );

  const cancellation = await link("huy");
  const refused = await cancellation.submit({ form: formWith(cancellation, "reason"), fields: { reason: " " } });
  expect(refused.status).toBe(422);
  const cancelled = await refused.submit({ form: formWith(refused, "reason"), fields: { reason: "Khách không đến" } });
  expect(cancelled.html).toContain("Khách không đến");
  expect(
    (await stays("dossier_code = $1 order by ended nulls last", code)).map((stay) => [stay.guest_name, stay.ended]),
  ).toEqual(
    expect.arrayContaining([
      ["Lê Văn Khách", "corrected"],
      ["Lê Văn Khánh", "cancelled"],
    ]),
  );
  const { rows } = await owner.query(
    "select kind from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 order by seq",
    [code],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["filed", "acknowledged", "corrected", "cancelled"]);
});
