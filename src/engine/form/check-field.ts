import {
  addDays,
  addMonths,
  boundsOfPartialDate,
  day,
  type PlainDate,
  parseIsoDate,
  parseLocalDateTime,
  showDate,
} from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { DayLimit } from "../definition/fields.ts";
import type { SimpleField } from "../definition/index.ts";
import {
  type Answers,
  answerAt,
  type FormContext,
  isAddress,
  isPartialDate,
  isPerson,
  type Problem,
  type SimpleAnswer,
} from "./answers.ts";
import { sentences as say } from "./sentences.ts";

const NAME_LONGEST = 100;
const LINE_LONGEST = 200;
const TEXT_LONGEST = 500;
/** Control characters other than line breaks, and the mark a decoder leaves where bytes were broken. */
const UNREADABLE = /[^\P{Cc}\n]|\ufffd|\p{Cs}/u;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} '’.-]*$/u;

/**
 * What is wrong with one answer by the rules of its field, or null. `siblings` are the other answers of the same page,
 * item or form, for limits that depend on another field.
 */
export function checkField(
  field: SimpleField,
  answer: SimpleAnswer | undefined,
  context: FormContext,
  siblings: Answers,
  name: string = field.key,
): Problem | null {
  const wrong = (sentence: Text, part = ""): Problem => ({ name: `${name}${part}`, text: sentence });
  if (answer === undefined) {
    if (field.required === false) return null;
    return wrong(missingSentence(field), firstBox(field));
  }
  switch (field.kind) {
    case "text":
      return typeof answer === "string"
        ? checkText(field.label, answer, field.longest ?? TEXT_LONGEST, wrong)
        : wrong(say.notTheShape(field.label));
    case "person-name":
      return typeof answer === "string" ? checkName(field.label, answer, wrong) : wrong(say.notTheShape(field.label));
    case "person-number":
      return typeof answer === "string" && /^\d{12}$/.test(answer) ? null : wrong(say.notPersonNumber(field.label));
    case "passport-number":
      return typeof answer === "string" && /^[A-Z0-9]{5,20}$/.test(answer) ? null : wrong(say.notPassport(field.label));
    case "date": {
      const date = typeof answer === "string" ? parseIsoDate(answer) : null;
      return date ? checkLimits(field, date, date, context, siblings, wrong) : wrong(say.notDate(field.label), ".day");
    }
    case "partial-date": {
      if (!isPartialDate(answer)) return wrong(say.notPartialDate(field.label), ".day");
      const { earliest, latest } = boundsOfPartialDate(answer);
      return checkLimits(field, latest, earliest, context, siblings, wrong);
    }
    case "date-time": {
      const at = typeof answer === "string" ? parseLocalDateTime(answer) : null;
      const date = at === null || typeof answer !== "string" ? null : day(answer.slice(0, 10));
      return date ? checkLimits(field, date, date, context, siblings, wrong) : wrong(say.notDate(field.label), ".day");
    }
    case "choice":
      return field.options.some((option) => option.value === answer) ? null : wrong(say.notOption(field.label));
    case "choices":
      return Array.isArray(answer) && answer.every((a) => field.options.some((option) => option.value === a))
        ? null
        : wrong(say.notOption(field.label));
    case "country":
      return typeof answer === "string" && context.countryExists(answer) ? null : wrong(say.notCountry(field.label));
    case "number":
      if (typeof answer !== "number" || !Number.isInteger(answer)) return wrong(say.notNumber(field.label));
      return answer < (field.least ?? 0) || answer > (field.most ?? Number.MAX_SAFE_INTEGER)
        ? wrong(say.outOfRange(field.label, field.least, field.most))
        : null;
    case "money":
      return typeof answer === "number" && Number.isSafeInteger(answer) && answer >= 0
        ? null
        : wrong(say.notMoney(field.label));
    case "phone":
      return typeof answer === "string" && /^(0\d{9,10}|\+\d{8,15})$/.test(answer)
        ? null
        : wrong(say.notPhone(field.label));
    case "email":
      return typeof answer === "string" && answer.length <= 254 && answer.includes("@")
        ? null
        : wrong(say.notEmail(field.label));
    case "address":
      if (!isAddress(answer)) return wrong(say.noCommune(field.label), ".commune");
      if (!context.communeExists(answer.commune)) return wrong(say.noCommune(field.label), ".commune");
      return answer.line === ""
        ? wrong(say.noLine(field.label), ".line")
        : checkText(field.label, answer.line, LINE_LONGEST, (s) => wrong(s, ".line"));
    case "person":
      return checkPerson(field, answer, context, wrong);
    case "declaration":
      return answer === true ? null : wrong(say.notDeclared);
  }
}

