import { afterAll, beforeAll, expect, test } from "vitest";
import {
  axeViolations,
  type OpenedBrowser,
  openBrowser,
  overflowWidth,
  screenshot,
} from "../../../tests/support/browser.ts";
import type { Browser } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, fileStay, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { act } from "../../../tests/support/portal.ts";
import { newId } from "../../platform/ids.ts";

/** The office in a real browser: readable by everybody, and never wider than the window. */

let house: TestHouse;
let chrome: OpenedBrowser;
/** Whose pages, and which. */
let walks: readonly (readonly [Browser, readonly string[]])[];

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  const desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const editor = await signedInOfficer(house, "can-bo-phap-che-soan");
  const money = await Promise.all(
    ["sai-gon-thu-ngan", "sai-gon-ke-toan", "pc06-hcm-ke-toan", "sai-gon-lanh-dao"].map((name) =>
      signedInOfficer(house, `can-bo-${name}`),
    ),
  );
  const [cashier, treasurer, province, head] = money;
  if (!cashier || !treasurer || !province || !head) throw new Error("nobody keeps the money");
  const [residence, stay] = [await fileResidence(house), await fileStay(house)];
  const lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  const operator = await signedInOfficer(house, "can-bo-van-hanh");
  const running = await fileResidence(house);
  await act(desk, running, "accepted", {});
  const draft = await (await editor.get("/office/quy-dinh")).submit({ form: "/quy-dinh/moi" });
  const own = draft.url.pathname.replace("/office", "");
  const fee = "bang=fees&khoa=residence-temporary+%2F+online";
  walks = [
    [desk, ["", `/ho-so/${residence}`, `/ho-so/${stay}`, "/doi-soat?so=kiem", "/luu-tru", "/con-dau", "/vi-tri"]],
    [lead, [`/ho-so/${running}`, "/nhac-han", "/gio-lam-viec", "/so-theo-doi?ky=nam", "/so-lieu/bao-cao?ky=nam"]],
    [await signedInOfficer(house, "can-bo-theo-doi-hcm"), [`/so-lieu/cham-diem?${CARD_DAYS}`]],
    [operator, ["/su-co"]],
    [cashier, [`/thu-tien?ho-so=${residence}`, "/hoan-tien", "/so-thu"]],
    [treasurer, ["/thu-tien", `/mien-giam?ho-so=${residence}`, "/so-thu/chi-tiet?cot=raised"]],
    [province, ["/doi-soat", "/doi-soat/sao-ke", `/doi-soat/bao-co/${await oddTransfer(house, residence)}`]],
    [head, ["/mien-giam", "/hoan-tien"]],
    [editor, ["/quy-dinh", "/quy-dinh/muc?q=168-6-1", own, `${own}/muc?${fee}`, `${own}/ngay`]],
  ];
}, 90_000);

/** Days on which the score card was law. */
const CARD_DAYS =
  "ky=tuy-chon&tu.day=1&tu.month=7&tu.year=2025&den.day=14&den.month=9&den.year=2025&don-vi-nao=ca-26740";

/** Money that names a dossier's fee and is not of its amount: it waits for an officer's word. */
async function oddTransfer({ deps, db }: TestHouse, code: string): Promise<string> {
  const account = deps.payments.beneficiary.account;
  const [debt] = await db.query<{ reference: string }>(
    "test.debt",
    "select reference from debts where dossier_code = $1",
    [code],
  );
  const head = [`tai_khoan;${account}`, "so_sao_ke;SK-1", "so_du_dau_ky;0", "so_du_cuoi_ky;9000"];
  const line = `FT-ODD;23/11/2026 09:00;9.000;;TRAN VAN MINH;LE PHI ${debt?.reference}`;
  const file = [...head, "so_giao_dich;thoi_diem;ghi_co;ghi_no;nguoi_chuyen;noi_dung", line].join("\n");
  const keeper = { account: newId(), name: "Kế toán", as: "officer" as const, roles: ["treasurer" as const] };
  const taken = await deps.payments.statements.take(keeper, "79", Buffer.from(file));
  if (!taken.ok) throw new Error(taken.failure.what.en);
  const [notice] = await db.query<{ id: string }>(
    "test.odd",
    "select id from bank_notices where bank_transaction = 'FT-ODD'",
  );
  return notice?.id ?? "";
}
afterAll(async () => {
  await chrome.close();
  await house.close();
});

test.each([1366, 320])(
  "every page at %i pixels",
  async (width) => {
    for (const [officer, paths] of walks) {
      const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      await page.context().addCookies(
        officer.jar
          .header(new URL(house.url))
          .split("; ")
          .map((cookie) => {
            const at = cookie.indexOf("=");
            return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
          }),
      );
      for (const path of paths) {
        await page.goto(`/office${path}`);
        if (process.env["SHOTS"])
          await screenshot(
            page,
            `${width}-${path.replace(/\W+/g, "_").slice(0, 40)}-${walks.findIndex(([o]) => o === officer)}`,
          );
        expect(page.url()).toBe(`${house.url}/office${path}`);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        });
        expect({ path, violations: await axeViolations(page), over: await overflowWidth(page) }).toEqual({
          path,
          violations: [],
          over: 0,
        });
      }
    }
  },
  60_000,
);
