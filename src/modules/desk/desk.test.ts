import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PRIORITY_CLASSES } from "../../../law/index.ts";
import {
  at,
  type DeskStage,
  deskStage,
  drawing,
  got,
  MONDAY,
  officer,
  SATURDAY,
  WARD,
} from "../../../tests/support/desk-stage.ts";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { addDays, day } from "../../kernel/plain-date.ts";
import { newId } from "../../platform/ids.ts";
import { beginRequest, continueAs } from "../access/index.ts";
import { aheadByBooking } from "./arrivals.ts";
import { waitingFigures } from "./index.ts";
import { classOfAge, declarableOn } from "./priority.ts";
import { estimateWait } from "./waiting-time.ts";

let stage: DeskStage;
const OLD = "001155000001";
beforeAll(async () => {
  stage = await deskStage({ [OLD]: { year: 1955, month: 3, day: 12 } });
});
afterAll(() => stage.close());

describe("classes of priority (one-stop 39)", () => {
  test("the elderly from the day on which they are sixty, children until the day before they are sixteen", () => {
    const born = (year: number, month = 11, dayOfMonth = 23) => ({ year, month, day: dayOfMonth });
    expect(classOfAge(born(1966), day("2026-11-22"))).toBeNull();
    expect(classOfAge(born(1966), day("2026-11-23"))).toBe("elderly");
    expect(classOfAge(born(2010), day("2026-11-22"))).toBe("child");
    expect(classOfAge(born(2010), day("2026-11-23"))).toBeNull();
    // Of a year alone only what is certain counts.
    expect(classOfAge({ year: 1966 }, day("2026-11-23"))).toBeNull();
    expect(classOfAge({ year: 1966 }, day("2026-12-31"))).toBe("elderly");
    expect(classOfAge(born(1900), day("2010-06-30"))).toBeNull();
    expect(classOfAge(born(1900), day("2010-07-01"))).toBe("elderly");
  });

  test("every group of the field's list has its class, but for those who need a language and not a place in the line", () => {
    const json = sheet("one-stop-shop.json");
    if (json === null) return;
    const { priorityGroups } = JSON.parse(json) as { priorityGroups: { code: string }[] };
    const ours = Object.keys(PRIORITY_CLASSES).map((key) => key.toUpperCase().replace("-", "_"));
    expect(
      priorityGroups
        .map(({ code }) => code)
        .filter((code) => code !== "FOREIGNER")
        .toSorted(),
    ).toEqual(ours.toSorted());
  });

  test("a declared class goes ahead only once an officer has confirmed it, and then by the time of coming", async () => {
    const { desk } = stage;
    const counter = await stage.counter(1);
    stage.setClock(at(540));
    expect(declarableOn(MONDAY)).toEqual(["disabled", "pregnant", "merit", "ethnic-remote"]);
    const first = got(await desk.issue(WARD, drawing, null));
    stage.setClock(at(541));
    const declared = got(await desk.issue(WARD, { ...drawing, declared: "disabled" }, null));
    stage.setClock(at(542));
    const old = got(await desk.issue(WARD, { ...drawing, birth: { year: 1950 } }, null));
    const standing = async () =>
      Promise.all([first, declared, old].map(async ({ link }) => (await desk.ticket(link))?.before));
    expect(await standing()).toEqual([1, 2, 0]);
    const waiting = await desk.waiting(counter);
    const [id] = waiting.flatMap((one) => (one.number === declared.number ? [one.id] : []));
    expect(await desk.judgePriority(counter, id ?? "", true)).toEqual({ ok: true, value: true });
    expect(await standing()).toEqual([2, 0, 1]);
    expect(await desk.judgePriority(counter, id ?? "", true)).toMatchObject({ failure: { kind: "not-now" } });
    for (const expected of [declared, old, first]) {
      expect(got(await desk.callNext(counter)).number).toBe(expected.number);
      got(await desk.act(counter, "served"));
    }
  });
});

