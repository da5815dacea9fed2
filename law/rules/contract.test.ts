import { describe, expect, it } from "vitest";
import { contractCases } from "../../tests/support/nasty-input.ts";
import { calculateAny, calculations } from "./index.ts";

/**
 * Cases of our own for each sentence of the contract: both sides of every boundary, leap days, ends of months, values left
 * out, every error with the field that is named first. One a line; each was read against its sentence and its sheet.
 */
describe.each([...contractCases])("the contract: %s", (_file, cases) => {
  it.each(cases.map((one) => [`${one.calculation} ${JSON.stringify(one.input)}`, one] as const))(
    "%s",
    async (_said, { calculation, input, expected }) => {
      const answer = await calculateAny(calculation, input);
      if (answer.ok) expect(answer.value.value).toEqual(expected);
      else expect({ error: { code: answer.failure.code, field: answer.failure.field } }).toEqual(expected);
    },
  );
});

it("names the text to consult where a figure is not established", async () => {
  const open = [...contractCases.values()]
    .flat()
    .filter(({ expected }) => JSON.stringify(expected).includes("not-determined"));
  expect(open.length).toBeGreaterThan(8);
  for (const { calculation, input } of open) {
    const answer = await calculateAny(calculation, input);
    const { vi, en } = answer.ok ? { vi: "", en: "" } : answer.failure.message;
    for (const said of [vi, en])
      expect(said, calculation).toMatch(/ (?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Văn bản) \d/);
  }
});

it("has cases of every calculation", () => {
  const asked = new Set([...contractCases.values()].flat().map((one) => one.calculation));
  expect([...calculations.keys()].filter((name) => !asked.has(name))).toEqual([]);
});
