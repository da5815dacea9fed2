import type { Procedure } from "../../engine/definition/index.ts";
import { dayOfInstant, type Instant, instantAt, type PartialDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import * as rows from "./bookings-rows.ts";
import type { ArrivalFailure } from "./failures.ts";
import { classOfAge, queueFigure } from "./priority.ts";
import { type DeskUnit, servicesOf } from "./services.ts";
import { appendTicket, type Issued } from "./tickets.ts";

const MINUTE_MS = 60_000;

/**
 * From when a booked person goes ahead: from their slot on, when they come before its end and a little grace
 * (law/parameters/people/queue.ts, `late-minutes`); null for who comes later, and waits in the ordinary line.
 */
export function aheadByBooking(
  slot: { readonly start: Instant; readonly minutes: number },
  arrivedAt: Instant,
  lateMinutes: number,
): Instant | null {
  return arrivedAt <= slot.start + (slot.minutes + lateMinutes) * MINUTE_MS ? slot.start : null;
}

/** What an arrival gave: a number; none with a mobile team, which receives people by its list. */
export type Arrived = { readonly ticket: Issued | null };

/** On its day a booking becomes a ticket. */
export function createArrivals(deps: {
  readonly db: Database;
  readonly clock: Clock;
  readonly procedures: readonly Procedure[];
  readonly birthOf: (number: string) => Promise<PartialDate | null>;
}) {
  const { db, clock, procedures, birthOf } = deps;

  const arrive = async (
    tx: Tx,
    unit: DeskUnit,
    booking: rows.Booking,
    by: string | null,
  ): Promise<Result<Arrived, ArrivalFailure>> => {
    const arrivedAt = clock.now();
    const today = dayOfInstant(arrivedAt);
    const person = await rows.lockBooking(tx, booking.officeProvince, booking.id);
    if (!person || person.endedAt !== null) return fail({ kind: "ended" });
    if (booking.day !== today) return fail({ kind: "other-day", on: booking.day });
    const field = procedures.find(({ key }) => key === booking.procedure)?.field.key;
    const service = servicesOf(procedures, unit, today).find(({ key }) => key === field);
    if (!service) return fail({ kind: "no-such-service" });
    await rows.endBooking(tx, booking, "arrived", arrivedAt);
    if (booking.kind === "mobile") return ok({ ticket: null });
    const birth = person.number === null ? null : await birthOf(person.number);
    const priority = birth && classOfAge(birth, today);
    const slot = { start: instantAt(booking.day, booking.minute), minutes: booking.slotMinutes };
    const bySlot = aheadByBooking(slot, arrivedAt, queueFigure("late-minutes", today));
    const ticket = await appendTicket(tx, unit, service, {
      channel: "booking",
      holder: null,
      priority,
      declared: null,
      // Who goes ahead by their age need not wait for the slot.
      aheadFrom: priority === null ? bySlot : Math.min(arrivedAt, bySlot ?? arrivedAt),
      issuedAt: arrivedAt,
      bookingId: booking.id,
      by,
    });
    return ok({ ticket });
  };

  return {
    /** The officer has the person before them and finds them in the list. */
    checkIn(unit: DeskUnit, bookingId: string, by: string): Promise<Result<Arrived, ArrivalFailure>> {
      return db.inTransaction(async (tx) => {
        const booking = await rows.findById(tx, unit.provinceCode, unit.id, bookingId);
        return booking ? arrive(tx, unit, booking, by) : fail({ kind: "not-found" as const });
      });
    },
    /** At the kiosk the person types the code of the booking; all they get to know is their number. */
    checkInByCode(unit: DeskUnit, code: string): Promise<Result<Arrived, ArrivalFailure>> {
      // Nobody is signed in at the kiosk: the code is the right.
      return asSystem(() =>
        db.inTransaction(async (tx) => {
          const today = dayOfInstant(clock.now());
          const booking = await rows.findByCode(tx, unit.provinceCode, unit.id, code, today);
          return booking ? arrive(tx, unit, booking, null) : fail({ kind: "not-found" as const });
        }),
      );
    },
  };
}
