import { compareNames as compareSpelling, type NameVerdict } from "./name.ts";
import { comparePartialDates, type PartialDate } from "./plain-date.ts";

/**
 * What a register says of one field: it agrees, it does not, it agrees as far as both sides know (an officer looks),
 * or there is nothing to compare.
 */
export type FieldAnswer = "match" | "no-match" | "partial-match" | "absent";

/** What may be asked about besides the number, in the order in which it is shown. */
export const claimFields = ["name", "birthDate", "sex"] as const;
export type ClaimField = (typeof claimFields)[number];

/** What somebody says of a person. Only what stands here is compared. */
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

/** As much of a record as is compared; null where the register holds nothing of it. */
export type Compared = {
  readonly name: string | null;
  readonly birth: PartialDate | null;
  readonly sex: "M" | "F" | null;
  readonly deceased: boolean;
};

/** Compares what somebody says with what a register holds (people.md 2, 7.3, 7.5). An unknown number is `absent`. */
export function compareClaim(claim: Claim, known: Compared | null): Verification {
  const { name, birthDate, sex } = claim;
  return {
    number: known ? "match" : "absent",
    ...(name === undefined ? {} : { name: known?.name ? compareNames(name, known.name) : "absent" }),
    ...(birthDate === undefined
      ? {}
      : { birthDate: known?.birth ? comparePartialDates(birthDate, known.birth) : "absent" }),
    ...(sex === undefined ? {} : { sex: known?.sex ? (sex === known.sex ? "match" : "no-match") : "absent" }),
    living: !(known?.deceased ?? false),
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
