import type { Instant, PartialDate, PlainDate } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";

/** One guest's stay as it is notified. `id` is made by the sender of the row, so that sending twice is once. */
export type StayEntry = {
  readonly id: string;
  /** Who lodges: the organisation's code or the host's number, and the address. */
  readonly hostKey: string;
  readonly hostName: string;
  readonly communeCode: string;
  readonly addressLine: string;
  readonly room: string | null;
  readonly guestName: string;
  readonly guestBirth: PartialDate | null;
  readonly guestSex: string | null;
  readonly nationality: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly arrivedAt: Instant;
  readonly leavesOn: PlainDate;
  /** When the notification was due (23:00 / 08:00). */
  readonly dueAt: Instant;
  readonly details: object;
};
export type NewStay = StayEntry & {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly notifiedAt: Instant;
  readonly replaces?: string;
};
export type StayRow = NewStay & {
  readonly onTime: boolean;
  readonly ended: "corrected" | "cancelled" | null;
  readonly endedAt: Instant | null;
};

const COLUMNS = `office_province as "officeProvince", id, dossier_id as "dossierId", dossier_code as "dossierCode",
  host_key as "hostKey", host_name as "hostName", commune_code as "communeCode", address_line as "addressLine", room,
  guest_name as "guestName", guest_birth as "guestBirth", guest_sex as "guestSex", nationality,
  document_kind as "documentKind", document_number as "documentNumber", reason, arrived_at as "arrivedAt",
  leaves_on as "leavesOn", notified_at as "notifiedAt", due_at as "dueAt", on_time as "onTime", details, ended,
  ended_at as "endedAt"`;

const iso = (at: Instant): string => new Date(at).toISOString();

/**
 * Writes stays; one that stands already (same host, document and arrival) is left as it is. Answers the ids written.
 * A notification at or after its due time is late (Residence Law art. 30: "before 23:00").
 */
export async function insertStays(tx: Tx, stays: readonly NewStay[]): Promise<ReadonlySet<string>> {
  if (stays.length === 0) return new Set();
  const order = (s: NewStay): string => `${s.officeProvince} ${s.hostKey} ${s.documentNumber} ${s.arrivedAt}`;
  const rows = [...stays]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((s) => ({
      ...s,
      guestSearch: searchKey(s.guestName),
      arrivedAt: iso(s.arrivedAt),
      notifiedAt: iso(s.notifiedAt),
      dueAt: iso(s.dueAt),
      onTime: s.notifiedAt < s.dueAt,
    }));
  const written = await tx.query<{ id: string }>(
    "insert-stays",
    `insert into stays (office_province, id, dossier_id, dossier_code, host_key, host_name, commune_code, address_line,
       room, guest_name, guest_search, guest_birth, guest_sex, nationality, document_kind, document_number, reason,
       arrived_at, leaves_on, notified_at, due_at, on_time, details, replaces)
     select "officeProvince", id, "dossierId", "dossierCode", "hostKey", "hostName", "communeCode", "addressLine", room,
       "guestName", "guestSearch", "guestBirth", "guestSex", nationality, "documentKind", "documentNumber", reason,
       "arrivedAt", "leavesOn", "notifiedAt", "dueAt", "onTime", details, replaces
     from jsonb_to_recordset($1::jsonb) as r("officeProvince" text, id uuid, "dossierId" uuid, "dossierCode" text,
       "hostKey" text, "hostName" text, "communeCode" text, "addressLine" text, room text, "guestName" text,
       "guestSearch" text, "guestBirth" jsonb, "guestSex" text, nationality text, "documentKind" text,
       "documentNumber" text, reason text, "arrivedAt" timestamptz, "leavesOn" date, "notifiedAt" timestamptz,
       "dueAt" timestamptz, "onTime" boolean, details jsonb, replaces uuid)
     on conflict (office_province, host_key, document_number, arrived_at) where ended is null do nothing
     returning id`,
    [JSON.stringify(rows)],
  );
  return new Set(written.map((row) => row.id));
}

/** What tells one stay from another, and the dossier that notified it first. */
export type StandingStay = Pick<NewStay, "hostKey" | "documentNumber" | "arrivedAt" | "dossierCode">;

/** Of these stays of one province, those that stand in the register already. */
export const findStays = (
  sql: Sql,
  officeProvince: string,
  stays: readonly StayEntry[],
): Promise<readonly StandingStay[]> =>
  findStandingStays(
    sql,
    stays.map((stay) => ({ ...stay, officeProvince })),
  );

/** Of these stays, those that stand in the register already, whatever their number in one question. */
export async function findStandingStays(
  sql: Sql,
  stays: readonly Pick<NewStay, "officeProvince" | "hostKey" | "documentNumber" | "arrivedAt">[],
): Promise<readonly StandingStay[]> {
  return sql.query(
    "find-standing-stays",
    // Laterally, one look into the index a stay: a table that grew since it was last counted would be read whole.
    `select s.host_key as "hostKey", s.document_number as "documentNumber", s.arrived_at as "arrivedAt",
       s.dossier_code as "dossierCode"
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as r(province, host, document, arrived)
     cross join lateral (select * from stays where office_province = r.province and host_key = r.host
       and document_number = r.document and arrived_at = r.arrived and ended is null limit 1) as s`,
    [
      stays.map((stay) => stay.officeProvince),
      stays.map((stay) => stay.hostKey),
      stays.map((stay) => stay.documentNumber),
      stays.map((stay) => iso(stay.arrivedAt)),
    ],
  );
}

/** The stays of a dossier, the ended ones too, so that corrections leave their trace. */
export async function staysOfDossier(
  reading: Reading,
  officeProvince: string,
  dossierId: string,
): Promise<readonly StayRow[]> {
  return reading.query<StayRow>(
    "stays-of-dossier",
    `select ${COLUMNS} from stays where office_province = $1 and dossier_id = $2 order by arrived_at, guest_search, id`,
    [officeProvince, dossierId],
  );
}

/** Ends a stay that still stands. Answers false where it was ended before. */
export async function endStay(
  tx: Tx,
  officeProvince: string,
  id: string,
  how: "corrected" | "cancelled",
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    "end-stay",
    `update stays set ended = $3, ended_at = $4 where office_province = $1 and id = $2 and ended is null returning id`,
    [officeProvince, id, how, iso(at)],
  );
  return rows.length === 1;
}

/** The stays a commune's police see, by arrival, newest first; `search` is by guest, document, host or code. */
export async function staysInCommune(
  reading: Reading,
  officeProvince: string,
  communeCode: string,
  search: string,
  limit: number,
  offset: number,
): Promise<readonly StayRow[]> {
  return reading.query<StayRow>(
    "stays-in-commune",
    `select ${COLUMNS} from stays
     where office_province = $1 and commune_code = $2
       and ($3 = '' or guest_search like '%' || $3 || '%' or document_number ilike $4 || '%' or dossier_code ilike '%' || $4 || '%')
     order by arrived_at desc, id limit $5 offset $6`,
    [officeProvince, communeCode, searchKey(search), search.trim(), limit, offset],
  );
}
