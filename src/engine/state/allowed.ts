import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Edition, Role } from "../definition/index.ts";
import type { ActKind, Actor } from "./acts.ts";
import type { DossierState, Status } from "./derive.ts";
import { statusName } from "./names.ts";

/** Acts a person may choose; the others follow from the system (payment, acknowledgement). */
export type ChosenAct = Exclude<ActKind, "filed" | "acknowledged" | "fee-set" | "fee-paid">;
/** Why an act may not be done, in words for the person who tried. */
export type ActRefusal = { readonly kind: "not-now" | "not-you" | "own-dossier" | "same-person"; readonly text: Text };
/** The dossier as permission sees it. */
export type Subject = {
  readonly state: DossierState;
  readonly edition: Edition;
  readonly unit: string;
  readonly ownerNumber: string;
};

type Rule = { readonly in: readonly Status[]; readonly role: (edition: Edition) => readonly Role[] | "filer" };

const roleOf = (edition: Edition, step: Edition["steps"][number]["key"]): readonly Role[] =>
  edition.steps.filter((s) => s.key === step).map((s) => s.role);
/** Any role that examines: whoever looks at the dossier may find that something is missing. */
const examiners = (edition: Edition): readonly Role[] => [
  ...new Set(edition.steps.map((s) => s.role).filter((r) => r !== "clerk")),
];

/** The table is the rule: in which states an act may be done, and by whom. */
const RULES: { readonly [K in ChosenAct]: Rule } = {
  accepted: { in: ["filed"], role: (e) => roleOf(e, "accept") },
  "refused-intake": { in: ["filed"], role: (e) => roleOf(e, "accept") },
  "supplement-requested": { in: ["filed", "accepted", "assigned", "proposed"], role: examiners },
  supplemented: { in: ["supplement-awaited"], role: () => "filer" },
  assigned: { in: ["accepted", "assigned"], role: (e) => roleOf(e, "assign") },
  proposed: { in: ["assigned"], role: (e) => roleOf(e, "propose") },
  decided: { in: ["proposed"], role: (e) => roleOf(e, "decide") },
  signed: { in: ["decided"], role: (e) => roleOf(e, "sign") },
  numbered: { in: ["signed"], role: (e) => roleOf(e, "number") },
  issued: { in: ["numbered"], role: (e) => roleOf(e, "issue") },
  returned: { in: ["issued"], role: (e) => roleOf(e, "return") },
  stopped: {
    in: ["accepted", "assigned", "proposed", "decided", "supplement-awaited"],
    role: (e) => roleOf(e, "decide"),
  },
  withdrawn: {
    in: ["filed", "supplement-awaited", "accepted", "assigned", "proposed", "decided"],
    role: () => "filer",
  },
  corrected: { in: ["returned"], role: () => "filer" },
  cancelled: { in: ["returned"], role: () => "filer" },
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
    if (actor.as !== "officer" || actor.unit !== subject.unit) {
      return refuse("not-you", "Hồ sơ do đơn vị khác giải quyết.", "Another unit handles this dossier.");
    }
    if (!roles.some((role) => actor.roles?.includes(role))) {
      return refuse(
        "not-you",
        "Vị trí công tác của đồng chí không có quyền thực hiện bước này.",
        "Your post does not include this step.",
      );
    }
    if (actor.number !== undefined && actor.number === subject.ownerNumber) {
      return refuse(
        "own-dossier",
        "Không ai được giải quyết hồ sơ của chính mình. Đề nghị chuyển đồng chí khác.",
        "Nobody may handle their own dossier. Hand it to a colleague.",
      );
    }
  }
  if (!rule.in.includes(state.status)) {
    const now = statusName(state.status);
    return refuse(
      "not-now",
      `Hồ sơ đang ở trạng thái “${now.vi}” nên chưa thực hiện được việc này.`,
      `The dossier is “${now.en}”, so this cannot be done now.`,
    );
  }
  if ((act === "corrected" || act === "cancelled") && edition.handling !== "on-the-spot") {
    return refuse(
      "not-now",
      "Kết quả của thủ tục này chỉ do cơ quan có thẩm quyền sửa đổi.",
      "Only the authority may change the result of this procedure.",
    );
  }
  if (act === "decided" && state.proposedBy?.account === actor.account) {
    return refuse(
      "same-person",
      "Người đề xuất không đồng thời là người quyết định.",
      "Whoever proposed may not also decide.",
    );
  }
  return ok(true);
}

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
  return actor.as === "person" && actor.account === filer.account;
};

const refuse = (kind: ActRefusal["kind"], vi: string, en: string): Result<true, ActRefusal> =>
  fail({ kind, text: text(vi, en) });
