import type { Child } from "hono/jsx";
import type { OfficeRole } from "../../engine/permission/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { Outages } from "../outages.tsx";
import { csrfBox } from "../portal/page.tsx";
import { type Crumb, OfficeLayout } from "../ui/index.ts";
import type { Officer } from "./guard.ts";
import { REGISTER_ROLES } from "./register/roles.ts";
import { REMINDERS, warnedOf } from "./warned-of.ts";

export type OfficePage = {
  readonly title: Text | string;
  readonly crumbs?: readonly Crumb[];
  readonly hasErrors?: boolean;
  /** Where the page stands, when it is shown in answer to a form that has another address. */
  readonly path?: string;
  readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
};

type NavEntry = {
  readonly path: string;
  readonly label: Text;
  readonly level?: "commune";
  /** Shown to posts with one of these roles only. */
  readonly roles?: readonly OfficeRole[];
};
const SERVING = ["deskOfficer", "caseOfficer", "unitLead"] as const;
const NAV: readonly NavEntry[] = [
  { path: "/office", label: text("Hồ sơ", "Dossiers") },
  { path: "/office/hom-nay", label: text("Hôm nay", "Today") },
  { path: "/desk", label: text("Tiếp nhận", "Reception"), roles: ["deskOfficer"] },
  { path: "/office/phoi-hop", label: text("Phối hợp", "Other offices") },
  { path: REMINDERS, label: text("Nhắc hạn", "Reminders") },
  { path: "/office/thu-tien", label: text("Thu tiền", "Cash"), roles: ["cashier", "treasurer"] },
  { path: "/office/hoan-tien", label: text("Hoàn tiền", "Refunds"), roles: ["cashier", "treasurer", "unitLead"] },
  { path: "/office/so-thu", label: text("Sổ thu", "Books of fees"), roles: ["cashier", "treasurer", "unitLead"] },
  { path: "/office/hang-cho", label: text("Hàng chờ", "Waiting room"), roles: SERVING },
  { path: "/office/lich-hen", label: text("Lịch hẹn", "Appointments"), roles: SERVING },
  { path: "/office/doi-soat", label: text("Đối soát lệ phí", "Reconciliation") },
  { path: "/office/so-lieu", label: text("Số liệu", "Figures") },
  {
    path: "/office/so-theo-doi",
    label: text("Sổ theo dõi", "Register"),
    roles: REGISTER_ROLES,
  },
  { path: "/office/so-ket-qua", label: text("Sổ kết quả", "Book of results"), roles: REGISTER_ROLES },
  { path: "/office/luu-tru", label: text("Sổ lưu trú", "Stays"), level: "commune" },
  { path: "/office/con-dau", label: text("Sổ con dấu", "Seals") },
  { path: "/office/goi-dien", label: text("Gọi điện, thư giấy", "Calls, letters") },
  { path: "/office/quy-dinh", label: text("Quy định", "Law"), roles: ["lawEditor", "lawApprover"] },
  { path: "/office/du-lieu", label: text("Dữ liệu cá nhân", "Personal data") },
  { path: "/office/dai-dien", label: text("Quyền đại diện", "Acting for others"), level: "commune" },
  { path: "/office/ho-tro", label: text("Hỗ trợ nộp", "Help to file") },
  { path: "/office/gio-lam-viec", label: text("Giờ làm việc", "Hours") },
  { path: "/office/su-co", label: text("Sự cố", "Outages"), roles: ["operator", "unitLead"] },
  { path: "/office/mau-van-ban", label: text("Mẫu văn bản", "Templates"), roles: SERVING },
  { path: "/office/uy-quyen", label: text("Ủy quyền", "Delegation") },
  { path: "/office/khoa-bao-mat", label: text("Khoá bảo mật", "Passkeys") },
];

const counted = ({ vi, en }: Text, count: number): Text => text(`${vi} (${count})`, `${en} (${count})`);

const isFor = ({ level, roles }: NavEntry, { unit, roles: held }: Officer["post"]): boolean =>
  (level === undefined || level === unit.level) && (roles === undefined || roles.some((role) => held.includes(role)));

/** The frame of every office page: who works from which post, the ways to everywhere. */
export async function officePage(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  page: OfficePage,
  children: Child,
): Promise<Response> {
  const lang = c.get("lang");
  const url = new URL(c.req.url);
  const { post } = officer;
  const [warned, told] = await Promise.all([
    warnedOf(deps, officer).then(deps.dossiers.warnings.count),
    deps.workingTime.outages.told(),
  ]);
  const isCurrent = (path: string): boolean => {
    const own = href(c, path);
    if (path !== "/office") return url.pathname.startsWith(own);
    return url.pathname === own || url.pathname.startsWith(`${own}/ho-so/`);
  };
  // A page shown in answer to a form has no address of its own: the other language opens what it belongs to.
  const path =
    page.path ?? (c.req.method === "GET" ? `${url.pathname}${url.search}` : url.pathname.replace(/\/viec\/[^/]+$/, ""));
  return c.html(
    <OfficeLayout
      title={page.title}
      lang={lang}
      path={path}
      demo={deps.settings.demo}
      hasErrors={page.hasErrors}
      crumbs={page.crumbs}
      csrf={csrfBox(officer)}
      homeHref={href(c, "/office")}
      navigation={NAV.filter((link) => isFor(link, post)).map((link) => ({
        label: link.path === REMINDERS && warned > 0 ? counted(link.label, warned) : link.label,
        href: href(c, link.path),
        current: isCurrent(link.path),
      }))}
      officer={{
        name: officer.name,
        post: post.delegation ? `${post.title} (ủy quyền)` : post.title,
        unit: deps.catalogue.findUnit(post.unit.id)?.name ?? post.unit.name,
        signOutAction: href(c, "/dang-xuat"),
        changePostHref: href(c, "/office/vi-tri"),
        session: { endsAt: officer.expiresAt, extendUrl: href(c, "/phien/gia-han") },
      }}
    >
      <Outages told={told} lang={lang} />
      {children}
    </OfficeLayout>,
    page.status ?? 200,
  );
}
