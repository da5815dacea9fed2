import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { procedures } from "../../../law/index.ts";
import { type Browser, signInAs } from "../../../tests/support/browserless.ts";
import { minhCard, scanAndPick, sendIntake, sheet, TENANT } from "../../../tests/support/desk.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { MINH, signedInOfficer } from "../../../tests/support/office-stage.ts";
import { answerAll, begin, draftOf, formWith, headingOf, problemsOf, textOf } from "../../../tests/support/portal.ts";
import type { Procedure } from "../../engine/definition/index.ts";
import { day, dayOfInstant, showDate } from "../../kernel/plain-date.ts";
import { demoCitizens } from "../../main/demo/people.ts";
import { organisationCode } from "../../modules/population/index.ts";

/** The reception desk over sockets, without script, on a real database. */

let house: TestHouse;
let owner: pg.Client;
let desk: Browser;
let scan: Buffer;

/** Since July 2026 stays are notified online; the desk of this house takes them as it did before. */
const alsoAtDesk = (procedure: Procedure): Procedure =>
  procedure.key === "stay-notification"
    ? {
        ...procedure,
        editions: procedure.editions.map((edition) => ({ ...edition, channels: [...edition.channels, "desk"] })),
      }
    : procedure;

const DAY_MS = 86_400_000;
const isoYesterday = (): string => dayOfInstant(Date.now() - DAY_MS);
const yesterday = (): string => showDate(dayOfInstant(Date.now() - DAY_MS));
const numberOf = (name: string): string => demoCitizens.find((person) => person.name === name)?.number ?? "";
const haNumber = (): string => numberOf("Lê Thu Hà");
const tamNumber = (): string => numberOf("Đỗ Minh Tâm");
const minhTamCode = (): string => organisationCode(3);
const actsOf = async (code: string): Promise<readonly string[]> =>
  (
    await owner.query(
      "select kind from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 order by a.seq",
      [code],
    )
  ).rows.map(({ kind }) => kind);
const codeIn = (path: string): string => decodeURIComponent(path.split("/").at(-1) ?? "");

beforeAll(async () => {
  house = await testHouse({ procedures: procedures.map(alsoAtDesk) });
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
  scan = await sheet();
}, 90_000);
afterAll(async () => {
  await owner.end();
  await house.close();
});

describe("who comes", () => {
  it("a card is shown beside the register's verdicts, and the look is in the log as taking in a dossier (one-stop 34)", async () => {
    const home = await desk.get("/desk");
    const page = await home.submit({
      form: formWith(home, "scan"),
      fields: { scan: minhCard({ name: "Trần Văn Minh Anh" }) },
    });
    expect(page.status).toBe(200);
    const words = textOf(page.html);
    expect(words).toContain("Không khớp");
    expect(words).toContain(MINH.number);
    const { rows } = await owner.query(
      "select purpose, purpose_key, ground_source, fields from access_log where subject_number = $1 order by at desc limit 1",
      [MINH.number],
    );
    expect(rows[0]).toEqual({
      purpose: "Tiếp nhận hồ sơ",
      purpose_key: "receive-dossier",
      ground_source: "118/2025/NĐ-CP",
      fields: ["identity-check"],
    });
  });

  it("a typed number shows whose it is; a number of nobody says so", async () => {
    const home = await desk.get("/desk");
    const page = await home.submit({ form: formWith(home, "scan"), fields: { scan: "040 092 034 092" } });
    expect(headingOf(page)).toBe("Trần Văn Minh");
    const nobody = await home.submit({ form: formWith(home, "scan"), fields: { scan: "001099999999" } });
    expect(textOf(nobody.html)).toContain("Chưa có dữ liệu");
    const picked = await nobody.submit({ form: formWith(nobody, "present"), fields: { q: "tam tru" } });
    expect(problemsOf(picked).join()).toContain("quét thẻ hoặc nhập thông tin");
  });

  it("a foreigner of whom no register knows is entered by hand", async () => {
    const page = await desk.get("/desk/nguoi-khac");
    const fields = { name: "John Smith", number: "X1234567", birth: "05/02/1990", sex: "M", nationality: "USA" };
    const wrong = await page.submit({
      form: formWith(page, "nationality"),
      fields: { ...fields, birth: "31/02/1990" },
    });
    expect(wrong.status).toBe(422);
    const shown = await page.submit({ form: formWith(page, "nationality"), fields });
    expect(headingOf(shown)).toBe("John Smith");
    const picked = await shown.submit({ form: formWith(shown, "present"), fields: { q: "tam tru" } });
    expect(headingOf(picked)).toBe("Đăng ký tạm trú");
  });

  it.each([
    ["", "Quét thẻ"],
    ["x".repeat(4_000), "dài hơn mọi loại thẻ"],
    [`${"|".repeat(900)}`, "Mã QR của thẻ đọc không đúng"],
    ["183456789", "CMND 9 số"],
    ["IDVNM2034092<<<<", "MRZ"],
    ["MC9:1/1:ABCDEF:AAAA.", "phiên bản mới hơn"],
    ["MC1:1/1:ABCDEF:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.", "không do hệ thống này in"],
    ["MC1:1/99999:XX", "đọc không đúng"],
    ["<script>alert(1)</script>", "MRZ"],
    [minhCard().replace("20051992", "31021992"), "ngày sinh"],
  ])("a hostile or broken line %# is answered with a sentence", async (line, sentence) => {
    const home = await desk.get("/desk");
    const page = await home.submit({ form: formWith(home, "scan"), fields: { scan: line } });
    expect(page.status).toBe(422);
    expect(problemsOf(page).join()).toContain(sentence);
    expect(page.html).not.toContain("<script>alert");
  });

  it("other posts, and citizens, have no desk", async () => {
    const clerk = await signedInOfficer(house, "can-bo-sai-gon-van-thu");
    expect((await clerk.get("/desk")).status).toBe(403);
    expect((await clerk.get("/office")).html).not.toContain('href="/desk"');
    expect((await desk.get("/office")).html).toContain('href="/desk"');
  });
});

