import { describe, expect, it } from "vitest";
import { violations } from "../../parameters/traffic/index.ts";
import { calculate } from "../index.ts";

const answer = (name: string, input: unknown) => {
  const found = calculate(name, input);
  return found.ok ? found.value.value : { error: found.failure.code, field: found.failure.field };
};
const fine = (input: object) => answer("traffic-fine", input);

describe("traffic-fine", () => {
  it("is the middle of the bracket without circumstances, with the points of the act", () => {
    expect(fine({ violation: "168-7-7-c", offenceEndedOn: "2026-02-01" })).toEqual({
      decree: "168/2024/NĐ-CP",
      mainPenalty: "fine",
      bracketMin: 4_000_000,
      bracketMax: 6_000_000,
      net: "none",
      fine: 5_000_000,
      fineAbove: null,
      fineBelow: null,
      points: 4,
      suspensionMonths: null,
    });
  });

  it.each([
    [0, 0, "none", 35_000_000, null, null, 23],
    [3, 3, "none", 35_000_000, null, null, 23],
    [2, 0, "two-mitigating", 30_000_000, null, null, 22],
    [5, 1, "two-mitigating", 30_000_000, null, null, 22],
    [0, 2, "two-aggravating", 40_000_000, null, null, 24],
    [1, 0, "one-mitigating", null, 30_000_000, 35_000_000, null],
    [1, 2, "one-aggravating", null, 35_000_000, 40_000_000, null],
  ])(
    "of %i mitigating and %i aggravating: %s",
    (mitigating, aggravating, net, amount, fineAbove, fineBelow, months) => {
      expect(fine({ violation: "168-6-11-a", offenceEndedOn: "2025-10-05", mitigating, aggravating })).toMatchObject({
        net,
        fine: amount,
        fineAbove,
        fineBelow,
        points: 0,
        suspensionMonths: months,
      });
    },
  );

  it("goes by the day the offence ended, not by the day of the decision", () => {
    const old = { violation: "100-5-5-a", decidedOn: "2025-02-10" };
    expect(fine({ ...old, offenceEndedOn: "2024-12-31" })).toMatchObject({ decree: "100/2019/NĐ-CP", fine: 5_000_000 });
    expect(fine({ ...old, offenceEndedOn: "2025-01-01" })).toEqual({ error: "not-in-force", field: "offenceEndedOn" });
    expect(fine({ violation: "100-5-5-a", offenceEndedOn: "2021-12-31" })).toMatchObject({ fine: 4_000_000 });
    expect(fine({ violation: "100-5-5-a", offenceEndedOn: "2022-01-01" })).toMatchObject({ fine: 5_000_000 });
    expect(fine({ violation: "100-5-5-a", offenceEndedOn: "2019-12-31" })).toMatchObject({ error: "not-in-force" });
  });

  it("stands on both sides of every day on which a row begins or ends", () => {
    const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    for (const row of violations()) {
      const given = { violation: row.code, ...(row.perExtraPerson ? { extraPersons: 1 } : {}) };
      expect(fine({ ...given, offenceEndedOn: row.from }), row.code).toMatchObject({ decree: row.source });
      if (row.until)
        expect(fine({ ...given, offenceEndedOn: row.until }), row.code).toMatchObject({ decree: row.source });
      const earlier = violations().some((other) => other.code === row.code && other.until === dayBefore(row.from));
      const answered = fine({ ...given, offenceEndedOn: dayBefore(row.from) });
      if (earlier) expect(answered, row.code).toHaveProperty("decree");
      else expect(answered, row.code).toMatchObject({ error: "not-in-force" });
    }
  });

  it("of 15/08/2026: the child beside the driver is fined, the one without a seat is warned", () => {
    expect(fine({ violation: "168-6-1a", offenceEndedOn: "2026-08-14" })).toMatchObject({ error: "not-in-force" });
    expect(fine({ violation: "168-6-1a", offenceEndedOn: "2026-08-15", aggravating: 1 })).toMatchObject({
      mainPenalty: "warning",
      bracketMin: null,
      bracketMax: null,
      fine: null,
      fineAbove: null,
      fineBelow: null,
      suspensionMonths: null,
    });
    expect(fine({ violation: "168-6-3-m", offenceEndedOn: "2025-12-31" })).toMatchObject({ error: "not-in-force" });
    expect(fine({ violation: "168-6-3-m", offenceEndedOn: "2026-01-01" })).toMatchObject({ fine: 900_000 });
  });

  it("takes the vehicle and still suspends the licence", () => {
    expect(fine({ violation: "168-6-14", offenceEndedOn: "2026-02-01" })).toMatchObject({
      mainPenalty: "confiscate-vehicle",
      bracketMax: null,
      fine: null,
      suspensionMonths: 23,
    });
  });

  it("multiplies by the extra persons, never over 75 million, with points by the excess", () => {
    const over = (extraPersons: number, more: object = {}) =>
      fine({ violation: "168-20-2", offenceEndedOn: "2025-05-05", extraPersons, ...more });
    expect(over(5, { capacity: 16 })).toMatchObject({ bracketMin: 2_000_000, bracketMax: 3_000_000, points: 0 });
    expect(over(8, { capacity: 16 })).toMatchObject({ points: 0 });
    expect(over(9, { capacity: 16 })).toMatchObject({ points: 4 });
    expect(over(16, { capacity: 16 })).toMatchObject({ points: 4 });
    expect(over(17, { capacity: 16 })).toMatchObject({ points: 10 });
    expect(over(17)).toMatchObject({ points: 0 });
    expect(over(150)).toMatchObject({ bracketMin: 60_000_000, bracketMax: 75_000_000, fine: 67_500_000 });
    expect(over(500, { aggravating: 2 })).toMatchObject({ fine: 75_000_000 });
    expect(fine({ violation: "168-20-2", offenceEndedOn: "2025-05-05" })).toEqual({
      error: "missing-field",
      field: "extraPersons",
    });
    expect(over(0)).toEqual({ error: "out-of-range", field: "extraPersons" });
  });

  it("of an organisation has its own bracket or none, and no points", () => {
    const organisation = { offenceEndedOn: "2025-09-10", subject: "organisation" };
    expect(fine({ ...organisation, violation: "168-32-3-a" })).toMatchObject({ fine: 1_800_000 });
    expect(fine({ ...organisation, violation: "168-32-12-b" })).toMatchObject({ fine: 34_000_000, points: 0 });
    expect(fine({ ...organisation, violation: "168-6-9-b" })).toEqual({ error: "not-determined", field: "subject" });
    expect(fine({ ...organisation, violation: "168-18-1" })).toMatchObject({ error: "not-determined" });
  });

  it("says why, in both languages, with the rows that decided", () => {
    const found = calculate("traffic-fine", {
      violation: "168-6-5-g",
      offenceEndedOn: "2026-08-15",
      decidedOn: "2026-08-20",
    });
    expect(found.ok && found.value.steps.map((step) => step.rule)).toEqual([
      "decree-of-the-day",
      "act",
      "bracket",
      "net-circumstances",
      "fine",
      "points",
      "remark",
      "remark",
      "remark",
    ]);
    expect(found.ok && found.value.steps.find((step) => step.rule === "fine")?.text.vi).toBe(
      "Mức phạt: 5.000.000 đ, mức trung bình của khung.",
    );
    expect(found.ok && found.value.citations.map((row) => `${row.document} ${row.article}`)).toEqual([
      "168/2024/NĐ-CP 6(5)(g)",
      "238/2026/NĐ-CP 19(2),(14)",
      "118/2021/NĐ-CP 9",
      "68/2025/NĐ-CP sửa đổi 9 của 118/2021/NĐ-CP",
    ]);
    expect(found.ok && found.value.citations[0]).toMatchObject({ validFrom: "2026-08-15", validTo: null });
  });
});

