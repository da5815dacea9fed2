import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

export type Column = {
  readonly key: string;
  readonly label: Words;
  readonly figures?: boolean | undefined;
  /** The link that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: "ascending" | "descending" | undefined } | undefined;
};
export type Row = {
  readonly cells: Readonly<Record<string, Child>>;
  readonly tone?: "late" | "soon" | undefined;
  readonly href?: string | undefined;
  /** Stands before the words of the first column: a box that ticks the row. */
  readonly before?: Child;
};

const NOTHING = { vi: "Không có mục nào.", en: "Nothing to show." };

/**
 * Said again because cards are not laid out as a table, and some browsers then forget that it is one.
 */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table that becomes cards on a narrow screen. The first column names its row. */
export function Table(props: {
  caption: Words;
  columns: readonly Column[];
  rows: readonly Row[];
  lang: Language;
  captionHidden?: boolean | undefined;
  dense?: boolean | undefined;
  empty?: Words | undefined;
  /** An id by which a skip link leads straight to the rows. */
  rowsId?: string | undefined;
}) {
  const { lang } = props;
  if (props.rows.length === 0)
    return (
      <>
        {!props.captionHidden && <p class="govuk-heading-m">{say(props.caption, lang)}</p>}
        <p class="mc-empty">{say(props.empty ?? NOTHING, lang)}</p>
      </>
    );
  return (
    <table class={classes("govuk-table mc-table", props.dense && "mc-table--dense")} {...ROLE.table}>
      <caption class={props.captionHidden ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}>
        {say(props.caption, lang)}
      </caption>
      <thead class="govuk-table__head" {...ROLE.rowgroup}>
        <tr class="govuk-table__row" {...ROLE.row}>
          {props.columns.map((column) => (
            <th
              scope="col"
              {...ROLE.columnheader}
              class={classes("govuk-table__header", column.figures && "govuk-table__header--numeric")}
              aria-sort={column.sort ? (column.sort.now ?? "none") : undefined}
            >
              {column.sort ? (
                <a class="mc-table__sort" href={column.sort.href}>
                  {say(column.label, lang)}
                  <span class="mc-table__arrow" aria-hidden="true">
                    {column.sort.now === "ascending" ? "▲" : column.sort.now === "descending" ? "▼" : "↕"}
                  </span>
                </a>
              ) : (
                say(column.label, lang)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" id={props.rowsId} tabindex={props.rowsId ? -1 : undefined} {...ROLE.rowgroup}>
        {props.rows.map((row) => (
          <tr class={classes("govuk-table__row", row.tone && `mc-table__row--${row.tone}`)} {...ROLE.row}>
            {props.columns.map((column, at) => {
              const cell = row.cells[column.key] ?? "";
              const shared = {
                class: classes(
                  at === 0 ? "govuk-table__header" : "govuk-table__cell",
                  column.figures && "govuk-table__cell--numeric",
                ),
                "data-label": say(column.label, lang),
              };
              const content = (
                <div class="mc-table__value">
                  {at === 0 && row.before}
                  {at === 0 && row.href ? (
                    <a class="govuk-link" href={row.href}>
                      {cell}
                    </a>
                  ) : (
                    cell
                  )}
                </div>
              );
              return at === 0 ? (
                <th scope="row" {...ROLE.rowheader} {...shared}>
                  {content}
                </th>
              ) : (
                <td {...ROLE.cell} {...shared}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
