import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, openBrowser, type Page } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { fileResidence, fileStay, MINH, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { newId } from "../../platform/ids.ts";

/** The officer's pages over sockets: signed in at the stand-in, on a real database, without script. */

let house: TestHouse;
let owner: pg.Client;
/** Reception, examination, decision and registry of one ward, and the decision of another. */
let desk: Browser;
let deskToo: Browser;
let examiner: Browser;
let head: Browser;
let clerk: Browser;
let stranger: Browser;
let code = "";

const officer = (subject: string): Promise<Browser> => signedInOfficer(house, subject);

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  desk = await officer("can-bo-sai-gon-tiep-nhan");
  deskToo = await officer("can-bo-sai-gon-tiep-nhan");
  examiner = await officer("can-bo-sai-gon-thu-ly");
  head = await officer("can-bo-sai-gon-lanh-dao");
  clerk = await officer("can-bo-sai-gon-van-thu");
  stranger = await officer("can-bo-thuan-hoa-lanh-dao");
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});
beforeEach(async () => {
  code = await fileResidence(house);
});

const open = (browser: Browser): Promise<Page> => browser.get(`/office/ho-so/${code}`);
const act = async (browser: Browser, kind: string, fields: Record<string, string> = {}): Promise<Page> => {
  const page = await open(browser);
  return page.submit({
    form: `/viec/${kind}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${kind}.${name}`, value])),
  });
};

test("nobody comes in without signing in as an officer", async () => {
  const nobody = openBrowser(house.url);
  const page = await nobody.get("/office", { follow: false });
  expect(page.headers.get("location")).toBe(`/dang-nhap/can-bo?ve=${encodeURIComponent("/office")}`);
  const short = await nobody.get("/office/dang-nhap", { follow: false });
  expect(short.headers.get("location")).toContain("/dang-nhap/can-bo?ve=");
});

test("the work list finds by a name without accents, filters, and knows whose turn it is", async () => {
  const all = await desk.get("/office");
  expect(all.html).toContain(code);
  expect(all.html).toContain("Chờ tiếp nhận");
  expect((await desk.get("/office?q=tran+van+minh")).html).toContain(code);
  expect((await desk.get(`/office?q=${code.slice(-6)}`)).html).toContain(code);
  expect((await desk.get("/office?q=khong+co+ai+ten+nay")).html).not.toContain(code);
  expect((await desk.get("/office?muc=luot-toi")).html).toContain(code);
  expect((await clerk.get("/office?muc=luot-toi")).html).not.toContain(code);
  expect((await desk.get("/office?trang-thai=signed")).html).not.toContain(code);
  expect((await desk.get("/office?han=tre")).html).not.toContain(code);
  expect((await stranger.get("/office?muc=tat-ca")).html).not.toContain(code);
  expect((await desk.get("/en/office")).html).toContain("Dossiers to handle");
});

test("opening a dossier writes who looked; other units find nothing", async () => {
  const page = await open(desk);
  expect(page.status).toBe(200);
  expect(page.html).toContain("hợp đồng thuê.png");
  expect(page.html).toContain("Khớp");
  const { rows } = await owner.query(
    "select actor_name, actor_unit, purpose, subject_number from access_log where dossier_code = $1 order by purpose desc",
    [code],
  );
  const look = { actor_name: "Ngô Thị Kim Anh", actor_unit: "ca-26740", subject_number: MINH.number };
  // No job runs here: the register was asked when she opened it, and that is a look of its own.
  expect(rows).toEqual([
    { ...look, purpose: "Đối chiếu thông tin với cơ sở dữ liệu" },
    { ...look, purpose: `Giải quyết hồ sơ ${code}` },
  ]);

  const refused = await open(stranger);
  expect(refused.status).toBe(404);
  expect(refused.html).not.toContain(MINH.name);
  const after = await owner.query("select 1 from access_log where dossier_code = $1", [code]);
  expect(after.rowCount).toBe(2);
});

