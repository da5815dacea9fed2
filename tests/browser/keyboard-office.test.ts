import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureAssets } from "../support/assets.ts";
import { type OpenedBrowser, openBrowser, screenshot } from "../support/browser.ts";
import { signInAs } from "../support/browserless.ts";
import { minhCard, sheet } from "../support/desk.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { type Typist, typistAt } from "../support/keyboard.ts";

/**
 * One dossier's whole life without a mouse: desk, head, examiner, citizen, signer, clerk. Every press of Tab looks at
 * the focus; every page is read by axe and measured at 1366 and at 320 pixels.
 */

let house: TestHouse;
let browser: OpenedBrowser;
let scan: Buffer;
/** A step of the day's work takes no more presses of Tab than this. */
const TABS_MOST = 40;
/** What each step costs, printed at the end. */
const costs: { readonly step: string; readonly tabs: number; readonly keys: number }[] = [];

beforeAll(async () => {
  await ensureAssets();
  [house, browser, scan] = await Promise.all([testHouse({ people: 40 }), openBrowser(), sheet()]);
}, 90_000);
afterAll(async () => {
  console.log(
    costs
      .map(({ step, tabs, keys }) => `${String(tabs).padStart(3)} Tab ${String(keys).padStart(4)} keys  ${step}`)
      .join("\n"),
  );
  await browser?.close();
  await house?.close();
});

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 320, height: 640 };

/** A browser without a mouse in which somebody is signed in. */
async function seat(subject: string, start: string, script = true): Promise<Typist> {
  const signedIn = await signInAs(house.url, subject, { start });
  const page = await browser.newPage({ ...WIDE, javaScriptEnabled: script, forAxe: true, baseURL: house.url });
  page.setDefaultTimeout(10_000);
  // Whoever listens from the start has the chooser handed over from the start, however soon the key is pressed.
  page.on("filechooser", () => {});
  const cookies = signedIn.jar.header(new URL(house.url)).split("; ");
  await page.context().addCookies(
    cookies.map((cookie) => {
      const at = cookie.indexOf("=");
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
    }),
  );
  return typistAt(page, subject);
}
const officer = (post: string, script = true): Promise<Typist> =>
  seat(`can-bo-sai-gon-${post}`, "/dang-nhap/can-bo?ve=/office", script);

/** A key on this machine, as its sensor would be: the browser asks for no mouse either. */
async function withSensor(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The page as it stands at both widths, by axe and the ruler; the focus stays where it is. */
async function look({ page, ...who }: Typist, name: string): Promise<void> {
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    await who.look(`${name} ${size.width}`);
    if (process.env["SHOTS"]) await screenshot(page, `keys-${name}-${size.width}`);
  }
}
/** The same, and in a second window of the same person by Tab through the whole page at both widths. */
async function judge(who: Typist, name: string): Promise<void> {
  await look(who, name);
  const page = await who.page.context().newPage();
  await page.goto(who.page.url());
  const second = typistAt(page, who.name);
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await second.walk(`${name} ${size.width}`);
  }
  troubles.push(...second.troubles);
  await page.close();
}
const troubles: string[] = [];

/** Ends a step: what it cost since the last one. */
function cost(who: Typist, step: string): number {
  const { tabs, keys } = who.count();
  costs.push({ step, tabs, keys });
  return tabs;
}

const heading = (who: Typist, words: string) =>
  expect.poll(() => who.page.locator("h1").first().textContent()).toContain(words);
const says = (who: Typist, words: string) => who.page.getByText(words).first().waitFor();

/** From whatever page: the list of dossiers, the search box by its key, the code, and the dossier is open. */
async function openDossier(who: Typist, code: string): Promise<void> {
  await who.page.goto("/office");
  await who.press("/");
  await who.type(code);
  await who.leave("Enter");
  expect(new URL(who.page.url()).pathname).toBe(`/office/ho-so/${code}`);
}
/** To the acts by the skip link. */
const toActs = (who: Typist) => who.skip("Đến việc cần làm");
const done = (who: Typist, words: string) => says(who, `Đã ghi nhận: ${words}`);

