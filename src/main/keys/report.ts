import { readFileSync } from "node:fs";
import { addDays, dayOfInstant, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { livingApiTokens } from "../../modules/access/index.ts";
import { certificatesOf } from "../../modules/documents/index.ts";
import { livingAgencyKeys } from "../../modules/verifications/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { type KeyLedger, noteKeys } from "../../platform/key-ledger.ts";
import type { Secrets } from "../../platform/secrets.ts";
import type { Settings } from "../../platform/settings.ts";
import { signersOf } from "../signers.ts";
import { AGENCY_KEY_DAYS, policyOf, WARN_DAYS } from "./policy.ts";

/** One key or secret: never its value. `due`: the last day by which it is to be changed; null where nothing is due. */
export type KeyLine = {
  readonly name: string;
  readonly what: Text;
  /** As it is since then; null where nobody can know. */
  readonly since: PlainDate | null;
  /** The day it ends by itself. */
  readonly ends: PlainDate | null;
  readonly due: PlainDate | null;
  readonly state: "ok" | "soon" | "overdue" | "no-term";
};

/** All secrets there are, by name; looking at them notes since when they are as they are. */
export function noteSecrets(settings: Settings, secrets: Pick<Secrets, "held">, now: Instant): KeyLedger {
  return noteKeys(settings.dataDir, { ...secrets.held(), ...ofSettings(settings) }, now);
}

function ofSettings({ signIn, bank, population, sms, signing, log }: Settings): Record<string, string> {
  const given: Record<string, string | null | undefined> = {
    OIDC_CLIENT_SECRET: signIn?.citizens.clientSecret,
    // Where officers sign in at the citizens' provider it is one secret.
    OIDC_OFFICER_CLIENT_SECRET:
      signIn?.officers.clientSecret === signIn?.citizens.clientSecret ? null : signIn?.officers.clientSecret,
    BANK_API_KEY: bank.apiKey,
    BANK_CALLBACK_SECRET: bank.callbackSecret,
    POPULATION_SECRET: population.secret,
    SMS_API_KEY: sms.apiKey,
    SMS_CALLBACK_SECRET: sms.callbackSecret,
    CSC_CLIENT_SECRET: signing.remote?.clientSecret,
    LOG_SIGNING_KEY: log.signingKey && readFileSync(log.signingKey, "utf8"),
  };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Every secret of the ledger and every signing certificate, with its term. Needs no database. */
export async function ownKeys(settings: Settings, ledger: KeyLedger, now: Instant): Promise<readonly KeyLine[]> {
  const on = dayOfInstant(now);
  const secrets = [...ledger].map(([name, since]) => {
    const { what, days } = policyOf(name);
    const from = dayOfInstant(since);
    return line({ name, what, since: from, ends: null, due: days === null ? null : addDays(from, days) }, on);
  });
  const certificates = (await signersOf(settings)).map(async ({ name, path, password }) => {
    const [own] = await certificatesOf({ path, password });
    const what = text(`chứng thư ký số: ${own?.label ?? ""}`, `signing certificate: ${own?.label ?? ""}`);
    const ends = own ? dayOfInstant(own.until) : null;
    return line({ name, what, since: own ? dayOfInstant(own.from) : null, ends, due: ends }, on);
  });
  return [...secrets, ...(await Promise.all(certificates))];
}

/** Keys of others that our database lists: agencies' public keys, and the access keys of programs taken together. */
export function partnerKeys(db: Database, now: Instant): Promise<readonly KeyLine[]> {
  const on = dayOfInstant(now);
  return asSystem(async () => {
    const agencies = (await livingAgencyKeys(db)).map(({ agency, id, createdAt }) => {
      const since = dayOfInstant(createdAt);
      const what = text(`khóa ký của cơ quan ${agency}`, `key of agency ${agency}`);
      return line(
        { name: `agency ${id.slice(0, 12)}`, what, since, ends: null, due: addDays(since, AGENCY_KEY_DAYS) },
        on,
      );
    });
    const { count, oldest, firstEnd } = await livingApiTokens(db, now);
    if (count === 0 || oldest === null || firstEnd === null) return agencies;
    const what = text(
      `${count} khóa truy cập của phần mềm; mỗi khóa tự hết hạn`,
      `${count} access keys of programs; each ends by itself`,
    );
    const ends = dayOfInstant(firstEnd);
    return [
      ...agencies,
      { name: "api keys", what, since: dayOfInstant(oldest), ends, due: null, state: "no-term" as const },
    ];
  });
}

function line(key: Omit<KeyLine, "state">, on: PlainDate): KeyLine {
  const { due } = key;
  if (due === null) return { ...key, state: "no-term" };
  if (due < on) return { ...key, state: "overdue" };
  return { ...key, state: due <= addDays(on, WARN_DAYS) ? "soon" : "ok" };
}
