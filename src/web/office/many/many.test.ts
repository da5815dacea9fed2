import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedOf, authenticator, enrolKey, passkeyForm } from "../../../../tests/support/authenticator.ts";
import type { Browser, Page } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { type Staff, staffOf } from "../../../../tests/support/office.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { act, tableRows, textOf } from "../../../../tests/support/portal.ts";
import { readForHouse } from "../../../modules/access/index.ts";

/** One act on many dossiers over sockets: listed, confirmed once, each done by itself, a doubled press harmless. */

const LIST = "Kết quả từng hồ sơ";
const outcome = { outcome: "grant", ground: "", reason: "Đủ điều kiện" };
let house: TestHouse;
let staff: Staff;

beforeAll(async () => {
  house = await testHouse();
  staff = await staffOf(house.url, "sai-gon");
}, 90_000);
afterAll(() => house.close());

const viewOf = async (code: string) => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  if (!view) throw new Error(`no dossier ${code}`);
  return view;
};
const kindsOf = async (code: string) => (await viewOf(code)).acts.map(({ kind }) => kind);
const accepted = async (count: number): Promise<readonly string[]> => {
  const codes: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const code = await fileResidence(house);
    await act(staff.desk, code, "accepted");
    codes.push(code);
  }
  return codes;
};
const ticked = (who: Browser, kind: string, codes: readonly string[]): Promise<Page> =>
  who.get(`/office/nhieu?${new URLSearchParams([["viec", kind], ...codes.map((code) => ["ma", code])])}`);
/** Sends the list with all its ticks: several boxes share a name, as in a browser. */
const sendList = async (page: Page, more: Readonly<Record<string, string>> = {}): Promise<Page> => {
  const form = page.forms.find(({ action }) => action.endsWith("/office/nhieu"));
  if (!form) throw new Error(`nothing to send: ${textOf(page.html).slice(0, 400)}`);
  const target = page.forms.indexOf(form);
  return page.submit({ form: target, fields: more });
};
const decided = async (count: number): Promise<readonly string[]> => {
  const codes = await accepted(count);
  for (const code of codes) {
    await act(staff.examiner, code, "claimed");
    await act(staff.examiner, code, "proposed", outcome);
    await act(staff.lead, code, "decided", outcome);
  }
  return codes;
};

describe("from the work list", () => {
  test("the boxes belong to the form without script, and each post is offered its own steps", async () => {
    const [code = ""] = await accepted(1);
    const list = await staff.lead.get("/office");
    expect(list.html).toMatch(new RegExp(`<input class="mc-pick"[^>]*value="${code}"[^>]*form="nhieu"`));
    const offered = (page: Page) =>
      page.forms.flatMap(({ buttons }) => buttons).flatMap(([n, v]) => (n === "viec" ? [v] : []));
    expect(offered(list)).toEqual(["assigned", "signed"]);
    expect(offered(await staff.clerk.get("/office"))).toEqual(["numbered", "issued"]);
    expect(offered(await staff.examiner.get("/office"))).toEqual(["claimed"]);
    const desk = await staff.desk.get("/office");
    expect(offered(desk)).toEqual([]);
    expect(desk.html).not.toContain("mc-pick");
    expect((await staff.lead.get("/office/nhieu?viec=withdrawn&ma=x")).status).toBe(404);
  });

  test("a lead assigns many in one go; what is not the unit's is named and left alone", async () => {
    const codes = await accepted(3);
    const page = await ticked(staff.lead, "assigned", [...codes, "H29.999.999-261123-9999"]);
    expect(tableRows(page, "3 hồ sơ sẽ thực hiện").map(([code]) => code)).toEqual(codes);
    expect(tableRows(page, "Không thực hiện được")[0]).toContain("Không có hồ sơ này ở đơn vị.");
    expect((await sendList(page)).html).toContain("Vui lòng chọn cán bộ thụ lý");
    const to = /<option value="([0-9a-f-]{36})"[^>]*>(?!Bản thân)/.exec(page.html)?.[1] ?? "";
    const done = await sendList(page, { to });
    expect(tableRows(done, LIST).map(([, state]) => state)).toEqual(["Đã thực hiện", "Đã thực hiện", "Đã thực hiện"]);
    for (const code of codes) expect((await viewOf(code)).state.assignedTo?.account).toBe(to);
    // A machine's suggestion is kept beside the choice it did not make.
    const last = (await viewOf(codes[0] ?? "")).acts.at(-1);
    expect(last?.kind === "assigned" && last.data.suggested).toBeTruthy();
  });
});

