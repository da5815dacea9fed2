import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { between, expectRefusal, readerOf } from "../../../../tests/support/page-words.ts";

/** Vehicles and fines over HTTP, as a browser without script meets them. */

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ standIns: false });
  house.setClock(Date.parse("2026-11-23T03:00:00Z"));
});
afterAll(() => house.close());

const read = readerOf(() => house.url);
const query = (path: string, asked: Readonly<Record<string, string>>) => `/tinh/${path}?${new URLSearchParams(asked)}`;
const yearAgo = (text: string) => between(text, "So với một năm trước", "Tính lại");

describe("registration tax and plate fee", () => {
  const vehicle = (asked: Readonly<Record<string, string>>) => read(query("dang-ky-xe", asked));
  const car = { xe: "o-to-9", gia: "600.000.000", tinh: "01" };

  it("adds tax and fee, and says why", async () => {
    const { text } = await vehicle({ ...car, ngay: "2026-11-23" });
    expect(text).toContain("Tổng phải nộp 86.000.000 đ");
    expect(text).toContain("Lệ phí trước bạ 72.000.000 đ");
    expect(text).toContain("600.000.000 đ × 12% = 72.000.000 đ");
    expect(text).toContain("Thông tư 155/2025/TT-BTC, Điều 5");
  });

  it("is by the law of its day, on both sides of a change, and compares each part with the year before", async () => {
    const motorcycle = { xe: "xe-may", gia: "30000000", tinh: "01" };
    expect((await vehicle({ ...motorcycle, noi: "huyen", ngay: "2025-06-30" })).text).toContain(
      "Lệ phí trước bạ 1.500.000 đ",
    );
    expect((await vehicle({ ...motorcycle, ngay: "2025-07-01" })).text).toContain("Lệ phí trước bạ 600.000 đ");
    expect((await vehicle({ ...motorcycle, ngay: "2025-12-31" })).text).toContain("cấp biển số 2.000.000 đ");
    const { text } = await vehicle({ ...motorcycle, ngay: "2026-01-01" });
    expect(text).toContain("cấp biển số 1.400.000 đ");
    expect(yearAgo(text)).toContain("Thay đổi – Lệ phí trước bạ: từ 1.500.000 đ thành 600.000 đ");
    expect(yearAgo(text)).toContain("Thay đổi – Lệ phí đăng ký, cấp biển số: từ 2.000.000 đ thành 1.400.000 đ");
  });

  it("follows a province that was merged", async () => {
    const { text } = await vehicle({ xe: "xe-may", gia: "30000000", tinh: "74", noi: "xa", ngay: "2026-11-23" });
    expect(text).toContain("cấp biển số 1.400.000 đ");
    const before = await vehicle({ xe: "xe-may", gia: "30000000", tinh: "74", noi: "thi-xa", ngay: "2025-06-30" });
    expect(before.text).toContain("Khu vực II vào ngày 30/06/2025");
  });

  it("gives the part it knows and names the text for the other, without a sum", async () => {
    const { status, text } = await vehicle({ xe: "xe-may", gia: "30000000", tinh: "48", ngay: "2026-11-23" });
    expect(status).toBe(200);
    expect(text).toContain("Lệ phí trước bạ 600.000 đ");
    expect(text).toContain("con số chưa được xác định chắc chắn. Vui lòng tra Thông tư 155/2025/TT-BTC, Điều 5");
    expect(text).not.toContain("Tổng phải nộp");
    expect(yearAgo(text)).toContain("cấp biển số: khi đó 400.000 đ, nay chưa có con số");
  });

  it.each([
    [{ ...car, xe: "x" }, "Vui lòng chọn loại xe."],
    [{ ...car, lan: "x" }, "Vui lòng chọn lần nộp."],
    [{ ...car, cap: "x" }, "Vui lòng chọn giấy tờ được cấp."],
    [{ ...car, gia: "rẻ" }, "Vui lòng nhập số tiền bằng đồng"],
    [{ ...car, gia: "" }, "Vui lòng nhập số tiền bằng đồng"],
    [{ ...car, "nang-luong": "x" }, "Vui lòng chọn nguồn năng lượng."],
    [{ ...car, tinh: "00" }, "Vui lòng chọn tỉnh, thành phố."],
    [{ ...car, noi: "x" }, "Vui lòng chọn loại đơn vị."],
    [{ ...car, noi: "huyen", ngay: "2025-07-01" }, "Từ 01/07/2025 không còn cấp huyện."],
    [{ ...car, noi: "phuong", ngay: "2025-06-30" }, "Trước 01/07/2025 lệ phí tùy cấp huyện."],
    [{ ...car, ngay: "31/02/2026" }, "Vui lòng nhập một ngày có thật"],
  ])("says what is wrong with %j", async (asked, sentence) => {
    expectRefusal(await vehicle(asked as Record<string, string>), sentence);
  });

  it("tells all mistakes at once", async () => {
    const { text } = await vehicle({ gia: "x", ngay: "x" });
    const summary = between(text, "Có thông tin cần sửa", "Trước bạ và biển số xe");
    expect(summary).toMatch(/chọn loại xe\..*nhập số tiền.*chọn tỉnh, thành phố\..*ngày có thật/);
  });
});

