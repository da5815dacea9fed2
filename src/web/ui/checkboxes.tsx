import { type ControlProps, FieldsetGroup } from "./form-group.tsx";
import type { ChoiceOption } from "./radios.tsx";
import { classes, fieldId, say } from "./words.ts";

export type CheckboxesProps = ControlProps & {
  readonly options: readonly ChoiceOption[];
  readonly values?: readonly string[] | undefined;
  readonly small?: boolean | undefined;
};

/** Any number of choices; each ticked one is sent under the same name. */
export function Checkboxes(props: CheckboxesProps) {
  const id = fieldId(props.name);
  return (
    <FieldsetGroup {...props}>
      <div class={classes("govuk-checkboxes", props.small && "govuk-checkboxes--small")}>
        {props.options.map((option, at) => {
          const optionId = at === 0 ? id : `${id}-${at + 1}`;
          return (
            <>
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={optionId}
                  name={props.name}
                  type="checkbox"
                  value={option.value}
                  checked={props.values?.includes(option.value) ?? false}
                  aria-describedby={option.hint ? `${optionId}-item-hint` : undefined}
                />
                <label class="govuk-label govuk-checkboxes__label" for={optionId}>
                  {say(option.label, props.lang)}
                </label>
                {option.hint && (
                  <div class="govuk-hint govuk-checkboxes__hint" id={`${optionId}-item-hint`}>
                    {say(option.hint, props.lang)}
                  </div>
                )}
              </div>
              {option.conditional && (
                <div class="govuk-checkboxes__conditional mc-conditional">{option.conditional}</div>
              )}
            </>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
