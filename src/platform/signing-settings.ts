import { resolve } from "node:path";
import { z } from "zod";
import { text } from "../kernel/text.ts";

const given = z.string().min(1).optional();
const address = z.url({ protocol: /^https?$/ }).optional();
const setting = <S extends z.ZodType>(schema: S, vi: string, en: string) => ({ schema, doc: text(vi, en) });

/** The settings of signing papers and of checking signatures; a part of the list in settings.ts. */
export const SIGNING_SETTINGS = {
  SIGNING_KIND: setting(
    z.enum(["p12", "pkcs11", "remote"]).optional(),
    "Nơi giữ khoá con dấu của cơ quan: p12 (tệp), pkcs11 (USB token, HSM), remote (ký số từ xa); mặc định p12 khi có SIGNING_P12.",
    "Where the key of the agency's seal lies: p12 (a file), pkcs11 (token, HSM), remote (signing service); p12 where SIGNING_P12 is set.",
  ),
  SIGNING_P12: setting(
    given,
    "Tệp PKCS#12 chứa khoá ký số của cơ quan.",
    "PKCS#12 file with the office's signing key.",
  ),
  SIGNING_P12_PASSWORD: setting(z.string().optional(), "Mật khẩu của tệp đó.", "The password of that file."),
  SIGNING_PEOPLE: setting(
    given,
    'Tệp JSON nêu chứng thư cá nhân của người ký: { "Họ tên": { "path", "password" } hoặc { "token", "label", "pin" } hoặc { "credential", "pin" } }.',
    'JSON file naming the signers\' own certificates: { "Full name": { "path", "password" } or { "token", "label", "pin" } or { "credential", "pin" } }.',
  ),
  PKCS11_MODULE: setting(
    given,
    "Tệp thư viện PKCS#11 của USB token hoặc HSM (.so, .dll).",
    "The PKCS#11 module of the token or HSM (.so, .dll).",
  ),
  PKCS11_TOKEN: setting(
    given,
    "Nhãn của token; không cần khi chỉ có một.",
    "Label of the token; not needed where there is one only.",
  ),
  PKCS11_LABEL: setting(given, "Nhãn chứng thư con dấu trên token.", "Label of the seal's certificate on the token."),
  PKCS11_PIN: setting(given, "Mã PIN của token.", "The token's PIN."),
  CSC_URL: setting(
    address,
    "Địa chỉ dịch vụ ký số từ xa theo CSC API v2, ví dụ https://…/csc/v2.",
    "Address of the remote signing service (CSC API v2), such as https://…/csc/v2.",
  ),
  CSC_CLIENT_ID: setting(given, "Mã ứng dụng tại dịch vụ đó.", "Our client id there."),
  CSC_CLIENT_SECRET: setting(given, "Khoá của ứng dụng đó.", "The secret of that client."),
  CSC_CREDENTIAL: setting(given, "Mã chứng thư (credentialID) của con dấu.", "The credentialID of the seal."),
  CSC_PIN: setting(
    given,
    "Mã PIN của chứng thư đó, khi dịch vụ yêu cầu.",
    "The PIN of that credential, where the service asks for one.",
  ),
  TIMESTAMP_URL: setting(
    address,
    "Địa chỉ dịch vụ cấp dấu thời gian (RFC 3161).",
    "Address of the time-stamping authority (RFC 3161).",
  ),
  TIMESTAMP_USER: setting(given, "Tài khoản tại dịch vụ đó, khi cần.", "Account there, where one is needed."),
  TIMESTAMP_PASSWORD: setting(given, "Mật khẩu của tài khoản đó.", "The password of that account."),
  SIGNING_LEVEL: setting(
    z.enum(["b", "t", "lt", "lta"]).optional(),
    "Mức chữ ký: b (cơ bản), t (dấu thời gian), lt (kèm trạng thái thu hồi), lta (thêm dấu thời gian lưu trữ); mặc định t khi có TIMESTAMP_URL, nếu không thì b.",
    "Level of signatures: b, t (time stamp), lt (with revocation proofs), lta (with an archive time stamp); t where TIMESTAMP_URL is set, else b.",
  ),
  TRUST_ANCHORS: setting(
    given,
    "Thư mục chứng thư gốc được tin cậy (tệp .pem, .crt) khi kiểm tra chữ ký số của giấy tờ nộp lên.",
    "Folder of trusted root certificates (.pem, .crt) for checking signatures on papers that are sent in.",
  ),
  REVOCATION: setting(
    z.enum(["online", "off"]).default("online"),
    "Kiểm tra thu hồi chứng thư qua mạng (online) hoặc không (off); mặc định online.",
    "Ask over the network whether certificates were revoked (online) or not (off); online unless set.",
  ),
} as const;

