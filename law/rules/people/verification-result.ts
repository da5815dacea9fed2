import { defineCalculation } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { citation, step } from "../cite.ts";
import { houseRule } from "./house-rules.ts";

const ANSWERS = ["match", "no-match", "partial-match", "no-data", "timeout", "unavailable", "not-granted"] as const;
type Answer = (typeof ANSWERS)[number];

/** What is kept with the dossier of an answer of the population register. A failure is never kept as a mismatch. */
export const verificationResult = defineCalculation({
  name: "verification-result",
  title: text("Kết quả xác thực với cơ sở dữ liệu dân cư", "Result of a check against the population register"),
  fields: { answer: { kind: "text", needed: true, oneOf: ANSWERS } },
  reckon({ answer }) {
    const { result, vi, en } = RESULTS[answer];
    return {
      value: { result, filingBlocked: false },
      steps: () => [
        step("result", vi, en, result),
        step(
          "filing-goes-on",
          "Hồ sơ vẫn được nộp: kết quả xác thực tự nó không ngăn việc nộp.",
          "The filing goes on: the register alone never stops it.",
          false,
        ),
      ],
      citations: () => [citation("26/2023/QH15", "10, 11"), houseRule("kết quả xác thực")],
    };
  },
});

const FAILED = "là lỗi kết nối, không phải không khớp; làm thủ công và hỏi lại sau.";
const FAILED_EN = "a failure, not a mismatch; go on by hand and ask again later.";
const RESULTS: { readonly [answer in Answer]: { readonly result: string; readonly vi: string; readonly en: string } } =
  {
    match: { result: "match", vi: "Thông tin khớp.", en: "The data agree." },
    "no-match": {
      result: "no-match",
      vi: "Thông tin không khớp: cán bộ xem xét.",
      en: "The data do not agree: an officer looks.",
    },
    "partial-match": {
      result: "partial-match",
      vi: "Thông tin khớp một phần: cán bộ xem xét.",
      en: "The data agree in part: an officer looks.",
    },
    "no-data": { result: "absent", vi: "Cơ sở dữ liệu chưa có thông tin.", en: "The register holds nothing of it." },
    timeout: { result: "error", vi: `Quá thời gian chờ: ${FAILED}`, en: `No answer in time: ${FAILED_EN}` },
    unavailable: { result: "error", vi: `Không kết nối được: ${FAILED}`, en: `Not reachable: ${FAILED_EN}` },
    "not-granted": { result: "error", vi: `Chưa được cấp quyền: ${FAILED}`, en: `Not granted: ${FAILED_EN}` },
  };
