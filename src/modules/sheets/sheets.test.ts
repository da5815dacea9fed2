import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { stayNotification } from "../../../law/procedures/residence/stay-notification/definition.ts";
import { fieldsOf, type GroupField } from "../../engine/definition/index.ts";
import { type FormContext, readItem } from "../../engine/form/index.ts";
import { day } from "../../kernel/plain-date.ts";
import { makeCsvTemplate, makeTemplate, readSheet, type SheetRows, sheetFailureText, sheetLimits } from "./index.ts";
import { workbookParts, zipOf } from "./zip-in-tests.ts";

const edition = stayNotification.editions.at(-1);
const guests = edition ? fieldsOf(edition).find((f) => f.key === "guests") : undefined;
if (guests?.kind !== "group") throw new Error("no guests to test with");
const group: GroupField = guests;

const context: FormContext = {
  on: day("2026-11-23"),
  applicant: "organisation",
  communeExists: () => true,
  countryExists: (code) => ["VNM", "USA"].includes(code),
};
const taken = async (bytes: Uint8Array): Promise<SheetRows> => {
  const read = await readSheet(bytes, group);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.failure)}`);
  return read.value;
};
const refused = async (bytes: Uint8Array, limits = sheetLimits): Promise<string> => {
  const read = await readSheet(bytes, group, limits);
  if (read.ok) throw new Error("taken");
  expect(sheetFailureText(read.failure).vi.length).toBeGreaterThan(20);
  return read.failure.kind;
};
const csv = (content: string): Uint8Array => new TextEncoder().encode(content);
const HEADER =
  "STT,Họ và tên,Ngày sinh,Giới tính,Quốc tịch,Loại giấy tờ,Số giấy tờ,Ngày đến,Ngày đi dự kiến,Số phòng,Lý do lưu trú,Ghi chú";
const guestLine = (n: number, more: { number?: string; name?: string } = {}): string =>
  `${n},${more.name ?? "Nguyễn Văn An"},01/02/1990,Nam,VNM,Thẻ CCCD,${more.number ?? `0${10_000_000_000 + n}`},23/11/2026 20:15,25/11/2026,30${n},Du lịch,`;
const workbookBytes = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

/** The Ministry's workbook: title, headings with stray spaces, hints, an example, data from row 5, lists beside it. */
async function ministryWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const lists = workbook.addWorksheet("DANH_MUC");
  lists.addRow(["GIỚI TÍNH", "LOẠI GIẤY TỜ", "LÝ DO CƯ TRÚ", "QUỐC TỊCH"]);
  lists.addRow(["M - Nam", "1 - Thẻ CCCD", "1 - Du lịch", "VNM - Viet Nam"]);
  for (const name of ["TINH_THANH", "PHUONG_XA"]) {
    const sheet = workbook.addWorksheet(name);
    for (let n = 0; n < 3400; n++) sheet.addRow([`${101_900_000 + n} - Xã số ${n}`]);
  }
  const sheet = workbook.addWorksheet("DS_KHACH_VIET_NAM_LUU_TRU");
  sheet.addRow(["DANH SÁCH THÔNG BÁO LƯU TRÚ CHO CÔNG DÂN VIỆT NAM"]);
  sheet.addRow([
    "STT",
    "HỌ TÊN (*)",
    "NGÀY SINH (*)",
    "GIỚI TÍNH (*) ",
    "QUỐC TỊCH (*)",
    "LOẠI GIẤY TỜ (*)",
    "TÊN GIẤY TỜ",
    "SỐ GIẤY TỜ (*)",
    "SỐ ĐIỆN THOẠI",
    "NƠI CƯ TRÚ HIỆN NAY",
    "TỈNH/ THÀNH PHỐ",
    "PHƯỜNG/ XÃ/ ĐẶC KHU",
    "ĐỊA CHỈ CHI TIẾT",
    " NGÀY ĐẾN (*)",
    "NGÀY ĐI DỰ KIẾN (*)",
    "SỐ PHÒNG/ KHOA",
    "LÝ DO CƯ TRÚ (*)",
    "NHẬP LÝ DO",
    "GHI CHÚ",
  ]);
  sheet.addRow(["Số thứ tự", "Nhập họ tên", "dd/MM/yyyy", "Chọn trong danh sách"]);
  sheet.addRow([
    "[EXAMPLE]",
    "Trần Văn Mẫu",
    "01/01/1990",
    "M - Nam",
    "VNM - Viet Nam",
    "1 - Thẻ CCCD",
    "",
    "001090000001",
    "",
    "1 - Thường trú",
    "101 - TP. Hà Nội",
    "101900565 - Xã Gia Lâm",
    "Số 1",
    "01/03/2026",
    "02/03/2026",
    "1",
    "1 - Du lịch",
  ]);
  sheet.addRow([
    "1",
    "Lê Thị Bình",
    "27/03/1990",
    "F - Nữ",
    "VNM - Viet Nam",
    "8 - Thẻ Căn Cước",
    "",
    "001190000123",
    "0912345678",
    "1 - Thường trú",
    "101 - TP. Hà Nội",
    "101900565 - Xã Gia Lâm",
    "Số 5 thôn Đông",
    "22/11/2026",
    "24/11/2026",
    "301",
    "20 - Mục đích khác",
    "dự đám cưới",
    "",
  ]);
  return workbookBytes(workbook);
}

describe("reading a sheet", () => {
  test("takes the Ministry's workbook: example and hints passed over, codes understood, every guest accepted", async () => {
    const read = await taken(await ministryWorkbook());
    expect(read.sheet).toBe("DS_KHACH_VIET_NAM_LUU_TRU");
    expect(read.rows.map((row) => row.line)).toEqual([5]);
    expect(read.rows[0]?.cells).toMatchObject({
      "present-residence": "Số 5 thôn Đông, Xã Gia Lâm, TP. Hà Nội",
      "arrived-at": "22/11/2026 14:00",
      "personal-number": "001190000123",
    });
    expect(read.ignoredColumns).toEqual(["TÊN GIẤY TỜ", "SỐ ĐIỆN THOẠI", "NƠI CƯ TRÚ HIỆN NAY"]);
    const item = readItem(group, read.rows[0]?.cells ?? {}, {}, context);
    expect(item.problems).toEqual([]);
    expect(item.answers).toMatchObject({
      sex: "F",
      nationality: "VNM",
      "document-kind": "identity-card",
      reason: "other",
      "reason-text": "dự đám cưới",
      "arrived-at": "2026-11-22T14:00",
    });
    expect(item.answers["passport-number"]).toBeUndefined();
  });

  test.each([["vi"], ["en"]] as const)(
    "its own template in %s comes back with the example passed over and no rows",
    async (language) => {
      const read = await taken(await makeTemplate(group, language));
      expect(read.rows).toEqual([]);
      expect(read.problems).toEqual([]);
      expect(read.ignoredColumns).toEqual([]);
      expect((await taken(makeCsvTemplate(group, language))).rows).toEqual([]);
    },
  );

  test("its own template, filled, is taken; the example itself would pass the form", async () => {
    const workbook = new ExcelJS.Workbook();
    const template = await makeTemplate(group, "vi");
    await workbook.xlsx.load(template.buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet("KHACH_LUU_TRU");
    if (!sheet) throw new Error("no sheet");
    const example = sheet.getRow(4).values as unknown[];
    example.forEach((value, at) => {
      if (at > 1) sheet.getCell(5, at).value = value as string;
    });
    expect(sheet.getCell("D5").dataValidation?.type).toBe("list");
    expect(sheet.getCell("G5").numFmt).toBe("@");
    const read = await taken(await workbookBytes(workbook));
    expect(read.rows.map((row) => row.line)).toEqual([5]);
    expect(readItem(group, read.rows[0]?.cells ?? {}, {}, context).problems).toEqual([]);
  });

  test("shows dates, hours, numbers, rich text and formula results as a person sees them", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("x");
    sheet.addRow([
      "Họ và tên",
      "Ngày sinh",
      "Giới tính",
      "Số giấy tờ",
      "Ngày đến",
      "Ngày đi dự kiến",
      "Số phòng",
      "Lý do lưu trú",
      "Ghi chú",
    ]);
    const row = sheet.addRow([
      { richText: [{ text: "Nguyễn " }, { text: "Văn An", font: { bold: true } }] },
      new Date(Date.UTC(1990, 1, 1)),
      { formula: 'IF(1=1,"Nam","Nữ")', result: "Nam" },
      "001090000001",
      new Date(Date.UTC(2026, 10, 23, 20, 15)),
      new Date(Date.UTC(2026, 10, 25, 12, 0)),
      101,
      "Du lịch",
      { text: "xem", hyperlink: "http://example.invalid" },
    ]);
    row.getCell(2).numFmt = "dd/mm/yyyy";
    row.getCell(5).numFmt = "dd/mm/yyyy hh:mm";
    row.getCell(6).numFmt = "dd/mm/yyyy hh:mm";
    const read = await taken(await workbookBytes(workbook));
    expect(read.rows[0]?.cells).toMatchObject({
      "full-name": "Nguyễn Văn An",
      "birth-date": "01/02/1990",
      sex: "Nam",
      "personal-number": "001090000001",
      "arrived-at": "23/11/2026 20:15",
      "leaves-on": "25/11/2026",
      room: "101",
      note: "xem",
      nationality: "VNM",
    });
  });

  test.each([
    ["comma", ",", ""],
    ["semicolon and byte-order mark", ";", "\ufeff"],
    ["tab", "\t", ""],
  ])("takes CSV with %s", async (_name, delimiter, mark) => {
    const lines = [HEADER, guestLine(1), guestLine(2)].map((line) => line.replaceAll(",", delimiter));
    const read = await taken(csv(mark + lines.join("\r\n")));
    expect(read.rows.map((row) => [row.line, row.cells.room])).toEqual([
      [2, "301"],
      [3, "302"],
    ]);
  });

  test("keeps the line of every row in CSV with quotes, line breaks inside cells and empty lines", async () => {
    const content = [
      HEADER,
      `1,"Lê ""Tí"" An",1990,Nam,VNM,Thẻ CCCD,001090000001,23/11/2026 20:15,25/11/2026,1,Du lịch,"dòng một`,
      `dòng hai, ba"`,
      "",
      guestLine(2),
    ].join("\n");
    const read = await taken(csv(content));
    expect(read.rows.map((row) => row.line)).toEqual([2, 5]);
    expect(read.rows[0]?.cells).toMatchObject({ "full-name": 'Lê "Tí" An', note: "dòng một\ndòng hai, ba" });
  });

  test("300 guests in under a second; 7 bad ones are found by the form at their own lines", async () => {
    const bad = new Set([5, 17, 60, 61, 150, 299, 300]);
    const lines = Array.from({ length: 300 }, (_, at) => guestLine(at + 1, bad.has(at + 1) ? { number: "12345" } : {}));
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("x");
    for (const line of [HEADER, ...lines]) sheet.addRow(line.split(","));
    for (const bytes of [csv([HEADER, ...lines].join("\n")), await workbookBytes(workbook)]) {
      const started = performance.now();
      const read = await taken(bytes);
      const failed = read.rows.filter((row) => readItem(group, row.cells, {}, context).problems.length > 0);
      expect(performance.now() - started).toBeLessThan(1000);
      expect(read.rows.length).toBe(300);
      expect(failed.map((row) => row.line)).toEqual([...bad].map((n) => n + 1));
    }
  });

  test("a cell that is too long costs its row, not the file", async () => {
    const read = await taken(
      csv([HEADER, guestLine(1, { name: "A".repeat(sheetLimits.cellCharactersMax + 1) }), guestLine(2)].join("\n")),
    );
    expect(read.problems.map((p) => [p.line, p.field])).toEqual([[2, "full-name"]]);
    expect(read.rows.map((row) => row.line)).toEqual([3]);
  });

  test("a mark in the middle of the data loses no guest", async () => {
    const lines = Array.from({ length: 9 }, (_, at) => guestLine(at + 1) + (at === 7 ? "[ví dụ] khách quen" : ""));
    expect((await taken(csv([HEADER, ...lines].join("\n")))).rows.length).toBe(9);
  });
});

