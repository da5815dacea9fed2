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
  readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
};

type NavEntry = { readonly path: string; readonly label: Text };
const NAV: readonly NavEntry[] = [
  { path: "/thu-tuc", label: text("Thủ tục", "Procedures") },
  { path: "/tra-cuu", label: text("Tra cứu hồ sơ", "Look up a dossier") },
  { path: "/dat-lich", label: text("Đặt lịch hẹn", "Book a visit") },
  { path: "/tinh", label: text("Tính phí, hạn", "Fees and terms") },
  { path: "/ho-so", label: text("Hồ sơ của tôi", "My dossiers") },
];

const inboxLink = (unread: number): NavEntry => {
  const count = unread > 99 ? "99+" : String(unread);
  return {
    path: "/hop-thu",
    label: unread === 0 ? text("Hộp thư", "Inbox") : text(`Hộp thư (${count} chưa đọc)`, `Inbox (${count} unread)`),
  };
};

type FooterLink = { readonly label: Text; readonly href: string; readonly everywhere?: true; readonly own?: true };
/** `own` links are of no use on a screen that many share. */
const FOOTER: readonly { readonly title: Text; readonly links: readonly FooterLink[] }[] = [
  {
    title: text("Làm thủ tục", "Procedures"),
    links: [
      { label: text("Đặt lịch hẹn", "Book a visit"), href: "/dat-lich" },
      { label: text("Lấy số thứ tự", "Take a number"), href: "/quay" },
      { label: text("Tính phí, hạn, mức phạt", "Fees, terms, fines"), href: "/tinh" },
      { label: text("Địa chỉ cũ", "Old addresses"), href: "/dia-chi-cu" },
    ],
  },
  {
    title: text("Của tôi", "Mine"),
    links: [
      { label: text("Dữ liệu của tôi", "My data"), href: "/du-lieu-cua-toi", own: true },
      { label: text("Thay mặt người khác", "Acting for others"), href: "/dai-dien", own: true },
      { label: text("Hỗ trợ người khác nộp", "Help somebody file"), href: "/ho-tro", own: true },
      { label: text("Phiên đăng nhập", "Signed-in devices"), href: "/phien", own: true },
    ],
  },
  {
    title: text("Công khai", "In the open"),
    links: [
      { label: text("Pháp luật thay đổi", "Changes of the law"), href: "/phap-luat/thay-doi" },
      { label: text("Nhật ký minh bạch", "Transparency log"), href: "/minh-bach" },
    ],
  },
  {
    title: text("Cơ quan, phần mềm khác", "Officers and software"),
    links: [
      { label: text("Dành cho cán bộ", "For officers"), href: "/office", everywhere: true, own: true },
      { label: text("Kết nối phần mềm", "Connect software"), href: "/ket-noi", own: true },
      {
        label: text("Giao tiếp máy (API)", "API for systems"),
        href: "/api/v1/openapi.json",
        everywhere: true,
        own: true,
      },
    ],
  },
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
  // A page about a trouble of ours must not depend on the database, which may be the trouble.
  const counts = session !== null && (status ?? 200) < 500;
  const [told, unread] = await Promise.all([
    deps.workingTime.outages.told(),
    counts ? deps.messages.countUnread(recipientsOf(session)) : 0,
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
      footerLinks={FOOTER.map(({ title, links }) => ({
        title,
        links: links
          .filter(({ own }) => !own || !shared)
          .map((link) => ({ label: link.label, href: link.everywhere ? link.href : href(c, link.href) })),
      })).filter(({ links }) => links.length > 0)}
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
