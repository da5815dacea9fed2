import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { moment } from "./rows.ts";

/** The SQL of officers' passkeys, of what they are asked to sign, of wrong tries, and of codes for a first key. */
export type PasskeyRow = {
  readonly account_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly label: string;
  readonly synced: boolean;
  readonly created_at: Instant;
  readonly last_used_at: Instant | null;
  readonly revoked_at: Instant | null;
  readonly revoked_by_name: string | null;
  readonly revoke_reason: string | null;
};

/** Every key an account ever had, the oldest first. */
export const passkeysOf = (sql: Sql, account: string): Promise<PasskeyRow[]> =>
  sql.query<PasskeyRow>(
    "access-passkeys-of",
    `select account_id, credential_id, public_key, counter, transports, label, synced, created_at, last_used_at,
       revoked_at, revoked_by_name, revoke_reason
     from passkeys where account_id = $1 order by created_at, credential_id`,
    [account],
  );

export type NewPasskey = Pick<PasskeyRow, "account_id" | "credential_id" | "public_key" | "counter" | "transports"> &
  Pick<PasskeyRow, "label" | "synced" | "created_at"> & { readonly enrolled_after: "sign-in" | "passkey" | "code" };

/** False where the key is known already. */
export async function insertPasskey(tx: Tx, row: NewPasskey): Promise<boolean> {
  const made = await tx.query(
    "access-insert-passkey",
    `insert into passkeys (account_id, credential_id, public_key, counter, transports, label, synced, enrolled_after,
       created_at, last_used_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing returning 1`,
    [
      row.account_id,
      row.credential_id,
      row.public_key,
      row.counter,
      row.transports,
      row.label,
      row.synced,
      row.enrolled_after,
      moment(row.created_at),
    ],
  );
  return made.length === 1;
}

export async function notePasskeyUse(
  tx: Tx,
  key: { readonly account: string; readonly id: string; readonly counter: number },
  at: Instant,
): Promise<void> {
  await tx.query(
    "access-note-passkey-use",
    "update passkeys set counter = $3, last_used_at = $4 where account_id = $1 and credential_id = $2",
    [key.account, key.id, key.counter, moment(at)],
  );
}

export async function revokePasskey(
  tx: Tx,
  key: { readonly account: string; readonly id: string },
  by: { readonly account: string; readonly name: string },
  reason: string,
  at: Instant,
): Promise<boolean> {
  const gone = await tx.query(
    "access-revoke-passkey",
    `update passkeys set revoked_at = $3, revoked_by = $4, revoked_by_name = $5, revoke_reason = $6
     where account_id = $1 and credential_id = $2 and revoked_at is null returning 1`,
    [key.account, key.id, moment(at), by.account, by.name, reason],
  );
  return gone.length === 1;
}

export async function setSecondFactor(sql: Sql, sessionHash: Buffer, at: Instant | null): Promise<void> {
  await sql.query("access-set-second-factor", "update sessions set second_factor_at = $2 where token_hash = $1", [
    sessionHash,
    at === null ? null : moment(at),
  ]);
}

/** A session in which a revoked key may have been used proves nothing more. */
export async function dropSecondFactorOf(tx: Tx, account: string): Promise<void> {
  await tx.query(
    "access-drop-second-factor",
    "update sessions set second_factor_at = null where account_id = $1 and second_factor_at is not null",
    [account],
  );
}

export type Purpose = "enrol" | "second-factor" | "confirm";

export async function putChallenge(
  sql: Sql,
  row: { session: Buffer; purpose: Purpose; challenge: string; digest: Buffer | null; at: Instant },
): Promise<void> {
  await sql.query(
    "access-put-challenge",
    `insert into passkey_challenges (session_hash, purpose, challenge, digest, created_at) values ($1, $2, $3, $4, $5)
     on conflict (session_hash, purpose) do update set
       challenge = excluded.challenge, digest = excluded.digest, created_at = excluded.created_at`,
    [row.session, row.purpose, row.challenge, row.digest, moment(row.at)],
  );
}

