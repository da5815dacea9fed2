import fc from "fast-check";
import { expect, test } from "vitest";
import { procedures } from "../../../law/index.ts";
import { ACTS, independently, STATUSES } from "../../../tests/support/act-rule.ts";
import type { OfficeRole } from "../permission/index.ts";
import { type Actor, actsAllowed, type Cooperation, type DossierState, mayAct, type Subject } from "./index.ts";

/** Random officers, citizens, units, states and acts, against the rule written again from the law's side. */

const ROLES: readonly OfficeRole[] = [
  "deskOfficer",
  "caseOfficer",
  "unitLead",
  "signer",
  "clerk",
  "lawEditor",
  "lawApprover",
  "deskHead",
  "operator",
];
const UNITS = ["ca-1", "ca-2"] as const;
const NUMBERS = ["001", "002"] as const;
const ACCOUNTS = ["a", "b", "c"] as const;

/** The editions of the law, and one with two agencies in turn, as no procedure in force has it. */
const delivered = procedures.flatMap((procedure) => procedure.editions);
const leg = { level: "province" as const, title: { vi: "x", en: "x" }, share: 1 };
const editions = [
  ...delivered,
  ...delivered.slice(-2).map((edition) => ({
    ...edition,
    interlinked: [
      { ...leg, key: "a" },
      { ...leg, key: "b" },
    ],
  })),
];
const cooperation: fc.Arbitrary<Cooperation> = fc.record({
  id: fc.constant("id"),
  kind: fc.constantFrom("opinion" as const, "leg" as const),
  unit: fc.constantFrom(...UNITS),
  unitName: fc.constant("n"),
  askedAt: fc.constant(1),
  dueAt: fc.constant(2),
  answeredAt: fc.constantFrom(null, 3),
  reported: fc.boolean(),
});
const person = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  name: fc.constant("A"),
  as: fc.constant("person" as const),
  number: fc.constantFrom(...NUMBERS),
});
const organisation = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  name: fc.constant("B"),
  as: fc.constant("organisation" as const),
  organisation: fc.constantFrom("org-1", "org-2"),
});
const officer = fc
  .record({
    account: fc.constantFrom(...ACCOUNTS),
    name: fc.constant("C"),
    as: fc.constant("officer" as const),
    unit: fc.constantFrom(...UNITS),
    roles: fc.subarray([...ROLES]),
    number: fc.constantFrom(...NUMBERS),
    delegatedBy: fc.constantFrom(undefined, "D"),
  })
  .map(({ delegatedBy, ...rest }): Actor => (delegatedBy === undefined ? rest : { ...rest, delegatedBy }));
const system = fc.constant<Actor>({ account: "house", name: "Hệ thống", as: "system" });
const subject: fc.Arbitrary<Subject> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    filer: fc.oneof(person, organisation),
    proposedBy: fc.option(officer),
    assignedTo: fc.option(officer),
    intakeSupplements: fc.constantFrom(0, 1),
    approver: fc.option(officer),
    cooperations: fc.array(cooperation, { maxLength: 3 }),
    dueAt: fc.constantFrom(null, 5),
    reappointments: fc.constantFrom(0, 1),
    original: fc.constantFrom(null, 6, "given back"),
    posted: fc.constantFrom(null, { carrier: "c", tracking: "t", at: 1 }),
    replacement: fc.constantFrom(null, "decided", "signed", "numbered", "issued"),
    edition: fc.constantFrom(...editions),
    unit: fc.constantFrom(...UNITS),
    ownerNumber: fc.constantFrom(...NUMBERS),
    related: fc.boolean(),
    clockFrom: fc.constantFrom(null, 1),
    pausedSince: fc.constantFrom(null, 2),
  })
  .map(({ edition, unit, ownerNumber, related, approver, original, replacement, ...state }) => ({
    edition,
    unit,
    ownerNumber,
    related,
    state: {
      ...state,
      supplementApproval: approver && { by: approver, at: 1, reason: "r" },
      originals: original === null ? [] : [{ returnedAt: original === 6 ? null : 7 }],
      replacement: replacement && { stage: replacement },
    } as unknown as DossierState,
  }));

test("whoever may act is whom the rule says, and nobody else", () => {
  const seed = Number(process.env["FC_SEED"] ?? Date.now() % 1e9);
  console.log(`permission: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  let [allowed, refused] = [0, 0];
  fc.assert(
    fc.property(subject, fc.oneof(officer, person, organisation, system), (of, actor) => {
      const may = ACTS.filter((act) => independently(act, of, actor));
      expect([...actsAllowed(of, actor)].sort()).toEqual([...may].sort());
      for (const act of ACTS) {
        const verdict = mayAct(act, of, actor);
        if (!verdict.ok) expect(verdict.failure.text.vi.length).toBeGreaterThan(10);
      }
      allowed += may.length;
      refused += ACTS.length - may.length;
    }),
    { seed, numRuns: 5_000 },
  );
  expect(allowed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1_000);
});
