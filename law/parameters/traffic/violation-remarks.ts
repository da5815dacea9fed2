import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";

/** What must be done or is taken beside the main penalty. */
export const MEASURES: Readonly<Record<string, Text>> = {
  "confiscate-signal-device": text(
    "Tịch thu thiết bị phát tín hiệu ưu tiên.",
    "The priority-signal device is confiscated.",
  ),
  "restore-equipment": text("Buộc lắp đủ hoặc khôi phục thiết bị của xe.", "The equipment must be fitted or restored."),
  "remove-extra-lights": text("Buộc tháo bỏ đèn lắp thêm trái phép.", "The extra lights must be removed."),
  "confiscate-unproved-vehicle": text(
    "Tịch thu xe nếu không chứng minh được nguồn gốc.",
    "The vehicle is confiscated where its origin cannot be proved.",
  ),
  "confiscate-plate": text("Tịch thu biển số.", "The plate is confiscated."),
  "clear-load": text("Buộc dọn sạch hàng hóa rơi vãi trên đường.", "The load must be cleared from the road."),
  "licence-taken-back": text(
    "Giấy phép bị tẩy xóa phải nộp lại; giấy phép không do cơ quan có thẩm quyền cấp bị thu hồi.",
    "An altered licence is surrendered; one not issued by the competent body is recalled.",
  ),
  "carry-extra-passengers": text(
    "Buộc bố trí xe khác chở số khách vượt quá.",
    "Another vehicle must be provided for the extra passengers.",
  ),
  "unload-excess": text("Buộc hạ phần hàng quá tải, quá khổ.", "The excess load must be unloaded."),
  "do-exchange": text("Buộc làm thủ tục đổi đăng ký, biển số.", "The exchange procedure must be carried out."),
  "do-recall": text("Buộc làm thủ tục thu hồi đăng ký, biển số.", "The recall procedure must be carried out."),
  "do-transfer": text("Buộc làm thủ tục sang tên.", "The transfer procedure must be carried out."),
};

/** A word beside a row; `from` where it is true only since that day. */
export type Remark = Text & { readonly from?: PlainDate };
const amended = (vi: string, en: string): Remark => ({ ...text(vi, en), from: day("2026-08-15") });

export const REMARKS: Readonly<Record<string, Remark>> = {
  "lateral-distance-added": amended(
    "Từ 15/08/2026 bao gồm cả hành vi không giữ khoảng cách ngang an toàn (Nghị định 238/2026/NĐ-CP, điều 19 khoản 2).",
    "Since 15/08/2026 also an unsafe lateral distance (Decree 238/2026/NĐ-CP, article 19(2)).",
  ),
  "no-longer-held": amended(
    "Từ 15/08/2026 không còn thuộc danh mục tạm giữ phương tiện (Nghị định 238/2026/NĐ-CP, điều 19 khoản 14).",
    "Since 15/08/2026 no longer on the list of vehicles held (Decree 238/2026/NĐ-CP, article 19(14)).",
  ),
  "recovery-vehicles-excluded": amended(
    "Từ 15/08/2026 trừ xe cứu hộ tại điều 29 khoản 3a điểm b (Nghị định 238/2026/NĐ-CP, điều 19 khoản 1).",
    "Since 15/08/2026 not recovery vehicles of article 29(3a)(b) (Decree 238/2026/NĐ-CP, article 19(1)).",
  ),
  "authority-bans-added": amended(
    "Từ 15/08/2026 bao gồm cả lệnh cấm của cơ quan có thẩm quyền (Nghị định 238/2026/NĐ-CP, điều 19 khoản 3).",
    "Since 15/08/2026 also bans by a competent authority (Decree 238/2026/NĐ-CP, article 19(3)).",
  ),
  "clinging-reworded": amended(
    "Từ 15/08/2026: nằm, ngồi hoặc đu bám bên ngoài xe (Nghị định 238/2026/NĐ-CP, điều 19 khoản 10).",
    "Since 15/08/2026: lying, sitting or clinging outside (Decree 238/2026/NĐ-CP, article 19(10)).",
  ),
  "emergency-strip-added": amended(
    "Từ 15/08/2026 bao gồm cả dải dừng khẩn cấp (Nghị định 238/2026/NĐ-CP, điều 19 khoản 4).",
    "Since 15/08/2026 also the emergency strip (Decree 238/2026/NĐ-CP, article 19(4)).",
  ),
  "restore-equipment-added": amended(
    "Từ 15/08/2026 còn buộc lắp đủ hoặc khôi phục thiết bị (Nghị định 238/2026/NĐ-CP, điều 19 khoản 5).",
    "Since 15/08/2026 the equipment must also be fitted or restored (Decree 238/2026/NĐ-CP, article 19(5)).",
  ),
  "load-reworded": amended(
    "Từ 15/08/2026 câu chữ được sửa, mức phạt giữ nguyên (Nghị định 238/2026/NĐ-CP, điều 5).",
    "Reworded since 15/08/2026, the fine unchanged (Decree 238/2026/NĐ-CP, article 5).",
  ),
  "held-under-16": text(
    "Chỉ tạm giữ xe khi người điều khiển dưới 16 tuổi (điều 48 khoản 1 điểm d).",
    "The vehicle is held only where the rider is under 16 (article 48(1)(d)).",
  ),
  "held-when-driver": text(
    "Tạm giữ xe khi người vi phạm là người điều khiển (điều 48 khoản 1 điểm đ).",
    "The vehicle is held where the violator is the driver (article 48(1)(đ)).",
  ),
  "points-by-excess": text(
    "Vượt trên 50% đến 100% số người: trừ 4 điểm; trên 100%: trừ 10 điểm. Khung phạt nhân theo số người vượt.",
    "Over 50 to 100% too many: 4 points; over 100%: 10 points. The bracket is multiplied by the extra persons.",
  ),
  "owner-as-driver": text(
    "Chỉ trừ điểm khi chủ xe đồng thời là người điều khiển (điều 32 khoản 21).",
    "Points only where the owner is also the driver (article 32(21)).",
  ),
  "child-duty-rewritten": text(
    "Nghĩa vụ tại điều 10 khoản 3 Luật 36/2024/QH15 được viết lại từ 01/07/2026; trước ngày đó cần ý kiến pháp chế.",
    "The duty of article 10(3) of Law 36/2024/QH15 was rewritten from 01/07/2026; before, only with legal advice.",
  ),
  "goods-no-points-found": text(
    "Chưa tìm thấy quy định trừ điểm cho điểm này; trách nhiệm của chủ xe ở điều 32 khoản 13 điểm e.",
    "No deduction of points was found for this item; the owner answers under article 32(13)(e).",
  ),
  "camera-from-2028": text(
    "Phần camera ghi hình người lái của xe vận tải nội bộ áp dụng từ 01/01/2028.",
    "The driver-camera part for own-account vehicles applies from 01/01/2028.",
  ),
  transcribed: text(
    "Câu chữ Nghị định 238/2026/NĐ-CP lấy từ bản chép lại.",
    "Decree 238/2026/NĐ-CP was read in a transcription.",
  ),
  recalled: text("Mức này chưa đối chiếu với văn bản.", "This row was not checked against the text."),
  "amount-confirmed": text(
    "Mức phạt được xác nhận qua tài liệu hỏi đáp; thời gian tước giấy phép chưa đối chiếu.",
    "The amount is confirmed in a secondary source; the months of suspension are not.",
  ),
};
