import { type ControlProps, describedBy, FormGroup } from "./form-group.tsx";
import { classes, fieldId } from "./words.ts";

/** Several lines of text. `longest` is enforced by the server; the browser does not cut what people paste. */
export function Textarea(props: ControlProps & { value?: string | undefined; lines?: number | undefined }) {
  return (
    <FormGroup {...props}>
      <textarea
        class={classes("govuk-textarea", props.error && "govuk-textarea--error")}
        id={fieldId(props.name)}
        name={props.name}
        rows={props.lines ?? 5}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error ? "true" : undefined}
      >
        {props.value ?? ""}
      </textarea>
    </FormGroup>
  );
}
