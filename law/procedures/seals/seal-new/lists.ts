import type { Option } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";

const option = (value: string, vi: string, en: string, hint?: [string, string]): Option =>
  hint ? { value, label: text(vi, en), hint: text(...hint) } : { value, label: text(vi, en) };

/** The engine's check "seal-scope" turns away `enterprise-law`, and nobody else. */
export const laws: Option[] = [
  option(
    "public-law",
    "Pháp luật về cơ quan nhà nước, lực lượng vũ trang, đơn vị sự nghiệp công lập",
    "The law on State bodies, armed forces or public units",
  ),
  option(
    "association-law",
    "Điều lệ Đảng, Mặt trận, pháp luật về hội, quỹ, tổ chức phi chính phủ",
    "Party, Front, or the law on associations, funds and NGOs",
  ),
  option("religion-law", "Luật Tín ngưỡng, tôn giáo", "Law on Belief and Religion"),
  option(
    "special-law",
    "Luật chuyên ngành về doanh nghiệp, hợp tác xã",
    "A special law on certain enterprises or co-operatives",
    [
      "Ví dụ: tổ chức hành nghề công chứng, luật sư, giám định tư pháp; doanh nghiệp bảo hiểm, chứng khoán.",
      "For example notary offices, law firms, judicial expertise, insurance, securities.",
    ],
  ),
  option(
    "foreign-law",
    "Điều ước quốc tế hoặc pháp luật về tổ chức nước ngoài tại Việt Nam",
    "A treaty, or the law on foreign organisations in Viet Nam",
  ),
  option("enterprise-law", "Chỉ Luật Doanh nghiệp", "The Law on Enterprises alone", [
    "Công ty TNHH, công ty cổ phần, công ty hợp danh, doanh nghiệp tư nhân thông thường.",
    "Ordinary limited, joint-stock, partnership and private companies.",
  ]),
  option("other-law", "Văn bản khác", "Another text"),
];

/** Kinds of body, which decide the papers (points a to l of the published list; art. 13). */
export const organisationKinds: Option[] = [
  option(
    "emblem",
    "Cơ quan, chức danh nhà nước dùng dấu có hình Quốc huy",
    "State body or title whose seal bears the emblem",
  ),
  option("state-management", "Cơ quan quản lý nhà nước, cơ quan chuyên môn", "State management or specialised body"),
  option("public-unit", "Đơn vị sự nghiệp", "Public unit"),
  option("association", "Mặt trận, hội, quỹ, tổ chức phi chính phủ", "Front, association, fund, NGO"),
  option("association-sub", "Tổ chức trực thuộc hội, quỹ", "Unit under an association or fund"),
  option("religious", "Tổ chức tôn giáo", "Religious organisation"),
  option("religious-sub", "Tổ chức trực thuộc tổ chức tôn giáo", "Unit under a religious organisation"),
  option(
    "enterprise-special-law",
    "Doanh nghiệp, hợp tác xã, chi nhánh, văn phòng theo luật chuyên ngành",
    "Enterprise, co-operative, branch or office under a special law",
  ),
  option("enterprise-sub", "Tổ chức trực thuộc doanh nghiệp, hợp tác xã", "Unit under an enterprise or co-operative"),
  option(
    "foreign",
    "Tổ chức nước ngoài không có chức năng ngoại giao",
    "Foreign organisation without diplomatic function",
  ),
  option("temporary", "Tổ chức hoạt động có thời hạn", "Body set up for a limited time"),
  option("other", "Tổ chức khác theo quy định của pháp luật", "Other lawful organisation"),
];

/** Wet seals only: embossed, reduced and wax seals are a procedure of their own (2.001329). */
export const sealKinds: Option[] = [
  option("wet-emblem", "Dấu ướt có hình Quốc huy", "Wet seal with the national emblem"),
  option("wet-symbol", "Dấu ướt có hình biểu tượng", "Wet seal with a symbol"),
  option("wet-plain", "Dấu ướt không có hình biểu tượng", "Wet seal without a symbol"),
];
