import { z } from "zod";
import { isPersonNumber, type PersonNumber } from "../../kernel/person-number.ts";
import { dateOf, type PartialDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { parseEmail, parsePhone, tidy } from "../../kernel/vietnamese.ts";
import type { IdentityFailure } from "./failures.ts";
import type { ProvenIdentity, Realm } from "./port.ts";
import type { ClaimNames, Profile } from "./profiles.ts";

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

const Levels = z.union([z.array(z.string()).transform((levels) => levels.join(" ")), Word]);

/** The claims a profile names, of the many a provider may send; all others are dropped here. */
const Facts = z.object({
  subject: Word,
  name: Word,
  accountKind: Word,
  personNumber: TwelveDigits,
  birthDate: Word,
  enterpriseCode: Word,
  taxCode: Word,
  enterpriseName: Word,
  email: Word,
  phone: Word,
});
type Facts = z.infer<typeof Facts>;

/** What a provider said, apart by how far it is to be believed: `signed` bears its signature, `profile` came over the line. */
export type Said = { readonly signed: Record<string, unknown>; readonly profile: Record<string, unknown> };

/** Turns what a provider vouches for into one of our three kinds of identity. */
export function identityFromClaims(
  realm: Realm,
  issuer: string,
  said: Said,
  profile: Profile,
): Result<ProvenIdentity, IdentityFailure> {
  const names = profile.claims;
  const read = factsOf(names, { ...said.profile, ...said.signed });
  if (!read.ok) return read;
  const facts = read.value;
  if (!facts.subject) return missing(names.subject);
  const proven = { issuer, subject: facts.subject, assurance: assuranceOf(profile, said) };
  const contact = {
    phone: facts.phone ? parsePhone(facts.phone) : null,
    email: facts.email ? parseEmail(facts.email) : null,
  };

  if (realm === "officer") {
    if (!facts.name) return missing(names.name);
    return ok({ ...proven, kind: "officer", name: facts.name, personNumber: facts.personNumber ?? null });
  }
  if (profile.enterprise !== null && facts.accountKind === profile.enterprise) {
    const code = facts.enterpriseCode ?? facts.taxCode;
    if (!code) return missing(names.enterpriseCode ?? "enterpriseCode");
    if (!facts.enterpriseName) return missing(names.enterpriseName ?? "enterpriseName");
    return ok({
      ...proven,
      ...contact,
      kind: "organisation",
      name: facts.name ?? facts.enterpriseName,
      personNumber: facts.personNumber ?? null,
      organisation: { code, name: facts.enterpriseName },
    });
  }
  if (!facts.personNumber) return missing(names.personNumber ?? "personNumber");
  if (!facts.name) return missing(names.name);
  return ok({
    ...proven,
    ...contact,
    kind: "citizen",
    name: facts.name,
    personNumber: facts.personNumber,
    birthDate: facts.birthDate ? birthDateOf(facts.birthDate) : null,
  });
}

const missing = (claim: string): { readonly ok: false; readonly failure: IdentityFailure } =>
  fail({ tag: "claims-missing", detail: claim });

function factsOf(names: ClaimNames, raw: Record<string, unknown>): Result<Facts, IdentityFailure> {
  const named = Object.fromEntries(Object.entries(names).map(([fact, claim]) => [fact, raw[claim]]));
  const parsed = Facts.safeParse(named);
  if (parsed.success) return ok(parsed.data);
  const fact = parsed.error.issues[0]?.path[0];
  return missing(names[fact as keyof ClaimNames] ?? "claims");
}

/**
 * The level of this sign-in. `acr` says how the person proved themselves now, and counts only where it is signed; the
 * other witnesses speak of the account. Nothing said is level 1.
 */
function assuranceOf(profile: Profile, said: Said): number {
  for (const witness of profile.levels) {
    const raw = witness === "acr" ? said.signed[witness] : (said.signed[witness] ?? said.profile[witness]);
    const value = Levels.safeParse(raw).data;
    const levels = value === undefined ? [] : levelsIn(value);
    if (levels.length > 0) return Math.max(...levels);
  }
  return 1;
}

/** Every level a value names: `LoA2`, `LoA1 LoA2`, or the bare digit of an identity assurance level. */
const levelsIn = (value: string): number[] =>
  /^[1-4]$/.test(value) ? [Number(value)] : [...value.matchAll(/\bLoA([1-4])\b/gi)].map((found) => Number(found[1]));

/** `yyyyMMdd` with unknown month or day as 00, or only `yyyy`; null for anything else. */
function birthDateOf(value: string): PartialDate | null {
  const found = /^(\d{4})(?:(\d{2})(\d{2}))?$/.exec(value.replace(/[-/]/g, ""));
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (!dateOf(year, month || 1, day || 1)) return null;
  if (month === 0) return { year };
  return day === 0 ? { year, month } : { year, month, day };
}
