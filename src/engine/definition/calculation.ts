import { type Instant, type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";

/**
 * A named calculation of the law: a pure function over dated figures that answers with its reasons. The same value
 * feeds the command line, HTTP, pages and papers.
 */
export type Calculation = {
  readonly name: string;
  readonly title: Text;
  readonly fields: InputFields;
  reckon(input: unknown): Calculated;
};
/** A calculation whose checks take time (signatures): it answers later, and is as pure as the others. */
export type LaterCalculation = Omit<Calculation, "reckon"> & { reckonLater(input: unknown): Promise<Calculated> };
export type AnyCalculation = Calculation | LaterCalculation;
/** One step on the way to the answer. `rule` is a stable id in kebab-case. */
export type CalculationStep = { readonly rule: string; readonly text: Text; readonly result: unknown };
/** A row that decided. `document` is the number of the text; dates are those of the row, null is open. */
export type CalculationCitation = {
  readonly document: string;
  readonly article: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly confidence: string;
};
export type Calculated = {
  readonly value: { readonly [key: string]: unknown };
  readonly steps: readonly CalculationStep[];
  readonly citations: readonly CalculationCitation[];
};
export type CalculationError = { readonly code: RefusalCode; readonly field: string; readonly message: Text };

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

/** Makes a calculation; `reckon` gets an input that passed every check of `fields`, and throws `RefusedInput` for the rest. */
export function defineCalculation<const Fs extends InputFields>(given: {
  readonly name: string;
  readonly title: Text;
  /** In the order of the contract: the first field that is wrong is the one reported. */
  readonly fields: Fs;
  /** The path of a field that the others make needed and that is absent; asked once the shape is right, before all values. */
  lacks?(given: Read): string | null;
  reckon(input: InputOf<Fs>): Calculated;
}): Calculation {
  return {
    name: given.name,
    title: given.title,
    fields: given.fields,
    reckon: (input) => given.reckon(readInput(given.fields, input, given.lacks) as InputOf<Fs>),
  };
}

/** The same for a calculation that answers later. */
export function defineLaterCalculation<const Fs extends InputFields>(given: {
  readonly name: string;
  readonly title: Text;
  readonly fields: Fs;
  reckonLater(input: InputOf<Fs>): Promise<Calculated>;
}): LaterCalculation {
  return {
    name: given.name,
    title: given.title,
    fields: given.fields,
    reckonLater: async (input) => given.reckonLater(readInput(given.fields, input) as InputOf<Fs>),
  };
}

/**
 * Runs a calculation of a list by name. A refusal of input, or an unknown name, is a failure with both sentences.
 * @throws for one that answers later: ask `awaitCalculation`
 */
export function runCalculation(
  calculations: ReadonlyMap<string, AnyCalculation>,
  name: string,
  input: unknown,
): Result<Calculated, CalculationError> {
  try {
    const calculation = calculations.get(name);
    if (!calculation) throw new RefusedInput("unknown-calculation", "");
    if (!("reckon" in calculation)) throw new Error(`${name} answers later: await it`);
    return ok(calculation.reckon(input));
  } catch (cause) {
    return fail(refusalOf(cause));
  }
}

/** Runs any calculation of a list by name, and waits for those that answer later. */
export async function awaitCalculation(
  calculations: ReadonlyMap<string, AnyCalculation>,
  name: string,
  input: unknown,
): Promise<Result<Calculated, CalculationError>> {
  const calculation = calculations.get(name);
  if (!calculation || "reckon" in calculation) return runCalculation(calculations, name, input);
  try {
    return ok(await calculation.reckonLater(input));
  } catch (cause) {
    return fail(refusalOf(cause));
  }
}

/** @throws whatever is not the refusal of an input */
function refusalOf(cause: unknown): CalculationError {
  if (cause instanceof RefusedInput) return cause.error;
  throw cause;
}

/** Carries the refusal of an input, or of a question the law's tables do not answer, out of a calculation. */
export class RefusedInput extends Error {
  readonly error: CalculationError;
  /** `field` is the dotted path, e.g. `place.province` or `deductions[1]`; `message` replaces the usual sentence. */
  constructor(code: RefusalCode, field: string, message: Text = SENTENCES[code]) {
    super(code);
    this.error = { code, field, message };
  }
}

const SENTENCES = {
  "missing-field": text("Thiếu trường bắt buộc.", "A required field is missing."),
  "unknown-field": text("Không có trường này.", "There is no such field."),
  "wrong-type": text("Giá trị không đúng kiểu.", "The value is not of the right type."),
  "not-allowed": text("Giá trị không có trong danh sách được phép.", "The value is not among those allowed."),
  "out-of-range": text("Số nằm ngoài giới hạn cho phép.", "The number is out of range."),
  "invalid-length": text("Độ dài không đúng.", "The length is wrong."),
  "invalid-character": text("Có ký tự không được phép.", "A character may not stand there."),
  "invalid-date": text(
    "Không phải là một ngày có thật, viết YYYY-MM-DD.",
    "Not a day of the calendar written YYYY-MM-DD.",
  ),
  "invalid-instant": text(
    "Không phải là thời điểm có múi giờ theo RFC 3339.",
    "Not an RFC 3339 instant with an offset.",
  ),
  "invalid-format": text("Nội dung không đúng khuôn dạng.", "The text does not parse."),
  "not-in-force": text(
    "Quy định chưa có hoặc không còn hiệu lực vào ngày này.",
    "The rule is not in force on this date.",
  ),
  "no-rate-for-date": text(
    "Chưa có mức được nhập cho ngày này. Không lấy mức của ngày khác thay thế.",
    "No figure is entered for this date. A figure of another date is never taken instead.",
  ),
  "not-determined": text(
    "Pháp luật có quy định nhưng con số chưa được xác định chắc chắn. Vui lòng tra văn bản được viện dẫn.",
    "The rule exists but its figure is not established. Consult the text named.",
  ),
  "calendar-not-loaded": text(
    "Chưa có lịch làm việc của năm liên quan.",
    "The calendar of a year concerned is not loaded.",
  ),
  "unknown-prefix": text("Mã không có tiền tố đã biết.", "The text has no known prefix."),
  "bad-signature": text("Chữ ký không đúng.", "The signature is wrong."),
  "untrusted-key": text("Khóa ký không nằm trong danh sách tin cậy.", "The signing key is not trusted."),
  expired: text("Chứng nhận đã hết hạn.", "The certificate has expired."),
  "unknown-calculation": text("Không có phép tính này.", "There is no such calculation."),
} as const;
export type RefusalCode = keyof typeof SENTENCES;

type Read = { readonly [name: string]: unknown };

/**
 * Checks an input in the order the contract sets: type and shape of all fields, then enumerations and bounds, then
 * dates. @throws RefusedInput for the first that is wrong
 */
function readInput(fields: InputFields, input: unknown, lacks?: (given: Read) => string | null): Read {
  checkShape(fields, input, "");
  const lacking = lacks?.(input as Read) ?? null;
  if (lacking !== null) throw new RefusedInput("missing-field", lacking);
  checkValues(fields, input as Read, "");
  return readValues(fields, input as Read, "");
}

/** A field that was left out; null is the same. */
export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;
const own = (object: Read, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

function checkShape(fields: InputFields, input: unknown, path: string): void {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new RefusedInput("wrong-type", path.replace(/\.$/, ""));
  const given = input as Read;
  for (const [name, field] of Object.entries(fields)) {
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

function checkValues(fields: InputFields, given: Read, path: string): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = own(given, name);
    if (!isAbsent(value)) checkValue(field, value, `${path}${name}`);
  }
}

function checkValue(field: InputField, value: unknown, path: string): void {
  if (field.kind === "object") {
    checkValues(field.fields, value as Read, `${path}.`);
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

function readValues(fields: InputFields, given: Read, path: string): Read {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = own(given, name);
      return [name, isAbsent(value) ? undefined : readValue(field, value, `${path}${name}`)];
    }),
  );
}

function readValue(field: InputField, value: unknown, path: string): unknown {
  if (field.kind === "object") return readValues(field.fields, value as Read, `${path}.`);
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
