import { z } from "zod";
import { isPersonNumber, type PersonNumber } from "../../kernel/person-number.ts";
import { dateOf, type PartialDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { parseEmail, parsePhone, tidy } from "../../kernel/vietnamese.ts";
import type { IdentityFailure } from "./failures.ts";
import type { ProvenIdentity, Realm } from "./port.ts";

/** Claims come as text or as numbers, sometimes empty, whichever system sends them: one tidy text, or absent. */
const Word = z
  .union([z.string(), z.number()])
  .transform((value) => tidy(String(value)) || undefined)
  .nullish()
  .transform((value) => value ?? undefined);

/** A number sent as a JSON number has lost its leading zeros. */
const TwelveDigits = z
  .union([z.string(), z.number()])
  .transform((value) => (typeof value === "number" ? String(value).padStart(12, "0") : value.trim()))
  .transform((value) => (isPersonNumber(value) ? value : undefined))
  .nullish()
  .transform((value): PersonNumber | undefined => value ?? undefined);

/** The claims we use, of the 33 the portal and the 10 VNeID may send; all others are dropped here. */
const Claims = z.object({
  sub: z.string().min(1),
  TechID: Word,
  LoaiTaiKhoan: Word,
  SoDinhDanh: TwelveDigits,
  HoVaTen: Word,
  NgayThangNamSinh: Word,
  MaSoThue: Word,
  MaSoDoanhNghiep: Word,
  TenDoanhNghiep: Word,
  ThuDienTu: Word,
  SoDienThoai: Word,
  acr: Word,
  IAL: Word,
  loAs: z.union([z.array(z.string()).transform((levels) => levels.join(" ")), Word]),
});
type Claims = z.infer<typeof Claims>;

const ENTERPRISE = "2";

/**
 * Turns what a provider vouches for into one of our three kinds of identity.
 * @param subjectClaim the claim that names the account for ever. Never a card or person number: those change hands or are corrected.
 */
export function identityFromClaims(
  realm: Realm,
  issuer: string,
  raw: unknown,
  subjectClaim: "sub" | "TechID",
): Result<ProvenIdentity, IdentityFailure> {
  const parsed = Claims.safeParse(raw);
  if (!parsed.success) return missing(parsed.error.issues[0]?.path.join(".") ?? "claims");
  const claims = parsed.data;
  const subject = claims[subjectClaim];
  if (!subject) return missing(subjectClaim);
  const proven = { issuer, subject, assurance: assuranceOf(claims) };
  const contact = {
    phone: claims.SoDienThoai ? parsePhone(claims.SoDienThoai) : null,
    email: claims.ThuDienTu ? parseEmail(claims.ThuDienTu) : null,
  };

  if (realm === "officer") {
    if (!claims.HoVaTen) return missing("HoVaTen");
    return ok({ ...proven, kind: "officer", name: claims.HoVaTen, personNumber: claims.SoDinhDanh ?? null });
  }
  if (claims.LoaiTaiKhoan === ENTERPRISE) {
    const code = claims.MaSoDoanhNghiep ?? claims.MaSoThue;
    if (!code) return missing("MaSoDoanhNghiep");
    if (!claims.TenDoanhNghiep) return missing("TenDoanhNghiep");
    const name = claims.HoVaTen ?? claims.TenDoanhNghiep;
    const organisation = { code, name: claims.TenDoanhNghiep };
    return ok({
      ...proven,
      ...contact,
      kind: "organisation",
      name,
      personNumber: claims.SoDinhDanh ?? null,
      organisation,
    });
  }
  if (!claims.SoDinhDanh) return missing("SoDinhDanh");
  if (!claims.HoVaTen) return missing("HoVaTen");
  return ok({
    ...proven,
    ...contact,
    kind: "citizen",
    name: claims.HoVaTen,
    personNumber: claims.SoDinhDanh,
    birthDate: claims.NgayThangNamSinh ? birthDateOf(claims.NgayThangNamSinh) : null,
  });
}

const missing = (claim: string): { readonly ok: false; readonly failure: IdentityFailure } =>
  fail({ tag: "claims-missing", detail: claim });

/**
 * The level of this sign-in. `acr` says how the person proved themselves now and is signed; without it the account's own
 * level (`IAL`), then the highest of the levels reached (`loAs`). Nothing said is level 1.
 */
function assuranceOf(claims: Claims): number {
  const said = levelsIn(claims.acr);
  if (said.length > 0) return Math.max(...said);
  if (claims.IAL && /^[1-4]$/.test(claims.IAL)) return Number(claims.IAL);
  return Math.max(1, ...levelsIn(claims.loAs));
}

const levelsIn = (value: string | undefined): number[] =>
  [...(value ?? "").matchAll(/\bLoA([1-4])\b/gi)].map((found) => Number(found[1]));

/** `yyyyMMdd` with unknown month or day as 00, or only `yyyy`; null for anything else. */
function birthDateOf(value: string): PartialDate | null {
  const found = /^(\d{4})(?:(\d{2})(\d{2}))?$/.exec(value.replace(/[-/]/g, ""));
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (!dateOf(year, month || 1, day || 1)) return null;
  if (month === 0) return { year };
  return day === 0 ? { year, month } : { year, month, day };
}
