import { defineCalculation, isAbsent, RefusedInput } from "../../../src/engine/definition/index.ts";
import { text } from "../../../src/kernel/text.ts";
import { getSealProcedure, SEAL_PAPERS, type SealPaper } from "../../parameters/licences/seals.ts";
import { citation, citedAll, step } from "../cite.ts";

const ORGANISATIONS = [
  "state-body",
  "armed-unit",
  "party-or-front",
  "union",
  "association",
  "fund",
  "religious-body",
  "foreign-organisation",
  "special-law-enterprise",
  "company",
] as const;
const PROCEDURES = ["new", "re-register", "additional", "relief", "certificate"] as const;
const REASONS = ["worn", "damaged", "material-changed", "reorganised", "renamed", "lost"] as const;

/** Whether a seal registration file is in scope and complete. The letter of introduction is checked on the person. */
export const sealFile = defineCalculation({
  name: "seal-file",
  title: text("Hồ sơ đăng ký mẫu con dấu", "Seal registration file"),
  fields: {
    organisation: { kind: "text", needed: true, oneOf: ORGANISATIONS },
    procedure: { kind: "text", needed: true, oneOf: PROCEDURES },
    reason: { kind: "text", oneOf: REASONS },
    papers: { kind: "list", needed: true, of: { kind: "text", oneOf: SEAL_PAPERS } },
  },
  lacks: ({ procedure, reason }) => (procedure === "re-register" && isAbsent(reason) ? "reason" : null),
  reckon({ organisation, procedure, reason, papers }) {
    const inScope = organisation !== "company";
    const wanted = procedureOf(procedure, reason);
    const missing = wanted.papers.filter((paper) => !papers.includes(paper));
    const complete = missing.length === 0;
    return {
      value: { inScope, refusal: inScope ? null : "enterprise-decides-own-seal", complete, missing },
      steps: () => [
        inScope
          ? step(
              "registers-seal",
              "Cơ quan, tổ chức thuộc diện đăng ký mẫu con dấu với cơ quan Công an.",
              "This body registers its seals with the police.",
              true,
            )
          : step(
              "enterprise-decides-own-seal",
              "Doanh nghiệp chỉ theo Luật Doanh nghiệp tự quyết định con dấu của mình, không đăng ký với cơ quan Công an.",
              "A company under the Law on Enterprises alone decides on its own seals and registers them with nobody.",
              false,
            ),
        step(
          "papers-needed",
          `${wanted.vi}: hồ sơ gồm ${wanted.papers.map((paper) => WORDS[paper][0]).join("; ")}.`,
          `${wanted.en}: the file holds ${wanted.papers.map((paper) => WORDS[paper][1]).join("; ")}.`,
          wanted.papers,
        ),
        complete
          ? step("papers-complete", "Hồ sơ đủ thành phần.", "Nothing is missing.", missing)
          : step(
              "papers-missing",
              `Còn thiếu: ${missing.map((paper) => WORDS[paper][0]).join("; ")}.`,
              `Still missing: ${missing.map((paper) => WORDS[paper][1]).join("; ")}.`,
              missing,
            ),
      ],
      citations: () => [
        citation("99/2016/NĐ-CP", "7–8"),
        ...(inScope ? [] : [citation("59/2020/QH14", "43")]),
        ...(organisation === "special-law-enterprise" ? [citation("4379/C06-P2", "toàn văn")] : []),
        ...citedAll(wanted),
      ],
    };
  },
});

/** The papers are the same at both levels; the row of the province stands for both. */
function procedureOf(procedure: (typeof PROCEDURES)[number], reason: (typeof REASONS)[number] | undefined) {
  if (procedure !== "re-register") return getSealProcedure(`seal-${ID_OF[procedure]}-province`);
  if (reason === undefined) throw new RefusedInput("missing-field", "reason");
  return getSealProcedure(`seal-re-${ID_OF_REASON[reason]}-province`);
}
const ID_OF = { new: "new", additional: "extra", relief: "relief", certificate: "cert" } as const;
const ID_OF_REASON = {
  worn: "worn",
  damaged: "worn",
  "material-changed": "worn",
  reorganised: "change",
  renamed: "change",
  lost: "lost",
} as const;

const WORDS: { readonly [paper in SealPaper]: readonly [vi: string, en: string] } = {
  request: ["văn bản đề nghị nêu rõ lý do", "the request with its reason"],
  "founding-document": [
    "quyết định thành lập hoặc giấy phép có quy định được dùng con dấu",
    "the founding decision or licence that gives the right to a seal",
  ],
  "change-decision": ["quyết định về việc thay đổi tổ chức hoặc tên gọi", "the decision on the change"],
  "superior-confirmation": [
    "xác nhận của cơ quan cấp trên trực tiếp hoặc cơ quan có thẩm quyền",
    "the confirmation of the direct superior or competent body",
  ],
  "lost-seal-certificate": [
    "giấy chứng nhận đăng ký mẫu con dấu của con dấu bị mất",
    "the certificate of the lost seal",
  ],
  "permission-document": [
    "văn bản cho phép hoặc quyết định về việc dùng thêm con dấu",
    "the document that allows one more seal",
  ],
  "diploma-power-document": [
    "văn bản về thẩm quyền cấp văn bằng, giấy tờ dán ảnh hoặc niêm phong tài liệu",
    "the document on the power to issue diplomas, papers with photographs or sealed documents",
  ],
};
