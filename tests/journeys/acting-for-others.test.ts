import { afterAll, beforeAll, expect, test } from "vitest";
import { readForHouse } from "../../src/modules/access/index.ts";
import { openDatabase } from "../../src/platform/database/database.ts";
import { type Browser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { signedInOfficer } from "../support/office-stage.ts";
import {
  act,
  answerAll,
  begin,
  codeOf,
  download,
  formWith,
  headingOf,
  problemsOf,
  sendDraft,
  sendFiles,
  textOf,
} from "../support/portal.ts";
import { smallPdf } from "../support/samples.ts";

/** Parents, guardians and representatives file for others: the dossier says who owns it, who filed it, and why they may. */

/** Minh's son; Minh heads the household. */
const KHANG = "040221001558";
const HOA = { number: "001155018271", name: "Nguyễn Thị Hòa", birth: "12/03/1955" };
const PAPER = smallPdf("Decision");
const CONTRACT = { field: "lawful-dwelling", name: "hop-dong.pdf", bytes: smallPdf("Contract") };

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ people: 40 });
}, 60_000);
afterAll(() => house?.close());

const citizen = (subject: string): Promise<Browser> => signInAs(house.url, subject, { start: "/dang-nhap?ve=/ho-so" });

async function fileFor(browser: Browser, owner: string): Promise<string> {
  const end = new Date(Date.now() + 200 * 86_400_000);
  const papers = await answerAll(await begin(browser, "temporary-residence", { owner }), {
    registrant: { registrant: "self" },
    person: {},
    contact: { phone: "0950000034" },
    address: {
      "target-address.province": "79",
      "target-address.commune": "26740",
      "target-address.line": "Số 45/3 đường Nguyễn Huệ",
    },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: {
      "stay-until.day": String(end.getUTCDate()),
      "stay-until.month": String(end.getUTCMonth() + 1),
      "stay-until.year": String(end.getUTCFullYear()),
    },
    request: {},
    fee: {},
    declaration: { declaration: "true" },
  });
  const papersOf = /name="([^"]*consent[^"]*)" type="file"|type="file"[^>]*name="([^"]*consent[^"]*)"/.exec(
    papers.html,
  );
  const more = papersOf ? [{ field: papersOf[1] ?? papersOf[2] ?? "", name: "y-kien.pdf", bytes: PAPER }] : [];
  const sent = await sendDraft(browser, papers, [CONTRACT, ...more]);
  expect(problemsOf(sent)).toEqual([]);
  return codeOf(sent);
}

/** Runs a statement as the owner of the tables: what another office or the register did meanwhile. */
async function meanwhile(sql: string, values: readonly unknown[]): Promise<void> {
  const owner = openDatabase({ url: house.ownerUrl, most: 1 });
  await owner.query("meanwhile", sql, values);
  await owner.close();
}

test("a parent files for a child whom the register knows: owner, filer and ground stand in the dossier", {
  timeout: 30_000,
}, async () => {
  const minh = await citizen("cong-dan-minh");
  const start = await minh.get("/thu-tuc/temporary-residence/bat-dau");
  expect(start.html).toContain("Trần Gia Khang (con chưa thành niên)");
  const code = await fileFor(minh, `w${KHANG}`);

  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  expect(view?.row).toMatchObject({ ownerName: "Trần Gia Khang", ownerNumber: KHANG, filerName: "Trần Văn Minh" });
  expect(view?.acts[0]?.by).toMatchObject({
    as: "person",
    number: "040092034092",
    for: { number: KHANG, name: "Trần Gia Khang", ground: "parent", evidence: "register" },
  });

  const officer = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const desk = textOf((await officer.get(`/office/ho-so/${code}`)).html);
  expect(desk).toContain("Chủ hồ sơ Trần Gia Khang");
  expect(desk).toContain("Người nộp Trần Văn Minh");
  expect(desk).toContain("Căn cứ nộp thay con chưa thành niên; theo Cơ sở dữ liệu dân cư");

  const looks = await house.db.query<{ actor_name: string }>(
    "test-looks",
    "select actor_name from access_log where subject_number = $1 and purpose_key = 'represent'",
    [KHANG],
  );
  expect(
    looks.map(({ actor_name }) => actor_name),
    "whoever acts for the child stands in the child's log",
  ).toEqual(["Trần Văn Minh"]);

  expect((await minh.get(`/ho-so/${code}`)).status).toBe(200);
  const phuong = await citizen("cong-dan-ha");
  expect((await phuong.get(`/ho-so/${code}`)).status, "somebody else sees nothing").toBe(404);
});

