import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import type { Question } from "./questions.ts";

const iso = (at: Instant): string => new Date(at).toISOString();

export type NewQuestion = {
  readonly officeProvince: string;
  readonly id: string;
  readonly lookId: string;
  readonly subjectNumber: string;
  readonly askedBy: string;
  readonly askerName: string;
  readonly unitId: string;
  readonly question: string;
  readonly at: Instant;
  readonly dueAt: Instant;
};

/** Writes a question unless the person has asked about this reading before. */
export async function insertQuestion(tx: Tx, q: NewQuestion): Promise<boolean> {
  const rows = await tx.query(
    "data-insert-question",
    `insert into look_questions (office_province, id, look_id, subject_number, asked_by, asker_name, unit_id, question, at,
       due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (office_province, look_id, subject_number) do nothing returning id`,
    [
      q.officeProvince,
      q.id,
      q.lookId,
      q.subjectNumber,
      q.askedBy,
      q.askerName,
      q.unitId,
      q.question,
      iso(q.at),
      iso(q.dueAt),
    ],
  );
  return rows.length === 1;
}

const COLUMNS = `q.office_province as "officeProvince", q.id, q.look_id as "lookId", q.subject_number as "subjectNumber",
  q.asker_name as "askerName", q.unit_id as "unitId", q.question, q.at, q.due_at as "dueAt", l.at as "lookedAt",
  l.actor_name as "lookedBy", l.actor_account as "lookedByAccount", l.dossier_code as "dossierCode",
  l.purpose_key as "purposeKey", l.purpose, l.fields, a.at as "answeredAt", a.by_name as "answeredBy", a.answer`;
const JOINED = `look_questions q
  join access_log l on l.office_province = q.office_province and l.id = q.look_id
  left join look_answers a on a.office_province = q.office_province and a.question_id = q.id`;

export const questionsOfSubject = (reading: Reading, subjectNumber: string): Promise<Question[]> =>
  reading.query(
    "data-questions-of-subject",
    `select ${COLUMNS} from ${JOINED} where q.subject_number = $1 order by q.at desc, q.id desc limit 500`,
    [subjectNumber],
  );

/** The unanswered first, the most urgent first. */
export const questionsOfUnit = (
  reading: Reading,
  officeProvince: string,
  unit: string,
  limit: number,
  offset: number,
): Promise<Question[]> =>
  reading.query(
    "data-questions-of-unit",
    `select ${COLUMNS} from ${JOINED} where q.office_province = $1 and q.unit_id = $2
     order by (a.at is null) desc, case when a.at is null then q.due_at end, a.at desc, q.id limit $3 offset $4`,
    [officeProvince, unit, limit, offset],
  );

export async function findQuestion(reading: Reading, officeProvince: string, id: string): Promise<Question | null> {
  const [row] = await reading.query<Question>(
    "data-find-question",
    `select ${COLUMNS} from ${JOINED} where q.office_province = $1 and q.id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
}

export async function insertAnswer(
  tx: Tx,
  answer: {
    readonly officeProvince: string;
    readonly question: string;
    readonly at: Instant;
    readonly by: { readonly account: string; readonly name: string; readonly post?: string };
    readonly words: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    "data-insert-answer",
    `insert into look_answers (office_province, question_id, at, by_account, by_name, by_post, answer)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning question_id`,
    [
      answer.officeProvince,
      answer.question,
      iso(answer.at),
      answer.by.account,
      answer.by.name,
      answer.by.post ?? null,
      answer.words,
    ],
  );
  return rows.length === 1;
}

/** How much of each kind waits for a unit, and how much of it is past its time. */
export type Waiting = {
  readonly kind: "questions" | "requests" | "breaches";
  readonly open: number;
  readonly late: number;
};
export const waitingFor = (sql: Sql, officeProvince: string, unit: string, now: Instant): Promise<Waiting[]> =>
  sql.query(
    "data-waiting",
    `select 'questions' as kind, count(*)::int as open, (count(*) filter (where q.due_at < $3))::int as late
     from look_questions q where q.office_province = $1 and q.unit_id = $2 and not exists (
       select from look_answers a where a.office_province = q.office_province and a.question_id = q.id)
     union all
     select 'requests', count(*)::int, (count(*) filter (where due < $3))::int from (
       select coalesce((select s.due_at from data_request_steps s where s.office_province = r.office_province
           and s.request_id = r.id and s.due_at is not null order by s.seq desc limit 1), r.answer_due_at) as due
       from data_requests r where r.office_province = $1 and r.unit_id = $2 and not exists (
         select from data_request_steps s where s.office_province = r.office_province and s.request_id = r.id
           and s.kind in ('refused', 'done', 'withdrawn'))) as open
     union all
     select 'breaches', count(*)::int, (count(*) filter (where b.notice_due_at < $3))::int
     from breaches b where b.office_province = $1 and b.unit_id = $2 and not exists (
       select from breach_steps s where s.office_province = b.office_province and s.breach_id = b.id
         and s.kind = 'authority-notified')`,
    [officeProvince, unit, iso(now)],
  );
