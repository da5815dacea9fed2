import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Reading } from "../access/index.ts";
import type { Link } from "./links.ts";
import type { DeskSession, SessionKind } from "./sessions-rows.ts";

/** The SQL of bookings. Name and telephone leave only under a leave to read. */
export type BookingEnd = "moved" | "cancelled" | "arrived" | "called-off";
/** A booking without its person. */
export type Booking = {
  readonly officeProvince: string;
  readonly id: string;
  readonly sessionId: string;
  readonly minute: number;
  readonly unitId: string;
  readonly procedure: string;
  /** What the person says at the desk or types at the kiosk: `H7K2P9`. */
  readonly code: string;
  readonly bookedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedAs: BookingEnd | null;
  readonly day: PlainDate;
  readonly slotMinutes: number;
  readonly kind: SessionKind;
  readonly place: string;
  readonly endedReason: string | null;
};
export type Booker = {
  readonly name: string;
  readonly phone: string;
  readonly account: string | null;
  readonly number: string | null;
};
export type BookingOfPerson = Booking & Pick<Booker, "name" | "phone"> & { readonly personNumber: string | null };

const COLUMNS = `b.office_province as "officeProvince", b.id, b.session_id as "sessionId", b.minute,
  b.unit_id as "unitId", b.procedure_key as procedure, b.code, b.booked_at as "bookedAt", b.ended_at as "endedAt",
  b.ended_as as "endedAs", s.day, s.slot_minutes as "slotMinutes", s.kind, s.place, s.ended_reason as "endedReason"`;
const FROM = `from desk_bookings b
  join desk_sessions s on s.office_province = b.office_province and s.id = b.session_id`;

export type NewBooking = Booker & {
  readonly officeProvince: string;
  readonly id: string;
  readonly sessionId: string;
  readonly minute: number;
  readonly unitId: string;
  readonly procedure: string;
  readonly code: string;
  readonly hash: Buffer;
  readonly personKey: string;
  readonly bookedAt: Instant;
  readonly via: "online" | "desk";
};

/** False where the person has a living booking for this procedure and session. */
export const insertBooking = async (tx: Tx, b: NewBooking): Promise<boolean> => {
  const rows = await tx.query(
    "desk-insert-booking",
    `insert into desk_bookings (office_province, id, session_id, minute, unit_id, procedure_key, code, token_hash,
       person_key, account_id, person_number, name, phone, booked_at, booked_via)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (office_province, session_id, procedure_key, person_key) where ended_at is null do nothing returning id`,
    [
      b.officeProvince,
      b.id,
      b.sessionId,
      b.minute,
      b.unitId,
      b.procedure,
      b.code,
      b.hash,
      b.personKey,
      b.account,
      b.number,
      b.name,
      b.phone,
      new Date(b.bookedAt),
      b.via,
    ],
  );
  return rows.length === 1;
};

export const findByLink = async (sql: Sql, link: Link): Promise<Booking | null> => {
  const [row] = await sql.query<Booking>(
    "desk-booking-by-link",
    `select ${COLUMNS} ${FROM} where b.office_province = $1 and b.token_hash = $2`,
    [link.officeProvince, link.hash],
  );
  return row ?? null;
};

export const findById = async (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  id: string,
): Promise<Booking | null> => {
  const [row] = await sql.query<Booking>(
    "desk-booking-by-id",
    `select ${COLUMNS} ${FROM} where b.office_province = $1 and b.unit_id = $2 and b.id = $3`,
    [officeProvince, unitId, id],
  );
  return row ?? null;
};

/** A living booking of a unit by the code its person was given; the day nearest to today first. */
export const findByCode = async (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  code: string,
  from: PlainDate,
): Promise<Booking | null> => {
  const [row] = await sql.query<Booking>(
    "desk-booking-by-code",
    `select ${COLUMNS} ${FROM}
     where b.office_province = $1 and b.unit_id = $2 and b.code = $3 and b.ended_at is null and s.day >= $4
     order by s.day limit 1`,
    [officeProvince, unitId, code, from],
  );
  return row ?? null;
};

/** Whose booking it is: for moving it and for finding a class of age. Does not leave this room. */
export const lockBooking = async (
  tx: Tx,
  officeProvince: string,
  id: string,
): Promise<(Booker & { readonly personKey: string; readonly endedAt: Instant | null }) | null> => {
  const [row] = await tx.query<Booker & { personKey: string; endedAt: Instant | null }>(
    "desk-lock-booking",
    `select name, phone, account_id as account, person_number as number, person_key as "personKey",
       ended_at as "endedAt" from desk_bookings where office_province = $1 and id = $2 for update`,
    [officeProvince, id],
  );
  return row ?? null;
};

export const endBooking = async (
  tx: Tx,
  booking: Pick<Booking, "officeProvince" | "id">,
  as: BookingEnd,
  at: Instant,
): Promise<void> => {
  await tx.query(
    "desk-end-booking",
    "update desk_bookings set ended_at = $3, ended_as = $4 where office_province = $1 and id = $2",
    [booking.officeProvince, booking.id, new Date(at), as],
  );
};

/** Calls off every living booking of a session; answers how many. */
export const callOff = async (
  tx: Tx,
  session: Pick<DeskSession, "officeProvince" | "id">,
  at: Instant,
): Promise<number> => {
  const rows = await tx.query(
    "desk-call-off",
    `update desk_bookings set ended_at = $3, ended_as = 'called-off'
     where office_province = $1 and session_id = $2 and ended_at is null returning id`,
    [session.officeProvince, session.id, new Date(at)],
  );
  return rows.length;
};

/** Everybody who booked a session, by slot. */
export const bookingsOfSession = (
  reading: Reading,
  officeProvince: string,
  sessionId: string,
): Promise<BookingOfPerson[]> =>
  reading.query(
    "desk-bookings-of-session",
    `select ${COLUMNS}, b.name, b.phone, b.person_number as "personNumber" ${FROM}
     where b.office_province = $1 and b.session_id = $2 order by b.minute, b.booked_at, b.id limit 2000`,
    [officeProvince, sessionId],
  );

/** The bookings an account made for itself, the next day first. */
export const bookingsOfAccount = (reading: Reading, account: string): Promise<BookingOfPerson[]> =>
  reading.query(
    "desk-bookings-of-account",
    `select ${COLUMNS}, b.name, b.phone, b.person_number as "personNumber" ${FROM}
     where b.account_id = $1 order by s.day desc, b.minute, b.id limit 200`,
    [account],
  );

/** Removes the persons from bookings of past days; what is left only counts. */
export const forgetBefore = async (sql: Sql, before: PlainDate, at: Instant): Promise<number> => {
  const rows = await sql.query(
    "desk-forget-before",
    `update desk_bookings b set forgotten_at = $2, name = '', phone = '', person_number = null, account_id = null,
       person_key = '', ended_at = coalesce(b.ended_at, $2), ended_as = coalesce(b.ended_as, 'cancelled')
     from desk_sessions s where s.office_province = b.office_province and s.id = b.session_id and s.day < $1
       and b.forgotten_at is null returning b.id`,
    [before, new Date(at)],
  );
  return rows.length;
};
