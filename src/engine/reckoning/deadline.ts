import {
  type Calendar,
  closingTime,
  countWorkingDays,
  type NoCalendar,
  nextWorkingDay,
} from "../../kernel/calendar.ts";
import {
  addOfficeTime,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  officeTimeBetween,
  workingDaysBetween,
} from "../../kernel/office-time.ts";
import {
  addDays,
  addMonths,
  dayOfInstant,
  daysBetween,
  type Instant,
  type PlainDate,
  showDate,
  showInstant,
} from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Citation, DEADLINE_LENGTH, type Deadline, type Edition } from "../definition/index.ts";

export { deadlineInWords } from "../definition/index.ts";

/** When an answer is due, with the way there: the page, the paper and the API show the same reasons. */
export type Reckoned = {
  readonly dueOn: PlainDate;
  readonly dueAt: Instant;
  readonly steps: readonly Text[];
  readonly citations: readonly Citation[];
};
export type ReckonFailure = { readonly kind: "calendar-not-loaded"; readonly year: number };
/** Time in which the clock stood still on a ground of the law. */
export type Pause = { readonly from: Instant; readonly until: Instant };

type Counted = Exclude<Deadline, { unit: "immediate" }>;
type Ended = { readonly dueAt: Instant; readonly steps: readonly Text[] };

/**
 * The due moment of a dossier whose clock starts at `from`. Days and months: the day of the event is not counted (Civil
 * Code 2015, art. 147.2 and 148), and the printed hour is the end of office hours at the place of return; working hours
 * run from the moment. An immediate procedure is due at once. A pause prolongs the term in the unit of the term: by the
 * working days, days or hours that passed in it; a pause that begins after the term has ended changes nothing.
 */
export function reckonDeadline(
  { deadline }: Pick<Edition, "deadline">,
  from: Instant,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Result<Reckoned, ReckonFailure> {
  if (deadline.unit === "immediate") {
    return ok({
      dueOn: dayOfInstant(from),
      dueAt: from,
      steps: [text("Hệ thống ghi nhận và trả lời ngay khi gửi.", "Recorded and answered as soon as it is sent.")],
      citations: deadline.basis,
    });
  }
  let extra = 0;
  let ended = endOf(deadline, from, 0, calendar);
  const paused: Text[] = [];
  for (const pause of pauses) {
    if (!ended.ok) break;
    if (pause.from >= ended.value.dueAt) continue;
    const length = lengthOf(deadline, pause, calendar);
    if (!length.ok) return notLoaded(length.failure);
    extra += length.value;
    paused.push(pauseStep(deadline, pause, length.value));
    ended = endOf(deadline, from, extra, calendar);
  }
  if (!ended.ok) return notLoaded(ended.failure);
  const { dueAt, steps } = ended.value;
  return ok({
    dueOn: dayOfInstant(dueAt),
    dueAt,
    steps: [...steps, ...paused, text(`Hạn trả kết quả: ${showInstant(dueAt)}.`, `Due: ${showInstant(dueAt)}.`)],
    citations: deadline.basis,
  });
}

/** The end of the term with so much more of its unit; hours are in milliseconds here. */
function endOf(deadline: Counted, from: Instant, extra: number, calendar: Calendar): Result<Ended, NoCalendar> {
  const start = dayOfInstant(from);
  const { unit, count } = deadline;
  if (unit === "working-hours") {
    const end = addOfficeTime(calendar, from, count * MS_PER_HOUR + extra);
    if (!end.ok) return end;
    return ok({
      dueAt: end.value,
      steps: [
        text(`Tính từ ${showInstant(from)}.`, `Counted from ${showInstant(from)}.`),
        text(`${count} giờ làm việc của cơ quan.`, `${count} hours in which the office is open.`),
      ],
    });
  }
  const first = text(
    `Tính từ ngày ${showDate(start)} (không tính ngày này).`,
    `Counted from ${showDate(start)}, that day not included.`,
  );
  if (unit === "working-days") {
    const counted = countWorkingDays(calendar, start, count + extra);
    if (!counted.ok) return counted;
    const { day, skipped, provisional } = counted.value;
    return ok({
      dueAt: closingTime(calendar, day),
      steps: [
        first,
        text(
          `${count} ngày làm việc, không tính thứ Bảy, Chủ nhật và ngày lễ.`,
          `${count} working days, without Saturdays, Sundays and holidays.`,
        ),
        ...skipped.map((off) =>
          text(
            `Ngày ${showDate(off.date)} nghỉ: ${off.name.vi}.`,
            `${showDate(off.date)} is a day off: ${off.name.en}.`,
          ),
        ),
        ...(provisional ? [PROVISIONAL] : []),
      ],
    });
  }
  const last = addDays(unit === "days" ? addDays(start, count) : addMonths(start, count), extra);
  const due = nextWorkingDay(calendar, last);
  if (!due.ok) return due;
  const length = DEADLINE_LENGTH[unit](count);
  return ok({
    dueAt: closingTime(calendar, due.value),
    steps: [
      first,
      text(`${length.vi}, tính cả ngày nghỉ.`, `${length.en}, days of rest included.`),
      ...(due.value === last
        ? []
        : [
            text(
              `Ngày ${showDate(last)} là ngày nghỉ, chuyển sang ngày làm việc tiếp theo.`,
              `${showDate(last)} is a day of rest and moves to the next working day.`,
            ),
          ]),
      ...(calendar.dayAt(due.value)?.isProvisional ? [PROVISIONAL] : []),
    ],
  });
}
const PROVISIONAL = text(
  "Lịch nghỉ của năm này còn tạm tính, hạn có thể thay đổi một vài ngày.",
  "The holidays of this year are provisional; the date may move by a day or two.",
);

/** How much of the term's unit passed in a pause: working days, days, or milliseconds of office time. */
function lengthOf({ unit }: Counted, { from, until }: Pause, calendar: Calendar): Result<number, NoCalendar> {
  const [first, last] = [dayOfInstant(from), dayOfInstant(until)];
  if (unit === "working-hours") return officeTimeBetween(calendar, from, until);
  return unit === "working-days" ? workingDaysBetween(calendar, first, last) : ok(daysBetween(first, last));
}

function pauseStep({ unit }: Counted, { from, until }: Pause, length: number): Text {
  const by =
    unit === "working-hours"
      ? text(
          `${Math.round(length / MS_PER_MINUTE)} phút làm việc`,
          `${Math.round(length / MS_PER_MINUTE)} working minutes`,
        )
      : unit === "working-days"
        ? DEADLINE_LENGTH[unit](length)
        : DEADLINE_LENGTH.days(length);
  return text(
    `Tạm dừng từ ${showInstant(from)} đến ${showInstant(until)}: ${by.vi} không tính vào thời hạn.`,
    `Paused from ${showInstant(from)} to ${showInstant(until)}: ${by.en} are not counted.`,
  );
}

const notLoaded = ({ year }: NoCalendar): Result<never, ReckonFailure> => fail({ kind: "calendar-not-loaded", year });
