import { Hono } from "hono";
import { editionOn, type Procedure } from "../../engine/definition/index.ts";
import { deadlineInWords } from "../../engine/reckoning/deadline.ts";
import { dayOfInstant, type PlainDate } from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { Cards, Hero, SearchBox } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

/** The front page and the list of procedures. */
export function homePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const today = (): PlainDate => dayOfInstant(deps.clock.now());

  app.get("/", async (c) => {
    const lang = c.get("lang");
    // The identity service sends here after signing out; a kiosk begins anew.
    if (c.get("kiosk") && !c.get("session")) return c.redirect(href(c, "/kiosk"), 303);
    return portalPage(
      deps,
      c,
      {
        title: text("Thủ tục hành chính ngành Công an", "Public security procedures"),
        wide: true,
        lead: (
          <Hero
            lang={lang}
            title={text("Nộp hồ sơ, theo dõi, nhận kết quả tại một cửa", "File, follow and receive, at one door")}
            lead={text(
              "Gõ việc ông/bà cần làm, không cần dấu. Ví dụ: tam tru, luu tru, con dau.",
              "Type what you need to do. For example: temporary residence, guests, seal.",
            )}
          >
            <SearchBox
              action={href(c, "/thu-tuc")}
              label={text("Tìm thủ tục", "Find a procedure")}
              lang={lang}
              large
              shortcut="/"
            />
          </Hero>
        ),
      },
      <>
        <h2 class="govuk-heading-l">{{ vi: "Việc thường làm", en: "Often needed" }[lang]}</h2>
        <Cards
          lang={lang}
          level={3}
          cards={deps.procedures
            .filter((p) => editionOn(p, today()))
            .slice(0, 6)
            .map((p) => card(c, p, lang, today()))}
        />
        <h2 class="govuk-heading-l">{{ vi: "Tính trước khi đi làm thủ tục", en: "Reckon before you go" }[lang]}</h2>
        <Cards
          lang={lang}
          level={3}
          cards={[
            {
              title: text("Mức phạt vi phạm giao thông", "Traffic fines"),
              href: href(c, "/tinh/phat-giao-thong"),
              body: text("Gõ “vượt đèn đỏ xe máy”, không cần dấu.", "Type “red light motorbike”."),
            },
            {
              title: text("Trước bạ và biển số xe", "Registration tax and plate fee"),
              href: href(c, "/tinh/dang-ky-xe"),
              body: text("Đăng ký xe phải nộp bao nhiêu, ở đâu, ngày nào.", "What registering a vehicle costs."),
            },
            {
              title: text("Tính ngày, lệ phí và thay đổi khác", "Days, fees and more"),
              href: href(c, "/tinh"),
              body: text(
                "Ngày trả kết quả, lệ phí hộ chiếu và thẻ căn cước, địa chỉ cũ nay thuộc đâu.",
                "Due dates, passport and card fees, where an old address belongs now.",
              ),
            },
          ]}
        />
        <h2 class="govuk-heading-l">{{ vi: "Hồ sơ đã nộp", en: "Dossiers already filed" }[lang]}</h2>
        <Cards
          lang={lang}
          level={3}
          cards={[
            {
              title: text("Tra cứu bằng mã hồ sơ", "Look up by dossier code"),
              href: href(c, "/tra-cuu"),
              body: text("Xem hồ sơ đang ở bước nào, không cần đăng nhập.", "See how far it is, without signing in."),
            },
            {
              title: text("Hồ sơ của tôi", "My dossiers"),
              href: href(c, "/ho-so"),
              body: text(
                "Tiếp tục hồ sơ đang viết, thanh toán, bổ sung, tải kết quả.",
                "Go on with a draft, pay, supplement, download results.",
              ),
            },
            {
              title: text("Ai đã xem dữ liệu của tôi", "Who looked at my data"),
              href: href(c, "/du-lieu-cua-toi"),
              body: text("Mỗi lần cán bộ xem thông tin đều được ghi lại.", "Each look of an officer is written down."),
            },
          ]}
        />
      </>,
    );
  });

  app.get("/thu-tuc", (c) => {
    const lang = c.get("lang");
    const typed = (c.req.query("q") ?? "").slice(0, 200);
    const found = findProcedures(deps.procedures, typed, today());
    const count = found.length;
    return portalPage(
      deps,
      c,
      {
        title: text("Thủ tục", "Procedures"),
        wide: true,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: text("Thủ tục", "Procedures") }],
      },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Thủ tục", en: "Procedures" }[lang]}</h1>
        <SearchBox
          action={href(c, "/thu-tuc")}
          label={text("Tìm thủ tục, gõ không dấu cũng được", "Find a procedure")}
          lang={lang}
          value={typed}
          shortcut="/"
        />
        <p class="govuk-body" role="status">
          {typed === ""
            ? { vi: `Có ${count} thủ tục đang tiếp nhận.`, en: `${count} procedures are open.` }[lang]
            : count > 0
              ? { vi: `Tìm thấy ${count} thủ tục cho “${typed}”.`, en: `${count} found for “${typed}”.` }[lang]
              : {
                  vi: `Không tìm thấy thủ tục nào cho “${typed}”. Hãy thử từ khác, ví dụ “tạm trú”.`,
                  en: `Nothing found for “${typed}”. Try other words, such as “residence”.`,
                }[lang]}
        </p>
        <Cards lang={lang} level={2} wide cards={found.map((p) => card(c, p, lang, today()))} />
      </>,
    );
  });

  return app;
}

function card(c: Parameters<typeof href>[0], procedure: Procedure, lang: Language, on: PlainDate) {
  const edition = editionOn(procedure, on);
  return {
    title: procedure.title,
    href: href(c, `/thu-tuc/${procedure.key}`),
    body: procedure.summary,
    note: edition ? `${procedure.field.title[lang]} · ${deadlineInWords(edition)[lang]}` : undefined,
  };
}

/**
 * The procedures in force that fit what was typed, best first: each typed word must begin a word of the title, the
 * search words, the field or the code; accents and case do not count.
 */
export function findProcedures(procedures: readonly Procedure[], typed: string, on: PlainDate): readonly Procedure[] {
  const words = searchKey(typed).split(" ").filter(Boolean);
  return procedures
    .map((procedure) => ({ procedure, edition: editionOn(procedure, on) }))
    .filter(({ edition }) => edition !== null)
    .map(({ procedure, edition }) => ({ procedure, rank: rankOf(procedure, edition?.code ?? "", words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ procedure }) => procedure);
}

function rankOf(procedure: Procedure, code: string, words: readonly string[]): number | null {
  const title = ` ${searchKey(`${procedure.title.vi} ${procedure.title.en}`)}`;
  const more = ` ${searchKey([code, ...procedure.searchWords, procedure.field.title.vi, procedure.field.title.en, procedure.summary.vi, procedure.summary.en].join(" "))}`;
  let rank = 0;
  for (const word of words) {
    if (title.includes(` ${word}`)) continue;
    if (!more.includes(` ${word}`)) return null;
    rank += 1;
  }
  return rank;
}
