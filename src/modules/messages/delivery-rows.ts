import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Rung, Weight } from "./ladder.ts";
import { type FinishedAs, moment, type Phase } from "./rows.ts";

/** A message as the delivery sees it: no words of it, nothing of the person but the number. */
export type Due = {
  readonly recipient: string;
  readonly id: string;
  readonly dossierCode: string;
  readonly weight: Weight;
  readonly at: Instant;
  readonly rung: Rung;
  readonly phase: Phase;
  readonly attempts: number;
  readonly readAt: Instant | null;
};
const COLUMNS = `recipient, id, dossier_code as "dossierCode", weight, at, rung, phase, attempts, read_at as "readAt"`;

/** Takes messages that are due, for so long; whoever else asks meanwhile does not get them. */
export const takeDue = (sql: Sql, now: Instant, until: Instant, limit: number): Promise<Due[]> =>
  sql.query<Due>(
    "messages-take-due",
    `update messages set taken_until = $2
     where (recipient, id) in (
       select recipient, id from messages
       where finished_at is null and next_at <= $1 and (taken_until is null or taken_until <= $1)
       order by next_at limit $3 for update skip locked)
     returning ${COLUMNS}`,
    [moment(now), moment(until), limit],
  );

/** Holds a message that nobody has moved since it was seen; null where somebody has, or it is over. */
export async function holdUnmoved(tx: Tx, seen: Due): Promise<Due | null> {
  const [row] = await tx.query<Due>(
    "messages-hold-unmoved",
    `select ${COLUMNS} from messages where recipient = $1 and id = $2 and rung = $3 and phase = $4 and attempts = $5
       and finished_at is null for update`,
    [seen.recipient, seen.id, seen.rung, seen.phase, seen.attempts],
  );
  return row ?? null;
}

/** Finds a message by its id alone, and holds it: for the word of a provider, who knows nothing else. */
export async function holdById(tx: Tx, id: string): Promise<Due | null> {
  const [row] = await tx.query<Due>("messages-hold-by-id", `select ${COLUMNS} from messages where id = $1 for update`, [
    id,
  ]);
  return row ?? null;
}

export async function hasStep(tx: Tx, message: Due, rung: Rung, event: string): Promise<boolean> {
  const rows = await tx.query(
    "messages-has-step",
    "select 1 from message_steps where recipient = $1 and message_id = $2 and rung = $3 and event = $4",
    [message.recipient, message.id, rung, event],
  );
  return rows.length > 0;
}

export type Moved = {
  readonly rung: Rung;
  readonly phase: Exclude<Phase, "done">;
  readonly nextAt: Instant | null;
  readonly attempts: number;
  /** Keeps it from other jobs until then. */
  readonly takenUntil?: Instant;
};

/** Puts a held message elsewhere on its ladder. */
export async function move(
  tx: Tx,
  message: { readonly recipient: string; readonly id: string },
  to: Moved,
): Promise<void> {
  await tx.query(
    "messages-move",
    `update messages set rung = $3, phase = $4, next_at = $5, attempts = $6, taken_until = $7
     where recipient = $1 and id = $2`,
    [
      message.recipient,
      message.id,
      to.rung,
      to.phase,
      to.nextAt === null ? null : moment(to.nextAt),
      to.attempts,
      to.takenUntil === undefined ? null : moment(to.takenUntil),
    ],
  );
}

/** Ends the ladder of a held message. */
export async function finish(
  tx: Tx,
  message: { readonly recipient: string; readonly id: string },
  as: FinishedAs,
  at: Instant,
): Promise<void> {
  await tx.query(
    "messages-finish",
    `update messages set phase = 'done', next_at = null, taken_until = null, finished_at = $3, finished_as = $4
     where recipient = $1 and id = $2 and finished_at is null`,
    [message.recipient, message.id, moment(at), as],
  );
}
