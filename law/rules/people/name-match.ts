import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { compareNames, type NameVerdict } from "../../../src/kernel/name.ts";
import { text } from "../../../src/kernel/text.ts";
import { step } from "../cite.ts";
import { houseRule } from "./house-rules.ts";

/** How alike two Vietnamese names are, and whether that is enough without an officer. */
export const nameMatch = defineCalculation({
  name: "name-match",
  title: text("So khớp họ tên", "Comparing two names"),
  fields: {
    a: { kind: "text", needed: true },
    b: { kind: "text", needed: true },
    bSource: { kind: "text", oneOf: ["person", "mrz", "bank"] },
  },
  reckon({ a, b, bSource }) {
    // A machine-readable zone writes its spaces as fillers.
    const verdict = compareNames(a, bSource === "mrz" ? b.replace(/</g, " ") : b);
    const withoutMarks = bSource === "mrz" || bSource === "bank";
    const automatic =
      verdict === "exact" || verdict === "equivalent" || (verdict === "diacritics-missing" && withoutMarks);
    return {
      value: { verdict, automatic },
      steps: () => [
        step("verdict", ...VERDICTS[verdict], verdict),
        step(
          "automatic",
          automatic ? "Được chấp nhận tự động." : "Không chấp nhận tự động: cán bộ xem xét.",
          automatic ? "Taken without an officer." : "Not taken automatically: an officer looks.",
          automatic,
        ),
      ],
      citations: () => [houseRule("so khớp họ tên")],
    };
  },
});

const VERDICTS: { readonly [verdict in NameVerdict]: readonly [string, string] } = {
  exact: ["Hai tên giống hệt nhau.", "The two names are the same, character by character."],
  equivalent: [
    "Chỉ khác cách mã hóa, chữ hoa, khoảng trắng hoặc vị trí dấu thanh.",
    "Only encoding, case, spaces or the place of the tone mark differ.",
  ],
  "diacritics-missing": [
    "Một bên viết không dấu, bỏ dấu thì trùng nhau.",
    "One of them is written without any mark; without marks they are equal.",
  ],
  similar: [
    "Gần giống: i hoặc y, lệch một chữ cái, hoặc khác thứ tự từ.",
    "Nearly alike: i or y, one letter, or another order of the words.",
  ],
  different: ["Là hai tên khác nhau.", "They are two different names."],
};
