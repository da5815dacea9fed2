import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { between, expectRefusal, readerOf, wordsOf } from "../../../../tests/support/page-words.ts";

/** The calculators over HTTP, as a browser without script meets them. */

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ standIns: false });
  house.setClock(Date.parse("2026-11-23T03:00:00Z"));
});
afterAll(() => house.close());

const read = readerOf(() => house.url);
const query = (path: string, asked: Readonly<Record<string, string>>) => `/tinh/${path}?${new URLSearchParams(asked)}`;
const yearAgo = (text: string) => between(text, "So với một năm trước", "Tính lại");

describe("the page of all calculators", () => {
  it.each([
    ["", "Tính thử theo pháp luật", "Mức phạt vi phạm giao thông"],
    ["/en", "Calculators", "Traffic fines"],
  ])("leads to each of them, in the language of the address (%s)", async (prefix, title, fines) => {
    const { status, html } = await read(`${prefix}/tinh`);
    expect(status).toBe(200);
    expect(html).toContain(title);
    expect(html).toContain(fines);
    for (const path of [
      "/tinh/phat-giao-thong",
      "/tinh/ngay-tra",
      "/tinh/dang-ky-xe",
      "/tinh/le-phi",
      "/dia-chi-cu",
      "/phap-luat/thay-doi",
    ])
      expect(html).toContain(`href="${prefix}${path}"`);
  });

  it("is found from the front page, the menu and a procedure's page", async () => {
    expect((await read("/")).html).toContain('href="/tinh/phat-giao-thong"');
    expect((await read("/en")).html).toContain('href="/en/tinh"');
    expect((await read("/thu-tuc/temporary-residence")).html).toContain("/tinh/ngay-tra?cach=tu-dem&amp;so=3");
  });
});

describe("fees of passports and identity cards", () => {
  const passport = (ngay: string, more: Readonly<Record<string, string>> = {}) =>
    read(query("le-phi", { giay: "passport-ordinary-new", cach: "truc-tuyen", ngay, ...more }));

  it("is one amount to the last day of a tariff and another from the next", async () => {
    expect((await passport("2025-12-31")).text).toContain("Lệ phí 180.000 đ");
    expect((await passport("2026-01-01")).text).toContain("Lệ phí 200.000 đ");
    expect((await passport("2025-12-31", { cach: "truc-tiep" })).text).toContain("Lệ phí 200.000 đ");
  });

  it("says why, and what changed in a year", async () => {
    const { text } = await passport("2026-11-23");
    const why = between(text, "Vì sao?", "So với một năm trước");
    expect(why).toContain("Mức thu vào ngày 23/11/2026");
    expect(why).toContain("Thông tư 28/2026/TT-BTC");
    expect(why).toContain("áp dụng từ 01/04/2026; theo nguồn khác thuật lại, chưa đọc văn bản");
    expect(yearAgo(text)).toContain("Thay đổi – Lệ phí: từ 180.000 đ thành 200.000 đ");
    expect(yearAgo(text)).toContain("Căn cứ khi đó: Thông tư 25/2021/TT-BTC; Thông tư 63/2023/TT-BTC");
    expect(yearAgo((await passport("2023-06-01")).text)).toContain("Không đổi – Lệ phí: 200.000 đ");
  });

  it("has no figure where the law's data have none, and names the text to consult", async () => {
    const { status, text } = await passport("2021-05-21");
    expect(status).toBe(200);
    expect(text).toContain("Chưa có mức được nhập cho ngày 21/05/2021");
    expect(text).toContain("Thông tư 25/2021/TT-BTC");
    expect(yearAgo((await passport("2021-06-01")).text)).toContain("Không có kết quả để so sánh.");
  });

  it("charges a child nothing, and a card half the fee until the end of 2026", async () => {
    const card = (ngay: string, tuoi = "") => read(query("le-phi", { giay: "id-exchange", tuoi, ngay }));
    expect((await card("2026-12-31")).text).toContain("Lệ phí 25.000 đ");
    expect((await card("2027-01-01")).text).toContain("Lệ phí 50.000 đ");
    expect((await card("2026-12-31", "15")).text).toContain("Lệ phí Không phải nộp");
    const merit = await read(query("le-phi", { giay: "id-exchange", thuoc: "co-cong", ngay: "2026-12-31" }));
    expect(merit.text).toContain("Người có công và thân nhân: miễn lệ phí");
  });

  it.each([
    [{ giay: "x" }, "Vui lòng chọn loại giấy tờ."],
    [{ giay: "id-exchange", cach: "x" }, "Vui lòng chọn cách nộp."],
    [{ giay: "id-exchange", tuoi: "một" }, "Tuổi của người được cấp: vui lòng nhập số từ 0 đến 130."],
    [{ giay: "id-exchange", tuoi: "131" }, "Tuổi của người được cấp: vui lòng nhập số từ 0 đến 130."],
    [{ giay: "id-exchange", ngay: "2026-02-30" }, "Vui lòng nhập một ngày có thật"],
    [{ giay: "id-exchange", ngay: "1899-12-31" }, "Vui lòng nhập một ngày từ năm 1900"],
  ])("says what is wrong with %j, at the top and beside the field", async (asked, sentence) => {
    expectRefusal(await read(query("le-phi", asked as Record<string, string>)), sentence);
  });

  it("loses nothing that was typed", async () => {
    const asked = {
      giay: "id-reissue",
      tuoi: "abc",
      thuoc: "ho-ngheo",
      "ngay.day": "31",
      "ngay.month": "2",
      "ngay.year": "2026",
    };
    const { html } = await read(query("le-phi", asked));
    for (const value of ['value="abc"', 'value="31"', 'value="2026"']) expect(html).toContain(value);
    expect(html).toMatch(/value="id-reissue" checked/);
    expect(html).toMatch(/value="ho-ngheo" checked/);
  });
});

