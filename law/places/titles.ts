import type { PlainDate } from "../../src/kernel/plain-date.ts";
import type { Text } from "../../src/kernel/text.ts";

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
