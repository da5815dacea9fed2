import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Edition } from "../definition/index.ts";
import type { OfficeRole } from "../permission/roles.ts";
import type { ActKind, Actor } from "./acts.ts";
import { caseworkBar } from "./casework-acts.ts";
import type { DossierState, Status } from "./derive.ts";
import { lifeBar } from "./life-rules.ts";
import { openCooperations } from "./life-steps.ts";
import { statusName } from "./names.ts";

/** Acts a person may choose; the others follow from the system (payment, acknowledgement). */
export type ChosenAct = Exclude<
  ActKind,
  | "filed"
  | "acknowledged"
  | "fee-set"
  | "fee-paid"
  | "fee-waived"
  | "fee-reopened"
  | "due-moved"
  | "rerouted"
  | "consultation-overdue"
>;
/** Why an act may not be done, in words for the person who tried. */
export type ActRefusal = {
  readonly kind: "not-now" | "not-you" | "own-dossier" | "relative" | "same-person" | "needs-approval";
  readonly text: Text;
};
/** The dossier as permission sees it. */
export type Subject = {
  readonly state: DossierState;
  readonly edition: Edition;
  readonly unit: string;
  readonly ownerNumber: string;
  /** Whether whoever acts is of the owner's family, as the register knows it. */
  readonly related: boolean;
  /** How often the appointment may be moved by the law of the dossier's day; once where it is not said. */
  readonly reappointmentsMost?: number;
};

/** What an actor may not be to the dossier, however fit their post is. */
type Bar = "owner" | "relative" | "proposer";
type Rule = {
  readonly in: readonly Status[];
  /** Who: the filer, or a post in the dossier's unit with one of these roles. */
  readonly role: (edition: Edition) => readonly OfficeRole[] | "filer";
  readonly never: readonly Bar[];
  /** The post is not in the dossier's unit but in one that was asked to work with it, and has not answered. */
  readonly from?: "opinion" | "leg";
};

const roleOf = (edition: Edition, step: Edition["steps"][number]["key"]): readonly OfficeRole[] =>
  edition.steps.filter((s) => s.key === step).map((s) => s.role);
/** Any role that examines: whoever looks at the dossier may find that something is missing. */
const examiners = (edition: Edition): readonly OfficeRole[] => [
  ...new Set(edition.steps.map((s) => s.role).filter((r) => r !== "clerk")),
];

const FILER = { role: () => "filer" as const, never: [] };
const office = (role: (edition: Edition) => readonly OfficeRole[], ...more: readonly Bar[]) => ({
  role,
  never: ["owner", "relative", ...more] as const,
});
const doing = (step: Edition["steps"][number]["key"], ...more: readonly Bar[]) =>
  office((edition) => roleOf(edition, step), ...more);

/** Several steps of the procedure: whoever does one of them. */
const doingAny = (...steps: readonly Edition["steps"][number]["key"][]) =>
  office((edition) => steps.flatMap((step) => roleOf(edition, step)));
/** Officers of an office that was asked. */
const asked = (from: "opinion" | "leg") => ({ ...office(() => ["caseOfficer", "unitLead", "signer"]), from });
const IN_WORK: readonly Status[] = ["accepted", "assigned", "proposed", "decided", "signed", "numbered"];
const OPEN: readonly Status[] = ["filed", "supplement-awaited", ...IN_WORK];
const EVER: readonly Status[] = [...OPEN, "issued", "returned", "refused", "withdrawn", "stopped"];

/** The table is the rule: in which states an act may be done, by which role, and by whom not. */
const RULES: { readonly [K in ChosenAct]: Rule } = {
  accepted: { in: ["filed"], ...doing("accept") },
  "refused-intake": { in: ["filed"], ...doing("accept") },
  "supplement-requested": { in: ["filed", "accepted", "assigned", "proposed"], ...office(examiners) },
  "clock-paused": { in: ["accepted", "assigned", "proposed", "decided"], ...doing("decide") },
  "clock-resumed": { in: ["accepted", "assigned", "proposed", "decided"], ...doing("decide") },
  supplemented: { in: ["supplement-awaited"], ...FILER },
  assigned: { in: ["accepted", "assigned"], ...doing("assign") },
  proposed: { in: ["assigned"], ...doing("propose") },
  decided: { in: ["proposed"], ...doing("decide", "proposer") },
  signed: { in: ["decided"], ...doing("sign") },
  numbered: { in: ["signed"], ...doing("number") },
  issued: { in: ["numbered"], ...doing("issue") },
  returned: { in: ["issued"], ...doing("return") },
  stopped: { in: ["accepted", "assigned", "proposed", "decided", "supplement-awaited"], ...doing("decide") },
  withdrawn: { in: ["filed", "supplement-awaited", "accepted", "assigned", "proposed", "decided"], ...FILER },
  corrected: { in: ["returned"], ...FILER },
  cancelled: { in: ["returned"], ...FILER },
  "supplement-approved": { in: ["filed"], ...office(() => ["unitLead", "deskHead"]) },
  transferred: { in: ["filed", "accepted"], ...doing("accept") },
  consulted: { in: ["assigned", "proposed"], ...doingAny("assign", "propose") },
  "consultation-answered": { in: OPEN, ...asked("opinion") },
  "handed-over": { in: ["accepted", "assigned"], ...doingAny("accept", "assign") },
  "handed-back": { in: OPEN, ...asked("leg") },
  reappointed: { in: IN_WORK, ...doingAny("assign", "sign") },
  "originals-taken": { in: ["filed", "supplement-awaited", "accepted", "assigned", "proposed"], ...doing("accept") },
  "originals-returned": { in: EVER, ...doingAny("accept", "return") },
  posted: { in: ["issued"], ...doing("return") },
  "replacement-decided": { in: ["issued", "returned"], ...doing("decide") },
  claimed: { in: ["accepted"], ...doing("propose") },
  "passed-on": { in: ["assigned"], ...doing("propose") },
  "requirements-checked": { in: ["filed", "accepted", "assigned", "proposed"], ...office(examiners) },
  "returned-to-officer": { in: ["proposed", "decided"], ...doing("decide") },
};

