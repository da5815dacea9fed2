import { z } from "zod";
import { type PartialDate, parsePartialDate } from "../../../kernel/plain-date.ts";
import { searchKey, tidy } from "../../../kernel/vietnamese.ts";

const PAGES_MOST = 10;
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((typed) => tidy(typed))
    .default("");

/** What an officer typed to find somebody. Empty means: not said. */
export const CriteriaShape = z.object({
  /** Twelve digits, or an old number of nine. */
  number: text(20).transform((typed) => typed.replace(/[\s.-]/g, "")),
  /** The number of a passport, card or other document. */
  document: text(30).transform((typed) => typed.toUpperCase().replace(/\s/g, "")),
  name: text(100),
  /** `yyyy`, `mm/yyyy` or `dd/mm/yyyy`. */
  birth: text(20),
  /** Names of communes, or of wards of before 2025-07-01, as people write them. */
  commune: text(200),
  sex: z.enum(["M", "F", ""]).default(""),
  page: z.number().int().min(1).max(PAGES_MOST).default(1),
});
export type CriteriaTyped = z.input<typeof CriteriaShape>;

/** Criteria that can be sought with. `communes` are codes; null where none was named. */
export type Criteria = {
  readonly number: string | null;
  readonly document: string | null;
  readonly name: string | null;
  readonly words: readonly string[];
  readonly birth: PartialDate | null;
  readonly communes: readonly string[] | null;
  readonly sex: "M" | "F" | null;
  readonly page: number;
};

/** What is wrong with what was typed, by the box it stands in. */
export type CriteriaFault = "number" | "birth" | "commune" | "too-little";

/** Reads what was typed. `communes`: the codes that the commune typed may mean, found by the caller. */
export function readCriteria(
  typed: z.output<typeof CriteriaShape>,
  communesNamed: readonly string[],
): Criteria | CriteriaFault {
  const birth = typed.birth === "" ? null : parsePartialDate(typed.birth);
  if (typed.birth !== "" && birth === null) return "birth";
  if (typed.number !== "" && !/^(\d{9}|\d{12})$/.test(typed.number)) return "number";
  const communes = typed.commune === "" ? null : communesNamed;
  if (communes?.length === 0) return "commune";
  const words = searchKey(typed.name).split(" ").filter(Boolean);
  const criteria: Criteria = {
    number: typed.number || null,
    document: typed.document || null,
    name: words.length > 0 ? typed.name : null,
    words,
    birth,
    communes,
    sex: typed.sex || null,
    page: typed.page,
  };
  return isEnough(criteria) ? criteria : "too-little";
}

/** A search that would list strangers is none: one word of a name, a year of birth or a commune alone say too little. */
function isEnough({ number, document, words, birth, communes }: Criteria): boolean {
  if (number !== null || document !== null) return true;
  const narrowed = birth !== null || communes !== null;
  if (words.length > 0) return words.length > 1 || narrowed;
  return birth?.day !== undefined && communes !== null;
}

/** Names of what was asked with, for the log: never what was typed. */
export function askedWith(criteria: Criteria): readonly string[] {
  const said: readonly (readonly [unknown, string])[] = [
    [criteria.number, "số định danh"],
    [criteria.document, "số giấy tờ"],
    [criteria.name, "họ tên"],
    [criteria.birth, "ngày sinh"],
    [criteria.communes, "xã, phường"],
    [criteria.sex, "giới tính"],
  ];
  return said.flatMap(([value, name]) => (value === null ? [] : [name]));
}
