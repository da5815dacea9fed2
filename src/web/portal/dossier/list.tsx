import { Hono } from "hono";
import { isPersonNumber } from "../../../kernel/person-number.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { readOwn } from "../../../modules/access/index.ts";
import { href, type Vars, type WebDeps } from "../../context.ts";
import { searchTyped, wholeNumber } from "../../forms.ts";
import { Pagination, SearchBox, Table, Tag } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { portalPage } from "../page.tsx";
import { statusTag } from "../status.ts";

const PAGE = 20;

/** What a visitor has filed, and what they have begun. */
export function ownListPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const search = searchTyped(c, "q", 100);
    const page = wholeNumber(c.req.query("trang"), 1, 10_000);
    const owner = session.organisation?.code ?? session.number ?? "-";
    const rows = await deps.dossiers.mine(
      readOwn(deps.db),
      session.account,
      owner,
      search,
      PAGE + 1,
      (page - 1) * PAGE,
    );
    // Filed for somebody one may not act for any more: theirs alone.
    const wards = new Set((await deps.access.wardsOf(session)).map(({ number }) => number));
    const isOpen = ({ ownerNumber }: { readonly ownerNumber: string }): boolean =>
      !isPersonNumber(ownerNumber) || ownerNumber === session.number || wards.has(ownerNumber);
    const drafts = page === 1 && search === "" ? await deps.dossiers.drafts.open(session.account) : [];
    const pageHref = (n: number): string =>
      href(c, `/ho-so?${new URLSearchParams({ ...(search ? { q: search } : {}), trang: String(n) })}`);
    return portalPage(
      deps,
      c,
      {
        title: text("Hồ sơ của tôi", "My dossiers"),
        wide: true,
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Hồ sơ của tôi", "My dossiers") },
        ],
      },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Hồ sơ của tôi", en: "My dossiers" }[lang]}</h1>
        {drafts.length > 0 && (
          <Table
            caption={text("Đang viết dở", "Drafts")}
            lang={lang}
            columns={[
              { key: "what", label: text("Thủ tục", "Procedure") },
              { key: "when", label: text("Lưu lần cuối", "Last saved") },
            ]}
            rows={drafts.map((draft) => ({
              href: href(c, `/nhap/${draft.id}`),
              cells: { what: draft.procedure.title[lang], when: showInstant(draft.updatedAt) },
            }))}
          />
        )}
        <SearchBox
          action={href(c, "/ho-so")}
          label={text("Tìm theo mã hồ sơ hoặc tên thủ tục", "Find by code or procedure")}
          lang={lang}
          value={search}
        />
        <Table
          caption={text("Đã nộp", "Filed")}
          lang={lang}
          empty={text(
            "Chưa có hồ sơ nào. Ông/bà có thể bắt đầu từ trang Thủ tục.",
            "No dossiers yet. Start from the page Procedures.",
          )}
          columns={[
            { key: "code", label: text("Mã hồ sơ", "Code") },
            { key: "what", label: text("Thủ tục", "Procedure") },
            { key: "filed", label: text("Nộp lúc", "Filed") },
            { key: "status", label: text("Tình trạng", "Status") },
          ]}
          rows={rows
            .slice(0, PAGE)
            .filter(isOpen)
            .map((row) => ({
              href: href(c, `/ho-so/${row.code}`),
              cells: {
                code: row.code,
                what: deps.dossiers.findProcedure(row.procedureKey)?.title[lang] ?? row.procedureKey,
                filed: showInstant(row.filedAt),
                status: <Tag {...statusTag(row.status)} lang={lang} />,
              },
            }))}
        />
        <Pagination
          lang={lang}
          previousHref={page > 1 ? pageHref(page - 1) : undefined}
          nextHref={rows.length > PAGE ? pageHref(page + 1) : undefined}
        />
      </>,
    );
  });

  return app;
}
