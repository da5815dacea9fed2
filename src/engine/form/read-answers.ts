import type { z } from "zod";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Edition, type Field, fieldsOf, type GroupField, type SimpleField } from "../definition/index.ts";
import { type AnswerSchema, answerSchemas, entrySchema } from "./answer-schema.ts";
import type { Answers, ItemAnswers } from "./answers.ts";
import { sentences as say } from "./sentences.ts";

/** Reads answers that other programs send, and says where and why they cannot be taken. */

/** A place within the answers: field key, entry of a group, part of an address, a person or a partial date. */
export type AnswerPath = readonly (string | number)[];
/** Something to put right in answers that came as data. */
type ShapeProblem = { readonly path: AnswerPath; readonly text: Text };

/** More than anybody mends at once; the rest is found when these are mended. */
const PROBLEMS_MOST = 200;
const NAME_SHOWN = 100;

/** The answers, tidied as the form would; or every place where they have not the shape of the edition. */
export function readAnswers(edition: Edition, sent: unknown): Result<Answers, readonly ShapeProblem[]> {
  const crowded = fieldsOf(edition).flatMap((field) => tooManyIn(field, sent));
  if (crowded.length > 0) return fail(crowded);
  const known = new Map<string, Field>(fieldsOf(edition).map((field) => [field.key, field]));
  return read<Answers>(answerSchemas(edition), known, sent);
}

/** One entry of a group, sent alone. */
export function readEntry(group: GroupField, sent: unknown): Result<ItemAnswers, readonly ShapeProblem[]> {
  return read<ItemAnswers>(entrySchema(group), new Map(group.fields.map((field) => [field.key, field])), sent);
}

function read<T>(
  schema: AnswerSchema,
  known: ReadonlyMap<string, Field>,
  sent: unknown,
): Result<T, readonly ShapeProblem[]> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return ok(parsed.data as T);
  return fail(parsed.error.issues.flatMap((issue) => problemsOf(issue, known, sent)).slice(0, PROBLEMS_MOST));
}

/** Counted before anything is read: a million entries are refused as quickly as one too many. */
function tooManyIn(field: Field, sent: unknown): readonly ShapeProblem[] {
  if (field.kind !== "group" || typeof sent !== "object" || sent === null) return [];
  const entries: unknown = (sent as { [key: string]: unknown })[field.key];
  if (!Array.isArray(entries) || entries.length <= field.most) return [];
  return [{ path: [field.key], text: say.tooMany(field.label, field.most, entries.length) }];
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, known: ReadonlyMap<string, Field>, sent: unknown): readonly ShapeProblem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, PROBLEMS_MOST).map((key) => ({ path: [...path, key], text: unknownMember(key) }));
  }
  const first = path[0];
  const field = typeof first === "string" ? known.get(first) : undefined;
  if (!field) return [{ path, text: notAnObject }];
  const value = valueAt(sent, path);
  if (field.kind !== "group") return [{ path, text: sentenceOf(field, issue, value) }];
  const inner = typeof path[2] === "string" ? field.fields.find((one) => one.key === path[2]) : undefined;
  return [{ path, text: inner ? sentenceOf(inner, issue, value) : groupSentence(field, issue, value) }];
}

function groupSentence(group: GroupField, issue: Issue, value: unknown): Text {
  if (issue.code === "too_small" || value === undefined) return say.tooFew(group.label, Math.max(1, group.least));
  return say.notTheShape(group.label);
}

const CHOSEN: ReadonlySet<SimpleField["kind"]> = new Set(["choice", "choices", "country"]);

function sentenceOf(field: SimpleField, issue: Issue, value: unknown): Text {
  const { label } = field;
  if (field.kind === "declaration") return say.notDeclared;
  if (value === undefined || value === "") return CHOSEN.has(field.kind) ? say.notChosen(label) : say.missing(label);
  if (issue.code === "too_big" && typeof value === "string")
    return say.tooLong(label, Number(issue.maximum), value.length);
  if (issue.code === "too_small" && typeof value === "string") return say.missing(label);
  if (issue.code === "custom" && typeof value === "string" && !SPELLED[field.kind]) return say.unreadable(label);
  const spelled = SPELLED[field.kind];
  if (spelled && issue.code !== "invalid_type") return spelled(field);
  return say.notTheShape(label);
}

