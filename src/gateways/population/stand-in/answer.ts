import { ANSWER_NAMESPACE, ENVELOPE_NAMESPACE } from "../national/messages.ts";
import { escapeXml } from "../national/xml.ts";
import type { Registered } from "./register.ts";

/** The answers of the service, written as its public samples are: the whole name in `Ten`. */

const envelope = (body: string): string =>
  `<soapenv:Envelope xmlns:soapenv="${ENVELOPE_NAMESPACE}"><soapenv:Header/><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

const two = (n: number): string => String(n).padStart(2, "0");

export function personXml({ number, name, birth: { year, month, day }, sex }: Registered): string {
  const whole =
    month !== undefined && day !== undefined
      ? `<ns1:NgayThangNam>${year}${two(month)}${two(day)}</ns1:NgayThangNam>`
      : "";
  return envelope(
    `<ns1:CongdanCollection xmlns:ns1="${ANSWER_NAMESPACE}"><ns1:CongDan><ns1:SoDinhDanh>${number}</ns1:SoDinhDanh><ns1:HoVaTen><ns1:Ho/><ns1:ChuDem/><ns1:Ten>${escapeXml(name)}</ns1:Ten></ns1:HoVaTen><ns1:GioiTinh>${sex === "M" ? "1" : "2"}</ns1:GioiTinh><ns1:NgayThangNamSinh><ns1:Nam>${year}</ns1:Nam>${whole}</ns1:NgayThangNamSinh></ns1:CongDan></ns1:CongdanCollection>`,
  );
}

export const nobodyXml = (): string => envelope(`<ns1:CongdanCollection xmlns:ns1="${ANSWER_NAMESPACE}"/>`);

/** Some ways answer "nobody" with a person without a name. */
export const namelessXml = (): string =>
  envelope(
    `<ns1:CongdanCollection xmlns:ns1="${ANSWER_NAMESPACE}"><ns1:CongDan><ns1:HoVaTen><ns1:Ho/><ns1:ChuDem/><ns1:Ten/></ns1:HoVaTen></ns1:CongDan></ns1:CongdanCollection>`,
  );

export const existsXml = (exists: boolean): string =>
  envelope(`<ns1:KetQuaXacThuc xmlns:ns1="${ANSWER_NAMESPACE}"><ns1:TonTai>${exists}</ns1:TonTai></ns1:KetQuaXacThuc>`);

/** @param side `Client`: the question is wrong; `Server`: the service is in trouble. */
export const faultXml = (side: "Client" | "Server", words: string): string =>
  envelope(
    `<soapenv:Fault><faultcode>soapenv:${side}</faultcode><faultstring>${escapeXml(words)}</faultstring></soapenv:Fault>`,
  );

/** What an answer must never be believed for: an entity that would read a file of the asker. */
export const hostileXml = (): string =>
  `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>${envelope(
    `<ns1:CongdanCollection xmlns:ns1="${ANSWER_NAMESPACE}"><ns1:CongDan><ns1:HoVaTen><ns1:Ten>&f;</ns1:Ten></ns1:HoVaTen></ns1:CongDan></ns1:CongdanCollection>`,
  )}`;
