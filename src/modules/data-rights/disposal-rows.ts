import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import type { DisposalItem, DisposalList } from "./disposal.ts";

const iso = (at: Instant): string => new Date(at).toISOString();

export type Candidate = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedure: string;
  readonly ownerNumber: string;
  readonly closedAt: Instant;
  readonly files: readonly string[];
};

/** Closed dossiers of a unit that still have uploads, each procedure by its own day; what is in a list already is left out. */
export const closedBefore = (
  reading: Reading,
  unit: { readonly id: string; readonly provinceCode: string },
  limits: readonly { readonly procedure: string; readonly before: Instant }[],
  most: number,
): Promise<Candidate[]> =>
  reading.query(
    "data-disposal-candidates",
    `select d.id as "dossierId", d.code, d.procedure_key as procedure, d.owner_number as "ownerNumber",
       d.closed_at as "closedAt",
       (select array_agg(distinct p ->> 'sha256') from jsonb_array_elements(d.papers) p) as files
     from dossiers d join unnest($3::text[], $4::timestamptz[]) as l(procedure, before)
       on l.procedure = d.procedure_key and d.closed_at < l.before
     where d.office_province = $1 and d.unit_id = $2 and jsonb_array_length(d.papers) > 0 and not exists (
       select from disposal_lists t left join disposal_decisions e
         on e.office_province = t.office_province and e.list_id = t.id
       where t.office_province = d.office_province and e.outcome is distinct from 'refused'
         and t.items @> jsonb_build_array(jsonb_build_object('dossierId', d.id)))
     order by d.closed_at, d.id limit $5`,
    [
      unit.provinceCode,
      unit.id,
      limits.map(({ procedure }) => procedure),
      limits.map(({ before }) => iso(before)),
      most,
    ],
  );

export async function insertList(
  tx: Tx,
  list: {
    readonly officeProvince: string;
    readonly id: string;
    readonly unit: string;
    readonly at: Instant;
    readonly by: { readonly account: string; readonly name: string };
    readonly items: readonly DisposalItem[];
  },
): Promise<void> {
  await tx.query(
    "data-insert-disposal-list",
    `insert into disposal_lists (office_province, id, unit_id, at, by_account, by_name, items)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [list.officeProvince, list.id, list.unit, iso(list.at), list.by.account, list.by.name, JSON.stringify(list.items)],
  );
}

const COLUMNS = `t.id, t.at, t.by_account as "byAccount", t.by_name as "byName", t.items, e.outcome,
  e.at as "decidedAt", e.by_name as "decidedBy", e.words`;
const JOINED = `disposal_lists t left join disposal_decisions e
  on e.office_province = t.office_province and e.list_id = t.id`;

export const listsOfUnit = (reading: Reading, officeProvince: string, unit: string): Promise<DisposalList[]> =>
  reading.query(
    "data-disposal-lists",
    `select ${COLUMNS} from ${JOINED} where t.office_province = $1 and t.unit_id = $2
     order by (e.at is null) desc, t.at desc, t.id limit 50`,
    [officeProvince, unit],
  );

export async function findList(
  reading: Reading,
  officeProvince: string,
  unit: string,
  id: string,
): Promise<DisposalList | null> {
  const [row] = await reading.query<DisposalList>(
    "data-find-disposal-list",
    `select ${COLUMNS} from ${JOINED} where t.office_province = $1 and t.unit_id = $2 and t.id = $3`,
    [officeProvince, unit, id],
  );
  return row ?? null;
}

/** Writes the decision; false where there is one. That two officers are needed the table itself demands too. */
export async function insertDecision(
  tx: Tx,
  decision: {
    readonly officeProvince: string;
    readonly list: string;
    readonly proposedBy: string;
    readonly outcome: "approved" | "refused";
    readonly at: Instant;
    readonly by: { readonly account: string; readonly name: string };
    readonly words: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    "data-insert-disposal-decision",
    `insert into disposal_decisions (office_province, list_id, proposed_by, outcome, at, by_account, by_name, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning list_id`,
    [
      decision.officeProvince,
      decision.list,
      decision.proposedBy,
      decision.outcome,
      iso(decision.at),
      decision.by.account,
      decision.by.name,
      decision.words,
    ],
  );
  return rows.length === 1;
}

/** Of these files, those that nothing else names: no dossier outside approved lists, no draft, no paper of ours. */
export async function filesNobodyElseNames(sql: Sql, files: readonly string[]): Promise<readonly string[]> {
  const rows = await sql.query<{ sha256: string }>(
    "data-files-nobody-else-names",
    `with asked as (select distinct unnest($1::text[]) as sha256),
       approved as (select t.office_province, (i ->> 'dossierId')::uuid as id from disposal_lists t
         join disposal_decisions e on e.office_province = t.office_province and e.list_id = t.id
         cross join jsonb_array_elements(t.items) i where e.outcome = 'approved'),
       named as (
         select p ->> 'sha256' as sha256 from dossiers d, jsonb_array_elements(d.papers) p
           where p ->> 'sha256' = any($1) and not exists (
             select from approved a where a.office_province = d.office_province and a.id = d.id)
         union select p ->> 'sha256' from drafts d, jsonb_array_elements(d.papers) p where p ->> 'sha256' = any($1)
         union select file_sha256 from documents where file_sha256 = any($1))
     select sha256 from asked where sha256 not in (select sha256 from named)`,
    [files],
  );
  return rows.map(({ sha256 }) => sha256);
}

export async function insertDisposed(
  tx: Tx,
  officeProvince: string,
  list: string,
  files: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.query(
    "data-insert-disposed-files",
    `insert into disposed_files (office_province, list_id, sha256, at) select $1, $2, unnest($3::text[]), $4
     on conflict do nothing`,
    [officeProvince, list, files, iso(at)],
  );
}

/** Files disposed of in the last days: whatever ended between the decision and the removal is done again. */
export async function disposedSince(sql: Sql, since: Instant): Promise<readonly string[]> {
  const rows = await sql.query<{ sha256: string }>(
    "data-disposed-since",
    "select distinct sha256 from disposed_files where at >= $1",
    [iso(since)],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Removes drafts that were sent, or left, before these moments; answers how many. */
export async function removeDrafts(sql: Sql, sentBefore: Instant, leftBefore: Instant): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    "data-remove-drafts",
    `with gone as (delete from drafts where (submitted_code is not null and updated_at < $1)
       or (submitted_code is null and updated_at < $2) returning 1) select count(*)::int as count from gone`,
    [iso(sentBefore), iso(leftBefore)],
  );
  return row?.count ?? 0;
}
