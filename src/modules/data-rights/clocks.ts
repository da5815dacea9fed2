import { type DataTermKey, dataTermOn } from "../../../law/index.ts";
import { reckonTerm } from "../../engine/reckoning/term.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** No rule of the law, or no calendar, says when it would be due. */
export type NoClock = { readonly kind: "no-clock" };

/** When a term of the law of that day ends. */
export function dueAfter(key: DataTermKey, from: Instant, calendar: Calendar): Result<Instant, NoClock> {
  const term = dataTermOn(key, dayOfInstant(from));
  const ended = term && reckonTerm(term.limit, from, calendar);
  return ended?.ok ? ok(ended.value.dueAt) : fail({ kind: "no-clock" });
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
