import type { CommuneState } from "../../../law/index.ts";
import type { PersonNumber } from "../../kernel/person-number.ts";
import { daysInMonth, type PartialDate, type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import { type Draw, drawnId, type Weighted } from "./draw.ts";
import { drawEthnicity, drawName, drawSurname, type Sex } from "./names.ts";
import type { Dwelling, Person } from "./person.ts";
import { drawCommune, drawLine, drawPrefix, drawProvince, provinceCodes, regionOf } from "./territory.ts";

/** How people live together; shares near those of the census of 2019. */
const shapes: Weighted<"single" | "couple" | "family" | "one-parent" | "three-generations" | "siblings"> = [
  ["single", 11],
  ["couple", 15],
  ["family", 46],
  ["one-parent", 8],
  ["three-generations", 16],
  ["siblings", 4],
];

export type Household = { readonly persons: readonly Person[]; readonly dwelling: Dwelling | null };
type Setting = {
  readonly draw: Draw;
  readonly numberFor: (place: string, sex: Sex, birthYear: number) => PersonNumber;
  readonly asOf: PlainDate;
};
type Home = {
  readonly id: string;
  readonly commune: CommuneState;
  readonly line: string;
  readonly ethnicity: string;
  /** Where the grown-ups were born: most of them here. */
  readonly origin: string;
};
type Member = {
  readonly sex: Sex;
  readonly age: number;
  readonly surname: string;
  readonly relation: string;
  readonly bornHere: boolean;
};

/** Households without end: the first 34 one in each province, the others by the share of the population. */
export function* generateHouseholds(setting: Setting): Generator<Household> {
  const { draw } = setting;
  const usedLines = new Set<string>();
  for (let count = 0; ; count += 1) {
    const province = provinceCodes[count] ?? drawProvince(draw);
    const commune = drawCommune(draw, province);
    let line = drawLine(draw, commune);
    while (usedLines.has(`${commune.code} ${searchKey(line)}`)) line = drawLine(draw, commune);
    usedLines.add(`${commune.code} ${searchKey(line)}`);
    const home: Home = {
      id: drawnId(draw),
      commune,
      line,
      ethnicity: drawEthnicity(draw, province),
      origin: draw.chance(0.82) ? province : drawProvince(draw),
    };
    const persons = membersOf(draw, home).map((member) => settle(setting, home, member));
    const head = persons[0];
    const owned = head !== undefined && draw.chance(0.8);
    yield { persons, dwelling: owned ? { ownerNumber: head.number, address: head.permanent } : null };
  }
}

/** The people of a household, the head first. */
function membersOf(draw: Draw, home: Home): readonly Member[] {
  const shape = draw.weighted(shapes);
  const surname = (): string => drawSurname(draw, regionOf(home.origin), home.ethnicity);
  const headSex: Sex = draw.chance(shape === "single" || shape === "one-parent" ? 0.4 : 0.74) ? "M" : "F";
  const other: Sex = headSex === "M" ? "F" : "M";
  const headAge = {
    single: () => (draw.chance(0.55) ? draw.between(60, 92) : draw.between(20, 59)),
    couple: () => (draw.chance(0.55) ? draw.between(55, 88) : draw.between(23, 54)),
    family: () => draw.between(26, 58),
    "one-parent": () => draw.between(28, 60),
    "three-generations": () => draw.between(28, 52),
    siblings: () => draw.between(19, 34),
  }[shape]();
  const head: Member = { sex: headSex, age: headAge, surname: surname(), relation: "head", bornHere: false };
  const spouse: Member = {
    sex: other,
    age: Math.max(20, headAge + (headSex === "M" ? -draw.between(-1, 6) : draw.between(-1, 6))),
    surname: surname(),
    relation: headSex === "M" ? "wife" : "husband",
    bornHere: false,
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
    return Array.from({ length: count }, () => ({
      sex: draw.chance(0.526) ? ("M" as const) : ("F" as const),
      age: draw.between(Math.max(0, youngerParent - 42), Math.max(0, Math.min(most, 27))),
      surname: father.surname,
      relation: "child",
      bornHere: true,
    })).sort((a, b) => b.age - a.age);
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
    });
  }
  if (elders.length === 0 || draw.chance(0.8)) {
    elders.push({
      sex: "F",
      age: headAge + draw.between(19, 32),
      surname: surname(),
      relation: "mother",
      bornHere: true,
    });
  }
  return [...nuclear, ...elders];
}

/** Makes a person of a member: birth date, number, name, where they are reached. */
function settle(setting: Setting, home: Home, member: Member): Person {
  const { draw } = setting;
  const birthYear = yearOf(setting.asOf) - member.age;
  const place = drawPrefix(draw, member.bornHere ? home.commune.provinceCode : home.origin);
  const reachable = member.age >= 15 && draw.chance(member.age > 70 ? 0.45 : 0.9);
  const { surname, sex } = member;
  return {
    number: setting.numberFor(place, sex, birthYear),
    name: drawName(draw, { surname, sex, birthYear, ethnicity: home.ethnicity }),
    birth: drawBirth(draw, birthYear, setting.asOf),
    sex,
    nationality: "VNM",
    ethnicity: home.ethnicity,
    householdId: home.id,
    relationToHead: member.relation,
    permanent: { commune: home.commune.code, line: home.line },
    // 095 is no mobile network's any more: an invented number must not be somebody's.
    phone: reachable ? `095${String(draw.between(0, 9_999_999)).padStart(7, "0")}` : null,
    email: null,
    // A register knows of some deaths; only of people who do not head a household here.
    deceased: member.age >= 75 && member.relation !== "head" && draw.chance(0.03),
  };
}

/** Many who were born before 1965 know the year only, or the month and year; some of those stand as 01/01. */
function drawBirth(draw: Draw, year: number, asOf: PlainDate): PartialDate {
  const thisYear = year === yearOf(asOf);
  const month = thisYear ? 1 : draw.between(1, 12);
  const date = { year, month, day: thisYear ? 1 : draw.between(1, daysInMonth(year, month)) };
  if (year >= 1965) return date;
  const known = draw.next();
  if (known < 0.12) return { year };
  if (known < 0.16) return { year, month };
  return known < 0.24 ? { year, month: 1, day: 1 } : date;
}
