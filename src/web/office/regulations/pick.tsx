import { type DatedRow, loadAmendable } from "../../../../law/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { searchTyped, wholeNumber } from "../../forms.ts";
import { LawName } from "../../law-name.tsx";
import { Button, Details, Input, Pagination, Select, Table } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { rowNear } from "./boxes.ts";
import { LAW_PATH, LAW_TITLE } from "./list.tsx";
import { periodInWords, placeInWords } from "./words.ts";

const PAGE_SIZE = 40;
const TITLE = text("Các mức đang áp dụng", "Figures in force");

/** Every figure that can be changed, found by words; from here a change is written into a draft. */
export async function pickPage(deps: WebDeps, c: Ctx, officer: Officer) {
  const lang = c.get("lang");
  const { amendableKeys, amendableTables, datedTable } = await loadAmendable();
  const draft = searchTyped(c, "nhap", 40);
  const search = searchTyped(c, "q", 100);
  const table = amendableTables.find(({ id }) => id === c.req.query("bang"))?.id ?? "";
  const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
  const words = searchKey(search).split(" ").filter(Boolean);
  const found = amendableKeys()
    .filter((one) => table === "" || one.table.id === table)
    .filter(({ key, name, title, rows }) => {
      const all = searchKey([key, name?.vi, name?.en, title.vi, ...rows.map(({ value }) => value.vi)].join(" "));
      return words.every((word) => all.includes(word));
    });
  const today = dayOfInstant(deps.clock.now());
  const at = (to: number): string =>
    href(c, `${LAW_PATH}/muc?${new URLSearchParams({ q: search, bang: table, nhap: draft, trang: String(to) })}`);
  return officePage(
    deps,
    c,
    officer,
    {
      title: TITLE,
      crumbs: [
        { label: LAW_TITLE, href: href(c, LAW_PATH) },
        ...(draft ? [{ label: text("Bản nháp", "Draft"), href: href(c, `${LAW_PATH}/nhap/${draft}`) }] : []),
        { label: TITLE },
      ],
    },
    <>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <form method="get" action={href(c, `${LAW_PATH}/muc`)}>
        {draft && <input type="hidden" name="nhap" value={draft} />}
        <Input
          name="q"
          label={text("Tìm theo tên, mã, số tiền", "Search by name, code, amount")}
          lang={lang}
          value={search}
          type="search"
        />
        <Select
          name="bang"
          label={text("Bảng", "Table")}
          lang={lang}
          empty={text("Tất cả", "All")}
          value={table}
          options={amendableTables.map(({ id }) => ({ value: id, label: datedTable(id)?.title ?? text(id, id) }))}
        />
        <Button label={text("Tìm", "Search")} lang={lang} kind="secondary" />
      </form>
      <Wide label={TITLE} lang={lang}>
        <Table
          dense
          caption={text(`${found.length} mức`, `${found.length} figures`)}
          lang={lang}
          empty={text("Không có mức nào phù hợp. Hãy thử ít từ hơn.", "No figure matches. Try fewer words.")}
          columns={[
            { key: "name", label: text("Nội dung", "What") },
            { key: "now", label: text("Đang áp dụng", "In force") },
            { key: "all", label: text("Các giai đoạn", "Periods") },
            ...(draft ? [{ key: "do", label: text("Việc", "Do") }] : []),
          ]}
          rows={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ key, name, title, rows, table: of }) => {
            const now = rowNear(rows, today);
            return {
              cells: {
                name: <LawName of={{ name, key }} place={title} lang={lang} />,
                now: now ? <RowWords row={now} lang={lang} /> : "–",
                all: (
                  <Details summary={text(`${rows.length} giai đoạn`, `${rows.length} periods`)} lang={lang}>
                    {rows.map((row) => (
                      <p class="govuk-body-s">
                        <RowWords row={row} lang={lang} />
                      </p>
                    ))}
                  </Details>
                ),
                do: (
                  <a
                    class="govuk-link"
                    href={href(c, `${LAW_PATH}/nhap/${draft}/muc?${new URLSearchParams({ bang: of.id, khoa: key })}`)}
                  >
                    {{ vi: "Sửa", en: "Change" }[lang]}
                    <span class="govuk-visually-hidden"> {name?.[lang] ?? key}</span>
                  </a>
                ),
              },
            };
          })}
        />
      </Wide>
      <Pagination
        lang={lang}
        {...(page > 1 ? { previousHref: at(page - 1) } : {})}
        {...(found.length > page * PAGE_SIZE ? { nextHref: at(page + 1) } : {})}
      />
    </>,
  );
}

export const RowWords = ({ row, lang }: { row: DatedRow; lang: Language }) => (
  <>
    <strong>{row.value[lang]}</strong>, {periodInWords(row)[lang]}
    <br />
    <small class="govuk-hint">{row.basis.map(placeInWords).join("; ")}</small>
  </>
);
