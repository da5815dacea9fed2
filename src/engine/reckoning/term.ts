import { type Calendar, countWorkingDays, nextWorkingDay } from "../../kernel/calendar.ts";
import { addWorkingHours } from "../../kernel/office-time.ts";
import {
  addDays,
  addMonths,
  dayOfInstant,
  type Instant,
  instantAt,
  showDate,
  showInstant,
} from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { ReckonFailure } from "./deadline.ts";

/** A length of time as the law writes it. */
export type TermLength = {
  readonly count: number;
  readonly unit: "working-day" | "day" | "month" | "year" | "working-hour" | "hour";
};
/** When a term ends, with the way there. */
export type EndedTerm = { readonly dueAt: Instant; readonly steps: readonly Text[] };

const HOUR_MS = 3_600_000;
/** A term in days ends with its last day (Civil Code 2015, art. 148.6). */
const LAST_MINUTE = 24 * 60 - 1;

/**
 * The end of a legal term that starts at `from`. Days: the first is not counted, and a last day of rest moves to the next
 * working day (Civil Code 2015, art. 147.2 and 148.5). Hours run from the moment, through nights and feasts.
 */
export function reckonTerm(length: TermLength, from: Instant, calendar: Calendar): Result<EndedTerm, ReckonFailure> {
  const start = text(`Tính từ ${showInstant(from)}.`, `Counted from ${showInstant(from)}.`);
  const ended = endOf(length, from, calendar);
  if (!ended.ok) return ended;
  const { dueAt, steps } = ended.value;
  return ok({ dueAt, steps: [start, ...steps, text(`Hạn: ${showInstant(dueAt)}.`, `Due: ${showInstant(dueAt)}.`)] });
}

function endOf({ count, unit }: TermLength, from: Instant, calendar: Calendar): Result<EndedTerm, ReckonFailure> {
  switch (unit) {
    case "hour":
      return ok({ dueAt: from + count * HOUR_MS, steps: [text(`${count} giờ liên tục.`, `${count} hours on end.`)] });
    case "working-hour": {
      const end = addWorkingHours(calendar, from, count);
      return end.ok
        ? ok({ dueAt: end.value, steps: [text(`${count} giờ làm việc.`, `${count} working hours.`)] })
        : noCalendar(end.failure.year);
    }
    case "working-day": {
      const counted = countWorkingDays(calendar, dayOfInstant(from), count);
      if (!counted.ok) return noCalendar(counted.failure.year);
      const { day, skipped } = counted.value;
      return ok({
        dueAt: instantAt(day, LAST_MINUTE),
        steps: [
          text(`${count} ngày làm việc, không tính ngày đầu.`, `${count} working days, the first day not counted.`),
          ...skipped.map((off) =>
            text(
              `Ngày ${showDate(off.date)} nghỉ: ${off.name.vi}.`,
              `${showDate(off.date)} is a day off: ${off.name.en}.`,
            ),
          ),
        ],
      });
    }
    default:
      return afterDays({ count, unit }, from, calendar);
  }
}

function afterDays({ count, unit }: TermLength, from: Instant, calendar: Calendar): Result<EndedTerm, ReckonFailure> {
  const start = dayOfInstant(from);
  const ends = unit === "day" ? addDays(start, count) : addMonths(start, unit === "year" ? count * 12 : count);
  const due = nextWorkingDay(calendar, ends);
  if (!due.ok) return noCalendar(due.failure.year);
  const words = { day: ["ngày", "days"], month: ["tháng", "months"], year: ["năm", "years"] }[
    unit === "day" || unit === "month" ? unit : "year"
  ];
  return ok({
    dueAt: instantAt(due.value, LAST_MINUTE),
    steps: [
      text(`${count} ${words[0]}, không tính ngày đầu.`, `${count} ${words[1]}, the first day not counted.`),
      ...(due.value === ends
        ? []
        : [
            text(
              `Ngày ${showDate(ends)} là ngày nghỉ, chuyển sang ngày làm việc tiếp theo.`,
              `${showDate(ends)} is a day of rest and moves to the next working day.`,
            ),
          ]),
    ],
  });
}

const noCalendar = (year: number) => fail({ kind: "calendar-not-loaded" as const, year });
