import { type Text, text } from "../../kernel/text.ts";
import type { Act } from "./acts.ts";
import type { ActRefusal, ChosenAct, Subject } from "./allowed.ts";
import type { DossierState } from "./derive.ts";

/** Acts of the work on a case within one office: who works on it, what was found, and what a leader hands back. */

/** What an examiner found of one requirement. */
export type Finding = {
  /** `paper:<key>`, `page:<key>`, `person:<place>` or `ground:<key>`, as the edition of the dossier names it. */
  readonly requirement: string;
  readonly title: string;
  readonly verdict: "met" | "not-met" | "not-applicable";
  /** Always there where it is not met. */
  readonly reason: string;
  readonly basis: string;
  /** The answer that has to be put right, where it is one. */
  readonly field?: string;
};

export type CaseworkActData = {
  /** An examiner takes a dossier of the unit on which nobody works. */
  claimed: { readonly to: string; readonly toName: string };
  /** Whoever works on a dossier hands it to a colleague. */
  "passed-on": { readonly to: string; readonly toName: string; readonly reason: string };
  /** Requirement by requirement; a later examination stands beside the earlier, which stays readable. */
  "requirements-checked": { readonly findings: readonly Finding[] };
  /** The one who decides hands a proposal, or a decision that nobody signed yet, back to whoever examines. */
  "returned-to-officer": { readonly reason: string };
};
type CaseworkActKind = keyof CaseworkActData;

/** The part of the state that these acts write. */
export type CaseworkState = {
  readonly examination: {
    readonly seq: number;
    readonly at: number;
    readonly by: string;
    readonly findings: readonly Finding[];
  } | null;
  /** The last words with which a proposal came back, until a new one is made. */
  readonly handedBack: { readonly by: string; readonly at: number; readonly reason: string } | null;
};
export const CASEWORK_START: CaseworkState = { examination: null, handedBack: null };

type Step<K extends CaseworkActKind> = (state: DossierState, act: Act<K>) => Partial<DossierState>;
export const CASEWORK_STEPS: { readonly [K in CaseworkActKind]: Step<K> } = {
  claimed: (_s, act) => ({ status: "assigned", assignedTo: { account: act.data.to, name: act.data.toName } }),
  "passed-on": (_s, act) => ({ assignedTo: { account: act.data.to, name: act.data.toName } }),
  "requirements-checked": (_s, act) => ({
    examination: { seq: act.seq, at: act.at, by: act.by.name, findings: act.data.findings },
  }),
  // An office that took the dossier over meanwhile assigns it anew.
  "returned-to-officer": (s, act) => ({
    status: s.assignedTo ? "assigned" : "accepted",
    outcome: null,
    proposedBy: null,
    decidedBy: null,
    handedBack: { by: act.by.name, at: act.at, reason: act.data.reason },
  }),
};

/** What stands in the way of these acts beyond status and role. */
export function caseworkBar(
  act: ChosenAct,
  { state }: Subject,
  actor: { readonly account: string; readonly delegatedBy?: string },
): ActRefusal | null {
  const held = state.assignedTo;
  if (act === "claimed" && held !== null && held.account !== actor.account) return notNow(taken(held.name));
  // Whoever stands in for a colleague may pass on what the colleague works on.
  if (act === "passed-on" && held?.account !== actor.account && actor.delegatedBy === undefined)
    return { kind: "not-you", text: NOT_YOURS };
  return null;
}

const notNow = (words: Text): ActRefusal => ({ kind: "not-now", text: words });
const taken = (name: string): Text =>
  text(
    `Hồ sơ đã giao cho ${name}. Đề nghị lãnh đạo phân công lại nếu cần.`,
    `${name} works on it. Ask the lead to assign it anew if needed.`,
  );
const NOT_YOURS = text(
  "Chỉ người đang thụ lý mới chuyển giao hồ sơ; lãnh đạo thì phân công lại.",
  "Only whoever works on the dossier passes it on; the lead assigns it anew.",
);
