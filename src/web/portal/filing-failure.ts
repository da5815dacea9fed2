import type { Edition } from "../../engine/definition/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import type { Language, Text } from "../../kernel/text.ts";
import { text } from "../../kernel/text.ts";
import type { FilingFailure } from "../../modules/dossiers/index.ts";

/** What a person is told when a filing cannot be taken: what happened, and what to do. */
export function filingSentence(failure: FilingFailure, edition: Edition): Text {
  switch (failure.kind) {
    case "not-in-force":
      return text(
        "Thủ tục này hiện không tiếp nhận hồ sơ. Vui lòng xem trang thủ tục để biết thủ tục thay thế.",
        "This procedure takes no dossiers now. See its page for what replaces it.",
      );
    case "applicant-not-allowed":
      return edition.applicants.includes("organisation")
        ? text(
            "Thủ tục này do cơ quan, tổ chức nộp. Vui lòng chọn tổ chức mà ông/bà đại diện rồi bắt đầu lại.",
            "Organisations file this procedure. Choose the organisation you represent and start again.",
          )
        : text(
            "Thủ tục này do cá nhân nộp. Vui lòng chọn nộp cho bản thân rồi bắt đầu lại.",
            "Persons file this procedure. Choose to file for yourself and start again.",
          );
    case "channel-not-allowed":
      return text("Thủ tục này không nhận hồ sơ theo cách này.", "This procedure cannot be filed this way.");
    case "assurance-too-low":
      return text(
        `Cần đăng nhập bằng tài khoản định danh mức độ ${failure.needed}. Vui lòng đăng nhập lại bằng VNeID mức ${failure.needed}.`,
        `An electronic identity of level ${failure.needed} is needed. Please sign in again with it.`,
      );
    case "problems":
      return text("Một số thông tin cần sửa trước khi gửi.", "Some answers must be put right before sending.");
    case "papers-missing": {
      const names = failure.papers.map((key) => edition.papers.find((paper) => paper.key === key)?.title);
      const list = (lang: Language): string =>
        names
          .map((name) => name?.[lang])
          .filter(Boolean)
          .join("; ");
      return text(
        `Còn thiếu giấy tờ: ${list("vi")}. Vui lòng tải lên ở bước Giấy tờ.`,
        `Papers are missing: ${list("en")}. Upload them in the step Papers.`,
      );
    }
    case "no-competent-unit":
      return text(
        "Chưa xác định được cơ quan tiếp nhận theo địa chỉ này. Vui lòng kiểm tra lại phường, xã, đặc khu.",
        "No office could be found for this address. Check the ward or commune.",
      );
    case "no-fee":
      return text(
        "Chưa có mức lệ phí cho ngày hôm nay nên chưa nhận được hồ sơ. Vui lòng thử lại sau hoặc liên hệ cơ quan tiếp nhận.",
        "No fee is set for today, so the dossier cannot be taken. Try later or contact the office.",
      );
    case "already-registered":
      return text(
        `Tất cả khách trong danh sách đã được thông báo trước đó, mã tiếp nhận: ${failure.codes.join(", ")}. Không cần gửi lại.`,
        `All guests of the list were notified before, under ${failure.codes.join(", ")}. There is no need to send them again.`,
      );
    case "busy": {
      const seconds = Math.max(1, Math.ceil(failure.waitMs / 1000));
      return text(
        `Đang có nhiều hồ sơ được gửi cùng lúc. Hồ sơ của ông/bà ở vị trí ${failure.place}; vui lòng gửi lại sau khoảng ${seconds} giây. Hồ sơ vẫn được tính là gửi lúc ${showInstant(failure.at)}.`,
        `Many dossiers are being sent at once. Yours is number ${failure.place} in line; please send it again in about ${seconds} s. It will still count as sent at ${showInstant(failure.at)}.`,
      );
    }
    case "key-reused":
      return text(
        "Hồ sơ này đã được gửi với nội dung khác. Vui lòng xem danh sách hồ sơ của ông/bà.",
        "This dossier was sent before with other content. See your dossiers.",
      );
  }
}
