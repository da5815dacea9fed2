import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

export type ButtonProps = {
  readonly label: Words;
  readonly lang: Language;
  readonly kind?: "primary" | "secondary" | "warning" | undefined;
  /** A link that looks like a button; without it a submit button. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Sends the form without the browser's own checks, for buttons that do not finish it. */
  readonly skipChecks?: boolean | undefined;
  /** Said after the label to screen readers only, to tell equal buttons apart. */
  readonly about?: Words | undefined;
  readonly small?: boolean | undefined;
  readonly formaction?: string | undefined;
  readonly form?: string | undefined;
  readonly accesskey?: string | undefined;
};

/** The act of a page. One primary button a page. */
export function Button(props: ButtonProps) {
  const name = classes(
    "govuk-button",
    props.kind === "secondary" && "govuk-button--secondary",
    props.kind === "warning" && "govuk-button--warning",
    props.small && "mc-button--small",
  );
  const label = (
    <>
      {say(props.label, props.lang)}
      {props.about && <span class="govuk-visually-hidden"> {say(props.about, props.lang)}</span>}
    </>
  );
  if (props.href !== undefined) {
    return (
      <a class={name} href={props.href} draggable="false">
        {label}
      </a>
    );
  }
  return (
    <button
      class={name}
      type="submit"
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      formnovalidate={props.skipChecks}
      formaction={props.formaction}
      form={props.form}
      accesskey={props.accesskey}
    >
      {label}
    </button>
  );
}