/** Takes a challenge out: it is answered once, whatever the answer is worth. */
export async function takeChallenge(
  sql: Sql,
  session: Buffer,
  purpose: Purpose,
  notBefore: Instant,
): Promise<{ challenge: string; digest: Buffer | null } | null> {
  const [row] = await sql.query<{ challenge: string; digest: Buffer | null; created_at: Instant }>(
    "access-take-challenge",
    "delete from passkey_challenges where session_hash = $1 and purpose = $2 returning challenge, digest, created_at",
    [session, purpose],
  );
  return row && row.created_at > notBefore ? row : null;
}

export async function lockedUntil(sql: Sql, account: string, now: Instant): Promise<Instant | null> {
  const [row] = await sql.query<{ locked_until: Instant }>(
    "access-passkey-lock",
    "select locked_until from passkey_tries where account_id = $1 and locked_until > $2",
    [account, moment(now)],
  );
  return row?.locked_until ?? null;
}

/** Counts a wrong try; the last one allowed locks, and counting begins anew. */
export async function countWrongTry(sql: Sql, account: string, most: number, lockUntil: Instant): Promise<void> {
  await sql.query(
    "access-count-wrong-try",
    `insert into passkey_tries as t (account_id, wrong, locked_until) values ($1, 1, null)
     on conflict (account_id) do update set
       wrong = case when t.wrong + 1 >= $2 then 0 else t.wrong + 1 end,
       locked_until = case when t.wrong + 1 >= $2 then $3::timestamptz else t.locked_until end`,
    [account, most, moment(lockUntil)],
  );
}

export async function forgetWrongTries(sql: Sql, account: string): Promise<void> {
  await sql.query("access-forget-wrong-tries", "delete from passkey_tries where account_id = $1", [account]);
}

export async function insertEnrolmentCode(
  sql: Sql,
  row: {
    readonly account: string;
    readonly id: string;
    readonly hash: Buffer;
    readonly by: string | null;
    readonly byName: string;
    readonly at: Instant;
    readonly goodUntil: Instant;
  },
): Promise<void> {
  await sql.query(
    "access-insert-enrolment-code",
    `insert into enrolment_codes (account_id, id, code_hash, issued_by, issued_by_name, issued_at, good_until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.account, row.id, row.hash, row.by, row.byName, moment(row.at), moment(row.goodUntil)],
  );
}

/** Uses a code up; only the youngest of an account is good. False where it is another, used or too old. */
export async function useEnrolmentCode(tx: Tx, account: string, hash: Buffer, at: Instant): Promise<boolean> {
  const used = await tx.query(
    "access-use-enrolment-code",
    `update enrolment_codes set used_at = $3
     where account_id = $1 and code_hash = $2 and used_at is null and good_until > $3
       and id = (select id from enrolment_codes where account_id = $1 order by issued_at desc, id desc limit 1)
     returning 1`,
    [account, hash, moment(at)],
  );
  return used.length === 1;
}

/** The officers of a unit on a day with their keys that are good, by name. */
export const keysInUnit = (
  sql: Sql,
  unit: string,
  on: PlainDate,
): Promise<
  {
    account: string;
    name: string;
    credential_id: string | null;
    label: string | null;
    created_at: Instant | null;
    last_used_at: Instant | null;
  }[]
> =>
  sql.query(
    "access-keys-in-unit",
    `select a.id as account, a.display_name as name, k.credential_id, k.label, k.created_at, k.last_used_at
     from accounts a left join passkeys k on k.account_id = a.id and k.revoked_at is null
     where a.kind = 'officer' and exists (
       select from posts p where p.officer_subject = a.subject and p.unit_id = $1 and p.valid_from <= $2::date
         and (p.valid_until is null or p.valid_until >= $2::date))
     order by a.display_name, a.id, k.created_at`,
    [unit, on],
  );

export async function officerAccount(sql: Sql, subject: string): Promise<{ id: string; name: string } | null> {
  const [row] = await sql.query<{ id: string; name: string }>(
    "access-officer-account",
    "select id, display_name as name from accounts where subject = $1 and kind = 'officer' order by created_at desc limit 1",
    [subject],
  );
  return row ?? null;
}
