import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Language } from "../kernel/text.ts";
import { beginRequest, continueAs, readKioskCookie, readSessionCookie } from "../modules/access/index.ts";
import { apiDoor } from "./api/index.ts";
import { trackerDoor } from "./api/tracker.ts";
import type { Ctx, Vars, WebDeps } from "./context.ts";
import { deskPages } from "./desk/index.ts";
import { assetPages } from "./doors/assets.ts";
import { securityHeaders } from "./doors/headers.ts";
import { visitorLimits } from "./doors/limits.ts";
import { logFiles } from "./doors/log-files.ts";
import { oneOrigin } from "./doors/one-origin.ts";
import { problemPage } from "./doors/problems.tsx";
import { officePages } from "./office/index.ts";
import { portalPages } from "./portal/index.ts";

/** All doors of the house. The same application answers on a socket and, in tests, to a request without one. */
export function createWeb(deps: WebDeps): Hono<{ Variables: Vars }> {
  const app = new Hono<{ Variables: Vars }>();
  // A line a request, made of nothing personal: what looks for personal members in other lines has nothing to find here.
  const requests = deps.log.child({}, { redact: [] });

  const secure = deps.settings.publicUrl.startsWith("https:");

  app.route("/", assetPages(deps));
  app.use("*", (_c, next) => beginRequest(next));
  app.use("*", async (c, next) => {
    c.set("requestId", randomUUID());
    c.set("session", null);
    c.set("kiosk", readKioskCookie(c.req.header("cookie"), { secure }));
    c.set("lang", languageOf(c.req.path));
    const started = performance.now();
    await next();
    securityHeaders(c, deps.settings);
    requests.info(
      {
        request: c.get("requestId"),
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      "request",
    );
  });
  app.onError((error, c) => problemPage(deps, c as Ctx, error));
  app.notFound((c) => problemPage(deps, c as Ctx, null));

  const limits = visitorLimits(deps);
  app.use("/api/*", limits.machines);
  app.route("/api/v1", apiDoor(deps, { requestsPerMinute: deps.settings.apiRequestsPerMinute }));
  app.route("/api/tracker", trackerDoor(deps));

  app.route("/log", logFiles(deps));

  app.use("*", oneOrigin(deps.settings));
  app.use("*", async (c, next) => {
    const token = readSessionCookie(c.req.header("cookie"), { secure });
    if (token) {
      const session = await deps.access.findSession(token);
      c.set("session", session);
      if (session) {
        continueAs(session);
        await deps.access.keepAlive(session);
      }
    }
    await next();
  });
  app.use("*", limits.pages);
  const portal = portalPages(deps);
  app.route("/desk", deskPages(deps));
  app.route("/en/desk", deskPages(deps));
  app.route("/office", officePages(deps));
  app.route("/en/office", officePages(deps));
  app.route("/en", portal);
  app.route("/", portal);
  return app;
}

const languageOf = (path: string): Language => (path === "/en" || path.startsWith("/en/") ? "en" : "vi");
