import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../../../tests/support/browserless.ts";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { signedInOfficer } from "../../../tests/support/office-stage.ts";
import type { OfficeRole } from "../../engine/permission/index.ts";
import { barOf, entryAt, menuOf } from "./menu.ts";

/** The menu of the office: a short bar by role, everything else behind it, and no way to a page that refuses. */

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ people: 20 });
}, 60_000);
afterAll(() => house.close());

const menuLinks = (html: string): readonly string[] =>
  [...html.matchAll(/class="mc-menu__link" href="([^"]+)"/g)].map(([, href = ""]) => href);
const barLinks = (html: string) =>
  [...html.matchAll(/class="mc-nav__link" href="([^"]+)"( aria-current="page")?/g)].map(([, href = "", current]) => ({
    href,
    current: current !== undefined,
  }));

/** Every page of the office that is not within another. */
const PAGES =
  "/desk /desk/buu-chinh /office /office/phoi-hop /office/nhac-han /office/thu-tien /office/mien-giam /office/hoan-tien /office/so-thu /office/hang-cho /office/lich-hen /office/doi-soat /office/so-lieu /office/luu-tru /office/con-dau /office/goi-dien /office/thu-giay /office/quy-dinh /office/du-lieu /office/dai-dien /office/ho-tro /office/gio-lam-viec /office/su-co /office/uy-quyen /office/khoa-bao-mat /office/phien /office/vi-tri /office/hom-nay /office/mau-van-ban /office/so-theo-doi /office/so-ket-qua".split(
    " ",
  );

test("every page is offered to somebody, opens for whom it is offered, and is marked where it is open (one-stop 40)", async () => {
  const staff = "tiep-nhan thu-ly lanh-dao van-thu thu-ngan ke-toan".split(" ").map((post) => `can-bo-sai-gon-${post}`);
  const others = "phap-che-soan phap-che-duyet theo-doi-hcm van-hanh".split(" ").map((post) => `can-bo-${post}`);
  const offered = new Set<string>();
  for (const subject of [...staff, ...others]) {
    const officer: Browser = await signedInOfficer(house, subject);
    const links = menuLinks((await officer.get("/office")).html);
    expect(links.length, subject).toBeGreaterThan(5);
    for (const link of links) {
      offered.add(link);
      const page = await officer.get(link);
      expect({ subject, link, status: page.status, at: page.url.pathname }).toEqual({
        subject,
        link,
        status: 200,
        at: link,
      });
      const bar = barLinks(page.html);
      expect(bar.filter(({ current }) => current)).toEqual([{ href: link, current: true }]);
      expect(bar.length).toBeLessThanOrEqual(7);
    }
    const en = await officer.get("/en/office/uy-quyen");
    expect(barLinks(en.html).find(({ current }) => current)?.href).toBe("/en/office/uy-quyen");
  }
  expect([...offered].toSorted()).toEqual(PAGES.toSorted());
}, 60_000);

test("the bar holds what the role does all day, and the page that is open", () => {
  const post = (...roles: OfficeRole[]) => ({ roles, unit: { level: "commune" } });
  const bar = (of: ReturnType<typeof post>, path = "/office") =>
    barOf(of, entryAt(of, path)).map(({ label }) => label.vi);
  expect(bar(post("deskOfficer"))).toEqual(["Tiếp nhận", "Hàng chờ", "Lịch hẹn", "Hồ sơ", "Hôm nay", "Nhắc hạn"]);
  expect(bar(post("caseOfficer"))).toEqual(["Hồ sơ", "Hôm nay", "Nhắc hạn", "Phối hợp"]);
  expect(bar(post("clerk"), "/office/con-dau")).toEqual([
    "Hồ sơ",
    "Hôm nay",
    "Nhắc hạn",
    "Phối hợp",
    "Gọi điện báo tin",
    "Thư giấy",
    "Sổ con dấu",
  ]);
  expect(bar(post("operator"))).toEqual(["Sự cố", "Giờ làm việc", "Hồ sơ"]);
  const province = { roles: ["caseOfficer" as const], unit: { level: "province" } };
  expect(menuOf(province).flatMap(({ entries }) => entries.map(({ path }) => path))).not.toContain("/office/luu-tru");
});

test("a page inside another is marked as the inner one, a dossier as the list", () => {
  const post = { roles: ["deskOfficer" as const], unit: { level: "commune" } };
  const at = (path: string) => entryAt(post, path)?.path;
  expect(at("/desk/buu-chinh")).toBe("/desk/buu-chinh");
  expect(at("/desk/tiep-nhan/1")).toBe("/desk");
  expect(at("/office/ho-so/A/trao-doi")).toBe("/office");
  expect(at("/office/so-lieu/bang")).toBe("/office/so-lieu");
  expect(at("/office/ho-tro")).toBe("/office/ho-tro");
});
