import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

export type Card = {
  readonly title: Words;
  readonly href: string;
  readonly body?: Words | undefined;
  readonly note?: Child;
};

/** Things to choose from, each a link with a sentence: procedures, fields, ways to go on. */
export const Cards = (props: {
  cards: readonly Card[];
  lang: Language;
  level?: 2 | 3 | undefined;
  wide?: boolean | undefined;
}) => {
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <ul class={classes("mc-cards", props.wide && "mc-cards--wide")}>
      {props.cards.map((card) => (
        <li class="mc-cards__card">
          <Heading class="mc-cards__title">
            <a class="mc-cards__link" href={card.href}>
              {say(card.title, props.lang)}
            </a>
          </Heading>
          {card.body && <p class="mc-cards__body">{say(card.body, props.lang)}</p>}
          {card.note && <div class="mc-cards__note">{card.note}</div>}
        </li>
      ))}
    </ul>
  );
};
