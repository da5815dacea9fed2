import type { Instant } from "../../kernel/plain-date.ts";
import type { Act, ActKind, Actor, SupplementItem } from "./acts.ts";
import { CASEWORK_START, CASEWORK_STEPS, type CaseworkState } from "./casework-acts.ts";
import { followClock, LIFE_START, LIFE_STEPS, type LifeState } from "./life-steps.ts";
import { type NationalStep, nationalSteps } from "./national.ts";

/** Where a dossier stands, computed from its acts and from nothing else. */
export type Status =
  | "filed"
  | "supplement-awaited"
  | "accepted"
  | "assigned"
  | "proposed"
  | "decided"
  | "signed"
  | "numbered"
  | "issued"
  | "returned"
  | "refused"
  | "withdrawn"
  | "stopped";

const ENDED_WITHOUT_RESULT: ReadonlySet<Status> = new Set(["refused", "withdrawn", "stopped"]);
/** No more clock: the result is out, or the dossier is closed. */
export const CLOCK_ENDED: ReadonlySet<Status> = new Set(["issued", "returned", "refused", "withdrawn", "stopped"]);

/** Money is a machine of its own: it never decides the status, it only may hold up the clock. */
export type Money = "none" | "due" | "paid" | "cancelled";

type BesideState = LifeState & CaseworkState;
export type DossierState = BesideState & {
  /** The codes of the national portal it has passed, in order; the last is where it stands there. */
  readonly nationalPath: readonly NationalStep[];
  readonly status: Status;
  readonly version: number;
  /** The office that answers for it, and, once it was handed on, that office's province. */
  readonly unit: string;
  readonly unitProvince: string | null;
  readonly filedAt: Instant;
  readonly filer: Actor;
  readonly acceptedAt: Instant | null;
  readonly clockFrom: Instant | null;
  readonly dueAt: Instant | null;
  /** Since when the clock stands still on a ground of the law; it has no due time meanwhile. */
  readonly pausedSince: Instant | null;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly assignedTo: { readonly account: string; readonly name: string } | null;
  readonly outcome: "grant" | "refuse" | null;
  readonly decidedBy: Actor | null;
  readonly proposedBy: Actor | null;
  readonly number: string | null;
  readonly money: Money;
  readonly supplement: {
    readonly items: readonly SupplementItem[];
    readonly stage: "intake" | "appraisal";
    readonly at: Instant;
  } | null;
  readonly supplementCount: number;
};

/** Folds the acts, in order, into the state. @throws on an empty list or one that does not begin with a filing. */
export function deriveState(acts: readonly Act[]): DossierState {
  const first = acts[0];
  if (first?.kind !== "filed") throw new Error("a dossier begins with its filing");
  return acts.reduce<DossierState>(step, {
    ...LIFE_START,
    ...CASEWORK_START,
    nationalPath: [],
    status: "filed",
    version: 0,
    unit: first.data.unit,
    unitProvince: null,
    filedAt: first.at,
    filer: first.by,
    acceptedAt: null,
    clockFrom: null,
    dueAt: null,
    pausedSince: null,
    endedAt: null,
    closedAt: null,
    assignedTo: null,
    outcome: null,
    decidedBy: null,
    proposedBy: null,
    number: null,
    money: "none",
    supplement: null,
    supplementCount: 0,
  });
}

type Step<K extends ActKind> = (state: DossierState, act: Act<K>) => Partial<DossierState>;