/** Whether `actor` may do `act` now; the refusal says what stands in the way and what the dossier waits for. */
export function mayAct(act: ChosenAct, subject: Subject, actor: Actor): Result<true, ActRefusal> {
  const rule = RULES[act];
  const { state, edition } = subject;
  const roles = rule.role(edition);
  if (roles === "filer") {
    if (!isFiler(subject, actor))
      return refuse(
        "not-you",
        "Chỉ người nộp hồ sơ mới thực hiện được việc này.",
        "Only the person who filed may do this.",
      );
  } else {
    if (actor.as !== "officer" || !isAtWork(rule, subject, actor)) {
      return refuse("not-you", "Hồ sơ do đơn vị khác giải quyết.", "Another unit handles this dossier.");
    }
    if (!roles.some((role) => actor.roles?.includes(role))) {
      return refuse(
        "not-you",
        "Vị trí công tác của đồng chí không có quyền thực hiện bước này.",
        "Your post does not include this step.",
      );
    }
    if (rule.never.includes("owner") && actor.number !== undefined && actor.number === subject.ownerNumber) {
      return refuse(
        "own-dossier",
        "Không ai được giải quyết hồ sơ của chính mình. Đề nghị chuyển đồng chí khác.",
        "Nobody may handle their own dossier. Hand it to a colleague.",
      );
    }
    if (rule.never.includes("relative") && subject.related) {
      return refuse(
        "relative",
        "Đây là hồ sơ của người thân trong gia đình đồng chí. Đề nghị chuyển đồng chí khác.",
        "This is the dossier of a member of your family. Hand it to a colleague.",
      );
    }
  }
  if (!rule.in.includes(turnOf(act, state))) {
    const now = statusName(turnOf(act, state));
    return refuse(
      "not-now",
      `Hồ sơ đang ở trạng thái “${now.vi}” nên chưa thực hiện được việc này.`,
      `The dossier is “${now.en}”, so this cannot be done now.`,
    );
  }
  if (act === "clock-paused" && (state.clockFrom === null || state.pausedSince !== null))
    return refuse("not-now", "Thời hạn đang không chạy.", "The clock does not run.");
  if (act === "clock-resumed" && state.pausedSince === null)
    return refuse("not-now", "Thời hạn không bị tạm dừng.", "The clock is not paused.");
  if ((act === "corrected" || act === "cancelled") && edition.handling !== "on-the-spot") {
    return refuse(
      "not-now",
      "Kết quả của thủ tục này chỉ do cơ quan có thẩm quyền sửa đổi.",
      "Only the authority may change the result of this procedure.",
    );
  }
  if (rule.never.includes("proposer") && state.proposedBy?.account === actor.account) {
    return refuse(
      "same-person",
      "Người đề xuất không đồng thời là người quyết định.",
      "Whoever proposed may not also decide.",
    );
  }
  const bar = lifeBar(act, subject, actor) ?? caseworkBar(act, subject, actor);
  return bar ? fail(bar) : ok(true);
}

/** Acts that a result which replaces a wrong one goes through once more, while its dossier stays issued or returned. */
const OF_RESULT: ReadonlySet<ChosenAct> = new Set<ChosenAct>(["signed", "numbered", "issued", "returned", "posted"]);
const turnOf = (act: ChosenAct, { status, replacement }: DossierState): Status =>
  replacement && OF_RESULT.has(act) ? replacement.stage : status;

/** Whether the officer's unit is the dossier's, or one that was asked for this very thing and has not answered. */
const isAtWork = (rule: Rule, { unit, state }: Subject, actor: Actor): boolean =>
  rule.from === undefined
    ? actor.unit === unit
    : openCooperations(state).some((one) => one.kind === rule.from && one.unit === actor.unit);

/** The acts that may be offered to this person now. */
export const actsAllowed = (subject: Subject, actor: Actor): readonly ChosenAct[] =>
  (Object.keys(RULES) as ChosenAct[]).filter((act) => mayAct(act, subject, actor).ok);

/** The filer, or anybody acting for the same owner: an organisation's other representative, the person themselves. */
const isFiler = (subject: Subject, actor: Actor): boolean => {
  const { filer } = subject.state;
  if (filer.as === "organisation") return filer.organisation !== undefined && filer.organisation === actor.organisation;
  // Whoever filed for a minor or ward goes on with it only while the right to act for them lasts; then they do so themselves.
  if (filer.for) {
    const { number } = filer.for;
    return actor.as === "person" && (actor.for ? actor.for.number === number : actor.number === number);
  }
  // Whoever filed at a desk before they ever signed in is known by their number.
  const isSame = actor.account === filer.account || (filer.number !== undefined && filer.number === actor.number);
  return actor.as === "person" && isSame;
};

const refuse = (kind: ActRefusal["kind"], vi: string, en: string): Result<true, ActRefusal> =>
  fail({ kind, text: text(vi, en) });
