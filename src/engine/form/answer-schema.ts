import { z } from "zod";
import { dateOf, parseIsoDate, parseLocalDateTime } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import { parseEmail, tidy } from "../../kernel/vietnamese.ts";
import type { Edition, Field, GroupField, SimpleField } from "../definition/index.ts";

/**
 * The shape of an edition's answers as other programs send them, made from the definition: it reads requests and is
 * printed in the API's document, so that the two cannot differ. Limits that depend on other answers, on the day or on
 * a register are not shape: checkAnswers judges them afterwards.
 */

const NAME_LONGEST = 100;
const LINE_LONGEST = 200;
const TEXT_LONGEST = 500;
const NUMBER_MOST = 999_999_999;

/** What no store and no screen can show: half a character pair, or the null character. */
const readable = (value: string): boolean => value.isWellFormed() && !value.includes("\0");
const words = (longest: number) => z.string().overwrite(tidy).min(1).max(longest).refine(readable);
const lines = (longest: number) =>
  z
    .string()
    .overwrite((value) => value.split(/\r?\n/).map(tidy).join("\n").trim())
    .min(1)
    .max(longest)
    .refine(readable);
/** Years of four digits up to 2999: a term counted from them stays within four. */
const YEAR_MOST = 2999;
const isoDay = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/)
  .refine((value) => parseIsoDate(value) !== null)
  .meta({ format: "date", examples: ["2026-03-27"] });
const localMoment = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((value) => parseLocalDateTime(value) !== null)
  .meta({ description: "YYYY-MM-DDTHH:mm, giờ Việt Nam / Vietnam time", examples: ["2026-11-10T14:20"] });
const personNumber = z.string().regex(/^\d{12}$/);

const PartialDateShape = z
  .strictObject({
    year: z.int().min(1000).max(YEAR_MOST),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
  })
  .refine(({ year, month, day }) => (month === undefined ? day === undefined : dateOf(year, month, day ?? 1) !== null))
  .meta({
    id: "PartialDate",
    description: "Ngày sinh; chỉ ghi phần biết rõ / a birth date of which only the known parts are given",
    examples: [{ year: 1990, month: 3, day: 27 }, { year: 1948 }],
  });
const AddressShape = z.strictObject({ commune: z.string().regex(/^\d{5}$/), line: words(LINE_LONGEST) }).meta({
  id: "Address",
  description: "Mã phường, xã, đặc khu và số nhà, đường / code of the commune, and house and street",
  examples: [{ commune: "26740", line: "12 Lê Lợi" }],
});
const PersonShape = z
  .strictObject({
    number: personNumber,
    name: words(NAME_LONGEST),
    birthDate: PartialDateShape,
    sex: z.enum(["M", "F"]),
  })
  .meta({ id: "Person", description: "Người có số định danh cá nhân / a person with a personal number" });

export type AnswerSchema = z.ZodObject<Record<string, z.ZodType>>;

const schemas = new WeakMap<Edition, AnswerSchema>();
const entrySchemas = new WeakMap<GroupField, AnswerSchema>();

/**
 * The schema of an edition's answers, made once for each. A field may be left out where the form does not demand it
 * or asks it only under a condition; members it does not know are refused.
 */
export function answerSchemas(edition: Edition): AnswerSchema {
  const made = schemas.get(edition);
  if (made) return made;
  const shape: Record<string, z.ZodType> = {};
  for (const page of edition.pages) {
    for (const field of page.fields) {
      const answer = described(field, field.kind === "group" ? groupSchema(field) : simpleSchema(field));
      shape[field.key] = field.required === false || field.when || page.when ? answer.optional() : answer;
    }
  }
  const schema = z.strictObject(shape);
  schemas.set(edition, schema);
  return schema;
}

/** The schema of one entry of a group: a guest, a member of the household. */
export function entrySchema(group: GroupField): AnswerSchema {
  const made = entrySchemas.get(group);
  if (made) return made;
  const shape: Record<string, z.ZodType> = {};
  for (const field of group.fields) {
    const answer = described(field, simpleSchema(field));
    shape[field.key] = field.required === false || field.when ? answer.optional() : answer;
  }
  const schema = z.strictObject(shape);
  entrySchemas.set(group, schema);
  return schema;
}

const groupSchema = (group: GroupField): z.ZodType => z.array(entrySchema(group)).min(group.least).max(group.most);

function simpleSchema(field: SimpleField): z.ZodType {
  switch (field.kind) {
    case "text": {
      const text = lines(field.longest ?? TEXT_LONGEST);
      return field.capitals ? text.overwrite((value) => value.toUpperCase()) : text;
    }
    case "person-name":
      return words(NAME_LONGEST);
    case "person-number":
      return personNumber;
    case "passport-number":
      return z.string().regex(/^[A-Z0-9]{5,20}$/);
    case "date":
      return isoDay;
    case "partial-date":
      return PartialDateShape;
    case "date-time":
      return localMoment;
    case "choice":
      return z.enum(field.options.map((option) => option.value));
    case "choices":
      return z
        .array(z.enum(field.options.map((option) => option.value)))
        .min(1)
        .max(field.options.length)
        .refine((values) => new Set(values).size === values.length);
    case "country":
      return z.string().regex(/^[A-Z]{3}$/);
    case "number":
      return z
        .int()
        .min(field.least ?? 0)
        .max(field.most ?? NUMBER_MOST);
    case "money":
      return z.int().min(0).max(Number.MAX_SAFE_INTEGER);
    case "phone":
      return z.string().regex(/^(0\d{9,10}|\+\d{8,15})$/);
    case "email":
      return z
        .string()
        .max(254)
        .refine((value) => readable(value) && parseEmail(value) === value)
        .meta({ format: "email" });
    case "address":
      return AddressShape;
    case "person":
      return PersonShape;
    case "declaration":
      return z.literal(true);
  }
}

const HINTS: { readonly [K in Field["kind"]]?: string } = {
  date: "YYYY-MM-DD",
  "date-time": "YYYY-MM-DDTHH:mm, giờ Việt Nam / Vietnam time",
  country: "ISO 3166-1 alpha-3",
  money: "đồng",
};
const OPTIONS_SHOWN = 40;

/** The label of the official form stands in the document, with what the values of a list mean. */
function described(field: Field, schema: z.ZodType): z.ZodType {
  const label = (text: Text): string => `${text.vi} / ${text.en}`;
  const options = field.kind === "choice" || field.kind === "choices" ? field.options.slice(0, OPTIONS_SHOWN) : [];
  const parts = [
    label(field.label),
    HINTS[field.kind],
    ...options.map((option) => `${option.value}: ${label(option.label)}`),
  ];
  return schema.meta({ description: parts.filter(Boolean).join(". ") });
}