describe("an intake", () => {
  it("asks only what no register knows, files, accepts and gives code, due time, fee and receipt in one go (one-stop 4, 6, 9)", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    expect(headingOf(page)).toBe("Đăng ký tạm trú");
    const known = textOf(/<aside class="mc-split__side".*?<\/aside>/s.exec(page.html)?.[0] ?? "");
    expect(known).toContain(MINH.name);
    expect(known).toContain("0950000034");
    const done = await sendIntake(desk, page, { ...TENANT, _do: "accept" }, [
      { field: "lawful-dwelling", name: "hop-dong.jpg", bytes: scan },
    ]);
    expect(problemsOf(done)).toEqual([]);
    const code = codeIn(done.url.pathname);
    expect(headingOf(done)).toBe("Đã tiếp nhận hồ sơ");
    expect(await actsOf(code)).toEqual(["filed", "fee-set", "accepted"]);
    const { rows } = await owner.query(
      "select d.channel, a.actor as filer, d.owner_number, d.due_at from dossiers d join acts a on a.dossier_id = d.id and a.seq = 1 where d.code = $1",
      [code],
    );
    expect(rows[0]).toMatchObject({ channel: "desk", owner_number: MINH.number });
    expect(rows[0].due_at).not.toBeNull();
    expect(rows[0].filer).toMatchObject({ as: "person", number: MINH.number, helper: { unit: "ca-26740" } });
    const receipt = /href="(\/office\/ho-so\/[^"]*\/thong-bao\/\d+)"/.exec(done.html)?.[1] ?? "";
    const pdf = await desk.get(receipt);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    // The same page sent again leads to the same dossier.
    const again = await desk.get(page.url.pathname);
    expect(codeIn(again.url.pathname)).toBe(code);
    // What this desk takes most stands first: one key chooses it.
    expect(headingOf(await scanAndPick(desk, minhCard(), "1"))).toBe("Đăng ký tạm trú");
  });

  it("keeps what was typed when something is missing, and names it", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const wrong = await sendIntake(desk, page, { ...TENANT, "stay-until": "31/02/2027", _do: "accept" });
    expect(wrong.status).toBe(422);
    expect(problemsOf(wrong)).toHaveLength(1);
    const next = await sendIntake(desk, page, { ...TENANT, _do: "accept" });
    expect(problemsOf(next).join()).toContain("Còn thiếu");
    expect((await desk.get(page.url.pathname)).html).toContain("Số 9 đường Thử");
  });

  it("asks what an answer opens before it calls it missing, without script", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const { "owner-consent": _, ...rest } = TENANT;
    const next = await sendIntake(desk, page, {
      ...rest,
      _shown: page.forms[formWith(page, "_shown")]?.fields.find(([n]) => n === "_shown")?.[1] ?? "",
      _do: "accept",
    });
    expect(textOf(next.html)).toContain("Câu trả lời vừa rồi cần thêm thông tin");
  });

  it("looks at each scan: a blank or blurred one is told, and used only when somebody has looked", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const blank = await sendIntake(desk, page, { ...TENANT, _do: "accept" }, [
      { field: "lawful-dwelling", name: "trang.jpg", bytes: await sheet({ empty: true }) },
    ]);
    expect(problemsOf(blank).join()).toContain("bản quét chưa đạt");
    expect(textOf(blank.html)).toContain("Trang trắng");
    const looked = await sendIntake(desk, await desk.get(page.url.pathname), { _use: "yes", _do: "accept" });
    expect(headingOf(looked)).toBe("Đã tiếp nhận hồ sơ");
  });

  it("turns a scan, puts several in order and joins them into one PDF; what became of the original stands on the receipt", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const both = await sendIntake(desk, page, { ...TENANT, _upload: "lawful-dwelling" }, [
      { field: "lawful-dwelling", name: "trang 1.jpg", bytes: scan },
      { field: "lawful-dwelling", name: "trang 2.jpg", bytes: await sheet({ words: "Trang hai" }) },
    ]);
    const value = (name: string): readonly string[] =>
      [...both.html.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, "g"))].map(([, v = ""]) => v);
    const turned = await sendIntake(desk, both, { _turn: value("_turn")[0] ?? "" });
    expect(value("_turn")[0]).not.toBe(/name="_turn" value="([^"]+)"/.exec(turned.html)?.[1]);
    const moved = await sendIntake(desk, turned, {
      _earlier: /name="_earlier" value="([^"]+)"/.exec(turned.html)?.[1] ?? "",
    });
    expect(textOf(moved.html).indexOf("trang 2.jpg")).toBeLessThan(textOf(moved.html).indexOf("trang 1.jpg"));
    const joined = await sendIntake(desk, moved, { _join: "lawful-dwelling" });
    expect(textOf(joined.html)).toContain("trang 2.pdf");
    expect(joined.html).not.toContain("trang 1.jpg");
    const done = await sendIntake(desk, joined, { "_original.lawful-dwelling": "kept", _do: "accept" });
    const { rows } = await owner.query("select papers from dossiers where code = $1", [codeIn(done.url.pathname)]);
    expect(rows[0].papers).toMatchObject([{ name: "trang 2.pdf", mediaType: "application/pdf", original: "kept" }]);
  });

  it("a secret mark freezes everything: nothing typed or scanned stays, before or after (one-stop 37)", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const secret = await sheet({ words: "Noi dung mat" });
    const kept = await sendIntake(desk, page, { ...TENANT, _upload: "lawful-dwelling" }, [
      { field: "lawful-dwelling", name: "a.jpg", bytes: secret },
    ]);
    const sha256 = /tep\/([0-9a-f]{64})/.exec(kept.html)?.[1] ?? "";
    expect(await house.deps.files.sizeOf(sha256)).not.toBeNull();
    const frozen = await sendIntake(desk, kept, { _secret: "yes", _do: "accept" }, [
      { field: "lawful-dwelling", name: "b.jpg", bytes: await sheet({ words: "Mat hai" }) },
    ]);
    expect(headingOf(frozen)).toBe("Không tiếp nhận hồ sơ có dấu mật");
    expect(textOf(frozen.html)).toContain("mạng bưu chính phục vụ cơ quan Đảng, Nhà nước");
    expect(await house.deps.files.sizeOf(sha256)).toBeNull();
    expect((await desk.get(page.url.pathname)).status).toBe(404);
    expect((await owner.query("select 1 from desk_secret_marks")).rowCount).toBe(1);
  });

  it("everything missing stands in one notice; a paper a register answers for may be asked only with a reason (one-stop 6, 7)", async () => {
    // Hà owns the flat where she registers: the register of dwellings answers for the paper.
    const ha = await scanAndPick(desk, haNumber(), "tạm trú");
    const owned = {
      ...TENANT,
      "target-address.line": "Căn hộ 12.05, số 2 đường Tôn Đức Thắng",
      "dwelling-ground": "own",
      "stay-until": "",
    };
    const page = await sendIntake(desk, ha, { ...owned, _do: "supplement" });
    expect(headingOf(page)).toContain("Yêu cầu bổ sung");
    expect(page.html).toContain("không tính là thiếu");
    const form = formWith(page, "more.what");
    const all = Object.fromEntries(page.forms[form]?.fields ?? []);
    expect(all["paper-lawful-dwelling.ask"]).toBeUndefined();
    expect(Object.keys(all).filter((name) => name.endsWith(".ask"))).toEqual(["answer-0.ask"]);
    const refused = await page.submit({ form, fields: { "paper-lawful-dwelling.ask": "yes" } });
    expect(refused.status).toBe(422);
    expect(problemsOf(refused).join()).toContain("không được yêu cầu nộp");
    const done = await page.submit({
      form,
      fields: { "paper-lawful-dwelling.ask": "yes", "paper-lawful-dwelling.reason": "wrong" },
    });
    expect(headingOf(done)).toBe("Đã yêu cầu bổ sung");
    const code = codeIn(done.url.pathname);
    expect((await actsOf(code)).at(-1)).toBe("supplement-requested");
    const { rows } = await owner.query(
      "select data from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 and kind = 'supplement-requested'",
      [code],
    );
    expect(rows[0].data.items).toHaveLength(2);
    for (const item of rows[0].data.items) expect(item.basis).not.toBe("");
    expect(rows[0].data.items[1].what).toContain("dữ liệu sai");
  });

  it("a refusal has a ground and a reason, and a number of its own (one-stop 8)", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const refusal = await sendIntake(desk, page, { _do: "refuse" });
    const bare = await refusal.submit({ form: formWith(refusal, "reason") });
    expect(problemsOf(bare)).toHaveLength(2);
    const ground = /name="ground" type="radio" value="([^"]+)"/.exec(refusal.html)?.[1] ?? "";
    const done = await refusal.submit({
      form: formWith(refusal, "reason"),
      fields: { ground, reason: "Chỗ ở không được đăng ký" },
    });
    expect(headingOf(done)).toBe("Đã từ chối tiếp nhận");
    expect(await actsOf(codeIn(done.url.pathname))).toContain("refused-intake");
  });

  it("a dossier of another place is passed on to its office, which accepts it (one-stop 13)", async () => {
    const page = await scanAndPick(desk, minhCard(), "tạm trú");
    const done = await sendIntake(
      desk,
      page,
      { ...TENANT, "target-address.province": "46", "target-address.commune": "19789", _do: "accept" },
      [{ field: "lawful-dwelling", name: "hop-dong.jpg", bytes: scan }],
    );
    expect(headingOf(done)).toBe("Đã nhận và chuyển hồ sơ");
    expect(await actsOf(codeIn(done.url.pathname))).toEqual(["filed", "fee-set"]);
    expect(done.html).not.toContain(MINH.name);
  });

  it("a notification done on the spot needs no receipt unless asked (one-stop 10)", async () => {
    const page = await scanAndPick(desk, minhCard(), "lưu trú");
    expect(headingOf(page)).toContain("lưu trú");
    const fields = {
      notifier: "establishment",
      "lodging-kind": "hotel",
      "host-name": "Nhà trọ Minh",
      "place.province": "79",
      "place.commune": "26740",
      "place.line": "Số 9 đường Thử",
      _shown: "",
    };
    const item = await sendIntake(desk, page, { ...fields, "_add-item": "guests" });
    const today = dayOfInstant(Date.now());
    const guest = {
      "full-name": "Nguyễn Thị Hoa",
      "birth-date.day": "27",
      "birth-date.month": "3",
      "birth-date.year": "1990",
      sex: "F",
      nationality: "VNM",
      "document-kind": "identity-card",
      "personal-number": "001190000123",
      "arrived-at.day": today.slice(8),
      "arrived-at.month": today.slice(5, 7),
      "arrived-at.year": today.slice(0, 4),
      "arrived-at.time": "00:05",
      "leaves-on.day": today.slice(8),
      "leaves-on.month": today.slice(5, 7),
      "leaves-on.year": today.slice(0, 4),
      reason: "tourism",
    };
    const opened = await item.submit({ form: formWith(item, "full-name"), fields: guest });
    const back = await opened.submit({ form: formWith(opened, "full-name"), fields: guest });
    expect(problemsOf(back)).toEqual([]);
    expect(textOf(back.html)).toContain("Nguyễn Thị Hoa");
    const shown = back.forms[formWith(back, "_shown")]?.fields.find(([name]) => name === "_shown")?.[1] ?? "";
    const done = await sendIntake(desk, back, { _shown: `${shown} room note contact-phone`, _do: "accept" });
    expect(problemsOf(done)).toEqual([]);
    expect(headingOf(done)).toBe("Đã tiếp nhận và giải quyết ngay");
    expect(textOf(done.html)).toContain("không phải cấp giấy hẹn");
    expect(await actsOf(codeIn(done.url.pathname))).toEqual(["filed", "acknowledged"]);
  });
});

