import { type Calendar, countWorkingDays } from "../../kernel/calendar.ts";
import {
  dayOfInstant,
  type Instant,
  instantAt,
  type PlainDate,
  showDate,
  showInstant,
} from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Citation, Edition } from "../definition/index.ts";

/** When an answer is due, with the way there: the page, the paper and the API show the same reasons. */
export type Reckoned = {
  readonly dueOn: PlainDate;
  readonly dueAt: Instant;
  readonly steps: readonly Text[];
  readonly citations: readonly Citation[];
};
export type ReckonFailure = { readonly kind: "calendar-not-loaded"; readonly year: number };

/** The printed hour is the end of office hours at the place of return (one-stop-shop.md 3.1). */
const CLOSING_MINUTE = 17 * 60 + 30;

/**
 * The due moment of a dossier whose clock starts at `from`. Working days: the first day is the first working day after
 * the start (Civil Code 2015, art. 147.2 and 148). An immediate procedure is due at once.
 */
export function reckonDeadline(edition: Edition, from: Instant, calendar: Calendar): Result<Reckoned, ReckonFailure> {
  const { deadline } = edition;
  if (deadline.unit === "immediate") {
    return ok({
      dueOn: dayOfInstant(from),
      dueAt: from,
      steps: [text("Hệ thống ghi nhận và trả lời ngay khi gửi.", "Recorded and answered as soon as it is sent.")],
      citations: deadline.basis,
    });
  }
  const start = dayOfInstant(from);
  const counted = countWorkingDays(calendar, start, deadline.count);
  if (!counted.ok) return fail({ kind: "calendar-not-loaded", year: counted.failure.year });
  const { day: dueOn, skipped, provisional } = counted.value;
  const dueAt = instantAt(dueOn, CLOSING_MINUTE);
  return ok({
    dueOn,
    dueAt,
    steps: [
      text(
        `Tính từ ngày ${showDate(start)} (không tính ngày này).`,
        `Counted from ${showDate(start)}, that day not included.`,
      ),
      text(
        `${deadline.count} ngày làm việc, không tính thứ Bảy, Chủ nhật và ngày lễ.`,
        `${deadline.count} working days, without Saturdays, Sundays and holidays.`,
      ),
      ...skipped.map((off) =>
        text(`Ngày ${showDate(off.date)} nghỉ: ${off.name.vi}.`, `${showDate(off.date)} is a day off: ${off.name.en}.`),
      ),
      ...(provisional
        ? [
            text(
              "Lịch nghỉ của năm này còn tạm tính, hạn có thể thay đổi một vài ngày.",
              "The holidays of this year are provisional; the date may move by a day or two.",
            ),
          ]
        : []),
      text(`Hạn trả kết quả: ${showInstant(dueAt)}.`, `Due: ${showInstant(dueAt)}.`),
    ],
    citations: deadline.basis,
  });
}

/** The statutory time in words, as procedure pages and receipts print it. */
export function deadlineInWords(edition: Edition): Text {
  const { deadline } = edition;
  if (deadline.unit === "immediate") return text("Ngay khi tiếp nhận", "At once");
  return text(`${deadline.count} ngày làm việc`, `${deadline.count} working days`);
}
