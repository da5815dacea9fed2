import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { checkPages } from "./check.tsx";
import { itemPages } from "./item.tsx";
import { questionPages } from "./page.tsx";
import { paperPages } from "./papers.tsx";
import { printPages } from "./print.ts";
import { sheetPages } from "./sheet.tsx";

/** A draft from the first question to the receipt. */
export function draftPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", sheetPages(deps));
  app.route("/", itemPages(deps));
  app.route("/", paperPages(deps));
  app.route("/", printPages(deps));
  app.route("/", checkPages(deps));
  app.route("/", questionPages(deps));
  return app;
}
