import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, type DeskStage, deskStage, drawing, got, WARD } from "../../../tests/support/desk-stage.ts";
import { callingOrder, laneOf, type Waiting } from "./calling.ts";

/**
 * Goal: priority goes ahead and starves nobody; whoever calls, no ticket is called twice and none is forgotten.
 * Method: random waiting rooms, the order held against the promise itself; then the same rooms in a real database, called
 * by one counter (the order must be the rule's) and by several at once.
 */
const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
console.log(`calling: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);

const NOW = 1_000_000;
const aRoom = fc
  .array(fc.record({ came: fc.nat(1_000), ahead: fc.constantFrom("no", "yes", "later") }), { maxLength: 25 })
  .map((people): Waiting[] =>
    people.map(({ came, ahead }, at) => ({
      id: `t${String(at).padStart(3, "0")}`,
      issuedAt: NOW - 2_000 + came,
      aheadFrom: ahead === "no" ? null : ahead === "yes" ? NOW - 2_000 + came : NOW + 1 + came,
    })),
  );

test("nobody is lost, each line keeps its order, and at most N go ahead while one waits (one-stop 39)", () => {
  fc.assert(
    fc.property(aRoom, fc.integer({ min: 1, max: 4 }), fc.nat(5), (room, most, aheadInRow) => {
      const order = callingOrder(room, { aheadInRow, most, now: NOW });
      expect(new Set(order)).toEqual(new Set(room));
      for (const lane of ["ahead", "ordinary"] as const) {
        const line = order.filter((one) => laneOf(one, NOW) === lane).map((one) => one.aheadFrom ?? one.issuedAt);
        expect(line).toEqual([...line].sort((a, b) => a - b));
      }
      let row = aheadInRow;
      for (const [place, one] of order.entries()) {
        const ordinaryWaits = order.slice(place).some((other) => laneOf(other, NOW) === "ordinary");
        const aheadWaits = order.slice(place).some((other) => laneOf(other, NOW) === "ahead");
        if (laneOf(one, NOW) === "ordinary") {
          // Called although somebody could go ahead: only because enough of them just did.
          if (aheadWaits) expect(row).toBeGreaterThanOrEqual(most);
          row = 0;
        } else if (ordinaryWaits) {
          row += 1;
          expect(row).toBeLessThanOrEqual(most);
        }
      }
    }),
    { seed, numRuns: 500 },
  );
});

let stage: DeskStage;
beforeAll(async () => {
  stage = await deskStage();
});
afterAll(() => stage.close());

const aDay = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });

async function fill(elderly: readonly boolean[]): Promise<string[]> {
  const { desk } = stage;
  const numbers: string[] = [];
  for (const [minute, old] of elderly.entries()) {
    stage.setClock(at(540 + minute));
    const birth = old ? { year: 1940 } : { year: 1990 };
    numbers.push(got(await desk.issue(WARD, { ...drawing, birth }, null)).number);
  }
  stage.setClock(at(600));
  return numbers;
}

test("the database calls in the order of the rule (one-stop 39)", async () => {
  const { desk } = stage;
  const counter = await stage.counter(1);
  await fc.assert(
    fc.asyncProperty(aDay, async (elderly) => {
      await fill(elderly);
      const waiting = await desk.waiting(counter);
      const [own] = (await desk.countersOf(WARD)).filter(({ id }) => id === counter.counterId);
      const expected = callingOrder(waiting, { aheadInRow: own?.aheadInRow ?? 0, most: 2, now: at(600) });
      for (const next of expected) {
        const called = got(await desk.callNext(counter));
        expect(called.number).toBe(waiting.find(({ id }) => id === next.id)?.number);
        got(await desk.act(counter, "served"));
      }
      expect(await desk.callNext(counter)).toMatchObject({ ok: false, failure: { kind: "nobody-waits" } });
    }),
    { seed, numRuns: 12 },
  );
});

test("counters that call at once never get one ticket twice, and together they get all", async () => {
  const { desk } = stage;
  const counters = await Promise.all([11, 12, 13, 14, 15].map((number) => stage.counter(number)));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 5, maxLength: 25 }), async (elderly) => {
      const issued = await fill(elderly);
      const called: string[] = [];
      const work = async (counter: (typeof counters)[number]): Promise<void> => {
        for (;;) {
          const next = await desk.callNext(counter);
          if (!next.ok) return;
          called.push(next.value.number);
          got(await desk.act(counter, "served"));
        }
      };
      await Promise.all(counters.map(work));
      // Whoever was being called by another at the last look is called by that other: nobody is left.
      expect(called.toSorted()).toEqual(issued.toSorted());
    }),
    { seed, numRuns: 6 },
  );
});

test("one officer who presses twice calls one number", async () => {
  const counter = await stage.counter(20);
  await fill([false, false]);
  const both = await Promise.all([stage.desk.callNext(counter), stage.desk.callNext(counter)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "busy" } });
});
