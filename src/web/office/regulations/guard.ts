import type { OfficeRole } from "../../../engine/permission/index.ts";
import { text } from "../../../kernel/text.ts";
import type { Ctx } from "../../context.ts";
import { PageProblem } from "../../errors.ts";
import { type Officer, officerOf } from "../guard.ts";

export const keepsLaw = ({ post }: Officer): boolean => has(post.roles, "lawEditor") || has(post.roles, "lawApprover");
export const editsLaw = ({ post }: Officer): boolean => has(post.roles, "lawEditor");
const has = (roles: readonly OfficeRole[], role: OfficeRole): boolean => roles.includes(role);

/** The officer who keeps the law, or the redirect to sign in. @throws PageProblem for any other post */
export function lawKeeper(c: Ctx): Officer | Response {
  const officer = officerOf(c);
  if (officer instanceof Response || keepsLaw(officer)) return officer;
  throw notYours();
}

export const notYours = (): PageProblem =>
  new PageProblem(
    403,
    text("Đồng chí không phụ trách quy định", "Your post does not keep the law"),
    text(
      "Việc này dành cho người soạn và người phê duyệt quy định. Nếu được giao việc này, đề nghị đổi vị trí công tác hoặc liên hệ quản trị đơn vị.",
      "This is for those who propose and approve figures of the law. If that is your task, change your post or ask your administrator.",
    ),
  );
