import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** What a status means for the reader, from which its colour follows; the words always say it as well. */
export type Tone = "neutral" | "waiting" | "progress" | "attention" | "done" | "refused";

/** A status in a word or two. */
export const Tag = (props: { label: Words; tone?: Tone | undefined; lang: Language }) => (
  <strong class={`govuk-tag mc-tag--${props.tone ?? "neutral"}`}>{say(props.label, props.lang)}</strong>
);
