import type { Option } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";

/**
 * The lists of the Ministry's upload sheet DS_KHACH_VIET_NAM_LUU_TRU (2026): its cells hold `code - label`, which are
 * taken here as other spellings of our own values.
 */
const listed = (value: string, code: number, vi: string, en: string): Option => ({
  value,
  label: text(vi, en),
  aliases: [`${code} - ${vi}`, String(code)],
});

export const stayReasons: Option[] = [
  listed("tourism", 1, "Du lịch", "Tourism"),
  listed("business-trip", 2, "Công tác", "Business trip"),
  listed("study", 3, "Học tập", "Study"),
  listed("visit", 4, "Thăm viếng", "Visit"),
  listed("conference", 5, "Hội nghị", "Conference"),
  listed("family-visit", 6, "Thăm thân", "Visiting relatives"),
  listed("charity", 7, "Từ thiện", "Charity"),
  listed("international-organisation", 8, "Tổ chức quốc tế", "International organisation"),
  listed("marriage", 9, "Kết hôn", "Marriage"),
  listed("consulate", 10, "Lãnh sự quán", "Consulate"),
  listed("aid", 11, "Viện trợ", "Aid"),
  listed("embassy", 12, "Đại sứ quán", "Embassy"),
  listed("settlement", 13, "Định cư", "Settlement"),
  listed("marketing", 14, "Tiếp thị", "Marketing"),
  listed("press", 15, "Báo chí, phóng viên", "Press"),
  listed("trade", 16, "Thương mại", "Trade"),
  listed("visa-extension", 17, "Gia hạn thị thực", "Visa extension"),
  listed("medical-treatment", 18, "Chữa bệnh", "Medical treatment"),
  listed("work", 19, "Lao động", "Work"),
  listed("other", 20, "Mục đích khác", "Other purpose"),
];

const oldIdCard = listed("old-id-card", 2, "Thẻ CMND", "Old ID card (9 digits)");
const otherKinds: Option[] = [
  listed("driving-licence", 3, "Giấy phép lái xe", "Driving licence"),
  listed("passport", 4, "Hộ chiếu", "Passport"),
  listed("birth-certificate", 5, "Giấy khai sinh", "Birth certificate"),
  listed("health-insurance-card", 6, "Thẻ BHYT", "Health insurance card"),
  listed("number-notice", 7, "Thông báo số định danh cá nhân", "Notice of the personal number"),
  listed("identity-card", 8, "Thẻ Căn Cước", "Identity card (căn cước)"),
  listed("other-paper", 9, "Giấy Tờ Khác", "Other paper"),
];
const citizenCard = listed("citizen-card", 1, "Thẻ CCCD", "Citizen identity card (CCCD)");

/** Papers a Vietnamese guest may show, until 30/06/2026 the old nine-digit card among them (art. 30.3 in that text). */
export const papersUntilJune2026: Option[] = [citizenCard, oldIdCard, ...otherKinds];
export const papersSinceJuly2026: Option[] = [citizenCard, ...otherKinds];

export const sexes: Option[] = [
  { value: "M", label: text("Nam", "Male"), aliases: ["M - Nam"] },
  { value: "F", label: text("Nữ", "Female"), aliases: ["F - Nữ"] },
];

/** On what ground a foreigner stays in the country (form NA17: kind of visa, card or paper). */
export const stayPermits: Option[] = [
  { value: "visa", label: text("Thị thực (visa)", "Visa") },
  { value: "e-visa", label: text("Thị thực điện tử", "E-visa") },
  { value: "exempt", label: text("Miễn thị thực", "Visa exemption") },
  { value: "temporary-card", label: text("Thẻ tạm trú", "Temporary residence card") },
  { value: "permanent-card", label: text("Thẻ thường trú", "Permanent residence card") },
  { value: "other", label: text("Giấy tờ khác", "Other paper") },
];

const lodgings: Option[] = [
  { value: "private-house", label: text("Nhà ở của hộ gia đình, cá nhân", "Private home") },
  { value: "hotel", label: text("Khách sạn", "Hotel") },
  { value: "guesthouse", label: text("Nhà nghỉ, nhà trọ, homestay", "Guest house, homestay") },
  { value: "apartments", label: text("Căn hộ, nhà cho thuê", "Flat or house to let") },
  { value: "health-facility", label: text("Cơ sở khám bệnh, chữa bệnh", "Hospital, health facility") },
  { value: "dormitory", label: text("Ký túc xá, nhà ở công nhân", "Dormitory, worker housing") },
];
const otherLodging: Option = { value: "other", label: text("Cơ sở lưu trú khác", "Other accommodation") };

export const lodgingsUntilJune2026: Option[] = [...lodgings, otherLodging];
/** Circular 116/2026/TT-BCA art. 14.3 and art. 30.1 of the law as replaced name more places. */
export const lodgingsSinceJuly2026: Option[] = [
  ...lodgings,
  {
    value: "vehicle",
    label: text("Tàu, thuyền, phương tiện dùng để ở", "Boat or vehicle used as lodging"),
  },
  {
    value: "site-or-farm",
    label: text("Công trường, trang trại có chỗ ở", "Building site or farm with housing"),
  },
  {
    value: "religious-place",
    label: text("Cơ sở tôn giáo, tín ngưỡng có chỗ ở", "Religious place with housing"),
  },
  otherLodging,
];
