import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { FIRST_PART_PERCENT, INSTALMENT_MONTHS } from "../../parameters/traffic/index.ts";
import { step } from "../cite.ts";
import { citedTerm, getTerm } from "./sanction-term.ts";

/** Whether a fine is high enough to be paid in parts; the hardship itself is confirmed by the commune. */
export const instalment = defineCalculation({
  name: "instalment",
  title: text("Nộp tiền phạt nhiều lần", "Paying a fine in parts"),
  fields: {
    fine: { kind: "integer", needed: true, least: 0 },
    subject: { kind: "text", needed: true, oneOf: ["individual", "organisation"] },
    on: { kind: "date", needed: true },
  },
  reckon({ fine, subject, on }) {
    const threshold = getTerm(`instalment-${subject}`, on);
    const parts = getTerm("instalment-terms", on);
    const eligible = fine >= threshold.value;
    const firstPartMin = Number((BigInt(fine) * BigInt(FIRST_PART_PERCENT) + 50n) / 100n);
    const least = showDong(dong(threshold.value));
    return {
      value: { eligible, threshold: threshold.value, maxParts: parts.value, firstPartMin },
      steps: () => [
        eligible
          ? step(
              "reaches-threshold",
              `Tiền phạt từ ${least} trở lên: được đề nghị nộp nhiều lần nếu khó khăn đặc biệt được xác nhận.`,
              `The fine reaches ${least}: parts may be asked for where special hardship is confirmed.`,
              true,
            )
          : step(
              "below-threshold",
              `Tiền phạt dưới ${least}: phải nộp một lần.`,
              `The fine is below ${least}: it is paid at once.`,
              false,
            ),
        step(
          "parts",
          `Tối đa ${parts.value} lần trong ${INSTALMENT_MONTHS} tháng, lần đầu ít nhất ${FIRST_PART_PERCENT}%: ${showDong(dong(firstPartMin))}.`,
          `At most ${parts.value} parts in ${INSTALMENT_MONTHS} months, the first at least ${FIRST_PART_PERCENT}%: ${showDong(dong(firstPartMin))}.`,
          firstPartMin,
        ),
      ],
      citations: () => [...citedTerm(threshold), ...citedTerm(parts)],
    };
  },
});