describe("tickets", () => {
  test("numbers of a day run on without a gap, however many are drawn at once, and begin anew the next day", async () => {
    const { desk } = stage;
    await stage.counter(2);
    stage.setClock(at(480, day("2026-12-07")));
    const drawn = await Promise.all(Array.from({ length: 30 }, () => desk.issue(WARD, drawing, null)));
    const numbers = drawn.map((one) => got(one).number).toSorted();
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => `A${String(n + 1).padStart(3, "0")}`));
    expect(new Set(drawn.map((one) => got(one).link)).size).toBe(30);
    stage.setClock(at(480, day("2026-12-08")));
    expect(got(await desk.issue(WARD, drawing, null)).number).toBe("A001");
    expect(got(await desk.issue(WARD, { ...drawing, service: "results" }, null)).number).toBe("X001");
  });

  test("none on a day off, none for what no counter takes; one number a phone", async () => {
    const { desk } = stage;
    stage.setClock(at(540, SATURDAY));
    expect(await desk.issue(WARD, drawing, null)).toMatchObject({ failure: { kind: "closed", on: SATURDAY } });
    stage.setClock(at(540, day("2026-11-26")));
    expect(await desk.issue(WARD, { ...drawing, service: "seals" }, null)).toMatchObject({
      failure: { kind: "no-such-service" },
    });
    expect(await desk.issue({ ...WARD, id: "ca-26743" }, drawing, null)).toMatchObject({
      failure: { kind: "no-counter" },
    });
    const account = newId();
    const both = await Promise.all([1, 2].map(() => desk.issue(WARD, { ...drawing, channel: "phone", account }, null)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [held] = both.flatMap((one) => (one.ok ? [one.value.number] : []));
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "has-number", number: held } });
    expect(await desk.heldBy(WARD, account)).toBe(held);
    // The refused one took no number away.
    const next = got(await desk.issue(WARD, drawing, null)).number;
    expect(Number(next.slice(1))).toBe(Number(held?.slice(1)) + 1);
    const [link] = both.flatMap((one) => (one.ok ? [one.value.link] : []));
    expect(await desk.leave(link ?? "")).toBe(true);
    expect(await desk.leave(link ?? "")).toBe(false);
    expect(await desk.heldBy(WARD, account)).toBeNull();
  });

  test("handed over, a person goes ahead at the other counter and is called by no third", async () => {
    const { desk } = stage;
    stage.setClock(at(540, day("2026-11-27")));
    const [a, b, c] = [await stage.counter(31), await stage.counter(32), await stage.counter(33)];
    const first = got(await desk.issue(WARD, drawing, null));
    const second = got(await desk.issue(WARD, drawing, null));
    expect(got(await desk.callNext(a)).number).toBe(first.number);
    expect(await desk.handOver(a, a.counterId)).toMatchObject({ failure: { kind: "other-counter" } });
    got(await desk.handOver(a, b.counterId));
    expect(got(await desk.callNext(c)).number).toBe(second.number);
    expect(await desk.callNext(a)).toMatchObject({ failure: { kind: "nobody-waits" } });
    expect(got(await desk.callNext(b)).number).toBe(first.number);
    const board = await desk.board(WARD);
    const shown = board.counters
      .filter(({ calling }) => calling !== null)
      .map(({ number, calling }) => [number, calling]);
    expect(shown).toEqual([
      [32, first.number],
      [33, second.number],
    ]);
    expect(await desk.act({ ...b, account: newId() }, "served")).toMatchObject({
      failure: { kind: "not-your-counter" },
    });
    expect(await desk.linkDossier(b, "X99")).toMatchObject({ failure: { kind: "no-such-dossier" } });
    got(await desk.linkDossier(b, "G01.079.1A-261123-010001"));
    got(await desk.act(b, "recalled"));
    got(await desk.act(b, "no-show"));
    expect(await desk.act(b, "no-show")).toMatchObject({ failure: { kind: "not-now" } });
    expect(await desk.ticket(first.link)).toMatchObject({ state: "no-show", counter: 32 });
  });

  test("no wait is promised from too little; with enough it spans the median and the slowest tenth", () => {
    expect(estimateWait(3, [60_000, 60_000, 60_000, 60_000], 1)).toBeNull();
    expect(estimateWait(3, Array(9).fill(60_000), 0)).toBeNull();
    const served = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20].map((minutes) => minutes * 60_000);
    expect(estimateWait(4, served, 2)).toEqual({ fromMinutes: 10, untilMinutes: 20 });
    expect(estimateWait(0, served, 2)).toEqual({ fromMinutes: 0, untilMinutes: 5 });
  });

  test("what was issued, called, served and left is measured to the second; the figures of a day", async () => {
    const { desk, t } = stage;
    const on = day("2026-12-01");
    stage.setClock(at(480, on));
    const counter = await stage.counter(41);
    const drawn = [];
    for (let n = 0; n < 5; n++) drawn.push(got(await desk.issue(WARD, drawing, null)));
    for (const [n, end] of (["served", "served", "served", "no-show"] as const).entries()) {
      stage.setClock(at(490 + n * 10, on));
      got(await desk.callNext(counter));
      stage.setClock(at(494 + n * 10, on));
      got(await desk.act(counter, end));
    }
    await desk.leave(drawn[4]?.link ?? "");
    // Waits of 10, 20, 30 and 40 minutes.
    expect(await waitingFigures(t.db, WARD, on, on)).toEqual([
      {
        unitId: WARD.id,
        day: on,
        service: "residence",
        issued: 5,
        called: 4,
        served: 3,
        noShow: 1,
        left: 1,
        waitMedianSeconds: 25 * 60,
        waitP90Seconds: 37 * 60,
        serveMedianSeconds: 4 * 60,
      },
    ]);
  });

  test("what a day left open is ended at night", async () => {
    const { desk } = stage;
    const on = day("2026-12-02");
    stage.setClock(at(480, on));
    const counter = await stage.counter(51);
    const [called, waiting] = [got(await desk.issue(WARD, drawing, null)), got(await desk.issue(WARD, drawing, null))];
    got(await desk.callNext(counter));
    stage.setClock(at(15, addDays(on, 1)));
    await desk.sweep();
    expect((await desk.ticket(called.link))?.state).toBe("no-show");
    expect((await desk.ticket(waiting.link))?.state).toBe("left");
    expect((await desk.countersOf(WARD)).every(({ openedBy }) => openedBy === null)).toBe(true);
  });

  test("the database shows tickets to the office only, and lets nobody rewrite what became of one", async () => {
    const { desk, t } = stage;
    stage.setClock(at(480, day("2026-12-03")));
    const { link } = got(await desk.issue(WARD, drawing, null));
    const count = async () => (await t.db.query("count tickets", "select id from desk_tickets")).length;
    expect(await count()).toBeGreaterThan(0);
    await beginRequest(async () => {
      expect(await count()).toBe(0);
      expect((await desk.ticket(link))?.number).toMatch(/^A\d{3}$/);
      continueAs({ account: newId(), kind: "citizen", name: "X", number: OLD, organisation: null, post: null });
      expect(await count()).toBe(0);
    });
    await expect(t.db.query("rewrite", "update desk_ticket_acts set at = now()")).rejects.toThrow(/permission denied/);
    await expect(t.db.query("remove", "delete from desk_tickets")).rejects.toThrow(/permission denied/);
  });
});

