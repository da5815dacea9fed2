import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { dong } from "../../kernel/dong.ts";
import { day, instantAt } from "../../kernel/plain-date.ts";
import { type Cell, countCell, dayCell, exportList, momentCell, moneyCell, textCell } from "./index.ts";

const COLUMNS = ["Mã", "Tên", "Ngày", "Lúc", "Số", "Tiền"].map((title) => ({ title }));
const ROW: readonly Cell[] = [
  textCell("G01.079.1X-261123-010001"),
  textCell('Nguyễn "An" <b>&\u0000, Đỗ'),
  dayCell(day("2026-11-23")),
  momentCell(instantAt(day("2026-11-23"), 15 * 60 + 1)),
  countCell(7),
  moneyCell(dong(1_234_000)),
];
async function* pages(...given: (readonly (readonly Cell[])[])[]) {
  yield* given;
}
const list = (...given: (readonly (readonly Cell[])[])[]) => ({
  name: "Hồ sơ [1]",
  columns: COLUMNS,
  pages: pages(...given),
});

describe("a list that leaves", () => {
  it("as XLSX is read by another program with its days, moments, counts and money", async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await buffer(exportList(list([ROW], [[null, textCell("=1+1"), null, null, null, null]]), "xlsx"));
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    const [head, first, second] = [1, 2, 3].map((n) => sheet?.getRow(n));
    expect(sheet?.name).toBe("Hồ sơ  1 ");
    expect(head?.getCell(2).value).toBe("Tên");
    expect(first?.getCell(2).value).toBe('Nguyễn "An" <b>&, Đỗ');
    expect(first?.getCell(3).value).toEqual(new Date("2026-11-23T00:00:00Z"));
    expect(first?.getCell(4).value).toEqual(new Date("2026-11-23T15:01:00Z"));
    expect([first?.getCell(5).value, first?.getCell(6).value]).toEqual([7, 1_234_000]);
    expect(first?.getCell(6).numFmt).toContain("#,##0");
    expect([second?.getCell(1).value, second?.getCell(2).value]).toEqual([null, "=1+1"]);
    expect(second?.getCell(2).formula).toBeUndefined();
  });

  it("as CSV bears a mark for spreadsheets and quotes what needs it; a text is never a formula", async () => {
    const csv = (
      await buffer(exportList(list([ROW, [textCell("=cmd|'x'!A1"), null, null, null, null, null]]), "csv"))
    ).toString();
    expect(csv.split("\r\n")).toEqual([
      "\uFEFFMã,Tên,Ngày,Lúc,Số,Tiền",
      'G01.079.1X-261123-010001,"Nguyễn ""An"" <b>&\u0000, Đỗ",23/11/2026,"15:01, 23/11/2026",7,1234000',
      "'=cmd|'x'!A1,,,,,",
      "",
    ]);
  });

  it.each(["csv", "xlsx"] as const)(
    "as %s asks for no row that nobody reads, and stops asking when reading stops",
    async (format) => {
      let [asked, ended] = [0, false];
      async function* endless() {
        try {
          for (;;) {
            asked += 1;
            yield Array.from({ length: 100 }, () => ROW);
          }
        } finally {
          ended = true;
        }
      }
      const stream = exportList({ name: "x", columns: COLUMNS, pages: endless() }, format);
      await new Promise((done) => stream.once("data", done));
      stream.pause();
      let before = -1;
      await expect
        .poll(
          () => {
            const stands = asked === before;
            before = asked;
            return stands;
          },
          { interval: 50, timeout: 10_000 },
        )
        .toBe(true);
      expect(asked).toBeLessThan(5_000);
      stream.destroy();
      await expect.poll(() => ended).toBe(true);
    },
  );

  it.each(["csv", "xlsx"] as const)("as %s fails where the rows fail", async (format) => {
    async function* broken() {
      yield [ROW];
      throw new Error("connection lost");
    }
    await expect(buffer(exportList({ name: "x", columns: COLUMNS, pages: broken() }, format))).rejects.toThrow(
      "connection lost",
    );
  });
});
