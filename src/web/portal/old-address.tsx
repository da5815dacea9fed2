import { Hono } from "hono";
import { loadOldUnits } from "../../../law/index.ts";
import { dayOfInstant, type PlainDate } from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { searchTyped } from "../forms.ts";
import { Button, Input, InsetText, SummaryList } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

const PATH = "/dia-chi-cu";
const TITLE = text("Địa chỉ cũ nay thuộc đâu?", "Where does an old address belong now?");
const LONGEST = 200;
const MOST = 10;

/** The commune and its police today for an address of before 01/07/2025; shared by its address, needs no script. */
export function oldAddressPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(PATH, async (c) => {
    const lang = c.get("lang");
    const typed = searchTyped(c, "dia-chi", LONGEST);
    const found = typed === "" ? null : await search(deps, typed, dayOfInstant(deps.clock.now()), lang);
    return portalPage(
      deps,
      c,
      { title: TITLE, crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: TITLE }] },
      <>
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <p class="govuk-body-l">
          {
            {
              vi: "Từ 01/07/2025 không còn cấp huyện và nhiều xã, phường đã nhập lại. Nhập địa chỉ như đã ghi trên giấy tờ cũ để biết đơn vị và Công an cấp xã hiện nay.",
              en: "Since 01/07/2025 there are no districts, and many communes and wards were merged. Enter the address as your old papers have it to learn its unit and commune police of today.",
            }[lang]
          }
        </p>
        <form method="get" action={href(c, PATH)} novalidate>
          <Input
            name="dia-chi"
            label={text("Địa chỉ cũ", "Old address")}
            hint={text("Ví dụ: P.12, Q. Tân Bình, TP.HCM", "For example: P.12, Q. Tân Bình, TP.HCM")}
            lang={lang}
            value={typed}
          />
          <Button label={text("Tìm", "Search")} lang={lang} />
        </form>
        {found && <Found found={found} lang={lang} />}
      </>,
    );
  });

  return app;
}

type Place = { readonly title: string; readonly office: string | null };
type Answer = { readonly was: string; readonly exact: boolean; readonly now: readonly Place[] };

async function search(deps: WebDeps, typed: string, on: PlainDate, lang: Language): Promise<readonly Answer[]> {
  const { findOldWards, oldWardTitle, unitOfOldWard } = await loadOldUnits();
  return findOldWards(typed)
    .slice(0, MOST)
    .map(({ ward, exact }) => {
      const unit = unitOfOldWard(ward.code, on);
      const communes = unit?.kind === "communes" ? unit.communes : unit?.kind === "commune" ? [unit.commune] : [];
      return {
        was: oldWardTitle(ward),
        exact,
        now: communes.map(({ code }) => ({
          title: deps.catalogue.showAddress({ commune: code, line: "" }, lang),
          office: deps.catalogue.competentUnit("commune", code)?.name[lang] ?? null,
        })),
      };
    });
}

function Found({ found, lang }: { found: readonly Answer[]; lang: Language }) {
  const none = text(
    "Không tìm thấy xã, phường nào như vậy tại ngày 30/06/2025. Vui lòng ghi thêm tên huyện, quận và tỉnh, hoặc thử bỏ số nhà.",
    "No commune or ward of that name stood on 30/06/2025. Add the district and the province, or leave out the house number.",
  );
  if (found.length === 0) return <InsetText>{none[lang]}</InsetText>;
  return (
    <>
      {found.map((answer) => (
        <section>
          <h2 class="govuk-heading-m">{answer.was}</h2>
          {!answer.exact && (
            <p class="govuk-body">
              {
                {
                  vi: "Gần giống địa chỉ đã nhập; vui lòng so lại với giấy tờ.",
                  en: "Close to what was typed; compare it with your papers.",
                }[lang]
              }
            </p>
          )}
          {answer.now.length > 1 && (
            <p class="govuk-body">
              {
                {
                  vi: "Địa bàn này đã chia cho nhiều đơn vị. Công an của một trong các đơn vị dưới đây sẽ cho biết nơi ở cụ thể thuộc đơn vị nào.",
                  en: "Its land was divided among several units. The police of any of them can say to which a house belongs.",
                }[lang]
              }
            </p>
          )}
          <SummaryList
            lang={lang}
            rows={answer.now.map((place) => ({
              label: text("Nay thuộc", "Now in"),
              value: (
                <>
                  {place.title}
                  {place.office && (
                    <>
                      <br />
                      {place.office}
                    </>
                  )}
                </>
              ),
            }))}
          />
        </section>
      ))}
      <p class="govuk-hint">
        {
          {
            vi: "Theo các nghị quyết sắp xếp đơn vị hành chính có hiệu lực từ 01/07/2025, gồm Nghị quyết 202/2025/QH15.",
            en: "By the resolutions that rearranged the units from 01/07/2025, among them Resolution 202/2025/QH15.",
          }[lang]
        }
      </p>
    </>
  );
}
