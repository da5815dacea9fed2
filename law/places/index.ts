import { day, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { Text } from "../../src/kernel/text.ts";
import { communeRows } from "./communes.ts";
import { numberPrefixRows } from "./number-prefixes.ts";
import { provinceRows } from "./provinces.ts";

export type ProvinceKind = "city" | "province";
export type CommuneKind = "ward" | "commune" | "special-zone";

/** A provincial unit as it was from a day until a day (included); null is open-ended. */
export type ProvinceState = {
  readonly code: string;
  readonly name: string;
  readonly kind: ProvinceKind;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};
/** A ward, commune or special zone as it was in a period. `office` is the last part of its police's agency code. */
export type CommuneState = {
  readonly code: string;
  readonly provinceCode: string;
  readonly name: string;
  readonly kind: CommuneKind;
  readonly office: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};
/** What the first three digits of a person number name. */
export type NumberPrefix = { readonly prefix: string; readonly name: string; readonly provinceCode: string };

const linesOf = (rows: string): string[][] =>
  rows
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
/** Thousands of rows name a handful of days: each is checked once. */
const checkedDays = new Map<string, PlainDate>();
function dayOf(value: string): PlainDate {
  const known = checkedDays.get(value) ?? day(value);
  checkedDays.set(value, known);
  return known;
}
const untilOf = (value: string | undefined): PlainDate | null => (value ? dayOf(value) : null);

/** Every state of every provincial unit since 01/07/2025. */
export const provinceStates: readonly ProvinceState[] = linesOf(provinceRows).map(
  ([code = "", kind, from = "", until, name = ""]) => ({
    code,
    name,
    kind: kind === "city" ? "city" : "province",
    from: dayOf(from),
    until: untilOf(until),
  }),
);

const communeKinds: Readonly<Record<string, CommuneKind>> = {
  ward: "ward",
  commune: "commune",
  "special-zone": "special-zone",
};

/** Every state of every ward, commune and special zone since 01/07/2025, in the order of the codes within a province. */
export const communeStates: readonly CommuneState[] = linesOf(communeRows).map(
  ([code = "", provinceCode = "", kind = "", office = "", from = "", until, name = ""]) => {
    const known = communeKinds[kind];
    if (!known) throw new Error(`commune ${code} is of no known kind: ${kind}`);
    return { code, provinceCode, name, kind: known, office, from: dayOf(from), until: untilOf(until) };
  },
);

/** The 63 provinces of the number list of 2016 and the unit that holds their land today. */
export const numberPrefixes: readonly NumberPrefix[] = linesOf(numberPrefixRows).map(
  ([prefix = "", provinceCode = "", name = ""]) => ({ prefix, name, provinceCode }),
);

/** A name as it stands in an English text: without marks, in its own words. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");

/** Cities whose English name is one word by custom. */
const customaryEnglish: Readonly<Record<string, string>> = { "Hà Nội": "Hanoi" };

/** `Thành phố Huế`, `Tỉnh Cao Bằng`; in English `Hue City`, `Cao Bang Province`. */
export function provinceTitle(province: { readonly name: string; readonly kind: ProvinceKind }): Text {
  const english = customaryEnglish[province.name] ?? plainName(province.name);
  return province.kind === "city"
    ? { vi: `Thành phố ${province.name}`, en: `${english} City` }
    : { vi: `Tỉnh ${province.name}`, en: `${english} Province` };
}

const kindWords: Readonly<Record<CommuneKind, Text>> = {
  ward: { vi: "Phường", en: "Ward" },
  commune: { vi: "Xã", en: "Commune" },
  "special-zone": { vi: "Đặc khu", en: "Special Zone" },
};

/** `Phường Sài Gòn`; in English `Sai Gon Ward`. */
export const communeTitle = (commune: { readonly name: string; readonly kind: CommuneKind }): Text => ({
  vi: `${kindWords[commune.kind].vi} ${commune.name}`,
  en: `${plainName(commune.name)} ${kindWords[commune.kind].en}`,
});
