import { type CommuneKind, communeTitle, type ProvinceKind, provinceTitle } from "../../../law/index.ts";
import { covers, day, type PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import { nameKey, searchKey } from "../../kernel/vietnamese.ts";
import type { CommuneRow, ProvinceRow } from "./rows.ts";

/** A provincial unit as it is on the day asked for. `title` carries the kind word: "Thành phố Huế", "Hue City". */
export type Province = {
  readonly code: string;
  readonly name: string;
  readonly kind: ProvinceKind;
  readonly title: Text;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};
/** A ward, commune or special zone as it is on the day asked for. */
export type Commune = {
  readonly code: string;
  readonly provinceCode: string;
  readonly name: string;
  readonly kind: CommuneKind;
  readonly title: Text;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export const provinceOf = (row: ProvinceRow): Province => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  title: provinceTitle(row),
  from: day(row.valid_from),
  until: row.valid_until === null ? null : day(row.valid_until),
});

export const communeOf = (row: CommuneRow): Commune => ({
  code: row.code,
  provinceCode: row.province_code,
  name: row.name,
  kind: row.kind,
  title: communeTitle(row),
  from: day(row.valid_from),
  until: row.valid_until === null ? null : day(row.valid_until),
});

type Found = { readonly commune: Commune; readonly key: string; readonly named: string; readonly whole: string };

/**
 * Finds communes by what a person types: with or without marks, the kind word or the province, in any case. Names that
 * carry the very marks typed come first, then names that begin so, then those whose words begin so; equals keep the order
 * they are given in.
 */
export function createCommuneSearch(communes: readonly Commune[], provinces: readonly Province[]) {
  const provinceNames = new Map(provinces.map((province) => [province.code, province.title.vi]));
  const entries: readonly Found[] = communes.map((commune) => ({
    commune,
    key: searchKey(commune.name),
    named: nameKey(commune.name),
    whole: ` ${searchKey(`${commune.title.vi} ${provinceNames.get(commune.provinceCode) ?? ""} ${commune.code}`)}`,
  }));

  return (typed: string, on: PlainDate, provinceCode: string | undefined, most: number): readonly Commune[] => {
    const words = searchKey(typed).split(" ");
    const key = words.join(" ");
    if (key === "") return [];
    const marked = nameKey(typed);
    const rank = (entry: Found): number => {
      if (entry.named === marked) return 0;
      if (entry.key === key) return 1;
      if (entry.key.startsWith(key)) return 2;
      return entry.key.includes(key) ? 3 : 4;
    };
    return entries
      .filter(
        ({ commune, whole }) =>
          (provinceCode === undefined || commune.provinceCode === provinceCode) &&
          covers(commune, on) &&
          words.every((word) => whole.includes(` ${word}`)),
      )
      .map((entry) => ({ entry, rank: rank(entry) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ entry }) => entry.commune);
  };
}
