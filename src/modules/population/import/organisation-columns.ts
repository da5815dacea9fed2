import { text } from "../../../kernel/text.ts";
import { choice, communeCode, digits, email, personNumber, phone, plainDay, words } from "./cells.ts";
import type { RowRead } from "./columns.ts";

const KINDS = {
  enterprise: "Doanh nghiệp",
  "household-business": "Hộ kinh doanh",
  "enterprise-special-law": "Tổ chức theo luật chuyên ngành",
  association: "Hội, quỹ",
  religious: "Tổ chức tôn giáo",
  "public-unit": "Đơn vị sự nghiệp công lập",
  emblem: "Cơ quan dùng con dấu có hình Quốc huy",
  "state-management": "Cơ quan quản lý nhà nước",
  foreign: "Tổ chức nước ngoài",
  other: "Khác",
};
const LODGINGS = {
  hotel: "Khách sạn",
  guesthouse: "Nhà nghỉ",
  apartments: "Căn hộ",
  "health-facility": "Cơ sở y tế",
  dormitory: "Nhà trọ, ký túc xá",
  other: "Khác",
};
const codes = text("Mã số gồm 10 hoặc 13 chữ số.", "A code has 10 or 13 digits.");

/** The columns of a file of organisations and of who speaks for them. An empty cell says nothing; what is known stays. */
export const ORGANISATION_COLUMNS = {
  code: digits({ vi: "Mã số", en: "Code", example: "9900000015", required: true }, /^\d{10}(\d{3})?$/, codes),
  name: words({ vi: "Tên tổ chức", en: "Name", example: "Khách sạn Ví Dụ", required: true }),
  short_name: words({ vi: "Tên viết tắt", en: "Short name" }),
  kind: choice({ vi: "Loại hình", en: "Kind", example: "Doanh nghiệp" }, KINDS),
  commune: communeCode({ vi: "Mã xã", en: "Commune code", example: "00070" }),
  line: words({ vi: "Địa chỉ", en: "Address", example: "Số 1 đường Ví Dụ" }),
  superior: words({ vi: "Cơ quan cấp trên", en: "Body above it" }),
  phone: phone({ vi: "Số điện thoại", en: "Telephone" }),
  email: email({ vi: "Thư điện tử", en: "E-mail" }),
  lodging_kind: choice({ vi: "Loại cơ sở lưu trú", en: "Kind of lodging", example: "Khách sạn" }, LODGINGS),
  founded_on: plainDay({ vi: "Ngày thành lập", en: "Founded on" }),
  closed_on: plainDay({ vi: "Ngày chấm dứt", en: "Closed on" }),
  representative_number: personNumber({ vi: "Số định danh người đại diện", en: "Representative's number" }),
  representative_since: plainDay({ vi: "Đại diện từ ngày", en: "Represents since" }),
  representative_until: plainDay({ vi: "Đại diện đến ngày", en: "Represents until" }),
  representative_evidence: words({ vi: "Căn cứ đại diện", en: "Evidence" }),
  as_of: plainDay({ vi: "Dữ liệu đúng từ ngày", en: "Data valid from", example: "01/09/2025" }),
  change_ground: words({ vi: "Căn cứ thay đổi", en: "Ground of the change" }),
} as const;

export type OrganisationRow = RowRead<typeof ORGANISATION_COLUMNS>;
