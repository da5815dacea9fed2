import { text } from "../../../kernel/text.ts";
import {
  choice,
  communeCode,
  country,
  digits,
  email,
  partialDate,
  personName,
  personNumber,
  phone,
  plainDay,
  words,
} from "./cells.ts";
import type { RowRead } from "./columns.ts";

const SEX = { M: "Nam;Male", F: "Nữ;Female" };
const MARITAL = {
  single: "Chưa kết hôn;Độc thân",
  married: "Đã kết hôn;Có vợ;Có chồng",
  divorced: "Ly hôn",
  widowed: "Góa",
};
const DOCUMENTS = {
  cmnd12: "CMND 12 số",
  cccd: "CCCD mã vạch",
  "cccd-chip": "CCCD gắn chip",
  "can-cuoc": "Thẻ căn cước",
  passport: "Hộ chiếu",
  "residence-card": "Thẻ thường trú, thẻ tạm trú",
};
const RELATIONS_TO_HEAD = {
  head: "Chủ hộ",
  wife: "Vợ",
  husband: "Chồng",
  child: "Con",
  father: "Cha;Bố",
  mother: "Mẹ",
  grandparent: "Ông;Bà",
  grandchild: "Cháu",
  "younger-sibling": "Em",
  "older-sibling": "Anh;Chị",
  other: "Khác;Người ở nhờ",
};
const nineDigits = text("Số CMND cũ gồm đúng 9 chữ số.", "An old number has exactly 9 digits.");
const twelves = text(
  "Các số đã hủy gồm 12 chữ số, cách nhau bằng dấu chấm phẩy.",
  "Cancelled numbers have 12 digits, with semicolons between them.",
);
const death = text(
  "Ngày chết viết yyyy-mm-dd, yyyy-mm hoặc yyyy.",
  "The day of death is written yyyy-mm-dd, yyyy-mm or yyyy.",
);

