import { compareVietnamese, nameKey, tidy, withoutMarks } from "./vietnamese.ts";

/**
 * How alike two names are. `exact`: the same characters. `equivalent`: the same legal name, written with another
 * encoding, case, spacing or place of the tone. `diacritics-missing`: one of them carries no mark at all. `similar`: i for
 * y, one edit, another order of the words; an officer looks. `different`: everything else, also another tone.
 */
export type NameVerdict = "exact" | "equivalent" | "diacritics-missing" | "similar" | "different";

/** Compares two names; the order of the two does not matter. */
export function compareNames(a: string, b: string): NameVerdict {
  if (a === b) return "exact";
  const [first, second] = [nameKey(a), nameKey(b)];
  if (first === second) return "equivalent";
  const [firstBare, secondBare] = [withoutMarks(first), withoutMarks(second)];
  const oneIsBare = first === firstBare || second === secondBare;
  if (firstBare === secondBare) return oneIsBare ? "diacritics-missing" : "different";
  if (oneIsBare) return areAlike(firstBare, secondBare) ? "similar" : "different";
  // Typing slips happen to the name as written, so the form before the tone was moved counts as well.
  const alike = areAlike(first, second) || isOneEdit(tidy(a).toLowerCase(), tidy(b).toLowerCase());
  return alike && !differInSurnamesApart(first, second) ? "similar" : "different";
}

const areAlike = (a: string, b: string): boolean =>
  (wordsOf(a, writtenWithI).join(" ") === wordsOf(b, writtenWithI).join(" ") ||
    wordsOf(a).sort().join(" ") === wordsOf(b).sort().join(" ") ||
    isOneEdit(a, b)) &&
  !differInSurnamesApart(a, b);

const wordsOf = (name: string, each: (word: string) => string = (word) => word): string[] => name.split(" ").map(each);

/** `ký` as `kí`, `quý` as `quí`: y is written for i where it is the only vowel after a consonant. */
export const writtenWithI = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/^([bcdđghklmnpqrstvx]+|qu)y([\u0300-\u036f]*)$/, "$1i$2")
    .normalize("NFC");

/** One letter put in, left out or put for another. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === "" || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return long.slice(same + 1) === short.slice(long.length === short.length ? same + 1 : same);
}

/** Surnames that go back to one word and have long been two: one letter apart, but never one name. */
const SURNAMES_APART: ReadonlySet<string> = new Set(
  [
    ["võ", "vũ"],
    ["hoàng", "huỳnh"],
  ].flatMap(([a = "", b = ""]) =>
    [
      [a, b],
      [withoutMarks(a), withoutMarks(b)],
    ].flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]),
  ),
);
function differInSurnamesApart(a: string, b: string): boolean {
  const others = wordsOf(b);
  return wordsOf(a).some((word, at) => SURNAMES_APART.has(`${word} ${others[at]}`));
}

/**
 * Orders people as lists here do: by given name (the last word), then family name (the first), then what stands between,
 * each in the Vietnamese collation. Case, encoding and the place of the tone make no difference; equals keep their order.
 */
export function sortByGivenName(names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, ...partsOf(name) }))
    .sort(
      (a, b) =>
        compareVietnamese(a.given, b.given) ||
        compareVietnamese(a.family, b.family) ||
        compareVietnamese(a.middle, b.middle),
    )
    .map(({ name }) => name);
}

function partsOf(name: string): { given: string; family: string; middle: string } {
  const words = wordsOf(nameKey(name));
  const given = words.at(-1) ?? "";
  return { given, family: words.length > 1 ? (words[0] ?? "") : "", middle: words.slice(1, -1).join(" ") };
}
