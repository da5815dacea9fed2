import { type PersonNumber, writePersonNumber } from "../../../kernel/person-number.ts";
import type { Sex } from "./names.ts";

const SERIALS = 1_000_000;
/** Shares no factor with a million, so that the steps visit every serial once before any comes again. */
const STEP = 618_033;

/**
 * Gives out person numbers, each once: place, century and sex, year, and a serial that looks random. Numbers named as
 * taken are passed over.
 */
export function createNumbers(taken: Iterable<string>): (place: string, sex: Sex, birthYear: number) => PersonNumber {
  const reserved = new Set(taken);
  const given = new Map<string, number>();
  return (place, sex, birthYear) => {
    const head = writePersonNumber({ place, sex, birthYear, serial: "000000" }).slice(0, 6);
    for (let count = given.get(head) ?? 0; count < SERIALS; count += 1) {
      const serial = (Number(head) * 7919 + (count + 1) * STEP) % SERIALS;
      const number = writePersonNumber({ place, sex, birthYear, serial: String(serial).padStart(6, "0") });
      given.set(head, count + 1);
      if (!reserved.has(number)) return number;
    }
    throw new Error(`the numbers of ${head} are used up`);
  };
}
