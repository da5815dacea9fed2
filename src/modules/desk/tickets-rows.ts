import type { PriorityClass } from "../../../law/index.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Lane } from "./calling.ts";
import type { Link } from "./links.ts";

/** The SQL of tickets and of what became of them. */
export type TicketState = "waiting" | "called" | "serving" | "served" | "no-show" | "left";
export type Channel = "kiosk" | "phone" | "desk" | "booking";
export type Ticket = {
  readonly officeProvince: string;
  readonly id: string;
  readonly unitId: string;
  readonly day: PlainDate;
  /** `A012`. */
  readonly number: string;
  readonly service: string;
  readonly channel: Channel;
  readonly priority: PriorityClass | null;
  /** Named by the person, not yet confirmed. */
  readonly declared: PriorityClass | null;
  readonly aheadFrom: Instant | null;
  readonly state: TicketState;
  readonly counterId: string | null;
  readonly dossierCode: string | null;
  readonly issuedAt: Instant;
  readonly calledAt: Instant | null;
  readonly lastCallAt: Instant | null;
  readonly calls: number;
  readonly servingAt: Instant | null;
  readonly endedAt: Instant | null;
};
export type TicketActKind =
  | "issued"
  | "called"
  | "recalled"
  | "serving"
  | "handed-over"
  | "served"
  | "no-show"
  | "left"
  | "priority-confirmed"
  | "priority-declined"
  | "dossier-linked";

const COLUMNS = `office_province as "officeProvince", id, unit_id as "unitId", day, number, service, channel, priority,
  declared, ahead_from as "aheadFrom", state, counter_id as "counterId", dossier_code as "dossierCode",
  issued_at as "issuedAt", called_at as "calledAt", last_call_at as "lastCallAt", calls, serving_at as "servingAt",
  ended_at as "endedAt"`;
const moment = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

/** The next serial of a letter in a unit's day. */
export async function takeNumber(
  tx: Tx,
  unit: { readonly officeProvince: string; readonly unitId: string },
  letter: string,
  on: PlainDate,
): Promise<number> {
  const [row] = await tx.query<{ last: number }>(
    "desk-take-number",
    `insert into serials (office_province, unit_id, book, period, last) values ($1, $2, $3, $4, 1)
     on conflict (office_province, unit_id, book, period) do update set last = serials.last + 1 returning last`,
    [unit.officeProvince, unit.unitId, `desk-${letter}`, on],
  );
  if (!row) throw new Error("a serial without a number");
  return row.last;
}

export type NewTicket = Pick<
  Ticket,
  | "officeProvince"
  | "id"
  | "unitId"
  | "day"
  | "number"
  | "service"
  | "channel"
  | "priority"
  | "declared"
  | "aheadFrom"
  | "issuedAt"
> & { readonly hash: Buffer; readonly holder: Buffer | null; readonly bookingId: string | null };

/** False where the holder has a number in this unit already. */
export async function insertTicket(tx: Tx, t: NewTicket): Promise<boolean> {
  const rows = await tx.query(
    "desk-insert-ticket",
    `insert into desk_tickets (office_province, id, unit_id, day, number, service, channel, priority, declared, ahead_from,
       state, issued_at, token_hash, holder, booking_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, $12, $13, $14)
     on conflict (office_province, unit_id, day, holder)
       where holder is not null and state in ('waiting', 'called', 'serving') do nothing returning id`,
    [
      t.officeProvince,
      t.id,
      t.unitId,
      t.day,
      t.number,
      t.service,
      t.channel,
      t.priority,
      t.declared,
      moment(t.aheadFrom),
      moment(t.issuedAt),
      t.hash,
      t.holder,
      t.bookingId,
    ],
  );
  return rows.length === 1;
}

export const insertAct = async (
  tx: Tx,
  ticket: Pick<Ticket, "officeProvince" | "id">,
  act: {
    readonly kind: TicketActKind;
    readonly at: Instant;
    readonly by: string | null;
    readonly counterId: string | null;
  },
): Promise<void> => {
  await tx.query(
    "desk-insert-act",
    `insert into desk_ticket_acts (office_province, ticket_id, seq, kind, at, by_account, counter_id)
     select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from desk_ticket_acts
     where office_province = $1 and ticket_id = $2`,
    [ticket.officeProvince, ticket.id, act.kind, new Date(act.at), act.by, act.counterId],
  );
};

export const findByLink = async (sql: Sql, link: Link): Promise<Ticket | null> => {
  const [row] = await sql.query<Ticket>(
    "desk-ticket-by-link",
    `select ${COLUMNS} from desk_tickets where office_province = $1 and token_hash = $2`,
    [link.officeProvince, link.hash],
  );
  return row ?? null;
};

export const findByHolder = async (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  on: PlainDate,
  holder: Buffer,
): Promise<Ticket | null> => {
  const [row] = await sql.query<Ticket>(
    "desk-ticket-by-holder",
    `select ${COLUMNS} from desk_tickets where office_province = $1 and unit_id = $2 and day = $3 and holder = $4
       and state in ('waiting', 'called', 'serving')`,
    [officeProvince, unitId, on, holder],
  );
  return row ?? null;
};

export const lockTicket = async (
  tx: Tx,
  officeProvince: string,
  unitId: string,
  id: string,
): Promise<Ticket | null> => {
  const [row] = await tx.query<Ticket>(
    "desk-lock-ticket",
    `select ${COLUMNS} from desk_tickets where office_province = $1 and unit_id = $2 and id = $3 for update`,
    [officeProvince, unitId, id],
  );
  return row ?? null;
};

