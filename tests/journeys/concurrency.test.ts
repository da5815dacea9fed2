import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { staffOf } from "../support/office.ts";
import { answerAll, begin, codeOf, sendDraft, sendFiles, textOf } from "../support/portal.ts";
import { smallPng } from "../support/samples.ts";

/** Many presses of one button, and two officers on one dossier. */

let house: TestHouse;
let owner: pg.Client;
let citizen: Browser;

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

const LEASE = { field: "lawful-dwelling", name: "hop-dong.png", bytes: smallPng(180) };

async function toPapers(): Promise<Page> {
  const end = new Date(Date.now() + 200 * 86_400_000);
  return answerAll(await begin(citizen, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
    contact: {},
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
}

test("the same draft sent 20 times at once is one dossier with one code and one debt", {
  timeout: 30_000,
}, async () => {
  const papers = await toPapers();
  const check = await sendFiles(
    citizen,
    papers,
    papers.forms.findIndex((form) => form.action === ""),
    [LEASE],
  );
  const form = check.forms.findIndex(({ action, method }) => action === "" && method === "post");
  const answers = await Promise.all(Array.from({ length: 20 }, () => check.submit({ form })));
  expect(new Set(answers.map((page) => page.status))).toEqual(new Set([200]));
  const codes = new Set(answers.map(codeOf));
  expect(codes.size).toBe(1);
  const { rows } = await owner.query(
    "select code, (select count(*)::int from debts b where b.dossier_id = d.id) as debts from dossiers d",
  );
  expect(rows).toEqual([{ code: [...codes][0], debts: 1 }]);
});

test("two officers on one dossier at the same moment: one act stands, the other officer is told whose, and keeps the words", {
  timeout: 30_000,
}, async () => {
  const code = codeOf(await sendDraft(citizen, await toPapers(), [LEASE]));
  const { desk } = await staffOf(house.url, "sai-gon");
  const allRound = await signInAs(house.url, "can-bo-kiem-nhiem", { start: "/dang-nhap/can-bo?ve=/office/vi-tri" });
  const posts = await allRound.get("/office/vi-tri");
  const saiGon =
    [...posts.html.matchAll(/<input[^>]*name="post"[^>]*value="([^"]+)"[^>]*>.*?<\/div>/gis)].find(([whole]) =>
      whole.includes("phường Sài Gòn"),
    )?.[1] ?? "";
  await posts.submit({
    form: posts.forms.findIndex(({ fields, action }) => action === "" && fields.some(([name]) => name === "_csrf")),
    fields: { post: saiGon },
  });

  const [first, second] = [await desk.get(`/office/ho-so/${code}`), await allRound.get(`/office/ho-so/${code}`)];
  const words = { "refused-intake.ground": "", "refused-intake.reason": "Ghi của người đến sau" };
  const [accepted, late] = await Promise.all([
    first.submit({ form: "/viec/accepted" }),
    // Sent a breath later, while the first is still on its way or just done.
    new Promise((go) => setTimeout(go, 5)).then(() => second.submit({ form: "/viec/refused-intake", fields: words })),
  ]);
  expect(accepted.url.searchParams.get("xong")).toBe("accepted");
  // The second officer's form lacked a ground; being late is what is said, and the words are still there.
  const told = late.status === 409 ? late : await second.submit({ form: "/viec/refused-intake", fields: words });
  expect(told.status).toBe(409);
  expect(textOf(told.html)).toContain("Ngô Thị Kim Anh đã thực hiện “Tiếp nhận hồ sơ”");
  expect(told.html).toContain("Ghi của người đến sau");
  const { rows } = await owner.query(
    "select kind from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 order by seq",
    [code],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(["filed", "fee-set", "accepted"]);
});

test("the same act pressed 20 times by one officer stands once", { timeout: 30_000 }, async () => {
  const code = codeOf(await sendDraft(citizen, await toPapers(), [LEASE]));
  const { desk } = await staffOf(house.url, "sai-gon");
  const page = await desk.get(`/office/ho-so/${code}`);
  const answers = await Promise.all(Array.from({ length: 20 }, () => page.submit({ form: "/viec/accepted" })));
  expect(answers.filter((answer) => answer.url.searchParams.get("xong") === "accepted")).toHaveLength(1);
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
  const { rows } = await owner.query(
    "select count(*)::int as n from acts a join dossiers d on d.id = a.dossier_id where d.code = $1 and kind = 'accepted'",
    [code],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("two devices on one draft: what the one saved the other does not lose", async () => {
  const start = await begin(citizen, "temporary-residence");
  const other = openBrowser(house.url);
  await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/", browser: other });
  const draft = start.url.pathname.replace(/\/trang\/.*/, "");
  await answerAll(start, { registrant: { registrant: "self" } });
  await answerAll(await other.get(`${draft}/trang/contact`), { contact: { phone: "0950000099", email: "" } });
  await answerAll(await citizen.get(`${draft}/trang/dwelling`), { dwelling: { "dwelling-ground": "rent" } });
  const resumed = await other.get(`${draft}/kiem-tra`);
  expect(textOf(resumed.html)).toContain("0950000099");
  expect(textOf(resumed.html)).toContain("Nhà, phòng tôi thuê");
});
