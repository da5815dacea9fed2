import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "../index.ts";

const reckoned = (name: string, input: object): Record<string, unknown> | string => {
  const answer = calculate(name, input);
  return answer.ok ? answer.value.value : `${answer.failure.code} ${answer.failure.field}`;
};

describe("base45", () => {
  it.each<[object, object | string]>([
    [{ bytes: "4142" }, { bytes: "4142", text: "BB8" }],
    [{ bytes: "ffFF" }, { bytes: "FFFF", text: "FGW" }],
    [{ text: "%69 VD92EX0" }, { bytes: "48656C6C6F2121", text: "%69 VD92EX0" }],
    [{ text: "" }, { bytes: "", text: "" }],
    [{}, "missing-field bytes"],
    [{ bytes: "41", text: "U5" }, "invalid-format text"],
    [{ bytes: "4" }, "invalid-format bytes"],
    [{ bytes: "4g" }, "invalid-character bytes"],
    [{ text: "GGW" }, "invalid-format text"],
    [{ text: "qed8wex0" }, "invalid-character text"],
    [{ text: "QED8" }, "invalid-format text"],
  ])("%j", (input, expected) => expect(reckoned("base45", input)).toEqual(expected));

  it("goes there and back (seed 45)", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const there = reckoned("base45", { bytes: Buffer.from(bytes).toString("hex") });
        if (typeof there === "string") throw new Error(there);
        expect(reckoned("base45", { text: there["text"] })).toEqual(there);
      }),
      { seed: 45, numRuns: 200 },
    );
  });
});

describe("vaccination-card", () => {
  const card = (ruleSet: string, on: string, more: object) => {
    const value = reckoned("vaccination-card", { ruleSet, on, doses: 0, ...more });
    return typeof value === "string" ? value : [value["card"], value["failed"]];
  };
  const DRAFT = "HCMC-DOH-2021-09-08-draft";
  const AUTUMN = "HCMC-2021-09-20";
  it.each<[string, string, object, unknown]>([
    ["C06-2021-10", "2021-10-02", { doses: 2 }, ["green", []]],
    ["C06-2021-10", "2021-10-02", { doses: 1 }, ["yellow", []]],
    ["C06-2021-10", "2021-10-02", { doses: 0 }, ["none", ["doses"]]],
    ["C06-2021-10", "2021-10-01", { doses: 2 }, "not-in-force on"],
    [DRAFT, "2021-10-01", { vaccine: "janssen", doses: 1, lastDoseOn: "2021-09-17" }, ["green", []]],
    [
      DRAFT,
      "2021-10-01",
      { vaccine: "astrazeneca", doses: 1, lastDoseOn: "2021-09-17", negativeTestOn: "2021-09-28" },
      ["yellow", []],
    ],
    [
      DRAFT,
      "2021-10-01",
      { vaccine: "astrazeneca", doses: 1, lastDoseOn: "2021-09-17", negativeTestOn: "2021-09-27" },
      ["none", ["negativeTestMaxAgeDays"]],
    ],
    [
      DRAFT,
      "2021-10-01",
      { vaccine: "astrazeneca", doses: 1, lastDoseOn: "2021-09-18", negativeTestOn: "2021-10-02" },
      ["none", ["daysSinceLastDose", "negativeTestMaxAgeDays"]],
    ],
    [DRAFT, "2021-10-01", { selfTreated: true, antibodyPositive: true }, ["green", []]],
    [
      DRAFT,
      "2021-10-01",
      { vaccine: "abdala", doses: 3, lastDoseOn: "2021-09-01" },
      ["none", ["twoDoseVaccine", "doses", "negativeTestMaxAgeDays"]],
    ],
    [DRAFT, "2021-09-07", {}, "not-in-force on"],
    [AUTUMN, "2021-10-01", { doses: 1, lastDoseOn: "2021-09-17" }, ["green", []]],
    [AUTUMN, "2021-10-01", { doses: 1, lastDoseOn: "2021-09-18" }, ["none", ["daysSinceLastDose"]]],
    [AUTUMN, "2021-10-01", { recoveredOn: "2021-09-01", certificate: true }, ["green", []]],
    [AUTUMN, "2021-10-01", { recoveredOn: "2021-09-01" }, ["none", ["certificate"]]],
    [AUTUMN, "2021-10-01", {}, ["none", ["doses", "daysSinceLastDose"]]],
    ["HN-2021", "2021-10-01", {}, "not-allowed ruleSet"],
  ])("%s on %s of %j", (ruleSet, on, more, expected) => expect(card(ruleSet, on, more)).toEqual(expected));
});

