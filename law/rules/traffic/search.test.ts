import { describe, expect, it } from "vitest";
import { day } from "../../../src/kernel/plain-date.ts";
import { isWithin, measureIn, rangeIn } from "./measures.ts";
import { searchViolations, wordsNotFound } from "./search.ts";

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

  it.each([
    ["vuot den do xe may", "168-7-7-c"],
    ["khong doi mu bao hiem", "168-7-2-h"],
    ["uong ruou lai xe o to", "168-6-6-c"],
    ["chạy quá tốc độ 15km xe máy", "168-7-4-a"],
    ["chay qua toc do 25 xe may", "168-7-8-a"],
    ["di nguoc chieu", "168-7-7-a"],
    ["di vao duong mot chieu o to", "168-6-9-d"],
    ["cho 3", "168-7-3-b"],
    ["xe may 3 nguoi", "168-7-2-g"],
    ["dừng đỗ sai", "168-6-3-e"],
    ["dung do sai xe may", "168-7-2-e"],
    ["đậu xe dưới biển cấm", "168-6-3-e"],
    ["đỗ xe chắn lối", "168-6-5-k"],
    ["do xe o nga tu o to", "168-6-3-dd"],
    ["nghe điện thoại khi lái xe", "168-6-5-h"],
    ["nghe nhac tai nghe xe may", "168-7-4-dd"],
    ["xe chua dang kiem", "168-13-6-b"],
    ["không gương", "168-14-1-a"],
    ["khong co bang lai", "168-18-5-a"],
    ["khong co giay phep lai xe o to", "168-18-9-b"],
    ["bang lai het han", "168-18-8-a"],
    ["nồng độ cồn xe máy 0.3", "168-7-8-b"],
    ["nồng độ cồn kịch khung ô tô", "168-6-11-a"],
    ["xe khách chở quá người", "168-20-2"],
    ["lạng lách", "168-6-12"],
    ["lang lach xe may", "168-7-9-a"],
    ["đè vạch liền", "168-6-1-a"],
    ["độ xe", "168-13-3-a"],
    ["mở cửa xe gây tai nạn", "168-6-5-q"],
    ["nổ bô", "168-7-9-k"],
    ["không dừng xe khi csgt yêu cầu", "168-12-10"],
    ["thong chot", "168-12-10"],
    ["phạt nguội vượt đèn đỏ xe máy", "168-7-7-c"],
    ["không nhường đường cho xe cứu thương", "168-6-6-b"],
    ["xe máy đi vào làn ô tô", "168-7-3-d"],
    ["đi vào làn khẩn cấp cao tốc", "168-6-5-d"],
    ["quay đầu xe sai xe máy", "168-7-2-k"],
    ["chở trẻ em không mũ", "168-7-2-i"],
    ["chưa đủ tuổi lái xe máy", "168-18-4-a"],
    ["re khong xi nhan", "168-7-3-a"],
    ["khong that day an toan", "168-6-3-k"],
    ["khong co bien so xe may", "168-14-3-a"],
    ["cho hang cong kenh xe may", "168-7-3-e"],
    ["xe dap di hang ba", "168-9-1-g"],
    ["di bo tren cao toc", "168-10-2-a"],
    ["uống bia chạy xe đạp", "168-9-1-p"],
    ["quá tải 20%", "168-21-2-a"],
    ["chạy quá chậm", "168-6-3-o"],
    ["drunk driving car", "168-6-6-c"],
    ["speeding 30km car", "168-6-6-a"],
    ["phone while driving", "168-6-5-h"],
    ["no helmet", "168-7-2-h"],
  ])("as people type it: %s", (text, code) => {
    expect(first(text)).toEqual([code]);
  });

  it.each([
    ["vuot den do xe may", "100-6-4-e", "100-6-4-e"],
    ["khong doi mu bao hiem", "100-6-3-n", "100-6-2-i"],
    ["khong co bang lai o to", "100-21-9-b", "100-21-8-b"],
    ["chạy quá tốc độ 15km xe máy", "100-6-4-a", "100-6-4-a"],
    ["quá tốc độ 25 ô tô", "100-5-6-a", "100-5-6-a"],
    ["khong guong", "100-17-1-a", "100-17-1-a"],
    ["xe may vao cao toc", "100-6-6-b", "100-6-6-b"],
    ["cho 3", "100-6-3-b", "100-6-3-b"],
    ["không chính chủ xe máy", "100-30-4-a", "100-30-4-a"],
  ])("in the years of Decree 100: %s", (text, since2022, before) => {
    expect(first(text, 1, day("2024-12-31"))).toEqual([since2022]);
    expect(first(text, 1, day("2021-12-31"))).toEqual([before]);
  });

  it("finds nothing rather than something else, and says which words the best row does not have", () => {
    for (const text of ["thay đổi kết cấu xe", "vứt rác ra đường từ xe"]) expect(first(text)).toEqual([]);
    const [row] = searchViolations("quên mang bằng lái xe máy", today);
    expect(row && wordsNotFound("quên mang bằng lái xe máy", row)).toEqual(["quên", "mang"]);
    const [known] = searchViolations("vượt đèn đỏ xe máy", today);
    expect(known && wordsNotFound("vượt đèn đỏ xe máy", known)).toEqual([]);
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
    expect(measureIn("cồn 0.3")).toEqual({ unit: "mg", value: 0.3 });
    expect(measureIn("quá tốc độ 25")).toEqual({ unit: "km", value: 25 });
    expect(measureIn("chở quá 5 người")).toBeNull();
    expect(measureIn("quá tải 20 tấn")).toBeNull();
    expect(rangeIn("Mở cửa xe không an toàn")).toBeNull();
  });
});
