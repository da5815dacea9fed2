import type { Instant } from "../../kernel/plain-date.ts";
import { nameKey, searchKey } from "../../kernel/vietnamese.ts";
import type { PersonDocument, PersonRecord, RegisteredAddress, Relation } from "./record.ts";

/** How persons are written: one list of columns a table, for a statement of many rows and for COPY alike. */

export type Cell = string | number | boolean | null;
export type Column<Row> = { readonly name: string; readonly type: string; of(row: Row): Cell };
export type RegisterTable<Row> = {
  readonly name: string;
  readonly key: string;
  readonly columns: readonly Column<Row>[];
};

/** Where a record comes from, and when it was written down here. */
export type Stamp = { readonly source: string; readonly recordedAt: Instant };
export type Stamped<T> = { readonly number: string; readonly of: T; readonly stamp: Stamp };

/** A start that nobody knows lies before every day. */
export const SINCE_EVER = "-infinity";

const column = <Row>(name: string, type: string, of: (row: Row) => Cell): Column<Row> => ({ name, type, of });
const stampColumns = <T>(): readonly Column<Stamped<T>>[] => [
  column("recorded_at", "timestamptz", ({ stamp }) => new Date(stamp.recordedAt).toISOString()),
  column("source", "text", ({ stamp }) => stamp.source),
];
const ofPerson = (
  name: string,
  type: string,
  of: (person: PersonRecord["person"]) => Cell,
): Column<Stamped<PersonRecord>> => column(name, type, (row) => of(row.of.person));
const ofDetails = (
  name: string,
  type: string,
  of: (details: PersonRecord["details"]) => Cell,
): Column<Stamped<PersonRecord>> => column(name, type, (row) => of(row.of.details));

export const PERSONS: RegisterTable<Stamped<PersonRecord>> = {
  name: "persons",
  key: "number",
  columns: [
    ofPerson("number", "text", (p) => p.number),
    ofPerson("name", "text", (p) => p.name),
    ofPerson("search_key", "text", (p) => searchKey(p.name)),
    ofPerson("name_key", "text", (p) => nameKey(p.name)),
    ofPerson("birth_year", "int", (p) => p.birth.year),
    ofPerson("birth_month", "int", (p) => p.birth.month ?? null),
    ofPerson("birth_day", "int", (p) => p.birth.day ?? null),
    ofPerson("sex", "text", (p) => p.sex),
    ofPerson("nationality", "text", (p) => p.nationality),
    ofPerson("ethnicity", "text", (p) => p.ethnicity),
    ofPerson("household_id", "uuid", (p) => p.householdId),
    ofPerson("relation_to_head", "text", (p) => p.relationToHead),
    ofPerson("permanent_commune", "text", (p) => p.permanent.commune),
    ofPerson("permanent_line", "text", (p) => p.permanent.line),
    ofPerson("phone", "text", (p) => p.phone),
    ofPerson("email", "text", (p) => p.email),
    ofPerson("deceased", "bool", (p) => p.deceased),
    ofDetails("other_names", "text", (d) => d.otherNames),
    ofDetails("birth_place", "text", (d) => d.birthPlace),
    ofDetails("birth_registration_place", "text", (d) => d.birthRegistrationPlace),
    ofDetails("origin", "text", (d) => d.origin),
    ofDetails("religion", "text", (d) => d.religion),
    ofDetails("blood_group", "text", (d) => d.bloodGroup),
    ofDetails("marital_status", "text", (d) => d.maritalStatus),
    ofDetails("household_since", "date", (d) => d.householdSince),
    ofDetails("residence_file", "text", (d) => d.residenceFile),
    ofDetails("died_on", "text", (d) => d.diedOn),
    ofDetails("missing_since", "date", (d) => d.missingSince),
    ofDetails("absence_from", "date", (d) => d.absenceFrom),
    ofDetails("absence_until", "date", (d) => d.absenceUntil),
    ofDetails("other", "jsonb", (d) => (d.other === null ? null : JSON.stringify(d.other))),
    column("valid_from", "date", (row) => row.of.validFrom ?? SINCE_EVER),
    ...stampColumns<PersonRecord>(),
  ],
};

export const ADDRESSES: RegisterTable<Stamped<RegisteredAddress>> = {
  name: "person_addresses",
  key: "number, kind, valid_from",
  columns: [
    column("number", "text", (row) => row.number),
    column("kind", "text", (row) => row.of.kind),
    column("valid_from", "date", (row) => row.of.from ?? SINCE_EVER),
    column("valid_until", "date", (row) => row.of.until),
    column("commune_code", "text", (row) => row.of.commune),
    column("line", "text", (row) => row.of.line),
    ...stampColumns<RegisteredAddress>(),
  ],
};

export const DOCUMENTS: RegisterTable<Stamped<PersonDocument>> = {
  name: "person_documents",
  key: "number, kind, document_number",
  columns: [
    column("number", "text", (row) => row.number),
    column("kind", "text", (row) => row.of.kind),
    column("document_number", "text", (row) => row.of.number),
    column("issued_on", "date", (row) => row.of.issuedOn),
    column("issued_by", "text", (row) => row.of.issuedBy),
    column("expires_on", "date", (row) => row.of.expiresOn),
    ...stampColumns<PersonDocument>(),
  ],
};

/** Under what the other person of a relation stands: the number, or the name where no number is known. */
export const relatedKey = (relation: Pick<Relation, "number" | "name">): string =>
  relation.number ?? `name:${searchKey(relation.name)}`;

export const RELATIONS: RegisterTable<Stamped<Relation>> = {
  name: "person_relations",
  key: "number, kind, related, valid_from",
  columns: [
    column("number", "text", (row) => row.number),
    column("kind", "text", (row) => row.of.kind),
    column("related", "text", (row) => relatedKey(row.of)),
    column("related_name", "text", (row) => row.of.name),
    column("related_nationality", "text", (row) => row.of.nationality),
    column("valid_from", "date", (row) => row.of.from ?? SINCE_EVER),
    column("valid_until", "date", (row) => row.of.until),
    ...stampColumns<Relation>(),
  ],
};

/** The rows of records in each table. */
export function rowsOf(records: readonly PersonRecord[], stamp: Stamp) {
  const each = <T>(of: (record: PersonRecord) => readonly T[]): Stamped<T>[] =>
    records.flatMap((record) => of(record).map((one) => ({ number: record.person.number, of: one, stamp })));
  return {
    persons: each((record) => [record]),
    addresses: each((record) => record.addresses),
    documents: each((record) => record.documents),
    relations: each((record) => record.relations),
  };
}
