import { type ClockRules, pauseGroundsFor } from "../../../engine/definition/index.ts";
import { clockOf, clockUnitOf } from "../../../engine/reckoning/clock.ts";
import { type Pause, reckonDeadline } from "../../../engine/reckoning/deadline.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { CalendarOf, Doing, Scene } from "../act.ts";
import { incomplete } from "./intake.ts";

/** The clock stands still on a ground of the law, and goes on. */

export type PauseWish = { readonly ground: string; readonly decision: string; readonly reason: string };
/** What pausing asks of others: the law, calendars, and the recorded faults of the system since a moment, newest first. */
export type ClockDeps = {
  rules(): ClockRules;
  readonly calendarOf: CalendarOf;
  faultsSince(sql: Sql, since: Instant, until: Instant): Promise<readonly Fault[]>;
};
type Fault = { readonly id: string; readonly from: Instant; readonly until: Instant | null };

const clockIn = async ({ tx, acts, edition, state, at }: Scene, deps: ClockDeps) => {
  const calendar = await deps.calendarOf(tx, clockUnitOf(acts) ?? state.unit);
  return { calendar, clock: clockOf({ acts, edition, calendar, rules: deps.rules(), now: at }) };
};

export const pauseClock =
  (wish: PauseWish, deps: ClockDeps): Doing<"clock-paused"> =>
  async (scene) => {
    const { edition, at, tx } = scene;
    const ground = pauseGroundsFor(deps.rules(), edition, dayOfInstant(at)).find(({ key }) => key === wish.ground);
    if (!ground)
      return incomplete(
        "ground",
        "Vui lòng chọn căn cứ pháp luật cho phép tạm dừng.",
        "Choose a ground on which the law lets the clock stand still.",
      );
    if (wish.decision.trim() === "")
      return incomplete("decision", "Vui lòng ghi số, ký hiệu văn bản quyết định.", "Name the deciding paper.");
    if (wish.reason.trim() === "") return incomplete("reason", "Vui lòng nêu lý do.", "Say why.");
    let since = at;
    if (ground.needsOutage) {
      // Nobody could record a pause while the system stood still: it begins with the fault, within the time that runs.
      const running = (await clockIn(scene, deps)).clock.intervals.at(-1)?.from ?? at;
      const fault = (await deps.faultsSince(tx, running, at))[0];
      if (!fault)
        return incomplete(
          "ground",
          "Chưa có sự cố nào được ghi nhận trong thời gian này. Đề nghị bộ phận vận hành ghi nhận trước.",
          "No fault of the system is recorded for this time. An operator records it first.",
        );
      since = Math.max(running, fault.from);
    }
    const basis = ground.citations.map(({ source, article }) => `${article} ${source}`).join("; ");
    return ok({
      data: {
        ground: ground.key,
        basis: `${ground.title.vi} (${basis})`,
        decision: wish.decision.trim(),
        reason: wish.reason.trim(),
        since,
      },
    });
  };

/** Goes on now; after a fault of the system with its recorded end, so that no office gains by being slow. */
export const resumeClock =
  (reason: string, deps: ClockDeps): Doing<"clock-resumed"> =>
  async (scene) => {
    const { edition, acts, at, tx } = scene;
    if (reason.trim() === "") return incomplete("reason", "Vui lòng nêu lý do.", "Say why.");
    const { calendar, clock } = await clockIn(scene, deps);
    const paused = acts.findLast((act) => act.kind === "clock-paused");
    const { term } = clock;
    if (!term || !paused || term.pausedSince === null) throw new Error("a clock that is not paused goes on");
    const since = term.pausedSince;
    const ground = deps.rules().grounds.find(({ key }) => key === paused.data.ground);
    const fault = ground?.needsOutage ? (await deps.faultsSince(tx, since, at))[0] : undefined;
    const until = Math.max(since, Math.min(at, fault?.until ?? at));
    const pauses: readonly Pause[] = [...term.pauses, { from: since, until }];
    const reckoned = reckonDeadline(edition, term.from, calendar, pauses);
    return reckoned.ok ? ok({ data: { until, dueAt: reckoned.value.dueAt, reason: reason.trim() } }) : reckoned;
  };
