import fc from "fast-check";
import { expect, test } from "vitest";
import { day, instantAt } from "../../kernel/plain-date.ts";
import type { Act, ActData, ActKind, Actor } from "./acts.ts";
import { handOversOf, outcomeOf } from "./hand-overs.ts";

const SEED = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);
console.log(`hand-overs: fast-check seed ${SEED} (FC_SEED=${SEED} repeats it)`);

const who = (account: string, as: Actor["as"] = "officer"): Actor => ({ account, name: account, as, unit: "here" });
const CITIZEN = who("citizen", "person");
const START = instantAt(day("2026-11-16"), 540);
const HOUR = 3_600_000;

/** Acts an hour apart, told as `[kind, by, data]`. */
const told = (...steps: readonly (readonly [ActKind, Actor, object])[]): readonly Act[] =>
  [["filed", CITIZEN, { unit: "here", code: "x", channel: "online", answers: {}, papers: [] }] as const, ...steps].map(
    ([kind, by, data], at) => ({ seq: at + 1, id: String(at), kind, at: START + at * HOUR, by, data }) as Act,
  );
const DUE = instantAt(day("2026-11-19"), 1050);
const ACCEPTED: ActData["accepted"] = { dueAt: DUE, clockFrom: START };
const noLimit = (): null => null;

test("a dossier passes from hand to hand, each with when and by when (one-stop 27)", () => {
  const acts = told(
    ["accepted", who("desk"), ACCEPTED],
    ["assigned", who("lead"), { to: "examiner", toName: "examiner" }],
    [
      "consulted",
      who("examiner"),
      { id: "q", unit: "chief", unitName: "Chief", question: "?", dueAt: START + 4 * HOUR },
    ],
    ["consultation-answered", who("chief"), { id: "q", opinion: "agree", answer: "", onTime: true }],
    ["proposed", who("examiner"), { outcome: "grant", reason: "" }],
    ["decided", who("lead"), { outcome: "grant", reason: "" }],
    ["signed", who("lead"), { document: "", sha256: "", certificate: "", number: "" }],
    ["numbered", who("clerk"), { number: "1", book: "", document: "", sha256: "", certificate: "" }],
    ["issued", who("clerk"), { document: "", sha256: "" }],
    ["returned", who("desk"), { way: "desk", to: "Bà A" }],
  );
  const forwarded = START + HOUR;
  const rows = handOversOf(acts, (at) => at + HOUR / 2);
  expect(rows.map(({ why, from, to, outcome }) => [why, from.name, to.name, outcome])).toEqual([
    ["received", "citizen", "desk", null],
    // The desk had half an hour, and took a whole one.
    ["forwarded", "desk", "examiner", "late"],
    ["consulted", "examiner", "", null],
    ["answered", "chief", "examiner", "on-time"],
    ["passed-on", "examiner", "lead", "early"],
    ["passed-on", "lead", "clerk", "early"],
    // The result is out: who fetches it when makes nobody late.
    ["passed-on", "clerk", "desk", null],
    ["returned", "desk", "Bà A", null],
  ]);
  expect(rows[1]).toMatchObject({ handedAt: forwarded, takenAt: START + 2 * HOUR, limit: forwarded + HOUR / 2 });
  // What was asked of another office is judged by the time it was given.
  expect(rows[3]).toMatchObject({ from: { unit: "chief" }, limit: START + 4 * HOUR });
});

test("early is an earlier day, on time up to the very moment, late after it (one-stop 18)", () => {
  const limit = instantAt(day("2026-11-19"), 1050);
  expect(outcomeOf(instantAt(day("2026-11-18"), 1439), limit)).toBe("early");
  expect(outcomeOf(instantAt(day("2026-11-19"), 0), limit)).toBe("on-time");
  expect(outcomeOf(limit, limit)).toBe("on-time");
  expect(outcomeOf(limit + 1, limit)).toBe("late");
});

test("nothing is taken before it was given, and who gives had it last", () => {
  const people = ["desk", "lead", "examiner", "clerk"].map((name) => who(name));
  const taken = fc.record({
    by: fc.constantFrom(...people),
    kind: fc.constantFrom("proposed", "decided", "signed", "issued"),
  });
  fc.assert(
    fc.property(fc.array(taken, { maxLength: 12 }), (steps) => {
      const rest = steps.map(({ by, kind }) => [kind as ActKind, by, { outcome: "grant", reason: "" }] as const);
      const rows = handOversOf(told(["accepted", who("desk"), ACCEPTED], ...rest), noLimit);
      for (const [at, row] of rows.entries()) {
        expect(row.handedAt).toBeLessThanOrEqual(row.takenAt);
        expect(row.from.name).not.toBe(row.to.name);
        if (at > 0) expect(row.from.name).toBe(rows[at - 1]?.to.name);
      }
    }),
    { seed: SEED, numRuns: 200 },
  );
});
