import { nameKey, searchKey, tidy, withoutMarks } from "../../src/kernel/vietnamese.ts";
import { lazily } from "../parameters/table.ts";
import { type OldDistrict, type OldWard, type OldWardKind, oldWards } from "./old-units.ts";

/** A ward that an old address may mean. `exact`: all that was written agrees with it, so no word was passed over or mended. */
export type OldWardFound = { readonly ward: OldWard; readonly exact: boolean };

/** The form names are compared in: no marks, no spaces, y as i, no zero before a number (`P. 01`). */
const keyOf = (name: string): string =>
  searchKey(name)
    .replace(/\s/g, "")
    .replace(/y/g, "i")
    .replace(/^0+(?=\d)/, "");

type Level = "ward" | "district" | "province";
/** A piece of an address between two commas or before the next kind word. */
type Piece = {
  readonly written: string;
  readonly key: string;
  /** The key with its kind word, for names that begin like one (Phường Đúc). */
  readonly wholeKey: string;
  /** The levels its kind word can name; all where there is none. */
  readonly levels: readonly Level[];
  readonly wardKind: OldWardKind | null;
  readonly districtKinds: readonly OldDistrict["kind"][];
};

const ALL: readonly Level[] = ["ward", "district", "province"];
type Kind = Pick<Piece, "levels" | "wardKind" | "districtKinds">;
const kind = (
  levels: readonly Level[],
  wardKind: OldWardKind | null,
  ...districtKinds: OldDistrict["kind"][]
): Kind => ({
  levels,
  wardKind,
  districtKinds,
});
const NO_KIND = kind(ALL, null);
/** Kind words in front of a name, longest first. With accents they stand alone; without, or short, they need a dot, a space or a number. */
const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(?:thành phố|thanh pho(?!\p{L})|t\.?\s?p(?!\p{L})\.?|t\.?p\.?(?=hcm))\s*/iu,
    kind(["district", "province"], null, "city"),
  ],
  [/^(?:thị trấn|thi tran(?!\p{L})|t\.?t(?!\p{L})\.?)\s*/iu, kind(["ward"], "township")],
  [/^(?:thị xã|thi xa(?!\p{L})|t\.?x(?!\p{L})\.?)\s*/iu, kind(["district"], null, "town")],
  [/^(?:phường|phuong(?!\p{L})|p(?!\p{L})\.?|f(?!\p{L})\.?|[pf](?=\d))\s*/iu, kind(["ward"], "ward")],
  [/^(?:quận|quan(?!\p{L})|q(?!\p{L})\.?|q(?=\d))\s*/iu, kind(["district"], null, "urban")],
  [/^(?:huyện|huyen(?!\p{L})|h\.)\s*/iu, kind(["district"], null, "rural", "city", "town")],
  [/^(?:xã|xa(?!\p{L})|x\.)\s*/iu, kind(["ward"], "commune")],
  [/^(?:tỉnh|tinh(?!\p{L})|t\.)\s*/iu, kind(["province"], null)],
];

/** Where a new piece begins without a comma: before a kind word in full, a short one with its dot, or one with a number. */
const NEXT_PIECE =
  /(?<!thị)\s+(?=(?:phường|quận|huyện|tỉnh|thị xã|thị trấn|thành phố|xã)\s|(?:p|q|h|x|f|tp|tx|tt|t\.p|t\.x|t\.t)\.\s?\S|[pqf]\s?\d|tp\s?(?:hcm|hồ|hà))/giu;
const NEXT_PLAIN_PIECE = /(?<!thi)\s+(?=(?:phuong|quan|huyen|tinh|thi xa|thi tran|thanh pho|xa|tp|tx|tt)\s)/giu;

function piecesOf(text: string, dash: boolean): Piece[] {
  const plain = withoutMarks(text) === text;
  return text
    .split(dash ? /[,;\n|]|\s[-–]\s/u : /[,;\n|]/u)
    .flatMap((part) => part.split(NEXT_PIECE))
    .flatMap((part) => (plain ? part.split(NEXT_PLAIN_PIECE) : [part]))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^(?:phường|xã|quận|huyện|tỉnh)$/iu.test(part))
    .map(pieceOf);
}

function pieceOf(part: string): Piece {
  // "Hồng Ngự (Thị xã)": some lists put the kind behind.
  const behind = /^(.*\S)\s*\(([^)]*)\)\s*$/u.exec(part);
  const written = behind ? `${behind[2] ?? ""} ${behind[1] ?? ""}`.trim() : part;
  const found = KIND_WORDS.find(([word]) => word.test(written));
  const bare = found ? written.replace(found[0], "") : written;
  const named = keyOf(bare) !== "";
  return {
    written: named ? bare : written,
    key: keyOf(named ? bare : written),
    wholeKey: keyOf(part),
    ...(found && named ? found[1] : NO_KIND),
  };
}

