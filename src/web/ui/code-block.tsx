import type { Language } from "../../kernel/text.ts";
import { classes, say, type Words } from "./words.ts";

const COPY = { vi: "Sao chép", en: "Copy" };
const COPIED = { vi: "Đã sao chép", en: "Copied" };

/**
 * A code people read aloud, write down or copy; a `long` one is for machines and stands in smaller letters. The copy
 * button appears only where script runs.
 */
export function CodeBlock(props: {
  code: string;
  label: Words;
  lang: Language;
  copy?: boolean | undefined;
  long?: boolean | undefined;
}) {
  return (
    <div class={classes("mc-code", props.long && "mc-code--long")}>
      <span class="mc-code__label">{say(props.label, props.lang)}</span>
      <code class="mc-code__value">{props.code}</code>
      {props.copy !== false && (
        <button class="mc-code__copy" type="button" hidden data-copy={props.code} data-copied={COPIED[props.lang]}>
          {COPY[props.lang]}
          <span class="govuk-visually-hidden"> {say(props.label, props.lang)}</span>
        </button>
      )}
    </div>
  );
}