test("the right is asked again at each request: once it is gone, so are the draft, the dossier and its acts", {
  timeout: 30_000,
}, async () => {
  const minh = await citizen("cong-dan-minh");
  const code = await fileFor(minh, `w${KHANG}`);
  const draft = await begin(minh, "temporary-residence", { owner: `w${KHANG}` });
  const withdrawal = await minh.get(`/ho-so/${code}/rut`);

  await meanwhile("update persons set relation_to_head = 'grandchild' where number = $1", [KHANG]);
  const next = await minh.get("/ho-so", { follow: false });
  expect(next.headers.get("location"), "the session that acted for the child is over").toContain("/dang-nhap");

  const again = await citizen("cong-dan-minh");
  expect((await again.get(draft.url.href)).status).toBe(404);
  expect((await again.get(`/ho-so/${code}`)).status).toBe(404);
  expect((await again.get("/ho-so")).html).not.toContain(code);
  if (withdrawal.forms.length > 0) expect((await again.post(`/ho-so/${code}/rut`, { reason: "x" })).status).toBe(404);
  expect((await again.get("/thu-tuc/temporary-residence/bat-dau")).html).not.toContain("Khang");
  const forged = await again.get("/thu-tuc/temporary-residence/bat-dau");
  const page = await forged.submit({ form: formWith(forged, "owner"), fields: { owner: `w${KHANG}` } });
  expect(page.html).toContain("không phải người đại diện");
  expect((await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.state.status).toBe("filed");

  await meanwhile("update persons set relation_to_head = 'child' where number = $1", [KHANG]);
  expect((await again.get(`/ho-so/${code}`)).status).toBe(200);
  expect((await again.get("/ho-so")).html).toContain(code);
});

const ask = async (browser: Browser, fields: Readonly<Record<string, string>>, file = true): Promise<Page> => {
  const page = await browser.get("/dai-dien");
  return sendFiles(
    browser,
    page,
    formWith(page, "number"),
    file ? [{ field: "evidence", name: "quyet-dinh.pdf", bytes: PAPER }] : [],
    { ...fields },
  );
};
const GUARDIAN = {
  ground: "guardian",
  number: HOA.number,
  name: HOA.name,
  birth: HOA.birth,
  "from.day": "1",
  "from.month": "7",
  "from.year": "2026",
};

test("a guardian sends a paper, an officer accepts it, the guardian files; ended, nothing is open any more", {
  timeout: 40_000,
}, async () => {
  const bao = await citizen("cong-dan-bao");
  const wrong = await ask(bao, { ...GUARDIAN, name: "Nguyễn Thị Hoa Khác" });
  expect(wrong.status).toBe(422);
  expect(textOf(wrong.html)).toContain("không khớp");
  expect((await ask(bao, GUARDIAN, false)).status, "without a paper").toBe(422);
  expect((await ask(bao, { ...GUARDIAN, "until.day": "30", "until.month": "6", "until.year": "2026" })).status).toBe(
    422,
  );

  const sent = await ask(bao, GUARDIAN);
  expect(headingOf(sent)).toBe("Thay mặt người khác");
  expect(sent.html).toContain("Chờ cán bộ xem");
  expect((await bao.get("/thu-tuc/temporary-residence/bat-dau")).html, "asking gives no right").not.toContain(HOA.name);

  const clerk = await signedInOfficer(house, "can-bo-sai-gon-van-thu");
  const refusedRole = await clerk.get("/office/dai-dien");
  expect((await refusedRole.submit({ form: "/dai-dien/", button: ["act", "accept"] })).status).toBe(422);
  const stranger = await signedInOfficer(house, "can-bo-thuan-hoa-tiep-nhan");
  expect((await stranger.get("/office/dai-dien")).html, "another unit's business").not.toContain(HOA.name);

  const officer = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  const list = await officer.get("/office/dai-dien");
  expect(textOf(list.html)).toContain(HOA.number);
  const paper = /href="([^"]*\/giay-to)"/.exec(list.html)?.[1] ?? "";
  expect((await download(officer, paper, house.url)).bytes.equals(PAPER)).toBe(true);
  expect((await download(stranger, paper, house.url)).status).toBe(404);
  const silent = await list.submit({ form: "/dai-dien/", button: ["act", "refuse"] });
  expect(silent.status, "a refusal says why").toBe(422);
  const accepted = await list.submit({ form: "/dai-dien/", button: ["act", "accept"] });
  expect(accepted.html).toContain("Đang có hiệu lực");

  const code = await fileFor(bao, `w${HOA.number}`);
  const filed = (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.acts[0]?.by;
  expect(filed?.for).toMatchObject({ ground: "guardian", evidence: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const officerPage = await officer.get(`/office/ho-so/${code}`);
  expect(textOf(officerPage.html)).toContain("người được giám hộ; theo giấy tờ đã được chấp nhận");
  await act(officer, code, "accepted");

  const mine = await bao.get("/dai-dien");
  await mine.submit({ form: "/cham-dut" });
  const after = await citizen("cong-dan-bao");
  expect((await after.get("/dai-dien")).html).toContain("Đã chấm dứt");
  expect((await after.get(`/ho-so/${code}`)).status).toBe(404);
  const hoa = await citizen("cong-dan-hoa");
  expect((await hoa.get(`/ho-so/${code}`)).status, "the owner sees her own").toBe(200);
  expect((await hoa.get("/du-lieu-cua-toi")).html).toContain("Người đại diện lập hồ sơ");
});

test("a refusal reaches the person with its words", async () => {
  const ha = await citizen("cong-dan-bao");
  await ask(ha, GUARDIAN);
  const officer = await signedInOfficer(house, "can-bo-sai-gon-lanh-dao");
  const list = await officer.get("/office/dai-dien");
  const id = /\/office\/dai-dien\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? "";
  await list.submit({
    form: "/dai-dien/",
    fields: { [`${id}.reason`]: "Quyết định chưa có chữ ký." },
    button: ["act", "refuse"],
  });
  const mine = await ha.get("/dai-dien");
  expect(mine.html).toContain("Không chấp nhận");
  expect(mine.html).toContain("Quyết định chưa có chữ ký.");
});

test("a paper makes somebody an organisation's representative, too", async () => {
  const bao = await citizen("cong-dan-bao");
  expect((await bao.get("/thu-tuc/seal-new/bat-dau")).html).not.toContain("Ánh Dương");
  const [company] = await house.db.query<{ code: string }>(
    "test-company",
    "select code from organisations where name like '%Ánh Dương%'",
  );
  await ask(bao, {
    ground: "authorised",
    number: company?.code ?? "",
    "from.day": "1",
    "from.month": "1",
    "from.year": "2026",
  });
  const [waiting] = await house.db.query<{ id: string; subject_number: string; unit_id: string }>(
    "test-mandate",
    "select id, subject_number, unit_id from mandates where subject_kind = 'organisation'",
  );
  expect(waiting).toBeDefined();
  await meanwhile(
    "update mandates set outcome = 'accepted', decided_at = now(), decided_by_name = 'Cán bộ' where id = $1",
    [waiting?.id],
  );
  expect((await bao.get("/dai-dien")).html).toContain(`mã số ${waiting?.subject_number}`);
  expect((await bao.get("/thu-tuc/seal-new/bat-dau")).html).toContain(waiting?.subject_number ?? "?");
});