type Wrong = (sentence: Text, part?: string) => Problem;

function checkText(label: Text, value: string, longest: number, wrong: Wrong): Problem | null {
  if (UNREADABLE.test(value)) return wrong(say.unreadable(label));
  return value.length > longest ? wrong(say.tooLong(label, longest, value.length)) : null;
}

function checkName(label: Text, value: string, wrong: Wrong): Problem | null {
  const asText = checkText(label, value, NAME_LONGEST, wrong);
  if (asText) return asText;
  return NAME.test(value) ? null : wrong(say.notName(label));
}

function checkPerson(field: SimpleField, answer: SimpleAnswer, context: FormContext, wrong: Wrong): Problem | null {
  if (!isPerson(answer)) return wrong(say.missing(field.label), ".number");
  if (!/^\d{12}$/.test(answer.number))
    return wrong(say.notPersonNumber({ vi: "Số định danh cá nhân", en: "Personal number" }), ".number");
  const name = checkName({ vi: "Họ, chữ đệm và tên", en: "Full name" }, answer.name, wrong);
  if (name) return { ...name, name: `${name.name}.name` };
  const born = boundsOfPartialDate(answer.birthDate).earliest;
  const label = { vi: "Ngày, tháng, năm sinh", en: "Date of birth" };
  return born > context.on ? wrong(say.tooLate(label, showDate(context.on)), ".birth") : null;
}

/** `latest` is the last day the answer can mean, `earliest` the first: a partial date is refused only when all of it lies outside. */
function checkLimits(
  field: SimpleField & { kind: "date" | "partial-date" | "date-time" },
  latest: PlainDate,
  earliest: PlainDate,
  context: FormContext,
  siblings: Answers,
  wrong: Wrong,
): Problem | null {
  const from = limitDay(field.earliest, context.on, siblings);
  const until = limitDay(field.latest, context.on, siblings);
  if (from && latest < from) return wrong(say.tooEarly(field.label, showDate(from)), ".day");
  return until && earliest > until ? wrong(say.tooLate(field.label, showDate(until)), ".day") : null;
}

function limitDay(limit: DayLimit | undefined, on: PlainDate, siblings: Answers): PlainDate | null {
  if (!limit) return null;
  if ("day" in limit) return day(limit.day);
  const base = "today" in limit ? on : dayOfAnswer(answerAt(siblings, limit.field));
  if (!base) return null;
  const plus = "today" in limit ? limit.today : limit.plus;
  return addDays(addMonths(base, plus.months ?? 0), plus.days ?? 0);
}

const dayOfAnswer = (answer: unknown): PlainDate | null =>
  typeof answer === "string" ? parseIsoDate(answer.slice(0, 10)) : null;

const CHOSEN = new Set(["choice", "choices", "country"]);
const missingSentence = (field: SimpleField): Text => {
  if (field.kind === "declaration") return say.notDeclared;
  if (field.kind === "address") return say.noCommune(field.label);
  return CHOSEN.has(field.kind) ? say.notChosen(field.label) : say.missing(field.label);
};

/** The box to which an error about a missing answer leads. */
const firstBox = (field: SimpleField): string => {
  if (field.kind === "date" || field.kind === "partial-date" || field.kind === "date-time") return ".day";
  if (field.kind === "address") return ".commune";
  return field.kind === "person" ? ".number" : "";
};
