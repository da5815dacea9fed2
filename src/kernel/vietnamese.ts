/** Vietnamese text as people write it, in one form for comparison and another for search. */

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The form we store: NFC, look-alike letters mended, invisible characters gone, single spaces. */
export const tidy = (value: string): string =>
  value
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/\u00f0/g, "đ")
    .replace(/\s+/g, " ")
    .trim();

/** Without tone and letter marks, đ as d: for search, and to compare with a machine-readable zone or a bank record. */
export const withoutMarks = (value: string): string =>
  value
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    // With the letters of other alphabets that look like đ.
    .replace(/[đð]/g, "d")
    .replace(/[Đ\u00d0\u0189]/g, "D");

/** The key under which text is found whatever accents, case or spacing the seeker types. */
export const searchKey = (value: string): string =>
  withoutMarks(tidy(value).toLowerCase())
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Both places where the tone of an open `oa`, `oe`, `uy` may stand: the older first, the one we compare by second. */
const TONE_PLACES: ReadonlyMap<string, string> = new Map(
  ["òa óa ỏa õa ọa|oà oá oả oã oạ", "òe óe ỏe õe ọe|oè oé oẻ oẽ oẹ", "ùy úy ủy ũy ụy|uỳ uý uỷ uỹ uỵ"].flatMap(
    (pair): [string, string][] => {
      const [older = [], newer = []] = pair.split("|").map((forms) => forms.split(" "));
      return older.map((form, at) => [form, newer[at] ?? form]);
    },
  ),
);

/** Moves the tone of open `oa`, `oe`, `uy` to one place, so that hoà and hòa compare equal; never after q. */
const oneTonePlace = (value: string): string =>
  value.replace(/(?<!q)([òóỏõọ][ae]|[ùúủũụ]y)(?![a-zà-ỹđ])/g, (found) => TONE_PLACES.get(found) ?? found);

/** The form under which two names are the same legal name: exact or equivalent. */
export const nameKey = (value: string): string => oneTonePlace(tidy(value).toLowerCase());

const collator = new Intl.Collator("vi");
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b);

/** A phone number as it is kept: digits, with `0` in front for Vietnam; null when it cannot be one. */
export function parsePhone(value: string): string | null {
  const bare = value
    .replace(/[\s.()-]/g, "")
    .replace(/^\+84/, "0")
    .replace(/^0084/, "0");
  return /^0\d{9,10}$/.test(bare) || /^\+\d{8,15}$/.test(bare) ? bare : null;
}

/** An e-mail address in the shape mail systems accept; null when it is not. */
export function parseEmail(value: string): string | null {
  const bare = value.trim();
  return bare.length <= 254 && /^[^\s@<>"'(),:;\\]+@[^\s@<>"'(),:;\\.]+(\.[^\s@<>"'(),:;\\.]+)+$/.test(bare)
    ? bare
    : null;
}
