/**
 * The personal identification number (số định danh cá nhân): twelve digits, assigned once, no check digit.
 * Digits 1–3 name where the birth was registered, digit 4 the century and sex, 5–6 the year of birth
 * (Decree 137/2015/NĐ-CP art. 13, Circular 07/2016/TT-BCA art. 7). Reading it is advisory: a surprise is a reason to
 * ask the population register, never by itself to refuse a person.
 */
declare const personNumber: unique symbol;
export type PersonNumber = string & { readonly [personNumber]: true };

export const isPersonNumber = (value: string): value is PersonNumber => /^\d{12}$/.test(value);

/** What the digits say: `place` is the three-digit prefix, `birthYear` four digits, `serial` the last six. */
export type PersonNumberParts = {
  readonly place: string;
  readonly sex: "M" | "F";
  readonly birthYear: number;
  readonly serial: string;
};

export function readPersonNumber(number: PersonNumber): PersonNumberParts {
  const century = Number(number[3]);
  return {
    place: number.slice(0, 3),
    sex: century % 2 === 0 ? "M" : "F",
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
    serial: number.slice(6),
  };
}

/** The number that says these parts. @throws where they have none: years outside 1900 to 2399, places or serials of other lengths */
export function writePersonNumber({ place, sex, birthYear, serial }: PersonNumberParts): PersonNumber {
  const century = (Math.floor(birthYear / 100) - 19) * 2 + (sex === "M" ? 0 : 1);
  const number = `${place}${century}${String(birthYear % 100).padStart(2, "0")}${serial}`;
  if (place.length !== 3 || serial.length !== 6 || !isPersonNumber(number))
    throw new Error("no number says these parts");
  return number;
}
