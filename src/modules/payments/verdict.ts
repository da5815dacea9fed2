import type { Dong } from "../../kernel/dong.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Debt, outstanding } from "./debt.ts";

/** What became of a transfer. Only `matched` pays; all other money stands in the list until it is given back. */
export type Verdict = "matched" | "unknown-reference" | "wrong-amount" | "already-paid" | "cancelled-debt";

/** Judges a transfer against the debt its content names. Only what is owed to the đồng pays by itself; an officer confirms the rest. */
export function judge(debt: Debt | null, amount: Dong): Verdict {
  if (!debt) return "unknown-reference";
  if (debt.paidAt !== null) return "already-paid";
  if (debt.cancelledAt !== null) return "cancelled-debt";
  return amount === outstanding(debt) ? "matched" : "wrong-amount";
}

export const VERDICT_NAMES: Record<Verdict, Text> = {
  matched: text("Đã khớp, đã thu", "Matched, collected"),
  "unknown-reference": text("Không rõ nội dung chuyển khoản", "Content not known"),
  "wrong-amount": text("Sai số tiền", "Wrong amount"),
  "already-paid": text("Khoản đã được nộp trước đó", "Already paid before"),
  "cancelled-debt": text("Khoản thu đã hủy", "The debt was cancelled"),
};
export const VERDICTS = Object.keys(VERDICT_NAMES) as readonly Verdict[];
