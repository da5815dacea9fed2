import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { moment } from "./rows.ts";
import type { Helper, Place } from "./session.ts";

/** The SQL of the way out to a provider and back, and of a provider's orders to end sessions. */
export type SignInUnderWay = {
  readonly state: string;
  readonly nonce: string;
  readonly code_verifier: string;
  readonly realm: "citizen" | "officer";
  readonly return_to: string;
  readonly least_assurance: number | null;
  readonly fresh: boolean;
  readonly for_account: string | null;
  readonly confirms: Buffer | null;
  readonly place: Place;
  readonly helper: Helper | null;
};

export async function insertSignIn(sql: Sql, row: SignInUnderWay, browserHash: Buffer, at: Instant): Promise<void> {
  await sql.query(
    "access-insert-sign-in",
    `insert into sign_ins_under_way (state, nonce, code_verifier, realm, return_to, least_assurance, fresh, for_account,
       confirms, place, helper, browser_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.state,
      row.nonce,
      row.code_verifier,
      row.realm,
      row.return_to,
      row.least_assurance,
      row.fresh,
      row.for_account,
      row.confirms,
      row.place,
      row.helper === null ? null : JSON.stringify(row.helper),
      browserHash,
      moment(at),
    ],
  );
}

/** Takes a sign-in out: the second to come with the same state finds nothing. */
export async function takeSignIn(
  sql: Sql,
  state: string,
  browserHash: Buffer,
  notBefore: Instant,
): Promise<SignInUnderWay | null> {
  const [row] = await sql.query<SignInUnderWay>(
    "access-take-sign-in",
    `delete from sign_ins_under_way where state = $1 and browser_hash = $2 and created_at > $3
     returning state, nonce, code_verifier, realm, return_to, least_assurance, fresh, for_account, confirms, place,
       helper`,
    [state, browserHash, moment(notBefore)],
  );
  return row ?? null;
}

/** Notes an order; false when it was obeyed before. */
export async function insertLogoutOrder(
  tx: Tx,
  order: { readonly issuer: string; readonly tokenId: string; readonly goodUntil: Instant },
): Promise<boolean> {
  const made = await tx.query(
    "access-insert-logout-order",
    `insert into logout_orders_seen (issuer, token_id, good_until) values ($1, $2, $3)
     on conflict do nothing returning 1`,
    [order.issuer, order.tokenId, moment(order.goodUntil)],
  );
  return made.length === 1;
}

/**
 * Ends the sessions a provider names, and answers how many: the one of its own session, else all of the account. A
 * session of ours that knows no session of the provider's ends with its account.
 */
export async function endProviderSessions(
  tx: Tx,
  of: { readonly issuer: string; readonly subject: string | null; readonly providerSession: string | null },
  at: Instant,
): Promise<number> {
  const ended = await tx.query(
    "access-end-provider-sessions",
    `update sessions s set expires_at = $4, id_token = null from accounts a
     where a.id = s.account_id and a.issuer = $1 and s.expires_at > $4
       and ($2::text is null or a.subject = $2)
       and ($3::text is null or s.provider_session = $3 or (s.provider_session is null and $2::text is not null))
     returning 1`,
    [of.issuer, of.subject, of.providerSession, moment(at)],
  );
  return ended.length;
}
