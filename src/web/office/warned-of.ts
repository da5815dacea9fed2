import type { WarnedOf } from "../../modules/dossiers/index.ts";
import type { WebDeps } from "../context.ts";
import type { Officer } from "./guard.ts";

export const REMINDERS = "/office/nhac-han";

/** Whom an officer at work is, to the warnings of a clock; a stand-in hears what the absent colleague would. */
export const warnedOf = async (deps: WebDeps, officer: Officer): Promise<WarnedOf> => {
  const { post } = officer;
  return {
    provinces: deps.catalogue.provincesOf(post.unit.id),
    unit: post.unit.id,
    accounts: await deps.access.worksFor(officer),
    leads: post.roles.includes("unitLead"),
    receives: post.roles.includes("deskOfficer"),
  };
};
