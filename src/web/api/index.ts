import { Hono } from "hono";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { beginRequest } from "../../modules/access/index.ts";
import { isAwayForNow } from "../../platform/trouble.ts";
import type { Vars, WebDeps } from "../context.ts";
import { actDoors } from "./acts.ts";
import { bankDoors } from "./bank.ts";
import { createBearer } from "./bearer.ts";
import { calculationDoors } from "./calculation-doors.ts";
import { dossierDoors } from "./dossiers.ts";
import { filingDoors } from "./filing.ts";
import { logDoors } from "./log-doors.ts";
import { describeApi } from "./openapi.ts";
import { type ApiContext, ApiProblem, answerProblem, notFoundProblem, troubleProblem, wrongMethod } from "./problem.ts";
import { procedureDoors } from "./procedures.ts";
import { createRateLimit } from "./rate-limit.ts";
import { smsDoors } from "./sms.ts";
import { verificationDoors } from "./verifications.ts";

export type ApiOptions = {
  /** How often one key may ask within a minute, in this process; 600 unless given. */
  readonly requestsPerMinute?: number;
};
const REQUESTS_PER_MINUTE = 600;

/** Every address and its methods; whatever else is asked there is answered 405. */
const ALLOWED: { readonly [path: string]: string } = {
  "/openapi.json": "GET",
  "/procedures": "GET",
  "/procedures/:code": "GET",
  "/dossiers": "POST",
  "/dossiers/:code": "GET",
  "/dossiers/:code/acts": "POST",
  "/dossiers/:code/documents": "GET",
  "/dossiers/:code/documents/:name": "GET",
  "/dossiers/:code/evidence": "GET",
  "/calculations/:name": "POST",
  "/log/checkpoint": "GET",
  "/log/proof": "GET",
  "/log/consistency": "GET",
  "/bank/notices": "POST",
  "/sms/reports": "POST",
  "/verifications": "POST",
  "/verifications/batch": "POST",
  "/verifications/keys": "GET",
};

/** The door for programs, mounted at /api/v1. Every refusal is a problem document in both languages. */
export function apiDoor(deps: WebDeps, options: ApiOptions = {}): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  // Also where this door stands alone: on behalf of nobody, until a key says otherwise.
  app.use("*", (_c, next) => beginRequest(next));
  const rateLimit = createRateLimit(options.requestsPerMinute ?? REQUESTS_PER_MINUTE);
  const bearer = createBearer({ access: deps.access, clock: deps.clock, rateLimit });

  app.onError((error, c) => answerProblem(c as ApiContext, problemOf(deps, c as ApiContext, error)));
  app.get("/openapi.json", documentOfTheDay(deps));
  app.route("/", procedureDoors(deps));
  app.route("/", filingDoors(deps, bearer));
  app.route("/", dossierDoors(deps, bearer));
  app.route("/", actDoors(deps, bearer));
  app.route("/", calculationDoors(deps));
  app.route("/", logDoors(deps, bearer));
  app.route("/", bankDoors(deps));
  app.route("/", smsDoors(deps));
  app.route("/", verificationDoors(deps, bearer, rateLimit));
  for (const [path, allow] of Object.entries(ALLOWED))
    app.all(path, (c) => answerProblem(c as ApiContext, wrongMethod(allow === "GET" ? "GET, HEAD" : allow)));
  app.all("*", (c) => answerProblem(c as ApiContext, notFoundProblem()));
  return app;
}

/** Made at the first asking of a day: the editions in force change at midnight. */
function documentOfTheDay(deps: WebDeps): (c: ApiContext) => Promise<Response> {
  let made: { readonly on: string; readonly body: string } | null = null;
  return async (c) => {
    const on = dayOfInstant(deps.clock.now());
    if (made?.on !== on) made = { on, body: JSON.stringify(await describeApi(deps)) };
    return c.body(made.body, 200, { "content-type": "application/json", "cache-control": "public, max-age=300" });
  };
}

function problemOf(deps: WebDeps, c: ApiContext, error: Error): ApiProblem {
  if (error instanceof ApiProblem) return error;
  deps.log.error({ err: error, request: c.get("requestId") }, "broken promise");
  return troubleProblem(c.get("requestId") ?? "", isAwayForNow(error));
}
