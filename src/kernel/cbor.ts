import { joinBytes } from "./bytes.ts";
import { fail, ok, type Result } from "./result.ts";

/** A value of CBOR (RFC 8949). Maps keep keys of any kind; a number beyond 2^53 is a bigint; a tag stands with its content. */
export type Cbor =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly Cbor[]
  | CborMap
  | CborTag;
export type CborMap = ReadonlyMap<Cbor, Cbor>;
export class CborTag {
  readonly tag: number;
  readonly content: Cbor;
  constructor(tag: number, content: Cbor) {
    this.tag = tag;
    this.content = content;
  }
}

/** Deeper than any document we read; keeps hostile input from exhausting the stack. */
const DEPTH_MOST = 32;

class NotCbor extends Error {}

/**
 * Reads exactly one value. Fails for anything that is not well-formed, for bytes left over, for a key that stands twice
 * in a map, for text that is not UTF-8, and for nesting deeper than 32.
 */
export function decodeCbor(bytes: Uint8Array): Result<Cbor, "not-cbor"> {
  const reader = new Reader(bytes);
  try {
    const value = reader.item(0);
    return reader.isAtEnd() ? ok(value) : fail("not-cbor");
  } catch (cause) {
    if (cause instanceof NotCbor) return fail("not-cbor");
    throw cause;
  }
}

type Head = { readonly major: number; readonly info: number };
const BREAK = Symbol("break");
const INDEFINITE = 31;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): Cbor {
    const value = this.#itemOrBreak(depth);
    if (value === BREAK) throw new NotCbor();
    return value;
  }

  #itemOrBreak(depth: number): Cbor | typeof BREAK {
    if (depth > DEPTH_MOST) throw new NotCbor();
    const head = this.#head();
    switch (head.major) {
      case 0:
        return small(this.#argument(head));
      case 1:
        return small(-1n - this.#argument(head));
      case 2:
        return this.#string(head);
      case 3:
        return this.#text(head);
      case 4:
        return this.#list(head, depth);
      case 5:
        return this.#map(head, depth);
      case 6:
        return new CborTag(this.#length(head), this.item(depth + 1));
      default:
        return this.#simple(head);
    }
  }

  #head(): Head {
    const first = this.#bytes[this.#take(1)] ?? 0;
    return { major: first >> 5, info: first & 31 };
  }

  /** Moves on by so many bytes and says where they began. */
  #take(count: number): number {
    const from = this.#at;
    if (count > this.#bytes.length - from) throw new NotCbor();
    this.#at = from + count;
    return from;
  }

  #argument({ info }: Head): bigint {
    if (info < 24) return BigInt(info);
    if (info === 24) return BigInt(this.#view.getUint8(this.#take(1)));
    if (info === 25) return BigInt(this.#view.getUint16(this.#take(2)));
    if (info === 26) return BigInt(this.#view.getUint32(this.#take(4)));
    if (info === 27) return this.#view.getBigUint64(this.#take(8));
    throw new NotCbor();
  }

  #length(head: Head): number {
    const length = this.#argument(head);
    if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotCbor();
    return Number(length);
  }

  #string(head: Head): Uint8Array {
    if (head.info !== INDEFINITE) {
      const length = this.#length(head);
      const from = this.#take(length);
      return this.#bytes.slice(from, from + length);
    }
    const parts: Uint8Array[] = [];
    for (let part = this.#head(); !isBreak(part); part = this.#head()) {
      if (part.major !== head.major || part.info === INDEFINITE) throw new NotCbor();
      parts.push(this.#string(part));
    }
    return joinBytes(parts);
  }

  #text(head: Head): string {
    try {
      return utf8.decode(this.#string(head));
    } catch {
      throw new NotCbor();
    }
  }

  #list(head: Head, depth: number): readonly Cbor[] {
    const items: Cbor[] = [];
    if (head.info === INDEFINITE)
      for (let item = this.#itemOrBreak(depth + 1); item !== BREAK; item = this.#itemOrBreak(depth + 1))
        items.push(item);
    else for (let left = this.#length(head); left > 0; left -= 1) items.push(this.item(depth + 1));
    return items;
  }

  #map(head: Head, depth: number): CborMap {
    const map = new Map<Cbor, Cbor>();
    const add = (key: Cbor): void => {
      if (map.has(key)) throw new NotCbor();
      map.set(key, this.item(depth + 1));
    };
    if (head.info === INDEFINITE)
      for (let key = this.#itemOrBreak(depth + 1); key !== BREAK; key = this.#itemOrBreak(depth + 1)) add(key);
    else for (let left = this.#length(head); left > 0; left -= 1) add(this.item(depth + 1));
    return map;
  }

  #simple(head: Head): Cbor | typeof BREAK {
    if (head.info === 20 || head.info === 21) return head.info === 21;
    if (head.info === 22) return null;
    if (head.info === 23) return undefined;
    if (head.info === 25) return halfFloat(this.#view.getUint16(this.#take(2)));
    if (head.info === 26) return this.#view.getFloat32(this.#take(4));
    if (head.info === 27) return this.#view.getFloat64(this.#take(8));
    if (head.info === INDEFINITE) return BREAK;
    throw new NotCbor();
  }
}

const isBreak = (head: Head): boolean => head.major === 7 && head.info === INDEFINITE;
const small = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 0x3ff];
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** Writes a list of texts and byte strings, in the shortest form: what signatures of COSE are made over. */
export function encodeCborList(items: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const parts = [cborHead(4, items.length)];
  for (const item of items) {
    const bytes = typeof item === "string" ? new TextEncoder().encode(item) : item;
    parts.push(cborHead(typeof item === "string" ? 3 : 2, bytes.length), bytes);
  }
  return joinBytes(parts);
}

function cborHead(major: number, count: number): Uint8Array {
  const first = major << 5;
  if (count < 24) return Uint8Array.of(first | count);
  if (count < 0x100) return Uint8Array.of(first | 24, count);
  if (count < 0x10000) return Uint8Array.of(first | 25, count >> 8, count & 0xff);
  const head = new Uint8Array(5);
  head[0] = first | 26;
  new DataView(head.buffer).setUint32(1, count);
  return head;
}
