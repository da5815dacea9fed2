import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { procedures } from "../../../law/index.ts";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import {
  type Act,
  type Actor,
  actsAllowed,
  type ChosenAct,
  CLOCK_ENDED,
  type DossierState,
  deliveryOf,
  deriveState,
  NATIONAL_ARROWS,
  type Subject,
  SYSTEM,
  syncOf,
} from "./index.ts";

/** Random lives of dossiers: only acts the table allows, by people who may, and what must hold after each. */

const DAY = 86_400_000;
const officer = (account: string, roles: NonNullable<Actor["roles"]>, unit = "ca-1"): Actor => ({
  account,
  name: account,
  as: "officer",
  unit,
  roles,
});
const FILER: Actor = { account: "minh", name: "Minh", as: "person", number: "001" };
const PEOPLE: readonly Actor[] = [
  FILER,
  officer("desk", ["deskOfficer"]),
  officer("examiner", ["caseOfficer"]),
  officer("lead", ["unitLead", "signer"]),
  officer("clerk", ["clerk"]),
  officer("elsewhere", ["caseOfficer", "deskOfficer"], "ca-2"),
  officer("elsewhere-lead", ["unitLead", "signer"], "ca-2"),
];
const found = procedures.find(({ key }) => key === "temporary-residence")?.editions.at(-1);
if (!found) throw new Error("no temporary residence");
const leg = { level: "province" as const, title: { vi: "x", en: "x" }, share: 1 };
const EDITIONS = [
  found,
  {
    ...found,
    interlinked: [
      { ...leg, key: "a" },
      { ...leg, key: "b" },
    ],
  },
];

const filed = (at: number): Act => ({
  seq: 1,
  id: "1",
  kind: "filed",
  at,
  by: FILER,
  data: { code: "C", channel: "online", answers: {}, papers: [], unit: "ca-1" },
});

/** The content of an act, as the office would fill it in; what does not matter here is left out. */
function contentOf(kind: ChosenAct, state: DossierState, actor: Actor, seq: number, at: number): object {
  const open = state.cooperations.find((one) => one.answeredAt === null && one.unit === actor.unit);
  switch (kind) {
    case "accepted":
      return { clockFrom: at, dueAt: at + 3 * DAY };
    case "supplement-requested":
      return { items: [], stage: state.status === "filed" ? "intake" : "appraisal", reason: "", number: "1" };
    case "proposed":
    case "decided":
      return { outcome: "grant", reason: "" };
    case "numbered":
      return { number: String(seq) };
    case "transferred": {
      const to = state.unit === "ca-1" ? "ca-2" : "ca-1";
      return { from: state.unit, to, province: "79", clock: "goes-on", clockFrom: state.clockFrom, dueAt: state.dueAt };
    }
    case "consulted":
    case "handed-over":
      return { id: String(seq), unit: "ca-2", unitName: "x", dueAt: at + DAY };
    case "consultation-answered":
    case "handed-back":
      return { id: open?.id, onTime: true };
    case "reappointed":
      return { newDueAt: at + 9 * DAY, originalDueAt: state.dueAt };
    case "originals-taken":
      return { papers: [{ title: "t", count: 1 }] };
    case "claimed":
    case "passed-on":
      return { to: actor.account, toName: actor.name };
    case "requirements-checked":
      return { findings: [] };
    case "replacement-decided":
      return { replaces: "d", replacedNumber: "1", outcome: "grant", cost: "agency" };
    default:
      return {};
  }
}

const STRAIGHT: ReadonlySet<ChosenAct> = new Set<ChosenAct>([
  ...(["accepted", "assigned", "proposed", "decided", "signed", "numbered", "issued", "returned"] as const),
  ...(["supplemented", "supplement-approved", "handed-over", "handed-back"] as const),
]);
/** A second request at reception takes three rare acts in a row; now and then a life seeks them. */
const SUPPLEMENTING: ReadonlySet<ChosenAct> = new Set<ChosenAct>([
  ...(["supplement-requested", "supplemented", "supplement-approved"] as const),
]);
type Life = { readonly acts: readonly Act[]; readonly states: readonly DossierState[] };

/** Lives on as the numbers say: each picks one of everything anybody may do then. */
function live(choices: readonly number[], edition: Subject["edition"]): Life {
  const acts: Act[] = [filed(0)];
  const states = [deriveState(acts)];
  for (const [step, choice] of choices.entries()) {
    const state = states.at(-1);
    if (!state) break;
    const subject = { state, edition, unit: state.unit, ownerNumber: "009", related: false };
    const possible = PEOPLE.flatMap((by) => actsAllowed(subject, by).map((kind) => ({ by, kind })));
    // Two in three go the straight way, or few dossiers would ever have a result.
    const way = choice % 11 === 1 ? SUPPLEMENTING : STRAIGHT;
    const straight = choice % 3 === 0 ? [] : possible.filter(({ kind }) => way.has(kind));
    // What anybody may do at any time would crowd out the rest: every seventh time is enough.
    const rare = choice % 7 === 0 ? possible : possible.filter(({ kind }) => kind !== "requirements-checked");
    const from = straight.length > 0 ? straight : rare;
    const chosen = from[choice % Math.max(1, from.length)];
    if (!chosen) break;
    const at = (step + 1) * 3_600_000;
    const seq = state.version + 1;
    const data = contentOf(chosen.kind, state, chosen.by, seq, at);
    acts.push({ seq, id: String(seq), kind: chosen.kind, at, by: chosen.by, data } as unknown as Act);
    states.push(deriveState(acts));
  }
  return { acts, states };
}

