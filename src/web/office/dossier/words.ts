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
};

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

export const WAY_NAMES = {
  online: text("Trả trực tuyến", "Online"),
  desk: text("Trả trực tiếp tại Bộ phận Một cửa", "At the desk"),
  post: text("Gửi qua bưu chính công ích", "By post"),
} as const;
