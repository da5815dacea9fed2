/** Chance that can be repeated: the same seed gives the same draws, on every machine. */
export type Draw = {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  weighted<T>(table: Weighted<T>): T;
};
export type Weighted<T> = readonly (readonly [T, number])[];

/** A small generator over 32 bits of state (xorshift-multiply); good enough for invented people, never for secrets. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick(from) {
      const item = from[Math.floor(next() * from.length)];
      if (item === undefined) throw new Error("nothing to draw from");
      return item;
    },
    weighted(table) {
      let left = next() * totalOf(table);
      for (const [item, weight] of table) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = table.at(-1);
      if (!last) throw new Error("nothing to draw from");
      return last[0];
    },
  };
}

const totals = new WeakMap<Weighted<unknown>, number>();
function totalOf(table: Weighted<unknown>): number {
  const known = totals.get(table);
  if (known !== undefined) return known;
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  totals.set(table, total);
  return total;
}

/** An id that looks like any other (UUID, version 8) yet comes from the draw. */
export function drawnId(draw: Draw): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(draw.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
