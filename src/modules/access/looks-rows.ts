import type { Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of the log of looks. The application may insert and select, nothing else. */
export type LookRow = {
  readonly office_province: string;
  readonly id: string;
  readonly at: string;
  readonly actor_account: string;
  readonly actor_name: string;
  readonly actor_unit: string | null;
  readonly subject_number: string | null;
  readonly dossier_code: string | null;
  readonly purpose: string;
  readonly fields: readonly string[];
};

export async function insertLooks(tx: Tx, looks: readonly LookRow[]): Promise<void> {
  await tx.query(
    "access-insert-looks",
    `insert into access_log (office_province, id, at, actor_account, actor_name, actor_unit, subject_number, dossier_code,
       purpose, fields)
     select office_province, id, at, actor_account, actor_name, actor_unit, subject_number, dossier_code, purpose, fields
     from jsonb_to_recordset($1::jsonb) as look (office_province text, id uuid, at timestamptz, actor_account uuid,
       actor_name text, actor_unit text, subject_number text, dossier_code text, purpose text, fields text[])`,
    [JSON.stringify(looks)],
  );
}

export const looksAt = (
  sql: Sql,
  subjectNumber: string,
  limit: number,
  offset: number,
): Promise<
  {
    at: Instant;
    actor_name: string;
    unit_name: string | null;
    dossier_code: string | null;
    purpose: string;
    fields: string[];
  }[]
> =>
  sql.query(
    "access-looks-at",
    `select l.at, l.actor_name, u.name as unit_name, l.dossier_code, l.purpose, l.fields
     from access_log l left join units u on u.id = l.actor_unit
     where l.subject_number = $1 order by l.at desc, l.id desc limit $2 offset $3`,
    [subjectNumber, limit, offset],
  );

/** Looks as they stand in the table, every column by its name. */
export const looksAsJson = (
  sql: Sql,
  keys: readonly { readonly officeProvince: string; readonly id: string }[],
): Promise<{ id: string; look: { readonly [column: string]: Json } }[]> =>
  sql.query(
    "access-looks-as-json",
    `select l.id, to_jsonb(l) as look from unnest($1::text[], $2::uuid[]) as k(office_province, id)
     join access_log l on l.office_province = k.office_province and l.id = k.id`,
    [keys.map(({ officeProvince }) => officeProvince), keys.map(({ id }) => id)],
  );
