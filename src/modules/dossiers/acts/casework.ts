import type { Edition } from "../../../engine/definition/index.ts";
import type { Answers, FormContext } from "../../../engine/form/index.ts";
import type { DossierState, Finding } from "../../../engine/state/index.ts";
import { ok } from "../../../kernel/result.ts";
import type { Doing } from "../act.ts";
import { requirementsOf } from "../requirements.ts";
import { incomplete } from "./intake.ts";

/** Who works on it, what was found requirement by requirement, and what comes back from the one who decides. */

export type FindingGiven = {
  readonly requirement: string;
  readonly verdict: Finding["verdict"] | null;
  readonly reason: string;
  readonly field: string;
};
export type CaseworkWanted =
  | { readonly act: "claimed" }
  | {
      readonly act: "passed-on";
      readonly to: { readonly account: string; readonly name: string } | null;
      readonly reason: string;
    }
  | { readonly act: "requirements-checked"; readonly findings: readonly FindingGiven[] }
  | { readonly act: "returned-to-officer"; readonly reason: string };

/** The context in which the answers of a dossier are read: the day of its filing, and who filed. */
export type FormOf = (state: Pick<DossierState, "filedAt" | "filer">) => FormContext;

/** How an act of the work on a case is done. */
export function doCasework(formOf: FormOf, wanted: CaseworkWanted) {
  switch (wanted.act) {
    case "claimed":
      return claim;
    case "passed-on":
      return passOn(wanted.to, wanted.reason);
    case "requirements-checked":
      return checkRequirements(formOf, wanted.findings);
    case "returned-to-officer":
      return returnToOfficer(wanted.reason);
  }
}

const claim: Doing<"claimed"> = async ({ actor }) => ok({ data: { to: actor.account, toName: actor.name } });

const passOn =
  (to: { account: string; name: string } | null, reason: string): Doing<"passed-on"> =>
  async ({ state }) => {
    if (to === null || to.account === state.assignedTo?.account)
      return incomplete("to", "Vui lòng chọn đồng nghiệp nhận hồ sơ.", "Choose the colleague who takes it.");
    if (reason.trim() === "")
      return incomplete("reason", "Vui lòng nêu lý do chuyển giao.", "Say why it is passed on.");
    return ok({ data: { to: to.account, toName: to.name, reason: reason.trim() } });
  };

const returnToOfficer =
  (reason: string): Doing<"returned-to-officer"> =>
  async () =>
    reason.trim() === ""
      ? incomplete("reason", "Vui lòng ghi rõ cần làm lại nội dung gì.", "Say what has to be done again.")
      : ok({ data: { reason: reason.trim() } });

const checkRequirements =
  (formOf: FormOf, given: readonly FindingGiven[]): Doing<"requirements-checked"> =>
  async ({ edition, dossier, state }) =>
    judged(edition, dossier.answers, formOf(state), given);

/** Every requirement has its verdict, and what is not met its reason: half a list would hide what was not looked at. */
function judged(edition: Edition, answers: Answers, form: FormContext, given: readonly FindingGiven[]) {
  const findings: Finding[] = [];
  for (const { key, title, basis, fields } of requirementsOf(edition, answers, form)) {
    const one = given.find(({ requirement }) => requirement === key);
    if (!one?.verdict)
      return incomplete(`${key}.verdict`, `Vui lòng đánh giá: ${title.vi}.`, `Judge this one: ${title.en}.`);
    const reason = one.reason.trim();
    if (one.verdict === "not-met" && reason === "")
      return incomplete(`${key}.reason`, `Vui lòng nêu vì sao chưa đạt: ${title.vi}.`, `Say why not: ${title.en}.`);
    const field = one.verdict === "not-met" && fields.some((known) => known.key === one.field) ? one.field : "";
    findings.push({
      requirement: key,
      title: title.vi,
      verdict: one.verdict,
      reason,
      basis,
      ...(field ? { field } : {}),
    });
  }
  return ok({ data: { findings } });
}
