import { type ClockRules, getEdition, type Procedure } from "../../engine/definition/index.ts";
import { clockOf, clockUnitOf } from "../../engine/reckoning/clock.ts";
import { reckonDeadline } from "../../engine/reckoning/deadline.ts";
import { type Act, CLOCK_ENDED, deriveState, SYSTEM } from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { clocksOver, clocksRunning, type RunningClock } from "./clock-rows.ts";
import { actsOf, appendActs, lockDossier } from "./rows.ts";

/** A due date as it stands, and as another calendar would have it. */
export type DueMove = RunningClock & { readonly becomes: Instant };
/** An open dossier whose recorded due time is not what its clock comes to. */
export type ClockMisfit = { readonly code: string; readonly stored: Instant; readonly reckoned: Instant | null };
type Change = { readonly id: string; readonly title: string };
/** The calendars of offices, each put together over the law's calendar in force when it is asked. */
export type CalendarsOf = (sql: Sql, units: readonly string[]) => Promise<(unit: string) => Calendar>;

const PAGE = 500;
const FIRST = { officeProvince: "", id: "00000000-0000-0000-0000-000000000000" };
const MISFITS_MOST = 100;

/** Pages of clocks, each asked after the last one of the page before. */
export async function* clockPages(
  ask: (after: { readonly officeProvince: string; readonly id: string }, limit: number) => Promise<RunningClock[]>,
): AsyncGenerator<readonly RunningClock[]> {
  for (let after: { officeProvince: string; id: string } = FIRST; ; ) {
    const page = await ask(after, PAGE);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last;
  }
}

/** What a change of days off or of an office's hours does to dossiers whose clock runs, and whether all of them fit. */
export function createDueDates(deps: {
  readonly db: Database;
  readonly clock: Clock;
  getProcedure(key: string): Procedure;
  readonly calendarsOf: CalendarsOf;
  rules(): ClockRules;
}) {
  const { db, clock } = deps;
  const dueOf = (running: RunningClock, calendar: Calendar): Instant | null => {
    const edition = getEdition(deps.getProcedure(running.procedureKey), running.editionId);
    const reckoned = reckonDeadline(edition, running.clockFrom, calendar, running.pauses);
    return reckoned.ok ? reckoned.value.dueAt : null;
  };
  const over = (sql: Sql, days: readonly PlainDate[]) =>
    clockPages((after, limit) => clocksOver(sql, days, after, limit));
  const running = (sql: Sql, unit: string | null) =>
    clockPages((after, limit) => clocksRunning(sql, unit, after, limit));
  const calendarsFor = (sql: Sql, page: readonly RunningClock[]) =>
    deps.calendarsOf(
      sql,
      page.map(({ clockUnit }) => clockUnit),
    );

  const moveOne = (one: RunningClock, change: Change): Promise<boolean> =>
    db.inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, one.officeProvince, one.id);
      if (!dossier) return false;
      const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
      const state = deriveState(acts);
      if (CLOCK_ENDED.has(state.status) || state.clockFrom === null || state.dueAt === null) return false;
      const unit = clockUnitOf(acts) ?? state.unit;
      const reckoned = clockOf({
        acts,
        edition: getEdition(deps.getProcedure(one.procedureKey), one.editionId),
        calendar: (await deps.calendarsOf(tx, [unit]))(unit),
        rules: deps.rules(),
        now: clock.now(),
      }).reckoned;
      const dueAt = reckoned?.dueAt ?? null;
      if (dueAt === null || dueAt === state.dueAt) return false;
      const act: Act = {
        seq: state.version + 1,
        id: newId(),
        kind: "due-moved",
        at: clock.now(),
        by: SYSTEM,
        data: { dueAt, from: state.dueAt, change: change.id, because: change.title },
      };
      await appendActs(tx, dossier, [act], deriveState([...acts, act]));
      return true;
    });

  const moveAll = async (pages: AsyncGenerator<readonly RunningClock[]>, change: Change): Promise<number> => {
    let moved = 0;
    for await (const page of pages) {
      for (const one of page) if (await moveOne(one, change)) moved += 1;
    }
    return moved;
  };

  return {
    /**
     * The due dates that move when these days change, the first `most` of them, and how many clocks run over the days.
     * Asked with the calendar in question in force (withAmendments), which `reckon` does for each page.
     */
    async preview(
      sql: Sql,
      days: readonly PlainDate[],
      reckon: <T>(ask: () => T) => T,
      most: number,
    ): Promise<{ readonly moves: readonly DueMove[]; readonly moved: number; readonly running: number }> {
      const moves: DueMove[] = [];
      let [moved, count] = [0, 0];
      for await (const page of over(sql, days)) {
        count += page.length;
        const calendarOf = await calendarsFor(sql, page);
        const becomes = reckon(() => page.map((one) => dueOf(one, calendarOf(one.clockUnit))));
        for (const [at, one] of page.entries()) {
          const due = becomes[at] ?? null;
          if (due === null || due === one.dueAt) continue;
          moved += 1;
          if (moves.length < most) moves.push({ ...one, becomes: due });
        }
      }
      return { moves, moved, running: count };
    },

    /**
     * Reckons the open clocks over these days anew, by the calendar now in force; where the due date is another, an act
     * says so. May be run again: what is right already stays. Answers how many were moved.
     */
    move: (days: readonly PlainDate[], change: Change): Promise<number> => moveAll(over(db, days), change),

    /** The same for the open clocks of an office that changed its hours. */
    moveOfUnit: (unit: string, change: Change): Promise<number> => moveAll(running(db, unit), change),

    /** Every open clock reckoned anew: those whose stored due time is another, the first hundred. Changes nothing. */
    async verify(): Promise<{ readonly running: number; readonly misfits: readonly ClockMisfit[] }> {
      const misfits: ClockMisfit[] = [];
      let count = 0;
      for await (const page of running(db, null)) {
        count += page.length;
        const calendarOf = await calendarsFor(db, page);
        for (const one of page) {
          const reckoned = dueOf(one, calendarOf(one.clockUnit));
          if (reckoned !== one.dueAt && misfits.length < MISFITS_MOST)
            misfits.push({ code: one.code, stored: one.dueAt, reckoned });
        }
      }
      return { running: count, misfits };
    },
  };
}
