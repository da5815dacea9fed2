import type { OfficeLevel } from "../../../law/index.ts";
import { covers, dayOfInstant, type PlainDate } from "../../kernel/plain-date.ts";
import { compareVietnamese, searchKey } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Sql } from "../../platform/database/database.ts";
import { type Commune, communeOf, createCommuneSearch, type Province, provinceOf } from "./places.ts";
import { allCommunes, allProvinces, allUnits } from "./rows.ts";
import { type Unit, unitsOf } from "./units.ts";

/**
 * Places and offices, held in memory: every page asks for them, and they change a few times a year. All answers are
 * immediate; `reload` reads the tables again. A day left out is today.
 */
export type Catalogue = {
  listProvinces(on?: PlainDate): readonly Province[];
  findProvince(code: string, on?: PlainDate): Province | null;
  /** In Vietnamese order. */
  listCommunes(provinceCode: string, on?: PlainDate): readonly Commune[];
  findCommune(code: string, on?: PlainDate): Commune | null;
  /** Best match first, at most 20. */
  searchCommunes(typed: string, provinceCode?: string): readonly Commune[];
  findUnit(id: string): Unit | null;
  /** @throws when there is no such office: a dossier, a post or a session names one that exists. */
  getUnit(id: string): Unit;
  findUnitByAgencyCode(agencyCode: string): Unit | null;
  /** Offices that stand today, by agency code or name as typed, accents optional; a whole name goes before a part of one. */
  searchUnits(typed: string): readonly Unit[];
  /**
   * The office that answers for an office's work on a day: itself, or the last of those it was handed on to.
   * @throws where an office ended and nobody took its work: its reference data are wrong
   */
  unitInCharge(id: string, on?: PlainDate): Unit;
  /** The provinces under which dossiers of this office are kept: its own, and those of the offices whose work it took. */
  provincesOf(id: string): readonly string[];
  /** The offices under this one, directly or through others, in Vietnamese order. */
  unitsUnder(id: string): readonly Unit[];
  /** The office in charge at a level for a place; null where the place is unknown or has no such office. */
  competentUnit(level: OfficeLevel, communeCode: string, unitShortName?: string): Unit | null;
  /** The line, the commune and the province in one: `Số 5 đường Lê Lợi, Phường Thuận Hóa, Thành phố Huế`. */
  showAddress(address: { readonly commune: string; readonly line: string }, language: "vi" | "en"): string;
  reload(): Promise<void>;
};

const MOST_FOUND = 20;

type Held = {
  readonly provinces: readonly Province[];
  readonly communesOfProvince: ReadonlyMap<string, readonly Commune[]>;
  readonly communeStates: ReadonlyMap<string, readonly Commune[]>;
  readonly search: ReturnType<typeof createCommuneSearch>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly unitsByAgencyCode: ReadonlyMap<string, Unit>;
  readonly provincesOf: ReadonlyMap<string, readonly string[]>;
};

/** Reads places and offices once and answers from memory. */
export async function openCatalogue(deps: { readonly sql: Sql; readonly clock: Clock }): Promise<Catalogue> {
  let held = await read(deps.sql);
  const today = (): PlainDate => dayOfInstant(deps.clock.now());

  const findProvince = (code: string, on: PlainDate = today()): Province | null =>
    held.provinces.find((province) => province.code === code && covers(province, on)) ?? null;
  const findCommune = (code: string, on: PlainDate = today()): Commune | null =>
    held.communeStates.get(code)?.find((state) => covers(state, on)) ?? null;

  return {
    listProvinces: (on = today()) => held.provinces.filter((province) => covers(province, on)),
    findProvince,
    listCommunes: (provinceCode, on = today()) =>
      (held.communesOfProvince.get(provinceCode) ?? []).filter((commune) => covers(commune, on)),
    findCommune,
    searchCommunes: (typed, provinceCode) => held.search(typed, today(), provinceCode, MOST_FOUND),
    findUnit: (id) => held.units.get(id) ?? null,
    getUnit(id) {
      const unit = held.units.get(id);
      if (!unit) throw new Error(`no office has the id ${id}`);
      return unit;
    },
    unitInCharge: (id, on = today()) => unitInCharge(held.units, id, on),
    provincesOf: (id) => held.provincesOf.get(id) ?? [],
    unitsUnder: (id) =>
      [...held.units.values()]
        .filter((unit) => isUnder(held.units, unit, id))
        .sort((a, b) => compareVietnamese(a.name.vi, b.name.vi)),
    searchUnits: (typed) => searchUnits(held, typed.trim(), today()),
    findUnitByAgencyCode: (agencyCode) => held.unitsByAgencyCode.get(agencyCode) ?? null,
    competentUnit(level, communeCode, unitShortName) {
      const commune = findCommune(communeCode);
      return commune ? (held.units.get(officeId(level, commune, unitShortName)) ?? null) : null;
    },
    showAddress(address, language) {
      const commune = findCommune(address.commune);
      const province = commune ? findProvince(commune.provinceCode) : null;
      return [address.line, commune?.title[language], province?.title[language]].filter(Boolean).join(", ");
    },
    async reload() {
      held = await read(deps.sql);
    },
  };
}

