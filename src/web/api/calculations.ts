import { calendarYears, findSource, officeHours } from "../../../law/index.ts";
import {
  addWorkingHours,
  type Calendar,
  countWorkingDays,
  nextWorkingDay,
  openCalendar,
} from "../../engine/reckoning/calendar.ts";
import { stayNoticeDue } from "../../engine/reckoning/stay-notice.ts";
import {
  addDays,
  addMonths,
  dayOfInstant,
  type Instant,
  isoInstant,
  type PlainDate,
  parseIsoDate,
  showDate,
  yearOf,
} from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { buildVietQr } from "../../kernel/vietqr.ts";
import {
  type CalculationError,
  type Fields,
  RefusedInput,
  readDate,
  readFields,
  readInstant,
} from "./calculation-input.ts";

/** Named calculations of the law: the same answer from the command line (`motcua calculate`) and over HTTP. */

type Step = { readonly rule: string; readonly text: Text; readonly result: unknown };
type CitationRow = {
  readonly document: string;
  readonly article: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly confidence: string;
};
export type Calculated = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  readonly citations: readonly CitationRow[];
};
type Calculation = { readonly fields: Fields; reckon(input: Readonly<Record<string, unknown>>): Calculated };

/** Answers the calculation of that name; an input it refuses, or a name nobody knows, is a failure with both sentences. */
export function calculate(name: string, input: unknown): Result<Calculated, CalculationError> {
  const calculation = Object.hasOwn(CALCULATIONS, name) ? CALCULATIONS[name] : undefined;
  try {
    if (!calculation) throw new RefusedInput("unknown-calculation", "");
    return ok(calculation.reckon(readFields(calculation.fields, input)));
  } catch (cause) {
    if (cause instanceof RefusedInput) return fail(cause.error);
    throw cause;
  }
}

const needed = (kind: "text" | "integer") => ({ kind, needed: true }) as const;
const optional = (kind: "text" | "integer") => ({ kind, needed: false }) as const;

/** Beyond this no calendar reaches; it also keeps the reckoning within the years that dates can name. */
const COUNT_MOST = 100_000;
let opened: Calendar | null = null;
const calendar = (): Calendar => {
  opened ??= openCalendar(calendarYears, officeHours);
  return opened;
};

const citation = (document: string, article: string): CitationRow => {
  const source = findSource(document);
  return {
    document,
    article,
    validFrom: source?.inForceFrom ?? null,
    validTo: source?.inForceUntil ?? null,
    confidence: source?.evidence ?? "recalled",
  };
};
const step = (rule: string, vi: string, en: string, result: unknown): Step => ({ rule, text: text(vi, en), result });

const UNITS = ["working-day", "day", "month", "year", "working-hour", "hour"] as const;
type Unit = (typeof UNITS)[number];
const HOUR_MS = 3_600_000;

/** End of a time limit by the common calendar (Civil Code 2015, art. 145–148). */
const deadline: Calculation = {
  fields: { from: needed("text"), count: needed("integer"), unit: { ...needed("text"), oneOf: UNITS } },
  reckon(input) {
    const unit = input["unit"] as Unit;
    const count = input["count"] as number;
    const inHours = unit === "working-hour" || unit === "hour";
    const from = inHours ? readInstant(input["from"], "from") : readDate(input["from"], "from");
    if (count < 1) throw new RefusedInput("out-of-range", "count");
    const reckoned = typeof from === "number" ? afterHours(from, count, unit) : afterDays(from, count, unit);
    return {
      value: { due: reckoned.due, provisional: reckoned.provisional },
      steps: [
        step(
          "first-day-not-counted",
          "Ngày đầu không tính; giờ tính từ thời điểm bắt đầu.",
          "The first day is not counted; hours run from the moment.",
          input["from"],
        ),
        ...reckoned.steps,
        step("due", "Thời điểm kết thúc thời hạn.", "The end of the time limit.", reckoned.due),
      ],
      citations: [citation("91/2015/QH13", "145–148")],
    };
  },
};

type Reckoned = { readonly due: string; readonly provisional: boolean; readonly steps: readonly Step[] };

function afterHours(from: Instant, count: number, unit: Unit): Reckoned {
  if (count > COUNT_MOST) throw new RefusedInput(unit === "hour" ? "out-of-range" : "calendar-not-loaded", "count");
  if (unit === "hour") return { due: isoInstant(from + count * HOUR_MS), provisional: false, steps: [] };
  const due = loaded(addWorkingHours(calendar(), from, count));
  return { due: isoInstant(due), provisional: provisionalBetween(dayOfInstant(from), dayOfInstant(due)), steps: [] };
}

