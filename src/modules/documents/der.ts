/**
 * Writing and reading DER (ITU-T X.690), as far as signatures and certificates need it. Certificates travel through
 * as the bytes they are: decoding and encoding each of them anew for every paper costs more than the signature itself.
 */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One value: its tag, its length, its parts one after the other. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length, ...digits]), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(TAG.sequence, ...parts);
/** A SET OF: DER sorts its members by their encoding. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(TAG.set, ...[...parts].sort(Buffer.compare));
export const octets = (bytes: Uint8Array): Buffer => der(TAG.octets, bytes);
export const nothing = (): Buffer => der(TAG.nothing);
/** A small whole number, 0 to 127. */
export const smallInteger = (value: number): Buffer => der(TAG.integer, Buffer.from([value]));
export const utf8 = (value: string): Buffer => der(TAG.utf8, Buffer.from(value, "utf8"));
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(TAG.bits, Buffer.from([unused]), bytes);
/** Constructed, context-specific: `[0]`, `[3]` … */
export const context = (number: number, ...parts: readonly Uint8Array[]): Buffer => der(0xa0 | number, ...parts);

/** An object identifier written with dots. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes: number[] = [];
  for (const part of [first * 40 + second, ...rest]) {
    const digits = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return der(TAG.oid, Buffer.from(bytes));
}

/** A moment as certificates write it: two-digit years until 2049, four-digit ones after (RFC 5280, 4.1.2.5). */
export function time(milliseconds: number): Buffer {
  const text = `${new Date(milliseconds).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
  return text < "2050" ? der(TAG.utcTime, Buffer.from(text.slice(2))) : der(TAG.generalizedTime, Buffer.from(text));
}

/** The values inside a constructed value, each whole with its tag. @throws where the bytes are not DER. */
export function membersOf(value: Uint8Array): Uint8Array[] {
  const members: Uint8Array[] = [];
  for (let at = contentStart(value, 0).from; at < value.length; ) {
    const { from, length } = contentStart(value, at);
    members.push(value.subarray(at, from + length));
    at = from + length;
  }
  return members;
}

function contentStart(value: Uint8Array, at: number): { from: number; length: number } {
  const first = value[at + 1];
  if (first === undefined) throw new Error("the bytes end inside a value");
  if (first < 0x80) return { from: at + 2, length: first };
  const count = first & 0x7f;
  let length = 0;
  for (const digit of value.subarray(at + 2, at + 2 + count)) length = length * 256 + digit;
  if (count === 0 || count > 4 || at + 2 + count + length > value.length) throw new Error("a length DER does not have");
  return { from: at + 2 + count, length };
}
