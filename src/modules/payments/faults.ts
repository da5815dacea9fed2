import { text } from "../../kernel/text.ts";

/** Sentences that several duties of the cash desk say. */
export const NOT_FOUND = text(
  "Không tìm thấy khoản này trong đơn vị của đồng chí.",
  "There is no such item in your office.",
);
export const CHANGED = text(
  "Khoản này vừa được xử lý. Vui lòng xem lại trạng thái.",
  "It has just been dealt with. Look at where it stands.",
);
export const WHY = text("Vui lòng nêu lý do.", "Say why.");
export const TOO_MUCH = text(
  "Số tiền phải lớn hơn 0 và không quá số còn lại.",
  "The amount must be more than 0 and no more than what is left.",
);
