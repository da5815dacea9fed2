import { defineProcedure, type Edition } from "../../../../src/engine/definition/index.ts";
import { day } from "../../../../src/kernel/plain-date.ts";
import { text } from "../../../../src/kernel/text.ts";
import { cite } from "../../cite.ts";
import { officeSteps } from "../../office-steps.ts";
import { sipasQuestions } from "../../survey.ts";
import { sealsField } from "../field.ts";
import { sealPages } from "./pages.ts";
import { papersSinceMarch2026, papersUntilMarch2026 } from "./papers.ts";

const decree99 = cite("99/2016/NĐ-CP", "Điều 7, 8, 13", "reported", "hiệu lực 01/7/2016");
const decree56 = cite("56/2023/NĐ-CP", "toàn văn", "reported", "sửa đổi từ 15/8/2023");
const decree58 = cite(
  "58/2026/NĐ-CP",
  "Điều 2",
  "read",
  "sửa Điều 11, 12, 13 của Nghị định 99/2016/NĐ-CP từ 15/3/2026; Mẫu số 03",
);
const oneStop2026 = cite("309/2026/NĐ-CP", "Điều 1, 2, 8", "read", "ki-ốt thông minh từ 05/8/2026; đọc ở bản chép");

const threeDays: Edition["deadline"] = {
  unit: "working-days",
  count: 3,
  from: "accepted",
  basis: [cite("99/2016/NĐ-CP", "Điều 13", "reported", "3 ngày làm việc đã kiểm chứng, số điều ghi theo trí nhớ")],
};

const outOfScope: Edition["refusalGrounds"][number] = {
  key: "enterprise-law-only",
  title: text(
    "Doanh nghiệp chỉ hoạt động theo Luật Doanh nghiệp, không thuộc đối tượng đăng ký mẫu con dấu",
    "A company under the Law on Enterprises alone, which registers no seal",
  ),
  basis: [
    cite("59/2020/QH14", "Điều 43", "reported", "từ 01/01/2021; trước đó Luật Doanh nghiệp 68/2014/QH13 Điều 44"),
    cite("4379/C06-P2", "hướng dẫn năm 2025", "reported"),
  ],
};
const grounds: Edition["refusalGrounds"] = [
  outOfScope,
  {
    key: "no-right-to-a-seal",
    title: text(
      "Văn bản thành lập, giấy phép không quy định đơn vị được sử dụng con dấu",
      "The founding text gives no right to use a seal",
    ),
    basis: [cite("99/2016/NĐ-CP", "Điều 5", "reported")],
  },
  {
    key: "emblem-without-right",
    title: text(
      "Đơn vị không thuộc diện sử dụng con dấu có hình Quốc huy",
      "No right to a seal with the national emblem",
    ),
    basis: [cite("99/2016/NĐ-CP", "Điều 7", "reported")],
  },
  {
    key: "not-our-competence",
    title: text("Thuộc thẩm quyền của cơ quan đăng ký mẫu con dấu khác", "Another body registers this seal"),
    basis: [cite("99/2016/NĐ-CP", "Điều 12", "reported")],
  },
];

const competence = (basis: Edition["competence"]["basis"]): Edition["competence"] => ({
  level: "province",
  byAddress: "head-office",
  unit: "PC06",
  basis,
});
const competenceUntilMarch2026 = competence([cite("99/2016/NĐ-CP", "Điều 12", "reported")]);
const competenceSinceMarch2026 = competence([
  cite("99/2016/NĐ-CP", "Điều 12", "read", "được thay bởi Nghị định 58/2026/NĐ-CP"),
]);

const questions: Edition["questions"] = [
  {
    question:
      "Danh mục có mã cấp xã 1.115231 (độ tin thấp, có thể theo Thông tư 62/2026/TT-BCA) nhưng Điều 12 mới của Nghị định 99/2016 không giao Công an cấp xã.",
    assumed: "Công an cấp tỉnh (PC06) giải quyết, mã 2.001428; đổi nơi giải quyết là đổi dữ liệu có ngày.",
  },
  {
    question: "Cơ quan, tổ chức do cấp trung ương thành lập hoặc cấp phép đăng ký tại C06 (2.001403).",
    assumed: "Bản này chỉ nhận thủ tục cấp tỉnh; hồ sơ thuộc C06 bị từ chối với căn cứ Điều 12 và được chỉ nơi nộp.",
  },
  {
    question:
      "Thẩm quyền trong thời gian từ 01/3/2025 đến 14/3/2026, sau khi bỏ Công an cấp huyện, chưa đối chiếu văn bản.",
    assumed: "Không thay đổi: PC06 của tỉnh, thành phố nơi đặt trụ sở.",
  },
  {
    question: "Mẫu Giấy chứng nhận đăng ký mẫu con dấu chưa được xem bản gốc; ký hiệu ĐKMD ghi theo trí nhớ.",
    assumed: "In đủ nội dung, không in số hiệu mẫu.",
  },
];

