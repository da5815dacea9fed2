import { type ControlProps, describedBy, FormGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

export type SelectOption = { readonly value: string; readonly label: Words };
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
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {say(option.label, props.lang)}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