describe("the post", () => {
  it("an envelope is written down once, and its day is the day of filing (one-stop 4)", async () => {
    const province = await signedInOfficer(house, "can-bo-pc06-hcm-tiep-nhan");
    const page = await province.get("/desk/buu-chinh");
    const form = formWith(page, "tracking-number");
    const fields = {
      "tracking-number": "EA 123456789 VN",
      sender: "Văn phòng công chứng Minh Tâm",
      "received-on": "20/11/2026",
    };
    const future = await page.submit({ form, fields: { ...fields, "received-on": "01/01/2999" } });
    expect(future.status).toBe(422);
    const home = await page.submit({ form, fields: { ...fields, "received-on": yesterday() } });
    expect(textOf(home.html)).toContain("EA123456789VN");
    const twice = await page.submit({ form, fields: { ...fields, "received-on": yesterday() } });
    expect(problemsOf(twice).join()).toContain("đã được ghi nhận");
    const person = await home.submit({ form: formWith(home, "scan"), fields: { scan: tamNumber() } });
    expect(textOf(person.html)).not.toContain("Đăng ký tạm trú");
    const intake = await person.submit({
      form: formWith(person, "present"),
      fields: { q: "1", organisation: minhTamCode() },
    });
    expect(headingOf(intake)).toContain("con dấu");
    const refusal = await sendIntake(province, intake, { _do: "refuse" });
    const ground = /name="ground" type="radio" value="([^"]+)"/.exec(refusal.html)?.[1] ?? "";
    const done = await refusal.submit({
      form: formWith(refusal, "reason"),
      fields: { ground, reason: "Hồ sơ gửi nhầm" },
    });
    const code = codeIn(done.url.pathname);
    const { rows } = await owner.query(
      "select channel, (filed_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from dossiers where code = $1",
      [code],
    );
    expect(rows[0]).toEqual({ channel: "post", day: isoYesterday() });
    expect((await province.get("/desk/buu-chinh")).html).toContain(code);
  });
});

