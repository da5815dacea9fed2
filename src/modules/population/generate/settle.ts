import { type CommuneState, provinceStates } from "../../../../law/index.ts";
import type { PersonNumber } from "../../../kernel/person-number.ts";
import { daysInMonth, type PartialDate, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { Person } from "../person.ts";
import { NO_DETAILS, type PersonDetails, type PersonRecord } from "../record.ts";
import { dayIn, drawDocuments, type OldNumbers } from "./documents.ts";
import type { Draw } from "./draw.ts";
import type { Member } from "./households.ts";
import { relationsOf } from "./kin.ts";
import { drawForeigner, drawName, type Sex } from "./names.ts";
import { drawAddresses, drawSettled, type OldWardsOf, type Settled } from "./residence.ts";
import { drawSpelling } from "./spelling.ts";
import { drawPrefix } from "./territory.ts";

export type Setting = {
  readonly draw: Draw;
  readonly numberFor: (place: string, sex: Sex, birthYear: number) => PersonNumber;
  readonly oldNumber: OldNumbers;
  readonly oldWardsOf: OldWardsOf;
  readonly asOf: PlainDate;
  /** Some of those drawn before, whose name and birth date another person happens to share. */
  readonly namesakes: { name: string; birth: PartialDate; sex: Sex }[];
};
export type Home = {
  readonly id: string;
  readonly commune: CommuneState;
  readonly line: string;
  readonly ethnicity: string;
  /** Where the grown-ups were born: most of them here. */
  readonly origin: string;
  readonly foreign: boolean;
};

const provinceNames = new Map(
  provinceStates.filter(({ until }) => until === null).map(({ code, name }) => [code, name]),
);
const NAMESAKE_SHARE = 0.0006;
const NAMESAKES_HELD = 200;

/** Makes persons of the members of a household: names, numbers, papers, addresses, and who they are to each other. */
export function settle(setting: Setting, home: Home, members: readonly Member[]): readonly PersonRecord[] {
  const settled = drawSettled(
    setting.draw,
    { commune: home.commune.code, line: home.line },
    setting.oldWardsOf,
    setting.asOf,
  );
  const records: PersonRecord[] = [];
  for (const member of members) {
    const birth = member.twin ? records.at(-1)?.person.birth : undefined;
    records.push(recordOfMember(setting, home, settled, member, birth));
  }
  const persons = records.map(({ person }) => person);
  return records.map((record) => ({ ...record, relations: relationsOf(setting.draw, record.person, persons) }));
}

function recordOfMember(
  setting: Setting,
  home: Home,
  settled: Settled,
  member: Member,
  twinBirth: PartialDate | undefined,
): PersonRecord {
  const { draw, asOf } = setting;
  const birthYear = yearOf(asOf) - member.age;
  const who = identityOf(setting, home, member, birthYear, twinBirth);
  const originCode = member.bornHere ? home.commune.provinceCode : home.origin;
  const place = home.foreign ? FOREIGN_PREFIX : drawPrefix(draw, originCode);
  const number = setting.numberFor(place, member.sex, birthYear);
  const deceased =
    member.relation !== "head" && draw.chance(member.age >= 75 ? 0.04 : member.age >= 40 ? 0.006 : 0.0005);
  const reachable = member.age >= 15 && draw.chance(member.age > 70 ? 0.45 : 0.9);
  const person: Person = {
    number,
    ...who,
    sex: member.sex,
    ethnicity: home.foreign ? "" : home.ethnicity,
    householdId: home.id,
    relationToHead: member.relation,
    permanent: { commune: home.commune.code, line: home.line },
    // 095 is no mobile network's any more: an invented number must not be somebody's.
    phone: reachable ? `095${String(draw.between(0, 9_999_999)).padStart(7, "0")}` : null,
    email: null,
    // A register knows of some deaths; only of people who do not head a household here.
    deceased,
  };
  const address = { commune: home.commune.code, line: home.line };
  const addresses = drawAddresses(draw, { age: member.age, birthYear }, address, settled, setting.oldWardsOf, asOf);
  return {
    person,
    details: detailsOf(draw, person, member, provinceNames.get(originCode) ?? "", settled, asOf),
    addresses,
    documents: drawDocuments(draw, person, setting.oldNumber),
    relations: [],
    validFrom: addresses.findLast(({ kind }) => kind === "permanent")?.from ?? null,
  };
}

/** The prefixes of numbers given for births registered abroad begin at 101; this one stands for all of them here. */
const FOREIGN_PREFIX = "199";

type Identity = Pick<Person, "name" | "birth" | "nationality">;

function identityOf(
  { draw, asOf, namesakes }: Setting,
  home: Home,
  member: Member,
  birthYear: number,
  twinBirth: PartialDate | undefined,
): Identity {
  const birth = twinBirth ?? drawBirth(draw, birthYear, asOf);
  if (home.foreign) return { ...drawForeigner(draw, member.sex), birth };
  const shared = draw.chance(NAMESAKE_SHARE) ? draw.pick([...namesakes, null]) : null;
  if (shared && shared.sex === member.sex && shared.birth.year === birthYear && !twinBirth)
    return { name: shared.name, birth: shared.birth, nationality: "VNM" };
  const name = drawSpelling(
    draw,
    drawName(draw, { surname: member.surname, sex: member.sex, birthYear, ethnicity: home.ethnicity }),
  );
  namesakes.push({ name, birth, sex: member.sex });
  if (namesakes.length > NAMESAKES_HELD) namesakes.shift();
  return { name, birth, nationality: "VNM" };
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

const RELIGIONS = [
  ["Không", 86],
  ["Công giáo", 6],
  ["Phật giáo", 5],
  ["Tin lành", 1],
  ["Hòa Hảo", 1],
  ["Cao Đài", 1],
] as const;
const BLOOD_GROUPS = [
  ["O", 42],
  ["B", 30],
  ["A", 21],
  ["AB", 7],
] as const;
const NICKNAMES = ["Út", "Tí", "Bé", "Tư", "Năm", "Sáu", "Ba", "Hai"];

function detailsOf(
  draw: Draw,
  person: Person,
  member: Member,
  province: string,
  settled: Settled,
  asOf: PlainDate,
): PersonDetails {
  const thisYear = yearOf(asOf);
  const since = settled.since;
  const born = person.birth.year;
  return {
    ...NO_DETAILS,
    otherNames: draw.chance(0.01) ? `${draw.pick(NICKNAMES)} ${person.name.split(" ").at(-1) ?? ""}` : null,
    birthPlace: province,
    birthRegistrationPlace: province,
    origin: province,
    religion: draw.weighted(RELIGIONS),
    bloodGroup: draw.chance(0.25) ? draw.weighted(BLOOD_GROUPS) : null,
    maritalStatus: maritalOf(draw, member),
    householdSince: born > yearOf(since) ? dayIn(draw, born) : since,
    residenceFile: `HS${person.number.slice(0, 3)}${person.householdId?.slice(0, 6).toUpperCase() ?? ""}`,
    diedOn: person.deceased ? deathOf(draw, thisYear) : null,
    missingSince: !person.deceased && draw.chance(0.0002) ? dayIn(draw, thisYear - draw.between(2, 12)) : null,
  };
}

/** Some deaths are known by the year alone. */
const deathOf = (draw: Draw, thisYear: number): string => {
  const on = dayIn(draw, thisYear - draw.between(1, 9));
  return draw.chance(0.1) ? on.slice(0, 4) : on;
};

function maritalOf(draw: Draw, { relation, age }: Member): PersonDetails["maritalStatus"] {
  if (relation === "wife" || relation === "husband") return "married";
  if (relation === "child" || age < 20) return "single";
  if (relation === "mother") return draw.chance(0.4) ? "widowed" : "married";
  return age > 65 && draw.chance(0.35) ? "widowed" : draw.chance(0.04) ? "divorced" : "married";
}
