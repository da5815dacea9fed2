/** Vietnamese text as people write it, in one form for comparison and another for search. */

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The form we store: NFC, look-alike letters mended, invisible characters gone, single spaces (people.md 7.2). */
export const tidy = (value: string): string =>
  value
    .normalize("NFC")
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/\u00f0/g, "đ")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim();

/** The key under which text is found whatever accents, case or spacing the seeker types. */
export const searchKey = (value: string): string =>
  tidy(value)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Moves the tone of open `oa`, `oe`, `uy` to one place, so that hoà and hòa compare equal; never after q. */
const oneTonePlace = (value: string): string => {
  const moved: Record<string, string> = {};
  for (const [pair, plain] of [
    ["oa", "òa óa ỏa õa ọa|oà oá oả oã oạ"],
    ["oe", "òe óe ỏe õe ọe|oè oé oẻ oẽ oẹ"],
    ["uy", "ùy úy ủy ũy ụy|uỳ uý uỷ uỹ uỵ"],
  ] as const) {
    const [first = "", second = ""] = plain.split("|");
    first.split(" ").forEach((form, at) => {
      moved[form] = second.split(" ")[at] ?? pair;
    });
  }
  return value.replace(/(?<!q)([òóỏõọ][ae]|[ùúủũụ]y)(?![a-zà-ỹđ])/g, (found) => moved[found] ?? found);
};

/** The form under which two names are the same legal name (people.md 7.3: exact or equivalent). */
export const nameKey = (value: string): string => oneTonePlace(tidy(value).toLowerCase());
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

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
