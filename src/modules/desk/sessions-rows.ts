import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The SQL of sessions and their slots. */
export type SessionKind = "ordinary" | "saturday" | "mobile";
export type Slot = {
  /** Minute of the day at which it begins. */
  readonly minute: number;
  readonly capacity: number;
  readonly booked: number;
};
export type DeskSession = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly kind: SessionKind;
  readonly day: PlainDate;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly slotMinutes: number;
  readonly place: string;
  readonly procedures: readonly string[];
  readonly endedAt: Instant | null;
  readonly endedReason: string | null;
};
export type SessionWithSlots = DeskSession & { readonly slots: readonly Slot[] };

const COLUMNS = `s.office_province as "officeProvince", s.id, s.unit_id as "unitId", s.kind, s.day,
  s.from_minute as "fromMinute", s.until_minute as "untilMinute", s.slot_minutes as "slotMinutes", s.place, s.procedures,
  s.ended_at as "endedAt", s.ended_reason as "endedReason"`;
const SLOTS = `(select coalesce(jsonb_agg(jsonb_build_object('minute', l.minute, 'capacity', l.capacity,
    'booked', l.booked) order by l.minute), '[]')
  from desk_slots l where l.office_province = s.office_province and l.session_id = s.id) as slots`;

export const insertSession = async (
  tx: Tx,
  s: Omit<DeskSession, "endedAt" | "endedReason">,
  capacity: number,
  by: { readonly account: string; readonly name: string },
  at: Instant,
): Promise<void> => {
  await tx.query(
    "desk-insert-session",
    `insert into desk_sessions (office_province, id, unit_id, kind, day, from_minute, until_minute, slot_minutes, place,
       procedures, created_at, created_by, created_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      s.officeProvince,
      s.id,
      s.unitId,
      s.kind,
      s.day,
      s.fromMinute,
      s.untilMinute,
      s.slotMinutes,
      s.place,
      s.procedures,
      new Date(at),
      by.account,
      by.name,
    ],
  );
  await tx.query(
    "desk-insert-slots",
    `insert into desk_slots (office_province, session_id, minute, capacity)
     select $1, $2, minute, $6 from generate_series($3::int, $4::int - $5::int, $5::int) as minute`,
    [s.officeProvince, s.id, s.fromMinute, s.untilMinute, s.slotMinutes, capacity],
  );
};

export const findSession = async (sql: Sql, officeProvince: string, id: string): Promise<SessionWithSlots | null> => {
  const [row] = await sql.query<SessionWithSlots>(
    "desk-find-session",
    `select ${COLUMNS}, ${SLOTS} from desk_sessions s where s.office_province = $1 and s.id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
};

/** A session that nobody ends or changes until the commit; bookings hold it together. */
export const holdSession = async (tx: Tx, officeProvince: string, id: string): Promise<DeskSession | null> => {
  const [row] = await tx.query<DeskSession>(
    "desk-hold-session",
    `select ${COLUMNS} from desk_sessions s where s.office_province = $1 and s.id = $2 for share`,
    [officeProvince, id],
  );
  return row ?? null;
};

export const lockSession = async (
  tx: Tx,
  officeProvince: string,
  unitId: string,
  id: string,
): Promise<DeskSession | null> => {
  const [row] = await tx.query<DeskSession>(
    "desk-lock-session",
    `select ${COLUMNS} from desk_sessions s where s.office_province = $1 and s.unit_id = $2 and s.id = $3 for update`,
    [officeProvince, unitId, id],
  );
  return row ?? null;
};

export const endSession = async (
  tx: Tx,
  session: DeskSession,
  by: string,
  reason: string,
  at: Instant,
): Promise<void> => {
  await tx.query(
    "desk-end-session",
    "update desk_sessions set ended_at = $3, ended_by = $4, ended_reason = $5 where office_province = $1 and id = $2",
    [session.officeProvince, session.id, new Date(at), by, reason],
  );
};

/** Sets the capacity of one slot; null where more are booked than that, and nothing is changed. */
export const setCapacity = async (tx: Tx, session: DeskSession, minute: number, capacity: number): Promise<boolean> => {
  const rows = await tx.query(
    "desk-set-capacity",
    `update desk_slots set capacity = $4
     where office_province = $1 and session_id = $2 and minute = $3 and booked <= $4 returning minute`,
    [session.officeProvince, session.id, minute, capacity],
  );
  return rows.length === 1;
};

/** Takes one place of a slot; false where none is left. This statement is why no slot is overbooked. */
export const takePlace = async (
  tx: Tx,
  slot: { readonly officeProvince: string; readonly sessionId: string; readonly minute: number },
): Promise<boolean> => {
  const rows = await tx.query(
    "desk-take-place",
    `update desk_slots set booked = booked + 1
     where office_province = $1 and session_id = $2 and minute = $3 and booked < capacity returning minute`,
    [slot.officeProvince, slot.sessionId, slot.minute],
  );
  return rows.length === 1;
};

export const freePlace = async (
  tx: Tx,
  slot: { readonly officeProvince: string; readonly sessionId: string; readonly minute: number },
): Promise<void> => {
  await tx.query(
    "desk-free-place",
    `update desk_slots set booked = booked - 1 where office_province = $1 and session_id = $2 and minute = $3`,
    [slot.officeProvince, slot.sessionId, slot.minute],
  );
};

/** Sessions of a unit in a time, those that ended early included. */
export const sessionsOf = (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<SessionWithSlots[]> =>
  sql.query(
    "desk-sessions-of",
    `select ${COLUMNS}, ${SLOTS} from desk_sessions s
     where s.office_province = $1 and s.unit_id = $2 and s.day between $3 and $4 order by s.day, s.from_minute, s.id
     limit 500`,
    [officeProvince, unitId, from, until],
  );

/** Sessions of the whole country that can still be booked, by day: a list of offices to choose from. */
export const openSessions = (
  sql: Sql,
  from: PlainDate,
  until: PlainDate,
): Promise<
  (Pick<DeskSession, "officeProvince" | "unitId" | "day" | "kind" | "place" | "procedures"> & {
    readonly free: number;
  })[]
> =>
  sql.query(
    "desk-open-sessions",
    `select s.office_province as "officeProvince", s.unit_id as "unitId", s.day, s.kind, s.place, s.procedures,
       (select coalesce(sum(l.capacity - l.booked), 0)::int from desk_slots l
        where l.office_province = s.office_province and l.session_id = s.id) as free
     from desk_sessions s where s.ended_at is null and s.day between $1 and $2 order by s.day, s.unit_id limit 5000`,
    [from, until],
  );

export const hasSessionOn = async (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  on: PlainDate,
): Promise<boolean> => {
  const rows = await sql.query(
    "desk-has-session-on",
    `select 1 from desk_sessions
     where office_province = $1 and unit_id = $2 and day = $3 and ended_at is null and kind <> 'mobile' limit 1`,
    [officeProvince, unitId, on],
  );
  return rows.length > 0;
};