describe("due dates", () => {
  it("counts a procedure by the law of the day of receipt", async () => {
    const asked = (ngay: string) =>
      read(query("ngay-tra", { cach: "thu-tuc", "thu-tuc": "security-condition-certificate-new", ngay }));
    expect((await asked("2026-03-14")).text).toContain("5 ngày làm việc");
    const { text } = await asked("2026-03-16");
    expect(text).toContain("Hạn trả kết quả Thứ Sáu, 20/03/2026");
    expect(yearAgo(text)).toContain("Thay đổi – Thời hạn giải quyết: từ 5 ngày làm việc thành 4 ngày làm việc");
    expect(yearAgo(text)).toContain("Hạn trả kết quả nếu tính từ 16/03/2025: Thứ Sáu, 21/03/2025");
  });

  it("counts a duty, and days of one's own, past days off", async () => {
    const fine = await read(query("ngay-tra", { cach: "viec", viec: "fine-payment", ngay: "2026-11-25" }));
    expect(fine.text).toContain("Hết hạn vào hết ngày Thứ Hai, 07/12/2026");
    const own = await read(
      query("ngay-tra", { cach: "tu-dem", so: "2", "don-vi": "ngay-lam-viec", ngay: "2026-12-31" }),
    );
    expect(own.text).toContain("Ngày 01/01/2027 nghỉ: Tết Dương lịch");
    expect(own.text).toContain("Lịch nghỉ năm 2027 là tạm tính");
  });

  it("takes today where no day is named, and the kind of question from what is asked", async () => {
    const { text } = await read("/tinh/ngay-tra?thu-tuc=id-issue");
    expect(text).toContain("Cấp, đổi, cấp lại thẻ căn cước, ngày 23/11/2026");
  });

  it("says so where no calendar is loaded, or a limit was not found", async () => {
    const far = await read(query("ngay-tra", { cach: "tu-dem", so: "3", "don-vi": "nam", ngay: "2026-11-23" }));
    expect(far.text).toContain("Chưa có lịch làm việc của năm liên quan");
    const open = await read(query("ngay-tra", { cach: "thu-tuc", "thu-tuc": "seal-handin", ngay: "2026-11-23" }));
    expect(open.text).toContain("Vui lòng tra Nghị định 99/2016/NĐ-CP, Điều 18–19");
  });

  it.each([
    [{ cach: "x" }, "Vui lòng chọn cần tính gì."],
    [{ cach: "thu-tuc", "thu-tuc": "x" }, "Vui lòng chọn thủ tục."],
    [{ cach: "viec" }, "Vui lòng chọn việc."],
    [{ cach: "tu-dem", so: "0", "don-vi": "ngay" }, "Số lượng: vui lòng nhập số từ 1 đến 9999."],
    [{ cach: "tu-dem", so: "3", "don-vi": "x" }, "Vui lòng chọn đơn vị."],
    [{ cach: "viec", viec: "fine-payment", ngay: "hôm nay" }, "Vui lòng nhập một ngày có thật"],
  ])("says what is wrong with %j", async (asked, sentence) => {
    expectRefusal(await read(query("ngay-tra", asked as Record<string, string>)), sentence);
  });
});

