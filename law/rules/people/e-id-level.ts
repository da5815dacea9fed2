import { defineCalculation, isAbsent, RefusedInput } from "../../../src/engine/definition/index.ts";
import { covers } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { eIdLevels } from "../../parameters/people/e-identity.ts";
import { citation, cited, step } from "../cite.ts";

/** Which levels of electronic identity a person may have, by age and the paper held. */
export const eIdLevel = defineCalculation({
  name: "e-id-level",
  title: text("Mức độ tài khoản định danh điện tử", "Levels of electronic identity"),
  fields: {
    applicant: { kind: "text", needed: true, oneOf: ["citizen", "foreigner", "organisation"] },
    age: { kind: "integer", least: 0 },
    document: {
      kind: "text",
      needed: true,
      oneOf: ["identity-card", "permanent-residence-card", "temporary-residence-card", "none"],
    },
    on: { kind: "date", needed: true },
  },
  lacks: ({ applicant, age }) => (applicant !== "organisation" && isAbsent(age) ? "age" : null),
  reckon({ applicant, age, document, on }) {
    const years = applicant === "organisation" || age === undefined ? null : age;
    const inForce = eIdLevels.filter((row) => covers(row, on));
    if (inForce.length === 0) throw new RefusedInput("not-in-force", "on");
    if (years === null)
      return {
        value: { levels: [] },
        steps: () => [
          step(
            "organisation",
            "Tổ chức có một loại tài khoản, không chia mức độ.",
            "An organisation has one kind of account, without level.",
            [],
          ),
        ],
        citations: () => [citation("69/2024/NĐ-CP", "7")],
      };
    const row = inForce.find(
      (one) =>
        one.applicant === applicant &&
        one.documents.some((held) => held === document) &&
        one.least <= years &&
        (one.most === null || years <= one.most),
    );
    const levels = row?.levels ?? [];
    return {
      value: { levels },
      steps: () => [
        row
          ? step(
              "levels",
              `${years} tuổi, có giấy tờ phù hợp: mức độ ${levels.join(", ")}.`,
              `Age ${years}, with the right paper: level ${levels.join(", ")}.`,
              levels,
            )
          : step(
              "no-document",
              applicant === "citizen"
                ? "Công dân cần có thẻ căn cước mới được cấp tài khoản."
                : "Người nước ngoài cần có thẻ thường trú hoặc thẻ tạm trú mới được cấp tài khoản.",
              applicant === "citizen"
                ? "A citizen needs an identity card."
                : "A foreigner needs a permanent or temporary residence card.",
              levels,
            ),
      ],
      citations: () => [row ? cited(row) : citation("69/2024/NĐ-CP", "7")],
    };
  },
});
