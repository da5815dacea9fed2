import { afterAll, beforeAll, expect, test } from "vitest";
import { addWorkingDays } from "../../src/kernel/calendar.ts";
import { dayOfInstant, showDate } from "../../src/kernel/plain-date.ts";
import { type Browser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { type Staff, staffOf } from "../support/office.ts";
import { fileResidence } from "../support/office-stage.ts";
import { act, download, formWith, problemsOf, sendFiles, tableRows, textOf } from "../support/portal.ts";

/** Officers of two offices and a citizen, without script: an opinion, an apology, a dossier that came to the wrong place. */

let house: TestHouse;
let here: Staff;
let there: Staff;
let citizen: Browser;

beforeAll(async () => {
  house = await testHouse();
  [here, there] = await Promise.all([staffOf(house.url, "sai-gon"), staffOf(house.url, "thuan-hoa")]);
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 120_000);
afterAll(() => house.close());

const recorded = (page: Page): string | null => page.url.searchParams.get("xong");
const words = (page: Page): string => textOf(page.html);
const dossierOf = (browser: Browser, code: string): Promise<Page> => browser.get(`/office/ho-so/${code}`);

async function assigned(): Promise<string> {
  const code = await fileResidence(house);
  expect(recorded(await act(here.desk, code, "accepted"))).toBe("accepted");
  const page = await dossierOf(here.lead, code);
  const examiner = /<option value="([0-9a-f-]{36})"[^>]*>(?!Bản thân)/.exec(page.html)?.[1] ?? "";
  expect(recorded(await act(here.lead, code, "assigned", { to: examiner }))).toBe("assigned");
  return code;
}

test("another office is asked, reads, answers, and is done with the dossier (one-stop 19)", async () => {
  const code = await assigned();
  expect((await dossierOf(there.examiner, code)).status).toBe(404);
  const vague = await act(here.examiner, code, "consulted", { unit: "Công an phường Th", question: "Có tranh chấp?" });
  expect(vague.status).toBe(422);
  expect(problemsOf(vague).join()).toContain("Vui lòng ghi đủ tên");
  expect(vague.html).toContain("Có tranh chấp?");
  const asked = { unit: "Công an phường Thuận Hóa", question: "Chỗ ở có tranh chấp không?", days: "2" };
  expect(recorded(await act(here.examiner, code, "consulted", asked))).toBe("consulted");

  const list = await there.examiner.get("/office/phoi-hop");
  expect(tableRows(list, "Đơn vị khác hỏi").flat()).toContain(code);
  const page = await dossierOf(there.examiner, code);
  expect(page.status).toBe(200);
  expect(words(page)).toContain("Chỗ ở có tranh chấp không?");
  // What an asked office may do is answer, nothing else.
  expect(
    page.forms.filter(({ action }) => action.includes("/viec/")).map(({ action }) => action.split("/").at(-1)),
  ).toEqual(["consultation-answered"]);
  const empty = await act(there.examiner, code, "consultation-answered", { answer: "Không" });
  expect(problemsOf(empty)).toEqual(["Vui lòng chọn ý kiến của đơn vị."]);
  const answered = await act(there.examiner, code, "consultation-answered", { opinion: "agree", answer: "Không có" });
  expect(words(answered)).toContain("Ý kiến đã gửi đến cơ quan hỏi.");
  expect((await dossierOf(there.examiner, code)).status).toBe(404);
  expect(words(await dossierOf(here.examiner, code))).toContain("Đã trả lời");

  const own = words(await citizen.get(`/ho-so/${code}`));
  expect(own).toContain("Hỏi ý kiến Công an phường Thuận Hóa");
  expect(own).not.toContain("Chỗ ở có tranh chấp không?");
});

test("the lead apologises once; the citizen reads why and until when, and takes the letter (one-stop 17, 18)", async () => {
  const code = await assigned();
  const due = (await house.deps.dossiers.lookUp(code))?.row.dueAt ?? 0;
  const later = addWorkingDays(house.deps.calendar(), dayOfInstant(due), 3);
  if (!later.ok) throw new Error("no calendar");
  const [year = "", month = "", date = ""] = later.value.split("-");
  const wanted = {
    reason: "Chờ kết quả xác minh",
    cause: "cooperating",
    "newDay.day": date,
    "newDay.month": month,
    "newDay.year": year,
  };
  const early = await act(here.lead, code, "reappointed", { ...wanted, "newDay.year": "2020" });
  expect(problemsOf(early)).toEqual(["Ngày hẹn mới phải sau hạn cũ và sau hôm nay."]);
  const done = await act(here.lead, code, "reappointed", wanted);
  expect(recorded(done)).toBe("reappointed");
  expect(words(done)).toContain("Đơn vị làm chậm: Công an phường Sài Gòn");
  expect((await dossierOf(here.lead, code)).html).not.toContain("/viec/reappointed");

  const page = await citizen.get(`/ho-so/${code}`);
  expect(words(page)).toContain(`hẹn lại vào 17:30, ${showDate(later.value)}`);
  const letter = [...page.html.matchAll(/href="([^"]+\/giay\/\d+\.pdf)"[^>]*>\s*([^<]+)/g)].find(([, , title]) =>
    title?.includes("xin lỗi"),
  )?.[1];
  const paper = await download(citizen, letter ?? "", house.url);
  expect(paper).toMatchObject({ status: 200, type: expect.stringContaining("pdf") });
  expect(paper.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  // In English too.
  expect(words(await citizen.get(`/en/ho-so/${code}`))).toContain("The office apologises for the delay");
});

test("a dossier that came to the wrong office goes on under its code; the citizen files nothing anew (one-stop 13)", async () => {
  const code = await fileResidence(house);
  const passed = await act(here.desk, code, "transferred", {
    unit: "Công an phường Thuận Hóa",
    reason: "Chỗ ở thuộc phường Thuận Hóa",
  });
  expect(words(passed)).toContain("Hồ sơ đã chuyển đến cơ quan có thẩm quyền.");
  expect((await dossierOf(here.desk, code)).status).toBe(404);
  expect((await there.desk.get("/office")).html).toContain(code);
  expect(recorded(await act(there.desk, code, "accepted"))).toBe("accepted");
  const own = words(await citizen.get(`/ho-so/${code}`));
  expect(own).toContain("Ông/bà không phải nộp lại; mã hồ sơ giữ nguyên.");
  expect(own).toContain("Công an phường Thuận Hóa");
});

test("the button pressed twice passes a dossier on once; a colleague whose page is open reads who was faster (one-stop 13)", async () => {
  const code = await fileResidence(house);
  const [page, colleague] = [await dossierOf(here.desk, code), await dossierOf(here.desk, code)];
  const fields = { "transferred.unit": "Công an phường Thuận Hóa", "transferred.reason": "Chỗ ở thuộc phường khác" };
  const answers = await Promise.all([1, 2, 3].map(() => page.submit({ form: "/viec/transferred", fields })));
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(words(answer)).toContain("Hồ sơ đã chuyển đến cơ quan có thẩm quyền.");
  }
  const late = await colleague.submit({ form: "/viec/accepted" });
  expect(late.status).toBe(409);
  expect(words(late)).toContain("Ngô Thị Kim Anh đã thực hiện “Chuyển đến cơ quan có thẩm quyền”");
  const acts = await house.db.query<{ kind: string }>(
    "acts of the dossier",
    "select kind from acts a join dossiers d on d.office_province = a.office_province and d.id = a.dossier_id where d.code = $1 order by seq",
    [code],
  );
  expect(acts.map(({ kind }) => kind)).toEqual(["filed", "fee-set", "transferred"]);
});

test("a second request at reception waits for the lead; originals are taken in and listed (one-stop 7, 20)", async () => {
  const accounts = await house.db.query<{ id: string }>("citizen", "select id from accounts where subject = $1", [
    "cong-dan-minh",
  ]);
  const code = await fileResidence(house, accounts[0]?.id);
  const gap = { "items.0.what": "Hợp đồng", "items.0.basis": "Điều 28", "items.0.how": "Gửi ảnh" };
  await act(here.desk, code, "originals-taken", { "papers.0.title": "Hợp đồng thuê", "papers.0.count": "1" });
  expect(words(await dossierOf(here.desk, code))).toContain("Bản chính đang giữ Hợp đồng thuê (1)");
  expect(recorded(await act(here.desk, code, "supplement-requested", gap))).toBe("supplement-requested");
  const answer = await citizen.get(`/ho-so/${code}/bo-sung`);
  const sent = await sendFiles(citizen, answer, formWith(answer, "message"), [], { message: "Đã gửi lại" });
  expect(sent.url.pathname).toBe(`/ho-so/${code}`);
  const waiting = await dossierOf(here.desk, code);
  expect(waiting.html).not.toContain("/viec/supplement-requested");
  expect(words(waiting)).toContain("Lần thứ hai cần chỉ huy đơn vị");
  expect(recorded(await act(here.lead, code, "supplement-approved", { reason: "Ảnh mờ" }))).toBe("supplement-approved");
  const again = await act(here.desk, code, "supplement-requested", gap);
  expect(words(again)).toContain("Người duyệt: Bùi Thế Sơn");
  expect(words(again)).toContain("2 (khi tiếp nhận: 2)");
});
