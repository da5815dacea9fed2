import type { Child } from "hono/jsx";
import type { Language, Text } from "../../kernel/text.ts";

/**
 * A wide table scrolls by itself where the window is too narrow for it, also with the keyboard (WCAG 2.1.1);
 * the page never does.
 */
export const Wide = (props: { label: Text; lang: Language; children: Child }) => (
  <section class="mc-scroll" tabindex={0} aria-label={props.label[props.lang]}>
    {props.children}
  </section>
);