describe("licence-points", () => {
  const points = (input: object) => answer("licence-points", input);
  it("takes only the largest deduction and never goes below zero", () => {
    expect(points({ points: 12, deductions: [4, 6, 2], effectiveOn: "2025-03-10" })).toEqual({
      deducted: 6,
      points: 6,
      applied: "deduction",
      mayDrive: true,
      earliestTestOn: null,
      restoredOn: null,
    });
    expect(points({ points: 3, deductions: [4], effectiveOn: "2025-08-31" })).toMatchObject({
      deducted: 3,
      points: 0,
      mayDrive: false,
      earliestTestOn: "2026-02-28",
    });
  });
  it("deducts nothing beside a suspension or from a suspended licence", () => {
    const decided = { points: 8, deductions: [4], effectiveOn: "2025-10-05" };
    expect(points({ ...decided, suspension: true })).toMatchObject({
      applied: "suspension-only",
      deducted: 0,
      points: 8,
    });
    expect(points({ ...decided, licenceState: "suspended" })).toMatchObject({
      applied: "none",
      deducted: 0,
      points: 8,
    });
  });
  it("returns to twelve after twelve months, on any day of the week, also while suspended", () => {
    const aged = (asOf: string, left = 8) => points({ points: left, lastDeductionOn: "2025-02-15", asOf });
    expect(aged("2026-02-14")).toMatchObject({ points: 8, applied: "none", restoredOn: null });
    // 15/02/2026 is a Sunday.
    expect(aged("2026-02-15")).toMatchObject({ points: 12, applied: "restored", restoredOn: "2026-02-15" });
    expect(aged("2027-01-01", 0)).toMatchObject({ points: 0, restoredOn: null, earliestTestOn: "2025-08-15" });
    expect(
      points({ points: 8, lastDeductionOn: "2025-02-15", asOf: "2026-03-01", licenceState: "suspended" }),
    ).toMatchObject({ points: 12 });
  });
  it("looks at a decision from the day it takes effect, and counts the year from it", () => {
    const decided = { points: 12, deductions: [4], effectiveOn: "2025-03-10" };
    expect(points({ ...decided, asOf: "2025-03-09" })).toMatchObject({ points: 12, applied: "none" });
    expect(points({ ...decided, asOf: "2026-03-09" })).toMatchObject({ points: 8, applied: "deduction" });
    expect(points({ ...decided, asOf: "2026-03-10" })).toMatchObject({ points: 12, restoredOn: "2026-03-10" });
  });
  it("refuses what it cannot answer", () => {
    expect(points({ points: 13 })).toEqual({ error: "out-of-range", field: "points" });
    expect(points({ points: 12, deductions: [4] })).toEqual({ error: "missing-field", field: "effectiveOn" });
    expect(points({ points: 12, deductions: [4, -1], effectiveOn: "2025-03-10" })).toEqual({
      error: "out-of-range",
      field: "deductions[1]",
    });
    expect(points({ points: 12, deductions: [4], effectiveOn: "2024-12-31" })).toMatchObject({
      error: "no-rate-for-date",
    });
    expect(points({ points: 3, deductions: [4], effectiveOn: "2999-12-31" })).toMatchObject({ error: "out-of-range" });
  });
});

