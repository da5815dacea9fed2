import type { Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { moment } from "./rows.ts";

/** The SQL of answers that wait for their owner. */

/** A session by its token, running or ended since `notBefore`: whose form was this? */
export async function findOwner(
  sql: Sql,
  tokenHash: Buffer,
  notBefore: Instant,
): Promise<{ account_id: string; csrf_secret: string } | null> {
  const [row] = await sql.query<{ account_id: string; csrf_secret: string }>(
    "access-find-owner",
    "select account_id, csrf_secret from sessions where token_hash = $1 and expires_at > $2",
    [tokenHash, moment(notBefore)],
  );
  return row ?? null;
}

/** Keeps posted answers, and of one account only the newest `most`. */
export async function insertParked(
  tx: Tx,
  row: { id: string; account: string; path: string; answers: string; at: Instant },
  most: number,
): Promise<void> {
  await tx.query(
    "access-insert-parked",
    "insert into parked_answers (id, account_id, path, answers, created_at) values ($1, $2, $3, $4, $5)",
    [row.id, row.account, row.path, JSON.stringify(row.answers), moment(row.at)],
  );
  await tx.query(
    "access-trim-parked",
    `delete from parked_answers where id in (
       select id from parked_answers where account_id = $1 order by created_at desc, id desc offset $2)`,
    [row.account, most],
  );
}

export async function findParked(
  sql: Sql,
  id: string,
  account: string,
): Promise<{ path: string; answers: Json } | null> {
  const [row] = await sql.query<{ path: string; answers: Json }>(
    "access-find-parked",
    "select path, answers from parked_answers where id = $1 and account_id = $2",
    [id, account],
  );
  return row ?? null;
}

export async function deleteParked(sql: Sql, id: string, account: string): Promise<void> {
  await sql.query("access-delete-parked", "delete from parked_answers where id = $1 and account_id = $2", [
    id,
    account,
  ]);
}
