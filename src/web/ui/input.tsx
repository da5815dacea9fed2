import { type ControlProps, describedBy, FormGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

export type InputProps = ControlProps & {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | "search" | undefined;
  readonly inputmode?: "numeric" | "decimal" | "text" | "tel" | "email" | undefined;
  readonly autocomplete?: string | undefined;
  readonly width?: 2 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly longest?: number | undefined;
  readonly prefix?: Words | undefined;
  readonly suffix?: Words | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Spoken and spelt as capitals while it is typed; the server capitalises. */
  readonly capitals?: boolean | undefined;
};

/** One line of text. */
export function Input(props: InputProps) {
  const control = (
    <input
      class={classes(
        "govuk-input",
        props.error && "govuk-input--error",
        props.width && `govuk-input--width-${props.width}`,
        props.inputmode === "numeric" && "mc-input--figures",
        props.capitals && "mc-input--capitals",
      )}
      id={fieldId(props.name)}
      name={props.name}
      type={props.type ?? "text"}
      value={props.value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      autocapitalize={props.capitals ? "characters" : undefined}
      maxlength={props.longest}
      spellcheck={props.spellcheck}
      aria-describedby={describedBy(props)}
      aria-invalid={props.error ? "true" : undefined}
    />
  );
  return (
    <FormGroup {...props}>
      {props.prefix || props.suffix ? (
        <div class="govuk-input__wrapper">
          {props.prefix && (
            <div class="govuk-input__prefix" aria-hidden="true">
              {say(props.prefix, props.lang)}
            </div>
          )}
          {control}
          {props.suffix && (
            <div class="govuk-input__suffix" aria-hidden="true">
              {say(props.suffix, props.lang)}
            </div>
          )}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  );
}
