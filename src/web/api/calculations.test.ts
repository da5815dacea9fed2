import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCalculations } from "../../../law/index.ts";

const { calculate, calculateAny, calculations } = await loadCalculations();

describe("calculations", () => {
  it.each([
    ["deadline", { from: "2026-11-23", count: 1, unit: "working-day" }, { due: "2026-11-25" }],
    ["deadline", { from: "2026-01-31", count: 1, unit: "month" }, { due: "2026-03-02" }],
    [
      "deadline",
      { from: "2026-11-23T16:30:00+07:00", count: 2, unit: "working-hour" },
      { due: "2026-11-25T08:30:00+07:00" },
    ],
    [
      "stay-deadline",
      { arrivedAt: "2026-11-10T23:00:00+07:00" },
      { dueBefore: "2026-11-11T08:00:00+07:00", duty: "notify-stay" },
    ],
    [
      "stay-deadline",
      { arrivedAt: "2026-11-10T22:59:59+07:00", plannedNights: 30 },
      { dueBefore: null, duty: "register-temporary-residence" },
    ],
    [
      "stay-deadline",
      { arrivedAt: "2026-07-01T00:00:00+07:00", guestRelation: "close-relative", lastNotifiedOn: "2026-03-12" },
      { duty: "notify-stay" },
    ],
    ["vietqr", { bin: "970416", account: "257678859" }, { crc: "AE9F", initiation: "static" }],
  ])("%s of %o", (name, input, value) => {
    expect(calculate(name, input)).toMatchObject({ ok: true, value: { value } });
  });

  it.each([
    ["deadline", { count: 1, unit: "day" }, "missing-field", "from"],
    ["deadline", { from: "2026-01-01", count: 1.5, unit: "day" }, "wrong-type", "count"],
    ["deadline", { from: "2026-01-01", count: 1, unit: "day", more: 1 }, "unknown-field", "more"],
    ["deadline", { from: "x", count: 1, unit: "week" }, "not-allowed", "unit"],
    ["deadline", { from: "2026-02-30", count: 1, unit: "day" }, "invalid-date", "from"],
    ["deadline", { from: "2026-02-01T10:00:00", count: 1, unit: "hour" }, "invalid-instant", "from"],
    ["deadline", { from: "2026-02-01", count: 0, unit: "day" }, "out-of-range", "count"],
    ["deadline", { from: "2035-02-01", count: 1, unit: "working-day" }, "calendar-not-loaded", "from"],
    ["stay-deadline", [], "wrong-type", ""],
    ["vietqr", { bin: "1", account: "1" }, "invalid-length", "bin"],
    ["toString", {}, "unknown-calculation", ""],
  ])("%s refuses %o: %s", (name, input, code, field) => {
    expect(calculate(name, input)).toMatchObject({
      ok: false,
      failure: { code, field, message: { vi: expect.any(String), en: expect.any(String) } },
    });
  });

  it("answers or refuses whatever it is given", async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(
        "9999-12-31",
        "2026-01-31",
        "9999-12-31T23:59:59Z",
        1,
        99_999,
        1e9,
        9e15,
        "month",
        "year",
        "day",
        "hour",
        "working-hour",
        "working-day",
      ),
    );
    const input = fc.dictionary(
      fc.constantFrom(
        "from",
        "count",
        "unit",
        "arrivedAt",
        "plannedNights",
        "lastNotifiedOn",
        "bin",
        "account",
        "amount",
      ),
      value,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...calculations.keys()),
        input,
        async (name, given) => typeof (await calculateAny(name, given)).ok === "boolean",
      ),
      { numRuns: 2000 },
    );
  });
});

/** The worked cases handed to all makers live outside the project; where they are absent this part is left out and says so. */
const EXAMPLES = new URL("../../../../shared/domain/examples.json", import.meta.url);
const absent = !existsSync(EXAMPLES);
if (absent) console.warn("left out: the shared worked cases are not on this machine");
describe.skipIf(absent)("the shared worked cases", () => {
  type Case = { id: string; calculation: string; input: unknown; expected: { error?: object } };
  const cases: Case[] = absent
    ? []
    : JSON.parse(readFileSync(EXAMPLES, "utf8")).filter((one: Case) => calculations.has(one.calculation));
  it("are more than a handful", () => expect(cases.length).toBeGreaterThan(20));
  it.each(cases.map((one) => [one.id, one] as const))("%s", async (_, { calculation, input, expected }) => {
    const wanted = expected.error ? { ok: false, failure: expected.error } : { ok: true, value: { value: expected } };
    expect(await calculateAny(calculation, input)).toMatchObject(wanted);
  });
});
