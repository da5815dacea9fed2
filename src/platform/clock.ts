import type { Instant } from "../kernel/plain-date.ts";

/** What time it is. Given to whoever needs it; nobody else reads the machine's clock. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => Date.now() };
