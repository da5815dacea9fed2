import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { addWorkingDays } from "../src/kernel/calendar.ts";
import { addDays, day, daysBetween, type PlainDate } from "../src/kernel/plain-date.ts";
import { text } from "../src/kernel/text.ts";
import { amendableKeys, amendmentFault, figuresOf, firstFault } from "./amendable.ts";
import {
  feeOn,
  findSource,
  lawChanges,
  loadCalculations,
  publishLaw,
  withAmendments,
  workingCalendar,
} from "./index.ts";
import { amended, type LawAmendment } from "./parameters/amendments.ts";

afterEach(() => publishLaw({ amendments: [], texts: [] }));

const grounds = { source: "999/2026/TT-BTC", article: "Điều 4", evidence: "read" as const };
const fee: LawAmendment = {
  kind: "figures",
  table: "fees",
  key: "residence-temporary / online",
  from: day("2027-01-01"),
  until: null,
  figures: { amount: 9_000 },
  ...grounds,
};
const publish = (...amendments: LawAmendment[]) => publishLaw({ amendments, texts: [] });
const online = (on: string) => feeOn("residence-temporary", "online", day(on));

describe("a new figure", () => {
  test("holds from its day, cites its text, and leaves the days before and the other channel alone", () => {
    publish(fee);
    expect(online("2026-12-31")).toMatchObject({ ok: true, value: { amount: 7_000, source: "75/2022/TT-BTC" } });
    expect(online("2027-01-01")).toMatchObject({
      ok: true,
      value: { amount: 9_000, source: "999/2026/TT-BTC", article: "Điều 4", evidence: "read" },
    });
    expect(feeOn("residence-temporary", "desk", day("2027-01-01"))).toMatchObject({ value: { amount: 15_000 } });
  });

  test("with a last day gives way to the figure before it", () => {
    publish({ ...fee, until: day("2027-06-30") });
    expect(online("2027-06-30")).toMatchObject({ value: { amount: 9_000 } });
    expect(online("2027-07-01")).toMatchObject({ value: { amount: 7_000 } });
  });

  test("reaches calculations, the comparison of two days, and nobody outside a preview", async () => {
    const asked = () =>
      import("./rules/index.ts").then(({ calculate }) =>
        calculate("fee", { item: "residence-temporary", channel: "online", on: "2027-01-01" }),
      );
    await loadCalculations();
    const amountOf = (answer: Awaited<ReturnType<typeof asked>>) => (answer.ok ? answer.value.value.amount : answer);
    expect(amountOf(await asked())).toBe(7_000);
    publish(fee);
    expect(amountOf(await asked())).toBe(9_000);
    const changes = await lawChanges(day("2026-12-31"), day("2027-01-01"));
    expect(changes.map(({ key }) => key)).toContain("residence-temporary / online");
    expect(withAmendments([], () => online("2027-01-01"))).toMatchObject({ value: { amount: 7_000 } });
    expect(online("2027-01-01")).toMatchObject({ value: { amount: 9_000 } });
  });

  test("brings its text with it, and never takes the place of one entered by us", () => {
    const entry = { title: "Thông tư thử", kind: "circular" as const, inForceUntil: null, evidence: "read" as const };
    publishLaw({
      amendments: [fee],
      texts: [
        { id: "999/2026/TT-BTC", number: "999/2026/TT-BTC", inForceFrom: day("2027-01-01"), ...entry },
        { id: "68/2020/QH14", number: "68/2020/QH14", inForceFrom: null, ...entry },
      ],
    });
    expect(findSource("999/2026/TT-BTC")?.title).toBe("Thông tư thử");
    expect(findSource("68/2020/QH14")?.title).not.toBe("Thông tư thử");
  });

  test("fills a figure that nobody had established", async () => {
    const { calculate } = await loadCalculations();
    const ask = () =>
      calculate("vehicle-fee", { item: "plate-only", vehicle: "car", on: "2026-06-01", place: { province: "01" } });
    const before = ask();
    publish({
      ...fee,
      table: "vehicle-fees",
      key: "plate-only / car+trailer",
      from: day("2026-01-01"),
      figures: { amount: 70_000 },
    });
    const key = amendableKeys().find((one) => one.key === "plate-only / car+trailer");
    expect(key?.rows.at(-1)).toMatchObject({ value: { vi: "70.000 đ" } });
    expect(before.ok).toBe(false);
  });
});

test("an end leaves no figure, and the asker is told", () => {
  publish({ kind: "end", table: "fees", key: "residence-temporary / online", lastDay: day("2026-12-31"), ...grounds });
  expect(online("2026-12-31").ok).toBe(true);
  expect(online("2027-01-01")).toMatchObject({ ok: false, failure: { kind: "no-rate-for-date" } });
});

describe("days off", () => {
  const due = (from: string, count: number) => {
    const found = addWorkingDays(workingCalendar(), day(from), count);
    return found.ok ? found.value : found.failure;
  };
  const off = (date: string, more: object = {}): LawAmendment => ({
    kind: "day-off",
    date: day(date),
    name: text("Nghỉ bão", "Storm"),
    as: "statutory",
    saturday: null,
    ...grounds,
    ...more,
  });

  test("move due dates that run over them, and no others", () => {
    expect(due("2026-11-30", 3)).toBe("2026-12-03");
    publish(off("2026-12-02"));
    expect(due("2026-11-30", 3)).toBe("2026-12-04");
    expect(due("2026-11-30", 1)).toBe("2026-12-01");
  });

  test("may be exchanged for a Saturday, and worked after all", () => {
    publish(off("2026-12-02", { as: "swapped", saturday: day("2026-12-05") }));
    expect(due("2026-12-01", 3)).toBe("2026-12-05");
    publish(off("2026-12-02", { as: "swapped", saturday: day("2026-12-05") }), {
      kind: "working-day",
      date: day("2026-12-02"),
      ...grounds,
    });
    expect(due("2026-12-01", 3)).toBe("2026-12-04");
  });

  test("of a year beyond the calendar can be entered once that year is opened", () => {
    expect(due("2027-12-31", 2)).toMatchObject({ kind: "no-calendar", year: 2028 });
    expect(amendmentFault(off("2028-01-03"))).toMatchObject({ part: "date" });
    const opened: LawAmendment = { kind: "year", year: 2028, provisional: true, ...grounds };
    expect(firstFault([opened, off("2028-01-03")])).toBeNull();
    publish(opened, off("2028-01-03"));
    expect(due("2027-12-31", 1)).toBe("2028-01-04");
  });
});