/** The ticket that a counter has called or serves now. */
export const atCounter = async (sql: Sql, officeProvince: string, counterId: string): Promise<Ticket | null> => {
  const [row] = await sql.query<Ticket>(
    "desk-at-counter",
    `select ${COLUMNS} from desk_tickets
     where office_province = $1 and counter_id = $2 and state in ('called', 'serving')`,
    [officeProvince, counterId],
  );
  return row ?? null;
};

type Line = {
  readonly officeProvince: string;
  readonly unitId: string;
  readonly day: PlainDate;
  readonly counterId: string;
  readonly services: readonly string[];
  readonly now: Instant;
};
/** Whom a counter may call: its services, and who was handed over to it. */
const CALLABLE = `office_province = $1 and unit_id = $2 and day = $3 and state = 'waiting'
  and (counter_id = $4 or (counter_id is null and service = any ($5::text[])))`;
const IN_LANE: Readonly<Record<Lane, string>> = {
  ahead: "ahead_from <= $6",
  ordinary: "(ahead_from is null or ahead_from > $6)",
};
const lineValues = ({ officeProvince, unitId, day, counterId, services, now }: Line) => [
  officeProvince,
  unitId,
  day,
  counterId,
  services,
  new Date(now),
];

/** Takes the first of a line; whom another counter is calling at this moment is passed over. */
export const takeFirst = async (tx: Tx, line: Line, lane: Lane): Promise<Ticket | null> => {
  const [row] = await tx.query<Ticket>(
    `desk-take-first-${lane}`,
    `select ${COLUMNS} from desk_tickets where ${CALLABLE} and ${IN_LANE[lane]}
     order by coalesce(ahead_from, issued_at), id limit 1 for update skip locked`,
    lineValues(line),
  );
  return row ?? null;
};

/** Whether anybody but the called one waits in the ordinary line of a counter. */
export const ordinaryWaits = async (tx: Tx, line: Line, called: string): Promise<boolean> => {
  const rows = await tx.query(
    "desk-ordinary-waits",
    `select 1 from desk_tickets where ${CALLABLE} and ${IN_LANE.ordinary} and id <> $7 limit 1`,
    [...lineValues(line), called],
  );
  return rows.length > 0;
};

export const waitingIn = (sql: Sql, officeProvince: string, unitId: string, on: PlainDate): Promise<Ticket[]> =>
  sql.query(
    "desk-waiting-in",
    `select ${COLUMNS} from desk_tickets
     where office_province = $1 and unit_id = $2 and day = $3 and state = 'waiting' order by issued_at, id limit 2000`,
    [officeProvince, unitId, on],
  );

/** The tickets called last in a unit's day, the latest call first. */
export const calledLast = (
  sql: Sql,
  officeProvince: string,
  unitId: string,
  on: PlainDate,
  limit: number,
): Promise<Ticket[]> =>
  sql.query(
    "desk-called-last",
    `select ${COLUMNS} from desk_tickets where office_province = $1 and unit_id = $2 and day = $3 and calls > 0
     order by last_call_at desc, id limit $4`,
    [officeProvince, unitId, on, limit],
  );

export type Change = Partial<
  Pick<
    Ticket,
    | "priority"
    | "declared"
    | "aheadFrom"
    | "state"
    | "counterId"
    | "dossierCode"
    | "calledAt"
    | "lastCallAt"
    | "calls"
    | "servingAt"
    | "endedAt"
  >
> & { readonly lane?: Lane };

/** Writes a locked ticket as it now stands. */
export const updateTicket = async (tx: Tx, ticket: Ticket, change: Change): Promise<void> => {
  const next = { ...ticket, ...change };
  await tx.query(
    "desk-update-ticket",
    `update desk_tickets set priority = $3, declared = $4, ahead_from = $5, state = $6, counter_id = $7, dossier_code = $8,
       called_at = $9, last_call_at = $10, calls = $11, serving_at = $12, ended_at = $13, lane = coalesce($14, lane)
     where office_province = $1 and id = $2`,
    [
      next.officeProvince,
      next.id,
      next.priority,
      next.declared,
      moment(next.aheadFrom),
      next.state,
      next.counterId,
      next.dossierCode,
      moment(next.calledAt),
      moment(next.lastCallAt),
      next.calls,
      moment(next.servingAt),
      moment(next.endedAt),
      change.lane ?? null,
    ],
  );
};

/** How long serving took lately, in ms: the last tickets of these services, no older than `since`. */
export async function servedLately(
  sql: Sql,
  officeProvince: string,
  unitId: string,
  services: readonly string[],
  since: PlainDate,
): Promise<readonly number[]> {
  const rows = await sql.query<{ ms: number }>(
    "desk-served-lately",
    `select (extract(epoch from ended_at - called_at) * 1000)::bigint as ms from desk_tickets
     where office_province = $1 and unit_id = $2 and day >= $4 and state = 'served' and service = any ($3::text[])
     order by ended_at desc limit 100`,
    [officeProvince, unitId, services, since],
  );
  return rows.map(({ ms }) => ms);
}

/** Ends what a past day left: who waited has left, who was called did not come, who was served is served. */
export const endPastDays = async (sql: Sql, today: PlainDate, at: Instant): Promise<number> => {
  const rows = await sql.query(
    "desk-end-past-days",
    `update desk_tickets set ended_at = $2, state = case state when 'waiting' then 'left' when 'called' then 'no-show'
       else 'served' end
     where day < $1 and state in ('waiting', 'called', 'serving') returning id`,
    [today, new Date(at)],
  );
  return rows.length;
};
