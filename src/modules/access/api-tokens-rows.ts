import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

/** The SQL of machine clients' keys. */

/** False when there is no such account or it is an officer's. */
export async function insertApiToken(
  sql: Sql,
  row: { hash: Buffer; account: string; label: string; at: Instant; expiresAt: Instant },
): Promise<boolean> {
  const made = await sql.query(
    "access-insert-api-token",
    `insert into api_tokens (token_hash, account_id, label, created_at, expires_at)
     select $1, a.id, $3, $4, $5 from accounts a where a.id = $2 and a.kind <> 'officer' returning 1`,
    [row.hash, row.account, row.label, new Date(row.at), new Date(row.expiresAt)],
  );
  return made.length === 1;
}

export type ApiAccountRow = {
  readonly label: string;
  readonly account_id: string;
  readonly kind: "citizen" | "organisation";
  readonly display_name: string;
  readonly person_number: string | null;
  readonly organisation_code: string | null;
  readonly organisation_name: string | null;
  readonly assurance: number;
};

export async function findApiAccount(sql: Sql, hash: Buffer, at: Instant): Promise<ApiAccountRow | null> {
  const [row] = await sql.query<ApiAccountRow>(
    "access-find-api-account",
    `select t.label, t.account_id, a.kind, a.display_name, a.person_number, a.organisation_code, a.organisation_name,
       a.assurance
     from api_tokens t join accounts a on a.id = t.account_id
     where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null and a.disabled_at is null`,
    [hash, new Date(at)],
  );
  return row ?? null;
}

export const apiTokensOf = (
  sql: Sql,
  account: string,
): Promise<
  { token_hash: Buffer; label: string; created_at: Instant; expires_at: Instant; revoked_at: Instant | null }[]
> =>
  sql.query(
    "access-api-tokens-of",
    `select token_hash, label, created_at, expires_at, revoked_at from api_tokens where account_id = $1
     order by created_at desc, token_hash`,
    [account],
  );

export async function revokeApiToken(sql: Sql, account: string, hash: Buffer, at: Instant): Promise<boolean> {
  const gone = await sql.query(
    "access-revoke-api-token",
    "update api_tokens set revoked_at = $3 where token_hash = $2 and account_id = $1 and revoked_at is null returning 1",
    [account, hash, new Date(at)],
  );
  return gone.length === 1;
}

/** How many keys of programs work, since when the oldest does, and when the first of them ends. */
export async function livingApiTokens(
  sql: Sql,
  at: Instant,
): Promise<{ count: number; oldest: Instant | null; firstEnd: Instant | null }> {
  const [row] = await sql.query<{ count: number; oldest: Instant | null; firstEnd: Instant | null }>(
    "access-living-api-tokens",
    `select count(*)::int as count, min(created_at) as oldest, min(expires_at) as "firstEnd" from api_tokens
     where expires_at > $1 and revoked_at is null`,
    [new Date(at)],
  );
  return row ?? { count: 0, oldest: null, firstEnd: null };
}
