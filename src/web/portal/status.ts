import { CLOCK_ENDED, type Status, statusName } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { DueState, Tone } from "../ui/index.ts";

/** The colour of a status; the words always stand beside it. */
const TONES: Readonly<Record<Status, Tone>> = {
  filed: "waiting",
  "supplement-awaited": "attention",
  accepted: "progress",
  assigned: "progress",
  proposed: "progress",
  decided: "progress",
  signed: "progress",
  numbered: "progress",
  issued: "done",
  returned: "done",
  refused: "refused",
  withdrawn: "neutral",
  stopped: "refused",
};
export const statusTag = (status: Status) => ({ label: statusName(status), tone: TONES[status] });

const SOON_MS = 24 * 3_600_000;

/** How a dossier stands with its time: running, nearly over, over, or standing still. */
export function dueState(
  row: { readonly status: Status; readonly dueAt: Instant | null; readonly closedAt: Instant | null },
  now: Instant,
): DueState {
  if (row.dueAt === null) return "paused";
  if (CLOCK_ENDED.has(row.status)) return (row.closedAt ?? now) > row.dueAt ? "overdue-done" : "in-time";
  if (now > row.dueAt) return "late";
  return row.dueAt - now < SOON_MS ? "soon" : "on-time";
}
