import type { Paper } from "../../../../src/engine/definition/index.ts";
import { type Text, text } from "../../../../src/kernel/text.ts";
import { cite } from "../../cite.ts";

/** Papers by kind of body: points a to l of the published list of 2.001403, which the province follows. */

const registersKnow: Text = text(
  "Cơ sở dữ liệu về tổ chức đã có văn bản này, đơn vị không phải nộp.",
  "The database of organisations holds this text; you need not send it.",
);

type Wanted = { key: string; title: Text; kinds: string[]; points: string; required: boolean; inRegister: boolean };
const wanted: Wanted[] = [
  {
    key: "founding-decision",
    title: text(
      "Quyết định thành lập hoặc văn bản quy định về tổ chức, hoạt động",
      "Founding decision or text on the organisation",
    ),
    kinds: ["emblem", "state-management", "public-unit", "temporary"],
    points: "điểm a, b, c",
    required: true,
    inRegister: true,
  },
  {
    key: "operating-licence",
    title: text(
      "Giấy phép hoạt động (nếu pháp luật yêu cầu đăng ký lĩnh vực hoạt động)",
      "Operating licence, where the field must be registered",
    ),
    kinds: ["public-unit", "enterprise-sub"],
    points: "điểm c, i",
    required: false,
    inRegister: true,
  },
  {
    key: "association-founding",
    title: text("Quyết định cho phép thành lập hoặc giấy phép hoạt động", "Founding decision or licence"),
    kinds: ["association"],
    points: "điểm d",
    required: true,
    inRegister: false,
  },
  {
    key: "statute",
    title: text("Điều lệ đã được cơ quan có thẩm quyền phê duyệt", "Statute approved by the competent body"),
    kinds: ["association"],
    points: "điểm d",
    required: true,
    inRegister: false,
  },
  {
    key: "association-sub-founding",
    title: text(
      "Quyết định thành lập và văn bản quy định về tổ chức, hoạt động",
      "Founding decision and text on the organisation",
    ),
    kinds: ["association-sub"],
    points: "điểm đ",
    required: true,
    inRegister: false,
  },
  {
    key: "religious-recognition",
    title: text("Quyết định công nhận tổ chức tôn giáo", "Decision recognising the religious organisation"),
    kinds: ["religious"],
    points: "điểm e",
    required: true,
    inRegister: false,
  },
  {
    key: "religious-sub-founding",
    title: text(
      "Quyết định của tổ chức tôn giáo và văn bản chấp thuận của cơ quan có thẩm quyền; giấy phép hoạt động nếu phải có",
      "Decision of the religious organisation and approval; licence where needed",
    ),
    kinds: ["religious-sub"],
    points: "điểm g",
    required: true,
    inRegister: false,
  },
  {
    key: "special-law-licence",
    title: text(
      "Giấy phép thành lập và hoạt động, giấy đăng ký hoạt động hoặc giấy phép hoạt động",
      "Founding or operating licence, or registration of operation",
    ),
    kinds: ["enterprise-special-law"],
    points: "điểm h",
    required: true,
    inRegister: true,
  },
  {
    key: "enterprise-sub-founding",
    title: text("Quyết định thành lập tổ chức trực thuộc", "Decision founding the unit"),
    kinds: ["enterprise-sub"],
    points: "điểm i",
    required: true,
    inRegister: false,
  },
  {
    key: "foreign-licence",
    title: text("Giấy phép hoạt động tại Việt Nam", "Licence to operate in Viet Nam"),
    kinds: ["foreign"],
    points: "điểm k",
    required: true,
    inRegister: true,
  },
  {
    key: "other-founding",
    title: text("Quyết định thành lập hoặc giấy phép hoạt động", "Founding decision or operating licence"),
    kinds: ["other"],
    points: "điểm l",
    required: true,
    inRegister: false,
  },
];

const letter: Paper = {
  key: "letter-of-introduction",
  title: text(
    "Giấy giới thiệu hoặc giấy ủy quyền của người được cử",
    "Letter of introduction or authorisation of the person sent",
  ),
  hint: text(
    "01 bản chính; nộp trực tuyến thì tải bản có chữ ký số hoặc ảnh chụp bản chính.",
    "One original; online, a digitally signed copy or a photo of the original.",
  ),
  required: true,
  most: 2,
  basis: [cite("99/2016/NĐ-CP", "Điều 13", "reported")],
};

const foundingPaper = ({ key, title, kinds, points, required }: Wanted): Paper => ({
  key,
  title,
  when: { field: "organisation-kind", in: kinds },
  required,
  most: 5,
  basis: [cite("99/2016/NĐ-CP", "Điều 13", "reported", `danh mục 2.001403, ${points}`)],
});

/** Until 14/03/2026 every paper is sent, a copy checked against the original. */
export const papersUntilMarch2026: Paper[] = [
  ...wanted.map((paper) => ({
    ...foundingPaper(paper),
    hint: text(
      "Bản sao chứng thực, hoặc bản sao kèm bản chính để đối chiếu.",
      "A certified copy, or a copy with the original to compare.",
    ),
  })),
  letter,
];

/** Since 15/03/2026 what a connected database holds is not asked again (art. 11.9). */
const notAskedAgain = cite("58/2026/NĐ-CP", "Điều 2", "read", "Điều 11 khoản 9 mới của Nghị định 99/2016/NĐ-CP");
export const papersSinceMarch2026: Paper[] = [
  ...wanted.map((paper): Paper => {
    const asked = foundingPaper(paper);
    if (!paper.inRegister) return asked;
    return {
      ...asked,
      notNeededBecause: registersKnow,
      replacedBy: "organisation-register",
      basis: [...asked.basis, notAskedAgain],
    };
  }),
  {
    ...letter,
    notNeededBecause: text(
      "Tài khoản của ông/bà đã được ghi nhận là người đại diện của đơn vị.",
      "Your account is registered as a representative of the organisation.",
    ),
    replacedBy: "representative-register",
    basis: [...letter.basis, notAskedAgain],
  },
];
