import { covers, day, type PlainDate } from "../../src/kernel/plain-date.ts";
import { lazily } from "../parameters/table.ts";
import { type CommuneState, communeStates } from "./index.ts";
import { oldUnitRows } from "./old-unit-rows.ts";

/** The last day of the three levels: Resolution 203/2025/QH15 ended the district. */
export const LAST_OLD_DAY = day("2025-06-30");
/** The day of the older list that was compared: a ward that stands alike in both had that name and district all the while. */
const OLDER_LIST = day("2022-04-10");

export type OldProvince = { readonly code: string; readonly kind: "city" | "province"; readonly name: string };
/** `urban` is quận, `rural` huyện, `town` thị xã, `city` a city of a province or of a municipality. */
export type OldDistrict = {
  readonly code: string;
  readonly kind: "urban" | "rural" | "town" | "city";
  readonly name: string;
};
/** `island` is a district that had no wards (Côn Đảo, Hoàng Sa …) and stands here for itself, under its own code. */
export type OldWardKind = "ward" | "township" | "commune" | "island";

/** A ward, township or commune as it last stood on 30/06/2025. */
export type OldWard = {
  readonly code: string;
  readonly kind: OldWardKind;
  readonly name: string;
  /** The other spelling that lists have, where it is another word to a seeker; null where none is. */
  readonly otherName: string | null;
  readonly district: OldDistrict;
  readonly province: OldProvince;
  /** Whether name, kind and district were the same on 10/04/2022; for others the days in between are not established. */
  readonly asBefore: boolean;
  /** Codes of the units of 01/07/2025 that took its land, in order; more than one: it was divided. */
  readonly successors: readonly string[];
};

const KINDS: Readonly<Record<string, OldWardKind>> = { p: "ward", t: "township", x: "commune" };
const DISTRICT_KINDS = ["urban", "rural", "town", "city"] as const;

/** Every ward of 30/06/2025 by its code. Read at the first question. */
export const oldWards = lazily((): ReadonlyMap<string, OldWard> => {
  const wards = new Map<string, OldWard>();
  let province: OldProvince | null = null;
  let district: OldDistrict | null = null;
  for (const line of oldUnitRows.trim().split("\n")) {
    const [head = "", second = "", third = "", island] = line.split("|");
    if (head.length === 2) province = { code: head, kind: second === "city" ? "city" : "province", name: third };
    else if (head.length === 3) {
      district = { code: head, kind: districtKind(second), name: third };
      if (island && province) wards.set(head, islandOf(district, province, island));
    } else if (province && district) {
      const ward = wardOf(head, second, district, province);
      wards.set(ward.code, ward);
    }
  }
  return wards;
});

function districtKind(cell: string): OldDistrict["kind"] {
  const kind = DISTRICT_KINDS.find((known) => known === cell);
  if (!kind) throw new Error(`no such kind of district: ${cell}`);
  return kind;
}

function wardOf(head: string, successors: string, district: OldDistrict, province: OldProvince): OldWard {
  const kind = KINDS[head.charAt(5)];
  if (!kind) throw new Error(`no such kind of ward: ${head}`);
  const asBefore = head.charAt(6) !== "*";
  const [name = "", otherName = null] = head.slice(asBefore ? 6 : 7).split("~");
  const code = head.slice(0, 5);
  return { code, kind, name, otherName, district, province, asBefore, successors: successors.split(" ") };
}

const islandOf = (district: OldDistrict, province: OldProvince, successor: string): OldWard => ({
  code: district.code,
  kind: "island",
  name: district.name,
  otherName: null,
  district,
  province,
  asBefore: true,
  successors: [successor],
});

/** What an old ward is on a day: itself, the one unit that took it, or the several among which an officer must choose. */
export type UnitOfOldWard =
  | {
      readonly kind: "old-ward";
      readonly ward: OldWard;
      readonly divided: false;
      /** False where the day lies outside what the lists prove for it. */
      readonly established: boolean;
    }
  | { readonly kind: "commune"; readonly commune: CommuneState; readonly divided: false }
  | { readonly kind: "communes"; readonly communes: readonly CommuneState[]; readonly divided: true };

const communesByCode = lazily(() => Map.groupBy(communeStates(), (state) => state.code));

/**
 * The unit that an old ward is on a day. Up to 30/06/2025 the ward itself; from 01/07/2025 the ward, commune or special
 * zone that took it, in its state of that day. A divided ward has no unique answer without the street or hamlet: all of
 * its successors are given. Null for a code no list has.
 */
export function unitOfOldWard(code: string, on: PlainDate): UnitOfOldWard | null {
  const ward = oldWards().get(code);
  if (!ward) return null;
  if (on <= LAST_OLD_DAY) {
    const established = ward.asBefore ? on >= OLDER_LIST : on === LAST_OLD_DAY;
    return { kind: "old-ward", ward, divided: false, established };
  }
  const communes = ward.successors.map((successor) => communeOn(successor, on));
  const [first] = communes;
  if (!first) throw new Error(`old ward without successor: ${code}`);
  return communes.length === 1
    ? { kind: "commune", commune: first, divided: false }
    : { kind: "communes", communes, divided: true };
}

function communeOn(code: string, on: PlainDate): CommuneState {
  const state = communesByCode()
    .get(code)
    ?.find((one) => covers(one, on));
  if (!state) throw new Error(`no unit ${code} on ${on}`);
  return state;
}

const WARD_WORDS: Readonly<Record<OldWardKind, string>> = {
  ward: "Phường",
  township: "Thị trấn",
  commune: "Xã",
  island: "Huyện",
};
const DISTRICT_WORDS: Readonly<Record<OldDistrict["kind"], string>> = {
  urban: "Quận",
  rural: "Huyện",
  town: "Thị xã",
  city: "Thành phố",
};

/** `Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh`. */
export const oldWardTitle = (ward: OldWard): string =>
  ward.kind === "island" ? oldDistrictTitle(ward) : `${oldWardName(ward)}, ${oldDistrictTitle(ward)}`;

/** `Phường Bến Nghé`. */
export const oldWardName = (ward: OldWard): string => `${WARD_WORDS[ward.kind]} ${ward.name}`;

/** `Quận 1, Thành phố Hồ Chí Minh`: where the ward lay. */
export function oldDistrictTitle({ district, province }: Pick<OldWard, "district" | "province">): string {
  const word = province.kind === "city" ? "Thành phố" : "Tỉnh";
  return `${DISTRICT_WORDS[district.kind]} ${district.name}, ${word} ${province.name}`;
}
