import { type Text, text } from "../../kernel/text.ts";
import type { ActKind } from "./acts.ts";
import type { Status } from "./derive.ts";

/** What people are told. The citizen's sentence says what happens next; the office's word is the trade's. */
const STATUS_NAMES: { readonly [S in Status]: Text } = {
  filed: text("Chờ tiếp nhận", "Waiting to be accepted"),
  "supplement-awaited": text("Chờ bổ sung", "Waiting for your supplement"),
  accepted: text("Đã tiếp nhận", "Accepted"),
  assigned: text("Đang giải quyết", "Being examined"),
  proposed: text("Chờ quyết định", "Waiting for a decision"),
  decided: text("Chờ ký", "Waiting for signature"),
  signed: text("Chờ vào sổ", "Waiting to be numbered"),
  numbered: text("Chờ phát hành", "Waiting to be issued"),
  issued: text("Đã có kết quả", "Result ready"),
  returned: text("Đã trả kết quả", "Result returned"),
  refused: text("Không được tiếp nhận", "Not accepted"),
  withdrawn: text("Đã rút", "Withdrawn"),
  stopped: text("Đã dừng giải quyết", "Stopped"),
};
export const statusName = (status: Status): Text => STATUS_NAMES[status];

const ACT_NAMES: { readonly [K in ActKind]: Text } = {
  filed: text("Nộp hồ sơ", "Filed"),
  acknowledged: text("Ghi nhận thông báo", "Notification recorded"),
  accepted: text("Tiếp nhận hồ sơ", "Accepted"),
  "fee-set": text("Xác định lệ phí", "Fee set"),
  rerouted: text("Chuyển cơ quan giải quyết", "Handed to another office"),
  "due-moved": text("Hạn trả kết quả thay đổi", "The due date has moved"),
  "fee-paid": text("Đã nhận tiền", "Fee received"),
  "clock-paused": text("Tạm dừng thời hạn", "Clock paused"),
  "clock-resumed": text("Tiếp tục tính thời hạn", "Clock resumed"),
  "fee-waived": text("Miễn, giảm phí, lệ phí", "Fee waived or reduced"),
  "fee-reopened": text("Hủy biên lai, khoản thu còn phải nộp", "Receipt cancelled, the fee is owed again"),
  "supplement-requested": text("Yêu cầu bổ sung", "Supplement requested"),
  supplemented: text("Bổ sung hồ sơ", "Supplemented"),
  "refused-intake": text("Từ chối tiếp nhận", "Refused to accept"),
  assigned: text("Phân công", "Assigned"),
  proposed: text("Đề xuất", "Proposed"),
  decided: text("Quyết định", "Decided"),
  signed: text("Ký số", "Signed"),
  numbered: text("Vào sổ, đóng dấu", "Numbered and sealed"),
  issued: text("Phát hành", "Issued"),
  returned: text("Trả kết quả", "Returned"),
  stopped: text("Dừng giải quyết", "Stopped"),
  withdrawn: text("Rút hồ sơ", "Withdrawn"),
  corrected: text("Đính chính", "Corrected"),
  cancelled: text("Hủy thông báo", "Cancelled"),
  "supplement-approved": text("Duyệt yêu cầu bổ sung thêm một lần", "A further request was allowed"),
  transferred: text("Chuyển đến cơ quan có thẩm quyền", "Passed to the competent office"),
  consulted: text("Lấy ý kiến cơ quan phối hợp", "Another office was asked"),
  "consultation-answered": text("Cơ quan phối hợp trả lời", "The other office answered"),
  "consultation-overdue": text("Quá hạn cho ý kiến", "No answer in time"),
  "handed-over": text("Chuyển cơ quan liên thông", "Handed to the next agency"),
  "handed-back": text("Cơ quan liên thông trả kết quả", "The agency handed it back"),
  reappointed: text("Xin lỗi và hẹn lại", "Apology and new appointment"),
  "originals-taken": text("Nhận giấy tờ bản chính", "Originals taken in"),
  "originals-returned": text("Trả giấy tờ bản chính", "Originals given back"),
  posted: text("Giao bưu chính", "Handed to the post"),
  "replacement-decided": text("Thay thế kết quả có sai sót", "A wrong result is replaced"),
};
export const actName = (kind: ActKind): Text => ACT_NAMES[kind];
