import { Hono } from "hono";
import { showInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { listAccess } from "../../modules/access/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { wholeNumber } from "../forms.ts";
import { Pagination, Table } from "../ui/index.ts";
import { visitorOf } from "./guard.ts";
import { portalPage } from "./page.tsx";

/** Each look of an officer or a system at the signed-in person's data, in plain words. */
export function myDataPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu-cua-toi", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const page = wholeNumber(c.req.query("trang"), 1, 10_000);
    const subject = session.organisation?.code ?? session.number;
    const { looks, more } = subject ? await listAccess(deps.db, subject, page) : { looks: [], more: false };
    const pageHref = (n: number): string => href(c, `/du-lieu-cua-toi?trang=${n}`);
    return portalPage(
      deps,
      c,
      {
        title: text("Ai đã xem dữ liệu của tôi", "Who looked at my data"),
        wide: true,
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Dữ liệu của tôi", "My data") },
        ],
      },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Ai đã xem dữ liệu của tôi", en: "Who looked at my data" }[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Mỗi lần cán bộ mở hồ sơ hoặc đối chiếu thông tin của ông/bà đều được ghi lại ngay lúc đó và không ai xóa được.",
              en: "Each time an officer opens your dossier or checks your data, it is written down at that moment and nobody can remove it.",
            }[lang]
          }
        </p>
        <Table
          caption={text("Các lần xem", "Looks")}
          captionHidden
          lang={lang}
          empty={text("Chưa có lần xem nào.", "Nobody has looked yet.")}
          columns={[
            { key: "at", label: text("Lúc", "When") },
            { key: "who", label: text("Người xem", "Who") },
            { key: "why", label: text("Mục đích", "Purpose") },
            { key: "dossier", label: text("Hồ sơ", "Dossier") },
            { key: "what", label: text("Thông tin đã xem", "What") },
          ]}
          rows={looks.map((look) => ({
            cells: {
              at: showInstant(look.at),
              who: [look.actorName, look.unitName].filter(Boolean).join(", "),
              why: look.purpose,
              dossier: look.dossierCode ?? "",
              what: look.fields.join(", "),
            },
          }))}
        />
        <Pagination
          lang={lang}
          previousHref={page > 1 ? pageHref(page - 1) : undefined}
          nextHref={more ? pageHref(page + 1) : undefined}
        />
      </>,
    );
  });

  return app;
}
