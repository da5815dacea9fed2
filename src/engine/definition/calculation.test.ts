import { describe, expect, it } from "vitest";
import { text } from "../../kernel/text.ts";
import {
  type AnyCalculation,
  awaitCalculation,
  defineCalculation,
  defineLaterCalculation,
  runCalculation,
} from "./index.ts";

const fields = { n: { kind: "integer", needed: true } } as const;
const counted = { steps: 0, citations: 0 };
const reasonsOf = (n: number) => ({
  value: { twice: 2 * n },
  steps: () => {
    counted.steps += 1;
    return [{ rule: "twice", text: text("gấp đôi", "twice"), result: 2 * n }];
  },
  citations: () => {
    counted.citations += 1;
    return [];
  },
});
const now = defineCalculation({ name: "now", title: text("nay", "now"), fields, reckon: ({ n }) => reasonsOf(n) });
const later = defineLaterCalculation({
  name: "later",
  title: text("sau", "later"),
  fields,
  reckonLater: async ({ n }) => reasonsOf(n),
});
const calculations = new Map<string, AnyCalculation>([
  [now.name, now],
  [later.name, later],
]);

describe("the reasons of a calculation", () => {
  it("are told unless the caller says otherwise, and then not even made", async () => {
    for (const name of calculations.keys()) {
      Object.assign(counted, { steps: 0, citations: 0 });
      const untold = await awaitCalculation(calculations, name, { n: 4 }, { reasons: false });
      expect(untold).toEqual({ ok: true, value: { value: { twice: 8 }, steps: [], citations: [] } });
      expect(counted).toEqual({ steps: 0, citations: 0 });
      const told = await awaitCalculation(calculations, name, { n: 4 });
      expect(told.ok && told.value.steps.map((step) => step.rule)).toEqual(["twice"]);
      expect(counted).toEqual({ steps: 1, citations: 1 });
    }
  });

  it("make no difference to the checks of the input", () => {
    const asked = { reasons: false };
    for (const input of [{}, { n: "4" }, { n: 4, m: 1 }, null])
      expect(runCalculation(calculations, "now", input, asked)).toEqual(runCalculation(calculations, "now", input));
    expect(runCalculation(calculations, "now", {}, asked)).toMatchObject({ failure: { code: "missing-field" } });
  });
});
