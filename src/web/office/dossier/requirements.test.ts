import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Page, signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { type Staff, staffOf } from "../../../../tests/support/office.ts";
import { fileResidence, MINH } from "../../../../tests/support/office-stage.ts";
import { act, sendFiles, tableRows, textOf } from "../../../../tests/support/portal.ts";
import { readForHouse } from "../../../modules/access/index.ts";

/** Requirement by requirement, from the examiner's verdicts to the citizen's box, and back to the decision. */

const FOUND = "Kết quả kiểm tra từng yêu cầu";
let house: TestHouse;
let staff: Staff;
let citizen: Browser;

beforeAll(async () => {
  house = await testHouse();
  staff = await staffOf(house.url, "sai-gon");
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 90_000);
afterAll(() => house.close());

const viewOf = async (code: string) => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  if (!view) throw new Error(`no dossier ${code}`);
  return view;
};
const assigned = async (): Promise<string> => {
  const code = await fileResidence(house);
  await act(staff.desk, code, "accepted");
  await act(staff.examiner, code, "claimed");
  return code;
};
const BOX = /name="requirements-checked\.((?:paper|page|person|ground):[^"]+)\.verdict"/g;
const requirementsOn = (page: Page): readonly string[] => [
  ...new Set([...page.html.matchAll(BOX)].map(([, key = ""]) => key)),
];
/** Everything met, but for what is said otherwise. */
const verdicts = (page: Page, notMet: Readonly<Record<string, { reason: string; field?: string }>>) =>
  Object.fromEntries(
    requirementsOn(page).flatMap((key) => {
      const found = notMet[key];
      return [
        [`${key}.verdict`, found ? "not-met" : "met"],
        [`${key}.reason`, found?.reason ?? ""],
        ...(found?.field ? [[`${key}.field`, found.field]] : []),
      ];
    }),
  ) as Record<string, string>;
const open = (who: Browser, code: string): Promise<Page> => who.get(`/office/ho-so/${code}`);
const listOf = (who: Browser, code: string): Promise<Page> => who.get(`/office/ho-so/${code}/kiem-tra`);
/** Sends the list of requirements from its own page. */
const check = async (who: Browser, code: string, fields: Readonly<Record<string, string>>): Promise<Page> =>
  (await listOf(who, code)).submit({
    form: "/viec/requirements-checked",
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`requirements-checked.${name}`, value])),
  });
const boxValue = (page: Page, name: string): string =>
  page.forms.flatMap(({ fields }) => fields).find(([box]) => box === name)?.[1] ?? "";

test("what is not met goes to the citizen's own box, and comes back as a changed answer (one-stop 7)", {
  timeout: 60_000,
}, async () => {
  const code = await assigned();
  const page = await listOf(staff.examiner, code);
  const keys = requirementsOn(page);
  expect(keys.map((key) => key.split(":")[0])).toEqual(expect.arrayContaining(["paper", "page", "person", "ground"]));

  // Half a list is refused, and what is not met needs its reason; what was ticked stays.
  const half = await check(staff.examiner, code, { [`${keys[0]}.verdict`]: "not-met" });
  expect(half.status).toBe(422);
  // The page on which the term was declared has no other answer, so the place is known.
  const stay = page.forms
    .flatMap(({ fields }) => fields)
    .find(([name, value]) => name.endsWith(".field") && value === "stay-until")?.[0]
    .slice("requirements-checked.".length, -".field".length);
  expect(stay).toBeDefined();
  const mute = await check(staff.examiner, code, verdicts(page, { "paper:lawful-dwelling": { reason: "" } }));
  expect(mute.status).toBe(422);
  expect(textOf(mute.html)).toContain("Vui lòng nêu vì sao chưa đạt");

  const notMet = {
    "paper:lawful-dwelling": { reason: "Ảnh mờ, không đọc được" },
    [stay ?? ""]: { reason: "Thời hạn dài hơn hợp đồng", field: "stay-until" },
  };
  const done = await check(staff.examiner, code, verdicts(page, notMet));
  expect(done.html).toContain("Đã ghi nhận: Kiểm tra từng yêu cầu.");
  expect((await viewOf(code)).state.status).toBe("assigned");
  // The lead reads the same table before deciding.
  const rows = tableRows(await open(staff.lead, code), FOUND);
  expect(rows).toHaveLength(keys.length);
  expect(rows.filter(([, verdict]) => verdict === "Chưa đạt")).toHaveLength(2);

  // The request starts with what was found, each item at its place.
  const asking = await open(staff.examiner, code);
  const item = (at: number, part: string): string => boxValue(asking, `supplement-requested.items.${at}.${part}`);
  expect([item(0, "place"), item(1, "place"), item(2, "what")]).toEqual(["paper:lawful-dwelling", "stay-until", ""]);
  expect(item(0, "what")).toContain("Ảnh mờ, không đọc được");
  expect(item(0, "basis")).not.toBe("");
  const asked = await asking.submit({ form: "/viec/supplement-requested" });
  expect(asked.html).toContain("Đã ghi nhận: Yêu cầu bổ sung.");
  expect((await viewOf(code)).state.supplement?.items.map(({ place }) => place)).toEqual([
    "paper:lawful-dwelling",
    "stay-until",
  ]);

  // The citizen's page leads to the paper and to the box, and takes the change.
  const supplement = await citizen.get(`/ho-so/${code}/bo-sung`);
  expect(supplement.html).toContain('href="#lawful-dwelling"');
  const target = /href="#(sua-stay-until[^"]*)"/.exec(supplement.html)?.[1] ?? "none";
  expect(supplement.html).toContain(`id="${target}"`);
  const form = supplement.forms.findIndex(({ fields }) => fields.some(([name]) => name === "message"));
  const before = (await viewOf(code)).row.answers["stay-until"];
  const wrong = await sendFiles(citizen, supplement, form, [], { "sua.stay-until.year": "1999" });
  expect(wrong.status).toBe(422);
  expect((await viewOf(code)).row.answers["stay-until"]).toBe(before);
  const [year = "", month = "", day = ""] = String(before).split("-");
  const day2 = day === "10" ? "11" : "10";
  // What was declared stands in the boxes: one of the three is changed.
  const sent = await sendFiles(citizen, supplement, form, [], { "sua.stay-until.day": day2 });
  expect(sent.status).toBe(200);
  // Who answers a second time, from a page opened before, loses no word.
  const late = await sendFiles(citizen, supplement, form, [], { message: "Tôi gửi thêm hợp đồng mới" });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Yêu cầu bổ sung không còn mở");
  expect(late.html).toContain("Tôi gửi thêm hợp đồng mới");
  expect(late.html).toContain(`action="/ho-so/${code}/trao-doi"`);
  const view = await viewOf(code);
  expect(view.row.answers["stay-until"]).toBe(`${year}-${month}-${day2}`);
  expect(view.row.answers.person).toMatchObject({ number: MINH.number });
  expect(view.state.status).toBe("filed");
  // The earlier examination stays in the history; the examiner goes on with their own dossier.
  expect(view.acts.filter(({ kind }) => kind === "requirements-checked")).toHaveLength(1);
  await act(staff.desk, code, "accepted");
  expect((await act(staff.examiner, code, "claimed")).html).toContain("Đã ghi nhận");
  // What was answered is not asked for again by itself.
  expect(boxValue(await open(staff.examiner, code), "supplement-requested.items.0.what")).toBe("");
});

