import { dateOf, dayOfMonth, monthOf, type PlainDate, parseIsoDate, yearOf } from "./plain-date.ts";
import { fail, ok, type Result } from "./result.ts";

/** The text in the QR of a citizen card (2021) or an identity card (2024). It is not signed: it only fills in a form. */
export type CardQr = {
  readonly personalNumber: string;
  /** The nine digits of the card before, where there was one. */
  readonly oldNumber: string | null;
  readonly name: string;
  readonly bornOn: PlainDate;
  readonly sex: "M" | "F";
  readonly residence: string;
  readonly issuedOn: PlainDate;
  /** What newer cards add: cancelled number, father, mother; kept as it stands, empty or not. */
  readonly extra: readonly string[];
};
export type QrFailure = {
  readonly kind: "invalid-format" | "invalid-length" | "invalid-character" | "invalid-date";
  /** The field of the answer that cannot be read, or `text` where the whole cannot. */
  readonly field: string;
};

const SEXES = { Nam: "M", Nữ: "F" } as const;

/**
 * Reads the fields between the bars: seven, then any number more (Circulars 06/2021/TT-BCA and 16/2024/TT-BCA; the order
 * of the fields after the seventh is not published).
 */
export function readCardQr(text: string): Result<CardQr, QrFailure> {
  const fields = withoutLineEnd(text).split("|");
  const [personalNumber = "", oldNumber = "", name = "", born = "", sexWord = "", residence = "", issued = ""] = fields;
  if (fields.length < 7) return fail({ kind: "invalid-format", field: "text" });
  const wrong =
    wrongDigits(personalNumber, 12, "personalNumber") ??
    (oldNumber === "" ? null : wrongDigits(oldNumber, 9, "oldNumber"));
  if (wrong) return fail(wrong);
  const sex = new Map<string, "M" | "F">(Object.entries(SEXES)).get(sexWord.normalize("NFC").trim());
  if (!sex) return fail({ kind: "invalid-format", field: "sex" });
  const bornOn = dayMonthYear(born);
  if (!bornOn) return fail({ kind: "invalid-date", field: "bornOn" });
  const issuedOn = dayMonthYear(issued);
  if (!issuedOn) return fail({ kind: "invalid-date", field: "issuedOn" });
  return ok({
    personalNumber,
    oldNumber: oldNumber === "" ? null : oldNumber,
    name,
    bornOn,
    sex,
    residence,
    issuedOn,
    extra: fields.slice(7),
  });
}

/** The text of a card's QR. No value may hold a bar. */
export const printCardQr = (card: CardQr): string =>
  [
    card.personalNumber,
    card.oldNumber ?? "",
    card.name,
    compact(card.bornOn),
    card.sex === "M" ? "Nam" : "Nữ",
    card.residence,
    compact(card.issuedOn),
    ...card.extra,
  ].join("|");

/** Scanners send a mark before and a line end after what they read. */
const withoutLineEnd = (text: string): string => text.replace(/^\ufeff/, "").replace(/[\r\n]{1,2}$/, "");

function wrongDigits(value: string, length: number, field: string): QrFailure | null {
  if (value.length !== length) return { kind: "invalid-length", field };
  return /^[0-9]*$/.test(value) ? null : { kind: "invalid-character", field };
}

/** `ddMMyyyy`. */
function dayMonthYear(value: string): PlainDate | null {
  const found = /^(\d\d)(\d\d)(\d{4})$/.exec(value);
  return found ? dateOf(Number(found[3]), Number(found[2]), Number(found[1])) : null;
}
const compact = (date: PlainDate): string =>
  String(dayOfMonth(date)).padStart(2, "0") + String(monthOf(date)).padStart(2, "0") + yearOf(date);

/** The personal QR of the epidemic years (Decision 1405/QĐ-BTTTT of 2021, version 1.1). */
export type PersonalQr = {
  readonly documentNumber: string;
  readonly name: string;
  readonly bornOn: PlainDate;
  readonly declaration: "self" | "for-another";
  readonly qid: string;
  /** Declarer, sex, insurance number, telephone, signature; how they are separated was never established. */
  readonly extra: string;
};

/** Reads `number|NAME|YYYY-MM-DD|0 or 1|QID|ext`; further bars belong to the last part. */
export function readPersonalQr(text: string): Result<PersonalQr, QrFailure> {
  const [documentNumber = "", name = "", born = "", kind = "", qid = "", ...rest] = withoutLineEnd(text).split("|");
  if (rest.length === 0 || documentNumber === "") return fail({ kind: "invalid-format", field: "text" });
  if (kind !== "0" && kind !== "1") return fail({ kind: "invalid-format", field: "declaration" });
  const bornOn = parseIsoDate(born);
  if (!bornOn) return fail({ kind: "invalid-date", field: "bornOn" });
  const declaration = kind === "0" ? "self" : "for-another";
  return ok({ documentNumber, name, bornOn, declaration, qid, extra: rest.join("|") });
}

/** The text of a personal QR. No value but the last may hold a bar. */
export const printPersonalQr = (person: PersonalQr): string =>
  [
    person.documentNumber,
    person.name,
    person.bornOn,
    person.declaration === "self" ? "0" : "1",
    person.qid,
    person.extra,
  ].join("|");

/** What a screen shows of it at first: the first six characters of the number and the month and day of birth are hidden. */
export const maskPersonalQr = (person: PersonalQr): { documentNumber: string; bornOn: string } => ({
  documentNumber: person.documentNumber.replace(/^.{1,6}/su, (hidden) => "*".repeat([...hidden].length)),
  bornOn: `${person.bornOn.slice(0, 4)}-**-**`,
});
