import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { covers, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { text } from "../../../src/kernel/text.ts";
import { type Competence, competences, TITLES } from "../../parameters/traffic/index.ts";
import { citation, cited, step } from "../cite.ts";

const SUBJECTS = ["individual", "organisation"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The lowest title that may decide a fine, by the most its bracket allows (Law 15/2012/QH13, art. 52). */
export const sanctionCompetence = defineCalculation({
  name: "sanction-competence",
  title: text("Thẩm quyền xử phạt", "Competence to sanction"),
  fields: {
    bracketMax: { kind: "integer", needed: true, least: 0 },
    subject: { kind: "text", needed: true, oneOf: SUBJECTS },
    on: { kind: "date", needed: true },
  },
  reckon({ bracketMax, subject, on }) {
    const titles = titlesOn(on);
    if (titles.length === 0) throw new RefusedInput("no-rate-for-date", "on");
    const found = titles.find((row) => row[subject] >= bracketMax) ?? null;
    const [first] = titles;
    return {
      value: { title: found?.title ?? null, limit: found?.[subject] ?? null },
      steps: () => [
        step(
          "by-bracket-maximum",
          `Thẩm quyền xét theo mức tối đa của khung phạt: ${showDong(dong(bracketMax))}.`,
          `Competence goes by the maximum of the bracket: ${showDong(dong(bracketMax))}.`,
          bracketMax,
        ),
        found
          ? step(
              "lowest-title",
              `${TITLES[found.title].vi}: phạt đến ${showDong(dong(found[subject]))} đối với ${SUBJECT_NAMES[subject].vi}.`,
              `${TITLES[found.title].en}: up to ${showDong(dong(found[subject]))} for ${SUBJECT_NAMES[subject].en}.`,
              found.title,
            )
          : step(
              "nobody-competent",
              "Không chức danh nào trong lĩnh vực này được phạt đến mức đó.",
              "No title of this field may impose that much.",
              null,
            ),
      ],
      citations: () => [
        ...[found ?? first].filter((row) => row !== undefined).map(cited),
        ...(found?.amendedBy ? [citation(found.amendedBy.source, found.amendedBy.article)] : []),
        citation("15/2012/QH13", "52"),
      ],
    };
  },
});

const SUBJECT_NAMES = {
  individual: text("cá nhân", "an individual"),
  organisation: text("tổ chức", "an organisation"),
};

/** Who may impose what on a day, from the lowest title up; empty where no row holds. */
export const titlesOn = (on: PlainDate): readonly Competence[] => competences().filter((row) => covers(row, on));
