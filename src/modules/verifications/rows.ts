import type { Answered } from "../../gateways/population/index.ts";
import type { Verification } from "../../kernel/person-claim.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of calls of the population register. Claims are never stored: they stand in the dossier or come with the request. */

export type NewCheck = {
  readonly officeProvince: string;
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly answersSeq: number;
  readonly place: string;
  readonly procedure: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly at: Instant;
};

/** Adds checks that are due at once; one place of one act's answers is checked once, whoever plans it how often. */
export async function insertChecks(tx: Tx, checks: readonly NewCheck[]): Promise<number> {
  const rows = await tx.query(
    "verifications-insert-checks",
    `insert into verifications (office_province, id, asked_by, dossier_id, dossier_code, answers_seq, place,
       procedure_code, purpose, fields, created_at, next_at)
     select "officeProvince", id, 'dossier', "dossierId", "dossierCode", "answersSeq", place, procedure, purpose, fields,
       to_timestamp(at / 1000.0), to_timestamp(at / 1000.0)
     from jsonb_to_recordset($1::jsonb) as r("officeProvince" text, id uuid, "dossierId" uuid, "dossierCode" text,
       "answersSeq" int, place text, procedure text, purpose text, fields text[], at bigint)
     on conflict (office_province, dossier_id, answers_seq, place) do nothing returning 1`,
    [JSON.stringify(checks)],
  );
  return rows.length;
}

/** A check as pages and jobs see it. */
export type CheckRow = {
  readonly officeProvince: string;
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly answersSeq: number;
  readonly place: string;
  readonly procedure: string;
  readonly purpose: string;
  readonly state: "waiting" | "answered" | "refused";
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly answeredAt: Instant | null;
  readonly verdict: Verification | null;
};
type StoredVerdict = {
  readonly number: Verification["number"] | null;
  readonly name: Verification["name"] | null;
  readonly birthDate: Verification["birthDate"] | null;
  readonly sex: Verification["sex"] | null;
  readonly living: boolean | null;
};
type StoredCheck = Omit<CheckRow, "verdict"> & StoredVerdict;

const VERDICT = `number_answer as number, name_answer as name, birth_date_answer as "birthDate", sex_answer as sex, living`;
const COLUMNS = `office_province as "officeProvince", id, dossier_id as "dossierId", dossier_code as "dossierCode",
  answers_seq as "answersSeq", place, procedure_code as procedure, purpose, state, attempts, created_at as "createdAt",
  answered_at as "answeredAt", ${VERDICT}`;

const verdictOf = ({ number, name, birthDate, sex, living }: StoredVerdict): Verification | null =>
  number === null || living === null
    ? null
    : { number, ...(name ? { name } : {}), ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}), living };

const checkOf = ({ number, name, birthDate, sex, living, ...row }: StoredCheck): CheckRow => ({
  ...row,
  verdict: verdictOf({ number, name, birthDate, sex, living }),
});

/** The checks of a dossier's latest answers, in the order in which they were planned. */
export async function checksOf(sql: Sql, officeProvince: string, dossierId: string): Promise<readonly CheckRow[]> {
  const rows = await sql.query<StoredCheck>(
    "verifications-of-dossier",
    `select ${COLUMNS} from verifications
     where office_province = $1 and dossier_id = $2 and answers_seq =
       (select max(answers_seq) from verifications where office_province = $1 and dossier_id = $2)
     order by id`,
    [officeProvince, dossierId],
  );
  return rows.map(checkOf);
}

/**
 * Takes waiting checks that are due, for so long as `until`: who else looks meanwhile finds them taken. A taker that
 * dies leaves them to the next, under the same call ids.
 */
export async function takeDue(
  sql: Sql,
  now: Instant,
  until: Instant,
  most: number,
  dossier: { readonly officeProvince: string; readonly id: string } | null,
): Promise<readonly CheckRow[]> {
  const rows = await sql.query<StoredCheck>(
    dossier ? "verifications-take-of-dossier" : "verifications-take-due",
    `update verifications v set next_at = $2, attempts = v.attempts + 1
     from (select office_province, id from verifications
       where state = 'waiting' and dossier_id is not null and next_at <= $1
         ${dossier ? "and office_province = $4 and dossier_id = $5" : ""}
       order by next_at limit $3 for update skip locked) due
     where v.office_province = due.office_province and v.id = due.id
     returning ${COLUMNS.replace("office_province as", "v.office_province as").replace(" id,", " v.id,")}`,
    [new Date(now), new Date(until), most, ...(dossier ? [dossier.officeProvince, dossier.id] : [])],
  );
  return rows.map(checkOf);
}

