import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, day, dayOfMonth, instantAt, monthOf, type PlainDate, yearOf } from "../../src/kernel/plain-date.ts";
import { type Browser, openBrowser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { fileResidence, MINH, signedInOfficer } from "../support/office-stage.ts";
import { act, formWith, headingOf, problemsOf, tableRows, textOf } from "../support/portal.ts";

/** The waiting room and the appointment book as people meet them: kiosk, phone, counter, wall; over sockets, without script. */

let house: TestHouse;
let owner: pg.Client;
let desk: Browser;
let minh: Browser;
const MONDAY = day("2026-11-23");
const WARD = "/quay/ca-26740";
const at = (minute: number, on: PlainDate = MONDAY) => house.setClock(instantAt(on, minute));

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  at(8 * 60);
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  minh = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/lich-hen" });
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

const kiosk = async (): Promise<Browser> => {
  const browser = openBrowser(house.url);
  await browser.get("/kiosk");
  return browser;
};
const draw = async (browser: Browser, fields: Record<string, string> = {}): Promise<Page> => {
  const page = await browser.get(WARD);
  return page.submit({ form: formWith(page, "sinh"), fields: { viec: "residence", ...fields } });
};
const numberOn = (page: Page): string => /mc-ticket__number">([^<]+)</.exec(page.html)?.[1] ?? "";
const press = async (
  path: string,
  fields: Record<string, string> = {},
  button?: readonly [string, string],
): Promise<Page> => {
  const page = await desk.get("/office/hang-cho");
  return page.submit({ form: path, fields, ...(button ? { button } : {}) });
};
const atCounter = (page: Page): string => /mc-counter__number">([^<]+)</.exec(page.html)?.[1] ?? "";

test("from the kiosk to the counter: drawn, shown, called, served; a phone needs a sign-in (one-stop 39)", async () => {
  const stranger = openBrowser(house.url);
  expect(textOf((await stranger.get(WARD)).html)).toContain("Đăng nhập để lấy số");
  expect((await stranger.post(WARD, { viec: "residence" }, { follow: false })).headers.get("location")).toContain(
    "/dang-nhap?ve=",
  );

  const stand = await kiosk();
  expect(problemsOf(await draw(stand, { viec: "" }))).toEqual(["Hãy chọn việc cần làm."]);
  expect(problemsOf(await draw(stand, { sinh: "hôm nọ" }))[0]).toContain("Hãy ghi năm hoặc ngày sinh");
  const first = await draw(stand);
  const declared = await draw(stand, { "uu-tien": "pregnant" });
  const old = await draw(stand, { sinh: "1950" });
  expect([first, declared, old].map(numberOn)).toEqual(["A001", "A002", "A003"]);
  expect(textOf(old.html)).toContain("Số người trước ông/bà 0");
  expect(textOf(declared.html)).toContain("chờ cán bộ xác nhận: Phụ nữ mang thai");
  expect(textOf(first.html)).toContain("Hiện chưa có quầy nào mở");
  const phone = await draw(minh);
  expect(numberOn(phone)).toBe("A004");
  expect(problemsOf(await draw(minh))).toEqual(["Ông/bà đang giữ số A004 tại đơn vị này."]);

  const closed = await desk.get("/office/hang-cho");
  const button = closed.forms.flatMap(({ buttons }) => buttons).find(([name]) => name === "quay");
  await closed.submit({ form: "/hang-cho/mo", ...(button ? { button } : {}) });
  const list = await desk.get("/office/hang-cho");
  expect(tableRows(list, "Đang chờ").map(([number]) => number)).toEqual(["A001", "A002", "A003", "A004"]);
  await list.submit({ form: "/hang-cho/uu-tien", button: ["uu-tien", "co"] });

  const called = await press("/hang-cho/goi");
  expect(atCounter(called)).toBe("A002");
  // The page of before the call, sent again: nobody is ended or called by it.
  const stale = await list.submit({ form: "/hang-cho/goi" });
  expect([stale.status, atCounter(stale)]).toEqual([409, "A002"]);
  expect(textOf((await stranger.get(declared.url.pathname)).html)).toContain("Mời ông/bà đến quầy 1");
  const wall = await stranger.get(`${WARD}/man-hinh`);
  expect(textOf(wall.html)).toContain("Mời số A002 đến quầy 1");
  expect(wall.html).toMatch(/<noscript><meta http-equiv="refresh"/);
  expect(wall.html).not.toMatch(/mang thai|cao tuổi|Trần Văn Minh|Ngô Thị Kim Anh/);

  expect(atCounter(await press("/hang-cho/goi"))).toBe("A003");
  await press("/hang-cho/viec", {}, ["viec", "goi-lai"]);
  await press("/hang-cho/viec", {}, ["viec", "vang-mat"]);
  // Two went ahead: now the ordinary line has its turn, although somebody else may go ahead.
  await draw(stand, { sinh: "1945" });
  expect(atCounter(await press("/hang-cho/goi"))).toBe("A001");
  expect(atCounter(await press("/hang-cho/goi"))).toBe("A005");
  await press("/hang-cho/viec", {}, ["viec", "xong"]);
  const left = await phone.submit({ form: "/tra-so" });
  expect(textOf(left.html)).toContain("Đã trả số");
  expect(problemsOf(await press("/hang-cho/goi"))).toEqual(["Không còn ai đang chờ quầy này."]);
  const figures = await desk.get("/office/hang-cho/so-lieu?ngay=1");
  expect(tableRows(figures, "Số liệu chờ")).toEqual([
    ["23/11/2026", "Đăng ký, quản lý cư trú", "5", "3", "1", "1", "0:00", "0:00", "0:00"],
  ]);
});

test("priority calls a person earlier and moves no deadline of theirs (one-stop 39)", async () => {
  const [one, other] = [await fileResidence(house), await fileResidence(house)];
  const stand = await kiosk();
  await draw(stand, { sinh: "1940" });
  await press("/hang-cho/goi");
  expect(problemsOf(await press("/hang-cho/ho-so", { "ho-so": "G01.079.1A-261123-999999" }))[0]).toContain(
    "không có hồ sơ",
  );
  await press("/hang-cho/ho-so", { "ho-so": one });
  for (const code of [one, other]) await act(desk, code, "accepted");
  const { rows } = await owner.query(
    `select d.due_at, (select priority from desk_tickets t where t.dossier_code = d.code) as priority
     from dossiers d where d.code = any ($1) order by d.code`,
    [[one, other]],
  );
  expect(rows.map(({ priority }) => priority)).toEqual(["elderly", null]);
  expect(rows[0]?.due_at).not.toBeNull();
  expect(rows[0]?.due_at).toEqual(rows[1]?.due_at);
  await press("/hang-cho/viec", {}, ["viec", "xong"]);
});

const planning = (on: PlainDate, changes: Record<string, string> = {}) => ({
  loai: "mobile",
  "ngay.day": String(dayOfMonth(on)),
  "ngay.month": String(monthOf(on)),
  "ngay.year": String(yearOf(on)),
  tu: "10:00",
  den: "11:00",
  luot: "30",
  "suc-chua": "2",
  "dia-diem": "Nhà văn hóa Thử",
  "thu-tuc": "temporary-residence",
  ...changes,
});
async function plan(on: PlainDate, changes: Record<string, string> = {}): Promise<Page> {
  const page = await desk.get("/office/lich-hen");
  return page.submit({ form: formWith(page, "suc-chua"), fields: planning(on, changes) });
}
const idOf = (page: Page): string => page.url.pathname.split("/").at(-1) ?? "";

test("a citizen books, moves and cancels; the office sees who comes, and the log says that it looked", async () => {
  expect(problemsOf(await plan(MONDAY, { den: "09:00" }))[0]).toContain("Giờ bắt đầu phải trước");
  const session = idOf(await plan(addDays(MONDAY, 4)));
  const offices = await openBrowser(house.url).get("/dat-lich?q=sai+gon&thu-tuc=temporary-residence");
  expect(textOf(offices.html)).toContain("Công an phường Sài Gòn");
  expect(textOf((await openBrowser(house.url).get("/dat-lich?q=khong+co")).html)).toContain("Chưa có nơi nào phù hợp");
  const days = await minh.get("/dat-lich/ca-26740");
  expect(days.html).toContain(`/dat-lich/ca-26740/${session}/600`);

  const form = await minh.get(`/dat-lich/ca-26740/${session}/600`);
  const wrong = await form.submit({ form: formWith(form, "dien-thoai"), fields: { "dien-thoai": "12" } });
  expect([wrong.status, problemsOf(wrong)[0]]).toEqual([422, "Hãy ghi số điện thoại, ví dụ 0912 345 678."]);
  const booked = await form.submit({ form: formWith(form, "dien-thoai"), fields: { "dien-thoai": "0912 345 678" } });
  expect(headingOf(booked)).toBe("Lịch hẹn của ông/bà");
  const again = await form.submit({ form: formWith(form, "dien-thoai"), fields: { "dien-thoai": "0912 345 678" } });
  expect(problemsOf(again)[0]).toContain("đã có một lịch hẹn");
  // By its link alone a booking tells when and where, not who.
  const byLink = await openBrowser(house.url).get(booked.url.pathname);
  expect(textOf(byLink.html)).toContain("10:00–10:30");
  expect(byLink.html).not.toMatch(/Trần Văn Minh|0912345678/);

  const move = await minh.get(`${booked.url.pathname}/doi?buoi=${session}&gio=630`);
  const moved = await move.submit({ form: "/doi?" });
  expect(textOf(moved.html)).toContain("10:30–11:00");
  expect(textOf((await minh.get(booked.url.pathname)).html)).toContain("Đã đổi sang giờ khác");
  expect(tableRows(await minh.get("/lich-hen"), "Lịch hẹn của tôi").map((row) => row.at(-1))).toEqual([
    "Đã đổi sang giờ khác",
    "Đã đặt",
  ]);

  const book = await desk.get(`/office/lich-hen/${session}`);
  expect(tableRows(book, "Người đã đặt").at(-1)?.slice(0, 3)).toEqual(["10:30–11:00", MINH.name, "0912345678"]);
  const { rows } = await owner.query(
    "select purpose_key, fields, actor_name from access_log where subject_number = $1 and purpose_key = 'appointment'",
    [MINH.number],
  );
  expect(rows[0]).toEqual({ purpose_key: "appointment", fields: ["name", "contact"], actor_name: "Ngô Thị Kim Anh" });
  const tooFew = await book.submit({ form: "/suc-chua", fields: { luot: "630", nguoi: "0" } });
  expect(problemsOf(tooFew)).toEqual(["Khung giờ này đã có 1 người đặt; sức chứa không thể thấp hơn."]);

  const ended = await book.submit({ form: "/ket-thuc", fields: { "ly-do": "Bão số 15" } });
  expect(textOf(ended.html)).toContain("1 người đã đặt cần được báo");
  expect(textOf((await minh.get(moved.url.pathname)).html)).toContain("Bão số 15");
});

test("500 who ask at once for 50 places: 50 have one, 450 read that it is full", { timeout: 60_000 }, async () => {
  const session = idOf(await plan(addDays(MONDAY, 3), { den: "10:30", "suc-chua": "50" }));
  const page = await desk.get(`/office/lich-hen/${session}`);
  const form = page.forms.find(({ action }) => action.endsWith("/dat-ho"));
  const csrf = Object.fromEntries(form?.fields.filter(([name]) => name === "_csrf") ?? []);
  const ask = (n: number): Promise<Page> =>
    desk.post(form?.action ?? "", {
      ...csrf,
      gio: "600",
      "thu-tuc": "temporary-residence",
      "ho-ten": `Người ${n}`,
      "dien-thoai": `09${String(n).padStart(8, "0")}`,
    });
  const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => ask(n)));
  expect(answers.filter(({ html }) => html.includes("Đã đặt. Mã lịch hẹn"))).toHaveLength(50);
  expect(answers.filter((answer) => problemsOf(answer)[0]?.includes("vừa hết chỗ"))).toHaveLength(450);
  expect(tableRows(await desk.get(`/office/lich-hen/${session}`), "Người đã đặt")).toHaveLength(50);
});

