import type { OfficeRole } from "../../engine/permission/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { REGISTER_ROLES } from "./register/roles.ts";
import { REMINDERS } from "./warned-of.ts";

/** One kind of work with its page. Whoever may not use a page is not shown the way to it. */
export type MenuEntry = {
  readonly path: string;
  readonly label: Text;
  /** Offered to posts of this level only. */
  readonly level?: "commune";
  /** Offered to posts with one of these roles only; left out, to every post. */
  readonly roles?: readonly OfficeRole[];
  /** The roles that need it all day: it stands in the bar of every page. */
  readonly daily?: readonly OfficeRole[];
};
export type MenuGroup = { readonly title: Text; readonly entries: readonly MenuEntry[] };

/** What the menu asks of a post. */
export type MenuPost = { readonly roles: readonly OfficeRole[]; readonly unit: { readonly level: string } };

const HANDLING = ["deskOfficer", "deskHead", "caseOfficer", "unitLead", "signer", "clerk"] as const;
const SERVING = ["deskOfficer", "caseOfficer", "unitLead"] as const;
const MONEY = ["cashier", "treasurer", "unitLead"] as const;
const LAW = ["lawEditor", "lawApprover"] as const;
/** More would be read, not seen, and would not fit into one line at 1366 pixels. */
const DAILY_MOST = 6;

/** All work of the office under its headings; in each what is done most comes first. */
const GROUPS: readonly MenuGroup[] = [
  {
    title: text("Bộ phận Một cửa", "One-stop desk"),
    entries: [
      { path: "/desk", label: text("Tiếp nhận", "Reception"), roles: ["deskOfficer"], daily: ["deskOfficer"] },
      { path: "/office/hang-cho", label: text("Hàng chờ", "Waiting room"), roles: SERVING, daily: ["deskOfficer"] },
      { path: "/office/lich-hen", label: text("Lịch hẹn", "Appointments"), roles: SERVING, daily: ["deskOfficer"] },
      { path: "/desk/buu-chinh", label: text("Hồ sơ bưu chính", "Dossiers by post"), roles: ["deskOfficer"] },
      { path: "/office/ho-tro", label: text("Hỗ trợ nộp hồ sơ", "Help to file"), roles: HANDLING },
    ],
  },
  {
    title: text("Giải quyết hồ sơ", "Dossiers"),
    entries: [
      {
        path: "/office",
        label: text("Hồ sơ", "Dossiers"),
        daily: [...HANDLING, "cashier", "treasurer", "overseer"],
      },
      { path: "/office/hom-nay", label: text("Hôm nay", "Today"), roles: HANDLING, daily: HANDLING },
      { path: REMINDERS, label: text("Nhắc hạn", "Reminders"), roles: HANDLING, daily: HANDLING },
      {
        path: "/office/phoi-hop",
        label: text("Phối hợp", "Other offices"),
        roles: HANDLING,
        daily: ["caseOfficer", "unitLead", "clerk"],
      },
      { path: "/office/goi-dien", label: text("Gọi điện báo tin", "Calls"), roles: HANDLING, daily: ["clerk"] },
      { path: "/office/thu-giay", label: text("Thư giấy", "Letters"), roles: HANDLING, daily: ["clerk"] },
    ],
  },
  {
    title: text("Phí, lệ phí", "Fees"),
    entries: [
      {
        path: "/office/thu-tien",
        label: text("Thu tiền", "Cash"),
        roles: ["cashier", "treasurer"],
        daily: ["cashier", "treasurer"],
      },
      {
        path: "/office/mien-giam",
        label: text("Miễn, giảm", "Waivers"),
        roles: [...MONEY, "deskOfficer", "caseOfficer"],
      },
      {
        path: "/office/hoan-tien",
        label: text("Hoàn tiền", "Refunds"),
        roles: MONEY,
        daily: ["cashier", "treasurer"],
      },
      {
        path: "/office/doi-soat",
        label: text("Đối soát lệ phí", "Reconciliation"),
        roles: [...MONEY, ...HANDLING],
        daily: ["treasurer"],
      },
      { path: "/office/so-thu", label: text("Sổ thu", "Books of fees"), roles: MONEY, daily: ["cashier", "treasurer"] },
    ],
  },
  {
    title: text("Sổ đăng ký", "Registers"),
    entries: [
      { path: "/office/so-theo-doi", label: text("Sổ theo dõi hồ sơ", "Register of dossiers"), roles: REGISTER_ROLES },
      { path: "/office/so-ket-qua", label: text("Sổ kết quả", "Book of results"), roles: REGISTER_ROLES },
      { path: "/office/luu-tru", label: text("Sổ lưu trú", "Stays"), level: "commune", roles: HANDLING },
      { path: "/office/con-dau", label: text("Sổ con dấu", "Seals"), roles: HANDLING },
      {
        path: "/office/dai-dien",
        label: text("Quyền đại diện", "Acting for others"),
        level: "commune",
        roles: HANDLING,
      },
      { path: "/office/du-lieu", label: text("Dữ liệu cá nhân", "Personal data") },
    ],
  },
  {
    title: text("Đơn vị", "The unit"),
    entries: [
      { path: "/office/quy-dinh", label: text("Quy định", "Law"), roles: LAW, daily: LAW },
      {
        path: "/office/su-co",
        label: text("Sự cố", "Outages"),
        roles: ["operator", "unitLead"],
        daily: ["operator"],
      },
      {
        path: "/office/so-lieu",
        label: text("Số liệu", "Figures"),
        daily: ["unitLead", "signer", "overseer", "deskHead", ...LAW],
      },
      { path: "/office/mau-van-ban", label: text("Mẫu văn bản", "Words for notices"), roles: SERVING },
      { path: "/office/gio-lam-viec", label: text("Giờ làm việc", "Hours"), daily: ["operator"] },
      { path: "/office/uy-quyen", label: text("Ủy quyền", "Delegation") },
    ],
  },
  {
    title: text("Tài khoản của tôi", "My account"),
    entries: [
      { path: "/office/vi-tri", label: text("Vị trí công tác", "My posts") },
      { path: "/office/khoa-bao-mat", label: text("Khoá bảo mật", "Passkeys") },
      { path: "/office/phien", label: text("Phiên đăng nhập", "Signed-in devices") },
    ],
  },
];

