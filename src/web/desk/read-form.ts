import type { Field } from "../../engine/definition/index.ts";
import {
  type Answers,
  boxText,
  holds,
  type Problem,
  type Raw,
  readPage,
  shownFields,
} from "../../engine/form/index.ts";
import { addDays, addMonths, type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { type Intake, simpleFields } from "./load.ts";

/** The one page of an intake, read as posted: the pages of the edition one after the other. */

export type IntakeReading = {
  readonly answers: Answers;
  readonly problems: readonly Problem[];
  /** Fields an answer of this very page has opened, which nobody has seen yet. */
  readonly unseen: ReadonlySet<string>;
};

/** The boxes that name what the page showed when it was sent; the script keeps it true. */
export const SHOWN = "_shown";

export function readIntake(intake: Intake, posted: Raw): IntakeReading {
  const { edition, draft, form } = intake;
  const raw = withTerms(intake, posted);
  const groups = edition.pages.flatMap((page) => page.fields.filter((field) => field.kind === "group"));
  let answers: Answers = Object.fromEntries(
    groups.flatMap(({ key }) => (draft.answers[key] === undefined ? [] : [[key, draft.answers[key]]])),
  );
  const problems: Problem[] = [];
  const shown = new Set<string>();
  for (const page of edition.pages) {
    if (!holds(page.when, answers, form)) continue;
    const reading = readPage(page, raw, answers, form);
    answers = { ...answers, ...reading.answers };
    problems.push(...reading.problems);
    for (const field of shownFields(page, answers, form)) shown.add(field.key);
  }
  const seen = new Set(boxText(posted, SHOWN).split(" "));
  const unseen = new Set([...shown].filter((key) => !seen.has(key)));
  return {
    answers,
    problems: problems.filter(({ name }) => !unseen.has(name.split(".")[0] ?? "")).map(inOneBox(intake)),
    unseen,
  };
}

/** A date has one box here, whatever part of it is wrong. */
export const inOneBox = (intake: Intake): ((problem: Problem) => Problem) => {
  const dates = new Set<string>(
    simpleFields(intake.edition.pages)
      .filter(({ kind }) => kind === "date")
      .map(({ key }) => key),
  );
  return (problem) => {
    const [key = ""] = problem.name.split(".");
    return dates.has(key) ? { ...problem, name: key } : problem;
  };
};

/** `1n` or `1y` in a date's box is a year from today, `6t` or `6m` six months, `30d` thirty days. */
const TERM = /^\+?(\d{1,3})\s*(n|năm|y|t|tháng|m|d)$/iu;

function withTerms({ edition, form }: Intake, raw: Raw): Raw {
  const dates = simpleFields(edition.pages).filter(({ kind }) => kind === "date");
  const written = dates.flatMap(({ key }) => {
    const found = TERM.exec(boxText(raw, key));
    return found ? [[key, showDate(after(form.on, Number(found[1]), (found[2] ?? "").toLowerCase()))]] : [];
  });
  return { ...raw, ...Object.fromEntries(written) };
}

function after(today: PlainDate, count: number, unit: string): PlainDate {
  if (unit === "d") return addDays(today, count);
  return addMonths(today, unit.startsWith("n") || unit === "y" ? count * 12 : count);
}

/** Every field of the edition in the order of its pages, and whether it is asked given the answers so far. */
export function fieldsInOrder(
  intake: Intake,
  answers: Answers,
): readonly { readonly field: Field; readonly page: string; readonly asked: boolean }[] {
  const { edition, form } = intake;
  return edition.pages.flatMap((page) => {
    const isAsked = holds(page.when, answers, form);
    return page.fields.map((field) => ({
      field,
      page: page.key,
      asked: isAsked && holds(field.when, answers, form),
    }));
  });
}
