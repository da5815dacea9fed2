import { text } from "../../kernel/text.ts";
import { actorOf } from "../../modules/access/index.ts";
import type { AtDesk } from "../../modules/reception/index.ts";
import type { Ctx } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { type Officer, officerOf } from "../office/guard.ts";

/** The officer of a reception desk, or the redirect to sign in as one. @throws PageProblem 403 for other posts */
export function deskOfficerOf(c: Ctx): Officer | Response {
  const officer = officerOf(c);
  if (officer instanceof Response || officer.post.roles.includes("deskOfficer")) return officer;
  throw new PageProblem(
    403,
    text("Bàn tiếp nhận dành cho cán bộ Bộ phận Một cửa", "The reception desk is for desk officers"),
    text(
      "Vị trí công tác của đồng chí không có việc tiếp nhận hồ sơ. Nếu được phân công, đề nghị người phụ trách ủy quyền vị trí rồi đăng nhập lại.",
      "Your post does not receive dossiers. If you were assigned to the desk, have the post delegated to you and sign in again.",
    ),
  );
}

export const atDesk = (officer: Officer): AtDesk => ({
  officeProvince: officer.post.unit.provinceCode,
  unit: officer.post.unit.id,
  agencyCode: officer.post.unit.agencyCode,
  actor: actorOf(officer),
});
