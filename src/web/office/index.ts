import { Hono } from "hono";
import type { Ctx, Vars, WebDeps } from "../context.ts";
import { href } from "../context.ts";
import { PageProblem } from "../errors.ts";
import { officeAssistPages } from "./assist.tsx";
import { bookPages } from "./books.tsx";
import { cooperationPages } from "./cooperation.tsx";
import { dataPages } from "./data/index.ts";
import { dayPages } from "./day/index.tsx";
import { delegationPages } from "./delegations.tsx";
import { waitingRoomPages } from "./desk/index.ts";
import { dossierPages } from "./dossier/index.tsx";
import { registerSearchPages } from "./dossier/register-search.tsx";
import { remarkPages } from "./dossier/remarks.tsx";
import { talkPages } from "./dossier/talk.tsx";
import { figurePages } from "./figures/index.tsx";
import { reportPages } from "./figures/reports.tsx";
import { scorePages } from "./figures/scores.tsx";
import { officerSession } from "./guard.ts";
import { hoursPages } from "./hours.tsx";
import { mandatePages } from "./mandates.tsx";
import { manyPages } from "./many/index.tsx";
import { moneyPages } from "./money/index.ts";
import { outagePages } from "./outages.tsx";
import { PASSKEYS, passkeyPages } from "./passkeys.tsx";
import { postPages } from "./posts.tsx";
import { officeProblem } from "./problem.tsx";
import { reconciliationPages } from "./reconciliation.tsx";
import { registerPages } from "./register/index.tsx";
import { regulationPages } from "./regulations/index.ts";
import { reminderPages } from "./reminders.tsx";
import { sealPages } from "./seals.tsx";
import { officeSessionPages } from "./sessions.tsx";
import { stayPages } from "./stays.tsx";
import { tellingPages } from "./telling/index.ts";
import { templatePages } from "./templates.tsx";
import { unitKeyPages } from "./unit-keys.tsx";
import { workPages } from "./work.tsx";

/** The way to show the second factor that an officer owes; null for whoever owes none. */
export async function secondFactorFirst(deps: WebDeps, c: Ctx): Promise<Response | null> {
  const officer = officerSession(c);
  const own = new URL(c.req.url).pathname.startsWith(href(c, PASSKEYS));
  const need = officer && !own ? await deps.access.secondFactorNeed(officer) : "none";
  if (need === "none") return null;
  const back = c.req.method === "GET" ? c.req.path + new URL(c.req.url).search : href(c, "/office");
  const way = need === "use" ? `${PASSKEYS}/dung` : PASSKEYS;
  return c.redirect(`${href(c, way)}?ve=${encodeURIComponent(back)}`, 303);
}

/** The officer's side of the house; mounted once in each language. */
export function officePages(deps: WebDeps): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  // What an officer may not see or do is said inside the office; everything else is the house's matter.
  app.onError((error, c) => {
    const officer = officerSession(c as Ctx);
    if (error instanceof PageProblem && officer) return officeProblem(deps, c as Ctx, officer, error);
    throw error;
  });
  // Whoever owes a second factor gets no further than to the pages where it is shown.
  app.use("*", async (c, next) => (await secondFactorFirst(deps, c as Ctx)) ?? next());
  app.get("/dang-nhap", (c) =>
    c.redirect(href(c, `/dang-nhap/can-bo?ve=${encodeURIComponent(href(c, "/office"))}`), 303),
  );
  app.route("/", workPages(deps));
  app.route("/", officeSessionPages(deps));
  app.route("/", manyPages(deps));
  app.route("/", dayPages(deps));
  app.route("/", templatePages(deps));
  app.route("/", bookPages(deps));
  app.route("/", cooperationPages(deps));
  app.route("/", dossierPages(deps));
  app.route("/", registerSearchPages(deps));
  app.route("/", figurePages(deps));
  app.route("/", reportPages(deps));
  app.route("/", scorePages(deps));
  app.route("/", registerPages(deps));
  app.route("/", moneyPages(deps));
  app.route("/", talkPages(deps));
  app.route("/", remarkPages(deps));
  app.route("/", tellingPages(deps));
  app.route("/", reconciliationPages(deps));
  app.route("/", stayPages(deps));
  app.route("/", sealPages(deps));
  app.route("/", regulationPages(deps));
  app.route("/", dataPages(deps));
  app.route("/", delegationPages(deps));
  app.route("/", postPages(deps));
  app.route("/", unitKeyPages(deps));
  app.route("/", passkeyPages(deps));
  app.route("/", mandatePages(deps));
  app.route("/", officeAssistPages(deps));
  app.route("/", hoursPages(deps));
  app.route("/", outagePages(deps));
  app.route("/", reminderPages(deps));
  app.route("/", waitingRoomPages(deps));
  return app;
}
