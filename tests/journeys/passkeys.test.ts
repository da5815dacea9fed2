import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readForHouse } from "../../src/modules/access/index.ts";
import { askedOf, authenticator, enrolKey, passkeyForm } from "../support/authenticator.ts";
import { type Browser, chooseAccount, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { staffOf } from "../support/office.ts";
import { fileResidence } from "../support/office-stage.ts";
import { act, headingOf, problemsOf, textOf } from "../support/portal.ts";

/** Officers' passkeys: at the door, before signing, lost and found again. */

const LEAD = "can-bo-sai-gon-lanh-dao";
const CONFIRM = "Xác nhận trước khi thực hiện";
const outcome = { outcome: "grant", ground: "", reason: "Đủ điều kiện" };

let house: TestHouse;
const officer = (subject: string, at = house): Promise<Browser> =>
  signInAs(at.url, subject, { start: "/dang-nhap/can-bo?ve=/office/khoa-bao-mat" });
/** Time goes on for the house; sessions end after half an hour unused. */
const later = (minutes: number): void => {
  now += minutes * 60_000;
  house.setClock(now);
};
let now = Date.now();

/** A dossier that waits for its decision. */
async function toDecide(): Promise<string> {
  const staff = await staffOf(house.url, "sai-gon");
  const code = await fileResidence(house);
  await act(staff.desk, code, "accepted");
  const page = await staff.lead.get(`/office/ho-so/${code}`);
  const examiner = [...page.html.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]*)/g)].find(
    ([, , label]) => !label?.startsWith("Bản thân tôi"),
  )?.[1];
  await act(staff.lead, code, "assigned", { to: examiner ?? "" });
  await act(staff.examiner, code, "proposed", outcome);
  return code;
}
const statusOf = async (code: string): Promise<string | undefined> =>
  (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.state.status;
const lastActor = async (code: string) =>
  (await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code))?.acts.at(-1)?.by;

