import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestHouse, testHouse } from "../../../tests/support/house.ts";
import { addDays, day, dayOfInstant, type Instant, instantAt } from "../../kernel/plain-date.ts";
import { newId } from "../../platform/ids.ts";
import { type Cell, groupings, type Line, type Question, timings } from "./index.ts";

/** Figures counted by the database beside a count of the same dossiers, written again in a few lines. */

const SEED = 20261123;
const NOW = instantAt(day("2026-11-23"), 9 * 60);
const UNITS = ["ca-26740", "ca-19789", "pc06-79"];

type One = {
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
  readonly officer: string | null;
  readonly accepted: Instant | null;
  readonly due: Instant | null;
  readonly ended: Instant | null;
  readonly code: string;
};
let house: TestHouse;
let owner: pg.Client;
let all: readonly One[];
const OFFICER = newId();

const hours = (most: number) => fc.integer({ min: 0, max: most }).map((h) => NOW - h * 3_600_000);
const drawn = fc.record({
  unit: fc.constantFrom(...UNITS),
  procedure: fc.constantFrom("temporary-residence", "stay-notification", "new-seal"),
  channel: fc.constantFrom("online", "desk", "post", "api"),
  officer: fc.constantFrom(null, OFFICER),
  accepted: fc.option(hours(24 * 60)),
  term: fc.option(fc.integer({ min: 0, max: 24 * 10 })),
  took: fc.option(fc.integer({ min: 0, max: 24 * 20 })),
});

beforeAll(async () => {
  house = await testHouse({ standIns: false });
  house.setClock(NOW);
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  all = fc.sample(drawn, { numRuns: 600, seed: SEED }).map((one, n) => {
    const { accepted, term, took } = one;
    const ended = accepted === null || took === null ? null : Math.min(accepted + took * 3_600_000, NOW - 1);
    const due = accepted === null || term === null ? null : accepted + term * 3_600_000;
    return { ...one, due, ended, code: `G01.079.1X-261101-01${String(n).padStart(4, "0")}` };
  });
  for (const one of all)
    await owner.query(
      `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
         head_hash, owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, assigned_to,
         filed_at, accepted_at, due_at, ended_at, closed_at)
       values ('79', $1, $2, $3, 'x', $4, $5, 'filed', 1, '\\x00', 'A', 'a', '0', $1, 'A', '{}', '[]', $6, $7, $8, $9, $10, $11)`,
      [
        newId(),
        one.code,
        one.procedure,
        one.unit,
        one.channel,
        one.officer,
        iso(one.accepted ?? NOW),
        iso(one.accepted),
        iso(one.due),
        iso(one.ended),
        // Some results wait to be fetched: the clock has ended, the dossier is not closed.
        one.ended !== null && one.code.endsWith("7") ? null : iso(one.ended),
      ],
    );
});
afterAll(async () => {
  await owner.end();
  await house.close();
});
const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The rule again: which column a dossier stands in, seen at the end of the period. */
function standing(one: One, { from, until }: Question): { came: Cell["came"]; timing: Cell["timing"] } | null {
  const [begins, ends] = [instantAt(from, 0), Math.min(instantAt(addDays(until, 1), 0), NOW)];
  const { accepted, due, ended } = one;
  if (accepted === null || accepted >= ends || (ended !== null && ended < begins)) return null;
  const electronic = one.channel === "online" || one.channel === "api";
  const came = accepted < begins ? "before" : electronic ? "online" : "otherwise";
  if (ended !== null && ended < ends) {
    if (due === null) return { came, timing: "early" };
    if (ended > due) return { came, timing: "late" };
    return { came, timing: dayOfInstant(ended) === dayOfInstant(due) ? "on-time" : "early" };
  }
  return { came, timing: due === null ? "open-paused" : due < ends ? "open-late" : "open-in-time" };
}
const keyOf = (one: One, by: (typeof groupings)[number]): string =>
  ({
    unit: one.unit,
    procedure: one.procedure,
    officer: one.officer ?? "",
    day: dayOfInstant(one.accepted ?? 0),
    channel: one.channel,
  })[by];

