import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { step } from "../cite.ts";
import { citedTerm, getTerm } from "./sanction-term.ts";

/** Whether a fine may be imposed on the spot without a record, by the fine actually imposed. */
export const noRecordSanction = defineCalculation({
  name: "no-record-sanction",
  title: text("Xử phạt không lập biên bản", "Sanction without a record"),
  fields: {
    fine: { kind: "integer", needed: true, least: 0 },
    subject: { kind: "text", needed: true, oneOf: ["individual", "organisation"] },
    on: { kind: "date", needed: true },
  },
  reckon({ fine, subject, on }) {
    const row = getTerm(`nr-${subject}`, on);
    const [amount, limit] = [showDong(dong(fine)), showDong(dong(row.value))];
    const allowed = fine <= row.value;
    return {
      value: { allowed, limit: row.value },
      steps: () => [
        allowed
          ? step(
              "within-limit",
              `Mức phạt ${amount} không quá ${limit}: được xử phạt không lập biên bản.`,
              `The fine of ${amount} is not over ${limit}: no record is needed.`,
              true,
            )
          : step(
              "over-limit",
              `Mức phạt ${amount} vượt ${limit}: phải lập biên bản.`,
              `The fine of ${amount} is over ${limit}: a record must be made.`,
              false,
            ),
        step(
          "device-needs-record",
          "Vi phạm do phương tiện kỹ thuật phát hiện thì luôn phải lập biên bản (điều 56 khoản 2).",
          "A violation found by technical equipment always needs a record (article 56(2)).",
          null,
        ),
      ],
      citations: () => citedTerm(row),
    };
  },
});