/** What a page says first: its notice, or what went wrong. */
const noticeOf = (page: Page): string =>
  textOf(/<section class="mc-notice.*?<\/section>/s.exec(page.html)?.[0] ?? problemsOf(page).join(" | "));

beforeAll(async () => {
  house = await testHouse({ people: 40 });
}, 60_000);
afterAll(() => house?.close());

describe("before deciding and signing", () => {
  test("whoever signed in a moment ago and has no key decides at once; later they sign in for this very act", {
    timeout: 60_000,
  }, async () => {
    const [first, second] = [await toDecide(), await toDecide()];
    const lead = await officer(LEAD);
    await act(lead, first, "decided", outcome);
    expect(await lastActor(first)).toMatchObject({ confirmed: "sign-in" });

    now = Date.now();
    later(6);
    const asked = await act(lead, first, "signed", { confirm: "yes" });
    expect([asked.status, headingOf(asked)]).toEqual([403, CONFIRM]);
    expect(await statusOf(first)).toBe("decided");
    const away = await asked.submit({
      form: asked.forms.findIndex(({ fields }) => fields.some(([n]) => n === "_signin")),
    });
    expect(away.html, "asked again although still signed in there").toContain(LEAD);
    const back = await chooseAccount(away, LEAD);
    expect(textOf(back.html), "what was typed waits").toContain("Đây là nội dung đồng chí nhập");

    const other = await act(lead, second, "decided", outcome);
    expect(other.url.searchParams.get("xong"), "that sign-in is fresh for whoever has no key").toBe("decided");
    later(6);
    const stale = await act(lead, first, "signed", { confirm: "yes" });
    expect(stale.status, "a confirmation is not kept for long").toBe(403);
    house.setClock(null);
  });

  test("somebody else cannot confirm in their place", { timeout: 60_000 }, async () => {
    const code = await toDecide();
    const lead = await officer(LEAD);
    now = Date.now();
    later(6);
    const asked = await act(lead, code, "decided", outcome);
    const away = await asked.submit({
      form: asked.forms.findIndex(({ fields }) => fields.some(([n]) => n === "_signin")),
    });
    const back = await chooseAccount(away, "can-bo-sai-gon-tiep-nhan");
    expect(back.status).toBe(403);
    expect(textOf(back.html)).toContain("một tài khoản khác");
    expect(await statusOf(code)).toBe("proposed");
    house.setClock(null);
  });

  test("whoever has a key confirms with it: these acts, once, in time, and nothing else", {
    timeout: 90_000,
  }, async () => {
    const subject = "can-bo-sai-gon-lanh-dao";
    const key = authenticator(house.url);
    const lead = await officer(subject);
    expect(noticeOf(await enrolKey(lead, key))).toContain("Đã thêm khoá");
    const [first, second] = [await toDecide(), await toDecide()];
    const ask = (code: string, fields = outcome): Promise<Page> => act(lead, code, "decided", fields);
    const answer = (page: Page, said: string): Promise<Page> =>
      page.submit({ form: passkeyForm(page), fields: { _passkey: said } });

    const asked = await ask(first);
    expect(headingOf(asked), "a fresh sign-in is not enough any more").toBe(CONFIRM);
    expect(asked.headers.get("content-security-policy")).toContain("script-src 'self';");

    const forFirst = key.get(askedOf(asked));
    const onSecond = await ask(second);
    const crossed = await answer(onSecond, forFirst);
    expect([crossed.status, await statusOf(second)], "an answer for another dossier").toEqual([422, "proposed"]);

    const again = await ask(first);
    const changed = await again.submit({
      form: passkeyForm(again),
      fields: { _passkey: key.get(askedOf(again)), "decided.outcome": "refuse", "decided.ground": "other" },
    });
    expect([changed.status, await statusOf(first)], "an answer for another outcome").toEqual([422, "proposed"]);

    const third = await ask(first);
    const foreign = await answer(third, key.get(askedOf(third), { origin: "https://evil.example" }));
    expect(foreign.status, "an answer given to another site").toBe(422);
    const fourth = await ask(first);
    expect((await answer(fourth, key.get(askedOf(fourth), { verified: false }))).status, "nobody was there").toBe(422);

    const good = await ask(first);
    const said = key.get(askedOf(good));
    const done = await answer(good, said);
    expect(done.url.searchParams.get("xong")).toBe("decided");
    expect(await lastActor(first)).toMatchObject({ confirmed: "passkey" });
    const replayed = await answer(await ask(second), said);
    expect([replayed.status, await statusOf(second)], "an answer used before").toEqual([422, "proposed"]);

    now = Date.now();
    const slow = await ask(second);
    later(6);
    expect((await answer(slow, key.get(askedOf(slow)))).status, "an answer that took too long").toBe(422);

    key.counter = 0;
    const copied = await ask(second);
    expect((await answer(copied, key.get(askedOf(copied)))).status, "a counter that went back").toBe(422);
    house.setClock(null);
  });
});

describe("wrong answers", () => {
  test("five of them pause the key for a quarter of an hour, the right one too", { timeout: 60_000 }, async () => {
    const key = authenticator(house.url);
    const browser = await officer("can-bo-thuan-hoa-lanh-dao");
    await enrolKey(browser, key);
    const stranger = authenticator(house.url);
    const attempt = async (said: (asked: string) => string): Promise<Page> => {
      const page = await browser.get("/office/khoa-bao-mat/dung");
      return page.submit({ form: passkeyForm(page), fields: { _passkey: said(askedOf(page)) } });
    };
    now = Date.now();
    later(0);
    for (let tries = 1; tries <= 5; tries += 1) {
      expect((await attempt((asked) => stranger.get(asked))).status).toBe(422);
    }
    expect(problemsOf(await attempt((asked) => key.get(asked)))[0]).toContain("tạm dừng đến");
    later(16);
    expect((await attempt((asked) => key.get(asked))).url.pathname).toBe("/office");
    house.setClock(null);
  });
});

describe("keys are looked after by a second person", () => {
  test("revoked, a key signs nothing; a new one needs a code from the lead, once", { timeout: 60_000 }, async () => {
    const subject = "can-bo-hoan-kiem-thu-ly";
    const key = authenticator(house.url);
    const browser = await officer(subject);
    await enrolKey(browser, key);
    const unit = "/office/khoa-bao-mat/don-vi";
    expect((await browser.get(unit)).status, "only for leads").toBe(404);

    const lead = await officer("can-bo-hoan-kiem-lanh-dao");
    const page = await lead.get(unit);
    const form = page.forms.findIndex(({ fields }) =>
      fields.some(([name, value]) => name === "key" && value === key.id),
    );
    expect((await page.submit({ form })).status, "a reason is asked").toBe(422);
    const revoked = await page.submit({ form, fields: { [`${key.id}.reason`]: "Báo mất" } });
    expect(revoked.html).toContain("Đã thu hồi khoá");
    expect((await browser.get("/office/khoa-bao-mat")).html).toContain("Đã thu hồi: Báo mất");

    const next = authenticator(house.url);
    expect((await enrolKey(browser, next)).status, "a sign-in alone brings no key back").toBe(422);
    expect((await enrolKey(browser, next, { code: "AAAA-BBBB-CCCC" })).status).toBe(422);
    const codePage = async (): Promise<string> => {
      const list = await lead.get(unit);
      const at = list.html.indexOf("Đào Trung Kiên");
      const account = /name="account" value="([^"]+)"/.exec(list.html.slice(at))?.[1] ?? "";
      const shown = await list.submit({
        form: list.forms.findIndex(
          ({ fields }) =>
            fields.some(([n, v]) => n === "account" && v === account) && !fields.some(([n]) => n === "key"),
        ),
      });
      return /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){5}/.exec(shown.html)?.[0] ?? "";
    };
    const old = await codePage();
    const code = await codePage();
    expect((await enrolKey(browser, next, { code: old })).status, "a later code takes the place of the earlier").toBe(
      422,
    );
    expect(noticeOf(await enrolKey(browser, next, { code: code.toLowerCase() }))).toContain("Đã thêm khoá");
    const second = await officer("can-bo-hoan-kiem-tiep-nhan");
    expect(noticeOf(await enrolKey(second, authenticator(house.url), { code })), "offered: no code is asked").toContain(
      "Đã thêm khoá",
    );
  });

  test("another key needs one that is there, used a moment ago", { timeout: 60_000 }, async () => {
    const [first, second] = [authenticator(house.url), authenticator(house.url)];
    const subject = "can-bo-hoan-kiem-van-thu";
    await enrolKey(await officer(subject), first);
    const browser = await officer(subject);
    expect((await enrolKey(browser, second)).status).toBe(422);
    const use = await browser.get("/office/khoa-bao-mat/dung?ve=/office/khoa-bao-mat");
    await use.submit({ form: passkeyForm(use), fields: { _passkey: first.get(askedOf(use)) } });
    expect(noticeOf(await enrolKey(browser, second))).toContain("Đã thêm khoá");
    expect((await enrolKey(browser, first)).status, "a key is added once").toBe(422);
  });
});

