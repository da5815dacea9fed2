import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../../src/kernel/plain-date.ts";
import { probedDays } from "../coverage.ts";
import type { LawField } from "../parameters/dated-table.ts";
import { feeRows } from "../parameters/fees/fee-rows.ts";
import { vehicleFees } from "../parameters/fees/vehicle-fee-rows.ts";
import { fireProcedures } from "../parameters/licences/cuts.ts";
import { businessLines } from "../parameters/licences/lines.ts";
import { weaponProcedures } from "../parameters/licences/weapons.ts";
import { provincesByCode } from "../parameters/people/provinces.ts";
import { visaSymbols } from "../parameters/people/visa-symbols.ts";
import { LIMIT_UNITS, limitsByName } from "../parameters/terms/limits.ts";
import { penaltyBands } from "../parameters/terms/penalties.ts";
import { statutoryTerms } from "../parameters/terms/statutory-terms.ts";
import { validities } from "../parameters/terms/validities.ts";
import { licenceConversions, plateCodes, violationsByCode } from "../parameters/traffic/index.ts";
import { lawTables } from "../tables.ts";
import { calculate, calculations } from "./index.ts";

type Asked = (on: PlainDate) => readonly object[];
/** A question for each key of a calculation's table. */
const each = <T>(keys: Iterable<T>, ask: (key: T, on: PlainDate) => object): Asked => {
  const all = [...keys];
  return (on) => all.map((key) => ask(key, on));
};
const NOON = "T12:00:00+07:00";

/** What each dated calculation is asked on a day: every key it knows. The day stands wherever its input has one. */
const ASKED: Readonly<Record<string, readonly [LawField, Asked]>> = {
  province: ["people", each(provincesByCode().keys(), (code, on) => ({ code, on }))],
  "card-validity": [
    "people",
    (on) => ["1961-07-01", "1985-02-28", "2000-02-29", "2009-12-31"].map((bornOn) => ({ bornOn, issuedOn: on })),
  ],
  "id-card-appointment": [
    "people",
    each([0, 5, 6, 13, 14, 80], (age, on) => ({ age, filedBy: "representative", channel: "vneid", on })),
  ],
  "e-id-level": [
    "people",
    each([0, 5, 6, 13, 14, 80], (age, on) => ({ applicant: "citizen", age, document: "identity-card", on })),
  ],
  "form-rule": [
    "people",
    each(["paper-confirmation-of-old-number", "paper-integrated-in-e-id"], (requires, on) => ({ requires, on })),
  ],
  "visa-symbol": ["people", each(visaSymbols().keys(), (symbol, on) => ({ symbol, on }))],
  "stay-deadline": [
    "terms",
    (on) => [
      { arrivedAt: `${on}${NOON}` },
      { arrivedAt: `${on}T23:30:00+07:00`, guestRelation: "close-relative", lastNotifiedOn: on },
    ],
  ],
  "foreigner-declaration-deadline": [
    "terms",
    each(["na17", "electronic"], (channel, on) => ({ channel, arrivedAt: `${on}${NOON}` })),
  ],
  deadline: [
    "calendars",
    each(LIMIT_UNITS, (unit, on) => ({ unit, count: 3, from: unit.endsWith("hour") ? `${on}${NOON}` : on })),
  ],
  "procedure-deadline": ["terms", each(limitsByName().keys(), (procedure, on) => ({ procedure, receivedOn: on }))],
  "statutory-term": [
    "terms",
    each(Object.keys(statutoryTerms), (term, on) => ({
      term,
      doneOn: addDays(on, 400),
      ...(term === "passport-lost-report" ? { startedAt: `${on}${NOON}` } : { startedOn: on }),
    })),
  ],
  "document-validity": [
    "terms",
    each(validities().keys(), (kind, on) => ({ kind, issuedOn: on, on, requestedMonths: 6 })),
  ],
  penalty: ["terms", each(penaltyBands().keys(), (act, on) => ({ act, on, guests: 2, weightKg: 7 }))],
  fee: ["fees", each(feeRows().keys(), (item, on) => ({ item, on, channel: "online", loadTonnes: 6 }))],
  "vehicle-fee": [
    "fees",
    each(vehicleFees().keys(), (item, on) => ({
      item,
      on,
      vehicle: { kind: "motorcycle", value: 20_000_000 },
      place: { province: "01", locality: "ward" },
    })),
  ],
  "registration-tax": [
    "fees",
    (on) =>
      ["passenger-car", "passenger-pickup", "goods-pickup-double-cab", "other-car", "trailer", "motorcycle"].flatMap(
        (kind) =>
          ["first", "later"].map((occasion) => ({
            vehicle: { kind, domestic: true, power: kind === "passenger-car" ? "battery-electric" : "hybrid" },
            occasion,
            price: 700_000_000,
            place: { province: "01" },
            on,
          })),
      ),
  ],
  "traffic-fine": [
    "traffic",
    each(violationsByCode().keys(), (violation, on) => ({ violation, offenceEndedOn: on, extraPersons: 3 })),
  ],
  "licence-points": ["traffic", (on) => [{ points: 12, deductions: [4], effectiveOn: on, asOf: on }]],
  "sanction-competence": [
    "traffic",
    each([500_000, 75_000_000], (bracketMax, on) => ({ bracketMax, subject: "individual", on })),
  ],
  "no-record-sanction": ["traffic", (on) => [{ fine: 500_000, subject: "individual", on }]],
  "late-payment": ["traffic", (on) => [{ unpaid: 500_000, lateDays: 3, on }]],
  instalment: ["traffic", (on) => [{ fine: 50_000_000, subject: "individual", on }]],
  "plate-code": ["traffic", each(plateCodes().keys(), (code, on) => ({ code, on }))],
  "plate-auction": ["traffic", each(["car", "motorcycle"], (vehicle, on) => ({ vehicle, on }))],
  "licence-class": [
    "traffic",
    each(licenceConversions(), ({ name, automaticOnly }, on) => ({ law: "2008", class: name, automaticOnly, on })),
  ],
  "security-business": [
    "licences",
    each(businessLines().keys(), (line, on) => ({ line, operator: "enterprise", rooms: 25, on })),
  ],
  "security-condition": [
    "licences",
    each(businessLines().keys(), (line, on) => ({ check: "responsible-person", line, appliedOn: on })),
  ],
  "procedure-availability": [
    "licences",
    (on) => [
      ...[...businessLines().keys()].map((line) => ({ line, on })),
      ...[...weaponProcedures().keys(), ...fireProcedures().keys()].map((procedure) => ({ procedure, on })),
    ],
  ],
  "weapon-procedure": ["licences", each(weaponProcedures().keys(), (procedure, on) => ({ procedure, receivedOn: on }))],
  "support-tool": ["licences", (on) => [{ tools: [{ kind: "armour" }, { kind: "stun-gun" }], guarded: "bank", on }]],
  "vaccination-card": [
    "utilities",
    each(["C06-2021-10", "HCMC-DOH-2021-09-08-draft", "HCMC-2021-09-20"], (ruleSet, on) => ({ ruleSet, doses: 1, on })),
  ],
  "vaccine-passport": ["utilities", (on) => [{ vaccine: "janssen", doses: 1, on }]],
  "dependant-link": ["utilities", (on) => [{ kind: "child", bornOn: "2010-02-28", on }]],
  "resolution-68": [
    "utilities",
    each([1, 5, 12], (policy, receivedOn) => ({
      policy,
      receivedOn,
      facts: {
        stoppageBasis: "labour-code-99-3",
        isolatedOrBlockedDays: 14,
        compulsorySocialInsurance: true,
        eventStart: "2021-08-01",
      },
    })),
  ],
};
/** Calculations no day of the law decides. The certificate has a test of its own: its day is the one of its expiry. */
const WITHOUT_DAY = [
  ...["person-number", "mrz", "card-qr", "personal-qr", "name-match", "name-sort", "birth-date-match"],
  ...["verification-result", "vietqr", "seal-file", "weapon-exam", "base45", "health-certificate"],
];
/** What may be answered on a day without a rule. */
const DECLARED = ["no-rate-for-date", "not-in-force", "not-determined", "calendar-not-loaded"];

