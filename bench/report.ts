import { cpus, totalmem } from "node:os";

/** A figure beside its baseline, measured in the same run, and the budget it has to meet. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: { readonly what: string; readonly value: number };
  /** Of the value, or of its ratio to the baseline where `ratio` is set. */
  readonly budget?: { readonly must: number; readonly aim?: number; readonly less?: boolean; readonly ratio?: boolean };
  /** The single runs of which the value is the median. */
  readonly runs?: readonly number[];
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [
    sorted[sorted.length % 2 === 1 ? middle : middle - 1] ?? Number.NaN,
    sorted[middle] ?? Number.NaN,
  ];
  return (low + high) / 2;
};

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(value >= 10 ? 1 : 2);

/** What a budget says of a figure: `met`, `missed`, or nothing where there is none. */
function verdictOf({ value, baseline, budget }: Figure): string {
  if (!budget) return "";
  const measured = budget.ratio && baseline ? value / baseline.value : value;
  const reaches = (line: number): boolean => (budget.less ? measured <= line : measured >= line);
  const line = `${budget.less ? "≤" : "≥"} ${shown(budget.must)}${budget.ratio ? " ×" : ""}`;
  if (!reaches(budget.must)) return `${line}: MISSED`;
  return `${line}: met${budget.aim !== undefined && reaches(budget.aim) ? ", and the aim" : ""}`;
}

/** One line a figure: value, baseline, ratio, budget. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => {
    const { what, value, unit, baseline, runs } = figure;
    const beside = baseline ? `${shown(baseline.value)} (${baseline.what})` : "";
    const ratio = baseline ? `${(value / baseline.value).toFixed(2)} ×` : "";
    const spread = runs && runs.length > 1 ? `[${runs.map(shown).join(" ")}]` : "";
    return [what, `${shown(value)} ${unit}`, ratio, beside, verdictOf(figure), spread];
  });
  const head = ["figure", "measured", "ratio", "baseline", "budget", "runs"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows])
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
