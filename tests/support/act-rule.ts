import type { Actor, ChosenAct, DossierState, Status, Subject } from "../../src/engine/state/index.ts";

/** Who may do what, when: the rule written again from the law's side, for tests that judge the engine by it. */

export const STATUSES: readonly Status[] = [
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
  "supplement-approved": { when: "filed", step: "superior" },
  transferred: { when: "filed accepted", step: "accept" },
  consulted: { when: "assigned proposed", step: "assign propose" },
  "handed-over": { when: "accepted assigned", step: "accept assign" },
  reappointed: { when: "accepted assigned proposed decided signed numbered", step: "assign sign" },
  "originals-taken": { when: "filed supplement-awaited accepted assigned proposed", step: "accept" },
  "originals-returned": { when: STATUSES.join(" "), step: "accept return" },
  posted: { when: "issued", step: "return" },
  "replacement-decided": { when: "issued returned", step: "decide" },
  claimed: { when: "accepted", step: "propose" },
  "passed-on": { when: "assigned", step: "propose" },
  "requirements-checked": { when: "filed accepted assigned proposed", step: "*" },
  "returned-to-officer": { when: "proposed decided", step: "decide" },
  "clock-paused": { when: "accepted assigned proposed decided", step: "decide" },
  "clock-resumed": { when: "accepted assigned proposed decided", step: "decide" },
};
/** Done in an office that was asked, by whoever examines or leads there. */
const ASKED: Readonly<Record<string, "opinion" | "leg">> = { "consultation-answered": "opinion", "handed-back": "leg" };
const FILER: Readonly<Record<string, string>> = {
  supplemented: "supplement-awaited",
  withdrawn: "filed supplement-awaited accepted assigned proposed decided",
  corrected: "returned",
  cancelled: "returned",
};
/** Every act a person may choose. */
export const ACTS = [...Object.keys(OFFICE), ...Object.keys(ASKED), ...Object.keys(FILER)] as ChosenAct[];

/** What the law asks of the dossier itself, whoever acts: 61/2018 art. 17, 19 and 21. */
function lawAllows(act: ChosenAct, { state, edition }: Subject, actor: Actor): boolean {
  const legs = state.cooperations.filter(({ kind }) => kind === "leg");
  const planned = edition.interlinked ?? [];
  const second = state.intakeSupplements > 0;
  switch (act) {
    case "supplement-requested":
      if (state.status !== "filed" || !second) return true;
      return state.supplementApproval !== null && state.supplementApproval.by.account !== actor.account;
    case "supplement-approved":
      return second && state.supplementApproval === null;
    case "transferred":
      return edition.handling === "examined";
    case "replacement-decided":
      return edition.handling === "examined" && state.replacement === null;
    case "handed-over":
      return legs.length < planned.length && legs.every(({ answeredAt }) => answeredAt !== null);
    case "proposed":
      return legs.filter(({ answeredAt }) => answeredAt !== null).length >= planned.length;
    case "reappointed":
      return state.dueAt !== null && state.reappointments === 0;
    case "originals-returned":
      return state.originals.some(({ returnedAt }) => returnedAt === null);
    case "posted":
      return state.posted === null;
    case "claimed":
      return state.assignedTo === null || state.assignedTo.account === actor.account;
    case "passed-on":
      return state.assignedTo?.account === actor.account || actor.delegatedBy !== undefined;
    default:
      return true;
  }
}
/** What takes a wrong result's place goes its own way while the dossier stays issued or returned. */
const stands = (act: ChosenAct, { status, replacement }: DossierState): Status =>
  replacement && ["signed", "numbered", "issued", "returned", "posted"].includes(act) ? replacement.stage : status;

/** Whether an act is allowed, by the rule written down a second time; it never asks the engine. */
export function independently(
  act: ChosenAct,
  { state, edition, unit, ownerNumber, related }: Subject,
  actor: Actor,
): boolean {
  const asked = ASKED[act];
  if (asked) {
    if (actor.as !== "officer" || related || (actor.number !== undefined && actor.number === ownerNumber)) return false;
    if (
      !"filed supplement-awaited accepted assigned proposed decided signed numbered".split(" ").includes(state.status)
    )
      return false;
    if (!(actor.roles ?? []).some((role) => ["caseOfficer", "unitLead", "signer"].includes(role))) return false;
    return state.cooperations.some(
      ({ kind, unit: to, answeredAt }) => kind === asked && to === actor.unit && answeredAt === null,
    );
  }
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
  if (!office.when.split(" ").includes(stands(act, state))) return false;
  if (!lawAllows(act, { state, edition, unit, ownerNumber, related }, actor)) return false;
  if (office.step === "superior") return (actor.roles ?? []).some((role) => role === "unitLead" || role === "deskHead");
  if (act === "clock-paused" && (state.clockFrom === null || state.pausedSince !== null)) return false;
  if (act === "clock-resumed" && state.pausedSince === null) return false;
  if (act === "decided" && state.proposedBy?.account === actor.account) return false;
  const entitled = new Set<string>();
  for (const { key, role } of edition.steps)
    if (office.step === "*" ? role !== "clerk" : office.step.split(" ").includes(key)) entitled.add(role);
  return (actor.roles ?? []).some((role) => entitled.has(role));
}