describe("what does not fit is refused with its part", () => {
  const fault = (one: LawAmendment) => amendmentFault(one)?.part ?? null;
  const figures = (more: object) => fault({ ...fee, ...more } as LawAmendment);
  test.each([
    ["an unknown key", () => figures({ key: "nothing" }), "key"],
    ["a day without a row", () => figures({ from: day("1990-01-01") }), "from"],
    ["an end before the beginning", () => figures({ until: day("2026-12-31") }), "until"],
    ["no figure at all", () => figures({ figures: {} }), "figures"],
    ["a figure the row has not", () => figures({ figures: { rate: 3 } }), "figures"],
    ["a negative figure", () => figures({ figures: { amount: -1 } }), "figures"],
    [
      "a least above the most",
      () => figures({ table: "violations", key: "168-6-1-a", figures: { "bracket.least": 900_000 } }),
      "figures",
    ],
    [
      "a Saturday that is a Sunday",
      () =>
        fault({
          kind: "day-off",
          date: day("2026-12-02"),
          name: text("a", "a"),
          as: "swapped",
          saturday: day("2026-12-06"),
          ...grounds,
        }),
      "saturday",
    ],
    [
      "a day that is off already",
      () =>
        fault({
          kind: "day-off",
          date: day("2026-01-01"),
          name: text("a", "a"),
          as: "statutory",
          saturday: null,
          ...grounds,
        }),
      "date",
    ],
    ["a working day that is one", () => fault({ kind: "working-day", date: day("2026-12-02"), ...grounds }), "date"],
    ["a year too far", () => fault({ kind: "year", year: 2030, provisional: true, ...grounds }), "year"],
  ])("%s", (_name, ask, part) => expect(ask()).toBe(part));

  test("and what fits is not", () => expect(amendmentFault(fee)).toBeNull());
});

test("every figure that may be amended is read through the amendments", () => {
  const all = amendableKeys().flatMap(({ table, key, rows }): Extract<LawAmendment, { kind: "figures" }>[] => {
    const row = rows.find(({ of, from }) => from !== null && figuresOf(table, of).length > 0);
    const figure = row && figuresOf(table, row.of)[0];
    if (!row?.from || !figure) return [];
    const figures = { [figure.path]: figure.scale };
    return [{ kind: "figures", table: table.id, key, from: row.from, until: null, figures, ...grounds }];
  });
  expect(all.length).toBeGreaterThan(500);
  const after = withAmendments(all, amendableKeys);
  for (const { table, key, from } of all) {
    const rows = after.find((one) => one.key === key && one.table.id === table)?.rows ?? [];
    const ours = rows.some((row) => row.from === from && row.basis[0]?.source === grounds.source);
    expect(ours, `${table} ${key}`).toBe(true);
  }
});

test("however amendments are laid over one another, no day has two rows, and days outside are as they were", () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
  console.log(`amendments: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  const DAYS = 800;
  const start = day("2026-01-01");
  const aDay = fc.integer({ min: 0, max: 700 }).map((days): PlainDate => addDays(start, days));
  const one = fc.record({
    from: aDay,
    length: fc.option(fc.integer({ min: 0, max: 90 })),
    amount: fc.integer({ min: 0, max: 9 }),
  });
  const base = [
    { key: "a", amount: 100, from: start, until: addDays(start, 399), evidence: "read" as const, basis: [] },
    { key: "a", amount: 200, from: addDays(start, 400), until: null, evidence: "read" as const, basis: [] },
  ];
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (changes) => {
      const amendments = changes.map(
        ({ from, length, amount }): LawAmendment => ({
          kind: "figures",
          table: "t",
          key: "a",
          from,
          until: length === null ? null : addDays(from, length),
          figures: { amount },
          ...grounds,
        }),
      );
      const rows = withAmendments(amendments, () => amended("t", base, (row) => row.key));
      const wanted = dayByDay(changes);
      for (let at = 0; at < DAYS; at += 1) {
        const on = addDays(start, at);
        const holding = rows.filter((row) => row.from <= on && (row.until === null || on <= row.until));
        expect(holding.map(({ amount }) => amount)).toEqual([wanted[at]]);
      }
    }),
    { seed, numRuns: 100 },
  );

  /** The same without rows: each day has a figure and the number of the change it comes from. */
  function dayByDay(changes: readonly { from: PlainDate; length: number | null; amount: number }[]): number[] {
    const days = Array.from({ length: DAYS }, (_, at) =>
      at < 400 ? { amount: 100, of: -2 } : { amount: 200, of: -1 },
    );
    for (const [of, { from, length, amount }] of changes.entries()) {
      const first = daysBetween(start, from);
      const host = days[first]?.of;
      for (let at = first; days[at]?.of === host && at < DAYS && (length === null || at <= first + length); at += 1)
        days[at] = { amount, of };
    }
    return days.map((each) => each.amount);
  }
});
