import type { Child } from "hono/jsx";
import { type Instant, isoInstant, showInstant } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

export type TimelineEntry = {
  readonly title: Words;
  readonly at?: Instant | undefined;
  readonly by?: Words | undefined;
  readonly body?: Child;
  /** Still to come: shown hollow, said in words. */
  readonly ahead?: boolean | undefined;
  readonly tone?: "seal" | "warning" | undefined;
};

const AHEAD = { vi: "Chưa đến bước này", en: "Not reached yet" };

/** What happened to a dossier, newest or oldest first as the caller orders it. */
export function Timeline(props: { entries: readonly TimelineEntry[]; lang: Language; label?: Words }) {
  return (
    <ol class="mc-timeline" aria-label={say(props.label ?? { vi: "Quá trình giải quyết", en: "Progress" }, props.lang)}>
      {props.entries.map((entry) => (
        <li
          class={classes(
            "mc-timeline__entry",
            entry.ahead && "mc-timeline__entry--ahead",
            entry.tone && `mc-timeline__entry--${entry.tone}`,
          )}
        >
          <p class="mc-timeline__title">{say(entry.title, props.lang)}</p>
          <p class="mc-timeline__when">
            {entry.at !== undefined && <time datetime={isoInstant(entry.at)}>{showInstant(entry.at)}</time>}
            {entry.by && <span class="mc-timeline__by">{say(entry.by, props.lang)}</span>}
            {entry.ahead && entry.at === undefined && AHEAD[props.lang]}
          </p>
          {entry.body && <div class="mc-timeline__body">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}
