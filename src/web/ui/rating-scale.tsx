import type { ControlProps } from "./form-group.tsx";
import { FieldsetGroup } from "./form-group.tsx";
import { fieldId } from "./words.ts";

/** The five levels of satisfaction, from best to worst, as the survey of public service satisfaction words them. */
export const RATINGS = [
  { value: "5", label: { vi: "Rất hài lòng", en: "Very satisfied" } },
  { value: "4", label: { vi: "Hài lòng", en: "Satisfied" } },
  { value: "3", label: { vi: "Bình thường", en: "Neither satisfied nor dissatisfied" } },
  { value: "2", label: { vi: "Không hài lòng", en: "Dissatisfied" } },
  { value: "1", label: { vi: "Rất không hài lòng", en: "Very dissatisfied" } },
] as const;

/** One question of a survey, answered on five levels in words. */
export function RatingScale(props: ControlProps & { value?: string | undefined }) {
  const id = fieldId(props.name);
  return (
    <FieldsetGroup {...props} class="mc-rating">
      <div class="govuk-radios mc-rating__levels">
        {RATINGS.map((rating, at) => {
          const optionId = at === 0 ? id : `${id}-${at + 1}`;
          return (
            <div class="govuk-radios__item mc-rating__level">
              <input
                class="govuk-radios__input"
                id={optionId}
                name={props.name}
                type="radio"
                value={rating.value}
                checked={rating.value === props.value}
              />
              <label class="govuk-label govuk-radios__label" for={optionId}>
                {rating.label[props.lang]}
              </label>
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