function afterDays(from: PlainDate, count: number, unit: Unit): Reckoned {
  if (count > COUNT_MOST) throw new RefusedInput("calendar-not-loaded", "count");
  if (unit === "working-day") {
    const { day: due, skipped, provisional } = loaded(countWorkingDays(calendar(), from, count));
    return {
      due,
      provisional,
      steps: skipped.map((off) =>
        step(
          "day-off",
          `Ngày ${showDate(off.date)} nghỉ: ${off.name.vi}.`,
          `${showDate(off.date)} is a day off: ${off.name.en}.`,
          off.date,
        ),
      ),
    };
  }
  const months = unit === "year" ? count * 12 : count;
  if (unit !== "day" && yearOf(from) + months / 12 > LAST_YEAR) throw new RefusedInput("calendar-not-loaded", "count");
  const ends = unit === "day" ? addDays(from, count) : addMonths(from, months);
  if (parseIsoDate(ends) === null) throw new RefusedInput("calendar-not-loaded", "count");
  const due = loaded(nextWorkingDay(calendar(), ends));
  return {
    due,
    provisional: provisionalBetween(from, due),
    steps:
      due === ends
        ? []
        : [
            step(
              "rolls-to-working-day",
              `Ngày ${showDate(ends)} là ngày nghỉ, thời hạn kết thúc vào ngày làm việc tiếp theo.`,
              `${showDate(ends)} is a day of rest; the time ends on the next working day.`,
              due,
            ),
          ],
  };
}
const LAST_YEAR = 9_998;

function loaded<T>(found: Result<T, unknown>): T {
  if (!found.ok) throw new RefusedInput("calendar-not-loaded", "from");
  return found.value;
}

function provisionalBetween(from: PlainDate, due: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(due); year += 1) if (calendar().provisional.get(year)) return true;
  return false;
}

/** Residence Law 68/2020/QH14 in force; art. 30 as replaced by Law 118/2025/QH15. */
const RESIDENCE_LAW_FROM = "2021-07-01";
const REPLACED_FROM = "2026-07-01";
const RESIDENCE_NIGHTS = 30;

/** The latest moment of a stay notification: 23:00, or 08:00 of the next day. */
const stayDeadline: Calculation = {
  fields: {
    arrivedAt: needed("text"),
    plannedNights: optional("integer"),
    guestRelation: { ...optional("text"), oneOf: ["none", "close-relative"] },
    lastNotifiedOn: optional("text"),
  },
  reckon(input) {
    const arrivedAt = readInstant(input["arrivedAt"], "arrivedAt");
    const notifiedBefore =
      input["lastNotifiedOn"] === undefined || input["lastNotifiedOn"] === null
        ? null
        : readDate(input["lastNotifiedOn"], "lastNotifiedOn");
    const nights = (input["plannedNights"] ?? 0) as number;
    if (nights < 0) throw new RefusedInput("out-of-range", "plannedNights");
    const arrivedOn = dayOfInstant(arrivedAt);
    if (arrivedOn < RESIDENCE_LAW_FROM) throw new RefusedInput("not-in-force", "arrivedAt");

    const onceOnly =
      arrivedOn < REPLACED_FROM && input["guestRelation"] === "close-relative" && notifiedBefore !== null;
    const duty = nights >= RESIDENCE_NIGHTS ? "register-temporary-residence" : onceOnly ? "none" : "notify-stay";
    const notify = duty === "notify-stay";
    const dueBefore = notify ? isoInstant(stayNoticeDue(arrivedAt)) : null;
    return {
      value: { duty, notificationRequired: notify, arrivedAtLocal: isoInstant(arrivedAt), dueBefore },
      steps: [
        step("duty", ...DUTIES[duty], duty),
        ...(notify
          ? [
              step(
                "due-before",
                "Đến trước 23 giờ: hạn là 23 giờ cùng ngày; từ 23 giờ: 8 giờ ngày hôm sau.",
                "Arrival before 23:00: 23:00 that day; from 23:00: 08:00 the next day.",
                dueBefore,
              ),
            ]
          : []),
      ],
      citations: [
        citation("68/2020/QH14", arrivedOn < REPLACED_FROM ? "30(4)" : "30(3)"),
        ...(arrivedOn < REPLACED_FROM ? [] : [citation("118/2025/QH15", "4(9)")]),
      ],
    };
  },
};

const DUTIES: { readonly [duty in "notify-stay" | "register-temporary-residence" | "none"]: [string, string] } = {
  "notify-stay": ["Phải thông báo lưu trú.", "The stay must be notified."],
  "register-temporary-residence": [
    "Ở từ 30 đêm trở lên: đăng ký tạm trú.",
    "30 nights or more: register temporary residence.",
  ],
  none: [
    "Người thân ruột thịt đã được thông báo trước đó: không phải thông báo lại.",
    "A close relative notified before: no further notification.",
  ],
};

/** The text of a bank QR (EMVCo, NAPAS). */
const vietqr: Calculation = {
  fields: {
    bin: needed("text"),
    account: needed("text"),
    amount: optional("integer"),
    purpose: optional("text"),
    service: { ...optional("text"), oneOf: ["account", "card"] },
  },
  reckon(input) {
    const built = buildVietQr({
      bin: input["bin"] as string,
      account: input["account"] as string,
      amount: (input["amount"] ?? undefined) as number | undefined,
      purpose: (input["purpose"] ?? undefined) as string | undefined,
      service: (input["service"] ?? undefined) as "account" | "card" | undefined,
    });
    if (!built.ok) throw new RefusedInput(built.failure.code, built.failure.field);
    return {
      value: built.value,
      steps: [
        step(
          "payload",
          "Ghép các thẻ EMVCo và mã kiểm tra CRC.",
          "EMVCo tags joined and closed by their CRC.",
          built.value.payload,
        ),
      ],
      citations: [],
    };
  },
};

const CALCULATIONS: Readonly<Record<string, Calculation>> = { deadline, "stay-deadline": stayDeadline, vietqr };
export const calculationNames: readonly string[] = Object.keys(CALCULATIONS);
