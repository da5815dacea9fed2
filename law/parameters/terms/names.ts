import { type Text, text } from "../../../src/kernel/text.ts";
import { nameOf, namesOf, tierName } from "../names.ts";
import { lazily } from "../table.ts";
import type { PenaltyBand } from "./penalties.ts";
import { procedureTitles } from "./procedure-titles.ts";

/** What the figures of residence and stay are called: key | Vietnamese | English. */
export const figureName = namesOf(`
temporary-residence-months-most|Thời hạn tạm trú tối đa của một lần đăng ký|Longest term of one temporary registration
temporary-residence-renewal-days|Số ngày trước khi hết hạn được gia hạn tạm trú|Days before expiry in which temporary residence is extended
temporary-residence-days-least|Ở từ bao nhiêu ngày phải đăng ký tạm trú|Days of stay from which temporary residence is registered
stay-days-most|Thời hạn lưu trú tối đa của một lần thông báo|Longest stay one notification covers
stay-notice-evening-minute|Giờ thông báo lưu trú muộn nhất trong ngày|Hour until which a stay is notified on the day
stay-notice-morning-minute|Giờ thông báo ngày hôm sau, khách đến muộn|Hour of the next day for guests who come late
`);

/** The time limits that are no procedure people ask the due date of, and so have no title: key | Vietnamese | English. */
const otherLimitName = namesOf(`
residence-confirmation-ct07-validity-old|Giá trị của xác nhận cư trú (đến 31/12/2023)|Validity of a confirmation of residence (to 31/12/2023)
residence-confirmation-ct07-validity|Giá trị của xác nhận cư trú (từ 01/01/2024)|Validity of a confirmation of residence (from 01/01/2024)
residence-confirmation-ct07-half-day|Xác nhận thông tin về cư trú, nửa ngày làm việc|Confirmation of residence within half a working day
residence-deletion-citizen-duty|Người dân báo để xóa đăng ký cư trú|A person's notice that residence is to be deleted
residence-deletion-after-data|Xóa đăng ký cư trú theo dữ liệu chia sẻ|Deletion of residence on shared data
residence-deletion-after-cancel|Xóa đăng ký cư trú sau quyết định hủy|Deletion of residence after a decision to cancel
residence-child-duty|Đăng ký cư trú cho trẻ mới sinh|Registering the residence of a newborn
stay-notification|Thông báo lưu trú|Stay notification
foreigner-declaration-paper|Khai báo tạm trú cho người nước ngoài bằng phiếu|Declaring the stay of a foreigner on paper
foreigner-declaration-electronic|Khai báo tạm trú cho người nước ngoài qua mạng|Declaring the stay of a foreigner electronically
foreigner-declaration-paper-remote|Khai báo tạm trú cho người nước ngoài bằng phiếu, vùng sâu, vùng xa|Declaring the stay of a foreigner on paper, remote area
passport-lost-report-citizen-duty|Người dân báo mất hộ chiếu|A person's report of a lost passport
seal-lost-report|Báo mất con dấu, giấy chứng nhận mẫu con dấu|Report of a lost seal or seal certificate
x-surrender|Tiếp nhận vũ khí, vật liệu nổ, công cụ hỗ trợ người dân giao nộp|Receiving weapons and tools that people hand in
`);
const titlesByKey = lazily(() => new Map(procedureTitles().map(({ key, title }) => [key, title])));

/** The title of the procedure, or what else the limit is of. */
export const limitName = (key: string): Text | null => titlesByKey().get(key) ?? otherLimitName(key);

/** What the duties of security businesses are called: term | Vietnamese | English. */
export const dutyName = namesOf(`
security-certificate-lost|Báo mất giấy chứng nhận đủ điều kiện về an ninh, trật tự|Report of a lost certificate of security conditions
responsible-person-change|Báo thay đổi người chịu trách nhiệm về an ninh, trật tự|Report of another person responsible for security
business-start-notice|Thông báo bắt đầu hoạt động kinh doanh|Notice that business begins
guard-target-notice|Thông báo mục tiêu bảo vệ ngoài tỉnh|Notice of a guarded place in another province
`);

