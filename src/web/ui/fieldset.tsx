import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

/** A group of questions under one legend, which may be the heading of the page. */
export function Fieldset(props: { legend: Words; lang: Language; heading?: boolean; children: Child }) {
  const legend = say(props.legend, props.lang);
  return (
    <fieldset class="govuk-fieldset">
      <legend
        class={classes(
          "govuk-fieldset__legend",
          props.heading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--m",
        )}
      >
        {props.heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {props.children}
    </fieldset>
  );
}
