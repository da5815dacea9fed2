import { raw } from "hono/html";
import type { Child } from "hono/jsx";

/** More different pieces than the house has pages are never kept. */
const MOST = 500;

/**
 * Markup that depends on nothing but a few words, drawn once and kept as text: half of a page is the same for
 * everybody. `key` must name everything that `draw` looks at, and nothing a visitor can choose.
 */
export function drawnOnce<K>(keyOf: (given: K) => string, draw: (given: K) => Child): (given: K) => Child {
  const drawn = new Map<string, Child>();
  return (given) => {
    const key = keyOf(given);
    const before = drawn.get(key);
    if (before !== undefined) return before;
    const markup = raw(String(draw(given)));
    if (drawn.size < MOST) drawn.set(key, markup);
    return markup;
  };
}
