import type { Language } from "../../kernel/text.ts";
import { describedBy, ErrorMessage } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

/** A promise with legal weight: the text stands in full, the tick says it was read. Sends "true". */
export function Declaration(props: {
  name: string;
  label: Words;
  /** The legal text the tick stands for; the label alone where absent. */
  hint?: Words | undefined;
  checked?: boolean | undefined;
  error?: Words | undefined;
  lang: Language;
}) {
  const id = fieldId(props.name);
  return (
    <div class={classes("govuk-form-group mc-declaration", props.error && "govuk-form-group--error")}>
      {props.hint && (
        <div class="mc-declaration__text" id={`${id}-hint`}>
          {say(props.hint, props.lang)}
        </div>
      )}
      <ErrorMessage name={props.name} error={props.error} lang={props.lang} />
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={id}
            name={props.name}
            type="checkbox"
            value="true"
            checked={props.checked ?? false}
            aria-describedby={describedBy(props)}
            aria-invalid={props.error ? "true" : undefined}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            {say(props.label, props.lang)}
          </label>
        </div>
      </div>
    </div>
  );
}