const asked = fc
  .record({
    units: fc.uniqueArray(fc.constantFrom(...UNITS), { minLength: 1 }),
    first: fc.integer({ min: 0, max: 59 }),
    length: fc.integer({ min: 0, max: 30 }),
    procedures: fc.option(fc.constant(["temporary-residence", "new-seal"])),
    officer: fc.option(fc.constant(OFFICER), { freq: 5 }),
    channel: fc.option(fc.constant("online"), { freq: 5 }),
  })
  .map(({ first, length, ...rest }): Question => {
    const from = addDays(day("2026-09-25"), first);
    return { ...rest, from, until: addDays(from, length) };
  });
const among = (question: Question): readonly One[] =>
  all.filter(
    (one) =>
      question.units.includes(one.unit) &&
      (question.procedures === null || question.procedures.includes(one.procedure)) &&
      (question.officer === null || one.officer === question.officer) &&
      (question.channel === null || one.channel === question.channel) &&
      standing(one, question) !== null,
  );
const COLUMN: Readonly<Record<string, keyof Line>> = {
  online: "receivedOnline",
  otherwise: "receivedOtherwise",
  before: "carriedOver",
  early: "early",
  "on-time": "onTime",
  late: "late",
  "open-in-time": "openInTime",
  "open-late": "openLate",
  "open-paused": "openPaused",
};

describe("figures (one-stop 29)", () => {
  test(`equal a count of the dossiers themselves, and add up as Form II.06 wants (property, seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...groupings), async (question, by) => {
        const { lines, total } = await house.deps.figures.table(question, by);
        const own = among(question);
        expect(new Set(lines.map(({ key }) => key))).toEqual(new Set(own.map((one) => keyOf(one, by))));
        for (const line of lines) {
          const group = own.filter((one) => keyOf(one, by) === line.key);
          for (const [column, name] of Object.entries(COLUMN)) {
            const counted = group.filter((one) => {
              const { came, timing } = standing(one, question) ?? {};
              return came === column || timing === column;
            });
            expect(line[name], `${line.key} ${column}`).toBe(counted.length);
          }
        }
        expect(total.received).toBe(own.length);
        expect(total.received).toBe(total.done + total.open);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test(`open as the dossiers they count, in pages and as a stream (property, seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(null, ...timings), async (question, timing) => {
        const cell: Cell = { came: null, timing, group: { by: "unit", key: UNITS[0] ?? "" } };
        const wanted = among(question)
          .filter((one) => one.unit === UNITS[0] && (timing === null || standing(one, question)?.timing === timing))
          .map(({ code }) => code)
          .sort();
        const listed = await house.deps.figures.list(question, cell, 1_000, 0);
        expect(listed.map(({ code }) => code).sort()).toEqual(wanted);
        const streamed: string[] = [];
        await house.deps.figures.stream(question, cell, async (pages) => {
          for await (const page of pages) streamed.push(...page.map(({ code }) => code));
        });
        expect(streamed.sort()).toEqual(wanted);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test("tell of each day what came in and what was done, and of what is in hand how old it is", async () => {
    const question: Question = {
      units: UNITS,
      from: day("2026-10-01"),
      until: day("2026-11-30"),
      procedures: null,
      officer: null,
      channel: null,
    };
    const flow = await house.deps.figures.flow(question);
    expect([flow[0]?.day, flow.at(-1)?.day]).toEqual(["2026-10-01", "2026-11-23"]);
    const own = among(question);
    const done = own.filter(({ ended }) => ended !== null);
    expect(flow.reduce((sum, one) => sum + one.done, 0)).toBe(done.length);
    expect(flow.reduce((sum, one) => sum + one.late, 0)).toBe(
      done.filter(({ due, ended }) => due !== null && ended !== null && ended > due).length,
    );
    expect(flow.find((one) => one.day === "2026-11-10")?.received).toBe(
      own.filter(({ accepted }) => accepted !== null && dayOfInstant(accepted) === "2026-11-10").length,
    );
    const ages = await house.deps.figures.ages(UNITS);
    const open = all.filter(({ accepted, ended }) => accepted !== null && ended === null);
    expect(ages.reduce((sum, age) => sum + age.inTime + age.late + age.paused, 0)).toBe(open.length);
    expect(ages[0]).toMatchObject({ days: 0 });
    const young = open.filter(({ accepted }) => NOW - (accepted ?? 0) < 2 * 86_400_000);
    expect((ages[0]?.inTime ?? 0) + (ages[0]?.late ?? 0) + (ages[0]?.paused ?? 0)).toBe(young.length);
  });
});
