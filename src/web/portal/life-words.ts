import type { Act, DossierState } from "../../engine/state/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";

/** What a person reads of acts beside the straight way: what happened and what it means for them, never inner words. */
export function lifeWords(act: Act): Text | null {
  switch (act.kind) {
    case "transferred":
      return text(
        `${act.data.because}. Ông/bà không phải nộp lại; mã hồ sơ giữ nguyên.`,
        `${act.data.because}. Nothing has to be filed again; the code stays.`,
      );
    case "supplement-approved":
      return text(
        "Cơ quan cần hỏi thêm một lần; lãnh đạo đã duyệt.",
        "The office has to ask once more; its lead has allowed it.",
      );
    case "consulted":
      return text(
        `Hỏi ý kiến ${act.data.unitName}, trả lời trước ${showInstant(act.data.dueAt)}. Ngày hẹn của ông/bà không đổi.`,
        `${act.data.unitName} was asked for its opinion by ${showInstant(act.data.dueAt)}. Your appointment stays.`,
      );
    case "consultation-overdue":
      return text(
        `${act.data.unitName} chưa trả lời đúng hạn; cơ quan đang đôn đốc.`,
        `${act.data.unitName} has not answered in time; it has been reminded.`,
      );
    case "handed-over":
      return text(
        `${act.data.unitName} xử lý phần việc của mình đến ${showInstant(act.data.dueAt)}.`,
        `${act.data.unitName} does its part until ${showInstant(act.data.dueAt)}.`,
      );
    case "reappointed":
      return text(
        `Cơ quan xin lỗi ông/bà vì chậm trả kết quả. Lý do: ${act.data.reason}. Hẹn lại: ${showInstant(act.data.newDueAt)}.`,
        `The office apologises for the delay. Reason: ${act.data.reason}. New appointment: ${showInstant(act.data.newDueAt)}.`,
      );
    case "originals-taken":
      return text(`Cơ quan giữ bản chính: ${listed(act)}`, `The office keeps originals: ${listed(act)}`);
    case "originals-returned":
      return text(`Đã trả bản chính: ${listed(act)}`, `Originals given back: ${listed(act)}`);
    case "posted":
      return text(
        `${act.data.carrier}, số hiệu bưu gửi ${act.data.tracking}`,
        `${act.data.carrier}, tracking number ${act.data.tracking}`,
      );
    case "issued":
      return act.data.early
        ? text("Có kết quả sớm hơn ngày hẹn.", "The result is ready before the appointment.")
        : null;
    case "returned":
      return act.data.way === "online" ? null : text(`Người nhận: ${act.data.to}`, `Received by ${act.data.to}`);
    case "replacement-decided":
      return text(
        `Văn bản số ${act.data.replacedNumber} có sai sót. Lý do: ${act.data.reason}. Cơ quan cấp lại, ông/bà không phải trả chi phí.`,
        `Number ${act.data.replacedNumber} was wrong. Reason: ${act.data.reason}. The office issues it anew; you pay nothing.`,
      );
    default:
      return null;
  }
}

const listed = (act: Act<"originals-taken" | "originals-returned">): string =>
  act.data.papers.map(({ title, count }) => `${title} (${count})`).join("; ");

/** The sentence about a promise that was moved, or a result that is put right; null where neither is. */
export function lifeNow({ reappointedTo, replacement, endedAt }: DossierState): Text | null {
  if (replacement && replacement.stage !== "issued")
    return text(
      "Kết quả trước có sai sót. Cơ quan đang cấp lại kết quả đúng, ông/bà không phải làm gì thêm.",
      "The first result was wrong. The office is issuing the right one; nothing to do for you.",
    );
  if (reappointedTo === null || endedAt !== null) return null;
  const at = showInstant(reappointedTo);
  return text(
    `Cơ quan xin lỗi vì chậm trả kết quả và hẹn lại vào ${at}. Văn bản xin lỗi ở phần Giấy tờ cơ quan đã gửi.`,
    `The office apologises for the delay; the new appointment is ${at}. The letter stands among the papers from the office.`,
  );
}
