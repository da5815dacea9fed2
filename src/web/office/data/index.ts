import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { breachPages } from "./breaches.tsx";
import { disposalPages } from "./disposal.tsx";
import { questionPages } from "./questions.tsx";
import { requestPages } from "./requests.tsx";
import { sealedPages } from "./sealed.tsx";

/** Personal data as the office answers for them: questions, requests, breaches, disposal, sealed readings. */
export function dataPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", questionPages(deps));
  app.route("/", requestPages(deps));
  app.route("/", breachPages(deps));
  app.route("/", disposalPages(deps));
  app.route("/", sealedPages(deps));
  return app;
}
