import { ok } from "../../../kernel/result.ts";
import type { Doing } from "../act.ts";
import { incomplete } from "./intake.ts";

/** A wrong result of the agency is put right at the agency's cost (Decree 61/2018/NĐ-CP art. 21). */

export type Replacing = {
  readonly reason: string;
  readonly correction: string;
  readonly outcome: "grant" | "refuse" | null;
};

/**
 * Decides that an issued result is replaced. It is then signed, numbered and issued like any other, and names the one whose
 * place it takes. What was granted is not taken back this way: withdrawing a right is a procedure of its own.
 */
export const decideReplacement =
  ({ reason, correction, outcome }: Replacing): Doing<"replacement-decided"> =>
  async ({ acts, state }) => {
    const wrong = acts.findLast((act) => act.kind === "issued");
    if (!wrong || state.outcome === null) throw new Error("a replacement of a result that was never issued");
    if (reason.trim() === "")
      return incomplete("reason", "Vui lòng nêu lý do thay thế kết quả.", "Say why the result is replaced.");
    if (correction.trim() === "")
      return incomplete(
        "correction",
        "Vui lòng ghi nội dung sai và nội dung đúng.",
        "Say what is wrong and what is right.",
      );
    if (state.outcome === "grant" && outcome === "refuse")
      return incomplete(
        "outcome",
        "Không thu hồi kết quả đã đồng ý bằng cách này; việc thu hồi theo thủ tục riêng.",
        "What was granted is not taken back this way; that is a procedure of its own.",
      );
    return ok({
      data: {
        replaces: wrong.data.document,
        replacedNumber: state.number ?? "",
        reason: reason.trim(),
        correction: correction.trim(),
        outcome: outcome ?? state.outcome,
        cost: "agency" as const,
      },
    });
  };
