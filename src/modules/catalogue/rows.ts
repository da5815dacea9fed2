import type { CommuneState, PoliceOffice, ProvinceState } from "../../../law/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** Which edition of a part of the reference data is loaded; null when none is. */
export async function findVersion(sql: Sql, name: string): Promise<string | null> {
  const rows = await sql.query<{ hash: string }>(
    "find-reference-version",
    "select hash from reference_versions where name = $1",
    [name],
  );
  return rows[0]?.hash ?? null;
}

export async function setVersion(tx: Tx, name: string, hash: string): Promise<void> {
  await tx.query(
    "set-reference-version",
    `insert into reference_versions (name, hash) values ($1, $2)
     on conflict (name) do update set hash = excluded.hash, loaded_at = now()`,
    [name, hash],
  );
}

/** Two starters at once take turns; the lock goes with the transaction. */
export async function lockReferenceData(tx: Tx): Promise<void> {
  await tx.query("lock-reference-data", "select pg_advisory_xact_lock(7226091)");
}

/** The places are what the law's files say: a state that is not in them any more goes. */
export async function replaceProvinces(tx: Tx, states: readonly ProvinceState[]): Promise<void> {
  await tx.query("clear-provinces", "delete from provinces");
  await tx.query(
    "insert-provinces",
    `insert into provinces (code, name, kind, valid_from, valid_until)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[])`,
    [
      states.map((s) => s.code),
      states.map((s) => s.name),
      states.map((s) => s.kind),
      states.map((s) => s.from),
      states.map((s) => s.until),
    ],
  );
}

export async function replaceCommunes(tx: Tx, states: readonly CommuneState[]): Promise<void> {
  await tx.query("clear-communes", "delete from communes");
  await tx.query(
    "insert-communes",
    `insert into communes (code, province_code, name, kind, search_key, valid_from, valid_until)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])`,
    [
      states.map((s) => s.code),
      states.map((s) => s.provinceCode),
      states.map((s) => s.name),
      states.map((s) => s.kind),
      states.map((s) => searchKey(s.name)),
      states.map((s) => s.from),
      states.map((s) => s.until),
    ],
  );
}

/** An office that has ended, and the one that took its work. */
type Ending = { readonly until?: PlainDate; readonly successorId?: string };

/** Offices are never removed: dossiers name them. Address and telephone belong to the office once it has set them. */
export async function upsertUnits(tx: Tx, offices: readonly (PoliceOffice & Ending)[]): Promise<void> {
  await tx.query(
    "upsert-units",
    `insert into units (id, agency_code, level, short_name, name, province_code, commune_code, parent_id, address, valid_from,
       valid_until, successor_id)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::date[], $11::date[], $12::text[])
     on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, parent_id = excluded.parent_id,
       address = coalesce(units.address, excluded.address)`,
    [
      offices.map((o) => o.id),
      offices.map((o) => o.agencyCode),
      offices.map((o) => o.level),
      offices.map((o) => o.shortName),
      offices.map((o) => o.name.vi),
      offices.map((o) => o.provinceCode),
      offices.map((o) => o.communeCode),
      offices.map((o) => o.parentId),
      offices.map((o) => o.address),
      offices.map((o) => o.from),
      offices.map((o) => o.until ?? null),
      offices.map((o) => o.successorId ?? null),
    ],
  );
}

export type ProvinceRow = {
  code: string;
  name: string;
  kind: "city" | "province";
  valid_from: string;
  valid_until: string | null;
};
export const allProvinces = (sql: Sql): Promise<ProvinceRow[]> =>
  sql.query<ProvinceRow>(
    "all-provinces",
    "select code, name, kind, valid_from, valid_until from provinces order by code, valid_from",
  );

export type CommuneRow = {
  code: string;
  province_code: string;
  name: string;
  kind: "ward" | "commune" | "special-zone";
  search_key: string;
  valid_from: string;
  valid_until: string | null;
};
export const allCommunes = (sql: Sql): Promise<CommuneRow[]> =>
  sql.query<CommuneRow>(
    "all-communes",
    "select code, province_code, name, kind, search_key, valid_from, valid_until from communes order by code, valid_from",
  );

export type UnitRow = {
  id: string;
  agency_code: string;
  level: "ministry" | "province" | "commune";
  short_name: string | null;
  name: string;
  province_code: string;
  commune_code: string | null;
  parent_id: string | null;
  address: string | null;
  phone: string | null;
  valid_from: string;
  valid_until: string | null;
  successor_id: string | null;
};
export const allUnits = (sql: Sql): Promise<UnitRow[]> =>
  sql.query<UnitRow>(
    "all-units",
    `select id, agency_code, level, short_name, name, province_code, commune_code, parent_id, address, phone,
       valid_from, valid_until, successor_id from units`,
  );