test("on the day the code becomes a number at the kiosk, once", async () => {
  const session = idOf(await plan(MONDAY, { loai: "ordinary", den: "10:30" }));
  const form = await minh.get(`/dat-lich/ca-26740/${session}/600`);
  const booked = await form.submit({ form: formWith(form, "dien-thoai"), fields: { "dien-thoai": "0912345678" } });
  const code = /data-copy="([A-Z2-9]{6})"|>([A-Z2-9]{6})</.exec(booked.html)?.slice(1).find(Boolean) ?? "";
  const stand = await kiosk();
  const arrive = async (typed: string): Promise<Page> => {
    const page = await stand.get(WARD);
    return page.submit({ form: "/den-hen", fields: { ma: typed } });
  };
  expect(problemsOf(await arrive("KHONGCO"))[0]).toContain("Không tìm thấy");
  expect(numberOn(await arrive(code.toLowerCase()))).toMatch(/^A\d{3}$/);
  expect(problemsOf(await arrive(code))[0]).toContain("Không tìm thấy");
  expect(textOf((await minh.get(booked.url.pathname)).html)).toContain("Đã đến");
});

test("posts that serve nobody find no waiting room; nobody keeps another unit's", async () => {
  const clerk = await signedInOfficer(house, "can-bo-sai-gon-van-thu");
  expect((await clerk.get("/office/hang-cho")).status).toBe(404);
  const stranger = await signedInOfficer(house, "can-bo-thuan-hoa-tiep-nhan");
  const session = idOf(await plan(addDays(MONDAY, 5)));
  expect((await stranger.get(`/office/lich-hen/${session}`)).status).toBe(404);
  expect(tableRows(await stranger.get("/office/hang-cho"), "Đang chờ")).toEqual([]);
});