const choices = fc.array(fc.nat({ max: 9_999 }), { maxLength: 60, size: "max" });
const planned = fc.constantFrom(0, 1);
const seed = Number(process.env["FC_SEED"] ?? Date.now() % 1e9);

describe("random lives of dossiers", () => {
  test("the national portal hears only steps it allows, and each once (one-stop 14)", () => {
    console.log(`lives: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
    const reached = new Set<number>();
    fc.assert(
      fc.property(choices, planned, (numbers, plan) => {
        const { states } = live(numbers, EDITIONS[plan] ?? found);
        const path = states.at(-1)?.nationalPath ?? [];
        expect(path[0]?.code).toBe(1);
        for (const [at, { code }] of path.entries()) {
          reached.add(code);
          const before = path[at - 1];
          if (before) expect(NATIONAL_ARROWS[before.code], `${before.code} → ${code}`).toContain(code);
        }
      }),
      { seed, numRuns: 900 },
    );
    expect([...reached].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10]);
  });

  test("what the law promises holds after every act (one-stop 7, 16, 17, 18, 20, 21)", () => {
    let [signed, twice, replaced] = [0, 0, 0];
    fc.assert(
      fc.property(choices, planned, (numbers, plan) => {
        const { acts, states } = live(numbers, EDITIONS[plan] ?? found);
        for (const [at, state] of states.entries()) {
          const act = acts[at];
          const before = states[at - 1];
          if (!act || !before) continue;
          // 20: withdrawal until signed, never after.
          if (act.kind === "withdrawn") expect(acts.slice(0, at).some(({ kind }) => kind === "signed")).toBe(false);
          // 17, 18: once, and the time of the law stays.
          if (act.kind === "reappointed") {
            expect(before.reappointments).toBe(0);
            expect(state.dueAt).toBe(before.dueAt);
          }
          // 7: a second request at reception has its leave from somebody else.
          if (act.kind === "supplement-requested" && before.status === "filed" && before.intakeSupplements > 0) {
            twice += 1;
            expect(before.supplementApproval?.by.account).not.toBe(act.by.account);
            expect(state.intakeSupplements).toBe(before.intakeSupplements + 1);
          }
          // 16: a restart keeps the run before; at most one runs.
          expect(state.clockRuns.length).toBeGreaterThanOrEqual(before.clockRuns.length);
          expect(state.clockRuns.filter(({ until }) => until === null).length).toBeLessThanOrEqual(1);
          if (CLOCK_ENDED.has(state.status)) expect(state.clockRuns.every(({ until }) => until !== null)).toBe(true);
          // 21: decided, signed, numbered and issued are four acts, each after the other.
          if (act.kind === "issued") {
            const own = acts.slice(0, at).map(({ kind }) => kind);
            const last = (kind: string) => own.lastIndexOf(kind as (typeof own)[number]);
            const decided = Math.max(last("decided"), last("replacement-decided"));
            expect(decided).toBeGreaterThanOrEqual(0);
            expect(last("signed")).toBeGreaterThan(decided);
            expect(last("numbered")).toBeGreaterThan(last("signed"));
            signed += 1;
          }
          if (act.kind === "replacement-decided") {
            replaced += 1;
            expect(state.status).toBe(before.status);
          }
          // Delivery is known for what is out, and for nothing else.
          if (state.status === "issued" && !state.replacement)
            expect(deliveryOf(state)).toBe(state.posted ? "with-post" : "ready");
          if (!["issued", "returned"].includes(state.status)) expect(deliveryOf(state)).toBe("none");
        }
      }),
      { seed, numRuns: 600 },
    );
    expect(Math.min(signed, twice, replaced)).toBeGreaterThan(0);
  });
});

test("a dossier handled at once passes every code of the straight way (one-stop 14)", () => {
  const acts: Act[] = [filed(0), { seq: 2, id: "2", kind: "acknowledged", at: 1, by: SYSTEM, data: { entries: 1 } }];
  expect(deriveState(acts).nationalPath.map(({ code }) => code)).toEqual([1, 2, 4, 9, 10]);
});

test("the arrows are those of the fact sheet (one-stop 14)", () => {
  const text = sheet("one-stop-shop.json");
  if (!text) return;
  const { dossierStatuses } = JSON.parse(text) as {
    dossierStatuses: { items: readonly { code: number; next: readonly number[] }[] };
  };
  expect(Object.fromEntries(dossierStatuses.items.map(({ code, next }) => [String(code), next]))).toEqual(
    NATIONAL_ARROWS,
  );
});

test("the portal's knowledge: not connected, waiting, failed until it was sent (one-stop 14)", () => {
  const path = deriveState([filed(5)]).nationalPath;
  const told = (outcome: "sent" | "failed") => ({ seq: 1, code: 1 as const, outcome });
  expect(syncOf(path, [], null)).toBe("not-due");
  expect(syncOf(path, [], 6)).toBe("not-due");
  expect(syncOf(path, [], 5)).toBe("waiting");
  expect(syncOf(path, [told("failed")], 0)).toBe("failed");
  expect(syncOf(path, [told("failed"), told("sent")], 0)).toBe("sent");
});