describe("refusing what is not a sheet of ours", () => {
  test("other files, old and locked workbooks, broken letters, broken quotes", async () => {
    expect(await refused(csv("%PDF-1.7\n1 0 obj"))).toBe("not-a-sheet");
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(
      "old-or-locked-workbook",
    );
    expect(await refused(new Uint8Array([...csv(`${HEADER}\n1,Nguy`), 0xe1, 0x2c]))).toBe("broken-text");
    expect(await refused(csv(`a\u0000b`))).toBe("not-a-sheet");
    expect(await refused(csv(`${HEADER}\n1,"Lê An,1990`))).toBe("broken-file");
    expect(await refused(zipOf([{ name: "hello.txt", data: Buffer.from("hello") }]))).toBe("not-a-sheet");
    expect(await refused(csv("PK\u0003\u0004nothing"))).toBe("broken-file");
    expect(await refused(new Uint8Array())).toBe("no-header");
    expect(await refused(csv("a,b\n1,2"))).toBe("no-header");
  });

  test("names the required columns that are missing", async () => {
    const read = await readSheet(csv("Họ và tên,Số phòng\nAn,1"), group);
    expect(read).toMatchObject({ ok: false, failure: { kind: "columns-missing" } });
    if (!read.ok) expect(sheetFailureText(read.failure).vi).toContain("“Ngày, giờ đến”");
  });

  test("too many rows, too large a file", async () => {
    const lines = Array.from({ length: sheetLimits.rowsMax + 1 }, (_, at) => guestLine(at));
    expect(await refused(csv([HEADER, ...lines].join("\n")))).toBe("too-many-rows");
    expect(await refused(csv(`${HEADER}${"\n".repeat(200_000)}`))).toBe("too-many-rows");
    expect(await refused(new Uint8Array(sheetLimits.fileBytesMax + 1))).toBe("too-large");
  });

  // 60 MB of zeros pack to about 60 kB: a ratio of about 1,000 to 1.
  const zeros = Buffer.alloc(60 * 1024 * 1024);
  test("a bomb that declares its size is not unpacked at all", async () => {
    const started = performance.now();
    expect(await refused(zipOf(workbookParts("<worksheet/>", [{ name: "xl/media/a.png", data: zeros }])))).toBe(
      "unpacks-too-large",
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
  test("a bomb that lies about its size is stopped while unpacking", async () => {
    const parts = workbookParts("<worksheet/>").filter((part) => !part.name.endsWith("sheet1.xml"));
    const lying = zipOf([...parts, { name: "xl/worksheets/sheet1.xml", data: zeros, declaredSize: 100 }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(lying)).toBe("broken-file");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * 1024 * 1024);
  });
  test("a bomb within the ratio is stopped by the sum, many parts by their number, a part twice as ambiguous", async () => {
    const part = Buffer.from(Array.from({ length: 40_000 }, (_, n) => `${n},`).join(""));
    const many = Array.from({ length: 4 }, (_, n) => ({ name: `p${n}`, data: part }));
    expect(
      await refused(zipOf(workbookParts("<worksheet/>", many)), { ...sheetLimits, unpackedBytesMax: 3 * part.length }),
    ).toBe("unpacks-too-large");
    const long = `<worksheet>${"<row/>".repeat(10_000)}</worksheet>`;
    expect(await refused(zipOf(workbookParts(long)), { ...sheetLimits, readBytesMax: 50_000 })).toBe(
      "unpacks-too-large",
    );
    const crowd = Array.from({ length: 501 }, (_, n) => ({ name: `p${n}`, data: Buffer.from("x") }));
    expect(await refused(zipOf(crowd))).toBe("unpacks-too-large");
    const twice = [...workbookParts("<worksheet/>"), { name: "XL/workbook.xml", data: Buffer.from("<workbook/>") }];
    expect(await refused(zipOf(twice))).toBe("broken-file");
  });

  test("merged areas, drop-downs and defined names over the whole sheet cost nothing", async () => {
    const cell = (column: string, value: string) => `<c r="${column}1" t="inlineStr"><is><t>${value}</t></is></c>`;
    const headings = ["Họ và tên", "Ngày sinh", "Giới tính", "Ngày đến", "Ngày đi dự kiến", "Lý do lưu trú"];
    const row = headings.map((heading, at) => cell("ABCDEF"[at] ?? "", heading)).join("");
    const sheet = `<worksheet><sheetData><row r="1">${row}</row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Lê An</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations></worksheet>`;
    const started = performance.now();
    const read = await taken(zipOf(workbookParts(sheet)));
    expect(performance.now() - started).toBeLessThan(500);
    expect(read.rows.map((r) => [r.line, r.cells["full-name"]])).toEqual([[1_048_576, "Lê An"]]);
  });

  test("entities and document types of XML are refused", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(await refused(zipOf(workbookParts(laughs)))).toBe("broken-file");
  });

  const hostile = join(import.meta.dirname, "../../../../shared/vectors/hostile-input");
  test.skipIf(!existsSync(hostile))(
    "the shared hostile files end as a sentence, never as a crash (skipped where ../shared is absent)",
    async () => {
      const files = readdirSync(hostile, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
      expect(files.length).toBeGreaterThan(5);
      for (const file of files) {
        const read = await readSheet(new Uint8Array(readFileSync(join(file.parentPath, file.name))), group);
        expect([file.name, read.ok]).toEqual([file.name, false]);
        if (!read.ok) expect(sheetFailureText(read.failure).en).not.toBe("");
      }
    },
  );
  test.skipIf(!existsSync(hostile))(
    "naughty strings in a cell arrive unchanged as text (skipped where ../shared is absent)",
    async () => {
      const strings = JSON.parse(readFileSync(join(hostile, "naughty-strings.json"), "utf8")) as string[];
      const fit = strings.filter((s) => s.trim() === s && s !== "" && !s.includes("\u0000") && s.isWellFormed());
      const lines = fit.map((s, at) => `${guestLine(at)}"${s.replaceAll('"', '""')}"`);
      const read = await taken(csv([HEADER, ...lines].join("\n")));
      expect(read.rows.map((row) => row.cells.note)).toEqual(fit);
    },
  );
});
