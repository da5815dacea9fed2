import { z } from "zod";
import { ConditionShape, KeyShape, TextShape } from "./words.ts";

/** What a form may ask. One shape a kind; the same value drives page, check, office screen, API and document. */

/**
 * Where a first answer may come from; shown for confirmation, never typed again. `applicant.*` is the signed-in
 * person in the population register, `organisation.*` the organisation they act for, `account.*` what they told us.
 * `filer.*` is the organisation where they act for one, else the person: whoever the office has before it.
 */
const PrefillShape = z.enum([
  "filer.name",
  "filer.address",
  "applicant.person",
  "applicant.name",
  "applicant.number",
  "applicant.birth-date",
  "applicant.sex",
  "applicant.address",
  "applicant.household-head",
  "organisation.name",
  "organisation.code",
  "organisation.kind",
  "organisation.address",
  "organisation.superior",
  "organisation.lodging",
  "account.phone",
  "account.email",
  "today",
]);
export type Prefill = z.infer<typeof PrefillShape>;

const common = {
  key: KeyShape,
  label: TextShape,
  hint: TextShape.optional(),
  /** Answered or not at all: an absent answer to a required field is an error. Default: required. */
  required: z.boolean().optional(),
  when: ConditionShape.optional(),
  prefill: PrefillShape.optional(),
  /** The answer an empty page or entry starts with, as text; the person may change it. */
  initial: z.string().optional(),
  /** The item of the official form it stands for, e.g. "mục 7". */
  official: z.string().optional(),
  /** Heading of its column in a sheet of many rows (inside a group that can be imported), besides the label. */
  columns: z.array(z.string()).optional(),
};

export const OptionShape = z.strictObject({
  value: z.string().min(1),
  label: TextShape,
  hint: TextShape.optional(),
  /** Other spellings accepted in a sheet, e.g. "M - Nam". */
  aliases: z.array(z.string()).optional(),
});

/** A day named in the definition: fixed, or counted from the day of filing. */
const DayLimitShape = z.union([
  z.strictObject({ day: z.string() }),
  z.strictObject({ today: z.strictObject({ days: z.number().int().optional(), months: z.number().int().optional() }) }),
  z.strictObject({
    field: z.string(),
    plus: z.strictObject({ days: z.number().int().optional(), months: z.number().int().optional() }),
  }),
]);
export type DayLimit = z.infer<typeof DayLimitShape>;

const limits = { earliest: DayLimitShape.optional(), latest: DayLimitShape.optional() };

const simple = [
  z.strictObject({
    ...common,
    kind: z.literal("text"),
    longest: z.number().int().positive().optional(),
    lines: z.number().int().optional(),
    autocomplete: z.string().optional(),
    capitals: z.boolean().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("person-name") }),
  z.strictObject({ ...common, kind: z.literal("person-number") }),
  z.strictObject({ ...common, kind: z.literal("passport-number") }),
  z.strictObject({ ...common, kind: z.literal("date"), ...limits }),
  z.strictObject({ ...common, kind: z.literal("partial-date"), ...limits }),
  z.strictObject({ ...common, kind: z.literal("date-time"), ...limits }),
  z.strictObject({
    ...common,
    kind: z.literal("choice"),
    options: z.array(OptionShape).min(1),
    show: z.enum(["radios", "select"]).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("choices"), options: z.array(OptionShape).min(1) }),
  z.strictObject({ ...common, kind: z.literal("country") }),
  z.strictObject({ ...common, kind: z.literal("number"), least: z.number().optional(), most: z.number().optional() }),
  z.strictObject({ ...common, kind: z.literal("money") }),
  z.strictObject({ ...common, kind: z.literal("phone") }),
  z.strictObject({ ...common, kind: z.literal("email") }),
  /** A commune and a line; the answer is `{ commune, line }`, the province follows from the commune. */
  z.strictObject({ ...common, kind: z.literal("address") }),
  /** Somebody the population register knows: `{ number, name, birthDate, sex }`. */
  z.strictObject({ ...common, kind: z.literal("person") }),
  /** The answer is `true`; an unticked declaration is an error. */
  z.strictObject({ ...common, kind: z.literal("declaration") }),
] as const;

export const SimpleFieldShape = z.discriminatedUnion("kind", simple);
export type SimpleField = z.infer<typeof SimpleFieldShape>;

/** Several of the same: household members, guests. `import` lets the group be sent as a sheet (CSV or XLSX). */
export const GroupFieldShape = z.strictObject({
  ...common,
  kind: z.literal("group"),
  item: TextShape,
  fields: z.array(SimpleFieldShape).min(1),
  least: z.number().int().nonnegative(),
  most: z.number().int().positive(),
  /** Fields of the item whose answers name it in a list. */
  titleOf: z.array(z.string()).min(1),
  import: z
    .strictObject({
      /** Name of the sheet inside the workbook. */
      sheet: z.string(),
      /** The row that shows people how to fill the sheet, by field key; it is never read as data. */
      example: z.record(z.string(), z.string()),
      /** `HH:mm` meant where a sheet gives only the day of a date and time. */
      timeOfDay: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day")
        .optional(),
    })
    .optional(),
});
export type GroupField = z.infer<typeof GroupFieldShape>;

export const FieldShape = z.union([SimpleFieldShape, GroupFieldShape]);
export type Field = SimpleField | GroupField;
export type Option = z.infer<typeof OptionShape>;
export type FieldKind = Field["kind"];

export const PageShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  lead: TextShape.optional(),
  when: ConditionShape.optional(),
  fields: z.array(FieldShape).min(1),
});
export type Page = z.infer<typeof PageShape>;
