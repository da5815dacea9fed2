import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

export type Figure = {
  readonly label: Words;
  readonly value: string;
  readonly href?: string | undefined;
  readonly tone?: "late" | "soon" | undefined;
};

/** Longer figures, such as sums of money, need the width of two. */
const SHORT = 7;

/** A few counts at the head of a work page; each leads to the list it counts. */
export const Figures = (props: { figures: readonly Figure[]; lang: Language }) => (
  <ul class={classes("mc-figures", props.figures.some(({ value }) => value.length > SHORT) && "mc-figures--long")}>
    {props.figures.map((figure) => (
      <li class={classes("mc-figures__figure", figure.tone && `mc-figures__figure--${figure.tone}`)}>
        <span class="mc-figures__value">{figure.value}</span>
        {figure.href ? (
          <a class="govuk-link mc-figures__label" href={figure.href}>
            {say(figure.label, props.lang)}
          </a>
        ) : (
          <span class="mc-figures__label">{say(figure.label, props.lang)}</span>
        )}
      </li>
    ))}
  </ul>
);