test("a file of a dossier goes to its unit only, and the look is written", async () => {
  const page = await open(desk);
  const address = /\/office\/ho-so\/[^"]+\/giay-to\/[0-9a-f]{64}/.exec(page.html)?.[0] ?? "";
  const file = await desk.get(address);
  expect(file.headers.get("content-type")).toBe("image/png");
  expect((await stranger.get(address)).status).toBe(404);
  expect((await desk.get(address.replace(/[0-9a-f]{64}$/, "0".repeat(64)))).status).toBe(404);
  const { rowCount } = await owner.query(
    "select 1 from access_log where dossier_code = $1 and fields = '{paper}' and detail like 'Giấy tờ chứng minh%'",
    [code],
  );
  expect(rowCount).toBe(1);
});

test("two officers on one dossier: the second hears who was faster, and keeps what was typed", async () => {
  const [first, second] = [await open(desk), await open(deskToo)];
  expect((await first.submit({ form: "/viec/accepted" })).html).toContain("Đã ghi nhận: Tiếp nhận hồ sơ.");
  const ground = { "refused-intake.reason": "Hồ sơ chưa đúng thẩm quyền" };
  const late = await second.submit({ form: "/viec/refused-intake", fields: ground });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Ngô Thị Kim Anh đã thực hiện “Tiếp nhận hồ sơ”");
  expect(late.html).toContain("Hồ sơ chưa đúng thẩm quyền");
  const { rows } = await owner.query(
    "select kind from acts join dossiers d on d.id = dossier_id where code = $1 order by seq",
    [code],
  );
  expect(rows.map(({ kind }) => kind)).not.toContain("refused-intake");
});

test("an act that is not allowed is not offered, and refused with the reason", async () => {
  const page = await open(clerk);
  expect(page.forms.some(({ action }) => action.includes("/viec/"))).toBe(false);
  const token = page.forms.flatMap(({ fields }) => fields).find(([name]) => name === "_csrf")?.[1] ?? "";
  const seen =
    (await open(desk)).forms
      .find(({ action }) => action.includes("/viec/accepted"))
      ?.fields.find(([name]) => name === "seen")?.[1] ?? "";
  const refused = await clerk.post(`/office/ho-so/${code}/viec/accepted`, { _csrf: token, seen });
  expect(refused.status).toBe(403);
  expect(refused.html).toContain("Vị trí công tác của đồng chí không có quyền thực hiện bước này.");
  const elsewhere = await stranger.get("/office");
  const theirs = elsewhere.forms.flatMap(({ fields }) => fields).find(([name]) => name === "_csrf")?.[1] ?? "";
  expect((await stranger.post(`/office/ho-so/${code}/viec/accepted`, { _csrf: theirs, seen })).status).toBe(404);
  expect((await desk.post(`/office/ho-so/${code}/viec/accepted`, { _csrf: "forged", seen })).status).toBe(403);
  expect((await desk.post(`/office/ho-so/${code}/viec/withdrawn`, { _csrf: token, seen })).status).toBe(404);
});

test("what is missing is named beside its field, and typed text stays", async () => {
  const page = await act(desk, "supplement-requested", {
    "items.0.what": "Bản chụp rõ hơn",
    "items.0.how": "Chụp lại",
  });
  expect(page.status).toBe(422);
  expect(page.html).toContain('href="#supplement-requested-items-0-basis"');
  expect(page.html).toContain("Bản chụp rõ hơn");
  const more = await page.submit({ form: "/viec/supplement-requested", button: ["_more", "1"] });
  expect(more.html).toContain("Nội dung 10");
  expect(more.html).toContain("Bản chụp rõ hơn");
  const sent = await more.submit({
    form: "/viec/supplement-requested",
    fields: { "supplement-requested.items.0.basis": "Điều 28" },
  });
  expect(sent.html).toContain("Đã ghi nhận: Yêu cầu bổ sung.");
  expect(sent.html).toContain("Chờ bổ sung");
});

test("a dossier walks from the desk to its signed result", async () => {
  await act(desk, "accepted");
  const choice = (await open(head)).html.match(/<option value="([0-9a-f-]{36})"[^>]*>Đặng Quốc Việt/)?.[1] ?? "";
  expect((await act(head, "assigned", { to: choice })).html).toContain("Giao cho Đặng Quốc Việt");
  expect((await examiner.get("/office?giao=toi")).html).toContain(code);
  expect((await act(examiner, "proposed")).html).toContain("Vui lòng chọn đồng ý hoặc từ chối giải quyết.");
  await act(examiner, "proposed", { outcome: "grant", reason: "Đủ điều kiện" });
  expect((await open(head)).html).toContain("Đặng Quốc Việt đề xuất: Đồng ý giải quyết.");
  await act(head, "decided", { outcome: "grant" });
  expect((await act(head, "signed")).html).toContain("Vui lòng đánh dấu xác nhận trước khi ký số.");
  expect((await act(head, "signed", { confirm: "yes" })).html).toContain("Đã ghi nhận: Ký số.");
  await act(clerk, "numbered");
  await act(clerk, "issued");
  const done = await act(desk, "returned", { way: "desk", to: "Trần Văn Minh", proof: "Ký nhận sổ số 1" });
  expect(done.html).toContain("Đã trả kết quả");
  const paper = /\/office\/ho-so\/[^"]+\/van-ban\/[0-9a-f-]{36}/.exec(done.html)?.[0] ?? "";
  const pdf = await desk.get(paper);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.html.startsWith("%PDF-")).toBe(true);
  const { rows } = await owner.query("select person_number from temporary_residences where dossier_code = $1", [code]);
  expect(rows).toEqual([{ person_number: MINH.number }]);
}, 60_000);

test("what was typed when the session had ended waits until its officer is back", async () => {
  const browser = await officer("can-bo-sai-gon-tiep-nhan");
  const page = await open(browser);
  await owner.query(
    "update sessions set expires_at = now() - interval '1 second' where token_hash = (select token_hash from sessions order by created_at desc limit 1)",
  );
  const away = await page.submit({
    form: "/viec/refused-intake",
    fields: { "refused-intake.reason": "Lý do viết dở" },
  });
  const back = away.way.find((step) => step.includes("/dang-nhap/can-bo")) ?? "";
  expect(back).toContain("giu%3D");
  // The identity service still knows the officer, so the way leads straight back.
  expect(away.url.searchParams.get("viec")).toBe("refused-intake");
  const shown = await browser.get(away.url.pathname + away.url.search);
  expect(shown.html).toContain("Lý do viết dở");
  expect(shown.html).toContain("chưa có gì được ghi nhận");
});

test("money, stays, seals and posts open for officers", async () => {
  const money = await desk.get("/office/doi-soat?so=kiem");
  expect(money.html).toContain("Sổ thu khớp");
  expect(money.html).toContain(code);
  expect((await desk.get("/office/luu-tru")).html).toContain("Không có lượt lưu trú nào phù hợp.");
  expect((await desk.get("/office/con-dau")).status).toBe(200);
  const posts = await officer("can-bo-kiem-nhiem");
  const page = await posts.get("/office/vi-tri");
  const other = [
    ...page.html.matchAll(/name="post"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="post"/g),
  ].map((found) => found[1] ?? found[2] ?? "");
  expect(other.length).toBeGreaterThan(3);
  const last = other.at(-1) ?? "";
  const switched = await page.submit({
    form: page.forms.findIndex(({ fields }) => fields.some(([name]) => name === "post")),
    fields: { post: last },
  });
  expect(switched.url.pathname).toBe("/office");
  const { rows } = await owner.query("select u.name from posts p join units u on u.id = p.unit_id where p.id = $1", [
    last,
  ]);
  expect(switched.html).toContain(rows[0]?.name);
  expect((await page.submit({ form: 1, fields: { post: newId() } })).status).toBe(422);
});

test("the register of stays names the late and writes who looked; a list of guests is on one screen", async () => {
  const stay = await fileStay(house);
  const page = await desk.get("/office/luu-tru?q=nguyen+thi+hoa");
  expect(page.html).toContain("Nguyễn Thị Hoa");
  expect(page.html).toContain("Thông báo trễ");
  const { rows } = await owner.query(
    "select subject_number from access_log where purpose = 'Quản lý lưu trú trên địa bàn' and dossier_code = $1",
    [stay],
  );
  expect(rows).toEqual([{ subject_number: "001190000123" }]);
  const dossier = await desk.get(`/office/ho-so/${stay}`);
  expect(dossier.html).toContain("Người lưu trú (1)");
  expect(dossier.html).toContain("Không có trong CSDL");
  const division = await officer("can-bo-pc06-hcm-tiep-nhan");
  expect((await division.get("/office/luu-tru")).status).toBe(404);
});

test("a seal moves to its next state, by those who keep the register only", async () => {
  const id = newId();
  await owner.query(
    `insert into seals (office_province, id, dossier_id, dossier_code, organisation_code, organisation_name, seal_kind, seal_text, quantity, certificate_number, valid_from)
     select '79', $1, id, code, '0100000001', 'Văn phòng công chứng Thử', 'wet', 'VĂN PHÒNG CÔNG CHỨNG THỬ', 1, '1/GCN', '2026-01-01' from dossiers where code = $2`,
    [id, code],
  );
  await owner.query(
    "insert into seal_states (office_province, seal_id, seq, state, at, by_name) values ('79', $1, 1, 'REGISTERED', now(), 'Thử')",
    [id],
  );
  const keeper = await officer("can-bo-pc06-hcm-tiep-nhan");
  const page = await keeper.get("/office/con-dau");
  expect(page.html).toContain("Đã đăng ký mẫu");
  const nothing = await page.submit({ form: `/con-dau/${id}` });
  expect(nothing.status).toBe(422);
  const moved = await page.submit({ form: `/con-dau/${id}`, fields: { [`${id}.state`]: "IN_USE" } });
  expect(moved.html).toContain("Đã ghi trạng thái mới vào sổ.");
  expect((await page.submit({ form: `/con-dau/${id}`, fields: { [`${id}.state`]: "IN_USE" } })).status).toBe(409);
  const list = await desk.get("/office/con-dau");
  expect(list.html).toContain("Đang sử dụng");
  expect(list.html).not.toContain(`/con-dau/${id}`);
  const token = list.forms.flatMap(({ fields }) => fields).find(([name]) => name === "_csrf")?.[1] ?? "";
  expect((await desk.post(`/office/con-dau/${id}/trang-thai`, { _csrf: token, [`${id}.state`]: "WORN" })).status).toBe(
    403,
  );
});