/** The chooser of files opens by the space bar, and gives what the person picks in it. */
async function chooseFile(who: Typist, box: string | RegExp, name: string): Promise<void> {
  await who.tabTo(box);
  const [chooser] = await Promise.all([who.page.waitForEvent("filechooser"), who.press("Space")]);
  await chooser.setFiles({ name, mimeType: "image/jpeg", buffer: scan });
}

/** After a mistake: the summary has the focus, and its first link leads to the box. */
async function followError(who: Typist): Promise<void> {
  await who.page.waitForSelector("[data-error-summary]:focus");
  await who.press("Tab");
  await who.press("Enter");
  await who.page.waitForSelector(".govuk-form-group--error :focus");
}

/** The second look before an act that binds the office: what is about to be done, and the key. */
async function confirm(who: Typist): Promise<void> {
  await heading(who, "Xác nhận trước khi thực hiện");
  await who.skip();
  await who.open("Xác nhận bằng khoá bảo mật");
}

/** On the open dossier: to the acts, and the first officer of the list. */
async function assign(lead: Typist): Promise<void> {
  await toActs(lead);
  await lead.tabTo(/^Cán bộ thụ lý/);
  await lead.press("ArrowDown");
  await lead.tabTo("Phân công");
  await lead.leave("Enter");
  await done(lead, "Phân công");
}

