import { ok } from "../../../kernel/result.ts";
import { readForHouse } from "../../access/index.ts";
import { endStay, insertStays, type StayEntry, staysOfDossier } from "../../registers/index.ts";
import type { Doing } from "../act.ts";
import { incomplete } from "./intake.ts";

/** Correction and cancellation of a notified stay: the entry is ended, never wiped, and the act says why. */

const gone = () =>
  incomplete(
    "entry",
    "Lượt lưu trú này đã được đính chính hoặc hủy trước đó.",
    "This stay was corrected or cancelled before.",
  );
const needsReason = () => incomplete("reason", "Vui lòng nêu lý do.", "Say why.");

export const cancelStay =
  (entry: string, reason: string): Doing<"cancelled"> =>
  async (scene) => {
    if (reason.trim() === "") return needsReason();
    const standing = await findStanding(scene, entry);
    if (!standing || !(await endStay(scene.tx, scene.dossier.officeProvince, entry, "cancelled", scene.at)))
      return gone();
    return ok({ data: { entry, reason: reason.trim() } });
  };

/** `replacement` is the stay as it should have been; it takes the place of the old one and names it. */
export const correctStay =
  (entry: string, replacement: StayEntry, reason: string): Doing<"corrected"> =>
  async (scene) => {
    if (reason.trim() === "") return needsReason();
    const standing = await findStanding(scene, entry);
    if (!standing || !(await endStay(scene.tx, scene.dossier.officeProvince, entry, "corrected", scene.at)))
      return gone();
    const { officeProvince, id: dossierId, code: dossierCode } = scene.dossier;
    const written = await insertStays(scene.tx, [
      { ...replacement, officeProvince, dossierId, dossierCode, notifiedAt: standing.notifiedAt, replaces: entry },
    ]);
    if (written.size === 0) {
      return incomplete(
        "entry",
        "Thông tin đính chính trùng với một lượt lưu trú đã có.",
        "The corrected stay is already in the register.",
      );
    }
    return ok({ data: { entry, replacement: replacement.id, reason: reason.trim() } });
  };

async function findStanding(scene: Parameters<Doing<"cancelled">>[0], entry: string) {
  const stays = await staysOfDossier(readForHouse(scene.tx, "act"), scene.dossier.officeProvince, scene.dossier.id);
  return stays.find((stay) => stay.id === entry && stay.ended === null) ?? null;
}
