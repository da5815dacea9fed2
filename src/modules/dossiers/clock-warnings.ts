import { type ClockRules, clockRuleOn, getEdition, type Procedure } from "../../engine/definition/index.ts";
import { warningsOf } from "../../engine/reckoning/clock.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { addWorkingHours, MS_PER_HOUR } from "../../kernel/office-time.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { clocksRunning, type RunningClock } from "./clock-rows.ts";
import {
  countWarnings,
  insertWarnings,
  type NewWarning,
  type Unanswered,
  unansweredBefore,
  type WarnedOf,
  type WarningRow,
  warningsFor,
} from "./clock-warning-rows.ts";
import { type CalendarsOf, clockPages } from "./due-dates.ts";

const PAGE = 500;
const FIRST = { officeProvince: "", id: "00000000-0000-0000-0000-000000000000" };

/** Warnings of terms that come to their end, and of online submissions that nobody has answered. */
export function createClockWarnings(deps: {
  readonly db: Database;
  readonly clock: Clock;
  getProcedure(key: string): Procedure;
  readonly calendarsOf: CalendarsOf;
  rules(): ClockRules;
}) {
  const { db, clock } = deps;

  const reachedBy = (running: RunningClock, calendar: Calendar, now: Instant): readonly NewWarning[] => {
    const { officeProvince, id: dossierId, clockFrom, dueAt, pauses } = running;
    const { deadline } = getEdition(deps.getProcedure(running.procedureKey), running.editionId);
    if (deadline.unit === "immediate") return [];
    const term = { from: clockFrom, originalDueAt: dueAt, dueAt, pauses, pausedSince: null };
    const levels: readonly { level: NewWarning["level"]; at: Instant }[] = [
      ...warningsOf(term, calendar).filter(({ at }) => at <= now),
      ...(now > dueAt ? [{ level: "late" as const, at: dueAt }] : []),
    ];
    return levels.map(({ level, at }) => ({
      officeProvince,
      dossierId,
      level,
      clockFrom,
      reachedAt: at,
      dueAt,
    }));
  };

  const raiseTerms = async (now: Instant): Promise<number> => {
    let raised = 0;
    for await (const page of clockPages((after, limit) => clocksRunning(db, null, after, limit))) {
      const calendarOf = await deps.calendarsOf(
        db,
        page.map(({ clockUnit }) => clockUnit),
      );
      const reached = page.flatMap((one) => reachedBy(one, calendarOf(one.clockUnit), now));
      if (reached.length > 0) raised += await insertWarnings(db, reached, now);
    }
    return raised;
  };

  const answerDue = ({ since }: Unanswered, calendar: Calendar): Instant | null => {
    const rule = clockRuleOn(deps.rules(), "online-answer", dayOfInstant(since));
    const due = rule?.value ? addWorkingHours(calendar, since, rule.value) : null;
    return due?.ok ? due.value : null;
  };

  const raiseUnanswered = async (now: Instant): Promise<number> => {
    const hours = clockRuleOn(deps.rules(), "online-answer", dayOfInstant(now))?.value ?? null;
    if (hours === null) return 0;
    let raised = 0;
    for (let after: { officeProvince: string; id: string } = FIRST; ; ) {
      // So many working hours take at least so many hours: younger ones are not looked at.
      const page = await unansweredBefore(db, now - hours * MS_PER_HOUR, after, PAGE);
      const calendarOf = await deps.calendarsOf(
        db,
        page.map(({ unitId }) => unitId),
      );
      const late = page.flatMap((one): NewWarning[] => {
        const due = answerDue(one, calendarOf(one.unitId));
        if (due === null || now <= due) return [];
        const { officeProvince, id: dossierId, since: clockFrom } = one;
        return [{ officeProvince, dossierId, level: "unanswered", clockFrom, reachedAt: due, dueAt: due }];
      });
      if (late.length > 0) raised += await insertWarnings(db, late, now);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return raised;
      after = last;
    }
  };

  return {
    /** Writes every warning that is reached and was not written before. May be run again at any time. */
    async raise(): Promise<{ readonly terms: number; readonly unanswered: number }> {
      const now = clock.now();
      return { terms: await raiseTerms(now), unanswered: await raiseUnanswered(now) };
    },
    /** What an officer is warned of now, the gravest first. */
    of: (whom: WarnedOf, limit: number): Promise<readonly WarningRow[]> => warningsFor(db, whom, clock.now(), limit),
    /**
     * How many dossiers those are, `most` at most. Every page of the office asks, so it is asked as the house: the unit and the
     * accounts are the officer's own, and nothing but a number comes back.
     */
    count: (whom: WarnedOf, most: number): Promise<number> =>
      asSystem(() => countWarnings(db, whom, clock.now(), most)),
  };
}
