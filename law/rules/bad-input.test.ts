import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "./index.ts";

/** A sound input of each calculation of terms and fees; every field is spoilt in turn, and all together at random. */
const SOUND: Readonly<Record<string, Record<string, unknown>>> = {
  deadline: { from: "2026-11-23", count: 3, unit: "day" },
  "stay-deadline": { arrivedAt: "2026-11-10T14:20:00+07:00", plannedNights: 2, lastNotifiedOn: "2026-11-01" },
  "foreigner-declaration-deadline": { arrivedAt: "2026-11-10T14:20:00+07:00", remote: true, channel: "na17" },
  "procedure-deadline": { procedure: "id-issue", receivedOn: "2026-11-04" },
  "statutory-term": {
    term: "seal-lost-report",
    startedOn: "2026-04-02",
    doneOn: "2026-04-07",
    subject: "organisation",
  },
  "document-validity": { kind: "residence-confirmation", issuedOn: "2026-04-02", requestedMonths: 3, on: "2026-05-02" },
  penalty: { act: "illegal-fireworks", on: "2026-04-02", weightKg: 3, guests: 2, offender: "individual" },
  fee: { item: "id-exchange", on: "2026-04-02", channel: "online", quantity: 2, age: 30, groups: [], loadTonnes: 1 },
  "vehicle-fee": {
    item: "first-registration-with-plate",
    vehicle: { kind: "passenger-car", seats: 5, value: 1 },
    place: { province: "01", locality: "ward" },
    on: "2026-04-02",
  },
  "registration-tax": {
    vehicle: { kind: "passenger-car", seats: 5, power: "hybrid", domestic: true },
    occasion: "first",
    price: 5,
    place: { province: "01", provincialSeat: false },
    on: "2026-04-02",
  },
  vietqr: { bin: "970416", account: "1", amount: 5, purpose: "a", service: "card" },
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
  "2999-12-31T23:59:59-14:00",
  "1000-01-01T00:00:00+14:00",
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
  {},
  { kind: "passenger-car", province: "01" },
];

/** An answer is a value or an error in its shape; anything thrown fails the test. */
function mustAnswer(name: string, input: unknown): void {
  const answer = calculate(name, input);
  if (answer.ok) return;
  const { code, field, message } = answer.failure;
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(field.length).toBeLessThan(200);
  expect(message.vi.length * message.en.length).toBeGreaterThan(0);
}

/** The input with one place spoilt, at every depth. */
function* spoilt(input: Record<string, unknown>, bad: unknown): Generator<Record<string, unknown>> {
  for (const [name, value] of Object.entries(input)) {
    yield { ...input, [name]: bad };
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const inner of spoilt(value as Record<string, unknown>, bad)) yield { ...input, [name]: inner };
  }
}

describe.each(Object.entries(SOUND))("bad input of %s", (name, sound) => {
  it("finds the sound one sound", () =>
    expect(calculate(name, sound).ok, JSON.stringify(calculate(name, sound))).toBe(true));

  it("is answered by an error, whichever field is spoilt and how", () => {
    for (const bad of BAD) for (const input of spoilt(sound, bad)) mustAnswer(name, input);
    for (const bad of BAD) mustAnswer(name, bad);
  });

  it("names the field that is missing, of another type, or unknown", () => {
    for (const field of Object.keys(sound)) {
      const answer = calculate(name, { ...sound, [field]: Symbol("no JSON") });
      expect(answer.ok ? null : answer.failure).toMatchObject({ code: "wrong-type", field });
    }
    const unknown = calculate(name, { ...sound, [MEGABYTE]: 1 });
    expect(unknown.ok ? null : unknown.failure.code).toBe("unknown-field");
  });

  it("never throws (property, seed 20261123)", () => {
    const fields = Object.fromEntries(
      Object.entries(sound).map(([field, value]) => [
        field,
        fc.oneof(fc.constant(value), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...BAD.slice(1))),
      ]),
    );
    fc.assert(
      fc.property(fc.record(fields), (input) => mustAnswer(name, input)),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
