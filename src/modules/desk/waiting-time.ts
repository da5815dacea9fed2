/** What a person who waits is told, in whole minutes. */
export type WaitEstimate = { readonly fromMinutes: number; readonly untilMinutes: number };

const MINUTE_MS = 60_000;
/** Below this an estimate would be a guess, and none is given. */
const FEWEST_SERVED = 5;
const ROUNDED_TO = 5;

/**
 * How long somebody waits who has `before` people before them. From what serving took lately (ms each): as short as the median
 * would make it, as long as the slowest tenth. Null where nobody serves or too little is known: nothing is promised then.
 */
export function estimateWait(before: number, servedMs: readonly number[], openCounters: number): WaitEstimate | null {
  if (openCounters === 0 || servedMs.length < FEWEST_SERVED) return null;
  const turns = Math.ceil(before / openCounters);
  const minutes = (fraction: number) => (turns * quantile(servedMs, fraction)) / MINUTE_MS;
  return {
    fromMinutes: Math.floor(minutes(0.5) / ROUNDED_TO) * ROUNDED_TO,
    untilMinutes: Math.max(ROUNDED_TO, Math.ceil(minutes(0.9) / ROUNDED_TO) * ROUNDED_TO),
  };
}

function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)] ?? 0;
}