describe("the fine after the decision", () => {
  it("sanction-competence: by the day and the subject, the first of equal limits", () => {
    const title = (bracketMax: number, on: string, subject = "individual") =>
      answer("sanction-competence", { bracketMax, subject, on });
    expect(title(500_000, "2025-01-01")).toEqual({ title: "officer", limit: 500_000 });
    expect(title(500_001, "2025-06-30")).toEqual({ title: "station-chief", limit: 1_500_000 });
    expect(title(7_500_000, "2025-07-01")).toEqual({ title: "officer", limit: 7_500_000 });
    expect(title(7_500_001, "2026-08-14")).toEqual({ title: "company-commander", limit: 15_000_000 });
    expect(title(37_500_000, "2026-08-15")).toEqual({ title: "commune-police-chief", limit: 37_500_000 });
    expect(title(75_000_000, "2026-08-15", "organisation")).toEqual({
      title: "commune-police-chief",
      limit: 75_000_000,
    });
    expect(title(75_000_000, "2026-08-15")).toEqual({ title: "provincial-director", limit: 75_000_000 });
    expect(title(75_000_000, "2025-02-01")).toEqual({ title: "c08-director", limit: 75_000_000 });
    expect(title(75_000_001, "2026-08-15")).toEqual({ title: null, limit: null });
    expect(title(1, "2024-12-31")).toEqual({ error: "no-rate-for-date", field: "on" });
  });
  it("no-record-sanction: 250.000 đ until 30/06/2025, 500.000 đ since", () => {
    const allowed = (fine: number, on: string, subject = "individual") =>
      answer("no-record-sanction", { fine, subject, on });
    expect(allowed(250_000, "2025-06-30")).toEqual({ allowed: true, limit: 250_000 });
    expect(allowed(250_001, "2025-06-30")).toEqual({ allowed: false, limit: 250_000 });
    expect(allowed(500_000, "2025-07-01")).toEqual({ allowed: true, limit: 500_000 });
    expect(allowed(1_000_001, "2025-07-01", "organisation")).toEqual({ allowed: false, limit: 1_000_000 });
    expect(allowed(1, "2013-06-30")).toMatchObject({ error: "no-rate-for-date" });
  });
  it("late-payment: 0,05% a day, rounded half up", () => {
    const charge = (unpaid: number, lateDays: number, on = "2025-05-01") =>
      answer("late-payment", { unpaid, lateDays, on });
    expect(charge(5_000_000, 20)).toEqual({ charge: 50_000, total: 5_050_000 });
    expect(charge(1_000, 1)).toEqual({ charge: 1, total: 1_001 });
    expect(charge(999, 1)).toEqual({ charge: 0, total: 999 });
    expect(charge(3_000, 1)).toEqual({ charge: 2, total: 3_002 });
    expect(charge(0, 400)).toEqual({ charge: 0, total: 0 });
    expect(charge(9e15, 9e15)).toMatchObject({ error: "out-of-range" });
    expect(charge(5_000_000, 20, "2013-06-30")).toMatchObject({ error: "no-rate-for-date" });
  });
  it("instalment: from 15 million, of an organisation from 150 million", () => {
    const parts = (fine: number, subject = "individual", on = "2026-02-10") =>
      answer("instalment", { fine, subject, on });
    expect(parts(15_000_000)).toEqual({ eligible: true, threshold: 15_000_000, maxParts: 3, firstPartMin: 6_000_000 });
    expect(parts(14_999_999)).toMatchObject({ eligible: false, firstPartMin: 6_000_000 });
    expect(parts(149_999_999, "organisation")).toMatchObject({ eligible: false, threshold: 150_000_000 });
    expect(parts(20_000_000, "individual", "2021-12-31")).toMatchObject({ error: "no-rate-for-date" });
  });
});

