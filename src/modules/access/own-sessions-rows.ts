import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Place } from "./session.ts";

/** The SQL of somebody's own sessions, and of accounts that are shut out. */

export type OwnSessionRow = {
  readonly token_hash: Buffer;
  readonly device: string | null;
  readonly place: Place;
  readonly created_at: Instant;
  readonly expires_at: Instant;
};

export const sessionsOf = (sql: Sql, account: string, at: Instant): Promise<OwnSessionRow[]> =>
  sql.query(
    "access-sessions-of",
    `select token_hash, device, place, created_at, expires_at from sessions
     where account_id = $1 and expires_at > $2 order by created_at desc, token_hash limit 200`,
    [account, new Date(at)],
  );

/** Ends one session of an account, or all but `except`; answers how many. Their rows stay for a day, as after signing out. */
export async function endSessionsOf(
  sql: Sql,
  account: string,
  which: { readonly only: Buffer } | { readonly except: Buffer | null },
  at: Instant,
): Promise<number> {
  const ended = await sql.query(
    "access-end-sessions-of",
    `update sessions set expires_at = $4, id_token = null
     where account_id = $1 and expires_at > $4 and ($2::bytea is null or token_hash = $2)
       and ($3::bytea is null or token_hash <> $3) returning 1`,
    [account, "only" in which ? which.only : null, "except" in which ? which.except : null, new Date(at)],
  );
  return ended.length;
}

export const accountsOfSubject = (
  sql: Sql,
  subject: string,
): Promise<{ id: string; kind: string; name: string; disabledAt: Instant | null }[]> =>
  sql.query(
    "access-accounts-of-subject",
    `select id, kind, display_name as name, disabled_at as "disabledAt" from accounts where subject = $1 order by id`,
    [subject],
  );

export async function setDisabled(sql: Sql, account: string, at: Instant | null): Promise<void> {
  await sql.query("access-set-disabled", "update accounts set disabled_at = $2 where id = $1", [
    account,
    at === null ? null : new Date(at),
  ]);
}

export async function isDisabled(sql: Sql, account: string): Promise<boolean> {
  const [row] = await sql.query<{ disabled: boolean }>(
    "access-is-disabled",
    "select disabled_at is not null as disabled from accounts where id = $1",
    [account],
  );
  return row?.disabled ?? false;
}
