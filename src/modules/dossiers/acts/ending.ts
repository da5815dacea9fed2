import { ok } from "../../../kernel/result.ts";
import type { Payments } from "../../payments/index.ts";
import type { Doing, Scene } from "../act.ts";
import { incomplete, numberOf } from "./intake.ts";

/** A dossier that ends without a result: withdrawn by the filer, or stopped by the office (form 05, stop notice). */

const dropDebts = (payments: Payments, scene: Scene) => async (): Promise<void> => {
  const { officeProvince, id: dossierId } = scene.dossier;
  await payments.cancelDebts(scene.tx, { officeProvince, dossierId, paidFees: "keep" });
};

export const withdraw =
  (payments: Payments, reason: string): Doing<"withdrawn"> =>
  async (scene) =>
    ok({ data: { reason: reason.trim(), number: await numberOf(scene, "TBDHS") }, after: dropDebts(payments, scene) });

export const stop =
  (payments: Payments, reason: string, basis: string): Doing<"stopped"> =>
  async (scene) => {
    if (reason.trim() === "")
      return incomplete("reason", "Vui lòng nêu lý do dừng giải quyết.", "Say why it is stopped.");
    if (basis.trim() === "") return incomplete("basis", "Vui lòng nêu căn cứ pháp lý.", "Name the legal basis.");
    return ok({
      data: { reason: reason.trim(), basis: basis.trim(), number: await numberOf(scene, "TBDHS") },
      after: dropDebts(payments, scene),
    });
  };
