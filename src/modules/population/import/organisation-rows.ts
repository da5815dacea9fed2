import type { Instant, PlainDate } from "../../../kernel/plain-date.ts";
import { searchKey } from "../../../kernel/vietnamese.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { LodgingKind, OrganisationKind } from "../person.ts";

/** An organisation with all its columns. */
export type StoredOrganisation = {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly commune: string;
  readonly line: string;
  readonly superior: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly lodgingKind: LodgingKind | null;
  readonly shortName: string | null;
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly validFrom: string;
  readonly recordedAt: Instant;
  readonly source: string;
};

export async function organisationsKnown(
  sql: Sql,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredOrganisation>> {
  const rows = await sql.query<StoredOrganisation>(
    "organisations-known",
    `select code, name, kind, commune_code as commune, address_line as line, superior, phone, email, lodging_kind as "lodgingKind",
       short_name as "shortName", founded_on as "foundedOn", closed_on as "closedOn", valid_from as "validFrom",
       recorded_at as "recordedAt", source
     from organisations where code = any($1)`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

export async function keepOrganisations(tx: Tx, before: readonly StoredOrganisation[], at: Instant): Promise<void> {
  if (before.length === 0) return;
  await tx.query(
    "keep-organisation-versions",
    `insert into organisation_versions (code, id, valid_from, recorded_at, superseded_at, source, data)
     select * from unnest($1::text[], $2::uuid[], $3::date[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::jsonb[])`,
    [
      before.map(({ code }) => code),
      before.map(() => newId()),
      before.map(({ validFrom }) => validFrom),
      before.map(({ recordedAt }) => new Date(recordedAt).toISOString()),
      before.map(() => new Date(at).toISOString()),
      before.map(({ source }) => source),
      before.map((organisation) => JSON.stringify(organisation)),
    ],
  );
}

/** Adds organisations, or writes them over what stands there; keeping that is the caller's duty. */
export async function writeOrganisations(tx: Tx, coming: readonly StoredOrganisation[]): Promise<void> {
  if (coming.length === 0) return;
  await tx.query(
    "write-organisations",
    `insert into organisations (code, name, search_key, kind, commune_code, address_line, superior, phone, email, lodging_kind,
       short_name, founded_on, closed_on, valid_from, recorded_at, source)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::date[], $13::date[], $14::date[], $15::timestamptz[], $16::text[])
     on conflict (code) do update set name = excluded.name, search_key = excluded.search_key, kind = excluded.kind,
       commune_code = excluded.commune_code, address_line = excluded.address_line, superior = excluded.superior,
       phone = excluded.phone, email = excluded.email, lodging_kind = excluded.lodging_kind, short_name = excluded.short_name,
       founded_on = excluded.founded_on, closed_on = excluded.closed_on, valid_from = excluded.valid_from,
       recorded_at = excluded.recorded_at, source = excluded.source`,
    [
      coming.map((o) => o.code),
      coming.map((o) => o.name),
      coming.map((o) => searchKey(o.name)),
      coming.map((o) => o.kind),
      coming.map((o) => o.commune),
      coming.map((o) => o.line),
      coming.map((o) => o.superior),
      coming.map((o) => o.phone),
      coming.map((o) => o.email),
      coming.map((o) => o.lodgingKind),
      coming.map((o) => o.shortName),
      coming.map((o) => o.foundedOn),
      coming.map((o) => o.closedOn),
      coming.map((o) => o.validFrom),
      coming.map((o) => new Date(o.recordedAt).toISOString()),
      coming.map((o) => o.source),
    ],
  );
}
