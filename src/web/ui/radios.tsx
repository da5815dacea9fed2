import type { Child } from "hono/jsx";
import { type ControlProps, FieldsetGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

export type ChoiceOption = {
  readonly value: string;
  readonly label: Words;
  readonly hint?: Words | undefined;
  /** Questions asked only with this choice; shown by style sheet, so without script as well. */
  readonly conditional?: Child;
};
export type RadiosProps = ControlProps & {
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
};

/** One choice of a few. The first option carries the id of the answer, so that the error summary leads there. */
export function Radios(props: RadiosProps) {
  const id = fieldId(props.name);
  return (
    <FieldsetGroup {...props}>
      <div
        class={classes("govuk-radios", props.inline && "govuk-radios--inline", props.small && "govuk-radios--small")}
      >
        {props.options.map((option, at) => {
          const optionId = at === 0 ? id : `${id}-${at + 1}`;
          return (
            <>
              <div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  id={optionId}
                  name={props.name}
                  type="radio"
                  value={option.value}
                  checked={option.value === props.value}
                  aria-describedby={option.hint ? `${optionId}-item-hint` : undefined}
                />
                <label class="govuk-label govuk-radios__label" for={optionId}>
                  {say(option.label, props.lang)}
                </label>
                {option.hint && (
                  <div class="govuk-hint govuk-radios__hint" id={`${optionId}-item-hint`}>
                    {say(option.hint, props.lang)}
                  </div>
                )}
              </div>
              {option.conditional && <div class="govuk-radios__conditional mc-conditional">{option.conditional}</div>}
            </>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
