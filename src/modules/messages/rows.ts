import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Reading, ReadingTx } from "../access/index.ts";
import type { Rung, Weight } from "./ladder.ts";
import type { Content } from "./texts.ts";

export type Phase = "todo" | "sending" | "listed" | "waiting" | "done";
export type FinishedAs = "told" | "read" | "answered" | "reached" | "all-tried";

/** A message as its recipient reads it. */
export type Message = {
  readonly recipient: string;
  readonly id: string;
  readonly dossierCode: string;
  readonly procedureKey: string;
  readonly kind: string;
  readonly weight: Weight;
  readonly unitId: string;
  readonly unitName: string;
  readonly officerName: string | null;
  readonly at: Instant;
  readonly content: Content;
  readonly readAt: Instant | null;
  readonly finishedAs: FinishedAs | null;
};
const SHOWN = `recipient, id, dossier_code as "dossierCode", procedure_key as "procedureKey", kind, weight, unit_id as "unitId",
  unit_name as "unitName", officer_name as "officerName", at, content, read_at as "readAt", finished_as as "finishedAs"`;

export type NewMessage = {
  readonly recipient: string;
  readonly id: string;
  readonly office_province: string;
  readonly dossier_id: string;
  readonly dossier_code: string;
  readonly procedure_key: string;
  readonly source_id: string;
  readonly kind: string;
  readonly weight: Weight;
  readonly unit_id: string;
  readonly officer_name: string | null;
  readonly at: string;
  readonly content: Content;
};

/** Writes messages in one statement, whatever their number. Every one begins on the portal. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  await tx.query(
    "messages-insert",
    `insert into messages (recipient, id, office_province, dossier_id, dossier_code, procedure_key, source_id, kind,
       weight, unit_id, unit_name, officer_name, at, content, rung, phase, next_at, finished_at, finished_as)
     select r.recipient, r.id, r.office_province, r.dossier_id, r.dossier_code, r.procedure_key, r.source_id, r.kind,
       r.weight, r.unit_id, coalesce(u.name, r.unit_id), r.officer_name, r.at, r.content, 'portal',
       case when r.weight = 'note' then 'done' else 'waiting' end, case when r.weight = 'note' then null else r.at end,
       case when r.weight = 'note' then r.at end, case when r.weight = 'note' then 'told' end
     from jsonb_to_recordset($1::jsonb) as r(recipient text, id uuid, office_province text, dossier_id uuid,
       dossier_code text, procedure_key text, source_id uuid, kind text, weight text, unit_id text, officer_name text,
       at timestamptz, content jsonb)
     left join units u on u.id = r.unit_id`,
    [JSON.stringify(messages)],
  );
}

/** Ends what waits for an answer of the person in a dossier: it was given, or nobody waits any more. */
export async function settle(tx: Tx, officeProvince: string, dossierId: string, at: Instant): Promise<void> {
  await tx.query(
    "messages-settle",
    `update messages set phase = 'done', next_at = null, finished_at = $3, finished_as = 'answered'
     where office_province = $1 and dossier_id = $2 and weight = 'answer' and finished_at is null`,
    [officeProvince, dossierId, moment(at)],
  );
}

/** One page of an inbox: what is unread first, then the newest. One row more than asked tells of a next page. */
export const inboxOf = (
  reading: Reading,
  recipients: readonly string[],
  search: string,
  limit: number,
  offset: number,
): Promise<Message[]> =>
  reading.query<Message>(
    "messages-inbox",
    `select ${SHOWN} from messages
     where recipient = any($1) and ($2 = '' or dossier_code ilike '%' || $2 || '%'
       or content -> 'title' ->> 'vi' ilike '%' || $2 || '%' or unit_name ilike '%' || $2 || '%')
     order by read_at is not null, at desc, id desc limit $3 offset $4`,
    [recipients, search, limit, offset],
  );

/** How many of a person's messages are unread; not counted beyond a hundred. */
export async function countUnread(sql: Sql, recipients: readonly string[]): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    "messages-count-unread",
    `select count(*)::int as count from (
       select from messages where recipient = any($1) and read_at is null limit 100) as unread`,
    [recipients],
  );
  return row?.count ?? 0;
}

export async function findMessage(
  reading: Reading,
  recipients: readonly string[],
  id: string,
): Promise<Message | null> {
  const [row] = await reading.query<Message>(
    "messages-find",
    `select ${SHOWN} from messages where recipient = any($1) and id = $2`,
    [recipients, id],
  );
  return row ?? null;
}

/** Writes that a message was read; false where it was read before. Reading ends the wait for it. */
export async function markRead(tx: Tx, recipient: string, id: string, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    "messages-mark-read",
    `update messages set read_at = $3,
       phase = case when weight = 'answer' then 'done' else phase end,
       next_at = case when weight = 'answer' then null else next_at end,
       finished_as = case when finished_at is null and weight = 'answer' then 'read' else finished_as end,
       finished_at = case when finished_at is null and weight = 'answer' then $3 else finished_at end
     where recipient = $1 and id = $2 and read_at is null returning id`,
    [recipient, id, moment(at)],
  );
  return rows.length === 1;
}

export type NewStep = {
  readonly rung: Rung;
  readonly event: string;
  readonly attempt: number;
  readonly proof?: string;
  readonly by?: { readonly account: string; readonly name: string };
};
type Place = { readonly recipient: string; readonly id: string };

