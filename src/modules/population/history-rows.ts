import { day, type Instant, type PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Person } from "./person.ts";
import {
  addressKinds,
  type PersonDetails,
  type PersonDocument,
  type PersonRecord,
  type RegisteredAddress,
  type Relation,
} from "./record.ts";
import { type PersonRow, personColumns, personOf } from "./rows.ts";
import { SINCE_EVER } from "./tables.ts";

/** What somebody once said of a person: the data, for which days, written down when and by whom. */
export type Statement = {
  readonly person: Person;
  readonly details: PersonDetails;
  /** The first and last day it speaks of; null where it has no beginning or end. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly recordedAt: Instant;
  readonly source: string;
};

const since = (value: string): PlainDate | null => (value === SINCE_EVER ? null : day(value));
const maybeDay = (value: string | null): PlainDate | null => (value === null ? null : day(value));

type VersionRow = {
  valid_from: string;
  valid_until: string | null;
  recorded_at: Instant;
  source: string;
  data: Pick<Statement, "person" | "details">;
};

/** What was said before, the earliest written first. */
export async function versionsOf(sql: Sql, number: string): Promise<readonly Statement[]> {
  const rows = await sql.query<VersionRow>(
    "versions-of-person",
    "select valid_from, valid_until, recorded_at, source, data from person_versions where number = $1 order by recorded_at, id",
    [number],
  );
  return rows.map((row) => ({
    ...row.data,
    from: since(row.valid_from),
    until: maybeDay(row.valid_until),
    recordedAt: row.recorded_at,
    source: row.source,
  }));
}

type PresentRow = PersonRow & {
  other_names: string | null;
  birth_place: string | null;
  birth_registration_place: string | null;
  origin: string | null;
  religion: string | null;
  blood_group: PersonDetails["bloodGroup"];
  marital_status: PersonDetails["maritalStatus"];
  household_since: string | null;
  residence_file: string | null;
  died_on: string | null;
  missing_since: string | null;
  absence_from: string | null;
  absence_until: string | null;
  other: string | null;
  valid_from: string;
  recorded_at: Instant;
  source: string;
};

/** What stands in the register now; null for an unknown number. */
export async function presentOf(sql: Sql, number: string): Promise<Statement | null> {
  return (await presentOfMany(sql, [number])).get(number) ?? null;
}

export async function presentOfMany(sql: Sql, numbers: readonly string[]): Promise<ReadonlyMap<string, Statement>> {
  const rows = await sql.query<PresentRow>(
    "present-of-persons",
    `select ${personColumns}, other_names, birth_place, birth_registration_place, origin, religion, blood_group, marital_status,
       household_since, residence_file, died_on, missing_since, absence_from, absence_until, other, valid_from, recorded_at, source
     from persons where number = any($1)`,
    [numbers],
  );
  return new Map(rows.map((row) => [row.number, statementOf(row)]));
}

const statementOf = (row: PresentRow): Statement => ({
  person: personOf(row),
  details: {
    otherNames: row.other_names,
    birthPlace: row.birth_place,
    birthRegistrationPlace: row.birth_registration_place,
    origin: row.origin,
    religion: row.religion,
    bloodGroup: row.blood_group,
    maritalStatus: row.marital_status,
    householdSince: maybeDay(row.household_since),
    residenceFile: row.residence_file,
    diedOn: row.died_on,
    missingSince: maybeDay(row.missing_since),
    absenceFrom: maybeDay(row.absence_from),
    absenceUntil: maybeDay(row.absence_until),
    other: row.other,
  },
  from: since(row.valid_from),
  until: null,
  recordedAt: row.recorded_at,
  source: row.source,
});

/** Keeps statements as what was said before; `at` is when something else took their place. */
export async function keepVersions(tx: Tx, statements: readonly Statement[], at: Instant): Promise<void> {
  if (statements.length === 0) return;
  await tx.query(
    "keep-person-versions",
    `insert into person_versions (number, id, valid_from, valid_until, recorded_at, superseded_at, source, household_id, data)
     select * from unnest($1::text[], $2::uuid[], $3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[], $7::text[],
       $8::uuid[], $9::jsonb[])`,
    [
      statements.map(({ person }) => person.number),
      statements.map(() => newId()),
      statements.map(({ from }) => from ?? SINCE_EVER),
      statements.map(({ until }) => until),
      statements.map(({ recordedAt }) => new Date(recordedAt).toISOString()),
      statements.map(() => new Date(at).toISOString()),
      statements.map(({ source }) => source),
      statements.map(({ person }) => person.householdId),
      statements.map(({ person, details }) => JSON.stringify({ person, details })),
    ],
  );
}

type AddressRow = {
  number: string;
  kind: RegisteredAddress["kind"];
  commune_code: string;
  line: string;
  valid_from: string;
  valid_until: string | null;
};

/** All addresses a person ever had here, by kind and time. */
export const addressesOf = async (sql: Sql, number: string): Promise<readonly RegisteredAddress[]> =>
  (await addressesOfMany(sql, [number])).get(number) ?? [];

export async function addressesOfMany(
  sql: Sql,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly RegisteredAddress[]>> {
  const rows = await sql.query<AddressRow>(
    "addresses-of-persons",
    `select number, kind, commune_code, line, valid_from, valid_until from person_addresses where number = any($1)
     order by array_position($2::text[], kind), valid_from`,
    [numbers, addressKinds],
  );
  return grouped(rows, ({ kind, commune_code, line, valid_from, valid_until }) => ({
    kind,
    commune: commune_code,
    line,
    from: since(valid_from),
    until: maybeDay(valid_until),
  }));
}

type DocumentRow = {
  number: string;
  kind: PersonDocument["kind"];
  document_number: string;
  issued_on: string | null;
  issued_by: string | null;
  expires_on: string | null;
};

export async function documentsOfMany(
  sql: Sql,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonDocument[]>> {
  const rows = await sql.query<DocumentRow>(
    "documents-of-persons",
    `select number, kind, document_number, issued_on, issued_by, expires_on from person_documents where number = any($1)
     order by kind, document_number`,
    [numbers],
  );
  return grouped(rows, (row) => ({
    kind: row.kind,
    number: row.document_number,
    issuedOn: maybeDay(row.issued_on),
    issuedBy: row.issued_by,
    expiresOn: maybeDay(row.expires_on),
  }));
}

type RelationRow = {
  number: string;
  kind: Relation["kind"];
  related: string;
  related_name: string;
  related_nationality: string | null;
  valid_from: string;
  valid_until: string | null;
};

export async function relationsOfMany(
  sql: Sql,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const rows = await sql.query<RelationRow>(
    "relations-of-persons",
    `select number, kind, related, related_name, related_nationality, valid_from, valid_until from person_relations
     where number = any($1) order by kind, related, valid_from`,
    [numbers],
  );
  return grouped(rows, (row) => ({
    kind: row.kind,
    number: row.related.startsWith("name:") ? null : row.related,
    name: row.related_name,
    nationality: row.related_nationality,
    from: since(row.valid_from),
    until: maybeDay(row.valid_until),
  }));
}

/** Everything that stands in the register now of some people; who is unknown is left out. */
export async function recordsOf(sql: Sql, numbers: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>> {
  const present = await presentOfMany(sql, numbers);
  const [addresses, documents, relations] = [
    await addressesOfMany(sql, numbers),
    await documentsOfMany(sql, numbers),
    await relationsOfMany(sql, numbers),
  ];
  return new Map(
    [...present].map(([number, { person, details, from }]) => [
      number,
      {
        person,
        details,
        addresses: addresses.get(number) ?? [],
        documents: documents.get(number) ?? [],
        relations: relations.get(number) ?? [],
        validFrom: from,
      },
    ]),
  );
}

function grouped<Row extends { readonly number: string }, T>(
  rows: readonly Row[],
  of: (row: Row) => T,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.number, [...(found.get(row.number) ?? []), of(row)]);
  return found;
}
