import { isPersonNumber } from "../../kernel/person-number.ts";
import { day, type PlainDate } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import {
  type Dwelling,
  lodgingKinds,
  type Organisation,
  organisationKinds,
  type Person,
  type Representative,
} from "./person.ts";

export type PersonRow = {
  number: string;
  name: string;
  birth_year: number;
  birth_month: number | null;
  birth_day: number | null;
  sex: "M" | "F";
  nationality: string;
  ethnicity: string;
  household_id: string | null;
  relation_to_head: string | null;
  permanent_commune: string;
  permanent_line: string;
  phone: string | null;
  email: string | null;
  deceased: boolean;
};
export const personColumns = `number, name, birth_year, birth_month, birth_day, sex, nationality, ethnicity, household_id,
  relation_to_head, permanent_commune, permanent_line, phone, email, deceased`;

export function personOf(row: PersonRow): Person {
  if (!isPersonNumber(row.number)) throw new Error("the register holds a number that is not one");
  return {
    number: row.number,
    name: row.name,
    birth: {
      year: row.birth_year,
      ...(row.birth_month === null ? {} : { month: row.birth_month }),
      ...(row.birth_day === null ? {} : { day: row.birth_day }),
    },
    sex: row.sex,
    nationality: row.nationality,
    ethnicity: row.ethnicity,
    householdId: row.household_id,
    relationToHead: row.relation_to_head,
    permanent: { commune: row.permanent_commune, line: row.permanent_line },
    phone: row.phone,
    email: row.email,
    deceased: row.deceased,
  };
}

/** The person of a number, or null. Personal data: whoever asks records why (access log). */
export async function findPerson(sql: Sql, number: string): Promise<Person | null> {
  const rows = await sql.query<PersonRow>("find-person", `select ${personColumns} from persons where number = $1`, [
    number,
  ]);
  return rows[0] ? personOf(rows[0]) : null;
}

/** Everybody of the household of a number, the head first; empty where the number or its household is unknown. */
export async function personsOfHousehold(sql: Sql, number: string): Promise<readonly Person[]> {
  const rows = await sql.query<PersonRow>(
    "persons-of-household",
    `select ${personColumns} from persons
      where household_id = (select household_id from persons where number = $1)
      order by (relation_to_head = 'head') desc, birth_year, number`,
    [number],
  );
  return rows.map(personOf);
}

type OrganisationRow = {
  code: string;
  name: string;
  kind: string;
  commune_code: string;
  address_line: string;
  superior: string | null;
  phone: string | null;
  email: string | null;
  lodging_kind: string | null;
};
const organisationColumns =
  "o.code, o.name, o.kind, o.commune_code, o.address_line, o.superior, o.phone, o.email, o.lodging_kind";

function organisationOf(row: OrganisationRow): Organisation {
  const kind = organisationKinds.find((known) => known === row.kind);
  if (!kind) throw new Error(`organisation ${row.code} is of no known kind: ${row.kind}`);
  return {
    code: row.code,
    name: row.name,
    kind,
    address: { commune: row.commune_code, line: row.address_line },
    superior: row.superior,
    phone: row.phone,
    email: row.email,
    lodgingKind: lodgingKinds.find((known) => known === row.lodging_kind) ?? null,
  };
}

export async function findOrganisation(sql: Sql, code: string): Promise<Organisation | null> {
  const rows = await sql.query<OrganisationRow>(
    "find-organisation",
    `select ${organisationColumns} from organisations o where o.code = $1`,
    [code],
  );
  return rows[0] ? organisationOf(rows[0]) : null;
}

/** The organisations a person may speak for on a day. */
export async function organisationsOf(sql: Sql, personNumber: string, on: PlainDate): Promise<readonly Organisation[]> {
  const rows = await sql.query<OrganisationRow>(
    "organisations-of-person",
    `select ${organisationColumns} from organisations o
       join representatives r on r.organisation_code = o.code
      where r.person_number = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until >= $2)
      order by o.name, o.code`,
    [personNumber, on],
  );
  return rows.map(organisationOf);
}

type RepresentativeRow = {
  organisation_code: string;
  person_number: string;
  valid_from: string;
  valid_until: string | null;
  evidence: string;
};

/** Who may speak for an organisation on a day. */
export async function representativesOf(sql: Sql, code: string, on: PlainDate): Promise<readonly Representative[]> {
  const rows = await sql.query<RepresentativeRow>(
    "representatives-of-organisation",
    `select organisation_code, person_number, valid_from, valid_until, evidence from representatives
      where organisation_code = $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2)
      order by valid_from, person_number`,
    [code, on],
  );
  return rows.map((row) => {
    if (!isPersonNumber(row.person_number)) throw new Error("a representative without a person number");
    return {
      organisationCode: row.organisation_code,
      personNumber: row.person_number,
      from: day(row.valid_from),
      until: row.valid_until === null ? null : day(row.valid_until),
      evidence: row.evidence,
    };
  });
}

/**
 * What the dwelling and land databases answer: whether this very person owns this very address. `absent` tells nothing
 * more: neither that the address exists nor whose it is.
 */
export async function ownsDwelling(
  sql: Sql,
  number: string,
  communeCode: string,
  line: string,
): Promise<"match" | "absent"> {
  const rows = await sql.query<{ found: number }>(
    "owns-dwelling",
    "select 1 as found from dwellings where commune_code = $1 and address_key = $2 and owner_number = $3",
    [communeCode, searchKey(line), number],
  );
  return rows.length > 0 ? "match" : "absent";
}

export async function insertDwellings(tx: Tx, dwellings: readonly Dwelling[]): Promise<void> {
  await tx.query(
    "insert-dwellings",
    `insert into dwellings (commune_code, address_key, owner_number, address_line)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
     on conflict (commune_code, address_key) do nothing`,
    [
      dwellings.map((d) => d.address.commune),
      dwellings.map((d) => searchKey(d.address.line)),
      dwellings.map((d) => d.ownerNumber),
      dwellings.map((d) => d.address.line),
    ],
  );
}

export async function insertOrganisations(tx: Tx, organisations: readonly Organisation[]): Promise<void> {
  await tx.query(
    "insert-organisations",
    `insert into organisations (code, name, search_key, kind, commune_code, address_line, superior, phone, email, lodging_kind)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[])
     on conflict (code) do nothing`,
    [
      organisations.map((o) => o.code),
      organisations.map((o) => o.name),
      organisations.map((o) => searchKey(o.name)),
      organisations.map((o) => o.kind),
      organisations.map((o) => o.address.commune),
      organisations.map((o) => o.address.line),
      organisations.map((o) => o.superior),
      organisations.map((o) => o.phone),
      organisations.map((o) => o.email),
      organisations.map((o) => o.lodgingKind),
    ],
  );
}

export async function insertRepresentatives(tx: Tx, representatives: readonly Representative[]): Promise<void> {
  await tx.query(
    "insert-representatives",
    `insert into representatives (organisation_code, person_number, valid_from, valid_until, evidence)
     select * from unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::text[])
     on conflict (organisation_code, person_number, valid_from) do nothing`,
    [
      representatives.map((r) => r.organisationCode),
      representatives.map((r) => r.personNumber),
      representatives.map((r) => r.from),
      representatives.map((r) => r.until),
      representatives.map((r) => r.evidence),
    ],
  );
}
