import { defineCalculation, readDate, readInstant } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { LIMIT_UNITS } from "../../parameters/terms/limits.ts";
import { citation, step } from "../cite.ts";
import { endOfDays, endOfHours } from "./count.ts";

/** End of a time limit by the common calendar (Civil Code 2015, art. 145–148). */
export const deadline = defineCalculation({
  name: "deadline",
  title: text("Thời hạn", "Time limit"),
  fields: {
    from: { kind: "text", needed: true },
    count: { kind: "integer", needed: true, least: 1 },
    unit: { kind: "text", needed: true, oneOf: LIMIT_UNITS },
  },
  reckon({ from, count, unit }) {
    const inHours = unit === "working-hour" || unit === "hour";
    const ended = inHours
      ? endOfHours(readInstant(from, "from"), { count, unit }, "from")
      : endOfDays(readDate(from, "from"), { count, unit }, "from");
    return {
      value: { due: ended.due, provisional: ended.provisional },
      steps: () => [
        step(
          "first-day-not-counted",
          "Ngày đầu không tính; giờ tính từ thời điểm bắt đầu.",
          "The first day is not counted; hours run from the moment.",
          from,
        ),
        ...ended.steps(),
        step("due", "Thời điểm kết thúc thời hạn.", "The end of the time limit.", ended.due),
      ],
      citations: () => [citation("91/2015/QH13", "145–148")],
    };
  },
});
