import type { Language } from "../../kernel/text.ts";
import { say, type Words } from "./words.ts";

/** The box that ticks a row of a list; its label is said, not shown, because the row names it. */
export const Pick = (props: {
  name: string;
  value: string;
  label: Words;
  lang: Language;
  checked?: boolean | undefined;
  form?: string | undefined;
}) => (
  <input
    class="mc-pick"
    type="checkbox"
    name={props.name}
    value={props.value}
    checked={props.checked}
    form={props.form}
    aria-label={say(props.label, props.lang)}
  />
);