describe("a form printed at home", () => {
  it("comes back by one scan with every answer, checked anew and accepted (one-stop 6)", async () => {
    const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
    const draft = await begin(citizen, "temporary-residence", { owner: "-" });
    await answerAll(draft, {
      registrant: { registrant: "self" },
      person: {},
      contact: {},
      address: {
        "target-address.commune": "26740",
        "target-address.province": "79",
        "target-address.line": "Số 9 đường Thử",
      },
      dwelling: { "dwelling-ground": "rent" },
      owner: { "owner-consent": "contract" },
      household: { household: "own-head" },
      term: { "stay-until.day": "31", "stay-until.month": "5", "stay-until.year": "2028" },
      request: { "request-text": "Xin ghi rõ “căn gác” trên thông báo" },
      fee: {},
      declaration: { declaration: "true" },
    });
    const pdf = await fetch(new URL(`${draftOf(draft)}/to-khai.pdf`, house.url), {
      headers: { cookie: citizen.jar.header(new URL(house.url)) },
    });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");

    const id = draftOf(draft).split("/").at(-1) ?? "";
    const { rows } = await owner.query("select account_id as account from drafts where id = $1", [id]);
    const kept = await house.deps.dossiers.drafts.find(rows[0].account, id);
    if (!kept) throw new Error("no draft");
    const lines = house.deps.reception.formCodes.write({
      procedure: "temporary-residence",
      edition: "from-2026-01-01",
      madeOn: day("2026-06-15"),
      owner: { name: MINH.name, number: MINH.number },
      organisation: null,
      answers: { ...kept.answers, "no-such-field": "x", "dwelling-ground": "rent" },
    });
    const home = await desk.get("/desk");
    const page = await home.submit({ form: formWith(home, "scan"), fields: { scan: (lines ?? []).join("\n") } });
    expect(headingOf(page)).toBe("Đăng ký tạm trú");
    // A form of an older edition says so.
    expect(textOf(page.html)).toContain("Tờ khai in ngày 15/06/2026");
    expect(textOf(page.html)).toContain("Mẫu đã thay đổi");
    const done = await sendIntake(desk, page, { _do: "accept" }, [
      { field: "lawful-dwelling", name: "hop-dong.jpg", bytes: scan },
    ]);
    expect(problemsOf(done)).toEqual([]);
    expect(headingOf(done)).toBe("Đã tiếp nhận hồ sơ");
    const filed = await owner.query("select answers from dossiers where code = $1", [codeIn(done.url.pathname)]);
    expect(filed.rows[0].answers).toEqual(kept.answers);
  });
});
