import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, type OpenedBrowser, openBrowser, overflowWidth } from "../../../../tests/support/browser.ts";
import { type Browser, signInAs } from "../../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../../tests/support/house.ts";
import { type Staff, staffOf } from "../../../../tests/support/office.ts";
import { fileResidence } from "../../../../tests/support/office-stage.ts";
import { act } from "../../../../tests/support/portal.ts";

/** The pages of case work in a real browser: readable by everybody, never wider than the window. */

let house: TestHouse;
let chrome: OpenedBrowser;
let walks: readonly (readonly [Browser, readonly string[]])[];

beforeAll(async () => {
  house = await testHouse();
  chrome = await openBrowser();
  const here: Staff = await staffOf(house.url, "sai-gon");
  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const outcome = { outcome: "grant", ground: "", reason: "Đủ điều kiện" };
  const [decided, claimed, asked] = [
    await fileResidence(house),
    await fileResidence(house),
    await fileResidence(house),
  ];
  for (const code of [decided, claimed]) {
    await act(here.desk, code, "accepted");
    await act(here.examiner, code, "claimed");
  }
  const page = await here.examiner.get(`/office/ho-so/${claimed}/kiem-tra`);
  const keys = [...page.html.matchAll(/name="requirements-checked\.([^"]+)\.reason"/g)].map(([, key = ""]) => key);
  const verdicts = keys.flatMap((key, at): [string, string][] => [
    [`${key}.verdict`, at < 2 ? "not-met" : "met"],
    [`${key}.reason`, at < 2 ? "Chưa rõ" : ""],
  ]);
  await page.submit({
    form: "/viec/requirements-checked",
    fields: Object.fromEntries(verdicts.map(([name, value]) => [`requirements-checked.${name}`, value])),
  });
  await act(here.examiner, decided, "proposed", outcome);
  await act(here.lead, decided, "decided", outcome);
  await act(here.desk, asked, "supplement-requested", {
    "items.0.what": "Sửa thời hạn",
    "items.0.basis": "Điều 27 Luật Cư trú",
    "items.0.how": "Ghi lại thời hạn theo hợp đồng",
    "items.0.place": "stay-until",
  });
  const templates = await here.lead.get("/office/mau-van-ban");
  await templates.submit({
    form: "/office/mau-van-ban",
    fields: { kind: "supplement", title: "Ảnh mờ", body: "Gửi ảnh rõ" },
  });
  walks = [
    [
      here.lead,
      [
        "/office",
        "/office/hom-nay",
        `/office/nhieu?viec=signed&ma=${decided}&ma=${claimed}`,
        "/office/mau-van-ban",
        "/office/so-ket-qua",
      ],
    ],
    [here.lead, [`/office/nhieu?viec=assigned&ma=${claimed}`, `/office/ho-so/${claimed}`, `/office/ho-so/${decided}`]],
    [here.examiner, ["/office/hom-nay", `/office/ho-so/${claimed}`, `/office/ho-so/${claimed}/kiem-tra`]],
    [citizen, [`/ho-so/${asked}/bo-sung`]],
  ];
}, 120_000);
afterAll(async () => {
  await chrome.close();
  await house.close();
});

test.each([1366, 320])(
  "every page of case work at %i pixels (one-stop 40)",
  async (width) => {
    for (const [who, paths] of walks) {
      const page = await chrome.newPage({ width, forAxe: true, baseURL: house.url });
      const cookies = who.jar.header(new URL(house.url)).split("; ");
      await page.context().addCookies(
        cookies.map((cookie) => {
          const at = cookie.indexOf("=");
          return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.url };
        }),
      );
      for (const path of paths) {
        await page.goto(path);
        expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        });
        const found = { path, violations: await axeViolations(page), over: await overflowWidth(page) };
        expect(found).toEqual({ path, violations: [], over: 0 });
      }
    }
  },
  120_000,
);
