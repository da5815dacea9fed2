import { hexOfBytes } from "./bytes.ts";
import { dateOf, type PlainDate } from "./plain-date.ts";
import { fail, ok, type Result } from "./result.ts";
import { sha1 } from "./sha1.ts";

/**
 * The machine-readable zone of a card: three lines of thirty characters, size TD1 of ICAO Doc 9303 part 5. Vietnam puts
 * the last nine digits of the person number as the document number, and all twelve in the optional field of line 1 with
 * a check digit of their own. Fillers at the ends are gone from the values; days stand as printed, `yyMMdd`.
 */
export type CardZone = {
  /** `ID` on a Vietnamese card; the second letter may be absent elsewhere. */
  readonly documentCode: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly personalNumber: string;
  readonly birth: string;
  /** X is not said. */
  readonly sex: "M" | "F" | "X";
  readonly expiry: string;
  readonly nationality: string;
  /** The optional field of line 2, empty on a Vietnamese card. */
  readonly remark: string;
  readonly surname: string;
  readonly givenNames: string;
};

/** Which check digits agree. `optional` stands over the fourteen characters before it in line 1. */
export type ZoneChecks = {
  readonly document: boolean;
  readonly optional: boolean;
  readonly birth: boolean;
  readonly expiry: boolean;
  readonly composite: boolean;
};
export type ReadZone = {
  readonly zone: CardZone;
  readonly checks: ZoneChecks;
  /** The printed characters over which the access key of the chip is made: number, birth and expiry with their digits. */
  readonly accessText: string;
};
/** `line` counts from 0; null where it is the number of lines that is wrong. */
export type ZoneFailure = {
  readonly kind: "invalid-length" | "invalid-character" | "invalid-format";
  readonly line: number | null;
};

const LINE_CHARACTERS = 30;
const OPTIONAL_CHARACTERS = 14;

/**
 * Reads the three lines. A wrong check digit is not a failure: it is told in `checks`. A line of another length, a
 * character outside `A-Z 0-9 <`, or fields that are not where the size has them, is.
 */
export function readCardZone(lines: readonly string[]): Result<ReadZone, ZoneFailure> {
  if (lines.length !== 3) return fail({ kind: "invalid-length", line: null });
  for (const [line, characters] of lines.entries()) {
    if (characters.length !== LINE_CHARACTERS) return fail({ kind: "invalid-length", line });
    if (!/^[A-Z0-9<]*$/.test(characters)) return fail({ kind: "invalid-character", line });
  }
  const [first = "", second = "", third = ""] = lines;
  if (!FIRST_LINE.test(first) || (first.startsWith("VNM", 2) && !VIETNAMESE_NUMBERS.test(first)))
    return fail({ kind: "invalid-format", line: 0 });
  if (!SECOND_LINE.test(second)) return fail({ kind: "invalid-format", line: 1 });
  const names = NAMES_LINE.exec(third);
  if (!names) return fail({ kind: "invalid-format", line: 2 });

  const number = numberOf(first.slice(5, 14), first.slice(14, 15), first.slice(15));
  const optional = first.slice(15, 15 + OPTIONAL_CHARACTERS);
  const [birth, expiry] = [second.slice(0, 6), second.slice(8, 14)];
  return ok({
    zone: {
      documentCode: bare(first.slice(0, 2)),
      issuer: bare(first.slice(2, 5)),
      documentNumber: number.value,
      personalNumber: bare(optional),
      birth,
      sex: second[7] === "M" ? "M" : second[7] === "F" ? "F" : "X",
      expiry,
      nationality: bare(second.slice(15, 18)),
      remark: bare(second.slice(18, 29)),
      surname: words(names[1] ?? ""),
      givenNames: words(names[2] ?? ""),
    },
    checks: {
      document: agrees(number.checked, number.digit),
      optional: agrees(optional, first.slice(29)),
      birth: agrees(birth, second.slice(6, 7)),
      expiry: agrees(expiry, second.slice(14, 15)),
      composite: agrees(compositeOf(first, second), second.slice(29)),
    },
    accessText: number.keyed + number.digit + birth + second.slice(6, 7) + expiry + second.slice(14, 15),
  });
}

/** Documents of this size begin with A, C or I (Doc 9303-5, 4.2.2). */
const FIRST_LINE = /^[ACI][A-Z<][A-Z][A-Z<]{2}/;
const VIETNAMESE_NUMBERS = /^.{5}\d{9}.\d{12}<</;
/** An unknown month or day of birth is printed as fillers (Doc 9303-3, 4.8). */
const SECOND_LINE = /^\d\d(\d\d|<<)(\d\d|<<).[MFX<]\d{6}.[A-Z][A-Z<]{2}/;
/** Primary and secondary name; what follows them is filler. */
export const NAMES_LINE = /^([A-Z]+(?:<[A-Z]+)*)(?:<<([A-Z]+(?:<{1,2}[A-Z]+)*))?<*$/;