const shared = {
  code: "2.001428",
  applicants: ["organisation"],
  who: text(
    "Cơ quan, tổ chức, chức danh nhà nước được sử dụng con dấu, thông qua người đại diện hoặc người được cử; không gồm công ty chỉ hoạt động theo Luật Doanh nghiệp.",
    "Bodies, organisations and State titles entitled to a seal, through their representative; not companies under the Law on Enterprises alone.",
  ),
  channels: ["online", "desk", "post", "api"],
  assurance: 2,
  fees: [],
  deadline: threeDays,
  handling: "examined",
  steps: [...officeSteps],
  refusalGrounds: grounds,
  result: {
    key: "certificate",
    title: text("Giấy chứng nhận đăng ký mẫu con dấu", "Certificate of seal-specimen registration"),
    template: "seal-certificate",
    symbol: "ĐKMD",
    book: "seal-certificates",
    evidence: "recalled",
  },
  register: {
    register: "seals",
    values: {
      organisation_code: "organisation-code",
      organisation_name: "organisation-name",
      seal_kind: "seal-kind",
      seal_text: "seal-text",
      quantity: "quantity",
    },
  },
  survey: sipasQuestions,
  checks: ["seal-scope"],
  questions,
} satisfies Partial<Edition>;

const untilMarch2026 = {
  ...shared,
  competence: competenceUntilMarch2026,
  pages: sealPages(null),
  papers: papersUntilMarch2026,
} satisfies Partial<Edition>;
const sinceMarch2026 = {
  ...shared,
  competence: competenceSinceMarch2026,
  pages: sealPages("Mẫu số 03"),
  papers: papersSinceMarch2026,
} satisfies Partial<Edition>;

/** Đăng ký mẫu con dấu mới at the province, 2.001428: free, within 3 working days, by PC06. */
export const sealNew = defineProcedure({
  key: "seal-new",
  title: text("Đăng ký mẫu con dấu mới", "Registration of a new seal specimen"),
  summary: text(
    "Dành cho cơ quan, tổ chức được sử dụng con dấu và đăng ký lần đầu tại Công an cấp tỉnh. Không thu phí; tiền khắc dấu trả cho cơ sở sản xuất.",
    "For bodies entitled to a seal that register it for the first time with the provincial police. Free of charge; the maker is paid for the seal itself.",
  ),
  field: sealsField,
  searchWords: [
    "con dấu",
    "mẫu dấu",
    "khắc dấu",
    "dấu tròn",
    "PC06",
    "giấy chứng nhận đăng ký mẫu con dấu",
    "seal",
    "stamp",
  ],
  editions: [
    {
      ...untilMarch2026,
      id: "from-2016-07-01",
      from: day("2016-07-01"),
      until: day("2023-08-14"),
      basis: [decree99],
    },
    {
      ...untilMarch2026,
      id: "from-2023-08-15",
      from: day("2023-08-15"),
      until: day("2026-03-14"),
      basis: [decree99, decree56, cite("5625/QĐ-BCA-C06", "toàn văn", "reported", "15/8/2023")],
    },
    {
      ...sinceMarch2026,
      id: "from-2026-03-15",
      from: day("2026-03-15"),
      until: day("2026-08-04"),
      basis: [decree99, decree56, decree58, cite("1523/QĐ-BCA-C06", "toàn văn", "reported", "26/3/2026")],
    },
    {
      ...sinceMarch2026,
      id: "from-2026-08-05",
      from: day("2026-08-05"),
      until: null,
      basis: [decree99, decree56, decree58, cite("1523/QĐ-BCA-C06", "toàn văn", "reported", "26/3/2026"), oneStop2026],
      channels: ["online", "desk", "post", "kiosk", "api"],
    },
  ],
});
