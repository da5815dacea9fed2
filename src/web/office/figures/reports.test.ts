import ExcelJS from "exceljs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { hasPdfText, pdfText } from "../../../../tests/support/pdf-text.ts";
import { sheet } from "../../../../tests/support/shared-sheets.ts";
import { pdfsigVerdicts } from "../../../../tests/support/signatures.ts";

/** Reports, score card and register as officers ask for them: over sockets, without script. */

let house: TestHouse;
let owner: pg.Client;
let lead: Browser;
let overseer: Browser;
const codes: string[] = [];

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  for (let n = 0; n < 2; n++) codes.push(await fileResidence(house));
  // Taken in the days of the card, one done late and one early.
  await owner.query("update dossiers set accepted_at = '2025-08-04T09:00+07', due_at = '2025-08-07T17:30+07'");
  await owner.query("update dossiers set ended_at = '2025-08-08T09:00+07', closed_at = ended_at where code = $1", [
    codes[0],
  ]);
  await owner.query("update dossiers set ended_at = '2025-08-06T09:00+07', closed_at = ended_at where code = $1", [
    codes[1],
  ]);
  lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  overseer = await signedInOfficer(house, "can-bo-theo-doi-hcm");
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

const fetched = (browser: Browser, path: string): Promise<Response> => {
  const url = new URL(path, house.url);
  return fetch(url, { headers: { cookie: browser.jar.header(url) } });
};
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
/** The form of a page that is posted there. */
const formAt = ({ forms }: Page, action: string): number =>
  forms.findIndex((form) => form.method === "post" && form.action.includes(action));
const PERIOD = "ky=tuy-chon&tu.day=1&tu.month=7&tu.year=2025&den.day=14&den.month=9&den.year=2025";

describe("the statutory reports", () => {
  const HEADS: Readonly<Record<string, RegExp>> = {
    "reporting-unit": /Đơn vị báo cáo: Công an phường Sài Gòn/,
    "receiving-unit": /Đơn vị nhận báo cáo: Công an thành phố Hồ Chí Minh/i,
    period: /Kỳ báo cáo: từ ngày 01\/07\/2025 đến ngày 14\/09\/2025/,
    preparer: /Người lập biểu/,
    signer: /Thủ trưởng đơn vị/,
    causes:
      /Danh mục nguyên nhân: Quy định, văn bản; Cán bộ, công chức; Cơ quan phối hợp; Tổ chức, cá nhân; Hạ tầng, hệ thống; Khác/,
  };
  const LEFT_OUT: Readonly<Record<string, string>> = {
    "feedback-rows": "Form II.05 is counted from feedback and petitions, which are another module's",
  };
  const json = sheet("forms/things-forms.json");

  test.skipIf(json === null || !hasPdfText)("bear every field of their forms (one-stop 29)", async () => {
    type Field = { readonly key: string; readonly columns?: readonly { readonly label_vi: string }[] };
    const { forms } = JSON.parse(json ?? "{}") as {
      forms: readonly { id: string; sections: readonly { fields: readonly Field[] }[] }[];
    };
    for (const [id, file] of [
      ["report-ii06", "ii06"],
      ["report-ii05-ii07", "ii07"],
    ] as const) {
      const words = pdfText(await bytesOf(await fetched(lead, `/office/so-lieu/bao-cao/${file}.pdf?${PERIOD}`)));
      const fields = forms.find((form) => form.id === id)?.sections.flatMap((section) => section.fields) ?? [];
      expect(fields.length).toBeGreaterThan(4);
      for (const { key, columns = [] } of fields) {
        if (LEFT_OUT[key]) continue;
        if (columns.length === 0) expect(words, `${id}.${key}`).toMatch(HEADS[key] ?? /never/);
        // `Trong kỳ: trực tuyến (4)`: the last words and the number of the column, as the form has them.
        for (const { label_vi } of columns)
          expect(words.toLowerCase(), `${id}.${key}`).toContain((label_vi.split(": ").at(-1) ?? "").toLowerCase());
      }
    }
  });

  test("count the period, as tagged PDF and as XLSX, and a late dossier stands in II.07 (one-stop 29)", async () => {
    const page = await lead.get(`/office/so-lieu/bao-cao?${PERIOD}`);
    expect(page.html).toContain("II.07a/VPCP/KSTT");
    expect(page.html).toContain("1 hồ sơ chưa có văn bản xin lỗi");
    const pdf = await bytesOf(await fetched(lead, `/office/so-lieu/bao-cao/ii06.pdf?${PERIOD}`));
    for (const sign of ["<pdfuaid:part>1</pdfuaid:part>", "/Marked true", "/Lang (vi-VN)"])
      expect(pdf.toString("latin1"), sign).toContain(sign);
    const workbook = new ExcelJS.Workbook();
    const file = await bytesOf(await fetched(lead, `/office/so-lieu/bao-cao/ii06.xlsx?${PERIOD}`));
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
    const row = workbook.worksheets[0]?.getRow(2).values;
    // Two came online, none before; both done, one early, one late; none in hand.
    expect(Array.isArray(row) ? row.slice(3) : row).toEqual([2, 2, 0, 0, 2, 1, 0, 1, 0, 0, 0]);
    expect((await lead.get("/office/so-lieu/bao-cao/ii99.pdf")).status).toBe(404);
  });
});

