import type { Actor } from "../../engine/state/acts.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { LookFilter, LookTaken, SealedLook, SealedMonth } from "./looks.ts";

/** The SQL of the log of looks. The application may insert and select, nothing else. */
export type LookRow = {
  readonly office_province: string;
  readonly id: string;
  readonly at: string;
  readonly actor_account: string;
  readonly actor_name: string;
  readonly actor_unit: string | null;
  readonly post: string | null;
  readonly subject_number: string | null;
  readonly dossier_code: string | null;
  readonly purpose: string;
  readonly purpose_key: string;
  readonly ground_source: string;
  readonly ground_article: string;
  readonly fields: readonly string[];
  readonly detail: string | null;
  readonly sealed_until: string | null;
  /** Hexadecimal, as the commitment is. */
  readonly salt: string | null;
  readonly commitment: string | null;
};

export async function insertLooks(tx: Tx, looks: readonly LookRow[]): Promise<void> {
  await tx.query(
    "access-insert-looks",
    `insert into access_log (office_province, id, at, actor_account, actor_name, actor_unit, post, subject_number,
       dossier_code, purpose, purpose_key, ground_source, ground_article, fields, detail, sealed_until, salt, commitment)
     select office_province, id, at, actor_account, actor_name, actor_unit, post, subject_number, dossier_code, purpose,
       purpose_key, ground_source, ground_article, fields, detail, sealed_until, decode(salt, 'hex'),
       decode(commitment, 'hex')
     from jsonb_to_recordset($1::jsonb) as look (office_province text, id uuid, at timestamptz, actor_account uuid,
       actor_name text, actor_unit text, post uuid, subject_number text, dossier_code text, purpose text,
       purpose_key text, ground_source text, ground_article text, fields text[], detail text, sealed_until timestamptz,
       salt text, commitment text)`,
    [JSON.stringify(looks)],
  );
}

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

const COLUMNS = `l.office_province as "officeProvince", l.id, l.at, l.actor_name as "actorName", p.title as "postTitle",
  l.actor_unit as "unitId", u.name as "unitName", u.agency_code as "agencyCode", l.dossier_code as "dossierCode",
  l.purpose_key as "purposeKey", l.purpose, l.ground_source as "groundSource", l.ground_article as "groundArticle",
  l.fields, l.detail, case when l.salt is null then null
    else json_build_object('salt', encode(l.salt, 'hex'), 'commitment', encode(l.commitment, 'hex')) end as proof`;
const JOINED = `access_log l left join units u on u.id = l.actor_unit left join posts p on p.id = l.post
  left join access_disclosures d on d.office_province = l.office_province and d.look_id = l.id`;
/** $1 the person, $2 now. */
const OPEN = "l.subject_number = $1 and (l.sealed_until is null or l.sealed_until <= $2 or d.look_id is not null)";
/** $3 from, $4 before, $5 the unit, $6 whether only readings by others. */
const FILTER = `($3::timestamptz is null or l.at >= $3) and ($4::timestamptz is null or l.at < $4)
  and ($5::text is null or l.actor_unit = $5)
  and (not $6::boolean or l.purpose_key is null or l.purpose_key not in ('own-tracker', 'own-export'))`;
const filterValues = (subject: string, filter: LookFilter) => [
  subject,
  iso(filter.now),
  iso(filter.from),
  iso(filter.before),
  filter.unit,
  filter.byOthers ?? false,
];

export const looksAt = (
  sql: Sql,
  subjectNumber: string,
  filter: LookFilter,
  limit: number,
  offset: number,
): Promise<LookTaken[]> =>
  sql.query(
    "access-looks-at",
    `select ${COLUMNS} from ${JOINED} where ${OPEN} and ${FILTER} order by l.at desc, l.id desc limit $7 offset $8`,
    [...filterValues(subjectNumber, filter), limit, offset],
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
export async function findLook(
  sql: Sql,
  subjectNumber: string,
  now: Instant,
  officeProvince: string,
  id: string,
): Promise<LookTaken | null> {
  const [row] = await sql.query<LookTaken>(
    "access-find-look",
    `select ${COLUMNS} from ${JOINED} where ${OPEN} and l.office_province = $3 and l.id = $4`,
    [subjectNumber, iso(now), officeProvince, id],
  );
  return row ?? null;
}

export async function countLooks(sql: Sql, subjectNumber: string, filter: LookFilter): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    "access-count-looks",
    `select count(*)::int as count from ${JOINED} where ${OPEN} and ${FILTER}`,
    filterValues(subjectNumber, filter),
  );
  return row?.count ?? 0;
}

export const unitsThatLooked = (
  sql: Sql,
  subjectNumber: string,
  now: Instant,
): Promise<{ readonly id: string; readonly name: string }[]> =>
  sql.query(
    "access-units-that-looked",
    `select distinct u.id, u.name from ${JOINED} where ${OPEN} and u.id is not null order by u.name, u.id`,
    [subjectNumber, iso(now)],
  );

export const sealedMonths = (sql: Sql, subjectNumber: string, now: Instant): Promise<SealedMonth[]> =>
  sql.query(
    "access-sealed-months",
    `select to_char(l.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
       array_agg(encode(l.commitment, 'hex') order by encode(l.commitment, 'hex')) as commitments
     from access_log l left join access_disclosures d on d.office_province = l.office_province and d.look_id = l.id
     where l.subject_number = $1 and l.sealed_until > $2 and d.look_id is null group by 1 order by 1 desc`,
    [subjectNumber, iso(now)],
  );

export async function logBegins(sql: Sql): Promise<Instant> {
  const [row] = await sql.query<{ at: Instant }>(
    "access-log-begins",
    "select coalesce((select since from installation), (select min(applied_at) from migrations)) as at",
  );
  if (!row) throw new Error("a database without migrations");
  return row.at;
}

export const sealedOfUnit = (sql: Sql, officeProvince: string, unit: string, now: Instant): Promise<SealedLook[]> =>
  sql.query(
    "access-sealed-of-unit",
    `select l.id, l.at, l.actor_name as "actorName", l.dossier_code as "dossierCode",
       l.detail as "order", l.sealed_until as "sealedUntil"
     from access_log l left join access_disclosures d on d.office_province = l.office_province and d.look_id = l.id
     where l.office_province = $1 and l.actor_unit = $2 and l.sealed_until > $3 and d.look_id is null
     order by l.at desc, l.id desc limit 200`,
    [officeProvince, unit, iso(now)],
  );

export async function insertDisclosure(
  tx: Tx,
  at: Instant,
  look: { readonly officeProvince: string; readonly id: string; readonly unit: string },
  by: Actor,
  reason: string,
): Promise<boolean> {
  const rows = await tx.query(
    "access-insert-disclosure",
    `insert into access_disclosures (office_province, look_id, at, by_account, by_name, reason)
     select office_province, id, $4, $5, $6, $7 from access_log
     where office_province = $1 and id = $2 and actor_unit = $3 and sealed_until > $4
     on conflict do nothing returning look_id`,
    [look.officeProvince, look.id, look.unit, iso(at), by.account, by.name, reason],
  );
  return rows.length === 1;
}
