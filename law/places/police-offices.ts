import type { PlainDate } from "../../src/kernel/plain-date.ts";
import type { Text } from "../../src/kernel/text.ts";
import { communeStates, communeTitle, provinceStates, provinceTitle } from "./index.ts";

/**
 * The offices that handle procedures, derived from the places: the ministry, its department C06, the police of each
 * province with its division PC06, and the police of each ward, commune and special zone. District police ended on
 * 01/03/2025 and the commune became the only level below the province on 01/07/2025 (Resolution 202/2025/QH15).
 *
 * Agency codes follow Decision 20/2020/QĐ-TTg in shape: G01 is the ministry; what stands after it is ours (design) until
 * the ministry issues its own: province `G01.0PP.00`, PC06 `G01.0PP.06`, commune `G01.0PP.ZZ`.
 */
export type OfficeLevel = "ministry" | "province" | "commune";
export type PoliceOffice = {
  readonly id: string;
  readonly agencyCode: string;
  readonly level: OfficeLevel;
  /** "C06", "PC06"; null for the general police of a place. */
  readonly shortName: string | null;
  readonly name: Text;
  readonly address: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly parentId: string | null;
  readonly from: PlainDate;
};

/** The place of the ministry among the two-digit provinces: none of them. */
export const ministryProvince = "00";

/** `Công an phường Sài Gòn`: the kind of place stands in lower case after "Công an". */
const policeOf = (title: Text): Text => ({
  vi: `Công an ${title.vi.charAt(0).toLowerCase()}${title.vi.slice(1)}`,
  en: `Police of ${title.en}`,
});

const newestOf = <T extends { readonly code: string; readonly from: PlainDate }>(states: readonly T[]): T[] => {
  const newest = new Map<string, T>();
  for (const state of states) {
    const held = newest.get(state.code);
    if (!held || held.from < state.from) newest.set(state.code, state);
  }
  return [...newest.values()];
};

/** Every office, parents before children. An office keeps its id and code when its place changes its kind; its name follows. */
export function policeOffices(): readonly PoliceOffice[] {
  const first = provinceStates[0];
  if (!first) throw new Error("no provinces");
  const start = first.from;
  const offices: PoliceOffice[] = [
    {
      id: "bca",
      agencyCode: "G01",
      level: "ministry",
      shortName: null,
      name: { vi: "Bộ Công an", en: "Ministry of Public Security" },
      address: "Thành phố Hà Nội",
      provinceCode: ministryProvince,
      communeCode: null,
      parentId: null,
      from: start,
    },
    {
      id: "c06",
      agencyCode: "G01.000.06",
      level: "ministry",
      shortName: "C06",
      name: {
        vi: "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        en: "Police Department for Administrative Management of Social Order",
      },
      address: "Thành phố Hà Nội",
      provinceCode: ministryProvince,
      communeCode: null,
      parentId: "bca",
      from: start,
    },
  ];
  const provinces = newestOf(provinceStates);
  for (const province of provinces) {
    const title = provinceTitle(province);
    const general: PoliceOffice = {
      id: `ca-${province.code}`,
      agencyCode: `G01.0${province.code}.00`,
      level: "province",
      shortName: null,
      name: policeOf(title),
      address: title.vi,
      provinceCode: province.code,
      communeCode: null,
      parentId: "bca",
      from: start,
    };
    offices.push(general, {
      ...general,
      id: `pc06-${province.code}`,
      agencyCode: `G01.0${province.code}.06`,
      shortName: "PC06",
      name: {
        vi: `Phòng Cảnh sát quản lý hành chính về trật tự xã hội, ${general.name.vi}`,
        en: `Police Division for Administrative Management of Social Order, ${general.name.en}`,
      },
      parentId: general.id,
    });
  }
  const provinceTitles = new Map(provinces.map((province) => [province.code, provinceTitle(province).vi]));
  for (const commune of newestOf(communeStates())) {
    const title = communeTitle(commune);
    offices.push({
      id: `ca-${commune.code}`,
      agencyCode: `G01.0${commune.provinceCode}.${commune.office}`,
      level: "commune",
      shortName: null,
      name: policeOf(title),
      address: `${title.vi}, ${provinceTitles.get(commune.provinceCode)}`,
      provinceCode: commune.provinceCode,
      communeCode: commune.code,
      parentId: `ca-${commune.provinceCode}`,
      from: start,
    });
  }
  return offices;
}
