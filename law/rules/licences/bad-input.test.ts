import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateAny, calculations } from "../index.ts";

/** A sound input of each calculation of licences and of the epidemic years, with every field there is. */
const SOUND: Readonly<Record<string, Record<string, unknown>>> = {
  "seal-file": { organisation: "fund", procedure: "re-register", reason: "lost", papers: ["request"] },
  "security-business": { line: "luu-tru", on: "2026-04-02", operator: "other", rooms: 3, stars: 2 },
  "security-condition": {
    check: "guard-training",
    line: "dich-vu-bao-ve",
    appliedOn: "2026-04-02",
    fines: [{ act: "usury", on: "2025-01-01" }],
    yearsInBusiness: 1,
    guards: 2,
  },
  "procedure-availability": { procedure: "t-trade", line: null, on: "2026-07-02", receivedOn: "2026-06-02" },
  "weapon-procedure": {
    procedure: "w-cross",
    receivedOn: "2026-07-02",
    holder: "other",
    channel: "vneid",
    papers: ["request"],
    handguns: 1,
    otherWeapons: 1,
    loadTonnes: 2.5,
    legs: [{ mode: "air", vehicles: 1 }],
  },
  "support-tool": { tools: [{ kind: "armour", quantity: 1 }], on: "2026-07-02", guarded: "bank" },
  "weapon-exam": { kind: "sport-gun", theory: 1, practical: "pass", liveFire: 1 },
  "vaccination-card": {
    ruleSet: "C06-2021-10",
    on: "2021-10-02",
    vaccine: "abdala",
    doses: 0,
    lastDoseOn: "2021-10-02",
    recoveredOn: "2021-10-02",
    negativeTestOn: "2021-10-02",
    isolationCompleted: false,
    selfTreated: false,
    antibodyPositive: false,
    certificate: false,
  },
  "vaccine-passport": { vaccine: "other", doses: 1, on: "2022-01-01" },
  base45: { bytes: "AA", text: null },
  "dependant-link": {
    kind: "child",
    bornOn: "2010-01-01",
    decidedOn: "2010-01-01",
    endedOn: "2010-01-02",
    on: "2022-01-01",
  },
  "resolution-68": {
    policy: 8,
    receivedOn: "2021-10-02",
    facts: { status: "F0", periodFrom: "2021-10-02", days: 3, childrenUnder6: 1, consecutiveDays: 1 },
  },
};
const MEGABYTE = "9".repeat(1_048_576);
const BAD: readonly unknown[] = [
  MEGABYTE,
  "",
  "__proto__",
  "constructor",
  "0000-00-00",
  "9999-12-31",
  "2999-12-31",
  "1000-01-01",
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  true,
  null,
  [],
  [null],
  [{}],
  {},
];

async function mustAnswer(name: string, input: unknown): Promise<void> {
  const answer = await calculateAny(name, input);
  if (answer.ok) return;
  const { code, field, message } = answer.failure;
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(field.length).toBeLessThan(200);
  expect(message.vi.length * message.en.length).toBeGreaterThan(0);
}

describe.each(Object.entries(SOUND))("bad input of %s", (name, sound) => {
  it("finds the sound one sound, and names the reasons in both languages", async () => {
    const answer = await calculateAny(name, sound);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    expect(answer.value.steps.length).toBeGreaterThan(0);
    expect(answer.value.citations.length).toBeGreaterThan(0);
    for (const { rule, text } of answer.value.steps) {
      expect(rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(text.vi).not.toBe(text.en);
      expect(`${text.vi}${text.en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
  it("knows every field of it", () => {
    const known = Object.keys(calculations.get(name)?.fields ?? {});
    expect(Object.keys(sound).sort()).toEqual(known.sort());
  });
  it("is answered by an error or a value, whichever field is spoilt and how", async () => {
    for (const bad of BAD) {
      await mustAnswer(name, bad);
      for (const field of Object.keys(sound)) await mustAnswer(name, { ...sound, [field]: bad });
    }
  });
  it("names the field that is of another type, or unknown", async () => {
    for (const field of Object.keys(sound)) {
      const answer = await calculateAny(name, { ...sound, [field]: Symbol("no JSON") });
      expect(answer.ok ? null : answer.failure).toMatchObject({ code: "wrong-type", field });
    }
    const unknown = await calculateAny(name, { ...sound, [MEGABYTE]: 1 });
    expect(unknown.ok ? null : unknown.failure.code).toBe("unknown-field");
  });
  it("never throws (property, seed 20261123)", async () => {
    const fields = Object.fromEntries(
      Object.entries(sound).map(([field, value]) => [
        field,
        fc.oneof(fc.constant(value), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...BAD.slice(1))),
      ]),
    );
    await fc.assert(
      fc.asyncProperty(fc.record(fields), (input) => mustAnswer(name, input)),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
