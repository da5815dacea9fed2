import { getEdition, type Procedure } from "../../engine/definition/index.ts";
import { reckonDeadline } from "../../engine/reckoning/deadline.ts";
import { type Act, CLOCK_ENDED, deriveState, SYSTEM } from "../../engine/state/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { clocksOver, type RunningClock } from "./clock-rows.ts";
import { actsOf, appendActs, lockDossier } from "./rows.ts";

/** A due date as it stands, and as another calendar would have it. */
export type DueMove = RunningClock & { readonly becomes: Instant };

const PAGE = 500;
const FIRST = { officeProvince: "", id: "00000000-0000-0000-0000-000000000000" };

/** What a change of days off does to dossiers whose clock runs over them. */
export function createDueDates(deps: {
  readonly db: Database;
  readonly clock: Clock;
  getProcedure(key: string): Procedure;
  calendar(): Calendar;
}) {
  const { db, clock } = deps;
  const dueOf = (running: Pick<RunningClock, "procedureKey" | "editionId" | "clockFrom">): Instant | null => {
    const edition = getEdition(deps.getProcedure(running.procedureKey), running.editionId);
    const reckoned = reckonDeadline(edition, running.clockFrom, deps.calendar());
    return reckoned.ok ? reckoned.value.dueAt : null;
  };

  async function* pages(sql: Sql, days: readonly PlainDate[]): AsyncGenerator<readonly RunningClock[]> {
    for (let after: { officeProvince: string; id: string } = FIRST; ; ) {
      const page = await clocksOver(sql, days, after, PAGE);
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last;
    }
  }

  const moveOne = (running: RunningClock, change: { readonly id: string; readonly title: string }): Promise<boolean> =>
    db.inTransaction(async (tx) => {
      const dossier = await lockDossier(tx, running.officeProvince, running.id);
      if (!dossier) return false;
      const acts = await actsOf(tx, dossier.officeProvince, dossier.id);
      const state = deriveState(acts);
      if (CLOCK_ENDED.has(state.status) || state.clockFrom === null || state.dueAt === null) return false;
      const dueAt = dueOf({ ...running, clockFrom: state.clockFrom });
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
      let [moved, running] = [0, 0];
      for await (const page of pages(sql, days)) {
        running += page.length;
        const becomes = reckon(() => page.map(dueOf));
        for (const [at, one] of page.entries()) {
          const due = becomes[at] ?? null;
          if (due === null || due === one.dueAt) continue;
          moved += 1;
          if (moves.length < most) moves.push({ ...one, becomes: due });
        }
      }
      return { moves, moved, running };
    },

    /**
     * Reckons the open clocks over these days anew, by the calendar now in force; where the due date is another, an act
     * says so. May be run again: what is right already stays. Answers how many were moved.
     */
    async move(days: readonly PlainDate[], change: { readonly id: string; readonly title: string }): Promise<number> {
      let moved = 0;
      for await (const page of pages(db, days)) {
        for (const running of page) if (await moveOne(running, change)) moved += 1;
      }
      return moved;
    },
  };
}
