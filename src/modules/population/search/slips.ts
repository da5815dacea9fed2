/** One slip of the pen between two words: a letter put in, left out, put for another, or two that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** A word and all that is left of it with one letter left out: where two words one slip apart meet (see register_words). */
export const slipsOf = (word: string): readonly string[] => [
  ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
];

const VARIANTS_MOST = 12;

/**
 * Sets of words a misspelt name may have meant: as typed, or with one word mended.
 * @param known words of the register, by the word that was typed
 */
export const mended = (
  words: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
): readonly string[][] => [
  [...words],
  ...words.flatMap((word, at) => (known.get(word) ?? []).slice(0, VARIANTS_MOST).map((meant) => words.with(at, meant))),
];

/** With one word left out that may be too many; of two words none can be spared. */
export const shortened = (words: readonly string[]): readonly string[][] =>
  words.length > 2 ? words.map((_, at) => words.toSpliced(at, 1)) : [];