test("a booked person goes ahead from the slot on; who comes too late waits with the others", () => {
  const slot = { start: at(600), minutes: 30 };
  expect(aheadByBooking(slot, at(560), 15)).toBe(at(600));
  expect(aheadByBooking(slot, at(645), 15)).toBe(at(600));
  expect(aheadByBooking(slot, at(645) + 1, 15)).toBeNull();
});

test("only who keeps the desk sets up counters; a colleague's counter is not taken", async () => {
  const { desk } = stage;
  const wanted = { number: 60, services: ["residence"] };
  expect(await desk.addCounter(officer(["clerk"]), wanted, ["residence"])).toMatchObject({
    failure: { kind: "not-allowed" },
  });
  expect(await desk.addCounter(officer(), { ...wanted, services: ["x"] }, ["residence"])).toMatchObject({
    failure: { kind: "services" },
  });
  const { id } = got(await desk.addCounter(officer(), wanted, ["residence"]));
  expect(await desk.addCounter(officer(), wanted, ["residence"])).toMatchObject({ failure: { kind: "number-used" } });
  const [one, other] = [officer(), officer(["caseOfficer"])];
  got(await desk.open(one, id));
  expect(await desk.open(other, id)).toMatchObject({ failure: { kind: "taken" } });
  expect(await desk.retireCounter(one, id)).toMatchObject({ failure: { kind: "taken" } });
  got(await desk.close(one, id));
  got(await desk.open(other, id));
  got(await desk.close(other, id));
  got(await desk.retireCounter(one, id));
});