/** How a value of the kind is written in data. */
const SPELLED: { readonly [K in SimpleField["kind"]]?: (field: SimpleField) => Text } = {
  "person-number": ({ label }) => say.notPersonNumber(label),
  "passport-number": ({ label }) => say.notPassport(label),
  date: ({ label }) =>
    written(
      label,
      "là một ngày có thật, viết YYYY-MM-DD, ví dụ 2026-03-27",
      "be a real day written YYYY-MM-DD, such as 2026-03-27",
    ),
  "date-time": ({ label }) =>
    written(
      label,
      "viết YYYY-MM-DDTHH:mm theo giờ Việt Nam, ví dụ 2026-11-10T14:20",
      "be written YYYY-MM-DDTHH:mm in Vietnam time, such as 2026-11-10T14:20",
    ),
  "partial-date": ({ label }) =>
    written(
      label,
      'là ngày có thật dạng {"year", "month", "day"}; ngày, tháng bỏ trống nếu không biết',
      'be a real date as {"year", "month", "day"}; leave out month or day if unknown',
    ),
  person: ({ label }) =>
    written(
      label,
      'có đủ {"number": 12 chữ số, "name", "birthDate", "sex": "M" hoặc "F"}',
      'have {"number": 12 digits, "name", "birthDate", "sex": "M" or "F"}',
    ),
  address: ({ label }) =>
    written(
      label,
      'có {"commune": mã 5 chữ số, "line": số nhà, đường}',
      'have {"commune": a code of 5 digits, "line": house and street}',
    ),
  choice: ({ label }) => say.notOption(label),
  choices: ({ label }) => say.notOption(label),
  country: ({ label }) =>
    written(label, "là mã ba chữ cái của nước, ví dụ VNM", "be the three letters of the country, such as VNM"),
  number: (field) =>
    field.kind === "number" ? say.outOfRange(field.label, field.least, field.most) : say.notNumber(field.label),
  money: ({ label }) => written(label, "là số đồng nguyên, không âm", "be whole đồng, not negative"),
  phone: ({ label }) => say.notPhone(label),
  email: ({ label }) => say.notEmail(label),
};

const written = (label: Text, vi: string, en: string): Text =>
  text(`${label.vi} phải ${vi}.`, `${label.en} must ${en}.`);

const unknownMember = (key: string): Text => {
  const name = key.toWellFormed().slice(0, NAME_SHOWN);
  return text(
    `Biểu mẫu không có mục “${name}”. Vui lòng bỏ mục này.`,
    `The form has no field “${name}”. Leave it out.`,
  );
};
const notAnObject = text(
  "Các câu trả lời phải là một đối tượng JSON theo mã mục của biểu mẫu.",
  "Answers must be a JSON object by field key.",
);

function valueAt(sent: unknown, path: AnswerPath): unknown {
  let here: unknown = sent;
  for (const part of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as { [key: string]: unknown })[String(part)];
  }
  return here;
}

/**
 * Where in the data a problem of the form stands: the box `guests.3.birth-date.day` is `["guests", 3, "birth-date"]`.
 * Boxes of one date are one value in data; the parts of an address or a person are members.
 */
export function pathOfBox(edition: Edition, name: string): AnswerPath {
  const parts = name.split(".");
  const [first = "", second = "", third = ""] = parts;
  const field = fieldsOf(edition).find((one) => one.key === first);
  if (field?.kind !== "group") return field ? [first, ...memberOf(field, second)] : [first];
  if (!/^\d+$/.test(second)) return [first];
  const inner = field.fields.find((one) => one.key === third);
  return inner ? [first, Number(second), third, ...memberOf(inner, parts[3] ?? "")] : [first, Number(second)];
}

function memberOf(field: SimpleField, box: string): readonly string[] {
  if (field.kind === "address") return box === "commune" || box === "line" ? [box] : [];
  if (field.kind !== "person") return [];
  if (box === "birth") return ["birthDate"];
  return box === "number" || box === "name" || box === "sex" ? [box] : [];
}
