import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violations } from "../../parameters/traffic/index.ts";
import { calculate } from "../index.ts";
import { traffic } from "./index.ts";

/** Printed, so that a failure can be run again: set MOTCUA_SEED to it. */
const seed = Number(process.env["MOTCUA_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`traffic properties: seed ${seed}`);
const hold = (property: Parameters<typeof fc.assert>[0], numRuns = 500) => fc.assert(property, { seed, numRuns });

const aRow = fc.constantFrom(...violations());
const few = fc.nat({ max: 5 });
const money = fc.nat({ max: 200_000_000 });
const subject = fc.constantFrom("individual", "organisation");
const aDay = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const valueOfCalculation = (name: string, input: unknown) => {
  const found = calculate(name, input);
  if (!found.ok) throw new Error(`${name} refused: ${found.failure.code} ${found.failure.field}`);
  return found.value.value as Record<string, number & string & boolean>;
};

describe("properties", () => {
  it("a fine stays inside its bracket, and so does the interval left to the officer", () => {
    hold(
      fc.property(aRow, few, few, fc.integer({ min: 1, max: 300 }), (row, mitigating, aggravating, extraPersons) => {
        const input = { violation: row.code, offenceEndedOn: row.from, mitigating, aggravating, extraPersons };
        const value = valueOfCalculation("traffic-fine", input);
        expect(value["fine"] === null).toBe(row.bracket === null || Math.abs(mitigating - aggravating) === 1);
        if (row.bracket === null) return;
        const [least, most] = [value["bracketMin"] ?? -1, value["bracketMax"] ?? -1];
        expect(most).toBeLessThanOrEqual(75_000_000);
        const single = Math.abs(mitigating - aggravating) === 1;
        const [low, high] = single ? [value["fineAbove"], value["fineBelow"]] : [value["fine"], value["fine"]];
        expect(low).toBeGreaterThanOrEqual(least);
        expect(high).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("a worse net of circumstances never lowers a fine", () => {
    hold(
      fc.property(aRow, few, few, (row, a, b) => {
        const input = { violation: row.code, offenceEndedOn: row.from, extraPersons: 1 };
        const fineOf = (aggravating: number) => {
          const value = valueOfCalculation("traffic-fine", { ...input, aggravating, mitigating: 2 });
          return value["fine"] ?? value["fineAbove"] ?? 0;
        };
        expect(fineOf(Math.max(a, b))).toBeGreaterThanOrEqual(fineOf(Math.min(a, b)));
      }),
    );
  });

  it("the title found may impose the maximum of the bracket", () => {
    hold(
      fc.property(aRow, subject, aDay("2025-01-01", "2027-12-31"), (row, whom, on) => {
        const bracket = whom === "individual" ? row.bracket : row.organisationBracket;
        if (bracket === null) return;
        const value = valueOfCalculation("sanction-competence", { bracketMax: bracket.most, subject: whom, on });
        expect(value["title"]).not.toBeNull();
        expect(value["limit"]).toBeGreaterThanOrEqual(bracket.most);
      }),
    );
  });

  it("a higher bracket never needs a lower limit", () => {
    hold(
      fc.property(money, money, subject, aDay("2025-01-01", "2027-12-31"), (a, b, whom, on) => {
        const limit = (bracketMax: number) =>
          valueOfCalculation("sanction-competence", { bracketMax, subject: whom, on })["limit"] ??
          Number.MAX_SAFE_INTEGER;
        expect(limit(Math.max(a, b))).toBeGreaterThanOrEqual(limit(Math.min(a, b)));
      }),
    );
  });

  it("points stay between zero and twelve, and without points nobody drives", () => {
    const day = aDay("2025-01-01", "2030-12-31");
    hold(
      fc.property(
        fc.record(
          {
            points: fc.nat({ max: 12 }),
            deductions: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
            suspension: fc.boolean(),
            licenceState: fc.constantFrom("valid", "suspended"),
            effectiveOn: day,
            lastDeductionOn: day,
            asOf: day,
          },
          { requiredKeys: ["points", "effectiveOn"] },
        ),
        (input) => {
          const value = valueOfCalculation("licence-points", input);
          const after = value["points"] ?? -1;
          expect(after).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(12);
          expect(value["deducted"]).toBeLessThanOrEqual(Math.max(0, ...(input.deductions ?? [])));
          expect(value["mayDrive"]).toBe(after > 0);
          if (value["applied"] === "restored") expect(after).toBe(12);
        },
      ),
    );
  });

  it("a charge grows with the days and never loses a đồng", () => {
    hold(
      fc.property(money, fc.nat({ max: 2_000 }), (unpaid, lateDays) => {
        const at = (days: number) =>
          valueOfCalculation("late-payment", { unpaid, lateDays: days, on: "2026-01-01" })["charge"] ?? -1;
        expect(Math.abs(at(lateDays) - unpaid * 0.0005 * lateDays)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(at(lateDays + 1)).toBeGreaterThanOrEqual(at(lateDays));
      }),
    );
  });

  it("every bad input gets an error, none a throw", () => {
    const absurd = fc.constantFrom<unknown>(
      "2026-02-30",
      "2999-12-31",
      "9999-12-31",
      "0000-00-00",
      "x".repeat(1_000_000),
      "168-6-9-b",
      "__proto__",
      Number.MAX_SAFE_INTEGER,
      Number.NaN,
      -1,
      0.5,
      null,
      [],
      [null],
      {},
      true,
      "individual",
      "2026-01-01",
    );
    for (const calculation of traffic) {
      const names = [...Object.keys(calculation.fields), "unknown"];
      const input = fc.oneof(
        absurd,
        fc.dictionary(fc.constantFrom(...names), fc.oneof(absurd, fc.anything()), { maxKeys: 6 }),
        fc.record(Object.fromEntries(names.slice(0, -1).map((name) => [name, absurd])), { requiredKeys: [] }),
      );
      hold(
        fc.property(input, (given) => {
          const found = calculate(calculation.name, given);
          if (!found.ok) expect(found.failure.message.vi.length).toBeGreaterThan(0);
        }),
        300,
      );
    }
  });
});