test("a ground that stands against it is filled into the proposal; the lead sees a draft and returns it with words (one-stop 8)", {
  timeout: 60_000,
}, async () => {
  const code = await assigned();
  const page = await listOf(staff.examiner, code);
  const ground = requirementsOn(page).find((key) => key.startsWith("ground:")) ?? "";
  await check(staff.examiner, code, verdicts(page, { [ground]: { reason: "Nhà đang tranh chấp" } }));
  const proposing = await open(staff.examiner, code);
  expect(boxValue(proposing, "proposed.reason")).toBe("Nhà đang tranh chấp");
  expect(proposing.html).toMatch(new RegExp(`name="proposed.ground"[^>]*value="${ground.slice(7)}"[^>]*checked`));
  expect((await staff.lead.get(`/office/ho-so/${code}/du-thao`)).status).toBe(404);
  await act(staff.examiner, code, "proposed", {
    outcome: "refuse",
    ground: ground.slice(7),
    reason: "Nhà đang tranh chấp",
  });

  const draft = await staff.lead.get(`/office/ho-so/${code}/du-thao`);
  expect(draft.headers.get("content-type")).toBe("application/pdf");
  expect(draft.headers.get("cache-control")).toContain("no-store");
  const documents = await house.deps.documents.listOf(
    house.db,
    (await viewOf(code)).row.officeProvince,
    (await viewOf(code)).row.id,
  );
  expect(documents.filter(({ kind }) => kind !== "receipt")).toEqual([]);
  const outsider = await signInAs(house.url, "can-bo-thuan-hoa-lanh-dao", { start: "/dang-nhap/can-bo?ve=/office" });
  expect((await outsider.get(`/office/ho-so/${code}/du-thao`)).status).toBe(404);

  expect((await check(staff.examiner, code, verdicts(await listOf(staff.examiner, code), {}))).status).toBe(200);
  const mute = await act(staff.lead, code, "returned-to-officer", { reason: " " });
  expect(mute.status).toBe(422);
  await act(staff.lead, code, "returned-to-officer", { reason: "Chưa xác minh với phường" });
  const back = await open(staff.examiner, code);
  expect(back.html).toContain("Chưa xác minh với phường");
  expect((await viewOf(code)).state).toMatchObject({ status: "assigned", outcome: null, proposedBy: null });
  await act(staff.examiner, code, "proposed", { outcome: "grant", ground: "", reason: "Đã xác minh" });
  expect((await viewOf(code)).state).toMatchObject({ status: "proposed", handedBack: null });
  expect((await act(staff.lead, code, "decided", { outcome: "grant", ground: "", reason: "" })).html).toContain(
    "Đã ghi nhận",
  );
  // The citizen hears of the step, not of the inner words.
  const own = await citizen.get(`/ho-so/${code}`);
  expect(own.html).not.toContain("Chưa xác minh với phường");
});
