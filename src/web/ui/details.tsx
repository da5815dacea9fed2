import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** Help for those who need it, folded away for those who do not. */
export const Details = (props: { summary: Words; lang: Language; open?: boolean | undefined; children: Child }) => (
  <details class="govuk-details" open={props.open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{say(props.summary, props.lang)}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