const isFor = ({ level, roles }: MenuEntry, post: MenuPost): boolean =>
  (level === undefined || level === post.unit.level) &&
  (roles === undefined || roles.some((role) => post.roles.includes(role)));

/** Every page a post may use, under headings; a heading without pages is left out. */
export const menuOf = (post: MenuPost): readonly MenuGroup[] =>
  GROUPS.map(({ title, entries }) => ({ title, entries: entries.filter((entry) => isFor(entry, post)) })).filter(
    ({ entries }) => entries.length > 0,
  );

/** What a post needs all day, and the page that is open where it is another one. */
export function barOf(post: MenuPost, open: MenuEntry | undefined): readonly MenuEntry[] {
  const entries = menuOf(post).flatMap((group) => group.entries);
  const daily = entries.filter((entry) => entry.daily?.some((role) => post.roles.includes(role))).slice(0, DAILY_MOST);
  return open && !daily.includes(open) ? [...daily, open] : daily;
}

/** The entry whose page is open; of two that lie within each other the inner one. `path` is without the language. */
export function entryAt(post: MenuPost, path: string): MenuEntry | undefined {
  const within = ({ path: own }: MenuEntry): boolean =>
    own === "/office" ? path === own || path.startsWith("/office/ho-so/") : path === own || path.startsWith(`${own}/`);
  return menuOf(post)
    .flatMap(({ entries }) => entries)
    .filter(within)
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
