import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of agencies that may ask, and of their keys. */

export type AgencyRow = {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly organisationCode: string | null;
  readonly fields: readonly string[];
};
const COLUMNS = `a.code, a.name, a.province_code as "provinceCode", a.organisation_code as "organisationCode", a.fields`;
const IN_FORCE = "a.valid_from <= $2 and (a.valid_until is null or a.valid_until >= $2)";

export async function agencyOfOrganisation(sql: Sql, code: string, on: PlainDate): Promise<AgencyRow | null> {
  const [row] = await sql.query<AgencyRow>(
    "agencies-of-organisation",
    `select ${COLUMNS} from connected_agencies a where a.organisation_code = $1 and ${IN_FORCE}`,
    [code, on],
  );
  return row ?? null;
}

export async function agencyNamed(sql: Sql, code: string, on: PlainDate): Promise<AgencyRow | null> {
  const [row] = await sql.query<AgencyRow>(
    "agencies-named",
    `select ${COLUMNS} from connected_agencies a where a.code = $1 and ${IN_FORCE}`,
    [code, on],
  );
  return row ?? null;
}

export type KeyRow = AgencyRow & { readonly algorithm: string; readonly jwk: object };

/** The key of that name, with whose it is; none that was revoked or whose agency may ask no more. */
export async function agencyKey(sql: Sql, id: string, on: PlainDate): Promise<KeyRow | null> {
  const [row] = await sql.query<KeyRow>(
    "agencies-key",
    `select ${COLUMNS}, k.algorithm, k.jwk from agency_keys k join connected_agencies a on a.code = k.agency_code
     where k.id = $1 and k.revoked_at is null and ${IN_FORCE}`,
    [id, on],
  );
  return row ?? null;
}

/** False where this nonce of this key was used before. */
export async function takeNonce(sql: Sql, key: string, nonce: string, staleAt: Instant): Promise<boolean> {
  const rows = await sql.query(
    "agencies-take-nonce",
    "insert into message_nonces (key_id, nonce, stale_at) values ($1, $2, $3) on conflict do nothing returning 1",
    [key, nonce, new Date(staleAt)],
  );
  return rows.length === 1;
}

/** Needs the owner's connection, as the next two do: the application only reads who may ask. */
export async function upsertAgency(tx: Tx, agency: AgencyRow, from: PlainDate, until: PlainDate | null): Promise<void> {
  await tx.query(
    "agencies-upsert",
    `insert into connected_agencies (code, name, province_code, organisation_code, fields, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code) do update set name = excluded.name, province_code = excluded.province_code,
       organisation_code = excluded.organisation_code, fields = excluded.fields, valid_until = excluded.valid_until`,
    [agency.code, agency.name, agency.provinceCode, agency.organisationCode, agency.fields, from, until],
  );
}

export async function insertAgencyKey(
  tx: Tx,
  key: { id: string; agency: string; algorithm: string; jwk: object; at: Instant },
): Promise<void> {
  await tx.query(
    "agencies-insert-key",
    `insert into agency_keys (id, agency_code, algorithm, jwk, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [key.id, key.agency, key.algorithm, JSON.stringify(key.jwk), new Date(key.at)],
  );
}

/** Ends one key of an agency, or all of them; answers how many ended. */
export async function revokeAgencyKeys(tx: Tx, agency: string, id: string | null, at: Instant): Promise<number> {
  const rows = await tx.query(
    "agencies-revoke-keys",
    `update agency_keys set revoked_at = $3 where agency_code = $1 and ($2::text is null or id = $2) and revoked_at is null
     returning 1`,
    [agency, id, new Date(at)],
  );
  return rows.length;
}

/** The agencies' keys that count, the oldest first. */
export const livingAgencyKeys = (sql: Sql): Promise<{ id: string; agency: string; createdAt: Instant }[]> =>
  sql.query(
    "agencies-living-keys",
    `select id, agency_code as agency, created_at as "createdAt" from agency_keys where revoked_at is null
     order by created_at, id`,
  );
