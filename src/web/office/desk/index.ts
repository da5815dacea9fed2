import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { counterPages } from "./counter.tsx";
import { countersPages } from "./counters.tsx";
import { figurePages } from "./figures.tsx";
import { sessionPages } from "./session.tsx";
import { sessionsPages } from "./sessions.tsx";

/** The waiting room and the appointment book, as officers keep them. */
export function waitingRoomPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", counterPages(deps));
  app.route("/", countersPages(deps));
  app.route("/", figurePages(deps));
  app.route("/", sessionsPages(deps));
  app.route("/", sessionPages(deps));
  return app;
}
