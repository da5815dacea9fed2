import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  at,
  type DeskStage,
  deskStage,
  got,
  MONDAY,
  officer,
  SATURDAY,
  WARD,
} from "../../../tests/support/desk-stage.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { newId } from "../../platform/ids.ts";
import { beginRequest, continueAs, readForHouse } from "../access/index.ts";
import type { SessionWish } from "./sessions.ts";

let stage: DeskStage;
const OLD = "001155000001";
const keeper = officer();
const WEDNESDAY = addDays(MONDAY, 2);
beforeAll(async () => {
  stage = await deskStage({ [OLD]: { year: 1955, month: 3, day: 12 } });
});
afterAll(() => stage.close());

const plan = async (wish: Partial<SessionWish> = {}): Promise<string> =>
  got(await stage.desk.planSession(keeper, WARD, { ...MORNING, ...wish })).id;
const MORNING: SessionWish = {
  kind: "ordinary",
  day: WEDNESDAY,
  fromMinute: 480,
  untilMinute: 600,
  slotMinutes: 60,
  capacity: 2,
  place: "Bộ phận Một cửa",
  procedures: ["temporary-residence"],
};
const person = (n: number, number: string | null = null, account: string | null = null) => ({
  name: `Người ${n}`,
  phone: `09${String(n).padStart(8, "0")}`,
  account,
  number,
});
const book = (sessionId: string, minute: number, booker: ReturnType<typeof person>) =>
  stage.desk.book({ officeProvince: "79", sessionId, minute, procedure: "temporary-residence", booker, via: "online" });
const slotsOf = async (id: string) =>
  (await stage.desk.findSession("79", id))?.slots.map(({ capacity, booked }) => [booked, capacity]);

