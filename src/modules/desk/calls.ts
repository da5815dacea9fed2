import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { aheadInRowAfter, type Lane, lanesInTurn } from "./calling.ts";
import { type Counter, countersOf, lockCounter, setAheadInRow } from "./counters-rows.ts";
import type { CallFailure, TicketFailure } from "./failures.ts";
import { queueFigure } from "./priority.ts";
import * as rows from "./tickets-rows.ts";

/** The officer at a counter. */
export type AtCounter = {
  readonly account: string;
  readonly officeProvince: string;
  readonly unitId: string;
  readonly counterId: string;
};

/** What a counter may do with the ticket before it. */
export type CounterAct = "recalled" | "serving" | "served" | "no-show";
const ACTS: Readonly<
  Record<
    CounterAct,
    { readonly in: readonly rows.TicketState[]; change(ticket: rows.Ticket, at: Instant): rows.Change }
  >
> = {
  recalled: { in: ["called"], change: (ticket, at) => ({ lastCallAt: at, calls: ticket.calls + 1 }) },
  serving: { in: ["called"], change: (_ticket, at) => ({ state: "serving", servingAt: at }) },
  served: {
    in: ["called", "serving"],
    change: (ticket, at) => ({ state: "served", servingAt: ticket.servingAt ?? ticket.lastCallAt, endedAt: at }),
  },
  "no-show": { in: ["called"], change: (_ticket, at) => ({ state: "no-show", endedAt: at }) },
};

export function createCalls(deps: {
  readonly db: Database;
  readonly clock: Clock;
  /** Whether a dossier of that code lies with the unit. */
  readonly hasDossier: (sql: Sql, unitId: string, code: string) => Promise<boolean>;
}) {
  const { db, clock, hasDossier } = deps;

  const ownCounter = async (tx: Tx, at: AtCounter): Promise<Counter | null> => {
    const counter = await lockCounter(tx, at.officeProvince, at.unitId, at.counterId);
    return counter?.openedBy === at.account ? counter : null;
  };
  /** The counter of the officer with the ticket before it, both locked. */
  const before = async (tx: Tx, at: AtCounter) => {
    const counter = await ownCounter(tx, at);
    if (!counter) return fail({ kind: "not-your-counter" as const });
    const seen = await rows.atCounter(tx, at.officeProvince, at.counterId);
    const ticket = seen && (await rows.lockTicket(tx, at.officeProvince, at.unitId, seen.id));
    return ticket ? ok({ counter, ticket }) : fail({ kind: "not-now" as const });
  };
  const record = async (tx: Tx, ticket: rows.Ticket, kind: rows.TicketActKind, by: AtCounter, change: rows.Change) => {
    await rows.updateTicket(tx, ticket, change);
    await rows.insertAct(tx, ticket, { kind, at: clock.now(), by: by.account, counterId: by.counterId });
  };

  return {
    /** Calls the next one to a counter, by the rule of calling.ts. Two counters never call the same ticket. */
    callNext(at: AtCounter): Promise<Result<{ readonly number: string; readonly lane: Lane }, CallFailure>> {
      return db.inTransaction(async (tx) => {
        const counter = await ownCounter(tx, at);
        if (!counter) return fail({ kind: "not-your-counter" as const });
        const here = await rows.atCounter(tx, at.officeProvince, at.counterId);
        if (here) return fail({ kind: "busy" as const, number: here.number });
        const now = clock.now();
        const day = dayOfInstant(now);
        const line = { ...at, day, services: counter.services, now };
        for (const lane of lanesInTurn(counter.aheadInRow, queueFigure("ahead-in-row", day))) {
          const ticket = await rows.takeFirst(tx, line, lane);
          if (!ticket) continue;
          const others = await rows.ordinaryWaits(tx, line, ticket.id);
          await setAheadInRow(tx, counter, aheadInRowAfter(counter.aheadInRow, lane, others));
          const calledAt = ticket.calledAt ?? now;
          const called = { state: "called", counterId: at.counterId, calledAt, lastCallAt: now, lane } as const;
          await record(tx, ticket, "called", at, { ...called, calls: ticket.calls + 1 });
          return ok({ number: ticket.number, lane });
        }
        return fail({ kind: "nobody-waits" as const });
      });
    },

    /** Calls again, begins or ends serving, or notes that nobody came. */
    act(at: AtCounter, kind: CounterAct): Promise<Result<true, TicketFailure>> {
      return db.inTransaction(async (tx) => {
        const found = await before(tx, at);
        if (!found.ok) return found;
        const { ticket } = found.value;
        if (!ACTS[kind].in.includes(ticket.state)) return fail({ kind: "not-now" as const });
        await record(tx, ticket, kind, at, ACTS[kind].change(ticket, clock.now()));
        return ok(true as const);
      });
    },

    /** Sends the person on to another counter, where they need not wait again behind those who came later. */
    handOver(at: AtCounter, toCounter: string): Promise<Result<true, TicketFailure>> {
      return db.inTransaction(async (tx) => {
        const found = await before(tx, at);
        if (!found.ok) return found;
        const counters = await countersOf(tx, at.officeProvince, at.unitId);
        if (toCounter === at.counterId || !counters.some(({ id }) => id === toCounter))
          return fail({ kind: "other-counter" as const });
        const { ticket } = found.value;
        const aheadFrom = ticket.aheadFrom ?? ticket.issuedAt;
        await record(tx, ticket, "handed-over", at, { state: "waiting", counterId: toCounter, aheadFrom });
        return ok(true as const);
      });
    },

    /** Notes which dossier the person came with. The dossier itself is not touched: its clock runs as the law has it. */
    linkDossier(at: AtCounter, code: string): Promise<Result<true, TicketFailure>> {
      return db.inTransaction(async (tx) => {
        const found = await before(tx, at);
        if (!found.ok) return found;
        if (!(await hasDossier(tx, at.unitId, code))) return fail({ kind: "no-such-dossier" as const });
        await record(tx, found.value.ticket, "dossier-linked", at, { dossierCode: code });
        return ok(true as const);
      });
    },

    /** Confirms or declines the class a person has named. Confirmed, they go ahead from the time they came. */
    judgePriority(
      by: { readonly account: string; readonly officeProvince: string; readonly unitId: string },
      ticketId: string,
      confirmed: boolean,
    ): Promise<Result<true, TicketFailure>> {
      return db.inTransaction(async (tx) => {
        const ticket = await rows.lockTicket(tx, by.officeProvince, by.unitId, ticketId);
        if (!ticket) return fail({ kind: "not-found" as const });
        if (ticket.state !== "waiting" || ticket.declared === null) return fail({ kind: "not-now" as const });
        const change = confirmed
          ? { priority: ticket.declared, declared: null, aheadFrom: ticket.issuedAt }
          : { declared: null };
        await rows.updateTicket(tx, ticket, change);
        const kind = confirmed ? "priority-confirmed" : "priority-declined";
        await rows.insertAct(tx, ticket, { kind, at: clock.now(), by: by.account, counterId: null });
        return ok(true as const);
      });
    },

    /** Today's waiting people of a unit, in the order in which they came, and what stands at a counter. */
    async waiting(by: { readonly officeProvince: string; readonly unitId: string }): Promise<readonly rows.Ticket[]> {
      return rows.waitingIn(db, by.officeProvince, by.unitId, dayOfInstant(clock.now()));
    },
    atCounter: (officeProvince: string, counterId: string): Promise<rows.Ticket | null> =>
      rows.atCounter(db, officeProvince, counterId),
  };
}
