import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { moment } from "./rows.ts";

/** The SQL of fresh sign-ins that confirm acts. */
export async function insertConfirmation(tx: Tx, sessionHash: Buffer, digest: Buffer, at: Instant): Promise<void> {
  await tx.query(
    "access-insert-confirmation",
    `insert into confirmations (session_hash, digest, at) values ($1, $2, $3)
     on conflict (session_hash, digest) do nothing`,
    [sessionHash, digest, moment(at)],
  );
}

/** Takes a confirmation out: it is good for one act. */
export async function takeConfirmation(
  sql: Sql,
  sessionHash: Buffer,
  digest: Buffer,
  notBefore: Instant,
): Promise<boolean> {
  const taken = await sql.query<{ at: Instant }>(
    "access-take-confirmation",
    "delete from confirmations where session_hash = $1 and digest = $2 returning at",
    [sessionHash, digest],
  );
  return taken.some(({ at }) => at > notBefore);
}
