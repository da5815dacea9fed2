import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Actor } from "../state/acts.ts";
import type { OfficeRole } from "./roles.ts";

/** What is done with fees inside the office. */
export type MoneyAct =
  | "take-cash"
  | "close-day"
  | "ask-waiver"
  | "decide-waiver"
  | "ask-refund"
  | "decide-refund"
  | "pay-refund-bank"
  | "pay-refund-cash"
  | "keep-accounts";

type Rule = {
  readonly roles: readonly OfficeRole[];
  /** Whoever takes money decides nothing about giving it up or back. */
  readonly notCashier?: true;
};

/** The table is the rule: which roles may do it. Asking and deciding are never the same person's; see `mayHandleMoney`. */
const RULES: { readonly [A in MoneyAct]: Rule } = {
  "take-cash": { roles: ["cashier"] },
  "close-day": { roles: ["cashier"] },
  "ask-waiver": { roles: ["cashier", "treasurer", "deskOfficer", "caseOfficer"] },
  "decide-waiver": { roles: ["unitLead"], notCashier: true },
  "ask-refund": { roles: ["cashier", "treasurer"] },
  "decide-refund": { roles: ["unitLead"], notCashier: true },
  "pay-refund-bank": { roles: ["treasurer"], notCashier: true },
  "pay-refund-cash": { roles: ["cashier"] },
  "keep-accounts": { roles: ["treasurer"], notCashier: true },
};

type Person = { readonly account: string; readonly number?: string | undefined };

/**
 * Whether `actor` may do this with money. `others` are those who asked for it or took the money: under no account of
 * theirs may they be the one who decides.
 */
export function mayHandleMoney(
  act: MoneyAct,
  actor: Pick<Actor, "account" | "as" | "roles" | "number">,
  others: readonly Person[] = [],
): Result<true, Text> {
  const { roles, notCashier } = RULES[act];
  const held = actor.as === "officer" ? (actor.roles ?? []) : [];
  if (!roles.some((role) => held.includes(role)))
    return fail(
      text("Vị trí công tác của đồng chí không có quyền thực hiện việc này.", "Your post does not include this."),
    );
  if (notCashier && held.includes("cashier"))
    return fail(
      text(
        "Người thu tiền không phê duyệt hoặc chi trả. Đề nghị đồng chí khác thực hiện.",
        "Whoever takes money does not approve or pay it out. A colleague does it.",
      ),
    );
  const same = others.some(
    (other) => other.account === actor.account || (other.number !== undefined && other.number === actor.number),
  );
  if (same)
    return fail(
      text(
        "Người đề nghị hoặc đã thu tiền không đồng thời là người quyết định. Đề nghị đồng chí khác xem xét.",
        "Whoever asked or took the money may not decide. A colleague does it.",
      ),
    );
  return ok(true);
}
