import type { OriginalPaper, ReturnWay } from "../../../engine/state/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import type { Doing } from "../act.ts";
import { reappoint, transfer } from "./appointment.ts";
import { answerConsultation, type CooperationParts, consult, handBack, handOver, type Opinion } from "./cooperation.ts";
import { incomplete } from "./intake.ts";
import { returnOriginals, takeOriginals } from "./originals.ts";
import { decideReplacement, type Replacing } from "./replacement.ts";

/** What somebody wants to do beside the straight way, with what the act needs. */
export type LifeWanted =
  | { readonly act: "supplement-approved"; readonly reason: string }
  | { readonly act: "transferred"; readonly unit: string | null; readonly reason: string }
  | {
      readonly act: "consulted";
      readonly unit: string | null;
      readonly question: string;
      readonly days: number | null;
    }
  | { readonly act: "consultation-answered"; readonly opinion: Opinion | null; readonly answer: string }
  | { readonly act: "handed-over" }
  | { readonly act: "handed-back"; readonly result: string }
  | {
      readonly act: "reappointed";
      readonly reason: string;
      readonly unitAtFault: string;
      readonly cause?: string;
      readonly day: PlainDate | null;
    }
  | { readonly act: "originals-taken"; readonly papers: readonly OriginalPaper[] }
  | { readonly act: "originals-returned"; readonly way: ReturnWay; readonly to: string }
  | { readonly act: "posted"; readonly carrier: string; readonly tracking: string }
  | ({ readonly act: "replacement-decided" } & Replacing);

/** How an act beside the straight way is done. */
export function doLife(parts: CooperationParts, wanted: LifeWanted) {
  switch (wanted.act) {
    case "supplement-approved":
      return approveSupplement(wanted.reason);
    case "transferred":
      return transfer(parts, wanted.unit, wanted.reason);
    case "consulted":
      return consult(parts, wanted);
    case "consultation-answered":
      return answerConsultation(wanted.opinion, wanted.answer);
    case "handed-over":
      return handOver(parts);
    case "handed-back":
      return handBack(wanted.result);
    case "reappointed":
      return reappoint(parts.calendarOf, wanted);
    case "originals-taken":
      return takeOriginals(wanted.papers);
    case "originals-returned":
      return returnOriginals(wanted.way, wanted.to);
    case "posted":
      return handToPost(wanted.carrier, wanted.tracking);
    case "replacement-decided":
      return decideReplacement(wanted);
  }
}

const approveSupplement =
  (reason: string): Doing<"supplement-approved"> =>
  async () =>
    reason.trim() === ""
      ? incomplete("reason", "Vui lòng nêu vì sao cần yêu cầu thêm một lần.", "Say why a further request is needed.")
      : ok({ data: { reason: reason.trim() } });

/** The hand-over to the post is a record of its own; the proof of delivery comes with the return. */
const handToPost =
  (carrier: string, tracking: string): Doing<"posted"> =>
  async () => {
    if (tracking.trim() === "")
      return incomplete("tracking", "Vui lòng ghi số hiệu bưu gửi.", "Write the tracking number.");
    return ok({ data: { carrier: carrier.trim() || "Bưu điện (VNPost)", tracking: tracking.trim() } });
  };
