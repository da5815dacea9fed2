import { compareNames as compareSpelling, type NameVerdict } from "../../kernel/name.ts";
import { comparePartialDates, type PartialDate } from "../../kernel/plain-date.ts";
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
      : { birthDate: answer(comparePartialDates(claim.birthDate, person?.birth ?? claim.birthDate)) }),
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

/**
 * One side written without any mark agrees in part; an officer looks. Names that are only alike do not agree: an answer
 * "nearly" would let somebody find out a name by trying.
 */
export function compareNames(claimed: string, known: string): FieldAnswer {
  return ANSWER_OF_VERDICT[compareSpelling(claimed, known)];
}
const ANSWER_OF_VERDICT: { readonly [verdict in NameVerdict]: FieldAnswer } = {
  exact: "match",
  equivalent: "match",
  "diacritics-missing": "partial-match",
  similar: "no-match",
  different: "no-match",
};
