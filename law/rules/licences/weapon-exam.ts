import { defineCalculation, isAbsent } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { weaponExamMarks as marks } from "../../parameters/licences/conditions.ts";
import { citedAll, step } from "../cite.ts";

const shootsIn = (kind: unknown): boolean => kind === "military-gun" || kind === "sport-gun";

/** Result of the exam for using weapons or support tools, or keeping a store. */
export const weaponExam = defineCalculation({
  name: "weapon-exam",
  title: text("Kết quả sát hạch sử dụng vũ khí, công cụ hỗ trợ", "Result of the exam for weapons and support tools"),
  fields: {
    kind: { kind: "text", needed: true, oneOf: ["military-gun", "sport-gun", "support-tool", "store-keeper"] },
    theory: { kind: "integer", needed: true, least: 0, most: marks.questions },
    practical: { kind: "text", needed: true, oneOf: ["pass", "fail"] },
    liveFire: { kind: "integer", least: 0, most: marks.points },
  },
  lacks: ({ kind, liveFire }) => (shootsIn(kind) && isAbsent(liveFire) ? "liveFire" : null),
  reckon({ kind, theory, practical, liveFire }) {
    const shoots = shootsIn(kind);
    const points = shoots ? (liveFire ?? 0) : null;
    const failed = [
      ...(theory < marks.theoryLeast ? ["theory"] : []),
      ...(practical === "fail" ? ["practical"] : []),
      ...(points !== null && points < marks.liveFireLeast ? ["live-fire"] : []),
    ];
    return {
      value: { result: failed.length === 0 ? "pass" : "fail", failed },
      steps: () => [
        step(
          "theory",
          `Lý thuyết: ${theory}/${marks.questions} câu đúng, phải đạt từ ${marks.theoryLeast} câu.`,
          `Theory: ${theory} of ${marks.questions}; at least ${marks.theoryLeast} are needed.`,
          theory >= marks.theoryLeast,
        ),
        practical === "pass"
          ? step("practical", "Thực hành: đạt.", "Practical part: passed.", true)
          : step("practical", "Thực hành: không đạt.", "Practical part: failed.", false),
        ...(points === null
          ? []
          : [
              step(
                "live-fire",
                `Bắn đạn thật: ${points} điểm, phải đạt từ ${marks.liveFireLeast} điểm.`,
                `Live fire: ${points} points; at least ${marks.liveFireLeast} are needed.`,
                points >= marks.liveFireLeast,
              ),
            ]),
      ],
      citations: () => citedAll(marks),
    };
  },
});