describe("traffic fines", () => {
  const fine = (asked: Readonly<Record<string, string>>) => read(query("phat-giao-thong", asked));

  it("finds an act in everyday words, and its fine and points", async () => {
    const found = await fine({ q: "vuot den do xe may", ngay: "2026-11-23" });
    expect(found.text).toContain("1 hành vi phù hợp");
    expect(found.html).toContain("loi=168-7-7-c");
    const { text } = await fine({ q: "vuot den do xe may", loi: "168-7-7-c", ngay: "2026-11-23" });
    expect(text).toContain("Mức phạt 5.000.000 đ");
    expect(text).toContain("Trừ 4 điểm");
    expect(text).toContain("Nghị định 168/2024/NĐ-CP, Điều 7(7)(c)");
    expect(yearAgo(text)).toContain("Không đổi – Mức phạt: 5.000.000 đ");
  });

  it("says first what is done beside the fine, and leads to the day by which it is paid", async () => {
    const { text, html } = await fine({ loi: "168-7-9-d", ngay: "2026-11-23" });
    expect(between(text, "Ngoài ra", "Vì sao?")).toContain("Được tạm giữ phương tiện trước khi ra quyết định");
    const open = await fine({ loi: "168-7-9-d", "giam-nhe": "1", ngay: "2026-11-23" });
    expect(between(open.text, "Ngoài ra", "Vì sao?")).toContain(
      "chọn thời gian tước giấy phép trên 22 và dưới 23 tháng",
    );
    expect(html).toContain('href="/tinh/ngay-tra?cach=viec&amp;viec=fine-payment"');
    expect(html).toContain('href="/tinh/phat-giao-thong">Chọn hành vi khác');
  });

  it("holds an act titled alike in the older decree against it, over the change of decrees", async () => {
    const { text } = await fine({ loi: "168-7-7-c", ngay: "2025-01-01" });
    expect(yearAgo(text)).toContain("Thay đổi – Mức phạt: từ 900.000 đ thành 5.000.000 đ");
    expect(yearAgo(text)).toContain("khi đó 2 tháng, nay không có");
    expect(yearAgo(text)).toContain("Điểm giấy phép lái xe: từ không trừ thành trừ 4 điểm");
    expect(yearAgo(text)).toContain("Nghị định 100/2019/NĐ-CP");
  });

  it("shows the acts worded most like it where none is titled alike, then and now", async () => {
    const { text, html } = await fine({ loi: "168-7-2-h", ngay: "2025-06-01" });
    expect(yearAgo(text)).toContain("Hành vi có lời văn gần nhất khi đó");
    expect(html).toContain("loi=100-6-3-n&amp;ngay=2024-06-01");
    const now = await fine({ loi: "100-6-3-n", ngay: "2025-06-01" });
    expect(now.text).toContain("chưa có hoặc không còn hiệu lực vào ngày này");
    expect(now.html).toContain("loi=168-7-2-h&amp;ngay=2025-06-01");
  });

  it("works for the years of Decree 100", async () => {
    const found = await fine({ q: "vuot den do xe may", ngay: "2021-12-31" });
    expect(found.html).toContain("loi=100-6-4-e");
    expect((await fine({ loi: "100-6-4-e", ngay: "2021-12-31" })).text).toContain("Mức phạt 800.000 đ");
    const { text } = await fine({ loi: "100-6-4-e", ngay: "2022-01-01" });
    expect(text).toContain("Mức phạt 900.000 đ");
    expect(yearAgo(text)).toContain("từ 800.000 đ thành 900.000 đ");
  });

  it("reckons circumstances, organisations and persons too many", async () => {
    const loi = "168-7-7-c";
    const [two, one] = [await fine({ loi, "giam-nhe": "2" }), await fine({ loi, "giam-nhe": "1" })];
    expect(two.text).toContain("Mức phạt 4.000.000 đ");
    expect(one.text).toContain("Mức phạt 4.000.000 đ – 5.000.000 đ");
    expect((await fine({ loi, nguoi: "to-chuc" })).text).toContain("Nghị định không ghi khung phạt cho tổ chức");
    const asked = await fine({ loi: "168-20-2" });
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('name="vuot"');
    const bus = { loi: "168-20-2", nguoi: "ca-nhan", vuot: "6", "suc-chua": "5" };
    expect((await fine(bus)).text).toContain("Trừ 10 điểm");
    expect((await fine({ loi: "168-6-11-a" })).text).toContain("Tối đa 3 lần");
    expect((await fine({ loi })).text).not.toContain("Tối đa 3 lần");
  });

  it("says that nothing fits, and warns of words that the nearest act does not have", async () => {
    expect((await fine({ q: "thay đổi kết cấu xe" })).text).toContain("Không tìm thấy hành vi nào");
    expect((await fine({ q: "quên mang bằng lái xe máy" })).text).toContain("không có các từ: quên, mang");
    expect((await fine({ q: "vượt đèn đỏ xe máy" })).text).not.toContain("không có các từ");
  });

  it.each([
    [{ q: "" }, "Vui lòng gõ việc đã làm."],
    [{ loi: "168-99" }, "Không có hành vi với mã này."],
    [{ q: "đèn đỏ", ngay: "2026-13-01" }, "Vui lòng nhập một ngày có thật"],
    [{ loi: "168-7-7-c", nguoi: "x" }, "Vui lòng chọn cá nhân hoặc tổ chức."],
    [{ loi: "168-7-7-c", "giam-nhe": "-1" }, "Số tình tiết giảm nhẹ: vui lòng nhập số từ 0 đến 20."],
    [{ loi: "168-7-7-c", "tang-nang": "21" }, "Số tình tiết tăng nặng: vui lòng nhập số từ 0 đến 20."],
    [{ loi: "168-20-2", nguoi: "ca-nhan" }, "Chở vượt bao nhiêu người: vui lòng nhập số từ 1 đến 500."],
    [{ loi: "168-20-2", vuot: "6", "suc-chua": "không" }, "Số người xe được phép chở: vui lòng nhập số từ 1 đến 500."],
  ])("says what is wrong with %j", async (asked, sentence) => {
    expectRefusal(await fine(asked as Record<string, string>), sentence);
  });
});
