import type { Child } from "hono/jsx";
import { type Text, text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import { Outages } from "../outages.tsx";
import { csrfBox } from "../portal/page.tsx";
import { type Crumb, OfficeLayout, type Skip } from "../ui/index.ts";
import type { Officer } from "./guard.ts";
import { barOf, entryAt, type MenuEntry, menuOf } from "./menu.ts";
import { REMINDERS, warnedOf } from "./warned-of.ts";

export type OfficePage = {
  readonly title: Text | string;
  readonly crumbs?: readonly Crumb[];
  readonly hasErrors?: boolean;
  /** Ways within the room, which the skip link leads past. */
  readonly ways?: Child;
  /** Places of the page that the first press of Tab leads to, besides its beginning. */
  readonly skips?: readonly Skip[];
  /** Where the page stands, when it is shown in answer to a form that has another address. */
  readonly path?: string;
  readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
};

/** Beyond so many the menu says that there are more. */
const COUNTED_MOST = 99;
function counted({ vi, en }: Text, count: number): Text {
  const figure = count > COUNTED_MOST ? `${COUNTED_MOST}+` : String(count);
  return text(`${vi} (${figure})`, `${en} (${figure})`);
}

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
    warnedOf(deps, officer).then((whom) => deps.dossiers.warnings.count(whom, COUNTED_MOST + 1)),
    deps.workingTime.outages.told(),
  ]);
  const open = entryAt(post, lang === "en" ? url.pathname.replace(/^\/en(?=\/)/, "") : url.pathname);
  const linked = (entry: MenuEntry) => ({
    label: entry.path === REMINDERS && warned > 0 ? counted(entry.label, warned) : entry.label,
    href: href(c, entry.path),
    current: entry === open,
  });
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
      ways={page.ways}
      csrf={csrfBox(officer)}
      homeHref={href(c, "/office")}
      navigation={barOf(post, open).map(linked)}
      menu={menuOf(post).map(({ title, entries }) => ({ title, links: entries.map(linked) }))}
      skips={page.skips}
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
