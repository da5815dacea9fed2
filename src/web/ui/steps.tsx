import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** How far the person has come: "Bước 2 trong 5". */
export function Steps(props: { step: number; of: number; title?: Words | undefined; lang: Language }) {
  const words = props.lang === "vi" ? `Bước ${props.step} trong ${props.of}` : `Step ${props.step} of ${props.of}`;
  return (
    <p class="mc-steps">
      <span class="mc-steps__words">
        {words}
        {props.title && <span class="mc-steps__title">{say(props.title, props.lang)}</span>}
      </span>
      <span class="mc-steps__bar" aria-hidden="true">
        {Array.from({ length: props.of }, (_, at) => (
          <span class={at < props.step ? "mc-steps__mark mc-steps__mark--done" : "mc-steps__mark"} />
        ))}
      </span>
    </p>
  );
}
