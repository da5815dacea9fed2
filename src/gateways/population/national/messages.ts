import type { Claim, Compared } from "../../../kernel/person-claim.ts";
import type { PartialDate } from "../../../kernel/plain-date.ts";
import { tidy, withoutMarks } from "../../../kernel/vietnamese.ts";
import type { Answered, Call } from "../port.ts";
import type { NationalProfile } from "./profile.ts";
import { child, type Element, escapeXml, textOf } from "./xml.ts";

/** The messages of the national service: SOAP 1.1 documents, as its public clients write and read them. */

export const REQUEST_NAMESPACE = "http://dancuquocgia.bca";
export const ANSWER_NAMESPACE = "http://www.mic.gov.vn/dancu/1.0";
export const ENVELOPE_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
export const OPERATIONS = { lookup: "TraCuuThongTinCongDan", verify: "XacThucThongTinCongDan" } as const;

/** What every request carries besides the claim: who asks, by which account. */
export type Asker = { readonly unit: string | null; readonly officer: string };

const two = (n: number): string => String(n).padStart(2, "0");

/** The name as this way wants it: upper case, with or without accents and spaces. */
export function nameSent(name: string, form: NationalProfile["name"]): string {
  const upper = tidy(name).toUpperCase();
  if (form === "upper") return upper;
  const bare = withoutMarks(upper);
  return form === "upper-without-marks" ? bare : bare.replaceAll(" ", "");
}

/** The request of a call; the order of its elements is that of the public example. */
export function requestXml(profile: NationalProfile, claim: Claim, call: Call, asker: Asker): string {
  const element = (name: string, words: string | null): string =>
    words === null ? "" : `<dan:${name}>${escapeXml(words)}</dan:${name}>`;
  const operation = OPERATIONS[profile.operation];
  const body = [
    element("MaYeuCau", call.id),
    element("MaDVC", call.procedure),
    element("MaTichHop", profile.integrationCode),
    element("MaCanBo", asker.officer),
    element("MaDonVi", asker.unit),
    element(claim.number.length === 9 ? "SoCMND" : "SoDinhDanh", claim.number),
    element("HoVaTen", nameSent(claim.name ?? "", profile.name)),
    claim.birthDate ? birthXml(claim.birthDate) : "",
  ].join("");
  return `<soapenv:Envelope xmlns:soapenv="${ENVELOPE_NAMESPACE}" xmlns:dan="${REQUEST_NAMESPACE}"><soapenv:Header/><soapenv:Body><dan:${operation}>${body}</dan:${operation}></soapenv:Body></soapenv:Envelope>`;
}

/** A whole day as `yyyyMMdd`; of a date known in part only the year can be asked. */
function birthXml({ year, month, day }: PartialDate): string {
  const known =
    month !== undefined && day !== undefined
      ? `<dan:NgayThangNam>${year}${two(month)}${two(day)}</dan:NgayThangNam>`
      : `<dan:Nam>${year}</dan:Nam>`;
  return `<dan:NgayThangNamSinh>${known}</dan:NgayThangNamSinh>`;
}

/** What an answer says: somebody (compared here and forgotten), yes or no, nobody, or a fault. */
export type Read =
  | { readonly kind: "person"; readonly known: Compared }
  | { readonly kind: "exists"; readonly exists: boolean }
  | { readonly kind: "nobody"; readonly reason: NonNullable<Answered["reason"]> }
  | { readonly kind: "fault"; readonly code: string }
  | { readonly kind: "unreadable" };

/** Reads an answer of either operation. No `CongDan`, or one with an empty name, means: nobody with these data. */
export function readAnswer(root: Element | null): Read {
  if (root?.name !== "Envelope" || root.namespace !== ENVELOPE_NAMESPACE) return { kind: "unreadable" };
  const body = child(root, "Body");
  const fault = child(body, "Fault");
  if (fault) return { kind: "fault", code: textOf(fault, "faultcode") };
  const verdict = textOf(body, "KetQuaXacThuc", "TonTai");
  if (verdict === "true" || verdict === "false") return { kind: "exists", exists: verdict === "true" };
  const collection = child(body, "CongdanCollection");
  if (!collection) return { kind: "unreadable" };
  const person = child(collection, "CongDan");
  const name = wholeName(child(person, "HoVaTen"));
  if (!person) return { kind: "nobody", reason: "no-person" };
  if (name === "") return { kind: "nobody", reason: "empty-name" };
  return {
    kind: "person",
    known: {
      name,
      birth: birthOf(child(person, "NgayThangNamSinh")),
      sex: SEXES[textOf(person, "GioiTinh")] ?? null,
      // The service has no field that tells of a death.
      deceased: false,
    },
  };
}

const SEXES: Readonly<Record<string, "M" | "F">> = { "1": "M", "2": "F" };

/** The whole name often stands in `Ten` alone. */
const wholeName = (of: Element | null): string =>
  tidy([textOf(of, "Ho"), textOf(of, "ChuDem"), textOf(of, "Ten")].filter((part) => part !== "").join(" "));

function birthOf(of: Element | null): PartialDate | null {
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(textOf(of, "NgayThangNam"));
  if (whole) return { year: Number(whole[1]), month: Number(whole[2]), day: Number(whole[3]) };
  const year = /^\d{4}$/.exec(textOf(of, "Nam"));
  return year ? { year: Number(year[0]) } : null;
}
