import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailPageAddress, smsAddress } from "../../src/main/partners.ts";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth, screenshot } from "../support/browser.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { fileResidence, MINH, signedInOfficer } from "../support/office-stage.ts";
import { act, formWith, headingOf, problemsOf, tableRows, textOf } from "../support/portal.ts";

/** A citizen and an office that reach each other: pages over HTTP with the stand-ins of the trial, then in a browser. */

const DAY = 86_400_000;
let house: TestHouse;
let chrome: OpenedBrowser;
let owner: pg.Client;
let citizen: Browser;
let desk: Browser;
let elsewhere: Browser;
let code = "";
let now = Date.now();

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  [citizen, desk, elsewhere] = await Promise.all([
    signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" }),
    signedInOfficer(house, "can-bo-sai-gon-tiep-nhan"),
    signedInOfficer(house, "can-bo-thuan-hoa-tiep-nhan"),
  ]);
  const { rows } = await owner.query("select id from accounts where person_number = $1", [MINH.number]);
  code = await fileResidence(house, rows[0].id);
}, 90_000);
afterAll(async () => {
  await chrome.close();
  await owner.end();
  await house.close();
});

const later = (ms: number): void => {
  now += ms;
  house.setClock(now);
};
const deliver = () => house.deps.messages.delivery.run();
const page = async (url: string): Promise<string> => textOf(await (await fetch(url)).text());

describe("ways to be told", () => {
  test("are given with consent that nobody ticked beforehand, and confirmed by a link and a code", async () => {
    const settings = await citizen.get("/hop-thu/cai-dat");
    expect(settings.html).not.toMatch(/type="checkbox"[^>]*checked/);
    const bare = await settings.submit({ form: formWith(settings, "email"), fields: { email: "minh@example.vn" } });
    expect([bare.status, problemsOf(bare)]).toEqual([422, ["Vui lòng đánh dấu nếu ông/bà đồng ý."]]);
    const given = await bare.submit({
      form: formWith(bare, "email"),
      fields: { email: "minh@example.vn", "email.consent": "yes" },
    });
    expect(textOf(given.html)).toContain("Chờ xác nhận");
    const link = /\/hop-thu\/cai-dat\/xac-nhan\/[\w-]+/.exec(await page(mailPageAddress(house.settings)))?.[0] ?? "";
    const confirm = await citizen.get(link);
    expect(textOf((await citizen.get("/hop-thu/cai-dat")).html)).toContain("Chờ xác nhận");
    const done = await confirm.submit({ form: lastForm(confirm) });
    expect(textOf(done.html)).toContain("Đang dùng");

    const phone = await citizen.get("/hop-thu/cai-dat");
    const sent = await phone.submit({
      form: formWith(phone, "sms"),
      fields: { sms: "0912 345 678", "sms.consent": "yes" },
    });
    const digits = /la (\d{6})/.exec(await page(smsAddress(house.settings)))?.[1] ?? "";
    const wrong = await sent.submit({
      form: formWith(sent, "code"),
      fields: { code: digits === "000000" ? "1" : "000000" },
    });
    expect(problemsOf(wrong)).toEqual(["Mã chưa đúng. Vui lòng xem lại tin nhắn."]);
    const right = await wrong.submit({ form: formWith(wrong, "code"), fields: { code: digits } });
    expect(textOf(right.html).match(/Đang dùng/g)).toHaveLength(2);
  });
});

const lastForm = (of: { readonly forms: readonly { readonly action: string; readonly method: string }[] }): number =>
  of.forms.findLastIndex(({ action, method }) => action === "" && method === "post");

