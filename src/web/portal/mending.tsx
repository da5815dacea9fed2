import { fieldsOf, type SimpleField } from "../../engine/definition/index.ts";
import {
  type Answers,
  checkAnswers,
  isPerson,
  type Raw,
  readPage,
  type SimpleAnswer,
  writeField,
} from "../../engine/form/index.ts";
import type { Actor, SupplementItem } from "../../engine/state/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { type DossierView, formContext, isMendable } from "../../modules/dossiers/index.ts";
import type { Ctx, WebDeps } from "../context.ts";
import { FieldControl } from "../ui/index.ts";
import { fieldContext, withProvinces } from "./draft/load.ts";

/** Answers that a request to supplement names are put right in their own boxes; nothing else is opened. */

/** Before the boxes of answers, so that no key of an answer meets the name of a paper. */
const PREFIX = "sua.";

/** The answers named in the request that may be changed now. */
export function namedFields({ edition, state }: DossierView): readonly SimpleField[] {
  const named = new Set(state.supplement?.items.map(({ place }) => place));
  return fieldsOf(edition).filter(
    (field): field is SimpleField => field.kind !== "group" && named.has(field.key) && isMendable(edition, field),
  );
}

export type Mended = {
  /** All answers with those that were put right; undefined where none was changed. */
  readonly answers: Answers | undefined;
  readonly errors: Readonly<Record<string, Text>>;
};

/** Reads the boxes. What was wrong elsewhere before is not the matter of this request; what becomes wrong by it is. */
export function readMended(deps: WebDeps, view: DossierView, filer: Pick<Actor, "as">, raw: Raw): Mended {
  const fields = namedFields(view);
  if (fields.length === 0) return { answers: undefined, errors: {} };
  const { edition } = view;
  const before = view.row.answers;
  const context = formContext(deps.dossiers.filing, dayOfInstant(view.state.filedAt), filer);
  const own = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value] as const] : [],
    ),
  );
  const read = readPage({ key: "mend", title: text("", ""), fields: [...fields] }, own, before, context);
  const answers: Answers = { ...before, ...read.answers };
  const known = new Set(checkAnswers(edition, before, context).map(({ name }) => name));
  const problems = [
    ...read.problems,
    ...(read.problems.length > 0 ? [] : checkAnswers(edition, answers, context).filter(({ name }) => !known.has(name))),
  ];
  const errors = Object.fromEntries(problems.map((problem) => [`${PREFIX}${problem.name}`, problem.text]));
  for (const { key } of fields) if (isSomebodyElse(before[key], answers[key])) errors[`${PREFIX}${key}.number`] = SAME;
  const changed = fields.some(({ key }) => JSON.stringify(before[key]) !== JSON.stringify(answers[key]));
  return { answers: changed ? answers : undefined, errors };
}

/** A dossier stays that of the person it was filed for: another number is another dossier. */
const isSomebodyElse = (before: Answers[string] | undefined, now: Answers[string] | undefined): boolean =>
  before !== undefined && now !== undefined && isPerson(before) && isPerson(now) && before.number !== now.number;
const SAME = text(
  "Không đổi được số định danh của người trong hồ sơ. Nếu nhầm người, vui lòng rút hồ sơ và nộp lại.",
  "The person's number cannot be changed. If it is the wrong person, withdraw the dossier and file anew.",
);

/** The boxes of the named answers, with what was declared or typed. */
export function MendBoxes(props: {
  deps: WebDeps;
  c: Ctx;
  view: DossierView;
  raw: Raw;
  errors: Readonly<Record<string, Text>>;
  lang: Language;
}) {
  const { deps, c, view, lang } = props;
  const declared = Object.assign(
    {},
    ...namedFields(view).map((field) =>
      writeField(field, view.row.answers[field.key] as SimpleAnswer | undefined, `${PREFIX}${field.key}`),
    ),
  ) as Raw;
  return (
    <>
      {namedFields(view).map((field) => (
        <FieldControl
          field={field}
          prefix={PREFIX}
          raw={withProvinces(deps, { ...declared, ...props.raw })}
          errors={props.errors}
          lang={lang}
          context={fieldContext(deps, c)}
        />
      ))}
    </>
  );
}

/** Where on the page the item is put right; nothing where it names no place of this page. */
export const placeOnPage = (view: DossierView, { place }: SupplementItem): string | null => {
  if (!place) return null;
  if (place.startsWith("paper:")) {
    const key = place.slice("paper:".length);
    return view.edition.papers.some((paper) => paper.key === key) ? key : null;
  }
  const field = namedFields(view).find(({ key }) => key === place);
  return field ? firstBox(field) : null;
};

/** The id of the first box of a field. */
const firstBox = ({ key, kind }: SimpleField): string => {
  const first = { person: ".number", address: ".province", date: ".day", "partial-date": ".day", "date-time": ".day" };
  const part = first[kind as keyof typeof first] ?? "";
  return `${PREFIX}${key}${part}`.replaceAll(".", "-");
};
