import { drawFrom } from "../support/draw.ts";

/** Chances drawn by lot: each dossier, officer and citizen of the day has its own row of them, so that order changes nothing. */
export type Lots = {
  /** True in so many of 100 cases. */
  percent(share: number): boolean;
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of several; null where there are none. */
  oneOf<T>(all: readonly T[]): T | null;
};

export function lotsOf(seed: number, name: string): Lots {
  const draw = drawFrom([...name].reduce((hash, sign) => Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0), seed));
  const below = (most: number): number => Math.floor(draw() * most);
  return {
    percent: (share) => draw() * 100 < share,
    below,
    between: (least, most) => least + below(most - least + 1),
    oneOf: (all) => all[below(all.length)] ?? null,
  };
}

/** Does the work for each, so many at once. */
export async function inParallel<T>(all: readonly T[], most: number, work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  await Promise.all(
    Array.from({ length: Math.min(most, all.length) }, async () => {
      for (const one of queue) await work(one);
    }),
  );
}
