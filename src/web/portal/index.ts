import { Hono } from "hono";
import type { Vars, WebDeps } from "../context.ts";
import { actingPages } from "./acting.tsx";
import { answeringPages } from "./answering.tsx";
import { assistPages } from "./assist.tsx";
import { calculatorPages } from "./calculators/index.tsx";
import { connectionPages } from "./connections.tsx";
import { dossierPages } from "./dossiers.tsx";
import { draftPages } from "./draft/index.ts";
import { evidencePages } from "./evidence-file.ts";
import { homePages } from "./home.tsx";
import { kioskPages } from "./kiosk.tsx";
import { lawChangePages } from "./law-changes.tsx";
import { lookupPages } from "./lookup.tsx";
import { myDataPages } from "./my-data/index.ts";
import { oldAddressPages } from "./old-address.tsx";
import { paymentPages } from "./payment.tsx";
import { procedurePages } from "./procedure.tsx";
import { ratingPages } from "./rating.tsx";
import { signInPages } from "./sign-in.tsx";
import { startPages } from "./start.tsx";
import { transparencyPages } from "./transparency.tsx";

/** The citizen's side of the house; mounted once in each language. */
export function portalPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", homePages(deps));
  app.route("/", procedurePages(deps));
  app.route("/", signInPages(deps));
  app.route("/", startPages(deps));
  app.route("/", draftPages(deps));
  app.route("/", dossierPages(deps));
  app.route("/", evidencePages(deps));
  app.route("/", answeringPages(deps));
  app.route("/", connectionPages(deps));
  app.route("/", paymentPages(deps));
  app.route("/", ratingPages(deps));
  app.route("/", lookupPages(deps));
  app.route("/", myDataPages(deps));
  app.route("/", calculatorPages(deps));
  app.route("/", actingPages(deps));
  app.route("/", kioskPages(deps));
  app.route("/", assistPages(deps));
  app.route("/", lawChangePages(deps));
  app.route("/", oldAddressPages(deps));
  app.route("/", transparencyPages(deps));
  return app;
}
