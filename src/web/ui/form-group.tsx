import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { classes, fieldId, say, type Words } from "./words.ts";

/** What every control of one answer takes. `heading` makes the label the heading of a page with one question. */
export type ControlProps = {
  readonly name: string;
  readonly label: Words;
  readonly lang: Language;
  readonly hint?: Words | undefined;
  readonly error?: Words | undefined;
  readonly optional?: boolean | undefined;
  readonly heading?: boolean | undefined;
};

const OPTIONAL = { vi: "(không bắt buộc)", en: "(optional)" };
const ERROR = { vi: "Lỗi:", en: "Error:" };

/** The label's words, with the marker that an answer may be left out. */
export const labelWords = (label: Words, lang: Language, optional?: boolean): string =>
  optional ? `${say(label, lang)} ${OPTIONAL[lang]}` : say(label, lang);

/** Ids of the hint and the error, for `aria-describedby`; undefined where there is neither. */
export function describedBy(props: Pick<ControlProps, "name" | "hint" | "error">, others?: string): string | undefined {
  const id = fieldId(props.name);
  const ids = [props.hint && `${id}-hint`, others, props.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export const Hint = (props: { name: string; hint?: Words | undefined; lang: Language }) =>
  props.hint ? (
    <div class="govuk-hint" id={`${fieldId(props.name)}-hint`}>
      {say(props.hint, props.lang)}
    </div>
  ) : null;

export const ErrorMessage = (props: { name: string; error?: Words | undefined; lang: Language }) =>
  props.error ? (
    <p class="govuk-error-message" id={`${fieldId(props.name)}-error`}>
      <span class="govuk-visually-hidden">{ERROR[props.lang]} </span>
      {say(props.error, props.lang)}
    </p>
  ) : null;

/** Label, hint and error around a single control. `controlId` differs from the name's id for parts of an answer. */
export function FormGroup(props: ControlProps & { children: Child; controlId?: string | undefined }) {
  const label = (
    <label
      class={classes("govuk-label", props.heading ? "govuk-label--l" : "govuk-label--s")}
      for={props.controlId ?? fieldId(props.name)}
    >
      {labelWords(props.label, props.lang, props.optional)}
    </label>
  );
  return (
    <div class={classes("govuk-form-group", props.error && "govuk-form-group--error")}>
      {props.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      <Hint name={props.name} hint={props.hint} lang={props.lang} />
      <ErrorMessage name={props.name} error={props.error} lang={props.lang} />
      {props.children}
    </div>
  );
}

/** Legend, hint and error around several controls that answer one question together. */
export function FieldsetGroup(props: ControlProps & { children: Child; class?: string | undefined }) {
  const legend = labelWords(props.label, props.lang, props.optional);
  return (
    <div class={classes("govuk-form-group", props.error && "govuk-form-group--error", props.class)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)} id={`${fieldId(props.name)}-group`}>
        <legend
          class={classes(
            "govuk-fieldset__legend",
            props.heading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s",
          )}
        >
          {props.heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <Hint name={props.name} hint={props.hint} lang={props.lang} />
        <ErrorMessage name={props.name} error={props.error} lang={props.lang} />
        {props.children}
      </fieldset>
    </div>
  );
}
