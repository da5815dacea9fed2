import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of the desk. */

export type Envelope = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unit: string;
  readonly trackingNumber: string;
  readonly sender: string;
  readonly receivedOn: PlainDate;
  readonly registeredAt: Instant;
};

const COLUMNS = `office_province as "officeProvince", id, unit_id as unit, tracking_number as "trackingNumber", sender,
  received_on::text as "receivedOn", registered_at as "registeredAt"`;

/** False where the unit has an envelope of that tracking number already. */
export async function insertEnvelope(sql: Sql, envelope: Envelope, account: string): Promise<boolean> {
  const { officeProvince, id, unit, trackingNumber, sender, receivedOn, registeredAt } = envelope;
  const rows = await sql.query(
    "desk-insert-envelope",
    `insert into desk_envelopes (office_province, id, unit_id, tracking_number, sender, received_on, registered_by, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (office_province, unit_id, tracking_number) do nothing returning id`,
    [officeProvince, id, unit, trackingNumber, sender, receivedOn, account, new Date(registeredAt)],
  );
  return rows.length > 0;
}

export async function findEnvelope(
  sql: Sql,
  officeProvince: string,
  unit: string,
  id: string,
): Promise<Envelope | null> {
  const [row] = await sql.query<Envelope>(
    "desk-find-envelope",
    `select ${COLUMNS} from desk_envelopes where office_province = $1 and unit_id = $2 and id = $3`,
    [officeProvince, unit, id],
  );
  return row ?? null;
}

/** The latest envelopes of a unit, with the codes of the dossiers that came out of each. */
export async function envelopesOfUnit(
  sql: Sql,
  officeProvince: string,
  unit: string,
  most: number,
): Promise<readonly (Envelope & { readonly codes: readonly string[] })[]> {
  return sql.query(
    "desk-envelopes-of-unit",
    `select ${COLUMNS}, array(select dossier_code from desk_envelope_dossiers d
       where d.office_province = e.office_province and d.envelope_id = e.id order by 1) as codes
     from desk_envelopes e where office_province = $1 and unit_id = $2 order by registered_at desc limit $3`,
    [officeProvince, unit, most],
  );
}

export async function insertEnvelopeDossier(
  sql: Sql,
  officeProvince: string,
  envelope: string,
  code: string,
): Promise<void> {
  await sql.query(
    "desk-insert-envelope-dossier",
    `insert into desk_envelope_dossiers (office_province, envelope_id, dossier_code) values ($1, $2, $3)
     on conflict do nothing`,
    [officeProvince, envelope, code],
  );
}

export async function insertSecretMark(
  tx: Tx,
  mark: { officeProvince: string; id: string; unit: string; procedure: string; account: string; at: Instant },
): Promise<void> {
  await tx.query(
    "desk-insert-secret-mark",
    `insert into desk_secret_marks (office_province, id, unit_id, procedure_key, noticed_by, noticed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [mark.officeProvince, mark.id, mark.unit, mark.procedure, mark.account, new Date(mark.at)],
  );
}

/** Procedures by how often this unit's desk took them since a moment, the commonest first. */
export async function proceduresTaken(
  sql: Sql,
  officeProvince: string,
  unit: string,
  since: Instant,
): Promise<readonly string[]> {
  const rows = await sql.query<{ key: string }>(
    "desk-procedures-taken",
    `select procedure_key as key from dossiers
     where office_province = $1 and unit_id = $2 and channel in ('desk', 'post') and filed_at > $3
     group by procedure_key order by count(*) desc, procedure_key`,
    [officeProvince, unit, new Date(since)],
  );
  return rows.map(({ key }) => key);
}

/** The account under which a citizen signs in; null for whoever never did. */
export async function citizenAccount(sql: Sql, number: string): Promise<string | null> {
  const [row] = await sql.query<{ id: string }>(
    "desk-citizen-account",
    "select id from accounts where person_number = $1 and kind = 'citizen' order by created_at limit 1",
    [number],
  );
  return row?.id ?? null;
}
