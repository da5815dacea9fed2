import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { moment } from "./rows.ts";

/** The SQL of who may act for whom on an uploaded paper. */
export type MandateRow = {
  readonly subject_number: string;
  readonly id: string;
  readonly subject_kind: "person" | "organisation";
  readonly subject_name: string;
  readonly representative_number: string;
  readonly representative_name: string;
  readonly ground: "parent" | "guardian" | "legal-representative" | "authorised";
  readonly valid_from: PlainDate;
  readonly valid_until: PlainDate | null;
  readonly evidence_sha256: string;
  readonly evidence_name: string;
  readonly evidence_media_type: string;
  readonly office_province: string;
  readonly unit_id: string;
  readonly asked_by: string;
  readonly asked_at: Instant;
  readonly outcome: "accepted" | "refused" | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Instant | null;
  readonly reason: string | null;
  readonly ended_on: PlainDate | null;
};

const COLUMNS = `subject_number, id, subject_kind, subject_name, representative_number, representative_name, ground,
  valid_from, valid_until, evidence_sha256, evidence_name, evidence_media_type, office_province, unit_id, asked_by,
  asked_at, outcome, decided_by, decided_by_name, decided_at, reason, ended_on`;

export type NewMandate = Omit<
  MandateRow,
  "outcome" | "decided_by" | "decided_by_name" | "decided_at" | "reason" | "ended_on"
>;

export async function insertMandate(sql: Sql, row: NewMandate): Promise<void> {
  await sql.query(
    "access-insert-mandate",
    `insert into mandates (subject_number, id, subject_kind, subject_name, representative_number, representative_name,
       ground, valid_from, valid_until, evidence_sha256, evidence_name, evidence_media_type, office_province, unit_id,
       asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      row.subject_number,
      row.id,
      row.subject_kind,
      row.subject_name,
      row.representative_number,
      row.representative_name,
      row.ground,
      row.valid_from,
      row.valid_until,
      row.evidence_sha256,
      row.evidence_name,
      row.evidence_media_type,
      row.office_province,
      row.unit_id,
      row.asked_by,
      moment(row.asked_at),
    ],
  );
}

/** Everything a person has asked for, the latest first. */
export const mandatesOf = (sql: Sql, representative: string): Promise<MandateRow[]> =>
  sql.query<MandateRow>(
    "access-mandates-of",
    `select ${COLUMNS} from mandates where representative_number = $1 order by asked_at desc, id desc limit 100`,
    [representative],
  );

/** The persons someone may act for on a day by an accepted paper; of one ward the youngest paper. */
export const wardMandates = (sql: Sql, representative: string, on: PlainDate): Promise<MandateRow[]> =>
  sql.query<MandateRow>(
    "access-ward-mandates",
    `select distinct on (subject_number) ${COLUMNS} from mandates
     where representative_number = $1 and subject_kind = 'person' and outcome = 'accepted' and valid_from <= $2::date
       and (valid_until is null or valid_until >= $2::date) and (ended_on is null or ended_on > $2::date)
     order by subject_number, asked_at desc`,
    [representative, on],
  );

/** What waits for an office, the oldest first, and what it decided last. */
export const mandatesAt = (sql: Sql, unit: string, state: "waiting" | "decided"): Promise<MandateRow[]> =>
  state === "waiting"
    ? sql.query<MandateRow>(
        "access-mandates-waiting",
        `select ${COLUMNS} from mandates where unit_id = $1 and outcome is null order by asked_at, id limit 200`,
        [unit],
      )
    : sql.query<MandateRow>(
        "access-mandates-decided",
        `select ${COLUMNS} from mandates where unit_id = $1 and outcome is not null order by decided_at desc limit 50`,
        [unit],
      );

export async function findMandate(sql: Sql, id: string): Promise<MandateRow | null> {
  const [row] = await sql.query<MandateRow>("access-find-mandate", `select ${COLUMNS} from mandates where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** False where somebody decided before. */
export async function decideMandate(
  tx: Tx,
  of: { readonly subject: string; readonly id: string },
  said: {
    readonly outcome: "accepted" | "refused";
    readonly by: string;
    readonly byName: string;
    readonly at: Instant;
    readonly reason: string | null;
  },
): Promise<boolean> {
  const done = await tx.query(
    "access-decide-mandate",
    `update mandates set outcome = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, reason = $7
     where subject_number = $1 and id = $2 and outcome is null returning 1`,
    [of.subject, of.id, said.outcome, said.by, said.byName, moment(said.at), said.reason],
  );
  return done.length === 1;
}

/** False where it was not accepted or has ended before. */
export async function endMandate(
  sql: Sql,
  of: { readonly subject: string; readonly id: string },
  on: PlainDate,
  by: string,
): Promise<boolean> {
  const done = await sql.query(
    "access-end-mandate",
    `update mandates set ended_on = $3, ended_by = $4
     where subject_number = $1 and id = $2 and outcome = 'accepted' and ended_on is null returning 1`,
    [of.subject, of.id, on, by],
  );
  return done.length === 1;
}
