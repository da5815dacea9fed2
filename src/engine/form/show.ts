import { type Dong, showDong } from "../../kernel/dong.ts";
import { day, showDate, showPartialDate } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import type { SimpleField } from "../definition/index.ts";
import { isAddress, isPartialDate, isPerson, type SimpleAnswer } from "./answers.ts";

/** What the words of places and countries are; the caller knows them. */
export type Names = { commune(code: string): string; country(code: string): string };

/** An answer as a person reads it: on the check page, in the office, on paper, in a sheet. Empty for no answer. */
export function showAnswer(field: SimpleField, answer: SimpleAnswer | undefined, names: Names, lang: Language): string {
  if (answer === undefined) return "";
  if (isPerson(answer)) {
    const sex = answer.sex === "M" ? { vi: "Nam", en: "Male" } : { vi: "Nữ", en: "Female" };
    return `${answer.name}, ${showPartialDate(answer.birthDate)}, ${sex[lang]}, ${answer.number}`;
  }
  if (isAddress(answer)) return `${answer.line}, ${names.commune(answer.commune)}`;
  if (isPartialDate(answer)) return showPartialDate(answer);
  if (answer === true) return { vi: "Đã cam đoan", en: "Declared" }[lang];
  if (typeof answer === "number") return field.kind === "money" ? showDong(answer as Dong) : String(answer);
  const options = field.kind === "choice" || field.kind === "choices" ? field.options : [];
  const label = (value: string): string => options.find((o) => o.value === value)?.label[lang] ?? value;
  if (typeof answer !== "string") return answer.map(label).join("; ");
  if (field.kind === "date") return showDate(day(answer));
  if (field.kind === "date-time") return `${answer.slice(11, 16)}, ${showDate(day(answer.slice(0, 10)))}`;
  if (field.kind === "country") return names.country(answer);
  return label(answer);
}
