import type { Claim } from "../../../kernel/person-claim.ts";
import { type PartialDate, parseIsoDate } from "../../../kernel/plain-date.ts";
import { ENVELOPE_NAMESPACE, OPERATIONS, REQUEST_NAMESPACE } from "../national/messages.ts";
import { child, type Element, textOf } from "../national/xml.ts";

export type AskedFor = {
  readonly operation: keyof typeof OPERATIONS;
  readonly id: string;
  readonly claim: Claim;
};

/** What the service knows of its askers. */
export type Rules = {
  readonly units: readonly string[];
  readonly codes: Readonly<Record<string, keyof typeof OPERATIONS>>;
};

/** Reads a request as the service's rules want it; a string names the first thing that is wrong. */
export function readRequest(root: Element | null, rules: Rules): AskedFor | string {
  if (root?.name !== "Envelope" || root.namespace !== ENVELOPE_NAMESPACE) return "Envelope";
  const body = child(root, "Body");
  const message = body?.children[0] ?? null;
  if (message?.namespace !== REQUEST_NAMESPACE) return "Body";
  const operation = (Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]).find(
    (key) => OPERATIONS[key] === message.name,
  );
  if (!operation) return "Body";
  const wrong = FIELDS.find(({ name, shape, needed }) => {
    const words = textOf(message, name);
    return words === "" ? needed : !shape.test(words);
  });
  if (wrong) return wrong.name;
  if (rules.codes[textOf(message, "MaTichHop")] !== operation) return "MaTichHop";
  if (!rules.units.includes(textOf(message, "MaDonVi"))) return "MaDonVi";
  const number = textOf(message, "SoDinhDanh") || textOf(message, "SoCMND");
  if (number === "") return "SoDinhDanh";
  const birthDate = birthOf(child(message, "NgayThangNamSinh"));
  if (!birthDate) return "NgayThangNamSinh";
  return { operation, id: textOf(message, "MaYeuCau"), claim: { number, name: textOf(message, "HoVaTen"), birthDate } };
}

/** Lengths and shapes of the fields; the birth date is read on its own. */
const FIELDS: readonly { readonly name: string; readonly shape: RegExp; readonly needed: boolean }[] = [
  { name: "MaYeuCau", shape: /^[\w-]{1,40}$/, needed: true },
  { name: "MaDVC", shape: /^.{1,20}$/su, needed: true },
  { name: "MaTichHop", shape: /^\d{1,20}$/, needed: true },
  { name: "MaDonVi", shape: /^.{1,35}$/su, needed: true },
  { name: "MaCanBo", shape: /^.{1,20}$/su, needed: true },
  { name: "SoDinhDanh", shape: /^\d{12}$/, needed: false },
  { name: "SoCMND", shape: /^\d{9}$/, needed: false },
  // Upper case, whatever else is dropped.
  { name: "HoVaTen", shape: /^[^\p{Ll}]{1,100}$/u, needed: true },
];

function birthOf(of: Element | null): PartialDate | null {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(textOf(of, "NgayThangNam"));
  if (day && parseIsoDate(`${day[1]}-${day[2]}-${day[3]}`))
    return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) };
  const year = /^[12]\d{3}$/.exec(textOf(of, "Nam"));
  return year ? { year: Number(year[0]) } : null;
}
