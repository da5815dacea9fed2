import { createHash, timingSafeEqual } from "node:crypto";
import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Realm } from "../port.ts";

/** An invented person who may sign in at the stand-in. */
export type StandInAccount = {
  readonly subject: string;
  readonly realm: Realm;
  readonly password: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly name: string;
  readonly personNumber: string | null;
  readonly birthDate: PlainDate | null;
  readonly organisation?: { readonly code: string; readonly name: string };
  /** Level of electronic identity, 1 or 2. */
  readonly assurance: number;
  /** What this account is good for in a demonstration, shown under the name. */
  readonly label: Text;
};

export type SignInVerdict =
  | { readonly tag: "signed-in"; readonly account: StandInAccount }
  | { readonly tag: "wrong" }
  | { readonly tag: "locked"; readonly minutes: number };

const TRIES_MAX = 5;
const LOCK_MS = 15 * 60_000;
/** Names typed by strangers are counted too, so that a wrong name looks like a wrong password; the oldest is forgotten. */
const COUNTED_MAX = 1_000;

/** The accounts of one stand-in and who is locked out: five wrong passwords close an account for 15 minutes. */
export function createStandInAccounts(accounts: readonly StandInAccount[], now: () => Instant) {
  const bySubject = new Map(accounts.map((account) => [account.subject, account]));
  const tries = new Map<string, { wrong: number; lockedUntil: Instant }>();

  const lockOf = (key: string): SignInVerdict | null => {
    const left = (tries.get(key)?.lockedUntil ?? 0) - now();
    return left > 0 ? { tag: "locked", minutes: Math.ceil(left / 60_000) } : null;
  };

  const countWrong = (key: string): SignInVerdict => {
    const wrong = (tries.get(key)?.wrong ?? 0) + 1;
    const locked = wrong >= TRIES_MAX;
    tries.delete(key);
    tries.set(key, { wrong: locked ? 0 : wrong, lockedUntil: locked ? now() + LOCK_MS : 0 });
    const oldest = tries.keys().next().value;
    if (tries.size > COUNTED_MAX && oldest !== undefined) tries.delete(oldest);
    return lockOf(key) ?? { tag: "wrong" };
  };

  return {
    find: (subject: string): StandInAccount | null => bySubject.get(subject) ?? null,

    of: (realm: Realm): readonly StandInAccount[] => accounts.filter((account) => account.realm === realm),

    /** Sign-in by a button: no password, for demonstrations; a locked account stays locked. */
    byButton(realm: Realm, subject: string): SignInVerdict {
      const account = bySubject.get(subject);
      if (!account || account.realm !== realm) return { tag: "wrong" };
      return lockOf(subject) ?? { tag: "signed-in", account };
    },

    /** Sign-in by number (person number, organisation code or account name) and password. */
    byPassword(realm: Realm, typedNumber: string, password: string): SignInVerdict {
      const number = typedNumber.replace(/[\s.]/g, "");
      const candidates = accounts.filter((account) => account.realm === realm && namesOf(account).includes(number));
      const key = candidates[0]?.subject ?? number.slice(0, 40);
      const lock = lockOf(key);
      if (lock) return lock;
      const account = candidates.find((candidate) => sameSecret(candidate.password, password));
      if (!account) return countWrong(key);
      tries.delete(key);
      return { tag: "signed-in", account };
    },
  };
}
export type StandInAccounts = ReturnType<typeof createStandInAccounts>;

const namesOf = (account: StandInAccount): readonly string[] =>
  [account.subject, account.kind === "organisation" ? account.organisation?.code : account.personNumber].filter(
    (name) => name !== undefined && name !== null,
  );

const digest = (value: string): Buffer => createHash("sha256").update(value).digest();
const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** What the national systems would say of this account, under their own claim names. */
export function claimsOf(account: StandInAccount): Record<string, string | number> {
  return {
    sub: account.subject,
    TechID: account.subject,
    LoaiTaiKhoan: account.kind === "organisation" ? "2" : "1",
    HoVaTen: account.name,
    name: account.name,
    loAs: account.assurance >= 2 ? "LoA1 LoA2" : "LoA1",
    IAL: account.assurance,
    ...(account.personNumber ? { SoDinhDanh: account.personNumber } : {}),
    ...(account.birthDate ? { NgayThangNamSinh: account.birthDate.replaceAll("-", "") } : {}),
    ...(account.organisation
      ? {
          MaSoDoanhNghiep: account.organisation.code,
          MaSoThue: account.organisation.code,
          TenDoanhNghiep: account.organisation.name,
        }
      : {}),
  };
}
