import type { Instant } from "../../src/kernel/plain-date.ts";
import { inParallel } from "./lots.ts";

/** What is to happen when, and the minutes of the day in which it does. */

export const MINUTE_MS = 60_000;
const AT_ONCE = 8;

export type Schedule = {
  later(at: Instant, work: () => Promise<void>): void;
  /** Puts everything that waits to another time. */
  putOff(to: () => Instant): void;
  /** Goes minute by minute; what falls into one minute happens side by side, while the clock goes on. */
  run(from: Instant, minutes: number, each: (minute: number) => Promise<void>): Promise<void>;
};

export function createSchedule(setClock: (to: Instant) => void, broken: (cause: unknown) => void): Schedule {
  let waiting: { readonly at: Instant; readonly work: () => Promise<void> }[] = [];
  return {
    later: (at, work) => void waiting.push({ at, work }),
    putOff(to) {
      waiting = waiting.map(({ work }) => ({ at: to(), work }));
    },
    async run(from, minutes, each) {
      for (let minute = 0; minute < minutes; minute++) {
        const at = from + minute * MINUTE_MS;
        setClock(at);
        await each(minute);
        const due = waiting.filter((event) => event.at < at + MINUTE_MS);
        waiting = waiting.filter((event) => event.at >= at + MINUTE_MS);
        let begun = 0;
        await inParallel(due, AT_ONCE, async ({ work }) => {
          setClock(at + Math.floor((begun++ * MINUTE_MS) / due.length));
          await work().catch(broken);
        });
      }
    },
  };
}
