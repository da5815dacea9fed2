import { Hono } from "hono";
import { showInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import { readForHouse } from "../../modules/access/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { searchTyped } from "../forms.ts";
import { DueBadge, InsetText, SearchBox, SummaryList, Tag } from "../ui/index.ts";
import { portalPage } from "./page.tsx";
import { dueState, statusTag } from "./status.ts";

/** Where a dossier stands, by its code, without signing in: no name, no answer, no paper is shown. */
export function lookupPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/tra-cuu", async (c) => {
    const lang = c.get("lang");
    const code = searchTyped(c, "ma", 60).toUpperCase();
    const view = code ? await deps.dossiers.find(readForHouse(deps.db, "tells-nothing"), code) : null;
    const unit = view ? deps.catalogue.getUnit(view.row.unitId) : null;
    return portalPage(
      deps,
      c,
      {
        title: text("Tra cứu hồ sơ", "Look up a dossier"),
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Tra cứu hồ sơ", "Look up a dossier") },
        ],
      },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Tra cứu hồ sơ", en: "Look up a dossier" }[lang]}</h1>
        <SearchBox
          action={href(c, "/tra-cuu")}
          name="ma"
          label={text("Mã hồ sơ", "Dossier code")}
          hint={text(
            "In trên giấy tiếp nhận và trong tin nhắn. Ví dụ: G01.079.1A-261123-010001",
            "Printed on the receipt. Example: G01.079.1A-261123-010001",
          )}
          lang={lang}
          value={code}
        />
        {code && !view && (
          <InsetText>
            {
              {
                vi: `Không tìm thấy hồ sơ có mã ${code}. Vui lòng kiểm tra lại từng ký tự; mã của hệ thống khác không tra cứu được ở đây.`,
                en: `No dossier has the code ${code}. Check each character; codes of other systems cannot be looked up here.`,
              }[lang]
            }
          </InsetText>
        )}
        {view && unit && (
          <SummaryList
            lang={lang}
            title={text(`Hồ sơ ${view.row.code}`, `Dossier ${view.row.code}`)}
            rows={[
              { label: text("Thủ tục", "Procedure"), value: view.procedure.title[lang] },
              { label: text("Tình trạng", "Status"), value: <Tag {...statusTag(view.state.status)} lang={lang} /> },
              { label: text("Cơ quan giải quyết", "Office"), value: unit.name[lang] },
              { label: text("Nộp lúc", "Filed"), value: showInstant(view.row.filedAt) },
              ...(view.state.dueAt !== null && view.edition.handling === "examined"
                ? [
                    {
                      label: text("Hẹn trả kết quả", "Due"),
                      value: (
                        <DueBadge state={dueState(view.row, deps.clock.now())} dueAt={view.state.dueAt} lang={lang} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {view && (
          <p class="govuk-hint">
            {
              {
                vi: "Để xem nội dung và tải kết quả, ông/bà cần đăng nhập.",
                en: "Sign in to see the content and download the result.",
              }[lang]
            }
          </p>
        )}
      </>,
    );
  });

  return app;
}
