import type { PriorityClass } from "../../../law/index.ts";
import type { Procedure } from "../../engine/definition/index.ts";
import { type Calendar, isWorkingDay } from "../../kernel/calendar.ts";
import { addDays, dayOfInstant, type Instant, type PartialDate, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import { callingOrder } from "./calling.ts";
import { type Counter, countersOf } from "./counters-rows.ts";
import type { IssueFailure } from "./failures.ts";
import { newLink, readLink } from "./links.ts";
import { classOfAge, declarableOn, queueFigure } from "./priority.ts";
import { type DeskUnit, type Service, servicesOf } from "./services.ts";
import { hasSessionOn } from "./sessions-rows.ts";
import * as rows from "./tickets-rows.ts";
import { estimateWait, type WaitEstimate } from "./waiting-time.ts";

export type DeskDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly procedures: readonly Procedure[];
  readonly calendar: () => Calendar;
};

/** Who draws a number, and what speaks for going ahead. */
export type Drawing = {
  readonly service: string;
  readonly channel: rows.Channel;
  readonly birth: PartialDate | null;
  /** A class the person names; one that an officer names who sees the person is confirmed with it. */
  readonly declared: PriorityClass | null;
  readonly confirmed: boolean;
  /** The account whose phone holds the number; null at the kiosk and the desk. */
  readonly account: string | null;
};
export type Issued = { readonly link: string; readonly number: string; readonly priority: PriorityClass | null };

/** A ticket as its holder sees it. */
export type TicketView = Pick<
  rows.Ticket,
  "officeProvince" | "unitId" | "day" | "number" | "service" | "state" | "priority" | "declared" | "issuedAt"
> & {
  /** Of the counter that called. */
  readonly counter: number | null;
  /** How many of those who wait now would be called before; 0 for the next one. */
  readonly before: number;
  readonly estimate: WaitEstimate | null;
  readonly openCounters: number;
};

/** The screen of a waiting room: numbers and counters, nobody's name, nobody's class. */
export type Board = {
  readonly counters: readonly {
    readonly number: number;
    readonly open: boolean;
    readonly calling: string | null;
    readonly calledAt: Instant | null;
  }[];
  readonly lastCalled: readonly { readonly number: string; readonly counter: number | null }[];
  readonly waiting: number;
};

const LATELY_DAYS = 7;
const LAST_CALLED = 8;

/** The hash under which one account holds one number a unit and day. */
const holderOf = (account: string, unitId: string, on: PlainDate): Buffer => sha256(`${account}\n${unitId}\n${on}`);

