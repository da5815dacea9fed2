import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, parseIsoDate, weekday } from "../../../src/kernel/plain-date.ts";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { calculate } from "../index.ts";

/** The value of an answer, or its error's code and field. */
function ask(name: string, input: unknown): unknown {
  const answer = calculate(name, input);
  return answer.ok ? answer.value.value : { error: answer.failure.code, field: answer.failure.field };
}
type Case = readonly [name: string, input: Record<string, unknown>, expected: Record<string, unknown>];
const check = (cases: readonly Case[]): void =>
  it.each(cases.map(([name, input, expected]) => [`${name} ${JSON.stringify(input)}`, name, input, expected] as const))(
    "%s",
    (_title, name, input, expected) => expect(ask(name, input)).toMatchObject(expected),
  );
const refused = (error: string, field: string) => ({ error, field });

describe("deadline", () => {
  check([
    ["deadline", { from: "2026-11-23", count: 1, unit: "working-day" }, { due: "2026-11-25", provisional: false }],
    ["deadline", { from: "2026-01-31", count: 1, unit: "month" }, { due: "2026-03-02" }],
    ["deadline", { from: "2024-02-29", count: 1, unit: "year" }, { due: "2025-02-28" }],
    ["deadline", { from: "2026-12-31", count: 1, unit: "working-day" }, { due: "2027-01-04", provisional: true }],
    ["deadline", { from: "2027-12-30", count: 1, unit: "working-day" }, { due: "2027-12-31", provisional: true }],
    ["deadline", { from: "2027-12-31", count: 1, unit: "working-day" }, refused("calendar-not-loaded", "from")],
    ["deadline", { from: "2020-12-31", count: 1, unit: "working-day" }, { due: "2021-01-04" }],
    ["deadline", { from: "2020-12-30", count: 1, unit: "working-day" }, refused("calendar-not-loaded", "from")],
    ["deadline", { from: "2026-01-01", count: 3, unit: "year" }, refused("calendar-not-loaded", "from")],
    ["deadline", { from: "2026-01-01", count: 1_500, unit: "year" }, refused("calendar-not-loaded", "from")],
    ["deadline", { from: "2999-12-31", count: 9_000_000, unit: "day" }, refused("calendar-not-loaded", "from")],
    [
      "deadline",
      { from: "2026-11-23T16:30:20+07:00", count: 2, unit: "working-hour" },
      { due: "2026-11-25T08:30:20+07:00" },
    ],
    [
      "deadline",
      { from: "2026-11-23T00:00:00Z", count: 4, unit: "working-hour" },
      { due: "2026-11-23T11:30:00+07:00" },
    ],
    ["deadline", { from: "2026-11-23T20:00:00Z", count: 5, unit: "hour" }, { due: "2026-11-24T08:00:00+07:00" }],
    ["deadline", { from: "2026-11-23", count: 5, unit: "hour" }, refused("invalid-instant", "from")],
    ["deadline", { from: "2026-11-23T08:00:00", count: 5, unit: "hour" }, refused("invalid-instant", "from")],
    ["deadline", { from: "2026-02-30", count: 5, unit: "day" }, refused("invalid-date", "from")],
    // Shape before enumerations and bounds, these before dates; within one kind, the order of the contract.
    ["deadline", { from: "x", count: "1", unit: "week" }, refused("wrong-type", "count")],
    ["deadline", { from: "x", count: 0, unit: "week" }, refused("out-of-range", "count")],
    ["deadline", { from: "x", count: 1, unit: "week" }, refused("not-allowed", "unit")],
    ["deadline", { count: 1, unit: "day", extra: 1 }, refused("missing-field", "from")],
    ["deadline", { from: "x", count: 1.5, unit: "day" }, refused("wrong-type", "count")],
  ]);

  const vectors = JSON.parse(sheet("one-stop-shop.json") ?? "{}").deadlineTestVectors ?? [];
  const units: Readonly<Record<string, string>> = { workingDay: "working-day", workingHour: "working-hour" };
  it.skipIf(vectors.length === 0)("answers every test vector of the sheet", () => {
    const instant = (text: string): string => (text.includes("T") ? `${text}:00+07:00` : text);
    for (const { received, add, due } of vectors) {
      const input = { from: instant(received), count: add.n, unit: units[add.unit] ?? add.unit };
      expect(ask("deadline", input), received).toMatchObject({ due: instant(due) });
    }
    expect(vectors.length).toBe(17);
  });

  const days = fc.integer({ min: 0, max: 365 * 5 }).map((days) => addDays("2021-06-01" as PlainDate, days));
  it("ends on a working day, never earlier for more days (property, seed 20261123)", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const one = ask("deadline", { from, count, unit: "working-day" }) as { due: PlainDate };
        const more = ask("deadline", { from, count: count + 1, unit: "working-day" }) as { due: PlainDate };
        expect(one.due > from && more.due > one.due).toBe(true);
        const due = ask("deadline", { from, count, unit: "day" }) as { due: PlainDate };
        expect(due.due >= addDays(from, count)).toBe(true);
        expect(weekday(due.due)).not.toBe(0);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe("stay and foreigner declarations", () => {
  const foreigner = "foreigner-declaration-deadline";
  check([
    ["stay-deadline", { arrivedAt: "2026-11-10T22:59:59+07:00" }, { dueBefore: "2026-11-10T23:00:00+07:00" }],
    ["stay-deadline", { arrivedAt: "2026-11-10T23:00:00+07:00" }, { dueBefore: "2026-11-11T08:00:00+07:00" }],
    ["stay-deadline", { arrivedAt: "2026-11-10T16:00:00Z" }, { arrivedAtLocal: "2026-11-10T23:00:00+07:00" }],
    [
      "stay-deadline",
      { arrivedAt: "2026-06-30T23:30:00+07:00", guestRelation: "close-relative", lastNotifiedOn: "2026-01-02" },
      { duty: "none", notificationRequired: false, dueBefore: null },
    ],
    [
      "stay-deadline",
      { arrivedAt: "2026-07-01T00:00:00+07:00", guestRelation: "close-relative", lastNotifiedOn: "2026-01-02" },
      { duty: "notify-stay", notificationRequired: true },
    ],
    [
      "stay-deadline",
      { arrivedAt: "2026-06-30T20:00:00+07:00", guestRelation: "close-relative" },
      { duty: "notify-stay" },
    ],
    [
      "stay-deadline",
      {
        arrivedAt: "2026-06-30T20:00:00+07:00",
        guestRelation: "close-relative",
        lastNotifiedOn: "2026-01-02",
        plannedNights: 30,
      },
      { duty: "register-temporary-residence", notificationRequired: false, dueBefore: null },
    ],
    ["stay-deadline", { arrivedAt: "2026-06-30T20:00:00+07:00", plannedNights: 29 }, { duty: "notify-stay" }],
    [foreigner, { arrivedAt: "2026-11-10T21:00:00+07:00", channel: "na17" }, { dueAt: "2026-11-11T09:00:00+07:00" }],
    [
      foreigner,
      { arrivedAt: "2026-11-10T21:00:00+07:00", channel: "na17", remote: true },
      { dueAt: "2026-11-11T21:00:00+07:00", binding: true },
    ],
    [
      foreigner,
      { arrivedAt: "2026-07-23T23:59:59+07:00", channel: "electronic", remote: true },
      { dueAt: "2026-07-24T23:59:59+07:00", binding: false },
    ],
    [
      foreigner,
      { arrivedAt: "2026-07-23T17:00:00Z", channel: "electronic", remote: true },
      { dueAt: "2026-07-24T00:00:00+07:00", binding: true },
    ],
    [foreigner, { arrivedAt: "2014-12-31T12:00:00+07:00", channel: "na17" }, refused("not-in-force", "arrivedAt")],
    [foreigner, { arrivedAt: "2026-11-10T21:00:00+07:00" }, refused("missing-field", "channel")],
    [foreigner, { arrivedAt: "2026-11-10", channel: "fax" }, refused("not-allowed", "channel")],
  ]);
});

describe("procedure-deadline", () => {
  const due = (procedure: string, receivedOn: string, expected: Record<string, unknown>): Case => [
    "procedure-deadline",
    { procedure, receivedOn },
    expected,
  ];
  check([
    due("residence-permanent", "2026-10-05", { dueOn: "2026-10-14", limit: { count: 7, unit: "working-day" } }),
    due("security-condition-certificate-new", "2026-03-14", { limit: { count: 5, unit: "working-day" } }),
    due("security-condition-certificate-new", "2026-03-15", { limit: { count: 4, unit: "working-day" } }),
    due("2.001402", "2026-03-14", { limit: { count: 4, unit: "working-day" } }),
    due("2.001551", "2026-03-15", { limit: { count: 3, unit: "working-day" } }),
    due("1.003173", "2026-10-05", { dueOn: "2026-10-08" }),
    due("seal-lost-report", "2026-03-13", { limit: { count: 2, unit: "working-day" }, dueOn: "2026-03-17" }),
    due("seal-lost-report", "2026-03-19", { limit: { count: 2, unit: "day" }, dueOn: "2026-03-23" }),
    due("1.000468", "2026-10-05", { dueOn: "2026-10-14" }),
    due("x-surrender", "2026-10-04", { dueOn: "2026-10-04" }),
    due("w-import", "2025-06-30", refused("not-in-force", "procedure")),
    due("w-import", "2025-07-01", { dueOn: "2025-07-04" }),
    due("1.012575", "2025-02-28", refused("not-in-force", "procedure")),
    due("1.012575", "2025-03-03", { dueOn: "2025-03-05" }),
    due("1.013083", "2026-10-05", { dueOn: "2026-10-06", limit: { count: 8, unit: "working-hour" } }),
    due("residence-deletion-agency", "2026-03-14", { dueOn: "2026-03-20" }),
    due("residence-deletion-agency", "2026-03-15", refused("not-in-force", "procedure")),
    due("passport-lost-report-citizen-duty", "2026-10-02", { dueOn: "2026-10-04" }),
    due("seal-handin", "2026-10-05", refused("not-determined", "procedure")),
    due("stay-notification", "2026-10-05", refused("not-determined", "procedure")),
    due("parking", "2026-13-05", refused("not-allowed", "procedure")),
    due("id-issue", "2026-13-05", refused("invalid-date", "receivedOn")),
    due("id-issue", "2029-11-05", refused("calendar-not-loaded", "receivedOn")),
    due("toString", "2026-11-05", refused("not-allowed", "procedure")),
  ]);
});

describe("statutory-term", () => {
  const term = (name: string, more: Record<string, unknown>, expected: Record<string, unknown>): Case => [
    "statutory-term",
    { term: name, ...more },
    expected,
  ];
  check([
    term(
      "passport-lost-report",
      { startedAt: "2026-11-10T09:00:00+07:00", doneOn: "2026-11-12" },
      { endsAt: "2026-11-12T09:00:00+07:00", endsOn: null, late: false, violation: null },
    ),
    term(
      "passport-lost-report",
      { startedAt: "2026-11-10T09:00:00+07:00", doneOn: "2026-11-13" },
      { late: true, recipients: ["immigration-or-nearest-police"], violation: null, penalty: null },
    ),
    term("passport-lost-report", { startedOn: "2026-11-10" }, refused("missing-field", "startedAt")),
    term("fine-payment", { startedAt: "2026-11-10T09:00:00+07:00" }, refused("missing-field", "startedOn")),
    term("fine-payment", { startedOn: "2026-99-10" }, refused("invalid-date", "startedOn")),
    term("nothing", { startedOn: "2026-99-10" }, refused("not-allowed", "term")),
    term("seal-lost-report", { startedOn: "2026-03-13" }, { endsOn: "2026-03-17", late: null }),
    term("seal-lost-report", { startedOn: "2026-03-14" }, { endsOn: "2026-03-17" }),
    term("seal-lost-report", { startedOn: "2026-03-15" }, { endsOn: "2026-03-17" }),
    term("seal-lost-report", { startedOn: "2026-03-19" }, { endsOn: "2026-03-23" }),
    term(
      "seal-lost-report",
      { startedOn: "2026-04-02", doneOn: "2026-04-07", subject: "organisation" },
      { penalty: { min: 4_000_000, max: 6_000_000 }, recipients: ["registering-police", "commune-police"] },
    ),
    // The band is that of the day the duty was done; before 15/12/2025 no band is entered.
    term(
      "seal-lost-report",
      { startedOn: "2025-12-01", doneOn: "2025-12-12" },
      { late: true, violation: "seal-loss-report-late", penalty: null },
    ),
    term("seal-certificate-lost", { startedOn: "2026-03-14" }, { recipients: ["registering-police"] }),
    term(
      "seal-certificate-lost",
      { startedOn: "2026-03-16", doneOn: "2026-03-19" },
      {
        recipients: ["registering-police", "commune-police"],
        endsOn: "2026-03-18",
        violation: "seal-certificate-reissue-late",
        penalty: { min: 500_000, max: 1_000_000 },
      },
    ),
    term(
      "vehicle-recall-after-sale",
      { startedOn: "2025-03-01", doneOn: "2025-04-01" },
      { endsOn: "2025-03-31", violation: "168-32-8-d", penalty: { min: 4_000_000, max: 6_000_000 } },
    ),
    term(
      "vehicle-recall-after-sale",
      { startedOn: "2025-03-01", doneOn: "2025-04-01", subject: "organisation" },
      { penalty: { min: 8_000_000, max: 12_000_000 } },
    ),
    term(
      "vehicle-recall-after-sale",
      { startedOn: "2025-03-01", doneOn: "2025-03-31" },
      { late: false, penalty: null },
    ),
    term("fine-payment", { startedOn: "2025-04-01", doneOn: "2025-05-01" }, { late: true, violation: null }),
    term(
      "business-start-notice",
      { startedOn: "2026-11-17" },
      { endsOn: "2026-11-23", recipients: ["commune-police"] },
    ),
    term("guard-target-notice", { startedOn: "2026-11-16" }, { recipients: ["commune-police-of-target"] }),
    term("security-certificate-lost", { startedOn: "2026-11-20" }, { endsOn: "2026-11-26" }),
    term("responsible-person-change", { startedOn: "2026-11-20" }, { recipients: ["issuing-police"] }),
    term("sanction-limitation", { startedOn: "2025-11-22" }, { endsOn: "2026-11-22", recipients: [] }),
    term("fine-enforcement", { startedOn: "2024-02-29" }, { endsOn: "2025-02-28" }),
    term("identification-plate-hold", { startedOn: "2025-09-01" }, { endsOn: "2030-09-01" }),
    term("identification-plate-hold", { startedOn: "2023-08-14" }, refused("not-in-force", "startedOn")),
    term("plate-auction-payment", { startedOn: "2026-10-23" }, { endsOn: "2026-11-23" }),
    term("plate-auction-registration", { startedOn: "2025-11-22" }, { endsOn: "2026-11-23" }),
    term("child-residence-registration", { startedOn: "2026-10-01" }, { endsOn: "2026-11-30" }),
    term("camera-notice", { startedOn: "2026-11-14" }, { endsOn: "2026-11-25", recipients: ["vehicle-owner"] }),
    term("end-of-life-vehicle", { startedOn: "2026-11-20" }, { endsOn: "2026-12-02" }),
    term("explanation-written", { startedOn: "2026-11-20" }, { endsOn: "2026-11-30" }),
    term("sanction-decision", { startedOn: "2026-11-20" }, { endsOn: "2026-12-02" }),
  ]);
});

describe("document-validity", () => {
  const valid = (kind: string, issuedOn: string, more: Record<string, unknown>, expected: unknown): Case => [
    "document-validity",
    { kind, issuedOn, ...more },
    expected as Record<string, unknown>,
  ];
  check([
    valid("residence-confirmation", "2023-12-31", {}, { validTo: "2024-01-30", valid: null, extensionFrom: null }),
    valid("residence-confirmation", "2024-01-01", {}, { validTo: "2025-01-01" }),
    valid("residence-confirmation", "2021-06-30", {}, refused("not-in-force", "issuedOn")),
    valid("temporary-residence-registration", "2026-11-20", {}, refused("missing-field", "requestedMonths")),
    valid(
      "temporary-residence-registration",
      "2026-11-20",
      { requestedMonths: 0 },
      refused("out-of-range", "requestedMonths"),
    ),
    valid("temporary-residence-registration", "2026-11-30", { requestedMonths: 3 }, { validTo: "2027-02-28" }),
    valid(
      "temporary-residence-registration",
      "2026-11-20",
      { requestedMonths: 24 },
      { validTo: "2028-11-20", extensionFrom: "2028-11-05" },
    ),
    valid("guard-certificate", "2020-05-01", { on: "2026-03-14" }, { validTo: null, valid: true }),
    valid("guard-certificate", "2020-05-01", { on: "2026-03-15" }, { validTo: "2025-05-01", valid: false }),
    valid("guard-certificate", "2022-05-01", {}, { validTo: "2027-05-01", valid: null }),
    valid("weapon-use-permit", "2025-01-01", { on: "2024-12-31" }, { validTo: null, valid: false }),
    valid("weapon-transport-permit", "2026-10-25", { on: "2026-11-24" }, { validTo: "2026-11-24", valid: true }),
    valid("weapon-equip-permit", "2026-10-01", {}, { validTo: "2026-11-30" }),
    valid("support-tool-import-permit", "2026-10-01", {}, { validTo: "2026-12-30" }),
    valid("vaccine-passport-qr", "2022-04-15", { on: "2023-04-15" }, { valid: true }),
    valid("weapon-training-certificate", "2025-03-10", { reissuedOn: "2027-05-04" }, { validTo: "2030-03-10" }),
    valid("guard-certificate", "2999-01-01", {}, refused("out-of-range", "issuedOn")),
  ]);
});

describe("penalty", () => {
  const band = (act: string, on: string, more: Record<string, unknown>, expected: Record<string, unknown>): Case => [
    "penalty",
    { act, on, ...more },
    expected,
  ];
  check([
    band("stay-not-notified-person", "2026-02-10", {}, { min: 500_000, max: 1_000_000, warningPossible: true }),
    band("stay-not-notified-person", "2021-12-31", {}, refused("no-rate-for-date", "on")),
    band("stay-not-notified-establishment", "2025-12-14", { guests: 3 }, { min: 1_000_000, max: 2_000_000 }),
    band("stay-not-notified-establishment", "2025-12-15", { guests: 4 }, { min: 4_000_000, max: 8_000_000 }),
    band("stay-not-notified-establishment", "2025-12-15", { guests: 9 }, { min: 8_000_000, max: 12_000_000 }),
    band("stay-not-notified-establishment", "2025-12-15", { guests: 0 }, refused("out-of-range", "guests")),
    band("stay-not-notified-establishment", "2025-99-15", {}, refused("missing-field", "guests")),
    band("illegal-fireworks", "2026-02-10", {}, refused("missing-field", "weightKg")),
    band("illegal-fireworks", "2026-02-10", { weightKg: 4.999 }, { min: 2_000_000, max: 5_000_000 }),
    band("illegal-fireworks", "2026-02-10", { weightKg: 5 }, { min: 5_000_000, max: 10_000_000 }),
    band("illegal-fireworks", "2026-02-10", { weightKg: 20 }, { min: 20_000_000, max: 30_000_000 }),
    band(
      "illegal-fireworks",
      "2026-02-10",
      { weightKg: 50, offender: "organisation" },
      { min: 70_000_000, max: 80_000_000 },
    ),
    band("security-report-late", "2025-12-14", {}, refused("no-rate-for-date", "on")),
    band("security-report-late", "2025-12-15", {}, { min: 2_000_000, max: 3_000_000, warningPossible: false }),
    band("littering", "2025-12-15", {}, refused("not-allowed", "act")),
  ]);
});

describe("every answer", () => {
  it.each([
    ["deadline", { from: "2026-11-20", count: 3, unit: "working-day" }],
    ["procedure-deadline", { procedure: "1.013080", receivedOn: "2026-11-20" }],
    ["statutory-term", { term: "seal-lost-report", startedOn: "2026-04-02", doneOn: "2026-04-07" }],
    ["document-validity", { kind: "residence-confirmation", issuedOn: "2026-04-02", on: "2027-04-02" }],
    ["penalty", { act: "illegal-fireworks", on: "2026-02-10", weightKg: 7.5, offender: "organisation" }],
    ["foreigner-declaration-deadline", { arrivedAt: "2026-07-01T10:00:00+07:00", channel: "electronic" }],
  ])("%s names its steps in both languages and the rows that decided", (name, input) => {
    const answer = calculate(name, input);
    if (!answer.ok) throw new Error(answer.failure.code);
    expect(answer.value.steps.length).toBeGreaterThan(1);
    for (const step of answer.value.steps) {
      expect(step.rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(step.text.vi.length * step.text.en.length).toBeGreaterThan(0);
      expect(`${step.text.vi}${step.text.en}`).not.toMatch(/undefined|null|NaN|\d{4}-\d{2}-\d{2}/);
    }
    for (const row of answer.value.citations) {
      expect(row.document).not.toBe("");
      expect(row.validFrom === null || parseIsoDate(row.validFrom) !== null).toBe(true);
    }
    expect(answer.value.citations.length).toBeGreaterThan(0);
  });
});
