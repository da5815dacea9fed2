import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheet } from "../../tests/support/shared-sheets.ts";
import { calculateAny, calculations } from "./index.ts";

/** The worked examples of the contract: every calculation has some. */
type Example = {
  readonly id: string;
  readonly calculation: string;
  readonly input: { readonly [field: string]: unknown };
};
const written = JSON.parse(sheet("examples.json") ?? "[]") as
  | readonly Example[]
  | { readonly examples: readonly Example[] };
const examples = "examples" in written ? written.examples : written;

const seed = Number(process.env["MOTCUA_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`reasons: seed ${seed}`);

/** Without reasons the answer is the same value, or the same refusal, and tells nothing. */
async function sameWithout(calculation: string, input: unknown): Promise<readonly unknown[]> {
  const told = await calculateAny(calculation, input);
  const untold = await calculateAny(calculation, input, { reasons: false });
  expect(untold).toEqual(told.ok ? { ok: true, value: { value: told.value.value, steps: [], citations: [] } } : told);
  return told.ok ? [...told.value.steps, ...told.value.citations] : [told.failure];
}

/** Another value of the same kind: other numbers, days and words meet other rules and other refusals. */
const changed = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value === "number") return fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 2_000_000_000 }));
  if (typeof value === "boolean") return fc.boolean();
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)) return day;
  if (typeof value !== "string" && value !== null && typeof value === "object" && !Array.isArray(value))
    return fc.record(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, perhaps(inner)])));
  return fc.constant(value);
};
const day = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const perhaps = (value: unknown): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, changed(value), fc.constant(undefined));

describe.runIf(examples.length > 0)("an answer without reasons", () => {
  it("is asked of every calculation", () => {
    expect(new Set(examples.map((example) => example.calculation))).toEqual(new Set(calculations.keys()));
  });

  it.each(examples.map((example) => [example.id, example] as const))("has the same value: %s", async (_id, example) => {
    expect((await sameWithout(example.calculation, example.input)).length).toBeGreaterThan(0);
  });

  it("has the same value, or the same refusal, for inputs like the examples", async () => {
    const anInput = fc
      .constantFrom(...examples)
      .chain(({ calculation, input }) =>
        fc
          .record(Object.fromEntries(Object.entries(input).map(([name, value]) => [name, perhaps(value)])))
          .map((other) => ({ calculation, input: other })),
      );
    await fc.assert(
      fc.asyncProperty(anInput, async ({ calculation, input }) => {
        await sameWithout(calculation, input);
      }),
      { seed, numRuns: 1_500 },
    );
  });
});
