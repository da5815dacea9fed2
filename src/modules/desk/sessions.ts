import type { Procedure } from "../../engine/definition/index.ts";
import { type Calendar, isWorkingDay } from "../../kernel/calendar.ts";
import { addDays, dayOfInstant, type PlainDate, weekday } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { newId } from "../../platform/ids.ts";
import * as bookings from "./bookings-rows.ts";
import { type DeskOfficer, mayKeep } from "./counters.ts";
import type { SessionFailure } from "./failures.ts";
import { queueFigure } from "./priority.ts";
import { type DeskUnit, proceduresOf } from "./services.ts";
import * as rows from "./sessions-rows.ts";
import type { DeskDeps } from "./tickets.ts";

/** A session as an officer plans it; minutes are minutes of the day. */
export type SessionWish = {
  readonly kind: rows.SessionKind;
  readonly day: PlainDate;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly slotMinutes: number;
  /** People a slot. */
  readonly capacity: number;
  readonly place: string;
  readonly procedures: readonly string[];
};

const SATURDAY = 6;
const SLOT_MINUTES = { least: 5, most: 480 } as const;
const CAPACITY_MOST = 1_000;
const LONGEST = 300;
/** How far ahead a session may be planned. */
const PLANNED_DAYS_MOST = 366;

export function createSessions({ db, clock, procedures, calendar }: DeskDeps) {
  const today = (): PlainDate => dayOfInstant(clock.now());

  return {
    /** Plans a session with its slots; a rest shorter than a slot at the end is not given out. */
    async planSession(
      by: DeskOfficer,
      unit: DeskUnit,
      wish: SessionWish,
    ): Promise<Result<{ readonly id: string }, SessionFailure>> {
      if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" });
      const handled = proceduresOf(procedures, unit, wish.day).map(({ key }) => key);
      const accepted = handled.filter((key) => wish.procedures.includes(key));
      const fault = faultOf({ ...wish, procedures: accepted }, today(), calendar());
      if (fault) return fail(fault);
      const id = newId();
      const session = { ...wish, officeProvince: by.officeProvince, unitId: by.unitId, id, procedures: accepted };
      await db.inTransaction((tx) =>
        rows.insertSession(tx, { ...session, place: wish.place.trim() }, wish.capacity, by, clock.now()),
      );
      return ok({ id });
    },

    /** Ends a session: nobody books any more, and living bookings are called off. Answers how many people must be told. */
    endSession(
      by: DeskOfficer,
      id: string,
      reason: string,
    ): Promise<Result<{ readonly calledOff: number }, SessionFailure>> {
      return db.inTransaction(async (tx) => {
        if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" as const });
        const words = reason.trim().slice(0, LONGEST);
        if (words === "") return fail({ kind: "reason" as const });
        const session = await rows.lockSession(tx, by.officeProvince, by.unitId, id);
        if (!session) return fail({ kind: "not-found" as const });
        if (session.endedAt !== null) return fail({ kind: "ended" as const });
        await rows.endSession(tx, session, by.account, words, clock.now());
        return ok({ calledOff: await bookings.callOff(tx, session, clock.now()) });
      });
    },

    /** Changes how many a slot takes; never below those who have booked it. */
    changeCapacity(
      by: DeskOfficer,
      id: string,
      minute: number,
      capacity: number,
    ): Promise<Result<true, SessionFailure>> {
      return db.inTransaction(async (tx) => {
        if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" as const });
        if (!Number.isInteger(capacity) || capacity < 0 || capacity > CAPACITY_MOST)
          return fail({ kind: "capacity" as const });
        const session = await rows.lockSession(tx, by.officeProvince, by.unitId, id);
        if (!session) return fail({ kind: "not-found" as const });
        if (session.endedAt !== null) return fail({ kind: "ended" as const });
        if (await rows.setCapacity(tx, session, minute, capacity)) return ok(true as const);
        const slot = (await rows.findSession(tx, by.officeProvince, id))?.slots.find((one) => one.minute === minute);
        return slot
          ? fail({ kind: "below-booked" as const, booked: slot.booked })
          : fail({ kind: "not-found" as const });
      });
    },

    findSession: (officeProvince: string, id: string): Promise<rows.SessionWithSlots | null> =>
      rows.findSession(db, officeProvince, id),
    /** Sessions of a unit from a day on, as far as they are planned. */
    sessionsFrom: (
      unit: { readonly id: string; readonly provinceCode: string },
      from: PlainDate,
    ): Promise<readonly rows.SessionWithSlots[]> =>
      rows.sessionsOf(db, unit.provinceCode, unit.id, from, addDays(today(), PLANNED_DAYS_MOST)),
    /** Sessions of a unit on one day. */
    sessionsOn: (
      unit: { readonly id: string; readonly provinceCode: string },
      on: PlainDate,
    ): Promise<readonly rows.SessionWithSlots[]> => rows.sessionsOf(db, unit.provinceCode, unit.id, on, on),
    /** Sessions that a citizen may book today: those of the coming days that have not ended. */
    async bookable(unit: {
      readonly id: string;
      readonly provinceCode: string;
    }): Promise<readonly rows.SessionWithSlots[]> {
      const until = addDays(today(), queueFigure("booking-days-ahead", today()));
      const all = await rows.sessionsOf(db, unit.provinceCode, unit.id, today(), until);
      return all.filter(({ endedAt }) => endedAt === null);
    },
    /** Offices with sessions that can be booked today, and how many places are left in them. */
    async bookableOffices(): Promise<readonly Awaited<ReturnType<typeof rows.openSessions>>[number][]> {
      return rows.openSessions(db, today(), addDays(today(), queueFigure("booking-days-ahead", today())));
    },
    proceduresOf: (unit: DeskUnit): readonly Procedure[] => proceduresOf(procedures, unit, today()),
  };
}

function faultOf(wish: SessionWish, today: PlainDate, calendar: Calendar): SessionFailure | null {
  const { kind, day, fromMinute, untilMinute, slotMinutes, capacity } = wish;
  if (day < today || day > addDays(today, PLANNED_DAYS_MOST)) return { kind: "day" };
  if (kind === "saturday" && weekday(day) !== SATURDAY) return { kind: "not-a-saturday" };
  const working = isWorkingDay(calendar, day);
  if (kind === "ordinary" && working.ok && !working.value) return { kind: "not-a-working-day" };
  const lengthFits = slotMinutes >= SLOT_MINUTES.least && slotMinutes <= SLOT_MINUTES.most;
  if (!lengthFits || fromMinute < 0 || untilMinute > 1_440 || untilMinute - fromMinute < slotMinutes)
    return { kind: "hours" };
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > CAPACITY_MOST) return { kind: "capacity" };
  const place = wish.place.trim();
  if (place === "" || place.length > LONGEST) return { kind: "place" };
  return wish.procedures.length === 0 ? { kind: "procedures" } : null;
}
