import type { Channel } from "../../../engine/definition/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { OfficeAct } from "./wanted.ts";

/** What the officer is about to do, as a heading and on the button. */
export const ACT_WORDS: { readonly [K in OfficeAct]: { readonly title: Text; readonly button: Text } } = {
  accepted: { title: text("Tiếp nhận hồ sơ", "Accept the dossier"), button: text("Tiếp nhận", "Accept") },
  assigned: { title: text("Phân công cán bộ thụ lý", "Assign a case officer"), button: text("Phân công", "Assign") },
  proposed: { title: text("Đề xuất giải quyết", "Propose an outcome"), button: text("Gửi đề xuất", "Propose") },
  decided: { title: text("Quyết định", "Decide"), button: text("Quyết định", "Decide") },
  signed: { title: text("Ký số kết quả", "Sign the result"), button: text("Ký số", "Sign") },
  numbered: {
    title: text("Vào sổ, đóng dấu", "Number and seal"),
    button: text("Vào sổ và đóng dấu", "Number and seal"),
  },
  issued: { title: text("Phát hành kết quả", "Issue the result"), button: text("Phát hành", "Issue") },
  returned: { title: text("Trả kết quả", "Return the result"), button: text("Ghi nhận đã trả", "Record the return") },
  "supplement-requested": {
    title: text("Yêu cầu bổ sung hồ sơ", "Ask for a supplement"),
    button: text("Gửi yêu cầu bổ sung", "Send the request"),
  },
  "refused-intake": {
    title: text("Từ chối tiếp nhận", "Refuse to accept"),
    button: text("Từ chối tiếp nhận", "Refuse to accept"),
  },
  "clock-paused": {
    title: text("Tạm dừng thời hạn", "Pause the clock"),
    button: text("Tạm dừng thời hạn", "Pause the clock"),
  },
  "clock-resumed": {
    title: text("Tiếp tục tính thời hạn", "Let the clock go on"),
    button: text("Tiếp tục tính thời hạn", "Let the clock go on"),
  },
  stopped: { title: text("Dừng giải quyết", "Stop the dossier"), button: text("Dừng giải quyết", "Stop") },
  "consultation-answered": {
    title: text("Trả lời ý kiến", "Answer the question"),
    button: text("Gửi trả lời", "Send the answer"),
  },
  "handed-back": {
    title: text("Trả kết quả liên thông", "Hand back the result"),
    button: text("Trả về nơi tiếp nhận", "Hand back to the desk"),
  },
  "handed-over": {
    title: text("Chuyển cơ quan liên thông", "Hand to the next agency"),
    button: text("Chuyển", "Hand over"),
  },
  "supplement-approved": {
    title: text("Duyệt yêu cầu bổ sung lần nữa", "Allow a further request"),
    button: text("Duyệt", "Allow"),
  },
  reappointed: {
    title: text("Xin lỗi và hẹn lại", "Apologise and make a new appointment"),
    button: text("Gửi văn bản xin lỗi", "Send the apology"),
  },
  consulted: { title: text("Lấy ý kiến cơ quan khác", "Ask another office"), button: text("Gửi lấy ý kiến", "Ask") },
  posted: {
    title: text("Giao bưu chính", "Hand to the post"),
    button: text("Ghi nhận đã giao", "Record the hand-over"),
  },
  "originals-taken": {
    title: text("Nhận giấy tờ bản chính", "Take in originals"),
    button: text("Ghi nhận đã nhận", "Record"),
  },
  "originals-returned": {
    title: text("Trả giấy tờ bản chính", "Give originals back"),
    button: text("Ghi nhận đã trả", "Record the return"),
  },
  transferred: {
    title: text("Chuyển cơ quan có thẩm quyền", "Pass on to the competent office"),
    button: text("Chuyển hồ sơ", "Pass on"),
  },
  claimed: { title: text("Nhận xử lý", "Take it on"), button: text("Nhận xử lý", "Take it on") },
  "requirements-checked": {
    title: text("Kiểm tra từng yêu cầu", "Check requirement by requirement"),
    button: text("Ghi kết quả kiểm tra", "Record what was found"),
  },
  "returned-to-officer": {
    title: text("Trả lại cán bộ thụ lý", "Return to the officer"),
    button: text("Trả lại", "Return"),
  },
  "passed-on": {
    title: text("Chuyển giao cho đồng nghiệp", "Pass on to a colleague"),
    button: text("Chuyển giao", "Pass on"),
  },
  "replacement-decided": {
    title: text("Thay thế kết quả có sai sót", "Replace a wrong result"),
    button: text("Quyết định thay thế", "Decide the replacement"),
  },
};

export const VERDICT_NAMES = {
  met: text("Đạt", "Met"),
  "not-met": text("Chưa đạt", "Not met"),
  "not-applicable": text("Không áp dụng", "Not applicable"),
} as const;

export const CHANNEL_NAMES: { readonly [K in Channel]: Text } = {
  online: text("trực tuyến", "online"),
  desk: text("trực tiếp tại Bộ phận Một cửa", "at the desk"),
  post: text("bưu chính công ích", "by post"),
  kiosk: text("ki-ốt thông minh", "kiosk"),
  mobile: text("tiếp nhận lưu động", "mobile team"),
  telephone: text("điện thoại", "by telephone"),
  api: text("kết nối hệ thống (API)", "from another system (API)"),
};

export const OUTCOME_NAMES = {
  grant: text("Đồng ý giải quyết", "Grant"),
  refuse: text("Từ chối giải quyết", "Refuse"),
} as const;

export const OPINION_NAMES = {
  agree: text("Đồng ý", "Agree"),
  disagree: text("Không đồng ý", "Disagree"),
  other: text("Ý kiến khác", "Another opinion"),
} as const;

export const WAY_NAMES = {
  online: text("Trả trực tuyến", "Online"),
  desk: text("Trả trực tiếp tại Bộ phận Một cửa", "At the desk"),
  post: text("Gửi qua bưu chính công ích", "By post"),
} as const;
