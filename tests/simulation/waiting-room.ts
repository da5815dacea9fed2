import { addDays, dayOfInstant, type Instant } from "../../src/kernel/plain-date.ts";
import { type DeskUnit, waitingFigures } from "../../src/modules/desk/index.ts";
import { newId } from "../../src/platform/ids.ts";
import type { Lots } from "./lots.ts";
import type { Seat } from "./staff.ts";
import type { World } from "./world.ts";

/** The waiting room of one ward beside the dossiers: numbers, counters, bookings; and the wait measured a second time. */

type Ticket = { readonly number: string; readonly issued: Instant; called: Instant | null; served: Instant | null };
export type WaitingRoom = {
  /** What happens in one round: somebody comes, somebody is called, somebody books. */
  round(): Promise<void>;
  /** Compares the figures with what was seen. */
  check(): Promise<void>;
};

const SERVICE = "residence";

export async function openWaitingRoom(world: World, lots: Lots): Promise<WaitingRoom | null> {
  const { desk, catalogue } = world.house.deps;
  const unit = catalogue.getUnit("ca-26740");
  const ward: DeskUnit = { id: unit.id, provinceCode: unit.provinceCode, level: "commune", shortName: null };
  const today = dayOfInstant(world.now());
  const clerks = world.staff.sitting(ward.id, "deskOfficer");
  const counters = await desk.countersOf(ward);
  const [first] = clerks;
  if (!first) return null;
  const officerOf = (seat: Seat) => ({
    account: seat.account,
    name: seat.name,
    officeProvince: ward.provinceCode,
    unitId: ward.id,
    roles: seat.roles,
  });
  const places: { seat: Seat; counterId: string }[] = [];
  for (const [at, counter] of counters.entries()) {
    const seat = clerks[at];
    if (!seat || places.some((place) => place.seat.account === seat.account)) continue;
    const opened = await world.staff.as(seat, () => desk.open(officerOf(seat), counter.id));
    if (opened?.ok) places.push({ seat, counterId: counter.id });
  }
  const session = await world.staff.as(first, () =>
    desk.planSession(officerOf(first), ward, {
      kind: "ordinary",
      day: addDays(today, 3),
      fromMinute: 480,
      untilMinute: 600,
      slotMinutes: 60,
      capacity: 5,
      place: "Bộ phận Một cửa",
      procedures: ["temporary-residence"],
    }),
  );
  const tickets = new Map<string, Ticket>();
  const drawing = { service: SERVICE, channel: "kiosk", birth: null, declared: null, confirmed: false } as const;

  const come = async (): Promise<void> => {
    const issued = world.now();
    const account = lots.percent(30) ? newId() : null;
    // A phone that draws twice at once holds one number.
    const drawn = await Promise.all(
      (account ? [1, 2] : [1]).map(() =>
        desk.issue(ward, { ...drawing, channel: account ? "phone" : "kiosk", account }, null),
      ),
    );
    const numbers = drawn.flatMap((one) => (one.ok ? [one.value.number] : []));
    if (numbers.length !== 1) world.tally.violation("one number a phone", JSON.stringify(drawn));
    for (const number of numbers) tickets.set(number, { number, issued, called: null, served: null });
    world.tally.count("numbers drawn");
  };
  const serve = async ({ seat, counterId }: (typeof places)[number]): Promise<void> => {
    const at = { account: seat.account, officeProvince: ward.provinceCode, unitId: ward.id, counterId };
    await world.staff.as(seat, async () => {
      const here = await desk.atCounter(ward.provinceCode, counterId);
      if (here) {
        const now = world.now();
        const served = await desk.act(at, "served");
        const ticket = tickets.get(here.number);
        if (served.ok && ticket) ticket.served = now;
      }
      // Pressed twice at once: one person comes.
      const now = world.now();
      const called = await Promise.all([desk.callNext(at), desk.callNext(at)]);
      const numbers = called.flatMap((one) => (one.ok ? [one.value.number] : []));
      if (numbers.length > 1) world.tally.violation("a counter calls one at a time", numbers.join(" "));
      for (const number of numbers) {
        const ticket = tickets.get(number);
        if (ticket?.called !== null) world.tally.violation("nobody is called twice", number);
        else ticket.called = now;
        world.tally.count("numbers called");
      }
    });
  };
  const book = async (): Promise<void> => {
    if (!session?.ok) return;
    const n = lots.below(1e7);
    const booker = { name: `Người ${n}`, phone: `09${String(n).padStart(8, "0")}`, account: null, number: null };
    const wish = { officeProvince: ward.provinceCode, sessionId: session.value.id, minute: 480 + 60 * lots.below(2) };
    const done = await desk.book({ ...wish, procedure: "temporary-residence", booker, via: "online" });
    world.tally.count(done.ok ? "places booked" : `bookings turned away: ${done.failure.kind}`);
  };

  return {
    async round() {
      for (let people = lots.below(4); people > 0; people--) await come();
      if (lots.percent(40)) await book();
      for (const place of places) if (lots.percent(75)) await serve(place);
    },
    async check() {
      const figures = (await waitingFigures(world.house.db, ward, today, today)).find(
        ({ service }) => service === SERVICE,
      );
      const all = [...tickets.values()];
      const waits = all.flatMap(({ issued, called }) => (called === null ? [] : [(called - issued) / 1_000]));
      const own = {
        issued: all.length,
        called: waits.length,
        served: all.filter(({ served }) => served !== null).length,
        waitMedianSeconds: quantile(waits, 0.5),
        waitP90Seconds: quantile(waits, 0.9),
      };
      for (const [name, value] of Object.entries(own)) {
        const stored = figures?.[name as keyof typeof own] ?? (typeof value === "number" ? 0 : null);
        if (stored !== value) world.tally.violation("the wait is measured", `${name}: ${stored}, seen ${value}`);
      }
      const sorted = all.map(({ number }) => Number(number.slice(1))).sort((a, b) => a - b);
      if (sorted.some((number, at) => number !== at + 1))
        world.tally.violation("numbers of the waiting room follow one another", sorted.join(" "));
      world.tally.count("median wait in the waiting room, seconds", own.waitMedianSeconds ?? 0);
      const slots = session?.ok ? (await desk.findSession(ward.provinceCode, session.value.id))?.slots : undefined;
      const live = await world.owner.query(
        "select minute, count(*)::int as n from desk_bookings where session_id = $1 and ended_at is null group by minute",
        [session?.ok ? session.value.id : newId()],
      );
      for (const { minute, booked, capacity } of slots ?? []) {
        const bookings = live.rows.find((row) => row.minute === minute)?.n ?? 0;
        if (booked !== bookings || booked > capacity)
          world.tally.violation("no place is given twice", `${minute}: ${booked}/${capacity}, ${bookings} bookings`);
      }
    },
  };
}

/** As percentile_cont reckons it, whole seconds. */
function quantile(values: readonly number[], fraction: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = fraction * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : Math.round(low + (high - low) * (at - Math.floor(at)));
}
