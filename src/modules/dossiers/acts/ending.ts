import type { FeeTreatment } from "../../../engine/state/index.ts";
import { fail, ok } from "../../../kernel/result.ts";
import type { Messages } from "../../messages/index.ts";
import type { Payments } from "../../payments/index.ts";
import type { Doing, Scene } from "../act.ts";
import { incomplete, numberOf } from "./intake.ts";

/** What still stands between a request to the filer and the conclusion that they do not answer; null when nothing does. */
export type OpenRung = Messages["openRung"];

/** A dossier that ends without a result: withdrawn by the filer, or stopped by the office (form 05, stop notice). */

const dropDebts =
  (payments: Payments, scene: Scene, fee: FeeTreatment = "kept") =>
  async (): Promise<void> => {
    const { officeProvince, id: dossierId } = scene.dossier;
    const paidFees = fee === "give-back" ? fee : "keep";
    await payments.cancelDebts(scene.tx, { officeProvince, dossierId, paidFees });
  };

/** What was paid is not given back by itself: the law of the fee says, and an officer applies it. */
export const withdraw =
  (payments: Payments, reason: string): Doing<"withdrawn"> =>
  async (scene) =>
    ok({
      data: {
        reason: reason.trim(),
        number: await numberOf(scene, "TBDHS"),
        fee: scene.state.money === "paid" ? "kept" : "nothing-paid",
      },
      after: dropDebts(payments, scene),
    });

export type Stopping = {
  readonly reason: string;
  readonly basis: string;
  readonly fee?: "kept" | "give-back" | null;
  readonly feeBasis?: string;
};

export const stop =
  (payments: Payments, openRung: OpenRung, { reason, basis, fee = null, feeBasis = "" }: Stopping): Doing<"stopped"> =>
  async (scene) => {
    // Whoever was not reached cannot be said not to have answered.
    const request = scene.acts.findLast((act) => act.kind === "supplement-requested");
    if (scene.state.status === "supplement-awaited" && request) {
      const open = await openRung(scene.tx, scene.dossier, request.id);
      if (open) return fail({ kind: "refused", refusal: { kind: "not-now", text: open } });
    }
    if (reason.trim() === "")
      return incomplete("reason", "Vui lòng nêu lý do dừng giải quyết.", "Say why it is stopped.");
    if (basis.trim() === "") return incomplete("basis", "Vui lòng nêu căn cứ pháp lý.", "Name the legal basis.");
    const paid = scene.state.money === "paid";
    if (paid && fee === null)
      return incomplete("fee", "Vui lòng chọn cách xử lý lệ phí đã nộp.", "Choose what becomes of the fee.");
    if (paid && feeBasis.trim() === "")
      return incomplete("feeBasis", "Vui lòng nêu căn cứ về phí, lệ phí.", "Name the rule of the fee.");
    const treatment = paid && fee ? fee : "nothing-paid";
    return ok({
      data: {
        reason: reason.trim(),
        basis: basis.trim(),
        number: await numberOf(scene, "TBDHS"),
        fee: treatment,
        ...(paid ? { feeBasis: feeBasis.trim() } : {}),
      },
      after: dropDebts(payments, scene, treatment),
    });
  };
