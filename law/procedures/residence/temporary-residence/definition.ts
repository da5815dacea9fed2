import { defineProcedure, type Edition, type Page } from "../../../../src/engine/definition/index.ts";
import { day } from "../../../../src/kernel/plain-date.ts";
import { text } from "../../../../src/kernel/text.ts";
import { officeSteps } from "../../office-steps.ts";
import { sipasQuestions } from "../../survey.ts";
import { residenceField } from "../field.ts";
import {
  addressPage,
  declarationPage,
  dwellingPage,
  feePage,
  householdPages,
  items7To10Of2021,
  membersPage2021,
  membersPageSince2024,
  ownerPage,
  personPages,
  registrantPage,
  requestPage,
  termPage,
} from "./pages.ts";
import { papersSince2026, papersUntil2025 } from "./papers.ts";
import { groundsSinceJuly2026, groundsUntilJune2026 } from "./refusal-grounds.ts";
import {
  basis2021,
  basis2024,
  basis2026,
  basisAugust2026,
  basisFebruary2023,
  basisJanuary2025,
  basisJuly2025,
  basisJuly2026,
  communePolice,
  dwellingPapers,
  threeDays,
} from "./sources.ts";

const pagesOf2021: Page[] = [
  registrantPage,
  ...personPages(false),
  items7To10Of2021,
  addressPage,
  dwellingPage,
  ownerPage,
  ...householdPages("mục 11–13"),
  termPage,
  membersPage2021,
  requestPage("mục 14"),
];
const pagesSince2024 = (nameAtBirth: boolean): Page[] => [
  registrantPage,
  ...personPages(nameAtBirth),
  addressPage,
  dwellingPage,
  ownerPage,
  ...householdPages("mục 7–9"),
  termPage,
  membersPageSince2024,
  requestPage("mục 10"),
];
/** The national tariff, and with it its exemptions, begins on 05/02/2023. */
const withFee = (pages: Page[]): Page[] => [...pages, feePage, declarationPage];

const nationalFee: Edition["fees"] = [
  {
    key: "registration",
    title: text("Lệ phí đăng ký tạm trú", "Fee for registering temporary residence"),
    parameter: "residence-temporary",
    when: { field: "fee-exemption", answered: false },
  },
];

const shared = {
  code: "1.004194",
  applicants: ["person"],
  who: text(
    "Công dân Việt Nam đến sinh sống từ 30 ngày trở lên tại nơi ngoài xã, phường, đặc khu nơi đăng ký thường trú; cha, mẹ hoặc người giám hộ đăng ký cho người chưa thành niên.",
    "A Vietnamese citizen who lives for 30 days or more outside the commune of permanent residence; a parent or guardian for a minor.",
  ),
  channels: ["online", "desk", "post", "mobile", "api"],
  assurance: 2,
  competence: { level: "commune", byAddress: "target-address", basis: communePolice },
  fees: nationalFee,
  deadline: { unit: "working-days", count: 3, from: "accepted", basis: threeDays },
  handling: "examined",
  steps: [...officeSteps],
  refusalGrounds: groundsUntilJune2026,
  result: {
    key: "notice",
    title: text("Thông báo về kết quả giải quyết thủ tục về cư trú", "Notice of the result of a residence procedure"),
    template: "temporary-residence-result",
    symbol: "TB-CAX",
    book: "residence-notices",
    officialForm: "CT08",
    evidence: "recalled",
  },
  register: {
    register: "temporary-residence",
    values: {
      person_number: ["minor.number", "person.number"],
      person_name: ["minor.name", "person.name"],
      address: "target-address",
      head_number: "head-number",
      relation_to_head: "relation-to-head",
      valid_until: "stay-until",
      members: "members",
    },
  },
  survey: sipasQuestions,
  checks: ["temporary-residence-term"],
} satisfies Partial<Edition>;

const questions: Edition["questions"] = [
  {
    question: "Thời hạn 3 ngày làm việc tính từ khi nhận hồ sơ hợp lệ hay từ khi đã nộp lệ phí?",
    assumed: "Từ khi tiếp nhận hồ sơ đầy đủ, hợp lệ (Điều 28.2); chưa nộp lệ phí không làm dừng thời hạn.",
  },
  {
    question:
      "Điều 28.1 chỉ nêu sự đồng ý của cha, mẹ, người giám hộ; chú thích CT01 nêu ý kiến chủ hộ, chủ sở hữu theo Điều 20, 25, 26.",
    assumed:
      "Hỏi ý kiến chủ sở hữu khi thuê, mượn, ở nhờ và ý kiến chủ hộ khi vào hộ đang có; hợp đồng thay cho ý kiến chủ sở hữu.",
  },
  {
    question: "Điều 23 (chỗ ở không được đăng ký) ghi theo trí nhớ, số khoản chưa đối chiếu.",
    assumed: "Giữ sáu căn cứ như trong refusal-grounds.ts; cán bộ ghi rõ khoản khi từ chối.",
  },
  {
    question: "Đăng ký theo danh sách (ký túc xá, nhà ở công nhân) có mức thu riêng và văn bản kèm danh sách.",
    assumed: "Chưa nhận theo danh sách ở thủ tục này; mỗi hồ sơ là một cá nhân hoặc một hộ, thu một lần.",
  },
];
const beforeTariff = {
  question: "Trước 05/02/2023 lệ phí do nghị quyết của Hội đồng nhân dân cấp tỉnh quy định, chưa có bảng.",
  assumed: "Không tự tính; cán bộ thu theo nghị quyết của địa phương.",
};
const composedText = {
  question:
    "Tờ khai giấy chỉ có một ô nội dung đề nghị; loại đề nghị, địa chỉ, thời hạn là câu hỏi do hệ thống thiết kế.",
  assumed: "Nội dung đề nghị in ra được soạn từ các câu trả lời.",
};