describe("a request for more", () => {
  test("stands in the inbox, unread first, with agency, officer and time; opening it is reading it (one-stop 40)", async () => {
    const asked = await act(desk, code, "supplement-requested", {
      "items.0.what": "Hợp đồng thuê nhà còn hạn",
      "items.0.basis": "Điều 28 Luật Cư trú",
      "items.0.how": "Chụp và gửi tại trang hồ sơ",
      reason: "Hợp đồng đã hết hạn",
    });
    expect(asked.url.searchParams.get("xong")).toBe("supplement-requested");
    const list = await citizen.get("/hop-thu");
    expect(textOf(list.html)).toContain("Hộp thư (2 chưa đọc)");
    const rows = tableRows(list, "Thông báo, chưa đọc trước");
    expect(rows[0]).toEqual([
      "Ông/bà cần bổ sung hồ sơ",
      code,
      "Công an phường Sài Gòn",
      expect.stringMatching(/^\d\d:\d\d, \d\d\/\d\d\/\d{4}$/),
      "Cần trả lời",
    ]);
    expect(tableRows(await citizen.get("/hop-thu?q=khong-co-gi"), "Thông báo")).toEqual([]);
    await deliver();
    expect(await page(mailPageAddress(house.settings))).toContain(`Hồ sơ ${code} cần ông/bà trả lời`);
  });

  test("climbs to the office's own lists when nobody reads it, and the office posts a letter", async () => {
    now = Date.now();
    for (let day = 0; day < 3; day += 1) {
      later(DAY);
      await deliver();
    }
    expect(await page(smsAddress(house.settings))).toContain(`ho so ${code} can ong/ba tra loi`);
    // The session of long ago has ended: the officer signs in again.
    desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
    const letters = await desk.get("/office/thu-giay");
    expect(textOf(letters.html)).toContain(code);
    const at = letters.forms.findIndex(({ action }) => action.endsWith("/thu-giay/in"));
    const printed = await fetch(`${house.url}/office/thu-giay/in`, {
      method: "POST",
      body: new URLSearchParams(letters.forms[at]?.fields.map(([n, v]) => [n, v])),
      headers: { cookie: desk.jar.header(new URL(house.url)), origin: house.url },
    });
    expect([printed.status, printed.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(
      Buffer.from(await printed.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const unnumbered = await letters.submit({ form: formLike(letters, "tracking."), button: ["outcome", "posted"] });
    expect(unnumbered.status).toBe(422);
    const field =
      unnumbered.forms[formLike(unnumbered, "tracking.")]?.fields.find(([n]) => n.startsWith("tracking."))?.[0] ?? "";
    const posted = await unnumbered.submit({
      form: formLike(unnumbered, "tracking."),
      fields: { [field]: "ra 123 456 789 vn" },
      button: ["outcome", "posted"],
    });
    expect(textOf(posted.html)).toContain("RA123456789VN");
    expect(textOf((await elsewhere.get("/office/thu-giay")).html)).not.toContain(code);
  });

  test("ends with calls; each look at a telephone is in the citizen's log; another unit sees none of it (one-stop 34)", async () => {
    later(8 * DAY);
    await deliver();
    desk = await signedInOfficer(house, "can-bo-sai-gon-tiep-nhan");
    elsewhere = await signedInOfficer(house, "can-bo-thuan-hoa-tiep-nhan");
    const calls = await desk.get("/office/goi-dien");
    expect(textOf(calls.html)).toContain("0912345678");
    expect(textOf((await elsewhere.get("/office/goi-dien")).html)).not.toContain("0912345678");
    const form = calls.forms.findIndex(({ action }) => /goi-dien\/[0-9a-f-]{36}$/.test(action));
    const stolen = await fetch(`${house.url}${calls.forms[form]?.action}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({
        _csrf: (await elsewhere.get("/office/goi-dien")).forms.at(-1)?.fields.find(([n]) => n === "_csrf")?.[1] ?? "",
        outcome: "reached",
      }),
      headers: { cookie: elsewhere.jar.header(new URL(house.url)), origin: house.url },
    });
    expect(stolen.status).toBe(409);
    const done = await calls.submit({ form, button: ["outcome", "not-reached"] });
    expect(textOf(done.html)).toContain("1/3");
    const { rows } = await owner.query(
      "select actor_unit, fields from access_log where purpose_key = 'notify-person' and subject_number = $1",
      [MINH.number],
    );
    expect(rows.some(({ fields }) => fields.includes("contact"))).toBe(true);
    expect(new Set(rows.map(({ actor_unit }) => actor_unit))).toEqual(new Set(["ca-26740"]));
    expect(textOf((await desk.get(`/office/ho-so/${code}/trao-doi`)).html)).toMatch(
      /thư điện tử, đã gửi.*tin nhắn, đã gửi.*thư giấy, đã gửi bưu điện.*gọi điện, không nghe máy/,
    );
  });
});

describe("the talk", () => {
  test("goes both ways, marks what is unread, and is nobody else's", async () => {
    citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
    const talk = await citizen.get(`/ho-so/${code}/trao-doi`);
    const written = await talk.submit({
      form: formWith(talk, "body"),
      fields: { body: "Tôi đang ở xa, <b>gửi</b> sau được không?" },
    });
    expect(textOf(written.html)).toContain("Bên kia chưa đọc");
    expect(written.html).toContain("&lt;b&gt;gửi&lt;/b&gt;");
    expect(textOf((await desk.get("/office")).html)).toContain("Tin mới");
    const other = await desk.get(`/office/ho-so/${code}/trao-doi`);
    const answered = await other.submit({
      form: formWith(other, "body"),
      fields: { body: "Ông gửi trong tuần này là được." },
    });
    expect(answered.status).toBe(200);
    expect(textOf((await desk.get("/office")).html)).not.toContain("Tin mới");
    expect((await elsewhere.get(`/office/ho-so/${code}/trao-doi`)).status).toBe(404);
    const stranger = await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/" });
    expect((await stranger.get(`/ho-so/${code}/trao-doi`)).status).toBe(404);
    const mine = await citizen.get("/hop-thu");
    expect(tableRows(mine, "Thông báo")[0]?.[0]).toBe("Cơ quan nhắn cho ông/bà");
    const first = /\/hop-thu\/[0-9a-f-]{36}/.exec(mine.html)?.[0] ?? "";
    expect((await stranger.get(first)).status).toBe(404);
    expect(headingOf(await citizen.get(first))).toBe("Cơ quan nhắn cho ông/bà");
    expect(textOf((await citizen.get(`/ho-so/${code}/trao-doi`)).html)).toContain("Ông gửi trong tuần này là được.");
  });
});

let listed = false;
/** Puts two more people on the lists of the office, so that what is looked at is not empty. */
async function onLists(): Promise<boolean> {
  for (const rung of ["letter", "call"]) {
    const other = await fileResidence(house);
    await act(desk, other, "supplement-requested", {
      "items.0.what": "Hợp đồng thuê nhà còn hạn",
      "items.0.basis": "Điều 28 Luật Cư trú",
      "items.0.how": "Chụp và gửi tại trang hồ sơ",
      reason: "Hợp đồng đã hết hạn",
    });
    await owner.query(
      "update messages set rung = $2, phase = 'listed', next_at = null where dossier_code = $1 and weight = 'answer'",
      [other, rung],
    );
  }
  return true;
}

test.each([1280, 360, 320])(
  "every page at %i pixels is readable by everybody",
  async (width) => {
    const message = /\/hop-thu\/[0-9a-f-]{36}/.exec((await citizen.get("/hop-thu?q=b%E1%BB%95+sung")).html)?.[0] ?? "";
    if (!listed) listed = await onLists();
    const walks: readonly (readonly [Browser, readonly string[]])[] = [
      [desk, ["/office", "/office/goi-dien", "/office/thu-giay", `/office/ho-so/${code}/trao-doi`]],
      [citizen, ["/hop-thu", message, "/hop-thu/cai-dat", "/en/hop-thu", `/ho-so/${code}/trao-doi`, `/ho-so/${code}`]],
    ];
    for (const [who, paths] of walks) {
      const tab = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      await tab.context().addCookies(
        who.jar
          .header(new URL(house.url))
          .split("; ")
          .map((cookie) => {
            const at = cookie.indexOf("=");
            return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
          }),
      );
      for (const path of paths) {
        await tab.goto(path);
        expect(tab.url()).toBe(`${house.url}${path}`);
        if (process.env.PICTURES)
          await screenshot(tab, `messages-${width}-${path.replace(/[^a-z]+/g, "-").slice(0, 40)}-${path.length}`);
        expect({ path, violations: await axeViolations(tab), over: await overflowWidth(tab) }).toEqual({
          path,
          violations: [],
          over: 0,
        });
      }
    }
  },
  60_000,
);

const formLike = (
  of: { readonly forms: readonly { readonly fields: readonly (readonly [string, string])[] }[] },
  name: string,
) => of.forms.findIndex(({ fields }) => fields.some(([one]) => one.startsWith(name)));