type Named<T> = ReadonlyMap<string, readonly T[]>;
type Index = {
  readonly wards: Named<OldWard>;
  readonly provinces: Named<string>;
  /** Codes by key, all provinces. */
  readonly districts: Named<OldDistrict & { readonly provinceCode: string }>;
  readonly wardsOfDistrict: Named<OldWard>;
};

/** Short and former names that people write for a province. */
const PROVINCE_ALIASES: Readonly<Record<string, string>> = {
  hcm: "79",
  hcmc: "79",
  saigon: "79",
  sg: "79",
  tphcm: "79",
  hn: "01",
  brvt: "77",
  vungtau: "77",
  tthue: "46",
  thuathienhue: "46",
};

const index = lazily((): Index => {
  const wards = [...oldWards().values()];
  const byKey = new Map<string, OldWard[]>();
  const add = (key: string, ward: OldWard) => byKey.set(key, [...(byKey.get(key) ?? []), ward]);
  for (const ward of wards) {
    add(keyOf(ward.name), ward);
    if (ward.otherName && keyOf(ward.otherName) !== keyOf(ward.name)) add(keyOf(ward.otherName), ward);
    if (ward.name.startsWith("Phường ")) add(keyOf(ward.name.slice("Phường ".length)), ward);
  }
  const provinces = new Map(wards.map(({ province }) => [province.code, province]));
  const districts = new Map(
    wards.map(({ district, province }) => [district.code, { ...district, provinceCode: province.code }]),
  );
  return {
    wards: byKey,
    provinces: Map.groupBy([...provinces.keys()], (code) => keyOf(provinces.get(code)?.name ?? "")),
    districts: Map.groupBy(districts.values(), (district) => keyOf(district.name)),
    wardsOfDistrict: Map.groupBy(wards, (ward) => ward.district.code),
  };
});

const provinceOf = (key: string): string | null => PROVINCE_ALIASES[key] ?? index().provinces.get(key)?.[0] ?? null;

/**
 * The wards of 30/06/2025 that an address may mean, as people write addresses: `P.12, Q. Tân Bình, TP.HCM`, `xã A Dơi huyện
 * Hướng Hóa Quảng Trị`, or only the name of a ward. Accents, case and `i`/`y` do not matter; where marks are written and a
 * name bears them alike, only those are given. `province` and `district` (code or name) narrow the search. Several
 * answers mean that the words do not decide; none means that nothing near was found. The surest come first.
 */
export function findOldWards(
  text: string,
  within: { readonly province?: string; readonly district?: string } = {},
): readonly OldWardFound[] {
  const address = tidy(text.slice(0, LONGEST));
  const found = search(piecesOf(address, false), within);
  if (found.some(({ exact }) => exact) || !/\s[-–]\s/u.test(address)) return found;
  const split = search(piecesOf(address, true), within);
  return split.length > 0 ? split : found;
}
/** An address is shorter; what comes after is not one. */
const LONGEST = 400;

type Within = { readonly province?: string; readonly district?: string };
function search(given: readonly Piece[], within: Within): readonly OldWardFound[] {
  let pieces = given;
  let province: string | null = null;
  if (within.province !== undefined) {
    province = /^\d\d$/.test(within.province) ? within.province : provinceOf(keyOfPlace(within.province));
    if (province === null) return [];
  } else {
    if (!pieces.some((piece) => provinceOfPiece(piece) !== null)) pieces = splitProvince(pieces);
    const at = pieces.findLastIndex((piece) => provinceOfPiece(piece) !== null);
    // A lone name is that of a ward; a province is named after the ward.
    const piece = pieces[at];
    if (piece && (at > 0 || pieces.length > 1)) {
      province = provinceOfPiece(piece);
      pieces = pieces.toSpliced(at, 1);
    }
  }
  return searchInProvince(pieces, province, within.district);
}

/** `Hướng Hóa Quảng Trị`: a province written behind the rest without a comma becomes a piece of its own. */
function splitProvince(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (!last) return pieces;
  const words = last.written.split(" ");
  const at = words.findIndex((_, place) => place > 0 && provinceOf(keyOf(words.slice(place).join(" "))) !== null);
  if (at < 0) return pieces;
  const rest = words.slice(0, at).join(" ");
  const named = { ...last, written: rest, key: keyOf(rest), wholeKey: keyOf(rest) };
  return [...pieces.slice(0, -1), named, pieceOf(words.slice(at).join(" "))];
}

const provinceOfPiece = (piece: Piece): string | null =>
  piece.levels.includes("province") ? (provinceOf(piece.key) ?? provinceOf(piece.wholeKey)) : null;