type Key = { readonly officeProvince: string; readonly id: string };

/** Writes the answer down, once: false where somebody had done so before. */
export async function answer(tx: Tx, { officeProvince, id }: Key, verdict: Answered, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    "verifications-answer",
    `update verifications set state = 'answered', number_answer = $3, name_answer = $4, birth_date_answer = $5,
       sex_answer = $6, living = $7, reason = $8, answered_at = $9, next_at = null, failure = null
     where office_province = $1 and id = $2 and state = 'waiting' returning 1`,
    [
      officeProvince,
      id,
      verdict.number,
      verdict.name ?? null,
      verdict.birthDate ?? null,
      verdict.sex ?? null,
      verdict.living,
      verdict.reason ?? null,
      new Date(at),
    ],
  );
  return rows.length === 1;
}

/** Notes a failure: to be tried again at `nextAt`, or never where the register refuses the question. */
export async function fail(
  sql: Sql,
  { officeProvince, id }: Key,
  failure: string,
  nextAt: Instant | null,
  refused: boolean,
): Promise<void> {
  await sql.query(
    "verifications-fail",
    `update verifications set failure = $3, next_at = $4, state = case when $5 then 'refused' else state end
     where office_province = $1 and id = $2 and state = 'waiting'`,
    [officeProvince, id, failure, nextAt === null ? null : new Date(nextAt), refused],
  );
}

/** A call of another agency. */
export type AgencyCall = Key & {
  readonly requestHash: string;
  readonly state: CheckRow["state"];
  readonly verdict: Verification | null;
  readonly answeredAt: Instant | null;
};
type StoredCall = Omit<AgencyCall, "verdict"> & StoredVerdict;

export type NewAgencyCall = Key & {
  readonly askedBy: string;
  readonly key: string;
  readonly requestHash: string;
  readonly dossierCode: string | null;
  readonly procedure: string;
  readonly purpose: string;
  readonly ground: string | null;
  readonly fields: readonly string[];
  readonly at: Instant;
};

/** Claims a key of an agency; false where it was claimed before. One claimed by a transaction under way is waited for. */
export async function insertAgencyCall(tx: Tx, call: NewAgencyCall): Promise<boolean> {
  const rows = await tx.query(
    "verifications-insert-agency-call",
    `insert into verifications (office_province, id, asked_by, request_key, request_hash, dossier_code, procedure_code,
       purpose, ground, fields, created_at)
     values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9, $10, $11)
     on conflict (office_province, asked_by, request_key) do nothing returning 1`,
    [
      call.officeProvince,
      call.id,
      call.askedBy,
      call.key,
      call.requestHash,
      call.dossierCode,
      call.procedure,
      call.purpose,
      call.ground,
      call.fields,
      new Date(call.at),
    ],
  );
  return rows.length === 1;
}

export async function findAgencyCall(
  sql: Sql,
  officeProvince: string,
  askedBy: string,
  key: string,
): Promise<AgencyCall | null> {
  const [row] = await sql.query<StoredCall>(
    "verifications-find-agency-call",
    `select office_province as "officeProvince", id, encode(request_hash, 'hex') as "requestHash", state,
       answered_at as "answeredAt", ${VERDICT}
     from verifications where office_province = $1 and asked_by = $2 and request_key = $3`,
    [officeProvince, askedBy, key],
  );
  return row ? { ...row, verdict: verdictOf(row) } : null;
}

/** Counts one more asking of a number on a day; false, and not counted, where `most` had been reached. */
export async function countTry(tx: Tx, number: string, day: string, askedBy: string, most: number): Promise<boolean> {
  const rows = await tx.query(
    "verifications-count-try",
    `insert into verification_tries as t (person_number, on_day, asked_by, tries) values ($1, $2, $3, 1)
     on conflict (person_number, on_day, asked_by) do update set tries = t.tries + 1 where t.tries < $4 returning 1`,
    [number, day, askedBy, most],
  );
  return rows.length === 1;
}

/** Removes what has no use any more: counts of days gone by, nonces of stale messages. */
export async function sweep(sql: Sql, today: string, now: Instant): Promise<void> {
  await sql.query("verifications-sweep-tries", "delete from verification_tries where on_day < $1", [today]);
  await sql.query("verifications-sweep-nonces", "delete from message_nonces where stale_at < $1", [new Date(now)]);
}
