import { readFileSync } from "node:fs";
import { fontPaths } from "./places.ts";

/**
 * Text as a paper can carry it: composed letters, one line, no invisible or direction-changing characters (they would
 * let a name read differently from what it is), and an open square for what the official typeface has no letter for.
 * Words longer than a line are given places to break, so that nothing runs off the sheet.
 */
export function printable(value: string): string {
  const bare = value
    .normalize("NFC")
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, "")
    // Marks that only choose between looks of the letter before them.
    .replace(/\p{Variation_Selector}/gu, "")
    .trim();
  let printed = "";
  for (const letter of bare) printed += hasGlyph(letter) ? letter : MISSING;
  return printed.replace(/[^\s]{41,}/gu, (word) =>
    [...word].map((c, at) => (at % 20 === 19 ? `${c}${BREAK}` : c)).join(""),
  );
}

const MISSING = "□";
const BREAK = "\u200b";

let covered: ReadonlySet<number> | null = null;

function hasGlyph(letter: string): boolean {
  covered ??= coverage();
  return covered.has(letter.codePointAt(0) ?? 0);
}

/** Characters that all four cuts of the typeface have. */
function coverage(): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = fontPaths().map((path) => charactersOf(readFileSync(path)));
  return new Set([...first].filter((c) => others.every((other) => other.has(c))));
}

/** Reads the segment map of a TrueType font (OpenType specification, cmap format 4: the Unicode plane in use here). */
export function charactersOf(font: Buffer): Set<number> {
  const found = new Set<number>();
  const table = tableOf(font, "cmap");
  for (let at = 0; at < font.readUInt16BE(table + 2); at++) {
    const map = table + font.readUInt32BE(table + 4 + at * 8 + 4);
    if (font.readUInt16BE(map) !== 4) continue;
    const count = font.readUInt16BE(map + 6) / 2;
    const [ends, starts, deltas, ranges] = [map + 14, map + 16 + count * 2, map + 16 + count * 4, map + 16 + count * 6];
    for (let segment = 0; segment < count; segment++) {
      const [start, end] = [font.readUInt16BE(starts + segment * 2), font.readUInt16BE(ends + segment * 2)];
      const range = font.readUInt16BE(ranges + segment * 2);
      for (let c = start; c <= end && c < 0xffff; c++) {
        const slot = range === 0 ? c : font.readUInt16BE(ranges + segment * 2 + range + (c - start) * 2);
        const glyph = slot === 0 ? 0 : (slot + font.readUInt16BE(deltas + segment * 2)) & 0xffff;
        if (glyph !== 0) found.add(c);
      }
    }
  }
  return found;
}

function tableOf(font: Buffer, tag: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    if (font.toString("latin1", 12 + at * 16, 16 + at * 16) === tag) return font.readUInt32BE(12 + at * 16 + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}