function searchUnits({ units, unitsByAgencyCode }: Held, typed: string, on: PlainDate): readonly Unit[] {
  const wanted = searchKey(typed);
  if (wanted === "") return [];
  const byCode = units.get(typed) ?? unitsByAgencyCode.get(typed.toUpperCase());
  if (byCode) return covers(byCode, on) ? [byCode] : [];
  const found = [...units.values()].filter((unit) => covers(unit, on) && searchKey(unit.name.vi).includes(wanted));
  const whole = found.filter((unit) => searchKey(unit.name.vi) === wanted);
  return (whole.length > 0 ? whole : found).slice(0, MOST_FOUND);
}

/** Ids of offices are made of their place: `ca-26740`, `ca-79`, `pc06-79`, `bca`, `c06`. */
function officeId(level: OfficeLevel, commune: Commune, shortName: string | undefined): string {
  if (level === "commune") return shortName === undefined ? `ca-${commune.code}` : "";
  if (level === "province") return `${shortName?.toLowerCase() ?? "ca"}-${commune.provinceCode}`;
  return shortName?.toLowerCase() ?? "bca";
}

async function read(sql: Sql): Promise<Held> {
  const [provinceRows, communeRows, unitRows] = [await allProvinces(sql), await allCommunes(sql), await allUnits(sql)];
  const provinces = provinceRows.map(provinceOf).sort((a, b) => compareVietnamese(a.name, b.name));
  const communes = communeRows.map(communeOf).sort((a, b) => compareVietnamese(a.name, b.name));
  const units = unitsOf(unitRows);
  return {
    provinces,
    communesOfProvince: Map.groupBy(communes, (commune) => commune.provinceCode),
    communeStates: Map.groupBy(communes, (commune) => commune.code),
    search: createCommuneSearch(communes, provinces),
    units: new Map(units.map((unit) => [unit.id, unit])),
    unitsByAgencyCode: new Map(units.map((unit) => [unit.agencyCode, unit])),
    provincesOf: provincesOf(new Map(units.map((unit) => [unit.id, unit]))),
  };
}

function unitInCharge(units: ReadonlyMap<string, Unit>, id: string, on: PlainDate): Unit {
  let unit = units.get(id);
  while (unit?.until && unit.until < on) unit = unit.successorId === null ? undefined : units.get(unit.successorId);
  if (!unit) throw new Error(`nobody is in charge of the work of ${id} on ${on}`);
  return unit;
}

function provincesOf(units: ReadonlyMap<string, Unit>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const heir of units.values()) found.set(heir.id, new Set([heir.provinceCode]));
  for (const former of units.values()) {
    let at = former.successorId;
    while (at !== null) {
      found.get(at)?.add(former.provinceCode);
      at = units.get(at)?.successorId ?? null;
    }
  }
  return new Map([...found].map(([id, provinces]) => [id, [...provinces]]));
}

/** Whether an office stands below another, however far. */
function isUnder(units: ReadonlyMap<string, Unit>, unit: Unit, above: string): boolean {
  for (let parent = unit.parentId; parent !== null; parent = units.get(parent)?.parentId ?? null)
    if (parent === above) return true;
  return false;
}
