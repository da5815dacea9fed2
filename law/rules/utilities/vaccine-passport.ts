import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { vaccinePassport as passport, VACCINE_KEYS, vaccines } from "../../parameters/utilities/vaccination.ts";
import { citedAll, step } from "../cite.ts";

/** Whether a vaccine passport is issued: the full course of a vaccine on the list. */
export const vaccinePassport = defineCalculation({
  name: "vaccine-passport",
  title: text("Hộ chiếu vắc xin", "Vaccine passport"),
  fields: {
    vaccine: { kind: "text", needed: true, oneOf: VACCINE_KEYS },
    doses: { kind: "integer", needed: true, least: 0 },
    on: { kind: "date", needed: true },
  },
  reckon({ vaccine: key, doses, on }) {
    if (on < passport.from) throw new RefusedInput("not-in-force", "on");
    const vaccine = vaccines().get(key);
    if (!vaccine)
      return {
        value: { issued: false, reason: "vaccine-not-accepted" },
        steps: () => [
          step(
            "vaccine-not-accepted",
            "Vắc xin không thuộc danh mục được chấp nhận.",
            "The vaccine is not on the list.",
            false,
          ),
        ],
        citations: () => citedAll(passport),
      };
    const issued = doses >= vaccine.course;
    return {
      value: { issued, reason: issued ? null : "course-not-complete" },
      steps: () => [
        step(
          "vaccine-accepted",
          `${vaccine.name} thuộc danh mục được chấp nhận, liệu trình ${vaccine.course} mũi.`,
          `${vaccine.name} is on the list, with a course of ${vaccine.course}.`,
          true,
        ),
        issued
          ? step("course-complete", `Đã tiêm ${doses} mũi: đủ liệu trình.`, `Doses: ${doses}, the full course.`, true)
          : step(
              "course-not-complete",
              `Đã tiêm ${doses} mũi: chưa đủ liệu trình.`,
              `Doses: ${doses}, not the full course.`,
              false,
            ),
      ],
      citations: () => citedAll(vaccine),
    };
  },
});