type Read = z.infer<
  z.ZodObject<{ [Name in keyof typeof SIGNING_SETTINGS]: (typeof SIGNING_SETTINGS)[Name]["schema"] }>
>;

export type SealSettings =
  | { readonly kind: "p12"; readonly path: string; readonly password: string }
  | { readonly kind: "pkcs11"; readonly label: string; readonly pin: string }
  | { readonly kind: "remote"; readonly credential: string | null; readonly pin: string | null };

export type SigningSettings = {
  /** Null: no certificate of the office is set. */
  readonly seal: SealSettings | null;
  readonly people: string | null;
  readonly pkcs11: { readonly module: string; readonly token: string | null } | null;
  readonly remote: { readonly url: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly timestamp: { readonly url: string; readonly user: string | null; readonly password: string | null } | null;
  readonly level: "b" | "t" | "lt" | "lta";
  readonly anchors: string | null;
  readonly revocation: "online" | "off";
};

/** Reads what belongs together; names of settings that are needed and missing go to `missing`. */
export function signingSettingsOf(
  read: Read,
  demo: boolean,
  missing: (names: readonly string[]) => Error,
): SigningSettings {
  const need = (...names: (keyof Read)[]): void => {
    const absent = names.filter((name) => read[name] === undefined);
    if (absent.length > 0) throw missing(absent);
  };
  const kind = read.SIGNING_KIND ?? (read.SIGNING_P12 ? "p12" : null);
  // In a trial without an address the stand-in is asked, with its own client and credentials.
  const standIn = demo && !read.CSC_URL;
  if (kind === "p12") need("SIGNING_P12");
  if (kind === "pkcs11") need("PKCS11_MODULE", "PKCS11_LABEL", "PKCS11_PIN");
  if (kind === "remote" && !standIn) need("CSC_URL", "CSC_CREDENTIAL");
  if (read.CSC_URL) need("CSC_CLIENT_ID", "CSC_CLIENT_SECRET");
  const level = read.SIGNING_LEVEL ?? (read.TIMESTAMP_URL ? "t" : "b");
  if (level !== "b") need("TIMESTAMP_URL");
  return {
    seal: sealOf(kind, read),
    people: read.SIGNING_PEOPLE ? resolve(read.SIGNING_PEOPLE) : null,
    pkcs11: read.PKCS11_MODULE ? { module: resolve(read.PKCS11_MODULE), token: read.PKCS11_TOKEN ?? null } : null,
    remote: read.CSC_URL
      ? { url: read.CSC_URL, clientId: read.CSC_CLIENT_ID ?? "", clientSecret: read.CSC_CLIENT_SECRET ?? "" }
      : null,
    timestamp: read.TIMESTAMP_URL
      ? { url: read.TIMESTAMP_URL, user: read.TIMESTAMP_USER ?? null, password: read.TIMESTAMP_PASSWORD ?? null }
      : null,
    level,
    anchors: read.TRUST_ANCHORS ? resolve(read.TRUST_ANCHORS) : null,
    revocation: read.REVOCATION,
  };
}

function sealOf(kind: "p12" | "pkcs11" | "remote" | null, read: Read): SealSettings | null {
  switch (kind) {
    case "p12":
      return { kind, path: resolve(read.SIGNING_P12 ?? ""), password: read.SIGNING_P12_PASSWORD ?? "" };
    case "pkcs11":
      return { kind, label: read.PKCS11_LABEL ?? "", pin: read.PKCS11_PIN ?? "" };
    case "remote":
      return { kind, credential: read.CSC_CREDENTIAL ?? null, pin: read.CSC_PIN ?? null };
    case null:
      return null;
  }
}
