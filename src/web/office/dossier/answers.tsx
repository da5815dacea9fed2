import type { GroupField } from "../../../engine/definition/index.ts";
import {
  entriesOf,
  type ItemAnswers,
  type Names,
  showAnswer,
  shownFields,
  shownPages,
} from "../../../engine/form/index.ts";
import { type Language, text } from "../../../kernel/text.ts";
import { Details, SummaryList, type SummaryRow, Table } from "../../ui/index.ts";
import type { Desk } from "./load.ts";

type Simple = Parameters<typeof showAnswer>[1];

/** What was declared, page by page as it was asked. */
export function Declared({ desk, names, lang }: { desk: Desk; names: Names; lang: Language }) {
  const { edition, row } = desk.view;
  return (
    <>
      {shownPages(edition, row.answers, desk.form).map((page) => {
        const fields = shownFields(page, row.answers, desk.form);
        const rows = fields.flatMap((field): SummaryRow[] =>
          field.kind === "group"
            ? []
            : [
                {
                  // A declaration's label is the whole sentence, and the heading of its page says it already.
                  label: field.kind === "declaration" ? page.title : field.label,
                  value: showAnswer(field, row.answers[field.key] as Simple, names, lang),
                },
              ],
        );
        return (
          <>
            {rows.length > 0 && <SummaryList title={page.title} rows={rows} lang={lang} />}
            {fields.map((field) =>
              field.kind === "group" ? (
                <Entries group={field} entries={entriesOf(row.answers[field.key])} names={names} lang={lang} />
              ) : null,
            )}
          </>
        );
      })}
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
    <section class="mc-scroll" tabindex={0} aria-label={title[lang]}>
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
    </section>
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
