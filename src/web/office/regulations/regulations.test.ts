import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feeOn, publishLaw } from "../../../../law/index.ts";
import type { Browser, Page } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { logStage } from "../../../../tests/support/log-stage.ts";
import { fileResidence, signedInOfficer } from "../../../../tests/support/office-stage.ts";
import { act } from "../../../../tests/support/portal.ts";
import { day, dayOfInstant, instantAt } from "../../../kernel/plain-date.ts";
import { verdictOn } from "../../../main/verify-log.ts";
import { verifyLawActs } from "../../../modules/regulations/index.ts";

/** Changing the law from the office: two people, over sockets, on a real database, without script. */

let house: TestHouse;
let owner: pg.Client;
let editor: Browser;
let approver: Browser;
let desk: Browser;

beforeAll(async () => {
  house = await testHouse();
  house.setClock(instantAt(day("2026-11-30"), 600));
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  editor = await signedInOfficer(house, "can-bo-phap-che-soan");
  approver = await signedInOfficer(house, "can-bo-phap-che-duyet");
  desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
}, 90_000);
afterAll(async () => {
  publishLaw({ amendments: [], texts: [] });
  await owner.end();
  await house.close();
});

const FEE = "bang=fees&khoa=residence-temporary+%2F+online";
const GROUNDS = {
  source: "999/2026/TT-BTC",
  article: "Điều 4",
  evidence: "read",
  title: "Thông tư sửa đổi lệ phí cư trú",
  textKind: "circular",
  "inForce.day": "1",
  "inForce.month": "1",
  "inForce.year": "2027",
};
const begin = async (): Promise<string> => {
  const page = await (await editor.get("/office/quy-dinh")).submit({ form: "/quy-dinh/moi" });
  return page.url.pathname.split("/").at(-1) ?? "";
};
const fill = async (draft: string, path: string, fields: Record<string, string>): Promise<Page> => {
  const page = await editor.get(`/office/quy-dinh/nhap/${draft}/${path}`);
  return page.submit({ form: 1, fields });
};
const send = async (draft: string, title: string): Promise<Page> => {
  const page = await editor.get(`/office/quy-dinh/nhap/${draft}`);
  return page.submit({ form: "/gui", fields: { title, reason: "Theo thông tư mới" } });
};
const online = (on: string) => feeOn("residence-temporary", "online", day(on));

test("only those who keep the law come in", async () => {
  const page = await desk.get("/office/quy-dinh");
  expect(page.status).toBe(403);
  expect((await desk.get("/office")).html).not.toContain("/office/quy-dinh");
  expect((await approver.get("/office")).html).toContain("/office/quy-dinh");
});

test("a new fee is proposed by one, published by another, and nobody else's draft is open", async () => {
  const draft = await begin();
  const found = await editor.get(`/office/quy-dinh/muc?nhap=${draft}&q=residence-temporary+online`);
  expect(found.html).toContain("7.000 đ");
  const byName = await editor.get(`/office/quy-dinh/muc?nhap=${draft}&q=${encodeURIComponent("tạm trú trực tuyến")}`);
  expect(byName.html).toMatch(
    /Đăng ký tạm trú, nộp trực tuyến<br\/?><small[^>]*>Phí, lệ phí · residence-temporary \/ online/,
  );
  const wrong = await fill(draft, `muc?${FEE}`, { "so.amount": "chín nghìn", "from.day": "31", "from.month": "2" });
  expect(wrong.status).toBe(422);
  for (const said of ["Vui lòng ghi một số", "ngày có thật", "số văn bản", "điều, khoản"])
    expect(wrong.html).toContain(said);
  expect(wrong.html).toContain('value="chín nghìn"');

  const fields = { "so.amount": "9.000", "from.day": "01", "from.month": "01", "from.year": "2027", ...GROUNDS };
  const added = await fill(draft, `muc?${FEE}`, fields);
  expect(added.url.search).toBe("?them=1");
  for (const said of ["mức mới từ 01/01/2027", "9.000 đ", "Đăng ký tạm trú"]) expect(added.html).toContain(said);
  expect((await approver.get(`/office/quy-dinh/nhap/${draft}`)).status).toBe(403);

  expect((await send(draft, "")).html).toContain("Vui lòng ghi tên đề xuất");
  const sent = await send(draft, "Lệ phí tạm trú 2027");
  expect(sent.html).toContain("Chờ phê duyệt");
  expect(sent.html).not.toContain("/cong-bo");
  expect((await editor.get(`/office/quy-dinh/nhap/${draft}`)).status).toBe(404);
  expect(online("2027-01-01")).toMatchObject({ value: { amount: 7_000 } });

  const seen = await approver.get(`/office/quy-dinh/de-xuat/${draft}`);
  const done = await seen.submit({ form: "/cong-bo" });
  expect(done.html).toContain("Đã công bố");
  expect(online("2027-01-01")).toMatchObject({ value: { amount: 9_000, source: "999/2026/TT-BTC" } });
  expect(online("2026-12-31")).toMatchObject({ value: { amount: 7_000 } });
  const twice = await seen.submit({ form: "/cong-bo" });
  expect(twice.status).toBe(403);
  const { rows } = await owner.query("select kind from law_acts where proposal_id = $1 order by seq", [draft]);
  expect(rows.map(({ kind }) => kind)).toEqual(["submitted", "published"]);
});

