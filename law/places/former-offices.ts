import { day, type PlainDate } from "../../src/kernel/plain-date.ts";
import { communeStates, provinceStates } from "./index.ts";
import { LAST_OLD_DAY, type OldProvince, type OldWard, oldDistrictTitle, oldWardName, oldWards } from "./old-units.ts";
import type { PoliceOffice } from "./police-offices.ts";

/** An office that is no more, and the one office that took its work. */
export type FormerOffice = PoliceOffice & { readonly until: PlainDate; readonly successorId: string };

/** From before the first day we hold anything of. */
const FROM = day("2021-01-01");
/** The police had no district level any more from 01/03/2025 (Resolution 18-NQ/TW; design: its cases to the province's PC06). */
const LAST_DISTRICT_DAY = day("2025-02-28");

/**
 * The police offices of the three levels as they ended: provinces and wards on 30/06/2025, districts on 28/02/2025. A
 * ward that was divided hands its open work to the first unit that took its land: one office is answerable, and passes on
 * what is another's (design). Only what still has open work needs them; they are loaded on demand.
 */
export function formerOffices(): readonly FormerOffice[] {
  const current = new Set(provinceStates.map(({ code }) => code));
  const provinceOf = new Map(communeStates().map(({ code, provinceCode }) => [code, provinceCode]));
  const offices = new Map<string, FormerOffice>();
  for (const ward of oldWards().values()) {
    const { district, province } = ward;
    const [heir = ""] = ward.successors;
    const continues = current.has(province.code);
    if (!continues && !offices.has(`ca-${province.code}`))
      for (const office of ofProvince(province, provinceOf.get(heir) ?? "")) offices.set(office.id, office);
    if (!offices.has(`ca-${district.code}`)) offices.set(`ca-${district.code}`, ofDistrict(ward));
    if (ward.kind !== "island") offices.set(formerId(ward.code), ofWard(ward, heir));
  }
  return [...offices.values()].sort((a, b) => RANK[a.level] - RANK[b.level] || (a.id < b.id ? -1 : 1));
}
const RANK = { ministry: 0, province: 1, commune: 2 } as const;

/** Codes of wards were used again for other places: their old offices bear the year of their end. */
const formerId = (code: string): string => `ca-${code}-2025`;

/** The police of a province that was joined to another, and its division PC06. */
function ofProvince({ code, name, kind }: OldProvince, heir: string): FormerOffice[] {
  const place = kind === "city" ? `thành phố ${name}` : `tỉnh ${name}`;
  const general: FormerOffice = {
    id: `ca-${code}`,
    agencyCode: `G01.0${code}.00`,
    level: "province",
    shortName: null,
    name: { vi: `Công an ${place}`, en: `Police of ${name}` },
    address: place,
    provinceCode: code,
    communeCode: null,
    parentId: "bca",
    from: FROM,
    until: LAST_OLD_DAY,
    successorId: `ca-${heir}`,
  };
  const division = {
    ...general,
    id: `pc06-${code}`,
    agencyCode: `G01.0${code}.06`,
    shortName: "PC06",
    name: { vi: `Phòng PC06, ${general.name.vi}`, en: `Division PC06, ${general.name.en}` },
    parentId: general.id,
    successorId: `pc06-${heir}`,
  };
  return [general, division];
}

const ofDistrict = (ward: OldWard): FormerOffice => {
  const { district, province } = ward;
  const title = oldDistrictTitle(ward);
  return {
    id: `ca-${district.code}`,
    agencyCode: `G01.0${province.code}.D${district.code}`,
    level: "commune",
    shortName: null,
    name: { vi: `Công an ${lowerFirst(title)}`, en: `Police of ${district.name}` },
    address: title,
    provinceCode: province.code,
    communeCode: null,
    parentId: `ca-${province.code}`,
    from: FROM,
    until: LAST_DISTRICT_DAY,
    successorId: `pc06-${province.code}`,
  };
};

const ofWard = (ward: OldWard, heir: string): FormerOffice => ({
  id: formerId(ward.code),
  agencyCode: `G01.0${ward.province.code}.W${ward.code}`,
  level: "commune",
  shortName: null,
  name: { vi: `Công an ${lowerFirst(oldWardName(ward))}`, en: `Police of ${ward.name}` },
  address: `${oldWardName(ward)}, ${oldDistrictTitle(ward)}`,
  provinceCode: ward.province.code,
  communeCode: ward.code,
  parentId: `ca-${ward.province.code}`,
  from: FROM,
  until: LAST_OLD_DAY,
  successorId: `ca-${heir}`,
});

const lowerFirst = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
