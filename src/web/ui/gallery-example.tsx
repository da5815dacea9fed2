import type { Child } from "hono/jsx";

/** One named example on the gallery page. */
export const Example = (props: { name: string; children: Child }) => (
  <section class="mc-example" aria-label={props.name}>
    <h2 class="govuk-heading-s mc-muted">{props.name}</h2>
    {props.children}
  </section>
);