export function createTickets({ db, clock, procedures, calendar }: DeskDeps) {
  const today = (): PlainDate => dayOfInstant(clock.now());

  /** Numbers are given on working days, and on other days with a session. A year without a calendar closes nothing. */
  const isOpenOn = async (unit: DeskUnit, on: PlainDate): Promise<boolean> => {
    const working = isWorkingDay(calendar(), on);
    return !working.ok || working.value || hasSessionOn(db, unit.provinceCode, unit.id, on);
  };

  const standingOf = async (ticket: rows.Ticket, counters: readonly Counter[]) => {
    const place = [ticket.officeProvince, ticket.unitId] as const;
    const rivals = counters.filter(({ id, services }) =>
      ticket.counterId === null ? services.includes(ticket.service) : id === ticket.counterId,
    );
    const open = rivals.filter(({ openedAt }) => openedAt !== null);
    const services = [...new Set(rivals.flatMap((counter) => counter.services))];
    const waiting = (await rows.waitingIn(db, ...place, ticket.day)).filter(
      ({ counterId, service }) =>
        (counterId === null && services.includes(service)) || rivals.some(({ id }) => id === counterId),
    );
    const order = callingOrder(waiting, {
      aheadInRow: Math.max(0, ...open.map(({ aheadInRow }) => aheadInRow)),
      most: queueFigure("ahead-in-row", ticket.day),
      now: clock.now(),
    });
    const before = Math.max(
      0,
      order.findIndex(({ id }) => id === ticket.id),
    );
    const served = await rows.servedLately(db, ...place, services, addDays(ticket.day, -LATELY_DAYS));
    return { before, openCounters: open.length, estimate: estimateWait(before, served, open.length) };
  };

  return {
    /** The services for which an office gives numbers today: those that some counter of it takes. */
    async servicesToday(unit: DeskUnit): Promise<readonly Service[]> {
      const taken = new Set((await countersOf(db, unit.provinceCode, unit.id)).flatMap(({ services }) => services));
      return servicesOf(procedures, unit, today()).filter(({ key }) => taken.has(key));
    },
    /** Every service of an office, whether a counter takes it or not. */
    servicesOf: (unit: DeskUnit): readonly Service[] => servicesOf(procedures, unit, today()),
    /** The classes a person may name today. */
    declarable: (): readonly PriorityClass[] => declarableOn(today()),

    /** Gives a number. A class that follows from the birth date counts at once, a declared one once it is confirmed. */
    issue(unit: DeskUnit, drawing: Drawing, by: string | null): Promise<Result<Issued, IssueFailure>> {
      // Whoever draws a number may write no ticket by their own right: it belongs to the waiting room.
      return asSystem(async () => {
        const on = today();
        if (!(await isOpenOn(unit, on))) return fail({ kind: "closed" as const, on });
        const service = servicesOf(procedures, unit, on).find(({ key }) => key === drawing.service);
        if (!service) return fail({ kind: "no-such-service" as const });
        const counters = await countersOf(db, unit.provinceCode, unit.id);
        if (!counters.some(({ services }) => services.includes(service.key)))
          return fail({ kind: "no-counter" as const });
        const holder = drawing.account === null ? null : holderOf(drawing.account, unit.id, on);
        const held = holder && (await rows.findByHolder(db, unit.provinceCode, unit.id, on, holder));
        if (held) return fail({ kind: "has-number" as const, number: held.number });
        try {
          return ok(await db.inTransaction((tx) => writeTicket(tx, unit, service, { ...drawing, holder }, by)));
        } catch (error) {
          if (!(error instanceof HeldAlready) || !holder) throw error;
          // The same phone twice at once: the other one has the number, and none is lost.
          const other = await rows.findByHolder(db, unit.provinceCode, unit.id, on, holder);
          return fail({ kind: "has-number" as const, number: other?.number ?? "" });
        }
      });
    },

    /** A ticket by its link, with the place in the line; null where there is none. */
    async ticket(link: string): Promise<TicketView | null> {
      const read = readLink(link);
      if (!read) return null;
      // The link is the right: whoever holds it sees this ticket and of the others only how many there are.
      return asSystem(async () => {
        const ticket = await rows.findByLink(db, read);
        if (!ticket) return null;
        const counters = await countersOf(db, ticket.officeProvince, ticket.unitId);
        const nothing = { before: 0, estimate: null, openCounters: 0 };
        const standing = ticket.state === "waiting" ? await standingOf(ticket, counters) : nothing;
        const { officeProvince, unitId, day, number, service, state, priority, declared, issuedAt } = ticket;
        const counter = counters.find(({ id }) => id === ticket.counterId)?.number ?? null;
        const facts = { officeProvince, unitId, day, number, service, state, priority, declared, issuedAt };
        return { ...facts, counter, ...standing };
      });
    },

    /** The holder gives the number back. False where it was called meanwhile, or there is none. */
    async leave(link: string): Promise<boolean> {
      const read = readLink(link);
      if (!read) return false;
      return asSystem(() =>
        db.inTransaction(async (tx) => {
          const found = await rows.findByLink(tx, read);
          const ticket = found && (await rows.lockTicket(tx, found.officeProvince, found.unitId, found.id));
          if (ticket?.state !== "waiting") return false;
          const at = clock.now();
          await rows.updateTicket(tx, ticket, { state: "left", endedAt: at });
          await rows.insertAct(tx, ticket, { kind: "left", at, by: null, counterId: null });
          return true;
        }),
      );
    },

    /** What the screen of a waiting room shows now. */
    async board(unit: Pick<DeskUnit, "id" | "provinceCode">): Promise<Board> {
      // Only numbers leave: the screen is for everybody.
      return asSystem(async () => {
        const on = today();
        const [counters, called, waiting] = [
          await countersOf(db, unit.provinceCode, unit.id),
          await rows.calledLast(db, unit.provinceCode, unit.id, on, 40),
          await rows.waitingIn(db, unit.provinceCode, unit.id, on),
        ];
        const numberOf = (id: string | null) => counters.find((counter) => counter.id === id)?.number ?? null;
        return {
          counters: counters.map(({ id, number, openedAt }) => {
            const now = called.find(
              ({ counterId, state }) => counterId === id && (state === "called" || state === "serving"),
            );
            const calling = now?.number ?? null;
            return { number, open: openedAt !== null, calling, calledAt: now?.lastCallAt ?? null };
          }),
          lastCalled: called
            .slice(0, LAST_CALLED)
            .map(({ number, counterId }) => ({ number, counter: numberOf(counterId) })),
          waiting: waiting.length,
        };
      });
    },

    /** The number an account holds in a unit today, or null. */
    async heldBy(unit: DeskUnit, account: string): Promise<string | null> {
      const on = today();
      const holder = holderOf(account, unit.id, on);
      // By the account's own hash: nobody else's ticket can be found so.
      const held = await asSystem(() => rows.findByHolder(db, unit.provinceCode, unit.id, on, holder));
      return held?.number ?? null;
    },
  };

  async function writeTicket(
    tx: Tx,
    unit: DeskUnit,
    service: Service,
    drawing: Drawing & { readonly holder: Buffer | null },
    by: string | null,
  ): Promise<Issued> {
    const issuedAt = clock.now();
    const { birth, declared, confirmed, channel, holder } = drawing;
    const named = declared !== null && declarableOn(dayOfInstant(issuedAt)).includes(declared) ? declared : null;
    const priority = (birth && classOfAge(birth, dayOfInstant(issuedAt))) ?? (confirmed ? named : null);
    return appendTicket(tx, unit, service, {
      channel,
      holder,
      priority,
      declared: priority === null ? named : null,
      aheadFrom: priority === null ? null : issuedAt,
      issuedAt,
      bookingId: null,
      by,
    });
  }
}

