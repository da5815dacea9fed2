import { dayOfInstant, showDate, showInstant, showTime } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import { lifeNow } from "../life-words.ts";

/** The one sentence that tells a person where they stand and what, if anything, they should do. */
export function whatNow(view: DossierView, unpaid: boolean): Text {
  const { state, edition } = view;
  const moved = lifeNow(state);
  if (moved) return moved;
  switch (state.status) {
    case "filed":
      return unpaid
        ? text(
            "Hồ sơ đã được gửi. Ông/bà nộp lệ phí; cán bộ sẽ kiểm tra và trả lời trong 08 giờ làm việc.",
            "Sent. Please pay the fee; an officer checks it and answers within 8 working hours.",
          )
        : text(
            "Hồ sơ đã được gửi. Cán bộ sẽ kiểm tra và trả lời trong 08 giờ làm việc.",
            "Sent. An officer checks it and answers within 8 working hours.",
          );
    case "supplement-awaited":
      return text(
        "Hồ sơ còn thiếu. Ông/bà bổ sung theo hướng dẫn dưới đây; thời hạn được tính lại từ khi hồ sơ đầy đủ.",
        "Something is missing. Supplement it as said below; the time starts anew with the complete dossier.",
      );
    case "refused": {
      return text(
        "Hồ sơ không được tiếp nhận. Lý do ghi ở quá trình giải quyết; ông/bà có thể nộp hồ sơ mới.",
        "The dossier was not accepted. The reason stands below; you may file a new one.",
      );
    }
    case "withdrawn":
      return text("Ông/bà đã rút hồ sơ.", "You withdrew the dossier.");
    case "stopped":
      return text(
        "Việc giải quyết hồ sơ đã dừng. Lý do ghi ở quá trình giải quyết.",
        "The dossier was stopped. The reason stands below.",
      );
    case "issued":
    case "returned":
      if (edition.handling === "on-the-spot")
        return text(
          "Thông báo đã được ghi nhận. Ông/bà không phải làm gì thêm.",
          "The notification is recorded. Nothing more to do.",
        );
      return state.outcome === "refuse"
        ? text(
            "Đã có kết quả: đề nghị không được chấp thuận. Lý do ghi trong văn bản kết quả.",
            "The result is out: the request was not granted. The reason stands in the result.",
          )
        : text("Đã có kết quả. Ông/bà có thể tải về.", "The result is out. You may download it.");
    default:
      if (state.pausedSince !== null)
        return text(
          "Thời hạn đang tạm dừng. Lý do và căn cứ ghi ở phần thời hạn.",
          "The clock is paused. The reason and the ground stand below.",
        );
      if (state.clockFrom === null || state.dueAt === null)
        return text(
          "Hồ sơ đã được tiếp nhận. Thời hạn giải quyết bắt đầu khi lệ phí được xác nhận đã nộp.",
          "Accepted. The time starts when the fee is confirmed paid.",
        );
      return text(
        `Hồ sơ đang được giải quyết, có kết quả trước ${showTime(state.dueAt)} ngày ${showDate(dayOfInstant(state.dueAt))}.`,
        `Being handled; the result is due by ${showInstant(state.dueAt)}.`,
      );
  }
}