test("a dossier's life by keyboard alone, from the card at the desk to the citizen's result (one-stop 40)", {
  timeout: 240_000,
}, async () => {
  const [desk, lead, examiner, clerk] = await Promise.all([
    officer("tiep-nhan"),
    officer("lanh-dao"),
    officer("thu-ly"),
    officer("van-thu"),
  ]);
  const citizen = await seat("cong-dan-minh", "/dang-nhap?ve=/ho-so");

  // The signer's and the clerk's keys.
  for (const who of [lead, clerk]) {
    await withSensor(who.page);
    await who.page.goto("/office/khoa-bao-mat");
    await who.skip();
    await who.tabTo(/^Tên/);
    await who.type("Khoá của máy này");
    await who.tabTo("Thêm khoá");
    await who.leave("Enter");
    await says(who, "Đã thêm khoá");
    cost(who, "a passkey is added");
  }
  await judge(lead, "passkeys");

  // The desk: the cursor waits for the reader.
  await desk.page.goto("/desk");
  await desk.type(minhCard());
  await desk.leave("Enter");
  await heading(desk, "Trần Văn Minh");
  await look(desk, "desk-person");
  const titles = await desk.page.locator("ol button").allTextContents();
  await desk.leave(String(titles.findIndex((title) => title.includes("tạm trú")) + 1));
  await desk.page.waitForSelector("[data-intake] :focus");
  await desk.leave("Enter");
  await followError(desk);
  await look(desk, "desk-wrong");
  await desk.page.goto(desk.page.url());
  await desk.page.waitForSelector("[data-intake] :focus");
  await judge(desk, "desk-intake");
  desk.count();
  await desk.type("9 Lê Lợi");
  await desk.press("Tab");
  for (const key of ["2", "1", "1", "1"]) await desk.press(key);
  await desk.type("n");
  await desk.press("Tab");
  await desk.press("Space");
  await chooseFile(desk, /Hợp đồng|hợp pháp/, "hop-dong.jpg");
  await desk.tabTo("Tiếp nhận");
  await desk.leave("Enter");
  await heading(desk, "Đã tiếp nhận hồ sơ");
  cost(desk, "desk: answers, paper, acceptance");
  const code = new URL(desk.page.url()).pathname.split("/").at(-1) ?? "";
  await judge(desk, "desk-done");
  const printed = desk.page.context().waitForEvent("page");
  await desk.backTo(/^In: /);
  await desk.press("Enter");
  await (await printed).close();
  cost(desk, "desk: the receipt is printed");

  // The head gives it to the examiner.
  await lead.page.goto("/office");
  await judge(lead, "work");
  // The whole menu unfolds, is folded by Escape where it was unfolded, and leads on.
  await lead.tabTo("Tất cả công việc");
  await lead.press("Enter");
  await look(lead, "menu");
  await lead.tabTo("Sổ con dấu");
  await lead.press("Escape");
  expect(await lead.page.evaluate(() => document.activeElement?.textContent)).toBe("Tất cả công việc");
  lead.count();
  await lead.page.goto("/office");
  await lead.tabTo("Tất cả công việc");
  await lead.press("Enter");
  await lead.open("Sổ con dấu");
  await heading(lead, "Sổ con dấu");
  cost(lead, "head: to a page in the middle of the whole menu");
  await openDossier(lead, code);
  await judge(lead, "dossier-lead");
  await assign(lead);
  cost(lead, "head: opened by its code, assigned");

  // The examiner asks for one more paper, makes a mistake first, and the citizen sends it.
  await openDossier(examiner, code);
  await toActs(examiner);
  await examiner.tabTo("Yêu cầu bổ sung hồ sơ");
  await examiner.press("Enter");
  await examiner.press("Tab");
  await examiner.leave("Control+Enter");
  await followError(examiner);
  await look(examiner, "supplement-wrong");
  await examiner.type("Trang có chữ ký của chủ nhà");
  await examiner.press("Tab");
  await examiner.type("Điều 28 Luật Cư trú");
  await examiner.press("Tab");
  await examiner.type("Chụp lại cho rõ");
  await examiner.leave("Control+Enter");
  await done(examiner, "Yêu cầu bổ sung");
  cost(examiner, "examiner: asks for a paper, with a mistake");
  await judge(examiner, "dossier-examiner");

  await citizen.page.goto("/");
  await judge(citizen, "home");
  await citizen.open(/^Hộp thư/);
  await judge(citizen, "inbox");
  await citizen.open("Hồ sơ của tôi");
  await judge(citizen, "my-dossiers");
  await citizen.skip();
  await citizen.open(code);
  await judge(citizen, "my-dossier");
  await citizen.skip();
  await citizen.open("Bổ sung hồ sơ");
  await judge(citizen, "supplement");
  await citizen.skip();
  await chooseFile(citizen, /hợp pháp/, "trang-ky.jpg");
  await citizen.tabTo(/^Nội dung trả lời/);
  await citizen.type("Tôi gửi trang có chữ ký.");
  await citizen.tabTo("Gửi bổ sung");
  await citizen.leave("Enter");
  await says(citizen, "trang-ky.jpg");
  cost(citizen, "citizen: from the front page to the supplement sent");

  await openDossier(desk, code);
  await toActs(desk);
  await desk.tabTo("Tiếp nhận");
  await desk.leave("Enter");
  await done(desk, "Tiếp nhận");
  cost(desk, "desk: opened by its code, accepted again");

  await openDossier(lead, code);
  await assign(lead);

  // The examiner proposes, the head decides and signs, each confirmed with the key.
  await openDossier(examiner, code);
  await toActs(examiner);
  await examiner.tabTo("Đồng ý giải quyết");
  await examiner.press("Space");
  await examiner.leave("Enter");
  await done(examiner, "Đề xuất");
  cost(examiner, "examiner: opened by its code, proposed");

  await openDossier(lead, code);
  await toActs(lead);
  await lead.tabTo("Đồng ý giải quyết");
  await lead.press("Space");
  await lead.leave("Enter");
  await look(lead, "confirm");
  await confirm(lead);
  await done(lead, "Quyết định");
  cost(lead, "head: opened by its code, decided and confirmed");
  await toActs(lead);
  await lead.tabTo("Tôi xác nhận ký số");
  await lead.press("Space");
  await lead.leave("Enter");
  await confirm(lead);
  await done(lead, "Ký");
  cost(lead, "signer: on the same page, signed and confirmed");

  // The clerk numbers and issues, the desk hands over.
  await openDossier(clerk, code);
  await judge(clerk, "dossier-clerk");
  await toActs(clerk);
  await clerk.open("Vào sổ và đóng dấu");
  await confirm(clerk);
  await toActs(clerk);
  await clerk.open("Phát hành");
  await done(clerk, "Phát hành");
  cost(clerk, "clerk: opened by its code, numbered, confirmed, issued");
  await openDossier(desk, code);
  await toActs(desk);
  await desk.tabTo("Trả trực tuyến");
  await desk.press("ArrowDown");
  await desk.tabTo(/^Căn cứ đã giao/);
  await desk.type("Ký nhận sổ số 12");
  await desk.leave("Enter");
  await done(desk, "Trả kết quả");
  cost(desk, "desk: opened by its code, result handed over");

  await citizen.page.goto("/ho-so");
  await citizen.skip();
  await citizen.open(code);
  await judge(citizen, "result");
  await citizen.skip();
  const file = citizen.page.waitForEvent("download");
  await citizen.tabTo(/PDF có chữ ký số/);
  await citizen.press("Enter");
  expect((await file).suggestedFilename()).toContain(".pdf");
  cost(citizen, "citizen: the result read");

  const all = [desk, lead, examiner, clerk, citizen].flatMap((who) => who.troubles);
  expect([...new Set([...troubles, ...all])]).toEqual([]);
  for (const { step, tabs } of costs) expect(tabs, step).toBeLessThanOrEqual(TABS_MOST);
});

