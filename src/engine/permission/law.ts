import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Actor } from "../state/acts.ts";
import type { OfficeRole } from "./roles.ts";

/** What may be done with a proposal to change the law as it is entered. */
export type LawAct = "submitted" | "withdrawn" | "returned" | "published";
/** Where a proposal stands: written, waiting for a second person, or ended. */
export type ProposalState = "draft" | "submitted" | "withdrawn" | "returned" | "published";

const RULES: {
  readonly [A in LawAct]: { readonly in: ProposalState; readonly role: OfficeRole; readonly by: "author" | "another" };
} = {
  submitted: { in: "draft", role: "lawEditor", by: "author" },
  withdrawn: { in: "submitted", role: "lawEditor", by: "author" },
  returned: { in: "submitted", role: "lawApprover", by: "another" },
  published: { in: "submitted", role: "lawApprover", by: "another" },
};

/** Whether `actor` may do this to a proposal of `author`: nobody approves what they proposed, under any account of theirs. */
export function mayActOnLaw(
  act: LawAct,
  proposal: { readonly state: ProposalState; readonly author: Pick<Actor, "account" | "number"> },
  actor: Actor,
): Result<true, Text> {
  const rule = RULES[act];
  const { author } = proposal;
  const own = author.account === actor.account || (author.number !== undefined && author.number === actor.number);
  if (actor.as !== "officer" || !actor.roles?.includes(rule.role))
    return fail(
      text("Vị trí công tác của đồng chí không có quyền thực hiện việc này.", "Your post does not include this."),
    );
  if (rule.by === "author" && !own)
    return fail(text("Chỉ người soạn mới thực hiện được việc này.", "Only the author may do this."));
  if (rule.by === "another" && own)
    return fail(
      text(
        "Người đề xuất không đồng thời là người phê duyệt. Đề nghị đồng chí khác xem xét.",
        "Whoever proposed may not approve. A colleague decides.",
      ),
    );
  if (proposal.state !== rule.in)
    return fail(
      text(
        "Đề xuất đã được xử lý. Đề nghị xem lại trạng thái.",
        "The proposal has been dealt with. Look at where it stands.",
      ),
    );
  return ok(true);
}
