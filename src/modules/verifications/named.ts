import type { Edition, SimpleField } from "../../engine/definition/index.ts";
import {
  type Answers,
  entriesOf,
  type FormContext,
  type ItemAnswers,
  isPartialDate,
  isPerson,
  shownFields,
  shownPages,
} from "../../engine/form/index.ts";
import type { Claim } from "../../kernel/person-claim.ts";
import { type Text, text } from "../../kernel/text.ts";

/** Somebody the answers name with a number: where they stand, what is claimed of them, and as whom they appear. */
export type Named = { readonly place: string; readonly as: Text; readonly name: string; readonly claim: Claim };

/** Everybody named with a personal number in the answers, page by page, as the procedure's definition has them. */
export function peopleIn(edition: Edition, answers: Answers, form: FormContext): readonly Named[] {
  const found: Named[] = [];
  for (const page of shownPages(edition, answers, form)) {
    const fields = shownFields(page, answers, form);
    const simple = fields.filter((field): field is SimpleField => field.kind !== "group");
    for (const field of simple) {
      const answer = answers[field.key];
      if (isPerson(answer)) {
        const { number, name, birthDate, sex } = answer;
        found.push({ place: field.key, as: field.label, name, claim: { number, name, birthDate, sex } });
      }
    }
    const here = Object.fromEntries(simple.map((field) => [field.key, answers[field.key]])) as ItemAnswers;
    found.push(...numbered(simple, here, page.title, ""));
    for (const group of fields) {
      if (group.kind !== "group") continue;
      for (const [at, entry] of entriesOf(answers[group.key]).entries()) {
        const as = text(`${capital(group.item.vi)} ${at + 1}`, `${capital(group.item.en)} ${at + 1}`);
        found.push(...numbered(group.fields, entry, as, `${group.key}/${at}/`));
      }
    }
  }
  return found;
}

/** A number asked in a box of its own belongs to the name beside it: `owner-number` to `owner-name`, in an entry to the only name. */
function numbered(fields: readonly SimpleField[], answers: ItemAnswers, as: Text, before: string): readonly Named[] {
  const names = fields.filter((field) => field.kind === "person-name");
  return fields.flatMap((field): Named[] => {
    const number = answers[field.key];
    if (field.kind !== "person-number" || typeof number !== "string") return [];
    const prefix = field.key.replace(/number$/, "");
    const nameField = names.find(({ key }) => key === `${prefix}name`) ?? (names.length === 1 ? names[0] : undefined);
    const name = nameField ? answers[nameField.key] : undefined;
    const birth = answers[`${prefix}birth-date`] ?? answers["birth-date"];
    const sex = answers[`${prefix}sex`] ?? answers.sex;
    const claim: Claim = {
      number,
      ...(typeof name === "string" ? { name } : {}),
      ...(isPartialDate(birth) ? { birthDate: birth } : {}),
      ...(sex === "M" || sex === "F" ? { sex } : {}),
    };
    return [{ place: `${before}${field.key}`, as, name: claim.name ?? number, claim }];
  });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