/** Đăng ký tạm trú, 1.004194: form CT01 in its four editions, decided by the commune police within 3 working days. */
export const temporaryResidence = defineProcedure({
  key: "temporary-residence",
  title: text("Đăng ký tạm trú", "Temporary residence registration"),
  summary: text(
    "Dành cho người đến ở từ 30 ngày trở lên ngoài nơi thường trú: thuê trọ, đi làm, đi học, ở nhờ người thân. Thời hạn tối đa 2 năm.",
    "For whoever lives 30 days or more away from the permanent residence: renting, working, studying, staying with relatives. At most 2 years.",
  ),
  field: residenceField,
  searchWords: ["tạm trú", "thuê trọ", "thuê nhà", "KT3", "CT01", "sổ tạm trú", "ở nhờ", "rent", "tenant"],
  editions: [
    {
      ...shared,
      id: "from-2021-07-01",
      from: day("2021-07-01"),
      until: day("2023-02-04"),
      basis: basis2021,
      pages: [...pagesOf2021, declarationPage],
      papers: papersUntil2025(dwellingPapers.until9January2025).filter((paper) => paper.key !== "fee-exemption"),
      fees: [
        {
          key: "registration",
          title: text(
            "Lệ phí theo nghị quyết của Hội đồng nhân dân cấp tỉnh",
            "Fee by resolution of the provincial council",
          ),
          parameter: "residence-temporary",
        },
      ],
      questions: [...questions, beforeTariff],
    },
    {
      ...shared,
      id: "from-2023-02-05",
      from: day("2023-02-05"),
      until: day("2023-12-31"),
      basis: basisFebruary2023,
      pages: withFee(pagesOf2021),
      papers: papersUntil2025(dwellingPapers.until9January2025),
      questions,
    },
    {
      ...shared,
      id: "from-2024-01-01",
      from: day("2024-01-01"),
      until: day("2025-01-09"),
      basis: basis2024,
      pages: withFee(pagesSince2024(false)),
      papers: papersUntil2025(dwellingPapers.until9January2025),
      questions: [...questions, composedText],
    },
    {
      ...shared,
      id: "from-2025-01-10",
      from: day("2025-01-10"),
      until: day("2025-06-30"),
      basis: basisJanuary2025,
      pages: withFee(pagesSince2024(false)),
      papers: papersUntil2025(dwellingPapers.since10January2025),
      questions: [...questions, composedText],
    },
    {
      ...shared,
      id: "from-2025-07-01",
      from: day("2025-07-01"),
      until: day("2025-12-31"),
      basis: basisJuly2025,
      pages: withFee(pagesSince2024(false)),
      papers: papersUntil2025(dwellingPapers.since10January2025),
      questions: [...questions, composedText],
    },
    {
      ...shared,
      id: "from-2026-01-01",
      from: day("2026-01-01"),
      until: day("2026-06-30"),
      basis: basis2026,
      pages: withFee(pagesSince2024(false)),
      papers: papersSince2026(dwellingPapers.since10January2025),
      questions: [...questions, composedText],
    },
    {
      ...shared,
      id: "from-2026-07-01",
      from: day("2026-07-01"),
      until: day("2026-08-04"),
      basis: basisJuly2026,
      // Circular 116/2026: at the desk, or by the national portal or VNeID; the post is not named any more.
      channels: ["online", "desk", "mobile", "api"],
      pages: withFee(pagesSince2024(true)),
      papers: papersSince2026(dwellingPapers.sinceJuly2026),
      refusalGrounds: groundsSinceJuly2026,
      questions: [...questions, composedText],
    },
    {
      ...shared,
      id: "from-2026-08-05",
      from: day("2026-08-05"),
      until: null,
      basis: basisAugust2026,
      channels: ["online", "desk", "kiosk", "mobile", "api"],
      pages: withFee(pagesSince2024(true)),
      papers: papersSince2026(dwellingPapers.sinceJuly2026),
      refusalGrounds: groundsSinceJuly2026,
      questions: [
        ...questions,
        composedText,
        {
          question:
            "Từ 15/8/2026 đến 28/02/2027 Nghị quyết 66.22/2026/NQ-CP miễn, giảm một số lệ phí cho người có định danh mức 2 đã tích hợp 5 giấy tờ: có gồm lệ phí này không?",
          assumed: "Chưa áp dụng cho tới khi đọc được danh mục.",
        },
      ],
    },
  ],
});
