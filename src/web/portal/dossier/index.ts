import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { filedPages } from "./filed.tsx";
import { ownFiles } from "./files.ts";
import { ownListPages } from "./list.tsx";
import { ownDossierPages } from "./show.tsx";

/** My dossiers, one dossier with its timeline, and its papers. */
export function dossierPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", ownListPages(deps));
  app.route("/", filedPages(deps));
  app.route("/", ownDossierPages(deps));
  app.route("/", ownFiles(deps));
  return app;
}
