import { ok } from "../../../kernel/result.ts";
import type { Doing } from "../act.ts";
import { incomplete } from "./intake.ts";

/** Examination: who works on it, what they propose, what is decided. */

export type Outcome = { readonly outcome: "grant" | "refuse"; readonly ground?: string; readonly reason: string };

export const assign =
  (to: { account: string; name: string } | null, suggested: string | null): Doing<"assigned"> =>
  async () =>
    to === null
      ? incomplete("to", "Vui lòng chọn cán bộ thụ lý của đơn vị.", "Choose an officer of the unit.")
      : ok({ data: { to: to.account, toName: to.name, ...(suggested ? { suggested } : {}) } });

const judged =
  <K extends "proposed" | "decided">(given: Outcome): Doing<K> =>
  async ({ edition }) => {
    if (given.outcome === "refuse") {
      if (!edition.refusalGrounds.some((g) => g.key === given.ground))
        return incomplete("ground", "Vui lòng chọn căn cứ từ chối.", "Choose the ground of refusal.");
      if (given.reason.trim() === "")
        return incomplete("reason", "Vui lòng nêu rõ lý do từ chối.", "Say why it is refused.");
    }
    const data = {
      outcome: given.outcome,
      reason: given.reason.trim(),
      ...(given.outcome === "refuse" && given.ground ? { ground: given.ground } : {}),
    };
    return ok({ data });
  };

export const propose = (given: Outcome): Doing<"proposed"> => judged<"proposed">(given);
export const decide = (given: Outcome): Doing<"decided"> => judged<"decided">(given);