describe("vaccine-passport", () => {
  it.each<[string, number, string, object | string]>([
    ["janssen", 1, "2021-12-20", { issued: true, reason: null }],
    ["janssen", 0, "2021-12-20", { issued: false, reason: "course-not-complete" }],
    ["abdala", 2, "2021-12-25", { issued: false, reason: "course-not-complete" }],
    ["abdala", 3, "2021-12-25", { issued: true, reason: null }],
    ["covaxin", 2, "2021-12-25", { issued: false, reason: "vaccine-not-accepted" }],
    ["other", 9, "2021-12-25", { issued: false, reason: "vaccine-not-accepted" }],
    ["janssen", 1, "2021-12-19", "not-in-force on"],
  ])("%s, %d doses, on %s", (vaccine, doses, on, expected) =>
    expect(reckoned("vaccine-passport", { vaccine, doses, on })).toEqual(expected),
  );
});

describe("dependant-link", () => {
  it.each<[object, object | string]>([
    [
      { kind: "child", bornOn: "2007-10-06", on: "2021-10-05" },
      { linked: true, endsOn: "2021-10-06" },
    ],
    [
      { kind: "child", bornOn: "2007-10-06", on: "2021-10-06" },
      { linked: false, endsOn: "2021-10-06" },
    ],
    [
      { kind: "child", bornOn: "2008-02-29", on: "2022-02-28" },
      { linked: true, endsOn: "2022-03-01" },
    ],
    [{ kind: "child", on: "2021-10-06" }, "missing-field bornOn"],
    [{ kind: "child", bornOn: "2007-10-06", on: "2021-10-01" }, "not-in-force on"],
    [{ kind: "no-legal-capacity", on: "2021-10-06" }, "missing-field decidedOn"],
    [
      { kind: "no-legal-capacity", decidedOn: "2019-06-03", endedOn: "2021-10-06", on: "2021-10-05" },
      { linked: true, endsOn: "2021-10-06" },
    ],
    [
      { kind: "no-legal-capacity", decidedOn: "2019-06-03", endedOn: "2021-10-06", on: "2021-10-06" },
      { linked: false, endsOn: "2021-10-06" },
    ],
    [
      { kind: "no-legal-capacity", decidedOn: "2021-10-06", on: "2021-10-05" },
      { linked: false, endsOn: null },
    ],
  ])("%j", (input, expected) => expect(reckoned("dependant-link", input)).toEqual(expected));
});

