import type { Child } from "hono/jsx";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import type { OfficeRole } from "../../../engine/permission/index.ts";
import { type Dong, parseDong } from "../../../kernel/dong.ts";
import type { Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { PageProblem } from "../../errors.ts";
import { isId } from "../../forms.ts";
import { ErrorSummary, Notice, Tabs } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "../guard.ts";
import { officePage } from "../page.tsx";

/** What the pages of money share: who works there, the tabs between them, a form and what became of it. */

export type Desk = {
  readonly officer: Officer;
  readonly actor: ReturnType<typeof actorOf> & { readonly unit: string };
  readonly officeProvince: string;
  readonly unitId: string;
  /** Keeps the accounts of a province: sees the money of all its offices. */
  readonly ofProvince: boolean;
};

const PAGES: readonly { readonly path: string; readonly label: Text; readonly roles: readonly OfficeRole[] }[] = [
  { path: "/office/thu-tien", label: text("Thu tiền", "Cash"), roles: ["cashier", "treasurer"] },
  {
    path: "/office/mien-giam",
    label: text("Miễn, giảm", "Waivers"),
    roles: ["cashier", "treasurer", "deskOfficer", "caseOfficer", "unitLead"],
  },
  { path: "/office/hoan-tien", label: text("Hoàn tiền", "Refunds"), roles: ["cashier", "treasurer", "unitLead"] },
  { path: "/office/doi-soat", label: text("Đối soát", "Reconciliation"), roles: ["treasurer", "cashier", "unitLead"] },
  { path: "/office/so-thu", label: text("Sổ thu", "Books"), roles: ["cashier", "treasurer", "unitLead"] },
];
const holds = (officer: Officer, roles: readonly OfficeRole[]): boolean =>
  roles.some((role) => officer.post.roles.includes(role));

const deskOf = (officer: Officer): Desk => {
  const { id, provinceCode, level } = officer.post.unit;
  return {
    officer,
    actor: { ...actorOf(officer), unit: id },
    officeProvince: provinceCode,
    unitId: id,
    ofProvince: level !== "commune" && officer.post.roles.includes("treasurer"),
  };
};

/** The officer at this page's desk, or the way to sign in. @throws PageProblem where the post has no such duty */
export function moneyDesk(c: Ctx, path: string): Desk | Response {
  const officer = officerOf(c);
  if (officer instanceof Response) return officer;
  const page = PAGES.find((one) => one.path === path);
  if (page && !holds(officer, page.roles)) throw notYours();
  return deskOf(officer);
}
const notYours = (): PageProblem =>
  new PageProblem(
    403,
    text("Trang này không thuộc vị trí công tác của đồng chí", "This page does not belong to your post"),
    text("Đổi vị trí công tác, hoặc về danh sách hồ sơ.", "Change your post, or go to the work list."),
  );

/** What a page is shown with after a form: the fault by the box, and what was typed. */
export type Shown = { readonly errors: Readonly<Record<string, Text>>; readonly raw: Raw };
export const FRESH: Shown = { errors: {}, raw: {} };

const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");

/** A form of money: does it, and goes back to the page with `xong`; or shows the page again with the sentence at `box`. */
export async function doMoney(
  deps: WebDeps,
  c: Ctx,
  back: string,
  box: string,
  act: (desk: Desk, raw: Raw) => Promise<Result<unknown, Text>>,
  show: (desk: Desk, shown: Shown, status: 403 | 422) => Response | Promise<Response>,
): Promise<Response> {
  const posted = await postedByOfficer(deps, c, href(c, back));
  if (posted instanceof Response) return posted;
  const { officer, raw, stale } = posted;
  const desk = deskOf(officer);
  if (stale) return show(desk, { errors: { [box]: STALE }, raw }, 403);
  const done = await act(desk, raw);
  if (done.ok) return c.redirect(href(c, `${back}${back.includes("?") ? "&" : "?"}xong=1`), 303);
  return show(desk, { errors: { [box]: done.failure }, raw }, 422);
}

export const amountIn = (raw: Raw, name: string): Dong | null => parseDong(boxText(raw, name).replace(/\s*đ$/, ""));
export const idIn = (raw: Raw, name: string): string => (isId(boxText(raw, name)) ? boxText(raw, name) : NO_ID);
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** The pages of money that a post may use. */
export const MoneyTabs = ({ c, officer, path: open }: { c: Ctx; officer: Officer; path: string }) => (
  <Tabs
    lang={c.get("lang")}
    label={text("Thu phí, lệ phí", "Fees")}
    tabs={PAGES.filter(({ roles }) => holds(officer, roles)).map(({ path, label }) => ({
      label,
      href: href(c, path),
      current: path === open,
    }))}
  />
);

/** The frame of a page of money: tabs, what went wrong or well, its heading. */
export function moneyPage(
  deps: WebDeps,
  c: Ctx,
  desk: Desk,
  page: { readonly path: string; readonly title: Text; readonly status?: 200 | 403 | 422; readonly shown: Shown },
  children: Child,
) {
  const lang = c.get("lang");
  const { errors } = page.shown;
  return officePage(
    deps,
    c,
    desk.officer,
    {
      title: page.title,
      status: page.status ?? 200,
      hasErrors: Object.keys(errors).length > 0,
      ...(c.req.method === "GET" ? {} : { path: href(c, page.path) }),
    },
    <>
      <ErrorSummary errors={errors} lang={lang} />
      {c.req.query("xong") && c.req.method === "GET" && (
        <Notice lang={lang} tone="success">
          <p class="govuk-body">{{ vi: "Đã ghi sổ.", en: "It stands in the books." }[lang]}</p>
        </Notice>
      )}
      <MoneyTabs c={c} officer={desk.officer} path={page.path} />
      <h1 class="govuk-heading-l">{page.title[lang]}</h1>
      {children}
    </>,
  );
}

/** The name of an office as officers know it. */
export const unitName = (deps: WebDeps, id: string, lang: "vi" | "en"): string =>
  id === "" ? { vi: "Chưa rõ đơn vị", en: "No office yet" }[lang] : (deps.catalogue.findUnit(id)?.name[lang] ?? id);
