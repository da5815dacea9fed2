import { Hono } from "hono";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { href } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { dataPages } from "./data/index.ts";
import { dossierPages } from "./dossier/index.tsx";
import { registerSearchPages } from "./dossier/register-search.tsx";
import { officerSession } from "./guard.ts";
import { postPages } from "./posts.tsx";
import { officeProblem } from "./problem.tsx";
import { reconciliationPages } from "./reconciliation.tsx";
import { regulationPages } from "./regulations/index.ts";
import { sealPages } from "./seals.tsx";
import { stayPages } from "./stays.tsx";
import { workPages } from "./work.tsx";

/** The officer's side of the house; mounted once in each language. */
export function officePages(deps: WebDeps): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  // What an officer may not see or do is said inside the office; everything else is the house's matter.
  app.onError((error, c) => {
    const officer = officerSession(c as Ctx);
    if (error instanceof PageProblem && officer) return officeProblem(deps, c as Ctx, officer, error);
    throw error;
  });
  app.get("/dang-nhap", (c) =>
    c.redirect(href(c, `/dang-nhap/can-bo?ve=${encodeURIComponent(href(c, "/office"))}`), 303),
  );
  app.route("/", workPages(deps));
  app.route("/", dossierPages(deps));
  app.route("/", registerSearchPages(deps));
  app.route("/", reconciliationPages(deps));
  app.route("/", stayPages(deps));
  app.route("/", sealPages(deps));
  app.route("/", regulationPages(deps));
  app.route("/", dataPages(deps));
  app.route("/", postPages(deps));
  return app;
}
