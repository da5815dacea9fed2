import type { Text } from "../../kernel/text.ts";
import { type ControlProps, FieldsetGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

/** Parts as typed; kept as text so that a wrong entry comes back as it was. */
export type DateParts = {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly year?: string | undefined;
};
export type DatePart = "day" | "month" | "year" | "time";
export type DateInputProps = ControlProps & {
  readonly value?: DateParts | undefined;
  /** The boxes in error; all of them where there is an error and none is named. */
  readonly wrong?: readonly DatePart[] | undefined;
  /** A birth date gets the browser's own help. */
  readonly birth?: boolean | undefined;
};

const BOXES = [
  { part: "day", label: { vi: "Ngày", en: "Day" }, width: 2 },
  { part: "month", label: { vi: "Tháng", en: "Month" }, width: 2 },
  { part: "year", label: { vi: "Năm", en: "Year" }, width: 4 },
] as const satisfies readonly { part: DatePart; label: Text; width: number }[];

const EXAMPLE = { vi: "Ví dụ: 23 11 2026", en: "For example: 23 11 2026" };
const PARTIAL = {
  vi: "Không rõ ngày hoặc tháng thì để trống. Ví dụ: chỉ điền năm 1956",
  en: "Leave the day or month empty if it is not known. For example: only the year 1956",
};
const TIME = { vi: "Giờ:phút", en: "Hour:minute" };

function Box(props: {
  name: string;
  part: DatePart;
  label: Words;
  width: number;
  value?: string | undefined;
  wrong: boolean;
  autocomplete?: string | undefined;
  parent: DateInputProps;
}) {
  const name = `${props.name}.${props.part}`;
  return (
    <div class="govuk-date-input__item">
      <label class="govuk-label govuk-date-input__label" for={fieldId(name)}>
        {say(props.label, props.parent.lang)}
      </label>
      <input
        class={classes(
          "govuk-input govuk-date-input__input",
          `govuk-input--width-${props.width}`,
          props.wrong && "govuk-input--error",
        )}
        id={fieldId(name)}
        name={name}
        type="text"
        inputmode={props.part === "time" ? undefined : "numeric"}
        value={props.value}
        autocomplete={props.autocomplete}
        aria-invalid={props.wrong ? "true" : undefined}
        data-date-part={props.part}
      />
    </div>
  );
}

function Boxes(props: DateInputProps & { time?: string | undefined; withTime?: boolean }) {
  const isWrong = (part: DatePart) => Boolean(props.error) && (!props.wrong?.length || props.wrong.includes(part));
  return (
    <FieldsetGroup {...props}>
      <div class="govuk-date-input" data-date>
        {BOXES.map(({ part, label, width }) => (
          <Box
            name={props.name}
            part={part}
            label={label}
            width={width}
            value={props.value?.[part]}
            wrong={isWrong(part)}
            autocomplete={props.birth ? `bday-${part}` : undefined}
            parent={props}
          />
        ))}
        {props.withTime && (
          <Box
            name={props.name}
            part="time"
            label={TIME}
            width={5}
            value={props.time}
            wrong={isWrong("time")}
            parent={props}
          />
        )}
      </div>
    </FieldsetGroup>
  );
}

/** A legal day in three boxes, `<name>.day|month|year`. A whole date pasted into the first box is spread by script. */
export const DateInput = (props: DateInputProps) => <Boxes {...props} hint={props.hint ?? EXAMPLE} />;

/** A date of which the day, or day and month, may be unknown: the same boxes, empties allowed. */
export const PartialDateInput = (props: DateInputProps) => <Boxes {...props} hint={props.hint ?? PARTIAL} />;

/** A day and a time of day, `<name>.day|month|year|time`, the time as `HH:mm` on a 24-hour clock. */
export const DateTimeInput = (props: DateInputProps & { time?: string | undefined }) => (
  <Boxes
    {...props}
    hint={props.hint ?? { vi: "Ví dụ: 23 11 2026, 22:30", en: "For example: 23 11 2026, 22:30" }}
    withTime
  />
);