describe("every calculator", () => {
  const answered = [
    "/tinh/le-phi?giay=passport-ordinary-new&ngay=2026-11-23",
    "/tinh/ngay-tra?cach=thu-tuc&thu-tuc=passport-provincial&ngay=2026-11-23",
    "/tinh/dang-ky-xe?xe=o-to-9&gia=600000000&tinh=01&ngay=2026-11-23",
    "/tinh/phat-giao-thong?q=den+do&loi=168-7-7-c&ngay=2026-11-23",
  ] as const;

  it.each(answered)("answers in English at the same address under /en: %s", async (address) => {
    const { status, text } = await read(`/en${address}`);
    expect(status).toBe(200);
    for (const heading of ["Why?", "Compared with a year ago", "Calculate again"]) expect(text).toContain(heading);
    expect(text).not.toMatch(/Vì sao|Không đổi|Thay đổi –/);
  });

  it.each(answered)("is the same page for whoever opens its address, also tomorrow: %s", async (address) => {
    const first = await read(address);
    house.setClock(Date.parse("2027-05-01T03:00:00Z"));
    const later = await read(address);
    house.setClock(Date.parse("2026-11-23T03:00:00Z"));
    expect(later.html).toBe(first.html);
    expect(first.text).toContain(`${house.url}${address}`);
  });

  it.each(answered)("sent again from its own form, leads back to its short address: %s", async (address) => {
    const browser = openBrowser(house.url);
    const page = await browser.get(address);
    const again = await page.submit({ form: address.split("?")[0] ?? "" });
    expect(again.status).toBe(200);
    expect(again.way).toHaveLength(2);
    const [asked, reached] = [new URL(address, house.url).searchParams, again.url.searchParams];
    for (const [name, value] of asked) expect([name, reached.get(name)]).toEqual([name, value]);
    expect([...reached.keys()].filter((name) => name.includes("."))).toEqual([]);
    expect(wordsOf(again.html).split("Vì sao?")[1]?.split("Tính lại")[0]).toBe(
      wordsOf(page.html).split("Vì sao?")[1]?.split("Tính lại")[0],
    );
  });

  it("asks for today where nothing was asked, and shows no mistakes", async () => {
    for (const path of ["le-phi", "ngay-tra", "dang-ky-xe", "phat-giao-thong"]) {
      const { status, html } = await read(`/tinh/${path}`);
      expect(status).toBe(200);
      expect(html).toMatch(/name="ngay\.day"[^>]*value="23"/);
      expect(html).not.toContain("govuk-error");
    }
  });

  it("shows what was typed as text, however long", async () => {
    const hostile = `"><script>alert(1)</script>${"đỏ ".repeat(300)}`;
    for (const path of [
      "le-phi?tuoi=",
      "ngay-tra?cach=tu-dem&so=",
      "dang-ky-xe?gia=",
      "phat-giao-thong?q=",
      "phat-giao-thong?loi=",
    ]) {
      const { status, html } = await read(
        `/tinh/${path}${encodeURIComponent(hostile)}&ngay=${encodeURIComponent(hostile)}`,
      );
      expect(status).toBe(422);
      expect(html).not.toContain("<script>alert");
    }
  });
});
