import { raw } from "hono/html";
import { escapeToBuffer } from "hono/utils/html";
import type { Language } from "../../kernel/text.ts";
import { type ControlProps, describedBy, FormGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

export type SelectOption = {
  readonly value: string;
  readonly label: Words;
  /** A heading in the list; options of one group follow each other. */
  readonly group?: Words | undefined;
};
export type SelectProps = ControlProps & {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  /** The words of the empty first choice. */
  readonly empty?: Words | undefined;
  readonly autocomplete?: string | undefined;
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
};

const CHOOSE = { vi: "Chọn", en: "Choose" };

/** A list to choose one from. */
export function Select(props: SelectProps) {
  return (
    <FormGroup {...props}>
      <select
        class={classes("govuk-select", props.error && "govuk-select--error")}
        id={fieldId(props.name)}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error ? "true" : undefined}
        {...props.data}
      >
        <option value="">{say(props.empty ?? CHOOSE, props.lang)}</option>
        {raw(optionsOf(props.options, props.value, props.lang))}
      </select>
    </FormGroup>
  );
}

/** Written as text: a list of communes has hundreds, and an element each would be most of the page's work. */
function optionsOf(options: readonly SelectOption[], chosen: string | undefined, lang: Language): string {
  const markup: [string] = [""];
  let group = "";
  for (const option of options) {
    const next = option.group ? say(option.group, lang) : "";
    if (next !== group) {
      if (group !== "") markup[0] += "</optgroup>";
      if (next !== "") {
        markup[0] += '<optgroup label="';
        escapeToBuffer(next, markup);
        markup[0] += '">';
      }
      group = next;
    }
    markup[0] += '<option value="';
    escapeToBuffer(option.value, markup);
    markup[0] += option.value === chosen ? '" selected="">' : '">';
    escapeToBuffer(say(option.label, lang), markup);
    markup[0] += "</option>";
  }
  if (group !== "") markup[0] += "</optgroup>";
  return markup[0];
}
