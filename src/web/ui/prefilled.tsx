import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

export type PrefilledRow = { readonly label: Words; readonly value: Words };

const SOURCE = { vi: "Thông tin từ Cơ sở dữ liệu quốc gia về dân cư", en: "From the National Population Database" };
const WRONG = { vi: "Thông tin chưa đúng", en: "This information is not correct" };

/**
 * What a register already knows, shown for confirmation and never typed again. The hidden inputs keep the form whole;
 * the server takes the values from the register, not from them.
 */
export function Prefilled(props: {
  label: Words;
  rows: readonly PrefilledRow[];
  hidden?: Readonly<Record<string, string>> | undefined;
  source?: Words | undefined;
  wrongHref?: string | undefined;
  lang: Language;
}) {
  const label = say(props.label, props.lang);
  return (
    <section class="govuk-form-group mc-prefilled" aria-label={label}>
      <p class="mc-prefilled__label">{label}</p>
      <dl class="mc-prefilled__rows">
        {props.rows.map((row) => (
          <div>
            <dt>{say(row.label, props.lang)}</dt>
            <dd>{say(row.value, props.lang)}</dd>
          </div>
        ))}
      </dl>
      <p class="mc-prefilled__source">
        {say(props.source ?? SOURCE, props.lang)}
        {props.wrongHref && (
          <a class="govuk-link" href={props.wrongHref}>
            {WRONG[props.lang]}
            <span class="govuk-visually-hidden">: {label}</span>
          </a>
        )}
      </p>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </section>
  );
}
