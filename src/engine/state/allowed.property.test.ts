import fc from "fast-check";
import { expect, test } from "vitest";
import { procedures } from "../../../law/index.ts";
import type { OfficeRole } from "../permission/index.ts";
import {
  type Actor,
  actsAllowed,
  type ChosenAct,
  type DossierState,
  mayAct,
  type Status,
  type Subject,
} from "./index.ts";

/** Random officers, citizens, units, states and acts, against the rule written again from the law's side. */

const STATUSES: readonly Status[] = [
  "filed",
  "supplement-awaited",
  "accepted",
  "assigned",
  "proposed",
  "decided",
  "signed",
  "numbered",
  "issued",
  "returned",
  "refused",
  "withdrawn",
  "stopped",
];
const ROLES: readonly OfficeRole[] = [
  "deskOfficer",
  "caseOfficer",
  "unitLead",
  "signer",
  "clerk",
  "lawEditor",
  "lawApprover",
];
const UNITS = ["ca-1", "ca-2"] as const;
const NUMBERS = ["001", "002"] as const;
const ACCOUNTS = ["a", "b", "c"] as const;

/** When each act of the office has its turn, and which step of the procedure it is (one-stop-shop.md 1.3). */
const OFFICE: Readonly<Record<string, { readonly when: string; readonly step: string }>> = {
  accepted: { when: "filed", step: "accept" },
  "refused-intake": { when: "filed", step: "accept" },
  "supplement-requested": { when: "filed accepted assigned proposed", step: "*" },
  assigned: { when: "accepted assigned", step: "assign" },
  proposed: { when: "assigned", step: "propose" },
  decided: { when: "proposed", step: "decide" },
  signed: { when: "decided", step: "sign" },
  numbered: { when: "signed", step: "number" },
  issued: { when: "numbered", step: "issue" },
  returned: { when: "issued", step: "return" },
  stopped: { when: "accepted assigned proposed decided supplement-awaited", step: "decide" },
};
const FILER: Readonly<Record<string, string>> = {
  supplemented: "supplement-awaited",
  withdrawn: "filed supplement-awaited accepted assigned proposed decided",
  corrected: "returned",
  cancelled: "returned",
};
const ACTS = [...Object.keys(OFFICE), ...Object.keys(FILER)] as ChosenAct[];

function independently(act: ChosenAct, { state, edition, unit, ownerNumber, related }: Subject, actor: Actor): boolean {
  const office = OFFICE[act];
  if (!office) {
    if (!(FILER[act] ?? "").split(" ").includes(state.status)) return false;
    if ((act === "corrected" || act === "cancelled") && edition.handling !== "on-the-spot") return false;
    const { filer } = state;
    return filer.as === "organisation"
      ? filer.organisation !== undefined && filer.organisation === actor.organisation
      : actor.as === "person" && (filer.account === actor.account || filer.number === actor.number);
  }
  if (actor.as !== "officer" || actor.unit !== unit || related) return false;
  if (actor.number !== undefined && actor.number === ownerNumber) return false;
  if (!office.when.split(" ").includes(state.status)) return false;
  if (act === "decided" && state.proposedBy?.account === actor.account) return false;
  const entitled = new Set<string>();
  for (const { key, role } of edition.steps)
    if (office.step === "*" ? role !== "clerk" : key === office.step) entitled.add(role);
  return (actor.roles ?? []).some((role) => entitled.has(role));
}

const editions = procedures.flatMap((procedure) => procedure.editions);
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
const officer = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  name: fc.constant("C"),
  as: fc.constant("officer" as const),
  unit: fc.constantFrom(...UNITS),
  roles: fc.subarray([...ROLES]),
  number: fc.constantFrom(...NUMBERS),
});
const system = fc.constant<Actor>({ account: "house", name: "Hệ thống", as: "system" });
const subject: fc.Arbitrary<Subject> = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    filer: fc.oneof(person, organisation),
    proposedBy: fc.option(officer),
    edition: fc.constantFrom(...editions),
    unit: fc.constantFrom(...UNITS),
    ownerNumber: fc.constantFrom(...NUMBERS),
    related: fc.boolean(),
  })
  .map(({ status, filer, proposedBy, ...rest }) => ({
    ...rest,
    state: { status, filer, proposedBy } as unknown as DossierState,
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