/** What the documents are called whose validity is known: kind | Vietnamese | English. */
export const documentName = namesOf(`
residence-confirmation|Xác nhận thông tin về cư trú|Confirmation of residence
temporary-residence-registration|Đăng ký tạm trú|Temporary residence registration
weapon-equip-permit|Giấy phép trang bị vũ khí|Permit to be equipped with weapons
support-tool-equip-permit|Giấy phép trang bị công cụ hỗ trợ|Permit to be equipped with support tools
weapon-purchase-permit|Giấy phép mua vũ khí|Permit to buy weapons
support-tool-purchase-permit|Giấy phép mua công cụ hỗ trợ|Permit to buy support tools
weapon-transport-permit|Giấy phép vận chuyển vũ khí|Permit to transport weapons
support-tool-transport-permit|Giấy phép vận chuyển công cụ hỗ trợ|Permit to transport support tools
explosives-transport-permit|Giấy phép vận chuyển vật liệu nổ công nghiệp|Permit to transport industrial explosives
weapon-import-permit|Giấy phép xuất khẩu, nhập khẩu vũ khí|Import or export permit for weapons
support-tool-import-permit|Giấy phép xuất khẩu, nhập khẩu công cụ hỗ trợ|Import or export permit for support tools
weapon-use-permit|Giấy phép sử dụng vũ khí|Permit to use weapons
support-tool-use-permit|Giấy phép sử dụng công cụ hỗ trợ|Permit to use support tools
security-condition-certificate|Giấy chứng nhận đủ điều kiện về an ninh, trật tự|Certificate of security conditions
guard-certificate|Chứng chỉ nghiệp vụ bảo vệ|Guard certificate
weapon-training-certificate|Giấy chứng nhận sử dụng vũ khí, công cụ hỗ trợ|Certificate of training with weapons and support tools
vaccine-passport-qr|Mã QR của hộ chiếu vắc xin|QR code of a vaccine passport
`);

/** What the acts are called that are fined outside road traffic: act | Vietnamese | English. */
const actName = namesOf(`
stay-not-notified-person|Cá nhân không thông báo lưu trú, không khai báo tạm vắng|Person without stay notification or declared absence
stay-not-notified-establishment|Cơ sở lưu trú không thông báo lưu trú|Lodging place without stay notification
seal-certificate-reissue-late|Chậm đề nghị cấp lại giấy chứng nhận mẫu con dấu|Late request for another seal certificate
seal-loss-report-late|Chậm báo mất con dấu|Late report of a lost seal
seal-not-reregistered|Không đăng ký lại mẫu con dấu|Seal not registered again
seal-inspection-refused|Không chấp hành kiểm tra con dấu|Inspection of a seal refused
seal-not-handed-in|Không giao nộp con dấu|Seal not handed in
recovered-seal-not-handed-in|Không giao nộp con dấu đã mất khi tìm lại được|Recovered seal not handed in
seal-lent-or-pawned|Cho mượn, cầm cố con dấu|Seal lent or pawned
seal-unregistered-used|Sử dụng con dấu chưa đăng ký mẫu|Unregistered seal used
seal-maker-delivers-to-customer|Cơ sở làm con dấu giao thẳng cho khách|Seal handed by its maker to the customer
seal-file-forged|Làm giả hồ sơ đăng ký mẫu con dấu|Forged file for a seal
seal-made-without-transfer-slip|Làm con dấu không có phiếu chuyển mẫu|Seal made without a transfer slip
security-report-late|Cơ sở kinh doanh chậm báo cáo về an ninh, trật tự|Late report of a security business
security-register-missing|Cơ sở kinh doanh không lập sổ quản lý|Security business without its register
security-certificate-missing|Kinh doanh không có giấy chứng nhận về an ninh, trật tự|Business without a certificate of security conditions
weapon-use-permit-lost|Làm mất giấy phép sử dụng vũ khí|Permit to use weapons lost
weapon-carried-without-permit|Mang vũ khí không có giấy phép|Weapon carried without a permit
support-tool-lost|Làm mất công cụ hỗ trợ|Support tool lost
military-or-sport-weapon-lost|Làm mất vũ khí quân dụng, vũ khí thể thao|Military or sport weapon lost
illegal-fireworks|Pháo trái phép|Illegal fireworks
`);

/** Guests are counted whole, so a band that ends below four is one of one to three. */
function guestsName(least: number, below: number): Text {
  return Number.isFinite(below)
    ? text(`từ ${least} đến ${below - 1} người`, `${least} to ${below - 1} guests`)
    : text(`từ ${least} người trở lên`, `${least} guests or more`);
}
function weightName(least: number, below: number): Text | null {
  const bound = (at: number) => (at > 0 && Number.isFinite(at) ? { at, included: false } : null);
  return tierName(bound(least), bound(below), text("kg", "kg"));
}

/** `Cơ sở lưu trú không thông báo lưu trú, từ 4 đến 8 người`. */
export function penaltyName({ act, quantity, least, below }: PenaltyBand): Text | null {
  if (quantity === null) return actName(act);
  return nameOf([actName(act), quantity === "guests" ? guestsName(least, below) : weightName(least, below)]);
}
