/** The only door of the waiting room and the appointment book. */

import type { Procedure } from "../../engine/definition/index.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import { addDays, dayOfInstant, instantAt, type PartialDate } from "../../kernel/plain-date.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { createArrivals } from "./arrivals.ts";
import { createBookings } from "./bookings.ts";
import { forgetBefore } from "./bookings-rows.ts";
import { createCalls } from "./calls.ts";
import { createCounters } from "./counters.ts";
import { closeLeftOpen } from "./counters-rows.ts";
import { queueFigure } from "./priority.ts";
import { createSessions } from "./sessions.ts";
import { createTickets } from "./tickets.ts";
import { endPastDays } from "./tickets-rows.ts";

export type { Booking, BookingOfPerson } from "./bookings-rows.ts";
export { laneOf } from "./calling.ts";
export type { AtCounter, CounterAct } from "./calls.ts";
export { type DeskOfficer, mayKeep, mayServe } from "./counters.ts";
export type { Counter } from "./counters-rows.ts";
export type {
  ArrivalFailure,
  BookingFailure,
  CallFailure,
  CounterFailure,
  IssueFailure,
  SessionFailure,
  TicketFailure,
} from "./failures.ts";
export { type WaitingFigures, waitingFigures } from "./figures.ts";
export type { DeskUnit, Service } from "./services.ts";
export type { SessionKind, SessionWithSlots, Slot } from "./sessions-rows.ts";
export type { Board, TicketView } from "./tickets.ts";
export type { Ticket } from "./tickets-rows.ts";

/** The desk of one house. */
export function createDesk(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly procedures: readonly Procedure[];
  readonly calendar: () => Calendar;
  /** The birth date the register knows for a number: a class of age follows from it. */
  readonly birthOf: (number: string) => Promise<PartialDate | null>;
  /** Whether a dossier of that code lies with the unit. */
  readonly hasDossier: (sql: Sql, unitId: string, code: string) => Promise<boolean>;
}) {
  const { db, clock } = deps;
  return {
    ...createTickets(deps),
    ...createCounters(deps),
    ...createCalls(deps),
    ...createSessions(deps),
    ...createBookings(deps),
    ...createArrivals(deps),
    birthOf: deps.birthOf,
    /** Ends what past days left open, and forgets who booked long ago. Bears being run twice. */
    async sweep(): Promise<{ readonly ended: number; readonly forgotten: number }> {
      const [at, today] = [clock.now(), dayOfInstant(clock.now())];
      const ended = await endPastDays(db, today, at);
      await closeLeftOpen(db, instantAt(today, 0));
      const forgotten = await forgetBefore(db, addDays(today, -queueFigure("booking-kept-days", today)), at);
      return { ended, forgotten };
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
