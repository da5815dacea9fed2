import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

/** One figure of an answer: an amount, a day, a number of points. */
export type Figured = {
  readonly label: Words;
  readonly value: Words;
  readonly note?: Words | undefined;
  /** The figure people came for stands first and large. */
  readonly main?: boolean | undefined;
};

/** What a calculation came to, large enough to be read across a table. */
export const Outcome = (props: { title: Words; figures: readonly Figured[]; lang: Language; children?: Child }) => (
  <section class="mc-outcome" aria-labelledby="outcome-title">
    <h2 class="mc-outcome__title" id="outcome-title">
      {say(props.title, props.lang)}
    </h2>
    {props.figures.length > 0 && (
      <dl class="mc-outcome__figures">
        {props.figures.map((figure) => (
          <div class={classes("mc-outcome__figure", figure.main && "mc-outcome__figure--main")}>
            <dt class="mc-outcome__label">{say(figure.label, props.lang)}</dt>
            <dd class="mc-outcome__value">
              {say(figure.value, props.lang)}
              {figure.note && <span class="mc-outcome__note">{say(figure.note, props.lang)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    )}
    {props.children}
  </section>
);