describe("plates and classes", () => {
  it("plate-code: the province of the day, and the former one", () => {
    const plate = (code: string, on = "2025-08-01") => answer("plate-code", { code, on });
    expect(plate("61")).toEqual({
      valid: true,
      formerProvince: "Bình Dương",
      province: { code: "79", name: "Hồ Chí Minh" },
    });
    expect(plate("61", "2025-06-30")).toEqual({ valid: true, formerProvince: "Bình Dương", province: null });
    expect(plate("75")).toMatchObject({ formerProvince: "Thừa Thiên Huế", province: { code: "46", name: "Huế" } });
    expect(plate("39", "2026-05-01")).toMatchObject({ province: { code: "75", name: "Đồng Nai" } });
    expect(plate("80")).toMatchObject({ valid: true, province: null });
    expect(plate("96")).toEqual({ valid: false, formerProvince: null, province: null });
    expect(plate("9")).toMatchObject({ error: "invalid-length" });
    expect(plate("9x")).toMatchObject({ error: "invalid-character" });
    expect(plate("09")).toMatchObject({ error: "out-of-range" });
    expect(plate("61", "2020-07-31")).toEqual({ error: "no-rate-for-date", field: "on" });
  });
  it("plate-auction: 40 million for a car, 5 million for a motorcycle", () => {
    const floor = (vehicle: string, on = "2025-01-01") => answer("plate-auction", { vehicle, on });
    expect(floor("car")).toEqual({ minimumStartingPrice: 40_000_000, minimumDeposit: 40_000_000 });
    expect(floor("motorcycle")).toEqual({ minimumStartingPrice: 5_000_000, minimumDeposit: 5_000_000 });
    expect(floor("car", "2024-12-31")).toEqual({ error: "no-rate-for-date", field: "on" });
    expect(floor("truck")).toEqual({ error: "not-allowed", field: "vehicle" });
  });
  it("licence-class: what the classes of 2008 become", () => {
    const becomes = (name: string, more: object = {}) =>
      answer("licence-class", { law: "2008", class: name, on: "2026-05-01", ...more });
    expect(becomes("A1")).toEqual({ classes: ["A"], restriction: "under-175-cc-or-14-kw", certificate: null });
    expect(becomes("A4")).toEqual({ classes: [], restriction: null, certificate: "tractor-to-1000-kg" });
    expect(becomes("B1")).toEqual({ classes: ["B", "C1"], restriction: null, certificate: "tractor-to-3500-kg" });
    expect(becomes("B1", { automaticOnly: true })).toEqual({
      classes: ["B"],
      restriction: "automatic-only",
      certificate: null,
    });
    expect(becomes("B2", { automaticOnly: true })).toMatchObject({ classes: ["B", "C1"] });
    expect(becomes("FE")).toEqual({ classes: ["DE"], restriction: null, certificate: null });
    expect(becomes("F")).toEqual({ error: "not-allowed", field: "class" });
    expect(becomes("E", { on: "2025-01-01" })).toMatchObject({ classes: ["D"] });
    expect(becomes("E", { on: "2024-12-31" })).toEqual({ error: "not-in-force", field: "on" });
    expect(becomes("E", { law: "2024" })).toEqual({ error: "not-allowed", field: "law" });
  });
});
