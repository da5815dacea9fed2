import { type Instant, type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";

/** How a calculation reads its input and says what is wrong with it: the first wrong field, in the order of reading. */

export type CalculationError = { readonly code: string; readonly field: string; readonly message: Text };

/** Carries the refusal of an input out of the reading. */
export class RefusedInput extends Error {
  readonly error: CalculationError;
  constructor(code: keyof typeof SENTENCES, field: string) {
    super(code);
    this.error = { code, field, message: SENTENCES[code] };
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
  "not-in-force": text("Quy định chưa có hiệu lực vào ngày này.", "The rule is not in force on this date."),
  "calendar-not-loaded": text(
    "Chưa có lịch làm việc của năm liên quan.",
    "The calendar of a year concerned is not loaded.",
  ),
  "unknown-calculation": text("Không có phép tính này.", "There is no such calculation."),
} as const;

type Kind = "text" | "integer" | "boolean";
/** The fields of a calculation in the order of its page; `needed` ones may not be absent or null. */
export type Fields = {
  readonly [name: string]: { readonly kind: Kind; readonly needed: boolean; readonly oneOf?: readonly string[] };
};
type Read = { readonly [name: string]: unknown };

/** @throws RefusedInput for the first field that is wrong: type and shape first, then enumerations. */
export function readFields(fields: Fields, input: unknown): Read {
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw new RefusedInput("wrong-type", "");
  const given = input as Read;
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null) {
      if (field.needed) throw new RefusedInput("missing-field", name);
    } else if (!isOfKind(field.kind, value)) throw new RefusedInput("wrong-type", name);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) throw new RefusedInput("unknown-field", unknown.toWellFormed().slice(0, 100));
  for (const [name, { oneOf }] of Object.entries(fields)) {
    const value = given[name];
    if (oneOf && value !== undefined && value !== null && !oneOf.includes(String(value)))
      throw new RefusedInput("not-allowed", name);
  }
  return given;
}

function isOfKind(kind: Kind, value: unknown): boolean {
  if (kind === "text") return typeof value === "string";
  return kind === "integer" ? typeof value === "number" && Number.isInteger(value) : typeof value === "boolean";
}

export function readDate(value: unknown, field: string): PlainDate {
  const date = typeof value === "string" ? parseIsoDate(value) : null;
  if (!date) throw new RefusedInput("invalid-date", field);
  return date;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
export function readInstant(value: unknown, field: string): Instant {
  const found = typeof value === "string" ? INSTANT.exec(value) : null;
  const at = found && parseIsoDate(found[1] ?? "") ? Date.parse(found[0]) : Number.NaN;
  if (Number.isNaN(at)) throw new RefusedInput("invalid-instant", field);
  return at;
}