const keyOfPlace = (written: string): string => pieceOf(tidy(written)).key;

function searchInProvince(
  pieces: readonly Piece[],
  province: string | null,
  districtGiven: string | undefined,
): readonly OldWardFound[] {
  const districts = (piece: Piece) => districtsNamed(piece, province);
  if (districtGiven !== undefined) {
    const codes = /^\d{3}$/.test(districtGiven)
      ? [districtGiven]
      : districts(pieceOf(tidy(districtGiven))).map((district) => district.code);
    return searchInDistricts(pieces, province, codes, true);
  }
  const at = pieces.findLastIndex(
    (piece, place) =>
      piece.levels.includes("district") && (place > 0 || piece.districtKinds.length > 0) && districts(piece).length > 0,
  );
  const piece = pieces[at];
  if (piece) {
    const codes = districts(piece).map((district) => district.code);
    return searchInDistricts(pieces.toSpliced(at, 1), province, codes, true);
  }
  // Something else is written that names no district of this time (Quận 2): the ward is sought in the whole province, unsurely,
  // never by a number, which every town has, nor by what stands where the district does.
  if (pieces.length === 1) return searchInDistricts(pieces, province, null, true);
  const left = pieces.filter((one, place) => one.wardKind !== null || place < pieces.length - 1);
  return searchInDistricts(
    left.filter((one) => !/^\d+$/.test(one.key)),
    province,
    null,
    false,
  );
}

function districtsNamed(piece: Piece, province: string | null) {
  const named = (index().districts.get(piece.key) ?? index().districts.get(piece.wholeKey) ?? []).filter(
    (district) => province === null || district.provinceCode === province,
  );
  const ofKind = named.filter((district) => piece.districtKinds.includes(district.kind));
  return ofKind.length > 0 ? ofKind : named;
}

/** The wards that a piece names, in some districts or in a whole province; the last piece that names one decides. */
function searchInDistricts(
  pieces: readonly Piece[],
  province: string | null,
  districts: readonly string[] | null,
  exact: boolean,
): readonly OldWardFound[] {
  const holds = (ward: OldWard) =>
    (districts === null || districts.includes(ward.district.code)) &&
    (province === null || ward.province.code === province);
  const islands = (districts ?? []).flatMap((code) => oldWards().get(code) ?? []).filter(holds);
  if (islands.length > 0) return islands.map((ward) => ({ ward, exact }));
  for (const piece of pieces.toReversed()) {
    // A name may begin like a kind word (Quan Hoa, Tinh Nhuệ): with it, it is a ward whatever the word says.
    const keys = piece.levels.includes("ward") ? [piece.key, piece.wholeKey] : [piece.wholeKey];
    const wards = keys.map((key) => (index().wards.get(key) ?? []).filter(holds)).find((list) => list.length > 0);
    if (wards) return narrowed(wards, piece).map((ward) => ({ ward, exact }));
  }
  if (districts === null) return [];
  const candidates = pieces.filter((piece) => piece.levels.includes("ward"));
  const near = candidates.flatMap((piece) => nearest(piece, districts, holds));
  return near.map((ward) => ({ ward, exact: false }));
}

/** Those written with the same marks, and of them those of the kind that was written, where there are any. */
function narrowed(wards: readonly OldWard[], piece: Piece): readonly OldWard[] {
  const marked = withoutMarks(piece.written) !== piece.written;
  const alike = (ward: OldWard) =>
    [ward.name, ward.otherName ?? ward.name].some((name) => nameKey(name) === nameKey(piece.written));
  const sameName = wards.filter((ward) => !marked || alike(ward));
  const left = sameName.length > 0 ? sameName : wards;
  const sameKind = left.filter((ward) => piece.wardKind === null || ward.kind === piece.wardKind);
  return sameKind.length > 0 ? sameKind : left;
}

/** A slip of the pen: the wards of the districts whose key differs least, by one letter in a short name and two in a long one. */
function nearest(piece: Piece, districts: readonly string[], holds: (ward: OldWard) => boolean): readonly OldWard[] {
  if (piece.key.length < 4 || /\d/.test(piece.key)) return [];
  let best = piece.key.length < 12 ? 1 : 2;
  let found: OldWard[] = [];
  for (const ward of districts.flatMap((code) => index().wardsOfDistrict.get(code) ?? []).filter(holds)) {
    const slips = slipsBetween(keyOf(ward.name), piece.key, best);
    if (slips > best) continue;
    if (slips < best) found = [];
    best = slips;
    found.push(ward);
  }
  return found;
}

/** Letters to add, drop or change between two keys; anything above `most` is only "more". */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
