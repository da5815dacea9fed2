import { Hono } from "hono";
import { text } from "../../kernel/text.ts";
import { findEvidence } from "../../modules/dossiers/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { mine } from "./dossier/mine.ts";

/** The evidence of one's own dossier: a small file that anybody can check offline. */
export function evidencePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/bang-chung.json", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const evidence = await findEvidence(deps.db, found.view, found.session.account);
    if (!evidence) throw notYet();
    c.header("content-disposition", `attachment; filename="bang-chung-${found.view.row.code}.json"`);
    return c.body(`${JSON.stringify(evidence, null, 2)}\n`, 200, { "content-type": "application/json" });
  });

  return app;
}

const notYet = (): PageProblem =>
  new PageProblem(
    404,
    text("Chưa có bằng chứng", "No evidence yet"),
    text(
      "Hồ sơ đã được ghi nhận nhưng chưa vào điểm kiểm tra nào đã ký. Vui lòng thử lại sau vài phút.",
      "The dossier is recorded, but no signed checkpoint covers it yet. Please try again in a few minutes.",
    ),
  );