/** The columns of a file of persons: the fields of Law 26/2023/QH15 art. 9. An empty cell says nothing; what is known stays. */
export const PERSON_COLUMNS = {
  number: personNumber({ vi: "Số định danh", en: "Personal number", example: "001199000123", required: true }),
  name: personName({ vi: "Họ, chữ đệm và tên khai sinh", en: "Birth name", example: "Trần Thị Ví Dụ", required: true }),
  other_names: words({ vi: "Tên gọi khác", en: "Other names" }),
  birth: partialDate({ vi: "Ngày sinh", en: "Birth date", example: "15/03/1999", required: true }),
  sex: choice({ vi: "Giới tính", en: "Sex", example: "Nữ", required: true }, SEX),
  birth_place: words({ vi: "Nơi sinh", en: "Place of birth", example: "Hà Nội" }),
  birth_registration_place: words({
    vi: "Nơi đăng ký khai sinh",
    en: "Place of birth registration",
    example: "Hà Nội",
  }),
  origin: words({ vi: "Quê quán", en: "Place of origin", example: "Hà Nội" }),
  nationality: country({ vi: "Quốc tịch", en: "Nationality", example: "VNM" }),
  ethnicity: words({ vi: "Dân tộc", en: "Ethnicity", example: "Kinh" }),
  religion: words({ vi: "Tôn giáo", en: "Religion" }),
  blood_group: choice({ vi: "Nhóm máu", en: "Blood group" }, { A: "A", B: "B", AB: "AB", O: "O" }),
  marital_status: choice({ vi: "Tình trạng hôn nhân", en: "Marital status" }, MARITAL),
  permanent_commune: communeCode({
    vi: "Mã xã thường trú",
    en: "Commune code of permanent residence",
    example: "00070",
  }),
  permanent_line: words({ vi: "Địa chỉ thường trú", en: "Permanent residence", example: "Số 1 đường Ví Dụ" }),
  permanent_since: plainDay({ vi: "Thường trú từ ngày", en: "Permanent residence since", example: "01/09/2025" }),
  permanent_commune_today: communeCode({ vi: "Mã xã thường trú hiện nay", en: "Commune code of today" }),
  temporary_commune: communeCode({ vi: "Mã xã tạm trú", en: "Commune code of temporary residence" }),
  temporary_line: words({ vi: "Địa chỉ tạm trú", en: "Temporary residence" }),
  temporary_since: plainDay({ vi: "Tạm trú từ ngày", en: "Temporary residence since" }),
  temporary_until: plainDay({ vi: "Tạm trú đến ngày", en: "Temporary residence until" }),
  current_commune: communeCode({ vi: "Mã xã nơi ở hiện tại", en: "Commune code of current dwelling" }),
  current_line: words({ vi: "Địa chỉ nơi ở hiện tại", en: "Current dwelling" }),
  current_since: plainDay({ vi: "Ở nơi hiện tại từ ngày", en: "Current dwelling since" }),
  absence_from: plainDay({ vi: "Tạm vắng từ ngày", en: "Absent from" }),
  absence_until: plainDay({ vi: "Tạm vắng đến ngày", en: "Absent until" }),
  household: words({ vi: "Mã hộ", en: "Household code", example: "HK-0001" }),
  relation_to_head: choice({ vi: "Quan hệ với chủ hộ", en: "Relation to head", example: "Chủ hộ" }, RELATIONS_TO_HEAD),
  household_since: plainDay({ vi: "Vào hộ từ ngày", en: "In the household since" }),
  residence_file: words({ vi: "Số hồ sơ cư trú", en: "Residence file number" }),
  old_number: digits({ vi: "Số CMND 9 số", en: "Old nine-digit number", example: "912345678" }, /^\d{9}$/, nineDigits),
  cancelled_numbers: digits(
    { vi: "Số định danh đã hủy", en: "Cancelled numbers" },
    /^\d{12}(\s*;\s*\d{12})*$/,
    twelves,
  ),
  document_kind: choice({ vi: "Loại giấy tờ", en: "Kind of document", example: "Thẻ căn cước" }, DOCUMENTS),
  document_number: words({ vi: "Số giấy tờ", en: "Document number", example: "001199000123" }),
  document_issued_on: plainDay({ vi: "Ngày cấp", en: "Issued on", example: "10/08/2025" }),
  document_issued_by: words({ vi: "Nơi cấp", en: "Issued by", example: "Bộ Công an" }),
  document_expires_on: plainDay({ vi: "Có giá trị đến", en: "Valid until", example: "15/03/2039" }),
  father_name: personName({ vi: "Họ tên cha", en: "Father's name" }),
  father_number: personNumber({ vi: "Số định danh của cha", en: "Father's number" }),
  mother_name: personName({ vi: "Họ tên mẹ", en: "Mother's name" }),
  mother_number: personNumber({ vi: "Số định danh của mẹ", en: "Mother's number" }),
  spouse_name: personName({ vi: "Họ tên vợ hoặc chồng", en: "Spouse's name" }),
  spouse_number: personNumber({ vi: "Số định danh của vợ hoặc chồng", en: "Spouse's number" }),
  representative_name: personName({ vi: "Họ tên người đại diện hợp pháp", en: "Legal representative's name" }),
  representative_number: personNumber({ vi: "Số định danh của người đại diện", en: "Legal representative's number" }),
  phone: phone({ vi: "Số điện thoại", en: "Telephone" }),
  email: email({ vi: "Thư điện tử", en: "E-mail" }),
  died_on: digits({ vi: "Ngày chết", en: "Died on" }, /^\d{4}(-\d{2}(-\d{2})?)?$/, death),
  missing_since: plainDay({ vi: "Mất tích từ ngày", en: "Missing since" }),
  other: words({ vi: "Thông tin khác", en: "Other information" }),
  as_of: plainDay({ vi: "Dữ liệu đúng từ ngày", en: "Data valid from", example: "01/09/2025" }),
  change_ground: words({ vi: "Căn cứ thay đổi", en: "Ground of the change" }),
} as const;

export type PersonRow = RowRead<typeof PERSON_COLUMNS>;