/** Undoes the transaction, so that the number is given to the next one. */
class HeldAlready extends Error {}

/** Writes one ticket with its number. @throws HeldAlready where the holder has one; who has no holder never meets it */
export async function appendTicket(
  tx: Tx,
  unit: Pick<DeskUnit, "id" | "provinceCode">,
  service: Service,
  ticket: Pick<
    rows.NewTicket,
    "channel" | "holder" | "priority" | "declared" | "aheadFrom" | "issuedAt" | "bookingId"
  > & {
    readonly by: string | null;
  },
): Promise<Issued> {
  const { by, ...facts } = ticket;
  const place = { officeProvince: unit.provinceCode, unitId: unit.id };
  const on = dayOfInstant(ticket.issuedAt);
  const serial = await rows.takeNumber(tx, place, service.letter, on);
  const number = `${service.letter}${String(serial).padStart(3, "0")}`;
  const { link, hash } = newLink(unit.provinceCode);
  const id = newId();
  const written = await rows.insertTicket(tx, { ...facts, ...place, id, day: on, number, service: service.key, hash });
  if (!written) throw new HeldAlready();
  await rows.insertAct(tx, { ...place, id }, { kind: "issued", at: ticket.issuedAt, by, counterId: null });
  return { link, number, priority: ticket.priority };
}