/** Writes what happened on a rung; the same event of the same attempt is written once. */
export async function insertStep(tx: Tx, message: Place, step: NewStep, at: Instant): Promise<void> {
  await tx.query(
    "messages-insert-step",
    `insert into message_steps (recipient, id, message_id, office_province, dossier_id, n, at, rung, event, attempt, proof,
       by_account, by_name)
     select m.recipient, $3, m.id, m.office_province, m.dossier_id,
       (select count(*) + 1 from message_steps b where b.recipient = m.recipient and b.message_id = m.id), $4, $5, $6, $7, $8, $9, $10
     from messages m where m.recipient = $1 and m.id = $2
     on conflict (recipient, message_id, rung, event, attempt) do nothing`,
    [
      message.recipient,
      message.id,
      newId(),
      moment(at),
      step.rung,
      step.event,
      step.attempt,
      step.proof ?? null,
      step.by?.account ?? null,
      step.by?.name ?? null,
    ],
  );
}

/** How one message of a dossier fares, for the office: what it is, where it stands, what was tried. */
export type Progress = {
  readonly id: string;
  readonly sourceId: string;
  readonly title: Content["title"];
  readonly weight: Weight;
  readonly at: Instant;
  readonly rung: Rung;
  readonly phase: Phase;
  readonly nextAt: Instant | null;
  readonly readAt: Instant | null;
  readonly finishedAs: FinishedAs | null;
  readonly steps: readonly {
    readonly at: Instant;
    readonly rung: Rung;
    readonly event: string;
    readonly proof: string | null;
    readonly by: string | null;
  }[];
};

/** The messages of a dossier with every step, newest first. */
export const progressOf = (reading: Reading, officeProvince: string, dossierId: string): Promise<Progress[]> =>
  reading.query<Progress>(
    "messages-progress",
    `select m.id, m.source_id as "sourceId", m.content -> 'title' as title, m.weight, m.at, m.rung, m.phase,
       m.next_at as "nextAt", m.read_at as "readAt", m.finished_as as "finishedAs",
       coalesce((select jsonb_agg(jsonb_build_object('at', (extract(epoch from s.at) * 1000)::bigint, 'rung', s.rung,
           'event', s.event, 'proof', s.proof, 'by', s.by_name) order by s.n)
         from message_steps s where s.recipient = m.recipient and s.message_id = m.id), '[]') as steps
     from messages m where m.office_province = $1 and m.dossier_id = $2 and m.weight <> 'note'
     order by m.at desc, m.id desc limit 50`,
    [officeProvince, dossierId],
  );

/** Where the ladder of a message stands; null where its source left none. */
export async function ladderOf(
  sql: Sql,
  officeProvince: string,
  dossierId: string,
  sourceId: string,
): Promise<Pick<Progress, "rung" | "nextAt" | "finishedAs"> | null> {
  const [row] = await sql.query<Pick<Progress, "rung" | "nextAt" | "finishedAs">>(
    "messages-ladder",
    `select rung, next_at as "nextAt", finished_as as "finishedAs" from messages
     where office_province = $1 and dossier_id = $2 and source_id = $3`,
    [officeProvince, dossierId, sourceId],
  );
  return row ?? null;
}

/** Somebody the office has to write or ring to, oldest first. */
export type Outstanding = Place & {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly filerName: string;
  readonly title: Content["title"];
  readonly content: Content;
  readonly at: Instant;
  readonly phase: Phase;
  readonly nextAt: Instant | null;
  readonly attempts: number;
  readonly ownerNumber: string;
  readonly procedureKey: string;
  readonly unitName: string;
  readonly tracking: string | null;
};
const OUTSTANDING = `m.recipient, m.id, m.office_province as "officeProvince", m.dossier_id as "dossierId",
  m.dossier_code as "dossierCode", d.filer_name as "filerName", d.owner_number as "ownerNumber",
  m.content -> 'title' as title, m.content, m.at, m.phase, m.next_at as "nextAt", m.attempts,
  m.procedure_key as "procedureKey", m.unit_name as "unitName",
  (select s.proof from message_steps s where s.recipient = m.recipient and s.message_id = m.id
    and s.rung = 'letter' and s.event = 'posted' order by s.n desc limit 1) as tracking`;

export const outstandingOf = (
  reading: Reading,
  unit: string,
  rung: "letter" | "call",
  limit: number,
  offset: number,
): Promise<Outstanding[]> =>
  reading.query<Outstanding>(
    "messages-outstanding",
    `select ${OUTSTANDING} from messages m
     join dossiers d on d.office_province = m.office_province and d.id = m.dossier_id
     where d.unit_id = $1 and m.rung = $2 and m.finished_at is null
     order by m.at, m.id limit $3 offset $4`,
    [unit, rung, limit, offset],
  );

/** One of them, held until the commit. */
export async function holdOutstanding(
  tx: ReadingTx,
  unit: string,
  rung: "letter" | "call",
  id: string,
): Promise<Outstanding | null> {
  const [row] = await tx.query<Outstanding>(
    "messages-hold-outstanding",
    `select ${OUTSTANDING} from messages m
     join dossiers d on d.office_province = m.office_province and d.id = m.dossier_id
     where d.unit_id = $1 and m.rung = $2 and m.id = $3 and m.finished_at is null for update of m`,
    [unit, rung, id],
  );
  return row ?? null;
}

export const countOutstanding = async (sql: Sql, unit: string, rung: "letter" | "call"): Promise<number> => {
  const [row] = await sql.query<{ count: number }>(
    "messages-count-outstanding",
    `select count(*)::int as count from messages m
     join dossiers d on d.office_province = m.office_province and d.id = m.dossier_id
     where d.unit_id = $1 and m.rung = $2 and m.finished_at is null and m.phase = 'listed'`,
    [unit, rung],
  );
  return row?.count ?? 0;
};

export const moment = (at: Instant): string => new Date(at).toISOString();
