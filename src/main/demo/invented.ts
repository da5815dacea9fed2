import { isPersonNumber, type PersonNumber } from "../../kernel/person-number.ts";
import { type PartialDate, parsePartialDate } from "../../kernel/plain-date.ts";
import type { Person } from "../../modules/population/index.ts";
import { sha256 } from "../../platform/ids.ts";

/** An id that is the same at every start, made of a name of ours (UUID, version 8). */
export function fixedId(name: string): string {
  const hex = sha256(`motcua demo ${name}`).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Invented = {
  /** Three digits of the province of birth, and the last six of the number. */
  readonly place: string;
  readonly serial: number;
  readonly name: string;
  readonly sex: "M" | "F";
  /** `dd/mm/yyyy`, or as much as is known. */
  readonly born: string;
  readonly commune: string;
  readonly line: string;
  readonly household: string;
  readonly relation?: string;
  readonly phone?: string;
  readonly email?: string;
};

/** A person of the demonstration with the number that such a person would bear. */
export function invent(who: Invented): Person {
  const birth = parsePartialDate(who.born);
  if (!birth) throw new Error(`no birth date: ${who.born}`);
  return {
    number: numberOf(who, birth),
    name: who.name,
    birth,
    sex: who.sex,
    nationality: "VNM",
    ethnicity: "Kinh",
    householdId: fixedId(`household ${who.household}`),
    relationToHead: who.relation ?? "head",
    permanent: { commune: who.commune, line: who.line },
    phone: who.phone ?? null,
    email: who.email ?? null,
    deceased: false,
  };
}

function numberOf(who: Invented, birth: PartialDate): PersonNumber {
  const century = (Math.floor(birth.year / 100) - 19) * 2 + (who.sex === "M" ? 0 : 1);
  const number = `${who.place}${century}${String(birth.year % 100).padStart(2, "0")}${String(who.serial).padStart(6, "0")}`;
  if (!isPersonNumber(number)) throw new Error(`not a person number: ${number}`);
  return number;
}
