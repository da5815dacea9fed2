import { type Dong, dong } from "./dong.ts";
import { fail, ok, type Result } from "./result.ts";

/**
 * The text inside a Vietnamese bank QR: EMVCo merchant-presented tags (QRCPS v1.1) with NAPAS's template 38, closed by
 * a CRC-16/CCITT-FALSE. A tag is two digits of name, two digits of length in characters, then the value.
 */

const NAPAS = "A000000727";
const SERVICES = { account: "QRIBFTTA", card: "QRIBFTTC" } as const;
const VND = "704";
const AMOUNT_MAX = 9_999_999_999_999;

export type VietQrService = keyof typeof SERVICES;

/** What a payer is asked for. `amount` is whole đồng; `purpose` is 1–25 unaccented letters, digits and spaces. */
export type VietQrOrder = {
  readonly bin: string;
  readonly account: string;
  readonly amount?: number | undefined;
  readonly purpose?: string | undefined;
  readonly service?: VietQrService | undefined;
};

/** `static` may be paid many times with any amount, `dynamic` names the amount of one payment. */
export type VietQr = { readonly payload: string; readonly crc: string; readonly initiation: "static" | "dynamic" };

export type VietQrRefusal = {
  readonly code: "invalid-length" | "invalid-character" | "out-of-range";
  readonly field: "bin" | "account" | "amount" | "purpose";
};

/**
 * Builds the payload of a transfer order.
 * @example buildVietQr({ bin: "970416", account: "257678859" }) ends with "6304AE9F"
 */
export function buildVietQr(order: VietQrOrder): Result<VietQr, VietQrRefusal> {
  const refusal = refusalOf(order);
  if (refusal) return fail(refusal);

  const beneficiary = tag("00", order.bin) + tag("01", order.account);
  const initiation = order.amount === undefined ? "static" : "dynamic";
  const open =
    tag("00", "01") +
    tag("01", initiation === "static" ? "11" : "12") +
    tag("38", tag("00", NAPAS) + tag("01", beneficiary) + tag("02", SERVICES[order.service ?? "account"])) +
    tag("53", VND) +
    (order.amount === undefined ? "" : tag("54", String(order.amount))) +
    tag("58", "VN") +
    (order.purpose === undefined ? "" : tag("62", tag("08", order.purpose))) +
    "6304";
  const crc = crc16(open);
  return ok({ payload: open + crc, crc, initiation });
}

function refusalOf({ bin, account, amount, purpose }: VietQrOrder): VietQrRefusal | null {
  if (bin.length !== 6) return { code: "invalid-length", field: "bin" };
  if (!/^\d+$/.test(bin)) return { code: "invalid-character", field: "bin" };
  if (account.length < 1 || account.length > 19) return { code: "invalid-length", field: "account" };
  if (!/^[0-9A-Za-z]+$/.test(account)) return { code: "invalid-character", field: "account" };
  if (amount !== undefined && !(Number.isInteger(amount) && amount > 0 && amount <= AMOUNT_MAX)) {
    return { code: "out-of-range", field: "amount" };
  }
  if (purpose === undefined) return null;
  if (purpose.length < 1 || purpose.length > 25) return { code: "invalid-length", field: "purpose" };
  return /^[0-9A-Za-z ]+$/.test(purpose) ? null : { code: "invalid-character", field: "purpose" };
}

const tag = (name: string, value: string): string => `${name}${String(value.length).padStart(2, "0")}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) over the UTF-8 bytes, as four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

export type EmvTag = readonly [name: string, value: string];
export type EmvFault = "no-checksum" | "checksum-differs" | "malformed";

/** The outermost tags of any EMVCo payload whose checksum is right; the checksum itself is not among them. */
export function readEmvTags(payload: string): Result<readonly EmvTag[], EmvFault> {
  const crc = /6304([0-9A-Fa-f]{4})$/.exec(payload)?.[1];
  if (crc === undefined) return fail("no-checksum");
  if (crc16(payload.slice(0, -4)) !== crc.toUpperCase()) return fail("checksum-differs");
  const tags = splitTags(payload.slice(0, -8));
  return tags ? ok(tags) : fail("malformed");
}

/** Cuts a run of tags apart; null when the lengths do not add up. */
function splitTags(text: string): EmvTag[] | null {
  const letters = Array.from(text);
  const tags: EmvTag[] = [];
  for (let at = 0; at < letters.length; ) {
    const head = letters.slice(at, at + 4).join("");
    const value = letters.slice(at + 4, at + 4 + Number(head.slice(2)));
    if (!/^\d{4}$/.test(head) || value.length !== Number(head.slice(2))) return null;
    tags.push([head.slice(0, 2), value.join("")]);
    at += 4 + value.length;
  }
  return tags;
}

/** What a payer's bank reads from the QR; null where the payload leaves it open. */
export type VietQrRead = {
  readonly bin: string;
  readonly account: string;
  readonly service: VietQrService;
  readonly amount: Dong | null;
  readonly purpose: string | null;
  readonly initiation: VietQr["initiation"];
};

/**
 * Reads a transfer order by bank QR. `not-vietqr` is a sound EMVCo payload that is no NAPAS transfer in đồng within
 * Vietnam. A tag that stands twice is refused: what is shown and what is paid must not be able to differ.
 */
export function parseVietQr(payload: string): Result<VietQrRead, EmvFault | "not-vietqr"> {
  const tags = readEmvTags(payload);
  if (!tags.ok) return tags;
  const outer = once(tags.value);
  const napas = once(splitTags(outer?.get("38") ?? ""));
  const beneficiary = once(splitTags(napas?.get("01") ?? ""));
  const extra = once(splitTags(outer?.get("62") ?? ""));
  if (!outer || !napas || !beneficiary || !extra) return fail("malformed");

  const [bin, account] = [beneficiary.get("00"), beneficiary.get("01")];
  const service = napas.get("02");
  const known = service === SERVICES.account ? "account" : service === SERVICES.card ? "card" : null;
  const transferInDong = napas.get("00") === NAPAS && outer.get("53") === VND && outer.get("58") === "VN";
  if (!transferInDong || known === null || bin === undefined || account === undefined) return fail("not-vietqr");

  const amount = outer.get("54");
  if (amount !== undefined && !/^[1-9]\d{0,12}$/.test(amount)) return fail("malformed");
  if (refusalOf({ bin, account })) return fail("malformed");
  return ok({
    bin,
    account,
    service: known,
    amount: amount === undefined ? null : dong(Number(amount)),
    purpose: extra.get("08") ?? null,
    initiation: outer.get("01") === "12" ? "dynamic" : "static",
  });
}

/** The tags by name; null when one stands twice or the text was no run of tags. */
function once(tags: readonly EmvTag[] | null): ReadonlyMap<string, string> | null {
  const byName = new Map(tags ?? []);
  return tags && byName.size === tags.length ? byName : null;
}
