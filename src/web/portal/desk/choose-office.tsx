import { Hono } from "hono";
import { type Text, text } from "../../../kernel/text.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";
import { href, type Vars, type WebDeps } from "../../context.ts";
import { dayWords, KINDS, procedureWords } from "../../desk-words.ts";
import { searchTyped } from "../../forms.ts";
import { Button, Cards, Input, InsetText, Select } from "../../ui/index.ts";
import { portalPage } from "../page.tsx";

export const BOOK_TITLE = text("Đặt lịch hẹn", "Book an appointment");
const MOST = 40;

/** Which office: those with sessions in the coming days, found by name and by procedure. Needs no script. */
export function chooseOfficePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/dat-lich", async (c) => {
    const lang = c.get("lang");
    const typed = searchTyped(c, "q", 100);
    const wanted = searchTyped(c, "thu-tuc", 60);
    const sessions = await deps.desk.bookableOffices();
    const bookable = new Set(sessions.flatMap(({ procedures }) => procedures));
    const matching = sessions.filter(({ procedures }) => wanted === "" || procedures.includes(wanted));
    const words = searchKey(typed);
    const offices = [...Map.groupBy(matching, ({ unitId }) => unitId)]
      .flatMap(([id, own]) => {
        const unit = deps.catalogue.findUnit(id);
        return unit ? [{ unit, own }] : [];
      })
      .filter(({ unit, own }) =>
        [unit.name.vi, unit.name.en, ...own.map(({ place }) => place)].some((name) => searchKey(name).includes(words)),
      );
    return portalPage(
      deps,
      c,
      { title: BOOK_TITLE, crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: BOOK_TITLE }] },
      <>
        <h1 class="govuk-heading-xl">{BOOK_TITLE[lang]}</h1>
        <p class="govuk-body-l">{INTRO[lang]}</p>
        <form method="get" action={href(c, "/dat-lich")} novalidate>
          <Select
            name="thu-tuc"
            label={text("Thủ tục", "Procedure")}
            lang={lang}
            optional
            empty={text("Thủ tục nào cũng được", "Any procedure")}
            options={[...bookable].map((key) => ({ value: key, label: procedureWords(deps, key) }))}
            value={wanted}
          />
          <Input
            name="q"
            label={text("Tên đơn vị hoặc địa điểm", "Office or place")}
            hint={text("Có thể gõ không dấu. Ví dụ: phường Sài Gòn", "Accents may be left out. For example: Sai Gon")}
            lang={lang}
            optional
            value={typed}
          />
          <Button label={text("Tìm", "Search")} lang={lang} />
        </form>
        <h2 class="govuk-heading-l">{{ vi: "Nơi đang nhận lịch hẹn", en: "Offices taking bookings" }[lang]}</h2>
        {offices.length === 0 && <InsetText>{NOTHING[lang]}</InsetText>}
        <Cards
          lang={lang}
          level={3}
          wide
          cards={offices.slice(0, MOST).map(({ unit, own }) => ({
            title: unit.name,
            body: summaryOf(own),
            href: href(c, `/dat-lich/${unit.id}${wanted ? `?thu-tuc=${encodeURIComponent(wanted)}` : ""}`),
          }))}
        />
        {offices.length > MOST && <p class="govuk-body">{MORE[lang]}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, "/lich-hen")}>
            {{ vi: "Lịch hẹn của tôi", en: "My appointments" }[lang]}
          </a>
        </p>
      </>,
    );
  });

  return app;
}

type Open = Awaited<ReturnType<WebDeps["desk"]["bookableOffices"]>>[number];
/** `Thứ Hai, 30/11/2026 · còn 24 chỗ · có buổi thứ Bảy`. */
function summaryOf(sessions: readonly Open[]): Text {
  const free = sessions.reduce((sum, session) => sum + session.free, 0);
  const first = sessions.find((session) => session.free > 0) ?? sessions[0];
  const special = [...new Set(sessions.map(({ kind }) => kind))].filter((kind) => kind !== "ordinary");
  const words = (lang: "vi" | "en"): string =>
    [
      first && `${{ vi: "Sớm nhất", en: "First day" }[lang]}: ${dayWords(first.day)[lang]}`,
      { vi: `còn ${free} chỗ`, en: `${free} places left` }[lang],
      ...special.map((kind) => `${{ vi: "có buổi", en: "also" }[lang]} ${KINDS[kind][lang].toLowerCase()}`),
    ]
      .filter(Boolean)
      .join(" · ");
  return text(words("vi"), words("en"));
}

const INTRO = text(
  "Chọn nơi đến và khung giờ để không phải chờ lâu. Không đặt lịch vẫn được tiếp: ông/bà lấy số tại chỗ.",
  "Choose where and when to come, so that you need not wait long. Without a booking you are received as well: take a number on the spot.",
);
const NOTHING = text(
  "Chưa có nơi nào phù hợp đang nhận lịch hẹn. Ông/bà có thể bớt điều kiện tìm, nộp hồ sơ trực tuyến, hoặc đến lấy số trong giờ làm việc.",
  "No office that matches takes bookings now. Ask for less, file online, or come in office hours and take a number.",
);
const MORE = text("Còn nơi khác: hãy ghi thêm tên đơn vị.", "There are more: add the name of the office.");