describe("booking", () => {
  test("500 at once for 50 places give exactly 50", async () => {
    const id = await plan({ untilMinute: 540, capacity: 50 });
    const all = await Promise.all(Array.from({ length: 500 }, (_, n) => book(id, 480, person(n))));
    expect(all.filter(({ ok }) => ok)).toHaveLength(50);
    expect(all.filter((one) => !one.ok && one.failure.kind === "full")).toHaveLength(450);
    expect(await slotsOf(id)).toEqual([[50, 50]]);
    const live = await stage.t.db.query("live", "select id from desk_bookings where session_id = $1", [id]);
    expect(live).toHaveLength(50);
  });

  test("however people book, move and cancel at once, places and bookings agree and no slot holds too many", async () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
    console.log(`bookings: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
    const aDeed = fc.record({
      who: fc.nat(4),
      what: fc.constantFrom("book", "book", "move", "cancel"),
      slot: fc.nat(1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aDeed, { maxLength: 25 }), async (deeds) => {
        const id = await plan({ capacity: 2 });
        const links = new Map<number, string>();
        const one = async ({ who, what, slot }: (typeof deeds)[number]): Promise<void> => {
          const minute = 480 + slot * 60;
          const link = links.get(who);
          if (what === "cancel" && link) await stage.desk.cancel(link);
          if (what === "cancel") return;
          const done =
            what === "move" && link
              ? await stage.desk.move(link, { sessionId: id, minute })
              : await book(id, minute, person(who));
          if (done.ok) links.set(who, done.value.link);
        };
        await Promise.all(deeds.map(one));
        const live = await stage.t.db.query<{ minute: number; count: number; people: number }>(
          "live by slot",
          `select minute, count(*)::int as count, count(distinct person_key)::int as people from desk_bookings
           where session_id = $1 and ended_at is null group by minute`,
          [id],
        );
        const slots = (await stage.desk.findSession("79", id))?.slots ?? [];
        for (const slot of slots) {
          expect(slot.booked).toBe(live.find(({ minute }) => minute === slot.minute)?.count ?? 0);
          expect(slot.booked).toBeLessThanOrEqual(slot.capacity);
        }
        const total = live.reduce((sum, { count }) => sum + count, 0);
        const [people] = await stage.t.db.query<{ n: number }>(
          "people",
          "select count(distinct person_key)::int as n from desk_bookings where session_id = $1 and ended_at is null",
          [id],
        );
        expect(people?.n).toBe(total);
      }),
      { seed, numRuns: 15 },
    );
  });

  test("one living booking a person, procedure and session; cancelled, they may book again", async () => {
    const id = await plan();
    const first = got(await book(id, 480, person(1, OLD)));
    expect(await book(id, 540, { ...person(2), number: OLD })).toMatchObject({ failure: { kind: "already-booked" } });
    expect(await slotsOf(id)).toEqual([
      [1, 2],
      [0, 2],
    ]);
    got(await stage.desk.cancel(first.link));
    expect(await stage.desk.cancel(first.link)).toMatchObject({ failure: { kind: "ended" } });
    got(await book(id, 540, person(2, OLD)));
    expect(await slotsOf(id)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test("a moved booking leaves its place in the same moment; to a full slot it stays where it is", async () => {
    const id = await plan({ capacity: 1 });
    const [a, b] = [got(await book(id, 480, person(1))), got(await book(id, 540, person(2)))];
    expect(await stage.desk.move(a.link, { sessionId: id, minute: 540 })).toMatchObject({ failure: { kind: "full" } });
    expect(await stage.desk.booking(a.link)).toMatchObject({ minute: 480, endedAt: null });
    got(await stage.desk.cancel(b.link));
    const moved = got(await stage.desk.move(a.link, { sessionId: id, minute: 540 }));
    expect(await stage.desk.booking(a.link)).toMatchObject({ endedAs: "moved" });
    expect(await stage.desk.booking(moved.link)).toMatchObject({ minute: 540, endedAt: null });
    expect(await slotsOf(id)).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  test("not once the slot has begun, not beyond the days ahead, not without a name and a telephone number", async () => {
    const id = await plan();
    const far = await plan({ day: addDays(MONDAY, 35) });
    expect(await book(far, 480, person(1))).toMatchObject({ failure: { kind: "too-early" } });
    expect(await book(id, 480, { ...person(1), name: " " })).toMatchObject({ failure: { kind: "name" } });
    expect(await book(id, 480, { ...person(1), phone: "12" })).toMatchObject({ failure: { kind: "phone" } });
    const { link } = got(await book(id, 480, person(1)));
    stage.setClock(at(480, WEDNESDAY));
    expect(await book(id, 480, person(2))).toMatchObject({ failure: { kind: "too-late" } });
    expect(await stage.desk.cancel(link)).toMatchObject({ failure: { kind: "too-late" } });
    got(await book(id, 540, person(2)));
    stage.setClock(at(540));
  });
});

describe("sessions", () => {
  test("slots are made as planned; what cannot be is refused with its reason", async () => {
    const id = await plan({ untilMinute: 650, slotMinutes: 30, capacity: 3 });
    expect((await stage.desk.findSession("79", id))?.slots.map(({ minute }) => minute)).toEqual([
      480, 510, 540, 570, 600,
    ]);
    const refused = async (wish: Partial<SessionWish>, by = keeper) =>
      stage.desk
        .planSession(by, WARD, { ...MORNING, ...wish })
        .then((done) => (done.ok ? "planned" : done.failure.kind));
    expect(await refused({}, officer(["clerk"]))).toBe("not-allowed");
    expect(await refused({ day: addDays(MONDAY, -1) })).toBe("day");
    expect(await refused({ kind: "saturday" })).toBe("not-a-saturday");
    expect(await refused({ day: SATURDAY })).toBe("not-a-working-day");
    expect(await refused({ kind: "saturday", day: SATURDAY })).toBe("planned");
    expect(await refused({ kind: "mobile", day: SATURDAY, place: " " })).toBe("place");
    expect(await refused({ untilMinute: 500 })).toBe("hours");
    expect(await refused({ capacity: 0 })).toBe("capacity");
    expect(await refused({ procedures: ["seal-new"] })).toBe("procedures");
  });

  test("capacity is never set below those who booked; an ended session calls its bookings off", async () => {
    const id = await plan({ capacity: 3 });
    const links = [];
    for (const n of [1, 2]) links.push(got(await book(id, 480, person(n))).link);
    expect(await stage.desk.changeCapacity(keeper, id, 480, 1)).toMatchObject({
      failure: { kind: "below-booked", booked: 2 },
    });
    got(await stage.desk.changeCapacity(keeper, id, 480, 2));
    expect(await book(id, 480, person(3))).toMatchObject({ failure: { kind: "full" } });
    await expect(
      stage.t.db.query("overbook", "update desk_slots set booked = 3 where session_id = $1 and minute = 480", [id]),
    ).rejects.toThrow(/no_overbooking/);
    expect(await stage.desk.endSession(keeper, id, " ")).toMatchObject({ failure: { kind: "reason" } });
    expect(got(await stage.desk.endSession(keeper, id, "Mưa bão")).calledOff).toBe(2);
    expect(await stage.desk.booking(links[0] ?? "")).toMatchObject({ endedAs: "called-off", endedReason: "Mưa bão" });
    expect(await book(id, 540, person(4))).toMatchObject({ failure: { kind: "ended" } });
  });
});

describe("on the day", () => {
  test("a Saturday session opens the waiting room; a booking becomes a number once, ahead from its slot on", async () => {
    const id = await plan({ kind: "saturday", day: SATURDAY });
    const counter = await stage.counter(1);
    const [a, b, late] = [
      got(await book(id, 480, person(1))),
      got(await book(id, 540, person(2, OLD))),
      got(await book(id, 480, person(3))),
    ];
    expect(await stage.desk.checkInByCode(WARD, a.code)).toMatchObject({
      failure: { kind: "other-day", on: SATURDAY },
    });
    stage.setClock(at(470, SATURDAY));
    const first = got(await stage.desk.checkInByCode(WARD, a.code)).ticket;
    expect(await stage.desk.checkInByCode(WARD, a.code)).toMatchObject({ failure: { kind: "not-found" } });
    const old = got(await stage.desk.checkInByCode(WARD, b.code)).ticket;
    expect(old?.priority).toBe("elderly");
    // Before the slot only age speaks for going ahead.
    expect((await stage.desk.ticket(old?.link ?? ""))?.before).toBe(0);
    expect((await stage.desk.ticket(first?.link ?? ""))?.before).toBe(1);
    stage.setClock(at(556, SATURDAY));
    const lateTicket = got(await stage.desk.checkInByCode(WARD, late.code)).ticket;
    const order = [];
    for (let n = 0; n < 3; n++) {
      order.push(got(await stage.desk.callNext(counter)).number);
      got(await stage.desk.act(counter, "served"));
    }
    expect(order).toEqual([old?.number, first?.number, lateTicket?.number]);
    stage.setClock(at(540));
  });

  test("a mobile team receives by its list: the arrival is noted, no number is given", async () => {
    const id = await plan({
      kind: "mobile",
      day: MONDAY,
      fromMinute: 600,
      untilMinute: 660,
      place: "Nhà văn hóa khu phố 3",
    });
    const { link } = got(await book(id, 600, person(1)));
    const booking = await stage.desk.booking(link);
    expect(got(await stage.desk.checkIn(WARD, booking?.id ?? "", keeper.account)).ticket).toBeNull();
    expect(await stage.desk.booking(link)).toMatchObject({ endedAs: "arrived" });
  });

  test("a booking is read by its office and by who made it; ninety days later it knows nobody", async () => {
    const account = newId();
    const id = await plan();
    got(await book(id, 480, person(7, null, account)));
    const names = async () =>
      (await stage.desk.bookingsOfSession(readForHouse(stage.t.db, "tells-nothing"), "79", id)).map(({ name }) => name);
    const caller = (of: string) => ({
      account: of,
      kind: "citizen" as const,
      name: "X",
      number: null,
      organisation: null,
      post: null,
    });
    await beginRequest(async () => {
      expect(await names()).toEqual([]);
      continueAs(caller(newId()));
      expect(await names()).toEqual([]);
      continueAs(caller(account));
      expect(await names()).toEqual(["Người 7"]);
    });
    stage.setClock(at(60, addDays(WEDNESDAY, 90)));
    await stage.desk.sweep();
    expect(await names()).toEqual(["Người 7"]);
    stage.setClock(at(60, addDays(WEDNESDAY, 91)));
    expect((await stage.desk.sweep()).forgotten).toBeGreaterThan(0);
    expect(await names()).toEqual([""]);
  });
});
