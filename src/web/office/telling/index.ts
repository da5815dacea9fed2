import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { callPages } from "./calls.tsx";
import { letterPages } from "./letters.tsx";

/** What people of the office do to reach somebody: letters to post, citizens to ring up. */
export function tellingPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", callPages(deps));
  app.route("/", letterPages(deps));
  return app;
}