export const bare = (field: string): string => field.replace(/<+$/, "");
export const words = (field: string): string => field.replace(/<+/g, " ");
const compositeOf = (first: string, second: string): string =>
  first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);

export type PrintedNumber = {
  readonly value: string;
  readonly checked: string;
  readonly keyed: string;
  readonly digit: string;
};

/**
 * A number longer than nine characters goes on in the optional field, its check digit after it, and a filler stands in the
 * place of the digit (Doc 9303-5, note j). That filler takes its turn of the weights, but is left out of the access key.
 */
export function numberOf(head: string, digit: string, optional: string): PrintedNumber {
  const rest = bare(optional);
  const space = rest.indexOf("<");
  const tail = space < 0 ? rest : rest.slice(0, space);
  if (digit !== "<" || head.includes("<") || tail.length < 2)
    return { value: bare(head), checked: head, keyed: head, digit };
  const more = tail.slice(0, -1);
  return { value: head + more, checked: `${head}<${more}`, keyed: head + more, digit: tail.slice(-1) };
}

const WEIGHTS = [7, 3, 1];
/** The check digit of ICAO Doc 9303-3, 4.9: weights 7, 3, 1; letters from A = 10; the filler is 0. */
export function checkDigit(field: string): string {
  let sum = 0;
  for (let at = 0; at < field.length; at += 1) sum += worthOf(field.charCodeAt(at)) * (WEIGHTS[at % 3] ?? 0);
  return String(sum % 10);
}
const worthOf = (code: number): number => (code >= 65 ? code - 55 : code >= 48 && code <= 57 ? code - 48 : 0);

/** An empty field may carry the filler in the place of its digit. */
export const agrees = (field: string, digit: string): boolean =>
  digit === checkDigit(field) || (digit === "<" && /^<*$/.test(field));

/** The three lines of a card as Vietnam lays it out, with right check digits; names longer than the line are cut off. */
export function printCardZone(zone: CardZone): readonly [string, string, string] {
  const number = filled(zone.documentNumber, 9);
  const optional = filled(zone.personalNumber, OPTIONAL_CHARACTERS);
  const first =
    filled(zone.documentCode, 2) +
    filled(zone.issuer, 3) +
    number +
    checkDigit(number) +
    optional +
    (zone.personalNumber === "" ? "<" : checkDigit(optional));
  const sex = zone.sex === "X" ? "<" : zone.sex;
  const days = zone.birth + checkDigit(zone.birth) + sex + zone.expiry + checkDigit(zone.expiry);
  const open = days + filled(zone.nationality, 3) + filled(zone.remark, 11);
  const names = zone.givenNames === "" ? zone.surname : `${zone.surname}<<${zone.givenNames}`;
  return [first, open + checkDigit(compositeOf(first, open)), filled(names.replaceAll(" ", "<"), LINE_CHARACTERS)];
}
const filled = (value: string, length: number): string => value.padEnd(length, "<").slice(0, length);

/**
 * The day of expiry: this size has been issued in Vietnam since 2021, so its years are those of this century. Null where the
 * calendar has no such day.
 */
export const expiryOf = (zone: CardZone): PlainDate | null => shortDate(2000, zone.expiry);

/** A card without expiry carries this day. */
const NO_EXPIRY = "991231";

/**
 * The day of birth: the latest of its last two digits before the expiry, so at most a hundred years earlier. On a card
 * without expiry that would make people born after today; there the century is the one in the person number, where its
 * year is the same. Null where month or day are not known, or the calendar has no such day.
 */
export function birthOf(zone: CardZone): PlainDate | null {
  const expiry = expiryOf(zone);
  if (!expiry) return null;
  const said = /^\d{3}(\d)(\d\d)\d{6}$/.exec(zone.personalNumber);
  if (zone.expiry === NO_EXPIRY && said?.[2] === zone.birth.slice(0, 2))
    return shortDate(1900 + Math.floor(Number(said[1]) / 2) * 100, zone.birth);
  const sameCentury = shortDate(2000, zone.birth);
  return sameCentury && sameCentury < expiry ? sameCentury : shortDate(1900, zone.birth);
}

const shortDate = (century: number, day: string): PlainDate | null =>
  /^\d{6}$/.test(day) ? dateOf(century + Number(day.slice(0, 2)), Number(day.slice(2, 4)), Number(day.slice(4))) : null;

/** The seed of the chip's access keys: the first sixteen bytes of SHA-1, in hexadecimal (Doc 9303-11, appendix D). */
export const accessKeySeed = (accessText: string): string =>
  hexOfBytes(sha1(new TextEncoder().encode(accessText)).slice(0, 16));
