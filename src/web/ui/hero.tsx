import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** The gateway of the mark, large and quiet, with light falling through its open leaf. */
const Door = () => (
  <svg
    class="mc-hero__door"
    viewBox="0 0 520 400"
    preserveAspectRatio="xMaxYMax meet"
    aria-hidden="true"
    focusable="false"
  >
    <defs>
      <linearGradient id="mc-light" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="#e9cd84" stop-opacity=".05" />
        <stop offset="1" stop-color="#e9cd84" stop-opacity=".5" />
      </linearGradient>
    </defs>
    <path
      d="M14 148C112 138 200 92 260 30c60 62 148 108 246 118l-22 42c-86-10-160-42-224-94-64 52-138 84-224 94z"
      fill="#e9cd84"
      opacity=".3"
    />
    <path d="M112 226h296v174h-46V272H158v128h-46z" fill="#fdfbf6" opacity=".12" />
    <path d="M158 272h204v128H158z" fill="url(#mc-light)" />
    <path d="M158 272v128h92V296z" fill="#e0694f" opacity=".55" />
    <circle cx="236" cy="350" r="5" fill="#e9cd84" opacity=".8" />
  </svg>
);

/** The first words of the front page, usually with the search below them. */
export const Hero = (props: { title: Words; lead?: Words | undefined; lang: Language; children?: Child }) => (
  <div class="mc-hero">
    <Door />
    <div class="govuk-width-container">
      <div class="mc-hero__content">
        <h1 class="mc-hero__title">{say(props.title, props.lang)}</h1>
        {props.lead && <p class="mc-hero__lead">{say(props.lead, props.lang)}</p>}
        {props.children}
      </div>
    </div>
  </div>
);
