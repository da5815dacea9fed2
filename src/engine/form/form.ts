import type { Edition, Field, GroupField, Page, Paper, SimpleField } from "../definition/index.ts";
import {
  type Answer,
  type Answers,
  entriesOf,
  type FormContext,
  type ItemAnswers,
  type Problem,
  type Raw,
  type SimpleAnswer,
} from "./answers.ts";
import { checkField } from "./check-field.ts";
import { holds } from "./conditions.ts";
import { runNamedChecks } from "./named-checks.ts";
import { readField } from "./read-field.ts";
import { sentences as say } from "./sentences.ts";

/** What was read from one page or one entry: what could be taken, and what is to be put right. */
export type Reading = { readonly answers: Answers; readonly problems: readonly Problem[] };
type Known = Pick<FormContext, "on" | "applicant">;

/** The pages this person meets, in order, given the answers so far. */
export const shownPages = (edition: Edition, answers: Answers, context: Known): readonly Page[] =>
  edition.pages.filter((page) => holds(page.when, answers, context) && shownFields(page, answers, context).length > 0);

export const shownFields = (page: Page, answers: Answers, context: Known): readonly Field[] =>
  page.fields.filter((field) => holds(field.when, answers, context));

export const shownPapers = (edition: Edition, answers: Answers, context: Known): readonly Paper[] =>
  edition.papers.filter((paper) => holds(paper.when, answers, context));

/**
 * Reads a page as posted. `before` are the answers of the other pages: conditions may look at them. The answers that
 * come back are those of this page only; a field that is not shown loses its answer.
 */
export function readPage(page: Page, raw: Raw, before: Answers, context: FormContext): Reading {
  return readFields(
    page.fields.filter((f): f is SimpleField => f.kind !== "group"),
    raw,
    before,
    context,
    "",
  );
}

/** Reads one entry of a group from boxes named by field key (a page, or a row of a sheet). */
export function readItem(
  group: GroupField,
  raw: Raw,
  before: Answers,
  context: FormContext,
): { answers: ItemAnswers; problems: readonly Problem[] } {
  const reading = readFields(group.fields, raw, before, context, "");
  return { answers: reading.answers as ItemAnswers, problems: reading.problems };
}

function readFields(
  fields: readonly SimpleField[],
  raw: Raw,
  before: Answers,
  context: FormContext,
  prefix: string,
): Reading {
  const answers: Record<string, SimpleAnswer> = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const known: Answers = { ...before, ...answers };
    if (!holds(field.when, known, context)) continue;
    const name = `${prefix}${field.key}`;
    const read = readField(field, raw, name);
    if (!read.ok) {
      problems.push(read.failure);
      continue;
    }
    const problem = checkField(field, read.value, context, known, name);
    if (problem) problems.push(problem);
    if (read.value !== undefined) answers[field.key] = read.value;
  }
  return { answers, problems };
}

/** A problem and the page on which to mend it; papers stand under `papers`. */
export type PlacedProblem = Problem & { readonly page: string };

/**
 * Checks all answers as one: every shown field, every entry of every group, and the named checks of the edition.
 * This is the gate of a submission, whatever door it came through.
 */
export function checkAnswers(edition: Edition, answers: Answers, context: FormContext): readonly PlacedProblem[] {
  const problems: PlacedProblem[] = [];
  for (const page of shownPages(edition, answers, context)) {
    for (const field of shownFields(page, answers, context)) {
      const found =
        field.kind === "group"
          ? checkGroup(field, answers, context)
          : [checkField(field, answers[field.key] as SimpleAnswer | undefined, context, answers)];
      for (const problem of found) if (problem) problems.push({ ...problem, page: page.key });
    }
  }
  if (problems.length > 0) return problems;
  return runNamedChecks(edition, answers, context).map((problem) => ({
    ...problem,
    page: pageOf(edition, problem.name),
  }));
}

function checkGroup(group: GroupField, answers: Answers, context: FormContext): readonly (Problem | null)[] {
  const entries = entriesOf(answers[group.key]);
  if (entries.length < group.least) return [{ name: group.key, text: say.tooFew(group.label, group.least) }];
  if (entries.length > group.most)
    return [{ name: group.key, text: say.tooMany(group.label, group.most, entries.length) }];
  return entries.flatMap((entry, at) => checkItem(group, entry, answers, context, `${group.key}.${at}.`));
}

/** What is wrong with one entry of a group; names are prefixed, e.g. `guests.3.`. */
export function checkItem(
  group: GroupField,
  entry: ItemAnswers,
  answers: Answers,
  context: FormContext,
  prefix = "",
): readonly Problem[] {
  const known: Answers = { ...answers, ...entry };
  return group.fields
    .filter((field) => holds(field.when, known, context))
    .map((field) => checkField(field, entry[field.key], context, known, `${prefix}${field.key}`))
    .filter((problem) => problem !== null);
}

/**
 * What is wrong with one entry by the named checks of the edition, which look at several of its answers at once. Names
 * are those of the entry's own boxes. Meant for an entry whose single answers are right.
 */
export function checkEntry(
  edition: Edition,
  group: GroupField,
  entry: ItemAnswers,
  answers: Answers,
  context: FormContext,
): readonly Problem[] {
  const prefix = `${group.key}.0.`;
  return runNamedChecks(edition, { ...answers, [group.key]: [entry] }, context)
    .filter(({ name }) => name.startsWith(prefix))
    .map((problem) => ({ ...problem, name: problem.name.slice(prefix.length) }));
}

/**
 * The answers that count: those of fields shown now. An answer given before another answer hid its field is dropped
 * at the end, so that nobody submits what they can no longer see.
 */
export function answersThatCount(edition: Edition, answers: Answers, context: Known): Answers {
  const kept: Record<string, Answer> = {};
  for (const page of edition.pages) {
    if (!holds(page.when, { ...answers, ...kept }, context)) continue;
    for (const field of page.fields) {
      const answer = answers[field.key];
      if (answer === undefined || !holds(field.when, answers, context)) continue;
      kept[field.key] =
        field.kind === "group"
          ? entriesOf(answer).map((entry) => entryThatCounts(field, entry, answers, context))
          : answer;
    }
  }
  return kept;
}

function entryThatCounts(group: GroupField, entry: ItemAnswers, answers: Answers, context: Known): ItemAnswers {
  const known: Answers = { ...answers, ...entry };
  const kept: Record<string, SimpleAnswer> = {};
  for (const field of group.fields) {
    const answer = entry[field.key];
    if (answer !== undefined && holds(field.when, known, context)) kept[field.key] = answer;
  }
  return kept;
}

const pageOf = (edition: Edition, name: string): string => {
  const key = name.split(".")[0];
  return (
    edition.pages.find((page) => page.fields.some((field) => field.key === key))?.key ?? edition.pages[0]?.key ?? ""
  );
};
