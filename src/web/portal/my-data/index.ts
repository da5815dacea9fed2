import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { lookPages } from "./looks.tsx";
import { ownDataPages } from "./own-data.tsx";
import { questionPages } from "./questions.tsx";
import { requestPages } from "./requests.tsx";

/** What a person may see and ask about their data: who looked, questions, requests, and everything to take away. */
export function myDataPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", lookPages(deps));
  app.route("/", questionPages(deps));
  app.route("/", requestPages(deps));
  app.route("/", ownDataPages(deps));
  return app;
}
