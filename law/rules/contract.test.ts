import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calculateAny, calculations } from "./index.ts";

/**
 * Cases of our own for each sentence of the contract: both sides of every boundary, leap days, ends of months, values left
 * out, every error with the field that is named first. One a line; each was read against its sentence and its sheet.
 */
const CASES = join(import.meta.dirname, "contract-cases");
type Case = { readonly calculation: string; readonly input: unknown; readonly expected: unknown };
const casesOf = (file: string): readonly Case[] =>
  readFileSync(join(CASES, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Case);
const files = readdirSync(CASES).sort();

describe.each(files)("the contract: %s", (file) => {
  it.each(casesOf(file).map((one) => [`${one.calculation} ${JSON.stringify(one.input)}`, one] as const))(
    "%s",
    async (_said, { calculation, input, expected }) => {
      const answer = await calculateAny(calculation, input);
      if (answer.ok) expect(answer.value.value).toEqual(expected);
      else expect({ error: { code: answer.failure.code, field: answer.failure.field } }).toEqual(expected);
    },
  );
});

it("has cases of every calculation", () => {
  const asked = new Set(files.flatMap(casesOf).map((one) => one.calculation));
  expect([...calculations.keys()].filter((name) => !asked.has(name))).toEqual([]);
});
