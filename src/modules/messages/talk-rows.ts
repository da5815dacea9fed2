import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import { moment } from "./rows.ts";

/** A line of the talk beside a dossier. */
export type Word = {
  readonly id: string;
  readonly at: Instant;
  readonly side: "citizen" | "officer";
  readonly byName: string;
  readonly body: string;
  readonly readAt: Instant | null;
};
type By = { readonly account: string; readonly name: string };

export const wordsOf = (reading: Reading, officeProvince: string, dossierId: string): Promise<Word[]> =>
  reading.query<Word>(
    "talk-words",
    `select w.id, w.at, w.side, w.by_name as "byName", w.body, r.at as "readAt"
     from dossier_words w left join dossier_word_readings r
       on r.office_province = w.office_province and r.dossier_id = w.dossier_id and r.word_id = w.id
     where w.office_province = $1 and w.dossier_id = $2 order by w.at, w.id limit 500`,
    [officeProvince, dossierId],
  );

/** Writes that a side has read what the other wrote; read twice is written once. */
export async function markWordsRead(
  sql: Sql,
  officeProvince: string,
  dossierId: string,
  reader: "citizen" | "officer",
  by: By,
  at: Instant,
): Promise<void> {
  await sql.query(
    "talk-mark-read",
    `insert into dossier_word_readings (office_province, dossier_id, word_id, at, by_account, by_name)
     select w.office_province, w.dossier_id, w.id, $4, $5, $6 from dossier_words w
     where w.office_province = $1 and w.dossier_id = $2 and w.side <> $3
     on conflict (office_province, dossier_id, word_id) do nothing`,
    [officeProvince, dossierId, reader, moment(at), by.account, by.name],
  );
}

/** Writers of one dossier take turns until the commit, so that their number in an hour is true. */
export const holdTalk = async (tx: Tx, dossierId: string): Promise<void> => {
  await tx.query("talk-hold", "select pg_advisory_xact_lock(hashtextextended($1, 7226021))", [dossierId]);
};

export async function countWords(
  tx: Tx,
  officeProvince: string,
  dossierId: string,
  side: "citizen" | "officer",
  since: Instant,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "talk-count",
    `select count(*)::int as count from dossier_words
     where office_province = $1 and dossier_id = $2 and side = $3 and at > $4`,
    [officeProvince, dossierId, side, moment(since)],
  );
  return row?.count ?? 0;
}

export async function insertWord(
  tx: Tx,
  word: {
    readonly officeProvince: string;
    readonly dossierId: string;
    readonly id: string;
    readonly at: Instant;
    readonly side: "citizen" | "officer";
    readonly by: By;
    readonly unit: string;
    readonly body: string;
  },
): Promise<void> {
  await tx.query(
    "talk-insert",
    `insert into dossier_words (office_province, dossier_id, id, at, side, by_account, by_name, unit_id, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      word.officeProvince,
      word.dossierId,
      word.id,
      moment(word.at),
      word.side,
      word.by.account,
      word.by.name,
      word.unit,
      word.body,
    ],
  );
}

/** Of these dossiers, those with a word of one side that nobody of the other has read. */
export async function unreadDossiers(
  sql: Sql,
  dossiers: readonly { readonly officeProvince: string; readonly id: string }[],
  side: "citizen" | "officer",
): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set();
  const rows = await sql.query<{ id: string }>(
    "talk-unread",
    `select distinct w.dossier_id as id from unnest($1::text[], $2::uuid[]) as k(office_province, id)
     join dossier_words w on w.office_province = k.office_province and w.dossier_id = k.id
     where w.side = $3 and not exists (
       select from dossier_word_readings r where r.office_province = w.office_province
         and r.dossier_id = w.dossier_id and r.word_id = w.id)`,
    [dossiers.map(({ officeProvince }) => officeProvince), dossiers.map(({ id }) => id), side],
  );
  return new Set(rows.map(({ id }) => id));
}

/** An open dossier in which the citizen wrote something unread, by its code, and since when it waits. */
export type UnreadWord = { readonly code: string; readonly procedureKey: string; readonly since: Instant };

/** Of a unit's open dossiers, those with words of the citizen that nobody of the office has read, the longest waiting first. */
export const unreadOfUnit = (
  sql: Sql,
  officeProvinces: readonly string[],
  unit: string,
  limit: number,
): Promise<readonly UnreadWord[]> =>
  sql.query<UnreadWord>(
    "talk-unread-of-unit",
    `select d.code, d.procedure_key as "procedureKey", min(w.at) as since
     from dossiers d join dossier_words w on w.office_province = d.office_province and w.dossier_id = d.id
     where d.office_province = any($1) and d.unit_id = $2 and d.closed_at is null and w.side = 'citizen'
       and not exists (select from dossier_word_readings r where r.office_province = w.office_province
         and r.dossier_id = w.dossier_id and r.word_id = w.id)
     group by d.code, d.procedure_key order by since, d.code limit $3`,
    [officeProvinces, unit, limit],
  );
