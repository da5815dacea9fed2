import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { addDays, day, type PartialDate, type PlainDate } from "../../kernel/plain-date.ts";
import { newId } from "../../platform/ids.ts";
import { isMinor, wardsOn } from "./wards.ts";

/** Whom one may act for, on both sides of every day that matters. */

describe("a minor", () => {
  test.each<[PartialDate, string, boolean]>([
    [{ year: 2008, month: 11, day: 23 }, "2026-11-22", true],
    [{ year: 2008, month: 11, day: 23 }, "2026-11-23", false],
    // Born on 29 February: grown up from 1 March where there is no such day.
    [{ year: 2008, month: 2, day: 29 }, "2026-02-28", true],
    [{ year: 2008, month: 2, day: 29 }, "2026-03-01", false],
    // Only what is beyond doubt: the earliest day the entry can mean.
    [{ year: 2008 }, "2025-12-31", true],
    [{ year: 2008 }, "2026-01-01", false],
    [{ year: 2008, month: 5 }, "2026-04-30", true],
    [{ year: 2008, month: 5 }, "2026-05-01", false],
  ])("%j on %s: %s", (birth, on, minor) => {
    expect(isMinor(birth, day(on))).toBe(minor);
  });

  test("once grown up, nobody becomes a minor again", () => {
    const births = fc.record({
      year: fc.integer({ min: 1950, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(births, fc.integer({ min: 0, max: 30_000 }), (birth, later) => {
        const on = addDays(day("1980-01-01"), later % 20_000);
        return isMinor(birth, on) || !isMinor(birth, addDays(on, later % 400));
      }),
    );
  });
});

describe("the register and accepted papers", () => {
  const PARENT = "001090000001";
  const CHILD = "001208000002";
  const WARD = "001055000003";
  let t: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    t = await testDatabase();
    owner = new pg.Client({ connectionString: t.ownerUrl });
    await owner.connect();
    const home = newId();
    const person = (number: string, relation: string, year: number, household: string) =>
      owner.query(
        `insert into persons (number, name, search_key, birth_year, birth_month, birth_day, sex, household_id,
           relation_to_head, permanent_commune, permanent_line)
         values ($1, $2, '', $3, 11, 23, 'M', $4, $5, '00070', 'Số 1')`,
        [number, `Người ${number}`, year, household, relation],
      );
    await person(PARENT, "head", 1980, home);
    await person("001085000009", "wife", 1985, home);
    await person(CHILD, "child", 2008, home);
    await person("001210000004", "grandchild", 2010, home);
    await person(WARD, "head", 1955, newId());
  });
  afterAll(async () => {
    await owner.end();
    await t.drop();
  });
  const names = async (representative: string, on: string): Promise<readonly string[]> =>
    (await wardsOn(t.db, representative, day(on))).map(({ number, ground }) => `${number} ${ground}`);

  test("a head of household acts for their minor child until the day it grows up; for no other member", async () => {
    expect(await names(PARENT, "2026-11-22")).toEqual([`${CHILD} parent`]);
    expect(await names(PARENT, "2026-11-23")).toEqual([]);
  });

  test("a husband or wife of the head is not proven a parent, nor is the child of itself", async () => {
    expect(await names("001085000009", "2026-11-22")).toEqual([]);
    expect(await names(CHILD, "2026-11-22")).toEqual([]);
  });

  const mandate = async (changes: Readonly<Record<string, unknown>>): Promise<void> => {
    const row = {
      subject_number: WARD,
      id: newId(),
      subject_kind: "person",
      subject_name: "Người được giám hộ",
      representative_number: PARENT,
      representative_name: "Người giám hộ",
      ground: "guardian",
      valid_from: "2026-07-01",
      valid_until: "2026-12-31",
      evidence_sha256: "0",
      evidence_name: "q.pdf",
      evidence_media_type: "application/pdf",
      office_province: "01",
      unit_id: "ca-00070",
      asked_by: newId(),
      asked_at: "2026-06-01",
      outcome: "accepted",
      decided_at: "2026-06-02",
      ended_on: null,
      ...changes,
    };
    const columns = Object.keys(row);
    await owner.query("delete from mandates");
    await owner.query(
      `insert into mandates (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`,
      Object.values(row),
    );
  };
  const guards = async (on: PlainDate | string): Promise<boolean> =>
    (await wardsOn(t.db, PARENT, day(on))).some(({ number }) => number === WARD);

  test("a paper holds from its first day to its last, both included", async () => {
    await mandate({});
    expect([
      await guards("2026-06-30"),
      await guards("2026-07-01"),
      await guards("2026-12-31"),
      await guards("2027-01-01"),
    ]).toEqual([false, true, true, false]);
  });

  test("ended early, it holds no more from that very day", async () => {
    await mandate({ ended_on: "2026-10-10" });
    expect([await guards("2026-10-09"), await guards("2026-10-10")]).toEqual([true, false]);
  });

  test("nothing holds that was refused, waits, or is somebody else's", async () => {
    for (const changes of [
      { outcome: "refused" },
      { outcome: null, decided_at: null },
      { representative_number: CHILD },
    ]) {
      await mandate(changes);
      expect(await guards("2026-08-01"), JSON.stringify(changes)).toBe(false);
    }
  });
});