test("a day off moves the open due dates that run over it, as acts of their dossiers", async () => {
  const code = await fileResidence(house);
  await act(desk, code, "accepted", {});
  const dueOf = async () =>
    (
      await owner.query<{ due: string }>(
        "select (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as due from dossiers where code = $1",
        [code],
      )
    ).rows[0]?.due;
  expect(await dueOf()).toBe("2026-12-03");

  const draft = await begin();
  const added = await fill(draft, "ngay", {
    viec: "statutory",
    nameVi: "Nghỉ chống bão",
    "date.day": "2",
    "date.month": "12",
    "date.year": "2026",
    ...GROUNDS,
  });
  for (const said of ["1 hồ sơ đổi hạn trả kết quả", code, "17:30, 04/12/2026"]) expect(added.html).toContain(said);
  await send(draft, "Nghỉ chống bão số 12");
  const published = await (await approver.get(`/office/quy-dinh/de-xuat/${draft}`)).submit({ form: "/cong-bo" });
  expect(published.html).toContain("Đã công bố");

  // The queue was given the work in the transaction of the publication.
  const jobs = await owner.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'law-due-dates'",
  );
  expect(jobs.rows[0]?.n).toBe(1);
  const { dossiers, regulations } = house.deps;
  const proposal = await regulations.proposal(draft);
  if (!proposal) throw new Error("no proposal");
  const days = await regulations.daysOf(proposal);
  const change = { id: draft, title: proposal.content.title };
  expect(await dossiers.dueDates.move(days, change)).toBe(1);
  expect(await dossiers.dueDates.move(days, change)).toBe(0);
  expect(await dueOf()).toBe("2026-12-04");
  const page = await desk.get(`/office/ho-so/${code}`);
  expect(page.html).toContain("Lịch nghỉ thay đổi: Nghỉ chống bão số 12");
});

