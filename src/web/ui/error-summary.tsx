import type { Field } from "../../engine/definition/index.ts";
import type { Language, Text } from "../../kernel/text.ts";
import { fieldId, say, type Words } from "./words.ts";

/** The part of an answer that gets the focus when the error names the whole answer. */
const FIRST_PART: Partial<Record<Field["kind"], string>> = {
  date: "day",
  "partial-date": "day",
  "date-time": "day",
  address: "province",
  person: "number",
};

const TITLE = { vi: "Có thông tin cần sửa", en: "There is a problem" };

/** The control an error leads to: the named one, or the first part of an answer in parts. */
export function errorTarget(name: string, fields: readonly Field[] = []): string {
  const field = fields.find((f) => f.key === name || name.endsWith(`.${f.key}`));
  const part = field ? FIRST_PART[field.kind] : undefined;
  return `#${fieldId(part ? `${name}.${part}` : name)}`;
}

/** All problems of a page at its top, each a link to its control. `extra` are problems of no control. */
export function ErrorSummary(props: {
  errors: Readonly<Record<string, Text>>;
  fields?: readonly Field[] | undefined;
  extra?: readonly Words[] | undefined;
  title?: Words | undefined;
  lang: Language;
}) {
  const entries = Object.entries(props.errors);
  if (entries.length === 0 && !props.extra?.length) return null;
  return (
    <div class="govuk-error-summary" data-error-summary tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{say(props.title ?? TITLE, props.lang)}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.extra?.map((words) => (
              <li>{say(words, props.lang)}</li>
            ))}
            {entries.map(([name, message]) => (
              <li>
                <a href={errorTarget(name, props.fields)}>{say(message, props.lang)}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
