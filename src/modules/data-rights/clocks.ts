import { type DataTermKey, dataTermOn } from "../../../law/index.ts";
import { reckonTerm } from "../../engine/reckoning/term.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";

/** No rule of the law, or no calendar, says when it would be due. */
export type NoClock = { readonly kind: "no-clock" };

/** When a term of the law of that day ends. */
export function dueAfter(key: DataTermKey, from: Instant, calendar: Calendar): Result<Instant, NoClock> {
  const term = dataTermOn(key, dayOfInstant(from));
  const ended = term && reckonTerm(term.limit, from, calendar);
  return ended?.ok ? ok(ended.value.dueAt) : fail({ kind: "no-clock" });
}

const UNITS: Readonly<Record<string, Text>> = {
  "working-day": text("ngày làm việc", "working days"),
  day: text("ngày", "days"),
  hour: text("giờ", "hours"),
};
/** How long a person waits for an answer by the law of a day, in words: `2 ngày làm việc`. Null without a rule. */
export function answerTime(on: PlainDate): Text | null {
  const limit = dataTermOn("answer", on)?.limit;
  const words = limit && UNITS[limit.unit];
  return limit && words ? text(`${limit.count} ${words.vi}`, `${limit.count} ${words.en}`) : null;
}

/** The new end of a term that is prolonged the one time the law allows; it is the law of the request's day that says. */
export function prolonged(
  key: DataTermKey,
  asked: Instant,
  due: Instant,
  calendar: Calendar,
): Result<Instant, NoClock> {
  const more = dataTermOn(key, dayOfInstant(asked))?.extension;
  const ended = more ? reckonTerm(more, due, calendar) : null;
  return ended?.ok ? ok(ended.value.dueAt) : fail({ kind: "no-clock" });
}
