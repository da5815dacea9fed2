import type { GroupField, SimpleField } from "../../../engine/definition/index.ts";
import {
  entriesOf,
  type ItemAnswers,
  type Names,
  showAnswer,
  shownFields,
  shownPages,
} from "../../../engine/form/index.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { Details, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Desk } from "./load.ts";

type Simple = Parameters<typeof showAnswer>[1];

/** What was declared, page by page as it was asked; a page of one question needs no heading of its own. */
export function Declared({ desk, names, lang }: { desk: Desk; names: Names; lang: Language }) {
  const { edition, row } = desk.view;
  const pages = shownPages(edition, row.answers, desk.form).map((page) => {
    const fields = shownFields(page, row.answers, desk.form);
    return {
      page,
      groups: fields.filter((field): field is GroupField => field.kind === "group"),
      simple: fields.filter((field): field is SimpleField => field.kind !== "group"),
    };
  });
  return (
    <>
      <section class="mc-card" id="thong-tin">
        <h2 class="govuk-heading-m">{{ vi: "Thông tin đã khai", en: "What was declared" }[lang]}</h2>
        <div class="mc-pages">
          {pages.map(({ page, simple }) =>
            simple.length === 0 ? null : (
              <div class="mc-pages__page">
                {simple.length > 1 && <h3 class="govuk-heading-s">{page.title[lang]}</h3>}
                <dl>
                  {simple.map((field) => (
                    <>
                      {/* A declaration's label is the whole sentence; the heading of its page names it. */}
                      <dt>{(field.kind === "declaration" ? page.title : field.label)[lang]}</dt>
                      <dd>
                        {showAnswer(field, row.answers[field.key] as Simple, names, lang) || (
                          <span class="mc-muted">{{ vi: "Không khai", en: "Not given" }[lang]}</span>
                        )}
                      </dd>
                    </>
                  ))}
                </dl>
              </div>
            ),
          )}
        </div>
      </section>
      {pages.flatMap(({ groups }) =>
        groups.map((group) => (
          <Entries group={group} entries={entriesOf(row.answers[group.key])} names={names} lang={lang} />
        )),
      )}
    </>
  );
}

/** More entries than this are folded away, so that the rest of the dossier stays in reach. */
const OPEN_MOST = 10;

function Entries(props: { group: GroupField; entries: readonly ItemAnswers[]; names: Names; lang: Language }) {
  const { group, entries, names, lang } = props;
  const asked = group.fields.filter((field) => entries.some((entry) => entry[field.key] !== undefined));
  const named = asked.findIndex((field) => field.key === group.titleOf[0]);
  // The first column names its row: the field that titles an entry.
  const columns = named > 0 ? [...asked.splice(named, 1), ...asked] : asked;
  const title = text(`${group.label.vi} (${entries.length})`, `${group.label.en} (${entries.length})`);
  const table = (
    <Wide label={title} lang={lang}>
      <Table
        dense
        caption={title}
        captionHidden
        lang={lang}
        columns={columns.map((field) => ({ key: field.key, label: field.label }))}
        rows={entries.map((entry) => ({
          cells: Object.fromEntries(
            columns.map((field) => [field.key, showAnswer(field, entry[field.key], names, lang)]),
          ),
        }))}
      />
    </Wide>
  );
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">{title[lang]}</h2>
      {entries.length > OPEN_MOST ? (
        <Details summary={text("Xem toàn bộ danh sách", "Show the whole list")} lang={lang}>
          {table}
        </Details>
      ) : (
        table
      )}
    </section>
  );
}
