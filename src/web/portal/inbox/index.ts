import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { listPages } from "./list.tsx";
import { settingsPages } from "./settings.tsx";

/** What the offices told a person, and how they want to be told. */
export function inboxPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  // Settings stand before the messages: their address would else be read as a message's.
  app.route("/", settingsPages(deps));
  app.route("/", listPages(deps));
  return app;
}
