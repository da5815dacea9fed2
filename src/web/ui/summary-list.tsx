import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

export type SummaryRow = {
  readonly label: Words;
  readonly value: Child;
  readonly changeHref?: string | undefined;
  /** The words of the link; "Sửa" where absent. */
  readonly change?: Words | undefined;
  /** Names the row for screen readers where the label alone would not, e.g. "ngày sinh của Nguyễn Văn A". */
  readonly about?: Words | undefined;
};

const CHANGE = { vi: "Sửa", en: "Change" };
const NOTHING = { vi: "Không khai", en: "Not given" };

/** Answers to check before they are sent, or the facts of a dossier. */
export function SummaryList(props: {
  rows: readonly SummaryRow[];
  title?: Words;
  lang: Language;
  card?: boolean;
  actions?: Child;
}) {
  const { lang } = props;
  const acts = props.rows.some((row) => row.changeHref !== undefined);
  const list = (
    <dl class="govuk-summary-list">
      {props.rows.map((row) => (
        <div
          class={
            row.changeHref === undefined && acts
              ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
              : "govuk-summary-list__row"
          }
        >
          <dt class="govuk-summary-list__key">{say(row.label, lang)}</dt>
          <dd class="govuk-summary-list__value">
            {row.value === "" || row.value === null || row.value === undefined ? (
              <span class="mc-muted">{NOTHING[lang]}</span>
            ) : (
              row.value
            )}
          </dd>
          {row.changeHref !== undefined && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.changeHref}>
                {say(row.change ?? CHANGE, lang)}
                <span class="govuk-visually-hidden"> {say(row.about ?? row.label, lang)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
  if (!props.title) return list;
  return (
    <section class="mc-card mc-summary">
      <div class="mc-summary__head">
        <h2 class="govuk-heading-m">{say(props.title, lang)}</h2>
        {props.actions}
      </div>
      {list}
    </section>
  );
}
