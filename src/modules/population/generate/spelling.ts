import { writtenWithI } from "../../../kernel/name.ts";
import { withoutMarks } from "../../../kernel/vietnamese.ts";
import type { Draw } from "./draw.ts";

/** Names as registers really hold them: most as the person writes them, some in another spelling of the same name. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/òa\b/gu, "oà"],
  [/óa\b/gu, "oá"],
  [/ủy\b/gu, "uỷ"],
  [/úy\b/gu, "uý"],
  [/ùy\b/gu, "uỳ"],
];

/** Moves the tone, writes i for y, or loses all marks, each for a small share of the names. */
export function drawSpelling(draw: Draw, name: string): string {
  const lot = draw.next();
  if (lot < 0.004) return withoutMarks(name).toUpperCase();
  if (lot < 0.05) return PLACES.reduce((written, [from, to]) => written.replace(from, to), name);
  if (lot < 0.08)
    return name
      .split(" ")
      .map((word) => capital(writtenWithI(word.toLowerCase())))
      .join(" ");
  return name;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
