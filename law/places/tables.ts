import { type Language, type Text, text } from "../../src/kernel/text.ts";
import { type DatedTable, datedRow } from "../parameters/dated-table.ts";
import { lazily } from "../parameters/table.ts";
import { type CommuneState, communeStates, communeTitle, plainName, provinceStates, provinceTitle } from "./index.ts";
import { LAST_OLD_DAY, type OldDistrict, type OldWard, oldDistrictTitle, oldWardName, oldWards } from "./old-units.ts";

const OLD_LIST = { source: "124/2004/QĐ-TTg", article: "danh mục", evidence: "reported" } as const;
const NEW_LIST = { source: "19/2025/QĐ-TTg", article: "danh mục", evidence: "reported" } as const;
/** The commune level of Đồng Nai on 30/04/2026. */
const DONG_NAI = { source: "237/NQ-UBTVQH16", article: "1", evidence: "reported" } as const;

/** The old wards whose land each unit of 01/07/2025 took. */
const forerunners = lazily(() => {
  const byUnit = new Map<string, OldWard[]>();
  for (const ward of oldWards().values())
    for (const code of ward.successors) {
      const wards = byUnit.get(code);
      if (wards) wards.push(ward);
      else byUnit.set(code, [ward]);
    }
  return byUnit;
});

/** The titles of all old wards; their English is the same without marks, taken off once a district and once a name. */
function wardTitles(): ReadonlyMap<OldWard, Text> {
  const districts = new Map<OldDistrict, Text>();
  const names = new Map<string, string>();
  const districtOf = (ward: OldWard): Text => {
    const known = districts.get(ward.district);
    if (known) return known;
    const title = oldDistrictTitle(ward);
    const both = text(title, plainName(title));
    districts.set(ward.district, both);
    return both;
  };
  const plain = (name: string): string => {
    const known = names.get(name) ?? plainName(name);
    names.set(name, known);
    return known;
  };
  return new Map(
    [...oldWards().values()].map((ward) => {
      const district = districtOf(ward);
      if (ward.kind === "island") return [ward, district];
      const name = oldWardName(ward);
      return [ward, text(`${name}, ${district.vi}`, `${plain(name)}, ${district.en}`)];
    }),
  );
}

function landOf(code: string, titles: ReadonlyMap<OldWard, Text>): Text {
  const wards = forerunners().get(code) ?? [];
  const named = (language: Language, part: string) =>
    wards.map((ward) => `${titles.get(ward)?.[language]}${ward.successors.length > 1 ? ` (${part})` : ""}`).join("; ");
  return text(named("vi", "một phần"), named("en", "part of"));
}

function titleOf(state: CommuneState, province: Text): Text {
  const title = communeTitle(state);
  return text(`${title.vi}, ${province.vi}`, `${title.en}, ${province.en}`);
}

/** The units of commune level: before 01/07/2025 the old wards whose land they are, since then their own state. */
export const tables: readonly DatedTable[] = [
  {
    id: "communes",
    field: "places",
    title: text("Phường, xã, đặc khu", "Wards, communes, special zones"),
    rows: lazily(() => {
      const titles = wardTitles();
      // The last state of a province is the one its present name is known by.
      const provinces = new Map(provinceStates.map((province) => [province.code, provinceTitle(province)]));
      return [...Map.groupBy(communeStates(), (state) => state.code)].flatMap(([code, states]) => {
        const [first] = states;
        const province = provinces.get(first?.provinceCode ?? "") ?? text("", "");
        const before = { ...OLD_LIST, from: null, until: LAST_OLD_DAY };
        return [
          datedRow(before, code, landOf(code, titles), first ? communeTitle(first) : null, province),
          ...states.map((state) =>
            datedRow(
              { ...(state.from === first?.from ? NEW_LIST : DONG_NAI), ...state },
              code,
              titleOf(state, province),
              communeTitle(state),
              province,
            ),
          ),
        ];
      });
    }),
    noRule: [],
  },
];
