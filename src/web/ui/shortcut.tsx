import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** A key that does what a link or button does; a hint beside it, never the only way. */
export const Shortcut = (props: { keys: readonly string[]; does: Words; lang: Language }) => (
  <span class="mc-shortcut">
    {props.keys.map((key) => (
      <kbd class="mc-shortcut__key">{key}</kbd>
    ))}
    <span>{say(props.does, props.lang)}</span>
  </span>
);
