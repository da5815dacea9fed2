import type { Instant } from "../../kernel/plain-date.ts";
import type { Act, Actor } from "./acts.ts";
import type { DossierState } from "./derive.ts";
import type { LifeActKind, OriginalPaper } from "./life-acts.ts";

/** What acts beside the straight way change. */

/** Another office at work for the dossier: asked for an opinion, or an agency of an interlinked procedure. */
export type Cooperation = {
  readonly id: string;
  readonly kind: "opinion" | "leg";
  readonly unit: string;
  readonly unitName: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
  /** Whether its silence was reported to the head of the desk. */
  readonly reported: boolean;
};
/** A run of the clock; an older one stays visible after the time was restarted. */
export type ClockRun = { readonly from: Instant; readonly until: Instant | null; readonly dueAt: Instant | null };
/** A paper in the hands of the office, or given back. */
export type Original = OriginalPaper & { readonly takenAt: Instant; readonly returnedAt: Instant | null };
/** How far the result that takes a wrong one's place has come. */
export type Replacement = {
  readonly stage: "decided" | "signed" | "numbered" | "issued";
  readonly replaces: string;
  readonly by: Actor;
};

/** The part of the state that these acts write. */
export type LifeState = {
  readonly supplementApproval: { readonly by: Actor; readonly at: Instant; readonly reason: string } | null;
  /** Requests made at reception: the second needs a superior's leave. */
  readonly intakeSupplements: number;
  readonly cooperations: readonly Cooperation[];
  /** The new appointment; the time of the law stays `dueAt`. */
  readonly reappointedTo: Instant | null;
  readonly reappointments: number;
  readonly originals: readonly Original[];
  readonly posted: { readonly carrier: string; readonly tracking: string; readonly at: Instant } | null;
  readonly replacement: Replacement | null;
  readonly clockRuns: readonly ClockRun[];
};

export const LIFE_START: LifeState = {
  supplementApproval: null,
  intakeSupplements: 0,
  cooperations: [],
  reappointedTo: null,
  reappointments: 0,
  originals: [],
  posted: null,
  replacement: null,
  clockRuns: [],
};

type Step<K extends LifeActKind> = (state: DossierState, act: Act<K>) => Partial<DossierState>;

export const LIFE_STEPS: { readonly [K in LifeActKind]: Step<K> } = {
  "supplement-approved": (_s, act) => ({ supplementApproval: { by: act.by, at: act.at, reason: act.data.reason } }),
  transferred: (_s, act) => ({
    unit: act.data.to,
    unitProvince: act.data.province,
    assignedTo: null,
    ...(act.data.clock === "from-receipt"
      ? { clockFrom: act.data.clockFrom, dueAt: act.data.dueAt, pausedSince: null }
      : {}),
  }),
  consulted: (s, act) => asked(s, "opinion", act),
  "consultation-answered": (s, act) => changed(s, act.data.id, { answeredAt: act.at }),
  "consultation-overdue": (s, act) => changed(s, act.data.id, { reported: true }),
  "handed-over": (s, act) => asked(s, "leg", act),
  "handed-back": (s, act) => changed(s, act.data.id, { answeredAt: act.at }),
  reappointed: (s, act) => ({ reappointedTo: act.data.newDueAt, reappointments: s.reappointments + 1 }),
  "originals-taken": (s, act) => ({
    originals: [...s.originals, ...act.data.papers.map((paper) => ({ ...paper, takenAt: act.at, returnedAt: null }))],
  }),
  "originals-returned": (s, act) => ({
    originals: s.originals.map((one) => (one.returnedAt === null ? { ...one, returnedAt: act.at } : one)),
  }),
  posted: (_s, act) => ({ posted: { ...act.data, at: act.at } }),
  "replacement-decided": (_s, act) => ({
    replacement: { stage: "decided", replaces: act.data.replaces, by: act.by },
    outcome: act.data.outcome,
    decidedBy: act.by,
    posted: null,
  }),
};

function asked(
  s: DossierState,
  kind: Cooperation["kind"],
  act: Act<"consulted" | "handed-over">,
): Partial<DossierState> {
  const { id, unit, unitName, dueAt } = act.data;
  const one: Cooperation = { id, kind, unit, unitName, askedAt: act.at, dueAt, answeredAt: null, reported: false };
  return { cooperations: [...s.cooperations, one] };
}

const changed = (s: DossierState, id: string, change: Partial<Cooperation>): Partial<DossierState> => ({
  cooperations: s.cooperations.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

/** What is asked and not answered yet. */
export const openCooperations = (state: Pick<DossierState, "cooperations">): readonly Cooperation[] =>
  state.cooperations.filter(({ answeredAt }) => answeredAt === null);

/** Papers of which the office holds the originals. */
export const originalsInHand = (state: Pick<DossierState, "originals">): readonly Original[] =>
  state.originals.filter(({ returnedAt }) => returnedAt === null);

/** The runs of the clock after an act: a restart closes one and opens another. */
export function followClock(before: DossierState, after: DossierState, at: Instant): readonly ClockRun[] {
  const runs = before.clockRuns;
  const last = runs.at(-1);
  const earlier = last ? runs.slice(0, -1) : runs;
  const same = before.clockFrom === after.clockFrom;
  if (same && last && last.until === null) {
    const until = after.endedAt !== null && before.endedAt === null ? after.endedAt : null;
    return until !== null || last.dueAt !== after.dueAt ? [...earlier, { ...last, dueAt: after.dueAt, until }] : runs;
  }
  if (same) return runs;
  const closed = last && last.until === null ? [...earlier, { ...last, until: at }] : runs;
  return after.clockFrom === null ? closed : [...closed, { from: after.clockFrom, until: null, dueAt: after.dueAt }];
}
