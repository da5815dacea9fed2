import type { WarnedOf } from "../../modules/dossiers/index.ts";
import type { WebDeps } from "../context.ts";
import type { Officer } from "./guard.ts";

export const REMINDERS = "/office/nhac-han";

/** Whom an officer at work is, to the warnings of a clock. */
export const warnedOf = (deps: WebDeps, { account, post }: Officer): WarnedOf => ({
  provinces: deps.catalogue.provincesOf(post.unit.id),
  unit: post.unit.id,
  account,
  leads: post.roles.includes("unitLead"),
  receives: post.roles.includes("deskOfficer"),
});