test("the main steps without script, by keyboard alone (one-stop 40)", { timeout: 90_000 }, async () => {
  const [desk, lead, examiner] = await Promise.all([
    officer("tiep-nhan", false),
    officer("lanh-dao", false),
    officer("thu-ly", false),
  ]);
  const step = (what: string) => `${what}, without script`;

  await desk.page.goto("/desk");
  await desk.skip();
  await desk.tabTo(/^Quét/);
  await desk.type(minhCard());
  await desk.open("Tìm người này");
  await desk.skip();
  await desk.open(/tạm trú/);
  cost(desk, step("desk: from the card to the questions"));
  await desk.skip();
  await desk.tabTo(/^Số nhà/);
  await desk.type("9 Lê Lợi");
  await desk.tabTo(/^Nhà của tôi/);
  await desk.press("ArrowDown");
  await desk.tabTo(/^Tôi đứng chủ hộ/);
  await desk.press("Space");
  await desk.tabTo(/^Ngày kết thúc/);
  await desk.type("1n");
  await desk.press("Tab");
  await desk.press("Space");
  await desk.leave("Enter");
  // What an answer brings with it is asked now, and the notice leads there.
  await desk.skip();
  await desk.tabTo("Cách chủ sở hữu đồng ý", 1);
  await desk.press("Enter");
  await desk.page.waitForSelector("#owner-consent:focus");
  await desk.press("Space");
  await chooseFile(desk, /hợp pháp/, "hop-dong.jpg");
  await desk.open("Tiếp nhận");
  await heading(desk, "Đã tiếp nhận hồ sơ");
  const code = new URL(desk.page.url()).pathname.split("/").at(-1) ?? "";
  cost(desk, step("desk: the questions, a paper, acceptance"));

  await lead.page.goto("/office");
  await lead.skip("Đến danh sách hồ sơ");
  await lead.open(code);
  await assign(lead);
  cost(lead, step("head: from the list, assigned"));
  await examiner.page.goto("/office?muc=luot-toi");
  await examiner.skip("Đến danh sách hồ sơ");
  await examiner.open(code);
  await toActs(examiner);
  await examiner.tabTo("Đồng ý giải quyết");
  await examiner.press("Space");
  await examiner.leave("Enter");
  await done(examiner, "Đề xuất");
  cost(examiner, step("examiner: from the list, proposed"));
  expect([desk, lead, examiner].flatMap((who) => who.troubles)).toEqual([]);
});