/** What each act changes. The compiler finds the act that was forgotten. */
const STEPS: { readonly [K in ActKind]: Step<K> } = {
  filed: () => ({ status: "filed" }),
  acknowledged: (_s, act) => ({
    status: "returned",
    acceptedAt: act.at,
    dueAt: act.at,
    endedAt: act.at,
    closedAt: act.at,
    outcome: "grant",
  }),
  accepted: (_s, act) => ({
    status: "accepted",
    acceptedAt: act.at,
    dueAt: act.data.dueAt,
    clockFrom: act.data.clockFrom,
  }),
  "fee-set": (s) => ({ money: s.money === "none" ? "due" : s.money }),
  "fee-paid": (s, act) => ({
    money: act.data.allPaid === false ? s.money : "paid",
    ...(act.data.clockFrom === null ? {} : { clockFrom: act.data.clockFrom, dueAt: act.data.dueAt }),
  }),
  "fee-waived": (_s, act) => ({
    money: act.data.leaves,
    ...(act.data.clockFrom === null ? {} : { clockFrom: act.data.clockFrom, dueAt: act.data.dueAt }),
  }),
  // The clock that had started goes on: the applicant does not answer for the office's receipt.
  "fee-reopened": () => ({ money: "due" }),
  // Whoever worked on it belongs to another office now: what was assigned is assigned anew.
  rerouted: (s, act) => ({
    unit: act.data.to,
    unitProvince: act.data.province,
    assignedTo: null,
    ...(s.status === "assigned" || s.status === "proposed" ? { status: "accepted" as const } : {}),
  }),
  "due-moved": (_s, act) => ({ dueAt: act.data.dueAt }),
  "clock-paused": (_s, act) => ({ pausedSince: act.data.since, dueAt: null }),
  "clock-resumed": (_s, act) => ({ pausedSince: null, dueAt: act.data.dueAt }),
  "supplement-requested": (s, act) => ({
    intakeSupplements: s.intakeSupplements + (act.data.stage === "intake" ? 1 : 0),
    supplementApproval: null,
    reappointedTo: null,
    status: "supplement-awaited",
    supplement: { items: act.data.items, stage: act.data.stage, at: act.at },
    supplementCount: s.supplementCount + 1,
    // Asked after acceptance: the time restarts from zero on the complete dossier (Decree 61/2018 art. 19.4).
    clockFrom: null,
    dueAt: null,
    pausedSince: null,
  }),
  // After an appraisal request the complete dossier is accepted anew, which starts the clock from zero.
  supplemented: () => ({ status: "filed", supplement: null }),
  "refused-intake": (_s, act) => closed("refused", act.at),
  assigned: (_s, act) => ({ status: "assigned", assignedTo: { account: act.data.to, name: act.data.toName } }),
  proposed: (_s, act) => ({ status: "proposed", proposedBy: act.by, outcome: act.data.outcome, handedBack: null }),
  decided: (_s, act) => ({ status: "decided", decidedBy: act.by, outcome: act.data.outcome }),
  // A result that takes a wrong one's place is signed, numbered and issued again while the dossier stays where it is.
  signed: (s) => replaced(s, "signed") ?? { status: "signed" },
  numbered: (s, act) => ({ ...(replaced(s, "numbered") ?? { status: "numbered" }), number: act.data.number }),
  issued: (s, act) => {
    if (!s.replacement) return { status: "issued", endedAt: act.at };
    // Handed over already, the new one is handed over once more; else it is returned in the place of the old.
    return s.status === "returned" ? { replacement: { ...s.replacement, stage: "issued" } } : { replacement: null };
  },
  returned: (s, act) => ({ status: "returned", closedAt: s.closedAt ?? act.at, replacement: null }),
  stopped: (_s, act) => closed("stopped", act.at),
  withdrawn: (_s, act) => closed("withdrawn", act.at),
  corrected: () => ({}),
  cancelled: () => ({}),
  ...LIFE_STEPS,
  ...CASEWORK_STEPS,
};

const replaced = (s: DossierState, stage: "signed" | "numbered" | "issued"): Partial<DossierState> | null =>
  s.replacement && { replacement: { ...s.replacement, stage } };

function step(state: DossierState, act: Act): DossierState {
  const change = (STEPS[act.kind] as Step<ActKind>)(state, act);
  const changed = { ...state, ...change, version: act.seq };
  const next = {
    ...changed,
    clockRuns: followClock(state, changed, act.at),
    nationalPath: [...state.nationalPath, ...nationalSteps(state.nationalPath, changed.status, act)],
  };
  // What was not paid when a dossier ends without a result is not owed any more; what was paid is the fee law's matter.
  return ENDED_WITHOUT_RESULT.has(next.status) && next.money === "due" ? { ...next, money: "cancelled" } : next;
}

const closed = (status: "refused" | "stopped" | "withdrawn", at: Instant): Partial<DossierState> => ({
  status,
  endedAt: at,
  closedAt: at,
});
