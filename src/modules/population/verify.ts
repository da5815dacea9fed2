import type { PartialDate } from "../../kernel/plain-date.ts";
import { sameName, searchKey, tidy } from "../../kernel/vietnamese.ts";
import type { Sql } from "../../platform/database/database.ts";
import { findPerson } from "./rows.ts";

/**
 * What the register says of one field: it agrees, it does not, it agrees as far as both sides know (an officer looks),
 * or there is nothing to compare.
 */
export type FieldAnswer = "match" | "no-match" | "partial-match" | "absent";

export type Claim = {
  readonly number: string;
  readonly name?: string;
  readonly birthDate?: PartialDate;
  readonly sex?: "M" | "F";
};
/** Answers, never the record. A field that was not asked about has no answer. */
export type Verification = {
  readonly number: "match" | "absent";
  readonly name?: FieldAnswer;
  readonly birthDate?: FieldAnswer;
  readonly sex?: FieldAnswer;
  /** False where the register knows of the person's death. */
  readonly living: boolean;
};

/** Compares what somebody says of a person with the register (people.md 2, 7.3, 7.5). An unknown number is `absent`. */
export async function verifyPerson(sql: Sql, claim: Claim): Promise<Verification> {
  const person = await findPerson(sql, claim.number);
  const answer = (field: FieldAnswer): FieldAnswer => (person ? field : "absent");
  return {
    number: person ? "match" : "absent",
    ...(claim.name === undefined ? {} : { name: answer(compareNames(claim.name, person?.name ?? "")) }),
    ...(claim.birthDate === undefined
      ? {}
      : { birthDate: answer(compareBirthDates(claim.birthDate, person?.birth ?? claim.birthDate)) }),
    ...(claim.sex === undefined ? {} : { sex: answer(claim.sex === person?.sex ? "match" : "no-match") }),
    living: !(person?.deceased ?? false),
  };
}

/** True where everything asked about agrees, with nothing left for an officer to look at. */
export const isVerified = (verification: Verification): boolean =>
  verification.living &&
  [verification.number, verification.name, verification.birthDate, verification.sex].every(
    (field) => field === undefined || field === "match",
  );

/** One side written without any mark agrees in part; two names with marks that differ in one are two names. */
export function compareNames(claimed: string, known: string): FieldAnswer {
  if (sameName(claimed, known)) return "match";
  const unmarked = [claimed, known].some((name) => searchKey(name) === tidy(name).toLowerCase());
  return unmarked && searchKey(claimed) === searchKey(known) ? "partial-match" : "no-match";
}

/** Equal known parts with others missing on one side agree in part: `1999` and `01/01/1999` (people.md 7.5). */
export function compareBirthDates(claimed: PartialDate, known: PartialDate): FieldAnswer {
  const parts = ["year", "month", "day"] as const;
  const bothKnown = parts.filter((part) => claimed[part] !== undefined && known[part] !== undefined);
  if (bothKnown.some((part) => claimed[part] !== known[part])) return "no-match";
  const same = parts.every((part) => (claimed[part] === undefined) === (known[part] === undefined));
  return same ? "match" : "partial-match";
}
