import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { decideAndReturn, type Staff, staffOf } from "../support/office.ts";
import {
  act,
  answerAll,
  begin,
  codeOf,
  download,
  headingOf,
  problemsOf,
  questionOf,
  sendDraft,
  textOf,
} from "../support/portal.ts";
import { signaturesOf } from "../support/signatures.ts";

/** The seal of an organisation: filed by its representative, decided by PC06, entered in the register, moved on. */

let house: TestHouse;
let owner: pg.Client;
let staff: Staff;

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  staff = await staffOf(house.url, "pc06-ha-noi");
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

const SEAL = {
  "seal-kind": "wet-plain",
  "seal-text": "VĂN PHÒNG CÔNG CHỨNG MINH TÂM\r\nTHÀNH PHỐ HÀ NỘI",
  quantity: "1",
};

test("a notary office gets its certificate, and the register says REGISTERED, then IN_USE", {
  timeout: 60_000,
}, async () => {
  const notary = await signInAs(house.url, "to-chuc-minh-tam", { start: "/dang-nhap?ve=/" });
  const start = await begin(notary, "seal-new");
  const papers = await answerAll(start, {
    law: { "law-it-works-under": "special-law" },
    organisation: {},
    seat: {},
    seal: SEAL,
    "sent-person": {},
    declaration: { declaration: "true" },
  });
  expect(papers.url.pathname).toMatch(/\/giay-to$/);
  // Both papers stand in registers: neither is asked.
  expect(papers.html).not.toContain('type="file"');
  const receipt = await sendDraft(notary, papers);
  expect(headingOf(receipt)).toBe("Đã gửi hồ sơ");
  expect(receipt.html).not.toContain("thanh-toan");
  const code = codeOf(receipt);

  expect((await act(staff.desk, code, "accepted")).html).toContain("Văn phòng công chứng Minh Tâm");
  await decideAndReturn(staff, code, { outcome: "grant" });

  const page = await notary.get(`/ho-so/${code}`);
  expect(textOf(page.html)).toContain("Giấy chứng nhận đăng ký mẫu con dấu");
  const certificate = await download(notary, `/ho-so/${code}/ket-qua.pdf`, house.url);
  expect(certificate.type).toBe("application/pdf");
  expect(await signaturesOf(house, certificate.bytes)).toEqual({ found: 2, held: 2 });

  const states = async (): Promise<string[]> =>
    (
      await owner.query(
        "select t.state from seal_states t join seals s on s.id = t.seal_id where s.dossier_code = $1 order by seq",
        [code],
      )
    ).rows.map(({ state }) => state);
  expect(await states()).toEqual(["REGISTERED"]);
  const register = await staff.clerk.get("/office/con-dau");
  expect(textOf(register.html)).toContain("VĂN PHÒNG CÔNG CHỨNG MINH TÂM");
  const seal = /con-dau\/([0-9a-f-]{36})\/trang-thai/.exec(register.html)?.[1] ?? "";
  const skipped = await register.submit({ form: "/trang-thai", fields: { [`${seal}.state`]: "DESTROYED" } });
  expect(skipped.status).toBe(409);
  const moved = await skipped.submit({
    form: "/trang-thai",
    fields: { [`${seal}.state`]: "IN_USE", [`${seal}.note`]: "Đã giao dấu" },
  });
  expect(moved.html).toContain("Đã ghi trạng thái mới vào sổ.");
  expect(await states()).toEqual(["REGISTERED", "IN_USE"]);
});

test("a company under the Law on Enterprises alone is told kindly that it registers no seal", {
  timeout: 30_000,
}, async () => {
  const company = await signInAs(house.url, "to-chuc-anh-duong", { start: "/dang-nhap?ve=/" });
  const start = await begin(company, "seal-new");
  expect(textOf(start.html)).toContain("Công ty chỉ hoạt động theo Luật Doanh nghiệp tự quyết định con dấu của mình");
  const after = await answerAll(start, {
    law: { "law-it-works-under": "enterprise-law" },
    organisation: { "organisation-kind": "other" },
    seat: {},
    seal: SEAL,
    "sent-person": {},
    declaration: { declaration: "true" },
  });
  const papers = after.url.pathname.endsWith("/giay-to")
    ? [{ field: "other-founding", name: "quyet-dinh.pdf", bytes: Buffer.from("%PDF-1.4\n%%EOF\n") }]
    : [];
  const refused = await sendDraft(company, after, papers);
  expect(refused.status).toBe(422);
  expect(problemsOf(refused)).toEqual([
    expect.stringContaining("tự quyết định về con dấu của mình (Điều 43 Luật Doanh nghiệp 2020)"),
  ]);
  expect((await owner.query("select 1 from dossiers where owner_name like '%Ánh Dương%'")).rowCount).toBe(0);
});

test("a person who represents no organisation is told so, and files nothing", async () => {
  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const page = await citizen.get("/thu-tuc/seal-new/bat-dau");
  expect(questionOf(page)).toBeNull();
  expect(textOf(page.html)).toContain("Thủ tục này do cơ quan, tổ chức nộp.");
});
