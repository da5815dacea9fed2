import { randomInt } from "node:crypto";
import { addDays, dayOfInstant, instantAt } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { parsePhone } from "../../kernel/vietnamese.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import type { Reading } from "../access/index.ts";
import * as rows from "./bookings-rows.ts";
import type { BookingFailure } from "./failures.ts";
import { newLink, readLink } from "./links.ts";
import { queueFigure } from "./priority.ts";
import { type DeskSession, findSession, freePlace, holdSession, takePlace } from "./sessions-rows.ts";

export type BookingWish = {
  readonly officeProvince: string;
  readonly sessionId: string;
  /** Minute of the day at which the slot begins. */
  readonly minute: number;
  readonly procedure: string;
  readonly booker: rows.Booker;
  readonly via: "online" | "desk";
};
export type Booked = { readonly link: string; readonly code: string };

/** No letter that is taken for a figure, and no figure for a letter. */
const CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;
const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)] ?? "").join("");

/** Whose bookings count as one person's: by the personal number, else by the telephone. */
const personKeyOf = ({ number, phone }: rows.Booker): string =>
  sha256(number === null ? `phone ${phone}` : `person ${number}`).toString("base64url");

/** Undoes the transaction and says why. */
class Refusal extends Error {
  readonly failure: BookingFailure;
  constructor(failure: BookingFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export function createBookings({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** Refusals inside roll everything back: a place taken for nothing is free again. */
  const booking = async <T>(work: (tx: Tx) => Promise<T>): Promise<Result<T, BookingFailure>> => {
    try {
      // A place belongs to the office; a citizen may take one of it without a right to the office's tables.
      return ok(await asSystem(() => db.inTransaction(work)));
    } catch (error) {
      if (error instanceof Refusal) return fail(error.failure);
      throw error;
    }
  };

  const take = async (tx: Tx, wish: BookingWish, free: rows.Booking | null): Promise<Booked> => {
    const session = await holdSession(tx, wish.officeProvince, wish.sessionId);
    if (!session) throw new Refusal({ kind: "not-found" });
    const fault = faultOf(session, wish, clock);
    if (fault) throw new Refusal(fault);
    const { link, hash } = newLink(wish.officeProvince);
    const code = newCode();
    const { booker, via, officeProvince, sessionId, minute, procedure } = wish;
    const at = clock.now();
    const written = await rows.insertBooking(tx, {
      ...booker,
      officeProvince,
      id: newId(),
      sessionId,
      minute,
      unitId: session.unitId,
      procedure,
      code,
      hash,
      personKey: personKeyOf(booker),
      bookedAt: at,
      via,
    });
    if (!written) throw new Refusal({ kind: "already-booked" });
    await exchange(tx, free, wish);
    return { link, code };
  };

  return {
    /** Takes one place. A slot never holds more than its capacity, a person never two living bookings of one procedure and session. */
    async book(wish: BookingWish): Promise<Result<Booked, BookingFailure>> {
      const name = wish.booker.name.trim();
      const phone = parsePhone(wish.booker.phone);
      if (name.length < 2 || name.length > 100) return fail({ kind: "name" });
      if (phone === null) return fail({ kind: "phone" });
      // Most who come too late hear so without waiting for anybody's commit.
      const slot = (await findSession(db, wish.officeProvince, wish.sessionId))?.slots.find(
        ({ minute }) => minute === wish.minute,
      );
      if (!slot) return fail({ kind: "not-found" });
      if (slot.booked >= slot.capacity) return fail({ kind: "full" });
      return booking((tx) => take(tx, { ...wish, booker: { ...wish.booker, name, phone } }, null));
    },

    /** Moves a booking to another slot; the old place is free in the moment in which the new one is taken. */
    async move(
      link: string,
      to: { readonly sessionId: string; readonly minute: number },
    ): Promise<Result<Booked, BookingFailure>> {
      return booking(async (tx) => {
        const { old, booker } = await living(tx, link);
        if (instantAt(old.day, old.minute) <= clock.now()) throw new Refusal({ kind: "too-late" });
        await rows.endBooking(tx, old, "moved", clock.now());
        const { officeProvince, procedure } = old;
        return take(tx, { officeProvince, procedure, ...to, booker, via: "online" }, old);
      });
    },

    /** Gives the place back, until the slot begins. */
    async cancel(link: string): Promise<Result<true, BookingFailure>> {
      return booking(async (tx) => {
        const { old } = await living(tx, link);
        if (instantAt(old.day, old.minute) <= clock.now()) throw new Refusal({ kind: "too-late" });
        await rows.endBooking(tx, old, "cancelled", clock.now());
        await freePlace(tx, old);
        return true as const;
      });
    },

    /** The office cancels for a person who has asked for it. */
    async cancelAtDesk(
      by: { readonly officeProvince: string; readonly unitId: string },
      id: string,
    ): Promise<Result<true, BookingFailure>> {
      return booking(async (tx) => {
        const found = await rows.findById(tx, by.officeProvince, by.unitId, id);
        const locked = found && (await rows.lockBooking(tx, by.officeProvince, id));
        if (!found || !locked) throw new Refusal({ kind: "not-found" });
        if (locked.endedAt !== null) throw new Refusal({ kind: "ended" });
        await rows.endBooking(tx, found, "cancelled", clock.now());
        await freePlace(tx, found);
        return true as const;
      });
    },

    /** A booking by its link: when, where, what for; not whose. */
    async booking(link: string): Promise<rows.Booking | null> {
      const read = readLink(link);
      // The link is the right; name and telephone do not leave by it.
      return read && asSystem(() => rows.findByLink(db, read));
    },

    bookingsOfSession: (
      reading: Reading,
      officeProvince: string,
      id: string,
    ): Promise<readonly rows.BookingOfPerson[]> => rows.bookingsOfSession(reading, officeProvince, id),
    bookingsOfAccount: (reading: Reading, account: string): Promise<readonly rows.BookingOfPerson[]> =>
      rows.bookingsOfAccount(reading, account),
  };
}

/** The living booking behind a link, locked. @throws Refusal */
async function living(tx: Tx, link: string): Promise<{ readonly old: rows.Booking; readonly booker: rows.Booker }> {
  const read = readLink(link);
  const old = read && (await rows.findByLink(tx, read));
  const locked = old && (await rows.lockBooking(tx, old.officeProvince, old.id));
  if (!old || !locked) throw new Refusal({ kind: "not-found" });
  if (locked.endedAt !== null) throw new Refusal({ kind: "ended" });
  const { name, phone, account, number } = locked;
  return { old, booker: { name, phone, account, number } };
}

/** Takes the new place and frees the old one, in the order of slots, so that two who exchange places do not wait for each other. */
async function exchange(tx: Tx, free: rows.Booking | null, wish: BookingWish): Promise<void> {
  const nameOf = ({ sessionId, minute }: { readonly sessionId: string; readonly minute: number }) =>
    `${sessionId} ${String(minute).padStart(4, "0")}`;
  if (free && nameOf(free) < nameOf(wish)) await freePlace(tx, free);
  if (!(await takePlace(tx, wish))) throw new Refusal({ kind: "full" });
  if (free && nameOf(free) >= nameOf(wish)) await freePlace(tx, free);
}

function faultOf(session: DeskSession, wish: BookingWish, clock: Clock): BookingFailure | null {
  const today = dayOfInstant(clock.now());
  if (session.endedAt !== null) return { kind: "ended" };
  if (!session.procedures.includes(wish.procedure)) return { kind: "procedure" };
  if (instantAt(session.day, wish.minute) <= clock.now()) return { kind: "too-late" };
  return session.day > addDays(today, queueFigure("booking-days-ahead", today)) ? { kind: "too-early" } : null;
}
