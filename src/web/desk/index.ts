import { Hono } from "hono";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { officerSession } from "../office/guard.ts";
import { secondFactorFirst } from "../office/index.ts";
import { officeProblem } from "../office/problem.tsx";
import { donePages } from "./done.tsx";
import { enteredPages } from "./entered.tsx";
import { envelopePages } from "./envelopes.tsx";
import { helpPages } from "./help.tsx";
import { homePages } from "./home.tsx";
import { intakePages } from "./intake.tsx";
import { itemPages } from "./item.tsx";
import { lackingPages } from "./lacking.tsx";
import { personPages } from "./person.tsx";

/** The reception desk: from a scanned card to the printed receipt, by keyboard; mounted once in each language. */
export function deskPages(deps: WebDeps): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  app.onError((error, c) => {
    const officer = officerSession(c as Ctx);
    if (error instanceof PageProblem && officer) return officeProblem(deps, c as Ctx, officer, error);
    throw error;
  });
  app.use("*", async (c, next) => (await secondFactorFirst(deps, c as Ctx)) ?? next());
  app.route("/", homePages(deps));
  app.route("/", personPages(deps));
  app.route("/", enteredPages(deps));
  app.route("/", intakePages(deps));
  app.route("/", itemPages(deps));
  app.route("/", lackingPages(deps));
  app.route("/", donePages(deps));
  app.route("/", envelopePages(deps));
  app.route("/", helpPages(deps));
  return app;
}
