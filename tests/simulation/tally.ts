/** What happened in the simulated day, counted, and everything that must not happen, named. */
export type Tally = {
  count(what: string, by?: number): void;
  of(what: string): number;
  /** Something that must never happen; the day goes on, and ends badly. */
  violation(rule: string, what: string): void;
  readonly violations: readonly string[];
  lines(): readonly string[];
};

const TOLD_MOST = 40;

export function createTally(tell: (line: string) => void): Tally {
  const counts = new Map<string, number>();
  const violations: string[] = [];
  return {
    count(what, by = 1) {
      counts.set(what, (counts.get(what) ?? 0) + by);
    },
    of: (what) => counts.get(what) ?? 0,
    violation(rule, what) {
      counts.set(`VIOLATIONS of: ${rule}`, (counts.get(`VIOLATIONS of: ${rule}`) ?? 0) + 1);
      violations.push(`${rule}: ${what}`);
      if (violations.length <= TOLD_MOST) tell(`VIOLATION ${rule}: ${what}`);
    },
    violations,
    lines: () =>
      [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${String(count).padStart(7)} ${what}`),
  };
}
