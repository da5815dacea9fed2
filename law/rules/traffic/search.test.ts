import { describe, expect, it } from "vitest";
import { day } from "../../../src/kernel/plain-date.ts";
import { isWithin, measureIn, rangeIn } from "./measures.ts";
import { searchViolations } from "./search.ts";

const today = day("2026-11-23");
const first = (text: string, count = 1, on = today) =>
  searchViolations(text, on)
    .slice(0, count)
    .map((row) => row.code);

describe("searching violations in everyday words", () => {
  it.each([
    ["vượt đèn đỏ xe máy", "168-7-7-c"],
    ["xe may vuot den do", "168-7-7-c"],
    ["ĐÈN ĐỎ Ô TÔ", "168-6-9-b"],
    ["không đội nón", "168-7-2-h"],
    ["chở người không đội mũ", "168-7-2-i"],
    ["xe máy kẹp 3", "168-7-2-g"],
    ["chở 3 người xe máy", "168-7-3-b"],
    ["nhậu xong lái xe máy", "168-7-6-a"],
    ["nồng độ cồn ô tô 0,3 mg", "168-6-9-a"],
    ["ô tô không chịu thổi nồng độ cồn", "168-6-11-b"],
    ["quá tốc độ 15km/h ô tô", "168-6-5-dd"],
    ["chạy quá 25 km xe máy", "168-7-8-a"],
    ["xe máy leo vỉa hè", "168-7-7-a"],
    ["đi ngược chiều xe máy", "168-7-7-a"],
    ["không có bằng lái xe máy", "168-18-5-a"],
    ["nghe điện thoại khi lái ô tô", "168-6-5-h"],
    ["đậu xe trên vỉa hè", "168-6-3-e"],
    ["xe máy không chính chủ", "168-32-3-a"],
    ["hết đăng kiểm", "168-13-5-a"],
    ["boc dau", "168-7-11-b"],
    ["độ pô", "168-14-2-d"],
    ["quá tải 40%", "168-21-5-a"],
    ["chở trẻ em không có ghế", "168-6-1a"],
    ["không nhường xe cứu thương", "168-6-6-b"],
    ["xe máy đi vào cao tốc", "168-7-7-b"],
    ["xe đạp vượt đèn đỏ", "168-9-2-dd"],
    ["gây tai nạn rồi bỏ chạy ô tô", "168-6-8"],
    ["lùi xe trên cao tốc", "168-6-11-dd"],
    ["không có bảo hiểm xe máy", "168-18-2-b"],
    ["che biển số xe máy", "168-14-3-b"],
    ["sang đường sai chỗ", "168-10-1-a"],
    ["run red light motorbike", "168-7-7-c"],
  ])("%s", (text, code) => {
    expect(first(text)).toEqual([code]);
  });

  it("does not mind accents, case or the order of words", () => {
    const asked = ["vượt đèn đỏ xe máy", "XE MÁY VƯỢT ĐÈN ĐỎ", "vuot den do xe may", "xe may den do vuot"];
    for (const text of asked) expect(first(text)).toEqual(["168-7-7-c"]);
  });

  it("tells words apart by their accents where they are typed", () => {
    expect(first("đèn đỏ xe máy")).toEqual(["168-7-7-c"]);
    expect(searchViolations("đỗ xe máy", today).every((row) => row.title.vi.toLowerCase().includes("đỗ"))).toBe(true);
  });

  it("answers with the rows of the day asked for", () => {
    expect(first("vượt đèn đỏ ô tô", 1, day("2024-12-31"))).toEqual(["100-5-5-a"]);
    expect(searchViolations("chở trẻ em không có ghế", day("2026-08-14")).map((row) => row.code)).not.toContain(
      "168-6-1a",
    );
    expect(searchViolations("vượt đèn đỏ", day("2019-12-31"))).toEqual([]);
  });

  it("lists the levels of one act in the order of the law", () => {
    expect(first("uống rượu bia lái ô tô", 3)).toEqual(["168-6-6-c", "168-6-9-a", "168-6-11-a"]);
    expect(first("quá tốc độ xe máy", 3)).toEqual(["168-7-2-b", "168-7-4-a", "168-7-8-a"]);
  });

  it("finds nothing in words that name no act, and does not choke on long ones", () => {
    for (const text of ["", "   ", "phạt bao nhiêu tiền", "zzz qqq", "?!…"]) expect(first(text)).toEqual([]);
    expect(searchViolations("đèn đỏ ".repeat(200_000), today).length).toBeLessThanOrEqual(20);
  });
});

describe("measures", () => {
  it.each([
    ["Chạy quá tốc độ từ 5 đến dưới 10 km/h", [5, 9.9], [4.9, 10]],
    ["Chạy quá tốc độ từ 10 đến 20 km/h", [10, 20], [9, 21]],
    ["Chạy quá tốc độ trên 20 đến 35 km/h", [20.1, 35], [20, 36]],
    ["Chạy quá tốc độ trên 35 km/h", [36, 200], [35]],
    ["nồng độ cồn đến 0,25 mg/l khí thở", [0.1, 0.25], [0.26]],
    ["quá tải trên 30 đến 50%", [31, 50], [30, 51]],
  ])("%s", (title, inside, outside) => {
    const range = rangeIn(title);
    expect(range).not.toBeNull();
    if (!range) return;
    for (const value of inside) expect(isWithin(range, value), String(value)).toBe(true);
    for (const value of outside) expect(isWithin(range, value), String(value)).toBe(false);
  });

  it("reads the number and unit of a question", () => {
    expect(measureIn("quá 15km/h")).toEqual({ unit: "km", value: 15 });
    expect(measureIn("0,3 mg/l")).toEqual({ unit: "mg", value: 0.3 });
    expect(measureIn("quá tải 40 phần trăm")).toEqual({ unit: "%", value: 40 });
    expect(measureIn("chở 3 người")).toBeNull();
    expect(rangeIn("Mở cửa xe không an toàn")).toBeNull();
  });
});