describe("signing, numbering and issuing many (one-stop 21)", () => {
  test("each has its own act, signature and number; a second press signs nothing twice", {
    timeout: 60_000,
  }, async () => {
    const codes = await decided(4);
    const [left = "", ...signed] = codes;
    const page = await ticked(staff.lead, "signed", codes);
    expect(tableRows(page, "4 hồ sơ sẽ thực hiện")).toHaveLength(4);
    expect(page.html).toContain(`/office/ho-so/${left}/du-thao`);
    const draft = await staff.lead.get(`/office/ho-so/${left}/du-thao`);
    expect(draft.headers.get("content-type")).toBe("application/pdf");
    expect(await kindsOf(left)).not.toContain("signed");

    // Somebody returns one of them to the officer while the list lies open.
    await act(staff.lead, left, "returned-to-officer", { reason: "Bổ sung căn cứ" });
    expect((await sendList(page)).html).toContain("Vui lòng đánh dấu xác nhận trước khi ký số.");
    const first = await sendList(page, { confirm: "yes" });
    const rows = new Map(tableRows(first, LIST).map(([code = "", state = "", words = ""]) => [code, { state, words }]));
    expect(rows.get(left)?.state).toBe("Chưa thực hiện");
    expect(rows.get(left)?.words).toContain("Trả lại cán bộ thụ lý");
    for (const code of signed) expect(rows.get(code)?.state).toBe("Đã thực hiện");
    const again = await sendList(page, { confirm: "yes" });
    expect(again.html).toContain("ở lần bấm trước");
    const numbers = new Set<string>();
    for (const code of signed) {
      const view = await viewOf(code);
      const acts = view.acts.filter(({ kind }) => kind === "signed");
      expect(acts).toHaveLength(1);
      expect(acts[0]?.by.confirmed).toBe("sign-in");
      if (acts[0]?.kind === "signed") numbers.add(acts[0].data.number);
    }
    expect(numbers.size).toBe(signed.length);

    const sealed = await sendList(await ticked(staff.clerk, "numbered", codes));
    expect(sealed.html).toContain("Phát hành 3 hồ sơ này");
    const issued = await sendList(await ticked(staff.clerk, "issued", signed));
    expect(issued.html).toContain("Đã thực hiện 3 trên 3 hồ sơ.");
    for (const code of signed) expect((await viewOf(code)).state.status).toBe("issued");
    expect((await viewOf(left)).state.status).toBe("assigned");

    // The book of the month holds each number once.
    const book = tableRows(await staff.clerk.get("/office/so-ket-qua"), "Sổ kết quả giải quyết");
    const listed = book.filter(([code = ""]) => signed.includes(code));
    expect(listed.map(([, , , , , , number = ""]) => number.split(",")[0]).sort()).toEqual([...numbers].sort());
    expect(tableRows(await staff.clerk.get("/office/so-ket-qua?thang=2026-01"), "Sổ kết quả giải quyết")).toEqual([]);
    const elsewhere = await signedInOfficer(house, "can-bo-thuan-hoa-lanh-dao");
    expect((await elsewhere.get("/office/so-ket-qua")).html).not.toContain(codes[0]);
  });

  test("two presses at once sign each dossier once", { timeout: 60_000 }, async () => {
    const codes = await decided(3);
    const page = await ticked(staff.lead, "signed", codes);
    await Promise.all([0, 1].map(() => sendList(page, { confirm: "yes" })));
    for (const code of codes) expect((await kindsOf(code)).filter((kind) => kind === "signed")).toHaveLength(1);
  });

  test("whoever has a passkey confirms all of them once with it, and exactly these", { timeout: 60_000 }, async () => {
    const codes = await decided(2);
    const lead = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
    const key = authenticator(house.url);
    await enrolKey(lead, key);
    const page = await ticked(lead, "signed", codes);
    const asked = await sendList(page, { confirm: "yes" });
    expect(asked.status).toBe(403);
    for (const code of codes) {
      expect(asked.html).toContain(code);
      expect(await kindsOf(code)).not.toContain("signed");
    }
    const done = await asked.submit({ form: passkeyForm(asked), fields: { _passkey: key.get(askedOf(asked)) } });
    expect(done.html).toContain("Đã thực hiện 2 trên 2 hồ sơ.");
    for (const code of codes) {
      const last = (await viewOf(code)).acts.at(-1);
      expect(last?.kind).toBe("signed");
      expect(last?.by.confirmed).toBe("passkey");
    }
  });
});
