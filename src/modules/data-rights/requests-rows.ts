import type { Actor } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import type { DataRequest, RequestStep } from "./requests.ts";

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

export async function insertRequest(sql: Sql, r: Omit<DataRequest, "steps">): Promise<void> {
  await sql.query(
    "data-insert-request",
    `insert into data_requests (office_province, id, subject_number, asked_by, asker_name, unit_id, asked_right, about,
       dossier_code, at, answer_due_at, done_due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      r.officeProvince,
      r.id,
      r.subjectNumber,
      r.askedBy,
      r.askerName,
      r.unitId,
      r.right,
      r.about,
      r.dossierCode,
      iso(r.at),
      iso(r.answerDueAt),
      iso(r.doneDueAt),
    ],
  );
}

/** Appends a step; false where somebody else has just done one. */
export async function insertStep(
  tx: Tx,
  request: Pick<DataRequest, "officeProvince" | "id">,
  step: RequestStep,
  by: Pick<Actor, "account" | "name" | "post">,
): Promise<boolean> {
  const rows = await tx.query(
    "data-insert-request-step",
    `insert into data_request_steps (office_province, request_id, seq, kind, at, by_account, by_name, by_post, words, ground,
       due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning seq`,
    [
      request.officeProvince,
      request.id,
      step.seq,
      step.kind,
      iso(step.at),
      by.account,
      by.name,
      by.post ?? null,
      step.words,
      step.ground,
      iso(step.dueAt),
    ],
  );
  return rows.length === 1;
}

const COLUMNS = `r.office_province as "officeProvince", r.id, r.subject_number as "subjectNumber",
  r.asker_name as "askerName", r.asked_by as "askedBy", r.unit_id as "unitId", r.asked_right as "right", r.about,
  r.dossier_code as "dossierCode", r.at, r.answer_due_at as "answerDueAt", r.done_due_at as "doneDueAt",
  coalesce((select jsonb_agg(jsonb_build_object('seq', s.seq, 'kind', s.kind,
      'at', (extract(epoch from s.at) * 1000)::bigint, 'byName', s.by_name, 'words', s.words, 'ground', s.ground,
      'dueAt', (extract(epoch from s.due_at) * 1000)::bigint) order by s.seq)
    from data_request_steps s where s.office_province = r.office_province and s.request_id = r.id), '[]') as steps`;

export const requestsOfSubject = (reading: Reading, subjectNumber: string): Promise<DataRequest[]> =>
  reading.query(
    "data-requests-of-subject",
    `select ${COLUMNS} from data_requests r where r.subject_number = $1 order by r.at desc, r.id desc limit 200`,
    [subjectNumber],
  );

/** Open ones first, the most urgent first. */
export const requestsOfUnit = (
  reading: Reading,
  officeProvince: string,
  unit: string,
  limit: number,
  offset: number,
): Promise<DataRequest[]> =>
  reading.query(
    "data-requests-of-unit",
    `select ${COLUMNS} from data_requests r
     left join lateral (select s.at from data_request_steps s where s.office_province = r.office_province
       and s.request_id = r.id and s.kind in ('refused', 'done', 'withdrawn') order by s.seq limit 1) as ended on true
     where r.office_province = $1 and r.unit_id = $2
     order by (ended.at is null) desc, case when ended.at is null then r.answer_due_at end, ended.at desc, r.id
     limit $3 offset $4`,
    [officeProvince, unit, limit, offset],
  );

/** The dossiers a unit holds of the person who asks. */
export const dossiersHeld = (
  reading: Reading,
  request: Pick<DataRequest, "officeProvince" | "unitId" | "subjectNumber">,
): Promise<{ readonly procedure: string; readonly closedAt: Instant | null }[]> =>
  reading.query(
    "data-dossiers-held",
    `select procedure_key as procedure, closed_at as "closedAt" from dossiers
     where owner_number = $3 and office_province = $1 and unit_id = $2`,
    [request.officeProvince, request.unitId, request.subjectNumber],
  );

/** The offices that openly looked at a person's data or hold a dossier of theirs. */
export async function officesOf(
  reading: Reading,
  subjectNumber: string,
  account: string,
  now: Instant,
): Promise<readonly string[]> {
  const rows = await reading.query<{ unit: string }>(
    "data-offices-of-subject",
    `select unit_id as unit from dossiers where owner_number = $1 or filer_account = $2
     union select actor_unit from access_log where subject_number = $1 and actor_unit is not null
       and (sealed_until is null or sealed_until <= $3) order by unit`,
    [subjectNumber, account, iso(now)],
  );
  return rows.map(({ unit }) => unit);
}

export async function findRequest(reading: Reading, officeProvince: string, id: string): Promise<DataRequest | null> {
  const [row] = await reading.query<DataRequest>(
    "data-find-request",
    `select ${COLUMNS} from data_requests r where r.office_province = $1 and r.id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
}
