import type { PartialDate, PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";

/** Answers to a form as they are kept and sent: plain JSON by field key. Only fields that are shown have one. */
export type AddressAnswer = { readonly commune: string; readonly line: string };
export type PersonAnswer = {
  readonly number: string;
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: "M" | "F";
};
export type SimpleAnswer = string | number | true | readonly string[] | PartialDate | AddressAnswer | PersonAnswer;
export type ItemAnswers = { readonly [key: string]: SimpleAnswer };
export type Answer = SimpleAnswer | readonly ItemAnswers[];
export type Answers = { readonly [key: string]: Answer };

/** What a browser posts: text by the name of the box, several where a box may be ticked more than once. */
export type Raw = { readonly [name: string]: string | readonly string[] | undefined };

/** Something to put right. `name` is the name of the box on the page, so that the summary can lead there. */
export type Problem = { readonly name: string; readonly text: Text };

/** What the checks need to know besides the answers. Places and countries are asked by code. */
export type FormContext = {
  readonly on: PlainDate;
  readonly applicant: "person" | "organisation";
  communeExists(code: string): boolean;
  countryExists(code: string): boolean;
};

export const isAddress = (answer: unknown): answer is AddressAnswer =>
  typeof answer === "object" && answer !== null && "commune" in answer && "line" in answer;
export const isPerson = (answer: unknown): answer is PersonAnswer =>
  typeof answer === "object" && answer !== null && "number" in answer && "birthDate" in answer;
export const isPartialDate = (answer: unknown): answer is PartialDate =>
  typeof answer === "object" && answer !== null && "year" in answer;
/** The entries of a group; empty where none were given. */
export const entriesOf = (answer: Answer | undefined): readonly ItemAnswers[] =>
  Array.isArray(answer) && typeof answer[0] !== "string" ? (answer as readonly ItemAnswers[]) : [];

/** The answer at a path like `member.name` or `address.commune`; undefined where there is none. */
export function answerAt(answers: Answers, path: string): unknown {
  let here: unknown = answers;
  for (const part of path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as { [key: string]: unknown })[part];
  }
  return here;
}