describe("the score card", () => {
  const at = `/office/so-lieu/cham-diem?${PERIOD}&don-vi-nao=ca-26740`;

  test("has no rule from 15/09/2025 on, and says so (one-stop 29)", async () => {
    expect((await lead.get("/office/so-lieu/cham-diem?ky=nam")).html).toMatch(
      /Không có quy định chấm điểm cho kỳ này: .* từ 06\/01\/2019 đến hết 14\/09\/2025/,
    );
    expect((await lead.get(at)).html).not.toContain("Không có quy định chấm điểm cho kỳ này");
  });

  test("takes points from whoever oversees only, with a reason (one-stop 29)", async () => {
    expect((await lead.get(at)).html).not.toContain("Nhập điểm");
    const page = await overseer.get(at);
    const wrong = await page.submit({
      form: formAt(page, "cham-diem"),
      fields: { item: "score-card|6", points: "3", reason: "Biên bản" },
    });
    expect([wrong.status, wrong.html.includes("Điểm là số từ 0 đến 2")]).toEqual([422, true]);
    const done = await page.submit({
      form: formAt(page, "cham-diem"),
      fields: { item: "score-card|6", points: "1,5", reason: "Biên bản kiểm tra" },
    });
    expect(done.html).toContain("Đã ghi điểm cùng lý do");
    expect((await lead.get(at)).html).toContain("Biên bản kiểm tra");
  });
});

describe("the register of dossiers", () => {
  const at = `/office/so-theo-doi?${PERIOD}`;

  test("lists what was received, leaves as files, and each look is in the log (one-stop 27, 34)", async () => {
    const looks = async () =>
      (await owner.query("select distinct dossier_code from access_log where detail = 'Sổ theo dõi hồ sơ'")).rows
        .length;
    const page = await lead.get(at);
    expect(codes.map((code) => page.html.includes(code))).toEqual([true, true]);
    expect(await looks()).toBe(2);
    const csv = await (await fetched(lead, `/office/so-theo-doi/tai?${PERIOD}&dang=csv`)).text();
    expect(csv.split("\r\n")[1]).toContain("Số 45/3 đường Nguyễn Huệ");
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    const workbook = new ExcelJS.Workbook();
    const file = await bytesOf(await fetched(lead, `/office/so-theo-doi/tai?${PERIOD}`));
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets[0]?.getRow(1).getCell(12).value).toBe("Ký nhận");
  });

  test("is printed, sealed and kept: taken again it is the same file (one-stop 27)", async () => {
    const page = await lead.get(at);
    const done = await page.submit({ form: formAt(page, "/ban-in") });
    expect(done.html).toContain("Đã lập bản in");
    const [link = ""] = /\/office\/so-theo-doi\/ban-in\/[0-9a-f-]+/.exec(done.html) ?? [];
    const first = await bytesOf(await fetched(lead, link));
    expect(pdfsigVerdicts(first) ?? ["Signature is Valid."]).toEqual(["Signature is Valid."]);
    expect(Buffer.compare(await bytesOf(await fetched(lead, link)), first)).toBe(0);
    const stranger = await signedInOfficer(house, "can-bo-hoan-kiem-lanh-dao");
    expect((await fetched(stranger, link)).status).toBe(404);
  });

  test("is for those whose work it is", async () => {
    expect((await fetched(overseer, at)).status).toBe(403);
  });
});
