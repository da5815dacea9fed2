import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { wholeNumber } from "../../forms.ts";
import { sendFile } from "../draft/papers.tsx";

import { mine } from "./mine.ts";

/** The papers of a dossier, for its filer: the result, notices, what was sent. */
export function ownFiles(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/ket-qua.pdf", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const paper = await deps.printing.result(found.view);
    return sendFile(
      deps,
      c,
      paper
        ? { sha256: paper.sha256, name: `${paper.title} ${found.view.row.code}.pdf`, mediaType: "application/pdf" }
        : null,
      "attachment",
    );
  });

  app.get("/ho-so/:code/giay/:seq", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const seq = wholeNumber(c.req.param("seq").replace(/\.pdf$/, ""), 0, 100_000);
    const offered = deps.printing.available(found.view).find((paper) => paper.seq === seq);
    const paper = offered ? await deps.printing.notice(found.view, seq) : null;
    return sendFile(
      deps,
      c,
      paper && offered
        ? { sha256: paper.sha256, name: `${offered.title.vi} ${found.view.row.code}.pdf`, mediaType: "application/pdf" }
        : null,
      "attachment",
    );
  });

  app.get("/ho-so/:code/tep/:sha256", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    return sendFile(deps, c, found.view.row.papers.find((paper) => paper.sha256 === c.req.param("sha256")) ?? null);
  });

  return app;
}
