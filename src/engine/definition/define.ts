import { addDays, covers, type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";
import type { Field, SimpleField } from "./fields.ts";
import { type Edition, type Procedure, type ProcedureInput, ProcedureShape } from "./procedure.ts";
import type { Condition } from "./words.ts";

/** Every problem of a definition at once, each with the place where it stands. */
export class DefinitionProblems extends Error {
  readonly problems: readonly string[];
  constructor(key: string, problems: readonly string[]) {
    super(`procedure "${key}" cannot be used:\n${problems.map((p) => `  - ${p}`).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Checks a procedure when it is loaded and returns it. Unknown words, keys named twice, conditions on fields that do
 * not exist or come later, papers and fees that dangle, and periods that overlap or leave a gap are all reported
 * together.
 * @throws DefinitionProblems
 */
export function defineProcedure(input: ProcedureInput): Procedure {
  const parsed = ProcedureShape.safeParse(input);
  if (!parsed.success) {
    throw new DefinitionProblems(
      String(input.key),
      parsed.error.issues.map((issue) => `${issue.path.join(".") || "definition"}: ${issue.message}`),
    );
  }
  const problems = [
    ...periodProblems(parsed.data.editions),
    ...parsed.data.editions.flatMap((edition) => editionProblems(edition).map((p) => `${edition.id}: ${p}`)),
  ];
  if (problems.length > 0) throw new DefinitionProblems(parsed.data.key, problems);
  return parsed.data;
}

/** The edition in force on a day, or null: a procedure may not exist yet, or no more. */
export const editionOn = (procedure: Procedure, on: PlainDate): Edition | null =>
  procedure.editions.find((edition) => covers(edition, on)) ?? null;

/** @throws when the procedure has no such edition: a dossier names one that was published. */
export function getEdition(procedure: Procedure, id: string): Edition {
  const edition = procedure.editions.find((e) => e.id === id);
  if (!edition) throw new Error(`procedure ${procedure.key} has no edition ${id}`);
  return edition;
}

/** Every field of an edition in the order of its pages; groups stand for themselves. */
export const fieldsOf = (edition: Edition): readonly Field[] => edition.pages.flatMap((page) => page.fields);

function periodProblems(editions: readonly Edition[]): string[] {
  const sorted = [...editions].sort((a, b) => (a.from < b.from ? -1 : 1));
  const problems: string[] = [];
  sorted.forEach((edition, at) => {
    if (edition.until !== null && edition.until < edition.from) problems.push(`${edition.id}: ends before it begins`);
    const next = sorted[at + 1];
    if (next && (edition.until === null || edition.until >= next.from)) {
      problems.push(`${edition.id} and ${next.id} both apply on ${next.from}`);
    } else if (next && edition.until !== null && addDays(edition.until, 1) !== next.from) {
      problems.push(
        `${edition.id} ends on ${edition.until} and nothing applies until ${next.id} begins on ${next.from}`,
      );
    }
  });
  const ids = editions.map((e) => e.id);
  for (const id of twice(ids)) problems.push(`edition "${id}" stands twice`);
  return problems;
}

function editionProblems(edition: Edition): string[] {
  const problems: string[] = [];
  const fields = fieldsOf(edition);
  const keys = fields.map((f) => f.key);
  for (const key of twice(keys)) problems.push(`field "${key}" stands twice`);
  for (const key of twice(edition.pages.map((p) => p.key))) problems.push(`page "${key}" stands twice`);
  for (const key of twice(edition.papers.map((p) => p.key))) problems.push(`paper "${key}" stands twice`);

  const known = new Set<string>();
  for (const page of edition.pages) {
    problems.push(...unknownIn(page.when, known, `page "${page.key}"`));
    for (const field of page.fields) {
      problems.push(...unknownIn(field.when, known, `field "${field.key}"`));
      if (field.kind !== "group") problems.push(...fieldProblems(field, known, field.key));
      known.add(field.key);
      if (field.kind === "group") problems.push(...groupProblems(field, known));
    }
  }
  for (const paper of edition.papers) problems.push(...unknownIn(paper.when, known, `paper "${paper.key}"`));
  for (const fee of edition.fees) {
    problems.push(...unknownIn(fee.when, known, `fee "${fee.key}"`));
    if (fee.perEntryOf && !fields.some((f) => f.kind === "group" && f.key === fee.perEntryOf)) {
      problems.push(`fee "${fee.key}" counts entries of "${fee.perEntryOf}", which is no group`);
    }
  }
  const place = fields.find((f) => f.key === edition.competence.byAddress);
  if (place?.kind !== "address")
    problems.push(`competence is by "${edition.competence.byAddress}", which is no address field`);
  for (const [name, paths] of Object.entries(edition.register?.values ?? {})) {
    for (const path of typeof paths === "string" ? [paths] : paths) {
      if (!isAnswered(path, fields)) problems.push(`register value "${name}" takes "${path}", which no field answers`);
    }
  }
  if (edition.handling === "examined" && edition.steps.length === 0) problems.push("examined, but by nobody: no steps");
  if (edition.handling === "examined" && edition.refusalGrounds.length === 0)
    problems.push("no ground of refusal is named");
  const shares = edition.interlinked?.reduce((sum, { share }) => sum + share, 0) ?? 0;
  if (edition.interlinked && (edition.deadline.unit !== "working-days" || shares > edition.deadline.count))
    problems.push(`its agencies have ${shares} working days together, more than the procedure has`);
  for (const key of twice(edition.interlinked?.map((leg) => leg.key) ?? []))
    problems.push(`agency "${key}" stands twice`);
  if (edition.handling === "on-the-spot" && edition.steps.length > 0) problems.push("handled at once, yet has steps");
  return problems;
}

/** Whether a field answers the path; inside a group the second word is a field of its entries. */
function isAnswered(path: string, fields: readonly Field[]): boolean {
  const [first = "", second] = path.split(".");
  const field = fields.find((f) => f.key === first);
  if (field?.kind !== "group" || second === undefined) return field !== undefined;
  return field.fields.some((f) => f.key === second);
}

function fieldProblems(field: SimpleField, known: ReadonlySet<string>, where: string): string[] {
  const problems: string[] = [];
  if (field.kind === "choice" || field.kind === "choices") {
    const values = field.options.map((o) => o.value);
    for (const value of twice(values)) problems.push(`field "${where}" offers "${value}" twice`);
    if (field.initial !== undefined && !values.includes(field.initial)) {
      problems.push(`field "${where}" starts with "${field.initial}", which it does not offer`);
    }
  }
  if ("earliest" in field || "latest" in field) {
    for (const limit of [field.earliest, field.latest]) {
      if (limit && "field" in limit && !known.has(limit.field)) {
        problems.push(`field "${where}" is limited by "${limit.field}", which is not asked before it`);
      }
      if (limit && "day" in limit && parseIsoDate(limit.day) === null) {
        problems.push(`field "${where}" is limited by "${limit.day}", which is no day of the calendar`);
      }
    }
  }
  return problems;
}

function groupProblems(group: Field & { kind: "group" }, outside: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const inside = new Set(outside);
  for (const key of twice(group.fields.map((f) => f.key))) problems.push(`field "${group.key}.${key}" stands twice`);
  for (const field of group.fields) {
    problems.push(...unknownIn(field.when, inside, `field "${group.key}.${field.key}"`));
    problems.push(...fieldProblems(field, inside, `${group.key}.${field.key}`));
    inside.add(field.key);
  }
  for (const key of group.titleOf) {
    if (!group.fields.some((f) => f.key === key))
      problems.push(`"${group.key}" is titled by "${key}", which it does not ask`);
  }
  for (const key of Object.keys(group.import?.example ?? {})) {
    if (!group.fields.some((f) => f.key === key))
      problems.push(`the example row of "${group.key}" fills "${key}", which it does not ask`);
  }
  if (group.least > group.most) problems.push(`"${group.key}" wants at least ${group.least} and at most ${group.most}`);
  return problems;
}

function unknownIn(condition: Condition | undefined, known: ReadonlySet<string>, where: string): string[] {
  return namesIn(condition)
    .filter((name) => !known.has(name.split(".")[0] ?? ""))
    .map((name) => `${where} depends on "${name}", which is not asked before it`);
}

function namesIn(condition: Condition | undefined): string[] {
  if (!condition || "applicant" in condition) return [];
  if ("field" in condition) return [condition.field];
  if ("not" in condition) return namesIn(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(namesIn);
}

const twice = (names: readonly string[]): string[] => [...new Set(names.filter((n, at) => names.indexOf(n) !== at))];
