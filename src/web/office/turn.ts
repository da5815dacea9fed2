import type { Procedure, Step } from "../../engine/definition/index.ts";
import type { OfficeRole } from "../../engine/permission/index.ts";
import type { Status } from "../../engine/state/index.ts";

/** The state in which each step of the office has its turn. */
const WAITS_FOR: { readonly [K in Step["key"]]: Status } = {
  accept: "filed",
  assign: "accepted",
  propose: "assigned",
  decide: "proposed",
  sign: "decided",
  number: "signed",
  issue: "numbered",
  return: "issued",
};

/** The states of dossiers that wait for somebody in one of these roles. */
export function statusesOfTurn(procedures: readonly Procedure[], roles: readonly OfficeRole[]): readonly Status[] {
  const steps = procedures.flatMap((procedure) => procedure.editions.flatMap((edition) => edition.steps));
  return [...new Set(steps.filter((step) => roles.includes(step.role)).map((step) => WAITS_FOR[step.key]))];
}
