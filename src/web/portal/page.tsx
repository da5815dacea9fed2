import type { Child } from "hono/jsx";
import { type Text, text } from "../../kernel/text.ts";
import { csrfToken, type Session } from "../../modules/access/index.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { Outages } from "../outages.tsx";
import { type Crumb, Layout, type LayoutProps } from "../ui/index.ts";

/** The frame of every portal page: who is signed in, the ways to everywhere, the language, the end of the session. */
export type PortalPage = Omit<
  LayoutProps,
  | "lang"
  | "path"
  | "shared"
  | "large"
  | "signedIn"
  | "signInHref"
  | "navigation"
  | "csrf"
  | "demo"
  | "children"
  | "footerLinks"
  | "crumbs"
> & {
  readonly crumbs?: readonly Crumb[];
  readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
};

const NAV: readonly { readonly path: string; readonly label: Text }[] = [
  { path: "/thu-tuc", label: text("Thủ tục", "Procedures") },
  { path: "/ho-so", label: text("Hồ sơ của tôi", "My dossiers") },
  { path: "/tra-cuu", label: text("Tra cứu hồ sơ", "Look up a dossier") },
  { path: "/tinh", label: text("Tính thử", "Calculators") },
];

const inboxLink = (unread: number) => {
  const count = unread > 99 ? "99+" : String(unread);
  return {
    path: "/hop-thu",
    label: unread === 0 ? text("Hộp thư", "Inbox") : text(`Hộp thư (${count} chưa đọc)`, `Inbox (${count} unread)`),
  };
};

type FooterLink = { readonly label: Text; readonly href: string; readonly everywhere?: true };
const SHARED_LINKS: readonly FooterLink[] = [
  { label: text("Tính phí, hạn, mức phạt", "Fees, terms, fines"), href: "/tinh" },
  { label: text("Nhật ký minh bạch", "Transparency log"), href: "/minh-bach" },
  { label: text("Đặt lịch hẹn", "Book an appointment"), href: "/dat-lich" },
  { label: text("Lấy số thứ tự", "Take a number"), href: "/quay" },
  { label: text("Địa chỉ cũ", "Old addresses"), href: "/dia-chi-cu" },
  { label: text("Pháp luật thay đổi", "Changes of the law"), href: "/phap-luat/thay-doi" },
];
const LINKS: readonly FooterLink[] = [
  { label: text("Dữ liệu của tôi", "My data"), href: "/du-lieu-cua-toi" },
  { label: text("Thay mặt người khác", "Acting for others"), href: "/dai-dien" },
  { label: text("Phiên đăng nhập", "Signed-in devices"), href: "/phien" },
  { label: text("Hỗ trợ người khác nộp", "Help somebody file"), href: "/ho-tro" },
  ...SHARED_LINKS,
  { label: text("Kết nối phần mềm", "Connect software"), href: "/ket-noi" },
  { label: text("Dành cho cán bộ", "For officers"), href: "/office", everywhere: true },
  { label: text("Giao tiếp máy (API)", "API for systems"), href: "/api/v1/openapi.json", everywhere: true },
];

/** Unused this long, a kiosk goes back to its start; as long as the session on it lasts. */
const SHARED_IDLE_SECONDS = 300;

function sharedDevice(c: Ctx, session: Session | null): LayoutProps["shared"] {
  if (!c.get("kiosk") && (session?.place ?? "own") === "own") return undefined;
  return {
    idleSeconds: SHARED_IDLE_SECONDS,
    idleHref: href(c, "/kiosk/het-gio"),
    ...(session ? { extendUrl: href(c, "/phien/gia-han") } : {}),
    ...(session?.helper ? { helper: session.helper.name } : {}),
  };
}

export async function portalPage(deps: WebDeps, c: Ctx, page: PortalPage, children: Child): Promise<Response> {
  const lang = c.get("lang");
  const session = citizenSession(c);
  const url = new URL(c.req.url);
  const path = `${url.pathname}${url.search}`;
  const { status, ...layout } = page;
  const shared = sharedDevice(c, session);
  const [told, unread] = await Promise.all([
    deps.workingTime.outages.told(),
    session ? deps.messages.countUnread(recipientsOf(session)) : 0,
  ]);
  return c.html(
    <Layout
      {...layout}
      lang={lang}
      shared={shared}
      large={shared !== undefined}
      path={path}
      demo={deps.settings.demo}
      csrf={csrfBox(session)}
      signInHref={href(c, `/dang-nhap?ve=${encodeURIComponent(path)}`)}
      navigation={[...NAV, ...(session ? [inboxLink(unread)] : [])].map((link) => ({
        label: link.label,
        href: href(c, link.path),
        current: url.pathname.startsWith(href(c, link.path)),
      }))}
      footerLinks={(shared ? SHARED_LINKS : LINKS).map((link) => ({
        ...link,
        href: link.everywhere ? link.href : href(c, link.href),
      }))}
      signedIn={
        session
          ? {
              name: session.name,
              organisation: session.organisation?.name ?? session.ward?.name,
              accountHref: href(c, "/ho-so"),
              signOutAction: href(c, "/dang-xuat"),
              session: { endsAt: session.expiresAt, extendUrl: href(c, "/phien/gia-han") },
            }
          : undefined
      }
    >
      <Outages told={told} lang={lang} />
      {children}
    </Layout>,
    status ?? 200,
  );
}

/** Whose inbox a session opens: the organisation's it acts for, else the person's own. */
export const recipientsOf = ({ organisation, number }: Session): readonly string[] =>
  [organisation ? organisation.code : number].filter((one) => one !== null);

/** The session of a citizen or an organisation; an officer's session does not open the portal's private pages. */
export const citizenSession = (c: Ctx): Session | null => {
  const session = c.get("session");
  return session && session.kind !== "officer" ? session : null;
};

/** The box every posting form carries. */
export const csrfBox = (session: Session | null) =>
  session ? { name: "_csrf", value: csrfToken(session) } : undefined;
