import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { comparePartialDates, type PartialDate, parsePartialDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { step } from "../cite.ts";
import { houseRule } from "./house-rules.ts";

const SHAPE = /^(?:(?:\d{2}\/)?\d{2}\/)?\d{4}$/;

/** Whether a birth date given agrees with the one on record, either of which may be only in part known. */
export const birthDateMatch = defineCalculation({
  name: "birth-date-match",
  title: text("So khớp ngày sinh", "Comparing two birth dates"),
  fields: { given: { kind: "text", needed: true }, recorded: { kind: "text", needed: true } },
  reckon({ given, recorded }) {
    if (!SHAPE.test(given)) throw new RefusedInput("invalid-format", "given");
    if (!SHAPE.test(recorded)) throw new RefusedInput("invalid-format", "recorded");
    const verdict = comparePartialDates(readPartialDate(given, "given"), readPartialDate(recorded, "recorded"));
    return {
      value: { verdict },
      steps: () => [
        step(
          "known-parts",
          `${SENTENCES[verdict][0]} (${given}; ${recorded})`,
          `${SENTENCES[verdict][1]} (${given}; ${recorded})`,
          verdict,
        ),
      ],
      citations: () => [houseRule("so khớp ngày sinh")],
    };
  },
});

function readPartialDate(value: string, field: string): PartialDate {
  const date = parsePartialDate(value);
  if (!date) throw new RefusedInput("invalid-date", field);
  return date;
}

const SENTENCES = {
  match: ["Hai ngày sinh trùng nhau.", "The two birth dates are equal."],
  "partial-match": [
    "Phần cả hai bên đều biết thì trùng nhau, phần còn lại thiếu.",
    "What both know is equal; the rest is missing.",
  ],
  "no-match": ["Có phần không trùng nhau.", "A part differs."],
} as const;
