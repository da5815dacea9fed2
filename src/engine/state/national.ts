import type { Instant } from "../../kernel/plain-date.ts";
import type { Status } from "./derive.ts";

/** The ten statuses of the national portal as a view of our acts, and how they may follow one another (one-stop-shop.md 1.4). */

/** 1 newly filed, 2 accepted, 3 not accepted, 4 in work, 5 supplement, 6 fee, 7 withdrawn, 8 stopped, 9 done, 10 returned. */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Which code may follow which: the portal refuses the others. */
export const NATIONAL_ARROWS: { readonly [S in NationalStatus]: readonly NationalStatus[] } = {
  1: [2, 3, 5, 7],
  2: [4, 5, 6, 7, 8],
  3: [],
  4: [5, 6, 7, 8, 9],
  5: [2, 4, 7, 8],
  6: [4, 7, 8, 9],
  7: [],
  8: [],
  9: [10],
  10: [],
};

/** Money is a machine of its own, so 6 never stands here: a fee that is due does not stop the work. */
const OF_STATUS: { readonly [S in Status]: NationalStatus } = {
  filed: 1,
  "supplement-awaited": 5,
  accepted: 2,
  assigned: 4,
  proposed: 4,
  decided: 4,
  signed: 4,
  numbered: 4,
  issued: 9,
  returned: 10,
  refused: 3,
  withdrawn: 7,
  stopped: 8,
};

/** The straight way. A dossier handled at once passes every code of it, and one handed to a colleague does not go back. */
const STRAIGHT: readonly NationalStatus[] = [1, 2, 4, 9, 10];

/** One code the portal is to be told, with the act that brought it. */
export type NationalStep = { readonly code: NationalStatus; readonly seq: number; readonly at: Instant };

/** The codes that an act adds, none where the portal's word for the dossier stays. */
export function nationalSteps(
  before: readonly NationalStep[],
  status: Status,
  act: { readonly seq: number; readonly at: Instant },
): readonly NationalStep[] {
  const now = before.at(-1)?.code;
  const codes = now === undefined ? [OF_STATUS[status]] : codesBetween(now, OF_STATUS[status]);
  return codes.map((code) => ({ code, seq: act.seq, at: act.at }));
}

function codesBetween(now: NationalStatus, wanted: NationalStatus): readonly NationalStatus[] {
  // What has ended for the portal stays so, whatever is still given back.
  if (NATIONAL_ARROWS[now].length === 0) return [];
  // A dossier that was completed waits with code 5 until it is accepted; not accepted after all, it is stopped.
  if (now === 5 && wanted === 1) return [];
  if (now === 5 && wanted === 3) return [8];
  const [from, to] = [STRAIGHT.indexOf(now), STRAIGHT.indexOf(wanted)];
  if (from >= 0 && to >= 0) return STRAIGHT.slice(from + 1, to + 1);
  return now === wanted ? [] : [wanted];
}

/** What the portal has answered to a step. */
export type Announcement = { readonly seq: number; readonly code: NationalStatus; readonly outcome: "sent" | "failed" };

/**
 * Synchronisation is a machine of its own: whether the national portal knows where the dossier stands.
 * @param since from when on dossiers are announced; null while no portal is connected
 */
export function syncOf(
  path: readonly NationalStep[],
  announced: readonly Announcement[],
  since: Instant | null,
): "not-due" | "waiting" | "sent" | "failed" {
  const due = since === null ? [] : path.filter(({ at }) => at >= since);
  if (due.length === 0) return "not-due";
  const outcomes = due.map(({ seq, code }) => {
    const tries = announced.filter((one) => one.seq === seq && one.code === code).map(({ outcome }) => outcome);
    return tries.includes("sent") ? "sent" : tries.includes("failed") ? "failed" : "waiting";
  });
  if (outcomes.includes("failed")) return "failed";
  return outcomes.includes("waiting") ? "waiting" : "sent";
}
