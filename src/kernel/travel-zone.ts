import {
  agrees,
  bare,
  type CardZone,
  NAMES_LINE,
  numberOf,
  readCardZone,
  words,
  type ZoneChecks,
  type ZoneFailure,
} from "./mrz.ts";
import { fail, ok, type Result } from "./result.ts";

/**
 * The machine-readable zone of any travel document of ICAO Doc 9303: cards of three lines (TD1, part 5), the two lines of
 * thirty-six characters of visas and older cards (TD2, part 6), and passports (TD3, part 4).
 */
export type TravelZone = {
  readonly size: "TD1" | "TD2" | "TD3";
  readonly zone: CardZone;
  /** `optional` is null where the size gives that field no digit of its own. */
  readonly checks: Omit<ZoneChecks, "optional"> & { readonly optional: boolean | null };
  /** The printed characters over which the access key of the chip is made. */
  readonly accessText: string;
};

/** Two lines of one length; the name fills the first, everything else the second. */
const TWO_LINES = {
  36: { size: "TD2", first: /^[ACIPV][A-Z<][A-Z][A-Z<]{2}/, optionalEnd: 35 },
  44: { size: "TD3", first: /^[PV][A-Z<][A-Z][A-Z<]{2}/, optionalEnd: 42 },
} as const;
const SECOND_LINE = /^[A-Z0-9<]{10}[A-Z][A-Z<]{2}\d\d(\d\d|<<)(\d\d|<<).[MFX<]\d{6}/;

/** Reads the zone by its number of lines and their length. A wrong check digit is told in `checks` and is no failure. */
export function readTravelZone(lines: readonly string[]): Result<TravelZone, ZoneFailure> {
  if (lines.length !== 2) {
    const card = readCardZone(lines);
    return card.ok ? ok({ size: "TD1", ...card.value }) : card;
  }
  const [first = "", second = ""] = lines;
  const layout = first.length === 36 ? TWO_LINES[36] : first.length === 44 ? TWO_LINES[44] : null;
  if (!layout) return fail({ kind: "invalid-length", line: 0 });
  if (second.length !== first.length) return fail({ kind: "invalid-length", line: 1 });
  for (const [line, characters] of lines.entries())
    if (!/^[A-Z0-9<]*$/.test(characters)) return fail({ kind: "invalid-character", line });
  const names = NAMES_LINE.exec(first.slice(5));
  if (!layout.first.test(first) || !names) return fail({ kind: "invalid-format", line: 0 });
  if (!SECOND_LINE.test(second)) return fail({ kind: "invalid-format", line: 1 });
  return ok(twoLines(first, second, layout, names));
}

function twoLines(
  first: string,
  second: string,
  { size, optionalEnd }: { readonly size: "TD2" | "TD3"; readonly optionalEnd: number },
  names: RegExpExecArray,
): TravelZone {
  const optional = second.slice(28, optionalEnd);
  const [birth, birthDigit] = [second.slice(13, 19), second.slice(19, 20)];
  const [expiry, expiryDigit] = [second.slice(21, 27), second.slice(27, 28)];
  // A passport's number never goes on elsewhere: its optional field has a digit of its own.
  const number = numberOf(second.slice(0, 9), second.slice(9, 10), size === "TD2" ? optional : "");
  const composite = second.slice(0, 10) + second.slice(13, 20) + second.slice(21, size === "TD2" ? 35 : 43);
  return {
    size,
    zone: {
      documentCode: bare(first.slice(0, 2)),
      issuer: bare(first.slice(2, 5)),
      documentNumber: number.value,
      personalNumber: bare(optional),
      birth,
      sex: second[20] === "M" ? "M" : second[20] === "F" ? "F" : "X",
      expiry,
      nationality: bare(second.slice(10, 13)),
      remark: "",
      surname: words(names[1] ?? ""),
      givenNames: words(names[2] ?? ""),
    },
    checks: {
      document: agrees(number.checked, number.digit),
      optional: size === "TD2" ? null : agrees(optional, second.slice(42, 43)),
      birth: agrees(birth, birthDigit),
      expiry: agrees(expiry, expiryDigit),
      composite: agrees(composite, second.slice(-1)),
    },
    accessText: number.keyed + number.digit + birth + birthDigit + expiry + expiryDigit,
  };
}
