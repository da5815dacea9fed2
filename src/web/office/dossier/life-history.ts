import type { Act } from "../../../engine/state/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { LifeAct } from "./life-wanted.ts";
import { OPINION_NAMES, WAY_NAMES } from "./words.ts";

const same = (words: string): Text => text(words, words);
const LATE = text("Trả lời sau thời hạn.", "Answered late.");
const papers = (list: readonly { readonly title: string; readonly count: number }[]): string =>
  list.map(({ title, count }) => `${title} (${count})`).join("; ");

/** What an act beside the straight way carries, a sentence a line. */
export function lifeLines(act: Extract<Act, { kind: LifeAct | "consultation-overdue" }>): readonly Text[] {
  switch (act.kind) {
    case "supplement-approved":
      return [text(`Lý do: ${act.data.reason}`, `Reason: ${act.data.reason}`)];
    case "transferred":
      return [
        same(act.data.because),
        {
          "not-started": text("Chưa tính thời hạn.", "The time has not begun."),
          "goes-on": text("Thời hạn tiếp tục tính.", "The time goes on."),
          "from-receipt": text(
            "Thời hạn tính từ khi cơ quan có thẩm quyền nhận.",
            "The time runs from receipt by the competent office.",
          ),
        }[act.data.clock],
        ...(act.data.clock === "not-started" || act.data.dueAt === null
          ? []
          : [text(`Hạn trả kết quả: ${showInstant(act.data.dueAt)}`, `Due: ${showInstant(act.data.dueAt)}`)]),
      ];
    case "consulted":
      return [
        text(`Gửi ${act.data.unitName}: ${act.data.question}`, `To ${act.data.unitName}: ${act.data.question}`),
        text(`Trả lời trước ${showInstant(act.data.dueAt)}`, `Answer by ${showInstant(act.data.dueAt)}`),
      ];
    case "consultation-answered":
      return [OPINION_NAMES[act.data.opinion], same(act.data.answer), ...(act.data.onTime ? [] : [LATE])];
    case "consultation-overdue":
      return [
        text(
          `${act.data.unitName} chưa trả lời đến hạn ${showInstant(act.data.dueAt)}. Đã báo người đứng đầu Bộ phận Một cửa.`,
          `${act.data.unitName} had not answered by ${showInstant(act.data.dueAt)}. Reported to the head of the desk.`,
        ),
      ];
    case "handed-over":
      return [
        text(
          `Đến ${act.data.unitName}; phân bổ ${act.data.shareDays} ngày làm việc, đến ${showInstant(act.data.dueAt)}`,
          `To ${act.data.unitName}; a share of ${act.data.shareDays} working days, until ${showInstant(act.data.dueAt)}`,
        ),
      ];
    case "handed-back":
      return [same(act.data.result), ...(act.data.onTime ? [] : [LATE])];
    case "reappointed":
      return [
        text(`Số: ${act.data.number}`, `Number: ${act.data.number}`),
        text(`Lý do: ${act.data.reason}`, `Reason: ${act.data.reason}`),
        text(`Đơn vị làm chậm: ${act.data.unitAtFault}`, `Unit at fault: ${act.data.unitAtFault}`),
        text(
          `Hạn theo quy định: ${showInstant(act.data.originalDueAt)}; hẹn lại: ${showInstant(act.data.newDueAt)}`,
          `Due by law: ${showInstant(act.data.originalDueAt)}; new appointment: ${showInstant(act.data.newDueAt)}`,
        ),
        ...(act.data.inTime ? [] : [text("Xin lỗi muộn hơn quy định.", "The apology came later than the law asks.")]),
      ];
    case "originals-taken":
      return [same(papers(act.data.papers))];
    case "originals-returned":
      return [
        same(papers(act.data.papers)),
        text(`${WAY_NAMES[act.data.way].vi}, cho ${act.data.to}`, `${WAY_NAMES[act.data.way].en}, to ${act.data.to}`),
      ];
    case "posted":
      return [text(`${act.data.carrier}, số hiệu ${act.data.tracking}`, `${act.data.carrier}, ${act.data.tracking}`)];
    case "replacement-decided":
      return [
        text(`Thay thế văn bản số ${act.data.replacedNumber}`, `Replaces number ${act.data.replacedNumber}`),
        text(`Lý do: ${act.data.reason}`, `Reason: ${act.data.reason}`),
        text(`Nội dung sửa: ${act.data.correction}`, `Correction: ${act.data.correction}`),
        text("Chi phí do cơ quan chịu.", "At the agency's cost."),
      ];
  }
}
