import type { Option } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";

const option = (value: string, vi: string, en: string): Option => ({ value, label: text(vi, en) });

export const registrants: Option[] = [
  option("self", "Cho một mình tôi", "For myself alone"),
  option("household", "Cho tôi và những người cùng hộ", "For me and members of my household"),
  option(
    "minor",
    "Cho con hoặc người chưa thành niên mà tôi là cha, mẹ, người giám hộ",
    "For a minor whose parent or guardian I am",
  ),
];

export const guardianRoles: Option[] = [
  option("father", "Cha", "Father"),
  option("mother", "Mẹ", "Mother"),
  option("guardian", "Người giám hộ", "Guardian"),
];

export const dwellingGrounds: Option[] = [
  option("own", "Nhà của tôi hoặc của cha, mẹ, vợ, chồng, con tôi", "My own, or of my parents, spouse or child"),
  option("rent", "Nhà, phòng tôi thuê", "I rent it"),
  option("borrow", "Nhà tôi mượn", "I borrow it"),
  option("stay", "Nhà tôi ở nhờ", "I stay with somebody"),
  option("vehicle", "Tàu, thuyền hoặc phương tiện khác dùng để ở", "A boat or other vehicle I live on"),
];

export const householdPlaces: Option[] = [
  option("own-head", "Tôi đứng chủ hộ tạm trú tại đây", "I am the head of a household of my own here"),
  option("join", "Tôi vào hộ đang có tại đây", "I join a household that lives here"),
];

/** The three ways of CT01: on the form, in VNeID or another online service, in a plain letter without a notary. */
const consentWays: Option[] = [
  {
    ...option("vneid", "Đồng ý trên VNeID", "Agreed in VNeID"),
    hint: text("Chúng tôi gửi yêu cầu để người đó xác nhận trên VNeID.", "We send a request to be confirmed in VNeID."),
  },
  {
    ...option("form", "Ký vào Tờ khai CT01 tại Công an cấp xã", "Signed on form CT01 at the commune police"),
    hint: text("Người đó đến ký khi cán bộ hẹn.", "The person comes to sign when asked."),
  },
  {
    ...option("letter", "Có giấy đồng ý viết tay hoặc đánh máy", "In a letter"),
    hint: text(
      "Không cần công chứng, chứng thực. Ông/bà tải ảnh chụp lên.",
      "No notary needed. You upload a photo of it.",
    ),
  },
];
export const headConsentWays = consentWays;
export const ownerConsentWays: Option[] = [
  {
    ...option("contract", "Đã thể hiện trong hợp đồng thuê, mượn, ở nhờ", "Given in the lease or other agreement"),
    hint: text(
      "Ông/bà tải hợp đồng lên ở phần giấy tờ về chỗ ở.",
      "You upload the agreement as the paper about the dwelling.",
    ),
  },
  ...consentWays,
];

/** The list of the residence database (people-forms.json, relation-to-head). */
export const relationsToHead: Option[] = [
  option("wife", "Vợ", "Wife"),
  option("husband", "Chồng", "Husband"),
  option("child", "Con đẻ", "Child"),
  option("adopted-child", "Con nuôi", "Adopted child"),
  option("father", "Cha", "Father"),
  option("mother", "Mẹ", "Mother"),
  option("grandfather", "Ông", "Grandfather"),
  option("grandmother", "Bà", "Grandmother"),
  option("elder-brother", "Anh", "Elder brother"),
  option("elder-sister", "Chị", "Elder sister"),
  option("younger-sibling", "Em", "Younger sibling"),
  option("grandchild", "Cháu ruột", "Grandchild, nephew or niece"),
  option("daughter-in-law", "Con dâu", "Daughter-in-law"),
  option("son-in-law", "Con rể", "Son-in-law"),
  option("lodger", "Người ở nhờ, ở mượn, ở thuê", "Lodger or tenant"),
  option("other", "Khác", "Other"),
];

export const sexes: Option[] = [option("M", "Nam", "Male"), option("F", "Nữ", "Female")];

/** Who pays no fee (Circular 75/2022/TT-BTC, exemptions; recalled). */
export const feeExemptions: Option[] = [
  option("child", "Trẻ em", "Child"),
  option("elderly", "Người cao tuổi (từ đủ 60 tuổi)", "Person of 60 or over"),
  option("disabled", "Người khuyết tật", "Person with a disability"),
  option("merit", "Người có công với cách mạng và thân nhân", "Person of merit to the revolution, or a relative"),
  option("poor-household", "Hộ nghèo", "Poor household"),
  option(
    "special-area",
    "Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn; công dân thường trú ở xã biên giới, huyện đảo",
    "Ethnic minority in a commune of special difficulty; resident of a border commune or island",
  ),
  option("orphan", "Người từ đủ 16 đến dưới 18 tuổi mồ côi cả cha và mẹ", "Orphan of 16 or 17"),
];
