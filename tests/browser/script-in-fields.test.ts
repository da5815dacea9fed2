import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedBrowser, openBrowser } from "../support/browser.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { act, answerAll, begin, codeOf, sendDraft } from "../support/portal.ts";
import { smallPng } from "../support/samples.ts";
import { walkerOn } from "../support/walk.ts";

/** Script typed into every field that takes words, and the pages that show them: nothing of it runs in a real browser. */

let house: TestHouse;
let browser: OpenedBrowser;

beforeAll(async () => {
  [house, browser] = await Promise.all([testHouse(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const SCRIPT = `"><script>globalThis.ran=1;alert(1)</script><img src=x onerror="globalThis.ran=1;alert(2)"><a href="javascript:alert(3)">x</a>`;

/** A page of Chromium that is whoever the browser without a screen signed in as. */
async function asVisitor(visitor: Browser, name: string) {
  const page = await browser.newPage({ baseURL: house.url });
  const cookies = visitor.jar.header(new URL(house.url)).split("; ");
  await page.context().addCookies(
    cookies.map((pair) => ({
      name: pair.slice(0, pair.indexOf("=")),
      value: pair.slice(pair.indexOf("=") + 1),
      url: house.url,
    })),
  );
  return walkerOn(page, { name });
}

test("script in the fields stays words, on the citizen's pages and on the officer's", { timeout: 90_000 }, async () => {
  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const desk = await signInAs(house.url, "can-bo-sai-gon-tiep-nhan", { start: "/dang-nhap/can-bo?ve=/office" });
  const end = new Date(Date.now() + 200 * 86_400_000);
  const papers = await answerAll(await begin(citizen, "temporary-residence"), {
    registrant: { registrant: "self" },
    person: {},
    contact: {},
    address: { "target-address.province": "79", "target-address.commune": "26740", "target-address.line": SCRIPT },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: {
      "stay-until.day": String(end.getUTCDate()),
      "stay-until.month": String(end.getUTCMonth() + 1),
      "stay-until.year": String(end.getUTCFullYear()),
    },
    request: { "request-text": SCRIPT },
    fee: {},
    declaration: { declaration: "true" },
  });
  const code = codeOf(
    await sendDraft(citizen, papers, [
      { field: "lawful-dwelling", name: `${SCRIPT.replaceAll("/", "")}.png`, bytes: smallPng(3) },
    ]),
  );
  const asked = await act(desk, code, "supplement-requested", {
    "items.0.what": SCRIPT,
    "items.0.basis": SCRIPT,
    "items.0.how": SCRIPT,
    reason: SCRIPT,
  });
  expect(asked.url.searchParams.get("xong")).toBe("supplement-requested");

  const reader = await asVisitor(citizen, "citizen");
  for (const address of [
    `/ho-so/${code}`,
    `/ho-so/${code}/bo-sung`,
    "/ho-so",
    `/tra-cuu?ma=${encodeURIComponent(SCRIPT)}`,
    `/thu-tuc?q=${encodeURIComponent(SCRIPT)}`,
  ])
    await reader.go(address);
  const officer = await asVisitor(desk, "officer");
  for (const address of [`/office/ho-so/${code}`, "/office?muc=tat-ca", `/office?q=${encodeURIComponent(SCRIPT)}`])
    await officer.go(address);

  for (const walker of [reader, officer]) {
    // A script that tried to run would have spoken: by a dialog, a mark, or the policy's complaint in the console.
    expect(walker.troubles).toEqual([]);
    expect(await walker.page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  }
  await officer.go(`/office/ho-so/${code}`);
  expect(await officer.page.locator("main").textContent()).toContain("<script>globalThis.ran=1");
});
