import type { Child } from "hono/jsx";
import { dayOfInstant, type Instant, showDate, showTime } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Session } from "../../../modules/access/index.ts";
import { answerTime, type Subject } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { Tabs } from "../../ui/index.ts";
import { type PortalPage, portalPage } from "../page.tsx";

export const ROOT = "/du-lieu-cua-toi";

/** Whose data the visitor asks about: their own, or those of the organisation they act for. @throws PageProblem 404 */
export function subjectOf(session: Session): Subject {
  const number = session.organisation?.code ?? session.number;
  if (!number) throw notFound();
  return { number, account: session.account, name: session.organisation?.name ?? session.name };
}

/** When something is due, in words. */
export const dueWords = (at: Instant): Text =>
  text(`trước ${showTime(at)}, ${showDate(dayOfInstant(at))}`, `before ${showTime(at)}, ${showDate(dayOfInstant(at))}`);

/** How long the office may take for its answer today: "trong 2 ngày làm việc". */
export function withinWords(deps: WebDeps): Text {
  const time = answerTime(dayOfInstant(deps.clock.now()));
  return time
    ? text(`trong ${time.vi}`, `within ${time.en}`)
    : text("trong thời hạn luật định", "within the legal time");
}

const TABS: readonly { readonly path: string; readonly label: Text }[] = [
  { path: ROOT, label: text("Ai đã xem", "Who looked") },
  { path: `${ROOT}/cau-hoi`, label: text("Câu hỏi của tôi", "My questions") },
  { path: `${ROOT}/yeu-cau`, label: text("Yêu cầu của tôi", "My requests") },
  { path: `${ROOT}/tai-ve`, label: text("Tải dữ liệu về", "Take my data away") },
];

/** A page of these rooms: the way back, the title, and the ways between them. */
export function myDataPage(
  deps: WebDeps,
  c: Ctx,
  page: { readonly title: Text; readonly at: string; readonly below?: Text } & Pick<
    PortalPage,
    "status" | "hasErrors" | "wide"
  >,
  children: Child,
) {
  const { title, at, below, ...rest } = page;
  const lang = c.get("lang");
  return portalPage(
    deps,
    c,
    {
      title,
      ...rest,
      crumbs: [
        { label: text("Trang chủ", "Home"), href: href(c, "/") },
        { label: text("Dữ liệu của tôi", "My data"), ...(at === ROOT && !below ? {} : { href: href(c, ROOT) }) },
        ...(below ? [{ label: below }] : []),
      ],
    },
    <>
      <Tabs
        lang={lang}
        label={text("Dữ liệu của tôi", "My data")}
        tabs={TABS.map((tab) => ({ label: tab.label, href: href(c, tab.path), current: tab.path === at }))}
      />
      {children}
    </>,
  );
}