describe("where a second factor is required", () => {
  let strict: TestHouse;
  beforeAll(async () => {
    strict = await testHouse({ people: 40, env: { OFFICER_SECOND_FACTOR: "required" } });
  }, 60_000);
  afterAll(() => strict?.close());

  test("nobody works without it, and a stolen sign-in cannot add a key", { timeout: 60_000 }, async () => {
    const thief = await officer("can-bo-sai-gon-tiep-nhan", strict);
    for (const path of ["/office", "/office/luu-tru", "/office/dai-dien", "/office/ho-tro", "/en/office"]) {
      expect((await thief.get(path)).url.pathname, path).toMatch(/khoa-bao-mat$/);
    }
    const key = authenticator(strict.url);
    expect((await enrolKey(thief, key)).status).toBe(422);
    expect((await thief.get("/office")).url.pathname).toMatch(/khoa-bao-mat$/);
  });

  test("with the operator's code a first key is added; each sign-in then asks for it; signing in again signs nothing", {
    timeout: 60_000,
  }, async () => {
    const { makeOperatorCode } = await import("../../src/modules/access/index.ts");
    const key = authenticator(strict.url);
    const browser = await officer(LEAD, strict);
    expect(await makeOperatorCode(strict.db, "nobody", Date.now())).toBe(null);
    const made = await makeOperatorCode(strict.db, LEAD, Date.now());
    expect(noticeOf(await enrolKey(browser, key, { code: made?.code ?? "" }))).toContain("Đã thêm khoá");
    expect((await browser.get("/office")).url.pathname).toBe("/office");

    const again = await officer(LEAD, strict);
    const door = await again.get("/office/ho-so/khong-co");
    expect(door.url.pathname).toBe("/office/khoa-bao-mat/dung");
    const inside = await door.submit({ form: passkeyForm(door), fields: { _passkey: key.get(askedOf(door)) } });
    expect(inside.url.pathname).toBe("/office/ho-so/khong-co");
    expect((await again.get("/office")).url.pathname).toBe("/office");
  });
});
