import { boundsOfPartialDate, type PlainDate, parseIsoDate, yearOf } from "../../kernel/plain-date.ts";
import type { Condition } from "../definition/index.ts";
import { type Answers, answerAt, type FormContext, isPartialDate, isPerson } from "./answers.ts";

/** Whether a condition of the definition holds for the answers so far. No condition holds always. */
export function holds(
  condition: Condition | undefined,
  answers: Answers,
  context: Pick<FormContext, "on" | "applicant">,
): boolean {
  if (!condition) return true;
  if ("applicant" in condition) return condition.applicant === context.applicant;
  if ("all" in condition) return condition.all.every((c) => holds(c, answers, context));
  if ("any" in condition) return condition.any.some((c) => holds(c, answers, context));
  if ("not" in condition) return !holds(condition.not, answers, context);
  const answer = answerAt(answers, condition.field);
  if ("is" in condition) return answer === condition.is || (Array.isArray(answer) && answer.includes(condition.is));
  if ("in" in condition) {
    return condition.in.some((value) => answer === value || (Array.isArray(answer) && answer.includes(value)));
  }
  if ("answered" in condition) return isAnswered(answer) === condition.answered;
  return isYounger(answer, condition.ageBelow, context.on);
}

export const isAnswered = (answer: unknown): boolean =>
  answer !== undefined && answer !== "" && !(Array.isArray(answer) && answer.length === 0);

/** A person whose year alone is known reaches an age at the latest on 31 December (people.md 7.5). */
function isYounger(answer: unknown, age: number, on: PlainDate): boolean {
  const born = isPerson(answer)
    ? boundsOfPartialDate(answer.birthDate).latest
    : isPartialDate(answer)
      ? boundsOfPartialDate(answer).latest
      : typeof answer === "string"
        ? parseIsoDate(answer)
        : null;
  if (!born) return false;
  const birthday = `${yearOf(born) + age}${born.slice(4)}`;
  return on < birthday;
}
