/**
 * The personal identification number (số định danh cá nhân): twelve digits, assigned once, no check digit.
 * Digits 1–3 name where the birth was registered, digit 4 the century and sex, 5–6 the year of birth
 * (Decree 137/2015/NĐ-CP art. 13, Circular 07/2016/TT-BCA art. 7). Reading it is advisory: a surprise is a reason to
 * ask the population register, never by itself to refuse a person.
 */
declare const personNumber: unique symbol;
export type PersonNumber = string & { readonly [personNumber]: true };

export const isPersonNumber = (value: string): value is PersonNumber => /^\d{12}$/.test(value);

/** What the digits say: `place` is the three-digit prefix, `sex` M or F, `birthYear` four digits, `serial` the last six. */
export function readPersonNumber(number: PersonNumber): {
  place: string;
  sex: "M" | "F";
  birthYear: number;
  serial: string;
} {
  const century = Number(number[3]);
  return {
    place: number.slice(0, 3),
    sex: century % 2 === 0 ? "M" : "F",
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
    serial: number.slice(6),
  };
}
