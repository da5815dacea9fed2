/**
 * A sliding minute for each client: the requests of this minute and, by the share of it that still counts, of the one
 * before. Kept in the process, so behind several processes a client may have as many times the limit.
 */
export type RateLimit = {
  /** Counts a request; answers null where it may pass, else the seconds after which to try again. */
  take(client: string, now: number): number | null;
  /** The same answer, counting nothing. */
  full(client: string, now: number): number | null;
};

const MINUTE_MS = 60_000;
type Window = { minute: number; count: number; before: number };

export function createRateLimit(perMinute: number): RateLimit {
  const windows = new Map<string, Window>();
  let sweptAt = 0;

  const sweep = (minute: number): void => {
    if (minute === sweptAt) return;
    sweptAt = minute;
    for (const [client, window] of windows) if (window.minute < minute - 1) windows.delete(client);
  };

  const windowOf = (client: string, now: number): Window => {
    const minute = Math.floor(now / MINUTE_MS);
    sweep(minute);
    const window = windows.get(client) ?? { minute, count: 0, before: 0 };
    if (window.minute !== minute) {
      window.before = window.minute === minute - 1 ? window.count : 0;
      window.count = 0;
      window.minute = minute;
    }
    return window;
  };
  const waitOf = (window: Window, now: number): number | null => {
    const passed = (now % MINUTE_MS) / MINUTE_MS;
    return window.count + window.before * (1 - passed) >= perMinute
      ? Math.max(1, Math.ceil((MINUTE_MS * (1 - passed)) / 1000))
      : null;
  };

  return {
    take(client, now) {
      const window = windowOf(client, now);
      windows.set(client, window);
      const wait = waitOf(window, now);
      if (wait === null) window.count += 1;
      return wait;
    },
    full: (client, now) => waitOf(windowOf(client, now), now),
  };
}
