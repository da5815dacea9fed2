import { type Instant, type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";
import { RefusedInput } from "./refused-input.ts";

type Scalar = {
  readonly kind: "text" | "integer" | "number" | "boolean" | "date" | "instant";
  readonly needed?: boolean;
  readonly oneOf?: readonly string[];
  /** Keys of a table too long to list; asked only when a value is there. Refused like an enumeration. */
  readonly among?: () => { has(key: string): boolean };
  /** Bounds of a number, included. */
  readonly least?: number;
  readonly most?: number;
};
type ObjectField = { readonly kind: "object"; readonly needed?: boolean; readonly fields: InputFields };
type ListField = { readonly kind: "list"; readonly needed?: boolean; readonly of: InputField };
export type InputField = Scalar | ObjectField | ListField;
export type InputFields = { readonly [name: string]: InputField };

type ValueOf<F extends InputField> = F extends { kind: "object"; fields: infer Fs extends InputFields }
  ? InputOf<Fs>
  : F extends { kind: "list"; of: infer O extends InputField }
    ? readonly ValueOf<O>[]
    : F extends { oneOf: readonly (infer One)[] }
      ? One
      : F extends { kind: "text" }
        ? string
        : F extends { kind: "boolean" }
          ? boolean
          : F extends { kind: "date" }
            ? PlainDate
            : F extends { kind: "instant" }
              ? Instant
              : number;
/** The input as the calculation sees it: checked, dates as days, instants as milliseconds; what was left out or null is undefined. */
export type InputOf<Fs extends InputFields> = {
  readonly [K in keyof Fs]: Fs[K] extends { needed: true } ? ValueOf<Fs[K]> : ValueOf<Fs[K]> | undefined;
};

/** An input as it came, once it is known to be an object of fields. */
export type GivenInput = { readonly [name: string]: unknown };

/**
 * Reads inputs in the order of checks the contract sets: type and shape of all fields, then enumerations and bounds,
 * then dates. What is read throws RefusedInput for the first that is wrong. `lacks` see `defineCalculation`.
 */
export function inputReader<Fs extends InputFields>(
  fields: Fs,
  lacks?: (given: GivenInput) => string | null,
): (input: unknown) => InputOf<Fs> {
  return (input) => {
    checkShape(fields, input, "");
    const given = input as GivenInput;
    const lacking = lacks?.(given) ?? null;
    if (lacking !== null) throw new RefusedInput("missing-field", lacking);
    checkValues(fields, given, "");
    return readValues(fields, given, "") as InputOf<Fs>;
  };
}

type Entries = readonly (readonly [name: string, field: InputField])[];
const listed = new WeakMap<InputFields, Entries>();
/** `Object.entries`, made once for each list of fields: every input is walked three times. */
function entriesOf(fields: InputFields): Entries {
  const known = listed.get(fields);
  if (known) return known;
  const entries = Object.entries(fields);
  listed.set(fields, entries);
  return entries;
}

/** A field that was left out; null is the same. */
export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
const own = (object: GivenInput, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

function checkShape(fields: InputFields, input: unknown, path: string): void {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new RefusedInput("wrong-type", path.replace(/\.$/, ""));
  const given = input as GivenInput;
  for (const [name, field] of entriesOf(fields)) {
    const value = own(given, name);
    if (!isAbsent(value)) checkOne(field, value, `${path}${name}`);
    else if (field.needed) throw new RefusedInput("missing-field", `${path}${name}`);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) throw new RefusedInput("unknown-field", `${path}${unknown.toWellFormed().slice(0, 100)}`);
}

function checkOne(field: InputField, value: unknown, path: string): void {
  if (field.kind === "object") {
    checkShape(field.fields, value, `${path}.`);
    return;
  }
  if (field.kind === "list") {
    if (!Array.isArray(value)) throw new RefusedInput("wrong-type", path);
    for (const [at, item] of value.entries()) {
      if (isAbsent(item)) throw new RefusedInput("wrong-type", `${path}[${at}]`);
      checkOne(field.of, item, `${path}[${at}]`);
    }
    return;
  }
  if (!IS_OF_KIND[field.kind](value)) throw new RefusedInput("wrong-type", path);
}

const isText = (value: unknown): boolean => typeof value === "string";
const IS_OF_KIND: { readonly [K in Scalar["kind"]]: (value: unknown) => boolean } = {
  text: isText,
  date: isText,
  instant: isText,
  boolean: (value) => typeof value === "boolean",
  integer: (value) => typeof value === "number" && Number.isInteger(value),
  number: (value) => typeof value === "number" && Number.isFinite(value),
};

function checkValues(fields: InputFields, given: GivenInput, path: string): void {
  for (const [name, field] of entriesOf(fields)) {
    const value = own(given, name);
    if (!isAbsent(value)) checkValue(field, value, `${path}${name}`);
  }
}

function checkValue(field: InputField, value: unknown, path: string): void {
  if (field.kind === "object") {
    checkValues(field.fields, value as GivenInput, `${path}.`);
    return;
  }
  if (field.kind === "list") {
    for (const [at, item] of (value as readonly unknown[]).entries()) checkValue(field.of, item, `${path}[${at}]`);
    return;
  }
  if (field.oneOf && !field.oneOf.includes(String(value))) throw new RefusedInput("not-allowed", path);
  if (field.among && !field.among().has(String(value))) throw new RefusedInput("not-allowed", path);
  if (typeof value !== "number") return;
  const [least, most] = [field.least ?? Number.MIN_SAFE_INTEGER, field.most ?? Number.MAX_SAFE_INTEGER];
  if (value < least || value > most) throw new RefusedInput("out-of-range", path);
}

function readValues(fields: InputFields, given: GivenInput, path: string): GivenInput {
  const read: Record<string, unknown> = {};
  for (const [name, field] of entriesOf(fields)) {
    const value = own(given, name);
    read[name] = isAbsent(value) ? undefined : readValue(field, value, `${path}${name}`);
  }
  return read;
}

function readValue(field: InputField, value: unknown, path: string): unknown {
  if (field.kind === "object") return readValues(field.fields, value as GivenInput, `${path}.`);
  if (field.kind === "list")
    return (value as readonly unknown[]).map((item, at) => readValue(field.of, item, `${path}[${at}]`));
  if (field.kind === "date") return readDate(value as string, path);
  return field.kind === "instant" ? readInstant(value as string, path) : value;
}

/** @throws RefusedInput `invalid-date` */
export function readDate(value: string, path: string): PlainDate {
  const date = parseIsoDate(value);
  if (!date) throw new RefusedInput("invalid-date", path);
  return date;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** @throws RefusedInput `invalid-instant` */
export function readInstant(value: string, path: string): Instant {
  const found = INSTANT.exec(value);
  const at = found && parseIsoDate(found[1] ?? "") ? Date.parse(found[0]) : Number.NaN;
  if (Number.isNaN(at)) throw new RefusedInput("invalid-instant", path);
  return at;
}