it("asks every calculation that a day decides", () => {
  expect([...Object.keys(ASKED), ...WITHOUT_DAY].sort()).toEqual([...calculations.keys()].sort());
});

const calendars = lawTables.filter((table) => table.field === "calendars").flatMap((table) => table.rows());
describe.each(Object.entries(ASKED))("%s", (name, [field, asked]) => {
  const rows = lawTables.filter((table) => table.field === field).flatMap((table) => table.rows());
  const days = probedDays(field === "terms" ? [...rows, ...calendars] : rows);

  it("answers, or declares that there is no rule, in every quarter and on both sides of every cut-over", () => {
    expect(days.length).toBeGreaterThanOrEqual(28);
    const odd: unknown[] = [];
    let answered = 0;
    for (const on of days)
      for (const input of asked(on)) {
        const answer = calculate(name, input);
        if (!answer.ok && !DECLARED.includes(answer.failure.code)) odd.push([input, answer.failure]);
        if (!answer.ok) continue;
        answered += 1;
        const { steps, citations } = answer.value;
        if (steps.length === 0 || citations.some((one) => one.document === "" || one.article === "")) odd.push(input);
        // The row that decided is the first that is cited: never one of another day, unless it says what begins later.
        const [first] = citations;
        if (name === "form-rule") continue;
        if (!first || (first.validFrom ?? "") > on || (first.validTo ?? "9999") < on) odd.push([input, first]);
      }
    expect(odd.slice(0, 5)).toEqual([]);
    expect(answered).toBeGreaterThan(0);
  });
});
