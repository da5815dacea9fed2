import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Page, signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { answerAll, begin, codeOf, sendDraft, sendFiles, textOf } from "../../../../tests/support/portal.ts";
import { smallPng } from "../../../../tests/support/samples.ts";

/** Whoever sends the same again is told first, and may go on. */

let house: TestHouse;
let citizen: Browser;
const NOW = Date.parse("2026-11-23T09:00:00+07:00");
const LEASE = { field: "lawful-dwelling", name: "hop-dong.png", bytes: smallPng(180) };

beforeAll(async () => {
  house = await testHouse();
  house.setClock(NOW);
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
}, 60_000);
afterAll(() => house.close());

async function toCheck(line: string, year: string): Promise<Page> {
  const papers = await answerAll(await begin(citizen, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
    contact: {},
    address: { "target-address.province": "79", "target-address.commune": "26740", "target-address.line": line },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: { "stay-until.day": "1", "stay-until.month": "6", "stay-until.year": year },
    request: {},
    fee: {},
    declaration: { declaration: "true" },
  });
  return sendFiles(
    citizen,
    papers,
    papers.forms.findIndex((form) => form.action === ""),
    [LEASE],
  );
}

test("the same request while the first is open: a warning with its code, then as the citizen wishes", async () => {
  const first = codeOf(await sendDraft(citizen, await toCheck("Số 45/3 đường Nguyễn Huệ", "2027")));
  expect(first).not.toBe("");

  // Another place is another request.
  house.setClock(NOW + 60_000);
  const elsewhere = await toCheck("Số 99 đường Nguyễn Huệ", "2027");
  expect(textOf(elsewhere.html)).not.toContain("Ông/bà đã nộp hồ sơ");

  // The same again, only until another day: told when the answers are checked, and again when sent by a page that did not say so.
  const again = await toCheck("Số 45/3 đường Nguyễn Huệ", "2028");
  expect(textOf(again.html)).toContain("Ông/bà đã nộp hồ sơ");
  expect(again.html).toContain(`/ho-so/${first}"`);
  const form = again.forms.findIndex(({ action, method }) => action === "" && method === "post");
  const unaware = await again.submit({ form, fields: { "biet-da-nop": "" } });
  expect(unaware.url.pathname).toMatch(/\/kiem-tra$/);
  expect(textOf(unaware.html)).toContain("Vẫn gửi thêm hồ sơ này");

  const second = codeOf(await sendDraft(citizen, unaware));
  expect(second).not.toBe(first);
  expect(second).not.toBe("");
}, 60_000);
