import { searchKey } from "../../../kernel/vietnamese.ts";
import type { Dwelling, Person } from "../person.ts";
import type { PersonRecord } from "../record.ts";
import { type Draw, drawnId, type Weighted } from "./draw.ts";
import { drawEthnicity, drawSurname, type Sex } from "./names.ts";
import { type Home, type Setting, settle } from "./settle.ts";
import { drawCommune, drawLine, drawProvince, provinceCodes, regionOf } from "./territory.ts";

/** How people live together; shares near those of the census of 2019. */
const shapes: Weighted<"single" | "couple" | "family" | "one-parent" | "three-generations" | "siblings"> = [
  ["single", 11],
  ["couple", 15],
  ["family", 46],
  ["one-parent", 8],
  ["three-generations", 16],
  ["siblings", 4],
];

export type Household = {
  readonly records: readonly PersonRecord[];
  readonly persons: readonly Person[];
  readonly dwelling: Dwelling | null;
};

/** Somebody of a household before they have a name. A twin shares the birth date of whoever stands before them. */
export type Member = {
  readonly sex: Sex;
  readonly age: number;
  readonly surname: string;
  readonly relation: string;
  readonly bornHere: boolean;
  readonly twin: boolean;
};

const FOREIGN_SHARE = 0.004;
/** About one birth in ninety. */
const TWIN_SHARE = 0.011;

/** Households without end: the first 34 one in each province, the others by the share of the population. */
export function* generateHouseholds(setting: Setting): Generator<Household> {
  const { draw } = setting;
  const usedLines = new Set<number>();
  for (let count = 0; ; count += 1) {
    const province = provinceCodes[count] ?? drawProvince(draw);
    const commune = drawCommune(draw, province);
    let line = drawLine(draw, commune);
    while (usedLines.has(placeOf(commune.code, line))) line = drawLine(draw, commune);
    usedLines.add(placeOf(commune.code, line));
    const home: Home = {
      id: drawnId(draw),
      commune,
      line,
      ethnicity: drawEthnicity(draw, province),
      origin: draw.chance(0.82) ? province : drawProvince(draw),
      foreign: count >= provinceCodes.length && draw.chance(FOREIGN_SHARE),
    };
    const records = settle(setting, home, membersOf(draw, home));
    const head = records[0]?.person;
    const owned = head !== undefined && !home.foreign && draw.chance(0.8);
    yield {
      records,
      persons: records.map(({ person }) => person),
      dwelling: owned ? { ownerNumber: head.number, address: head.permanent } : null,
    };
  }
}

/** A number for a place, so that of millions no text is kept; two places under one number only cost another draw. */
function placeOf(commune: string, line: string): number {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (const letter of `${commune} ${searchKey(line)}`) {
    low = Math.imul(low ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    high = Math.imul(high ^ (letter.codePointAt(0) ?? 0), 0x85ebca6b);
  }
  return (low >>> 0) + (high >>> 11) * 0x1_0000_0000;
}

/** The people of a household, the head first. */
function membersOf(draw: Draw, home: Home): readonly Member[] {
  const shape = home.foreign ? (draw.chance(0.7) ? "single" : "couple") : draw.weighted(shapes);
  const surname = (): string => drawSurname(draw, regionOf(home.origin), home.ethnicity);
  const headSex: Sex = draw.chance(shape === "single" || shape === "one-parent" ? 0.4 : 0.74) ? "M" : "F";
  const other: Sex = headSex === "M" ? "F" : "M";
  const headAge = home.foreign
    ? draw.between(24, 62)
    : {
        single: () => (draw.chance(0.55) ? draw.between(60, 92) : draw.between(20, 59)),
        couple: () => (draw.chance(0.55) ? draw.between(55, 88) : draw.between(23, 54)),
        family: () => draw.between(26, 58),
        "one-parent": () => draw.between(28, 60),
        "three-generations": () => draw.between(28, 52),
        siblings: () => draw.between(19, 34),
      }[shape]();
  const head: Member = {
    sex: headSex,
    age: headAge,
    surname: surname(),
    relation: "head",
    bornHere: false,
    twin: false,
  };
  const spouse: Member = {
    sex: other,
    age: Math.max(20, headAge + (headSex === "M" ? -draw.between(-1, 6) : draw.between(-1, 6))),
    surname: surname(),
    relation: headSex === "M" ? "wife" : "husband",
    bornHere: false,
    twin: false,
  };
  /** Children bear the father's surname; where only the mother is at home, hers is as good a guess. */
  const childrenOf = (father: Member, youngerParent: number): Member[] => {
    const most = youngerParent - 20;
    const count = draw.weighted([
      [1, 34],
      [2, 50],
      [3, 14],
      [4, 2],
    ] as const);
    const drawSex = (): Sex => (draw.chance(0.526) ? "M" : "F");
    const child = (age: number, twin: boolean): Member => ({
      sex: drawSex(),
      age,
      surname: father.surname,
      relation: "child",
      bornHere: true,
      twin,
    });
    return Array.from({ length: count }, () =>
      draw.between(Math.max(0, youngerParent - 42), Math.max(0, Math.min(most, 27))),
    )
      .sort((a, b) => b - a)
      .flatMap((age) => (draw.chance(TWIN_SHARE) ? [child(age, false), child(age, true)] : [child(age, false)]));
  };
  const father = headSex === "M" ? head : spouse;
  if (shape === "single") return [head];
  if (shape === "couple") return [head, spouse];
  if (shape === "one-parent") return [head, ...childrenOf(head, headAge)];
  if (shape === "siblings") {
    const younger = (): Member => ({
      sex: draw.chance(0.5) ? "M" : "F",
      age: Math.max(16, headAge - draw.between(1, 6)),
      surname: head.surname,
      relation: "younger-sibling",
      bornHere: false,
      twin: false,
    });
    return draw.chance(0.3) ? [head, younger(), younger()] : [head, younger()];
  }
  const nuclear = [head, spouse, ...childrenOf(father, Math.min(headAge, spouse.age))];
  if (shape === "family") return nuclear;
  const elders: Member[] = [];
  if (draw.chance(0.62)) {
    elders.push({
      sex: "M",
      age: headAge + draw.between(22, 36),
      surname: head.surname,
      relation: "father",
      bornHere: true,
      twin: false,
    });
  }
  if (elders.length === 0 || draw.chance(0.8)) {
    elders.push({
      sex: "F",
      age: headAge + draw.between(19, 32),
      surname: surname(),
      relation: "mother",
      bornHere: true,
      twin: false,
    });
  }
  return [...nuclear, ...elders];
}
