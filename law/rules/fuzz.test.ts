import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  almostSound,
  deeplyNested,
  MEGABYTE,
  NASTY,
  soundInputs,
  wrongRefusal,
} from "../../tests/support/nasty-input.ts";
import { calculateAny, calculations } from "./index.ts";

const SEED = 20261123;

/** Asks as the doors do: with what JSON made of a text. An answer is a value or a refusal of the contract. */
async function mustAnswer(name: string, input: unknown): Promise<void> {
  const answer = await calculateAny(name, JSON.parse(JSON.stringify(input)));
  if (!answer.ok) expect(wrongRefusal(answer.failure), `${name} ${JSON.stringify(input).slice(0, 300)}`).toBeNull();
  else expect(JSON.stringify(answer.value)).not.toMatch(/NaN|Infinity|undefined|\[object/);
}

/** The input with one place spoilt, at every depth. */
function* spoilt(input: unknown, bad: unknown): Generator<unknown> {
  yield bad;
  if (Array.isArray(input))
    for (const [at, item] of input.entries()) for (const one of spoilt(item, bad)) yield input.with(at, one);
  else if (typeof input === "object" && input !== null)
    for (const [name, value] of Object.entries(input))
      for (const one of spoilt(value, bad)) yield { ...input, [name]: one };
}

it("has sound inputs of every calculation but the certificate, whose vectors stand elsewhere", () => {
  expect([...calculations.keys()].filter((name) => !soundInputs.has(name))).toEqual(["health-certificate"]);
});

describe.each([...soundInputs])("bad input of %s", (name, inputs) => {
  const fullest = inputs.reduce((best, one) => (JSON.stringify(one).length > JSON.stringify(best).length ? one : best));

  it("answers sound input with steps and citations in their shape", async () => {
    for (const input of inputs) {
      const answer = await calculateAny(name, input);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      expect(Object.keys(answer.value)).toEqual(["value", "steps", "citations"]);
      expect(answer.value.steps.length * answer.value.citations.length).toBeGreaterThan(0);
      for (const step of answer.value.steps) {
        expect(Object.keys(step)).toEqual(["rule", "text", "result"]);
        expect(step.rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(step.text.vi.length * step.text.en.length, step.rule).toBeGreaterThan(0);
        expect(`${step.text.vi}${step.text.en}`).not.toMatch(/undefined|null|NaN|\[object/);
      }
      for (const one of answer.value.citations)
        expect(Object.keys(one)).toEqual(["document", "article", "validFrom", "validTo", "confidence"]);
    }
  });

  it("is refused in the shape of the contract, whichever place is spoilt and how", async () => {
    for (const bad of NASTY) for (const input of spoilt(fullest, bad)) await mustAnswer(name, input);
    for (const field of Object.keys(calculations.get(name)?.fields ?? {}))
      for (const bad of [MEGABYTE, JSON.parse(deeplyNested(2000))])
        await mustAnswer(name, { ...fullest, [field]: bad });
    await mustAnswer(name, { ...fullest, [MEGABYTE]: 1 });
  });

  it("names each field that is absent or of another type, and those of Object.prototype as unknown", async () => {
    const fields = Object.entries(calculations.get(name)?.fields ?? {});
    for (const [field, { needed }] of fields) {
      const given = { ...fullest, [field]: field === "text" || field === "number" ? [] : Symbol("no JSON") };
      const wrong = await calculateAny(name, given);
      expect(wrong.ok ? null : wrong.failure).toMatchObject({ code: "wrong-type", field });
      if (!needed) continue;
      for (const without of [
        { ...fullest, [field]: null },
        Object.fromEntries(Object.entries(fullest).filter(([one]) => one !== field)),
      ]) {
        const missing = await calculateAny(name, without);
        expect(missing.ok ? null : missing.failure).toMatchObject({ code: "missing-field", field });
      }
    }
    for (const key of ["__proto__", "constructor", "toString"]) {
      const input = JSON.parse(`${JSON.stringify(fullest).slice(0, -1)},${JSON.stringify(key)}:1}`);
      const unknown = await calculateAny(name, input);
      expect(unknown.ok ? null : unknown.failure).toMatchObject({ code: "unknown-field", field: key });
    }
  });

  it(`never throws (property, seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(almostSound(inputs), (input) => mustAnswer(name, input)),
      { seed: SEED, numRuns: 150 },
    );
  });
});
