import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calculateAny, calculations } from "./index.ts";

/** The worked examples of the contract, where they stand beside the project. */
const EXAMPLES = join(import.meta.dirname, "../../../shared/domain/examples.json");
const SHARED = existsSync(EXAMPLES) ? EXAMPLES : (process.env["MOTCUA_SHARED_EXAMPLES"] ?? "");

type Example = {
  readonly id: string;
  readonly calculation: string;
  readonly input: unknown;
  readonly expected: unknown;
};

/** `expected` is a subset: objects on the keys given, arrays element by element, null must be there. */
function isSubset(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, at) => isSubset(item, actual[at]))
    );
  if (typeof expected !== "object" || expected === null) return expected === actual;
  if (typeof actual !== "object" || actual === null) return false;
  return Object.entries(expected).every(
    ([key, value]) => key in actual && isSubset(value, (actual as Record<string, unknown>)[key]),
  );
}

if (SHARED && existsSync(SHARED)) {
  const read = JSON.parse(readFileSync(SHARED, "utf8")) as
    | readonly Example[]
    | { readonly examples: readonly Example[] };
  const examples = "examples" in read ? read.examples : read;
  describe("worked examples", () => {
    it.each(examples.map((example) => [`${example.id} ${example.calculation}`, example] as const))(
      "%s",
      async (_name, example) => {
        const answer = await calculateAny(example.calculation, example.input);
        const error = (example.expected as { error?: unknown }).error;
        if (error !== undefined)
          expect(answer.ok ? null : isSubset(error, answer.failure), JSON.stringify(answer)).toBe(true);
        else expect(answer.ok && isSubset(example.expected, answer.value.value), JSON.stringify(answer)).toBe(true);
      },
    );
    it("names every calculation of the contract", () => {
      expect(
        [...new Set(examples.map((example) => example.calculation))].filter((name) => !calculations.has(name)),
      ).toEqual([]);
    });
  });
} else {
  console.log(
    "left out: the worked examples of ../shared/domain/examples.json, which does not stand beside the project",
  );
  it("answers at least one calculation", () => expect(calculations.size).toBeGreaterThan(0));
}