describe("resolution-68", () => {
  const ask = (policy: number, facts: object, receivedOn = "2021-09-15") =>
    reckoned("resolution-68", { policy, receivedOn, facts });
  const leave = {
    employerMustStopByAuthority: true,
    compulsorySocialInsurance: true,
    consecutiveDays: 15,
    eventStart: "2021-05-01",
  };
  const household = {
    businessRegistered: true,
    taxRegistered: true,
    stopDaysConsecutive: 15,
    stopOrderedByAuthority: true,
    eventStart: "2021-12-31",
  };
  it.each<[string, number, object, string, object | string]>([
    [
      "the first day of the window",
      4,
      leave,
      "2021-09-15",
      { eligible: true, base: 1_855_000, amount: 1_855_000, paidDays: null },
    ],
    ["29 days", 4, { ...leave, consecutiveDays: 29 }, "2021-09-15", { amount: 1_855_000 }],
    ["30 days", 4, { ...leave, consecutiveDays: 30 }, "2021-09-15", { amount: 3_710_000 }],
    [
      "14 days, before the window",
      4,
      { ...leave, consecutiveDays: 14, eventStart: "2021-04-30" },
      "2021-09-15",
      { eligible: false, failed: ["consecutiveDays", "eventStart"], amount: 0, base: 0, supplement: 0 },
    ],
    [
      "two children",
      4,
      { ...leave, childrenUnder6: 2 },
      "2021-09-15",
      { base: 1_855_000, supplement: 2_000_000, amount: 3_855_000 },
    ],
    ["the last day of receipt", 4, leave, "2022-01-31", { eligible: true }],
    ["a day late", 4, leave, "2022-02-01", { eligible: false, failed: ["receiveUntil"], amount: 0 }],
    ["the last day of the window", 10, household, "2021-09-15", { eligible: true, amount: 3_000_000 }],
    [
      "a supplement nobody pays with 10",
      10,
      { ...household, pregnant: true },
      "2021-09-15",
      { amount: 3_000_000, supplement: 0 },
    ],
    [
      "another basis",
      5,
      { stoppageBasis: "other", isolatedOrBlockedDays: 14, compulsorySocialInsurance: true, eventStart: "2021-08-01" },
      "2021-09-15",
      { failed: ["stoppageBasis"] },
    ],
    [
      "an ended contract",
      6,
      {
        compulsorySocialInsurance: true,
        eligibleForUnemploymentBenefit: false,
        unlawfulUnilateralTermination: false,
        receivesPensionOrMonthlyDisability: false,
        eventStart: "2021-08-01",
      },
      "2021-09-15",
      { eligible: true, amount: 3_710_000 },
    ],
    [
      "an ended contract with a pension",
      6,
      {
        compulsorySocialInsurance: true,
        eligibleForUnemploymentBenefit: true,
        unlawfulUnilateralTermination: true,
        receivesPensionOrMonthlyDisability: true,
        eventStart: "2021-08-01",
      },
      "2021-09-15",
      {
        failed: [
          "eligibleForUnemploymentBenefit",
          "unlawfulUnilateralTermination",
          "receivesPensionOrMonthlyDisability",
        ],
      },
    ],
    [
      "a patient of 50 days",
      8,
      { status: "F0", periodFrom: "2021-04-27", days: 50 },
      "2021-09-15",
      { eligible: true, paidDays: 45, amount: 3_600_000 },
    ],
    [
      "a contact of 14 days",
      8,
      { status: "F1", periodFrom: "2021-04-27", days: 14 },
      "2021-09-15",
      { paidDays: 14, amount: 1_120_000 },
    ],
    [
      "too early",
      8,
      { status: "F1", periodFrom: "2021-04-26", days: 14 },
      "2021-09-15",
      { eligible: false, failed: ["periodFrom"], paidDays: 0, amount: 0 },
    ],
    [
      "the supplement alone",
      7,
      { entitledPolicy: 5, pregnant: true, childrenUnder6: 1 },
      "2021-09-15",
      { base: 0, supplement: 2_000_000, amount: 2_000_000 },
    ],
    ["a sick child", 7, { age: 15, f0OrF1: true }, "2021-09-15", { base: 1_000_000, supplement: 0, amount: 1_000_000 }],
    ["a sick young man", 7, { age: 16, f0OrF1: true }, "2021-09-15", { failed: ["age"], amount: 0 }],
    ["a guide", 9, { tourGuideCardValid: true, guideContractOrAssociation: true }, "2021-09-15", { amount: 3_710_000 }],
    ["before the resolution", 4, leave, "2021-06-30", "not-in-force receivedOn"],
    ["a rate", 1, {}, "2021-09-15", "not-determined policy"],
    ["a loan", 11, {}, "2021-09-15", "not-determined policy"],
    ["the province", 12, {}, "2021-09-15", "not-determined policy"],
    ["no such policy", 13, {}, "2021-09-15", "out-of-range policy"],
    ["no facts", 4, {}, "2021-09-15", "missing-field facts.employerMustStopByAuthority"],
    ["no days in a row", 4, { ...leave, consecutiveDays: null }, "2021-09-15", "missing-field facts.consecutiveDays"],
    ["no days", 8, { status: "F0", periodFrom: "2021-05-01" }, "2021-09-15", "missing-field facts.days"],
    ["a fact nobody knows", 4, { ...leave, luck: true }, "2021-09-15", "unknown-field facts.luck"],
  ])("%s", (_what, policy, facts, receivedOn, expected) => {
    const value = ask(policy, facts, receivedOn);
    if (typeof expected === "string") expect(value).toBe(expected);
    else expect(value).toMatchObject(expected);
  });
});
