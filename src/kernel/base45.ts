import { fail, ok, type Result } from "./result.ts";

/** Base45 (RFC 9285): bytes in the alphanumeric characters of a QR code, two bytes in three characters. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const DIGIT_OF: ReadonlyMap<string, number> = new Map([...ALPHABET].map((character, digit) => [character, digit]));
const BASE = 45;

/** @example encodeBase45(new TextEncoder().encode("ietf!")) // QED8WEX0 */
export function encodeBase45(bytes: Uint8Array): string {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2);
    const number = low === undefined ? high : high * 256 + low;
    characters.push(ALPHABET.charAt(number % BASE), ALPHABET.charAt(Math.floor(number / BASE) % BASE));
    if (low !== undefined) characters.push(ALPHABET.charAt(Math.floor(number / BASE ** 2)));
  }
  return characters.join("");
}

/** A character outside the alphabet; or characters that no bytes are written with. */
export type NotBase45 = "not-a-character" | "not-an-encoding";

export function decodeBase45(written: string): Result<Uint8Array, NotBase45> {
  const digits: number[] = [];
  for (const character of written) {
    const digit = DIGIT_OF.get(character);
    if (digit === undefined) return fail("not-a-character");
    digits.push(digit);
  }
  if (digits.length % 3 === 1) return fail("not-an-encoding");
  const bytes = new Uint8Array(Math.floor(digits.length / 3) * 2 + (digits.length % 3 === 2 ? 1 : 0));
  for (let at = 0, to = 0; at < digits.length; at += 3, to += 2) {
    const [first = 0, second = 0, third] = digits.slice(at, at + 3);
    const number = first + second * BASE + (third ?? 0) * BASE ** 2;
    if (number > (third === undefined ? 0xff : 0xffff)) return fail("not-an-encoding");
    if (third === undefined) bytes[to] = number;
    else [bytes[to], bytes[to + 1]] = [number >> 8, number & 0xff];
  }
  return ok(bytes);
}