test("what no longer fits is refused at publication, given back with a reason, and written anew", async () => {
  const twice = await Promise.all([begin(), begin()]);
  for (const draft of twice) {
    await fill(draft, "ngay", {
      viec: "statutory",
      nameVi: "Nghỉ lũ",
      "date.day": "8",
      "date.month": "12",
      "date.year": "2026",
      ...GROUNDS,
    });
    await send(draft, "Nghỉ lũ");
  }
  const pages = await Promise.all(twice.map((draft) => approver.get(`/office/quy-dinh/de-xuat/${draft}`)));
  const done = await Promise.all(pages.map((page) => page.submit({ form: "/cong-bo" })));
  expect(done.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const refused = done.find(({ status }) => status === 409);
  expect(refused?.html).toContain("Ngày này đã là ngày nghỉ");
  const other = twice[done.findIndex(({ status }) => status === 409)] ?? "";
  const page = await approver.get(`/office/quy-dinh/de-xuat/${other}`);
  expect((await page.submit({ form: "/tra-lai" })).html).toContain("Vui lòng nêu lý do trả lại");
  expect((await page.submit({ form: "/tra-lai", fields: { reason: "Đã có rồi" } })).html).toContain("Đã có rồi");
  const again = await (await editor.get(`/office/quy-dinh/de-xuat/${other}`)).submit({ form: "/soan-lai" });
  expect(again.html).toContain("Nghỉ lũ");
});

test("every step is in one chain that shows a change behind the application's back", async () => {
  expect(await verifyLawActs(house.db)).toMatchObject({ ok: true });
  await expect(house.db.query("t", "update law_acts set data = '{}'")).rejects.toMatchObject({ code: "42501" });
  await expect(house.db.query("t2", "delete from law_acts")).rejects.toMatchObject({ code: "42501" });
  const { rows } = await owner.query("select data from law_acts where seq = 1");
  await owner.query("update law_acts set data = jsonb_set(data, '{title}', '\"x\"') where seq = 1");
  expect(await verifyLawActs(house.db)).toMatchObject({ ok: false, seq: 1 });
  await owner.query("update law_acts set data = $1 where seq = 1", [rows[0]?.data]);
  expect(await verifyLawActs(house.db)).toMatchObject({ ok: true });
});

test("every act of the law is a leaf of the transparency log: a cut tail of the chain shows, numbered or not", async () => {
  const log = logStage(house);
  const verdict = async (): Promise<string> => (await verdictOn(house.db, undefined, [log.key])).lines.join("\n");
  const cut = async (): Promise<() => Promise<unknown>> => {
    const { rows } = await owner.query("delete from law_acts where seq = (select max(seq) from law_acts) returning *");
    const [row] = rows;
    return () =>
      owner.query(
        `insert into law_acts (seq, id, proposal_id, kind, at, actor, data, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          row.seq,
          row.id,
          row.proposal_id,
          row.kind,
          new Date(row.at),
          JSON.stringify(row.actor),
          JSON.stringify(row.data),
          row.previous_hash,
          row.hash,
        ],
      );
  };
  const holds = async (): Promise<void> => expect(await verdict()).not.toContain("KHÔNG ĐẠT");
  await holds();
  for (const numbered of [false, true]) {
    if (numbered) await log.run();
    await holds();
    const restore = await cut();
    // The chain alone cannot tell that it was once longer.
    expect(await verifyLawActs(house.db)).toMatchObject({ ok: true });
    expect(await verdict()).toMatch(/KHÔNG ĐẠT, nhật ký: hành vi công bố quy định .*đã bị xóa/);
    await restore();
    await holds();
  }
  // What was published before the log knew of it is announced by the migration.
  await owner.query(
    "delete from log_leaves; delete from log_nodes; delete from log_checkpoints; delete from log_waiting",
  );
  expect(await verdict()).toContain("law, act 1: was inserted behind the application's back");
  const [migration = ""] = readdirSync("db/migrations").filter((name) => name.endsWith("_hardening.sql"));
  const statements = readFileSync(`db/migrations/${migration}`, "utf8");
  await owner.query(statements.slice(statements.indexOf("insert into log_waiting")).split(";")[0] ?? "");
  expect(await verdict()).not.toContain("law, act");
});

test("a process that was not there hears what is in force when it opens", async () => {
  publishLaw({ amendments: [], texts: [] });
  expect(online("2027-01-01")).toMatchObject({ value: { amount: 7_000 } });
  const { createRegulations } = await import("../../../modules/regulations/index.ts");
  const ports = { duePreview: house.deps.dossiers.dueDates.preview, openDebts: async () => [] };
  const { db, clock, procedures } = house.deps;
  await createRegulations({ db, clock, procedures, ports }).refresh();
  expect(online("2027-01-01")).toMatchObject({ value: { amount: 9_000 } });
  expect(dayOfInstant(clock.now())).toBe("2026-11-30");
});

test("`motcua calculate` reckons by the law as delivered, and with --published by what the office has published", async () => {
  const reckon = async (...flags: readonly string[]): Promise<string> => {
    const env = { ...process.env, DATABASE_URL: house.ownerUrl, DEMO: "on" };
    const run = spawn(process.execPath, ["src/main/cli.ts", "calculate", "deadline", ...flags], { env, stdio: "pipe" });
    run.stdin.end('{"from":"2026-12-01","count":1,"unit":"working-day"}');
    return JSON.parse(await textOf(run.stdout)).value.due;
  };
  // The second of December became a day off above.
  expect(await Promise.all([reckon(), reckon("--published")])).toEqual(["2026-12-02", "2026-12-03"]);
});
